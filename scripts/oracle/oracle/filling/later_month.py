"""Fills the forms of a later month from what a summary of June says: an end of the year for the annual book, or of a quarter.

Usage: scripts/oracle/run later-month SUMMARY.xlsx FORMS INBOX MONTH

SUMMARY.xlsx is that of June; FORMS the folder of the month's templates; MONTH such as 2024-12. Figures of June are doubled, the
first days of duties and milestones are the month's 20th, words are words. One unit in seven does not report. The filled forms
go to INBOX.
Exit codes: 0 filled; 1 nothing was.
"""

import datetime
import pathlib
import re
from collections.abc import Mapping

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from oracle import arguments
from oracle.forms.reading import table_of
from oracle.summary.tables import Table
from oracle.workbooks.opening import opened

NEEDED = {"汇总单元格", "指标编码", "报送单位", "数值"}
CODE = re.compile(r"\d+(?:\.\d+)*-\d+$")


# Figures of June by code and unit's name.
Figures = Mapping[tuple[str, str], object]


def reported(path: str) -> Figures:
    table = Table(opened(path, values=True)["数据来源"], NEEDED)
    return {(table.text(row, "指标编码"), table.text(row, "报送单位")): table.value(row, "数值") for row in table.rows()}


def entry(value: object, cell: Cell | MergedCell, day: datetime.datetime) -> int | float | datetime.datetime:
    """What a clerk enters."""
    if isinstance(value, (int, float)) and "y" not in str(cell.number_format):
        return min(100, value) if "%" in str(cell.number_format) else value * 2
    return day


def fill(book: Workbook, unit: str, figures: Figures, day: datetime.datetime) -> int:
    """Fills the form's table and signs it; how many cells of figures and days were filled."""
    table = table_of(book)
    sheet, filled = book[table.title], 0
    for row in range(table.header + 1, sheet.max_row + 1):
        code = str(sheet.cell(row, table.columns["code"]).value or "").strip()
        if not CODE.match(code):
            continue
        words = sheet.cell(row, table.columns["progress"])
        if not words.protection.locked:
            words.value = "各项任务按计划推进。"
        june = figures.get((code, unit), 1)
        for name in ("previous", "current", "cumulative"):
            cell = sheet.cell(row, table.columns[name])
            if cell.protection.locked or str(cell.value or "").startswith("="):
                continue
            if name == "previous":
                cell.value = june if isinstance(june, (int, float)) else 0
            else:
                cell.value = entry(june, cell, day)
            filled += 1
    sign(sheet, day)
    return filled


def sign(sheet: Worksheet, day: datetime.datetime) -> None:
    """Writes into the open cell beside each label of the foot."""
    beside: dict[str, str | datetime.datetime] = {"填报人": "李某", "审核人": "蔡某", "联系电话": "0660-3360011", "填报日期": day}
    for row in sheet.iter_rows():
        for index, cell in enumerate(row, 1):
            label = str(cell.value or "").strip("：: 　")
            target = next((c for c in row[index:] if not c.protection.locked), None) if label in beside else None
            if isinstance(target, Cell):
                target.value = beside[label]


def main(given: list[str]) -> int:
    summary, forms, folder, month = arguments.positional(__doc__, given, "summary", "forms", "inbox", "month")
    day = datetime.datetime.strptime(month, "%Y-%m").replace(day=20)
    received = (day + datetime.timedelta(days=14)).date()
    inbox = pathlib.Path(folder)
    inbox.mkdir(parents=True, exist_ok=True)
    filled = 0
    figures = reported(summary)
    names = sorted({unit for _, unit in figures if unit}, key=len, reverse=True)
    for index, path in enumerate(sorted(pathlib.Path(forms).glob("**/*.xlsx"))):
        if index % 7 == 6:
            continue
        unit = next((name for name in names if name in path.name), "")
        book = opened(path)
        filled += fill(book, unit, figures, day)
        book.save(inbox / path.name)
    (inbox / "receipts.csv").write_text(
        "file,date\n" + "".join(f"{path.name},{received}\n" for path in sorted(inbox.glob("*.xlsx"))), encoding="utf-8")
    print(f"{filled} cells filled")
    return 0 if filled else 1
