"""The plan file as the oracle needs it, and the calendar that it is held against."""
