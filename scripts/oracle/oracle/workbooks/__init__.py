"""Workbooks, bulletins and pages in other programs' eyes."""
