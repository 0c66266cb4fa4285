"""Compares what the formulas of two summaries come to: those of 指标汇总, of the shares on 口径说明 and of the tiles on
总览. The first is worked out anew by LibreOffice, the second's stored results are believed.

Usage: scripts/oracle/run same-formulas EDITED.xlsx SUMMARY.xlsx
Exit codes: 0 all the same; 1 something differs, or too little could be compared.
"""

import pathlib
from collections.abc import Iterator

from openpyxl.workbook import Workbook

from oracle import arguments
from oracle.findings import told
from oracle.summary.tables import words_of
from oracle.workbooks.office import worked_out_anew
from oracle.workbooks.opening import opened

TOLERANCE = 1e-9
LEAST = 200


def formulas(book: Workbook, title: str, rows: range | None = None) -> Iterator[tuple[str, str]]:
    """The sheet and the place of each formula, in these rows alone."""
    for row in book[title].iter_rows():
        for cell in row:
            if (rows is None or cell.row in rows) and isinstance(cell.value, str) and cell.value.startswith("="):
                yield title, cell.coordinate


def shares(book: Workbook) -> range:
    """The rows between the heads 三 and 四 of 口径说明."""
    heads = [cell.row for cell in book["口径说明"]["A"] if str(cell.value or "").startswith(("三、", "四、"))]
    return range(heads[0], heads[1])


def tiles(book: Workbook) -> range:
    """The rows of the tiles on 总览."""
    sheet = book["总览"]
    row = next(row for row in range(1, sheet.max_row + 1) if "考核指标" in words_of(sheet, row))
    return range(row, row + 3)


def same(left: object, right: object) -> bool:
    if isinstance(left, (int, float)) and isinstance(right, (int, float)):
        return abs(left - right) <= TOLERANCE * max(1, abs(right))
    return str(left) == str(right)


def main(given: list[str]) -> int:
    edited, summary = arguments.positional(__doc__, given, "edited", "summary")
    anew = worked_out_anew(pathlib.Path(edited))
    written, values = opened(summary), opened(summary, values=True)
    places = [
        *formulas(written, "指标汇总"), *formulas(written, "口径说明", shares(written)),
        *formulas(written, "总览", tiles(written))]
    problems = [
        f"{sheet}!{place}: {anew[sheet][place].value!r} after the edit, {values[sheet][place].value!r} by huizong"
        for sheet, place in places if not same(anew[sheet][place].value, values[sheet][place].value)
    ]
    if len(places) < LEAST:
        problems.append(f"only {len(places)} formulas compared")
    return told(problems, f"{len(places)} formulas compared, {len(problems)} differences")
