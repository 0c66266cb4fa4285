"""Lets LibreOffice work out a workbook anew and prints what one sheet then holds, one line a row, cells parted by tabs.

Usage: scripts/oracle/run recalculated WORKBOOK.xlsx SHEET
Truths are TRUE and FALSE, a cell without a value is nothing. No cell of the sheet may hold a tab or a line break.
Exit codes: 0 printed; 2 LibreOffice cannot convert, or there is no such sheet.
"""

import sys
import tempfile

import openpyxl

from oracle.workbooks.office import OfficeError, converted


def shown(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return str(value)


def main():
    path, title = sys.argv[1:]
    try:
        with tempfile.TemporaryDirectory() as folder:
            anew = openpyxl.load_workbook(converted(path, "xlsx", folder, recalculate=True), data_only=True)
            rows = [[shown(value) for value in row] for row in anew[title].iter_rows(values_only=True)]
    except (OfficeError, OSError, KeyError) as error:
        print(f"recalculated: {error}", file=sys.stderr)
        return 2
    sys.stdout.reconfigure(encoding="utf-8")
    for row in rows:
        print("\t".join(row))
    return 0
