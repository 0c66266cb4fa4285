"""The oracle's own tests: `scripts/oracle/check` runs them."""
