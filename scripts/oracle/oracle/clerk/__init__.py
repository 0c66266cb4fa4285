"""Edits of valid forms as clerks make them, and what has to come of each."""
