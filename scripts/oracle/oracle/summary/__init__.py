"""What the summary of a period has to say, and how a workbook is held against it."""
