"""One submitted form: what its cells say, which rules it breaks, and whether it counts."""
