"""What a ledger knows, and what killing a run must not lose."""
