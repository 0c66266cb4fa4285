"""Fills the forms of a later month from what a summary of June says: an end of the year for the annual book, or of a quarter.

Usage: scripts/oracle/run later-month SUMMARY.xlsx FORMS INBOX MONTH

SUMMARY.xlsx is that of June; FORMS the folder of the month's templates; MONTH such as 2024-12. Figures of June are doubled, the
first days of duties and milestones are the month's 20th, words are words. One unit in seven does not report. The filled forms
go to INBOX.
Exit codes: 0 filled; 1 nothing was.
"""

import datetime
import re
import sys
import warnings
from pathlib import Path

import openpyxl

from oracle.forms.reading import form_sheet
from oracle.summary.tables import Table

NEEDED = {"汇总单元格", "指标编码", "报送单位", "数值"}
CODE = re.compile(r"\d+(?:\.\d+)*-\d+$")


def reported(path):
    """Figures by code and unit's name."""
    table = Table(openpyxl.load_workbook(path, data_only=True)["数据来源"], NEEDED)
    return {
        (table.value(row, "指标编码"), table.value(row, "报送单位")): table.value(row, "数值") for row in table.rows()
    }


def entry(value, cell, day):
    """What a clerk enters."""
    if isinstance(value, (int, float)) and "y" not in str(cell.number_format):
        return min(100, value) if "%" in str(cell.number_format) else value * 2
    return day


def fill(book, unit, figures, day):
    title, header, columns = form_sheet(book)
    sheet, filled = book[title], 0
    for row in range(header + 1, sheet.max_row + 1):
        code = str(sheet.cell(row, columns["code"]).value or "").strip()
        if not CODE.match(code):
            continue
        words = sheet.cell(row, columns["progress"])
        if not words.protection.locked:
            words.value = "各项任务按计划推进。"
        june = figures.get((code, unit), 1)
        for name in ("previous", "current", "cumulative"):
            cell = sheet.cell(row, columns[name])
            if cell.protection.locked or str(cell.value or "").startswith("="):
                continue
            if name == "previous":
                cell.value = june if isinstance(june, (int, float)) else 0
            else:
                cell.value = entry(june, cell, day)
            filled += 1
    for row in sheet.iter_rows():
        for cell in row:
            beside = {"填报人": "李某", "审核人": "蔡某", "联系电话": "0660-3360011", "填报日期": day}
            label = str(cell.value or "").strip("：: 　")
            if label in beside:
                target = next((c for c in row[cell.column:] if not c.protection.locked), None)
                if target is not None:
                    target.value = beside[label]
    return filled


def main():
    summary, forms, inbox = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    day = datetime.datetime.strptime(sys.argv[4], "%Y-%m").replace(day=20)
    received = (day + datetime.timedelta(days=14)).date()
    inbox.mkdir(parents=True, exist_ok=True)
    filled = 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        figures = reported(summary)
        names = {unit for _, unit in figures if unit}
        for index, path in enumerate(sorted(forms.glob("**/*.xlsx"))):
            if index % 7 == 6:
                continue
            unit = next((name for name in sorted(names, key=len, reverse=True) if name in path.name), None)
            book = openpyxl.load_workbook(path)
            filled += fill(book, unit, figures, day)
            book.save(inbox / path.name)
    (inbox / "receipts.csv").write_text(
        "file,date\n" + "".join(f"{path.name},{received}\n" for path in sorted(inbox.glob("*.xlsx"))), encoding="utf-8")
    print(f"{filled} cells filled")
    return 0 if filled else 1
