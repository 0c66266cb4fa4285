"""Compares what the formulas of two summaries come to: those of 指标汇总, of the shares on 口径说明 and of the tiles on
总览. The first is worked out anew by LibreOffice, the second's stored results are believed.

Usage: scripts/oracle/run same-formulas EDITED.xlsx SUMMARY.xlsx
Exit codes: 0 all the same; 1 something differs, or too little could be compared.
"""

import sys
import tempfile
import warnings

import openpyxl

from oracle.forms.reading import header_word
from oracle.workbooks.office import converted

TOLERANCE = 1e-9
LEAST = 200


def formulas(book, sheet, rows=None):
    for row in book[sheet].iter_rows():
        for cell in row:
            if (rows is None or cell.row in rows) and isinstance(cell.value, str) and cell.value.startswith("="):
                yield cell.coordinate


def shares(book):
    """The rows between the heads 三 and 四 of 口径说明."""
    heads = [cell.row for cell in book["口径说明"]["A"] if str(cell.value or "").startswith(("三、", "四、"))]
    return range(heads[0], heads[1])


def tiles(book):
    row = next(r[0].row for r in book["总览"].iter_rows() if "考核指标" in {header_word(c.value) for c in r})
    return range(row, row + 3)


def same(left, right):
    if isinstance(left, (int, float)) and isinstance(right, (int, float)):
        return abs(left - right) <= TOLERANCE * max(1, abs(right))
    return str(left) == str(right)


def main():
    edited, summary = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        anew = openpyxl.load_workbook(converted(edited, "xlsx", folder, recalculate=True), data_only=True)
        written = openpyxl.load_workbook(summary)
        values = openpyxl.load_workbook(summary, data_only=True)
    places = [("指标汇总", place) for place in formulas(written, "指标汇总")]
    places += [("口径说明", place) for place in formulas(written, "口径说明", shares(written))]
    places += [("总览", place) for place in formulas(written, "总览", tiles(written))]
    problems = [
        f"{sheet}!{place}: {anew[sheet][place].value!r} after the edit, {values[sheet][place].value!r} by huizong"
        for sheet, place in places if not same(anew[sheet][place].value, values[sheet][place].value)
    ]
    if len(places) < LEAST:
        problems.append(f"only {len(places)} formulas compared")
    print("\n".join(problems), end="\n" if problems else "")
    print(f"{len(places)} formulas compared, {len(problems)} differences")
    return 1 if problems else 0
