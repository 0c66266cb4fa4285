"""Lets LibreOffice work out a workbook anew and prints what one sheet then holds, one line a row, cells parted by tabs.

Usage: scripts/oracle/run recalculated WORKBOOK.xlsx SHEET
Truths are TRUE and FALSE, a cell without a value is nothing. No cell of the sheet may hold a tab or a line break.
Exit codes: 0 printed; 2 LibreOffice cannot convert, or there is no such sheet.
"""

import pathlib
import sys

from oracle import arguments
from oracle.workbooks.office import OfficeError, worked_out_anew


def shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return str(value)


def main(given: list[str]) -> int:
    path, title = arguments.positional(__doc__, given, "workbook", "sheet")
    try:
        sheet = worked_out_anew(pathlib.Path(path))[title]
        rows = [[shown(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    except (OfficeError, OSError, KeyError) as error:
        print(f"recalculated: {error}", file=sys.stderr)
        return 2
    # Whatever the surroundings think of the language.
    sys.stdout.buffer.write("".join("\t".join(row) + "\n" for row in rows).encode())
    return 0
