"""Changes ten county figures in a summary and, in the same way, in the submitted files that they came from.

Usage: scripts/oracle/run edit-figures SUMMARY.xlsx PLAN.yaml INBOX EDITED.xlsx

The figures are plain numbers of whole units that are added up, each alone in its cell of 指标汇总; some grow by a little,
some beyond the target, some fall to nothing more than was reported before. The files of INBOX are changed where they lie.
Prints one line for each: cell, file, old and new. Exit codes: 0 ten were changed; 1 there are not ten to change.
"""

import sys
import warnings
from pathlib import Path

import openpyxl
import yaml

from oracle.forms.reading import form_sheet
from oracle.summary.tables import Table

COUNT = 10
NEEDED = {"汇总单元格", "指标编码", "报送单位", "数值", "报送文件", "工作表", "单元格"}


def counties(plan):
    return {unit["name"] for unit in plan["units"] if unit.get("kind") == "county"}


def changeable(plan):
    """Codes of indicators that are added up, have a target and count no list."""
    return {
        indicator["code"]
        for task in plan["tasks"] for indicator in task.get("indicators") or []
        if indicator.get("aggregate", "sum") == "sum" and indicator.get("kind", "count") in ("count", "length")
        and indicator.get("value") is not None and indicator.get("role", "target") in ("target", "workload")
        and not indicator.get("partOf")
    }


def is_formula(cell):
    return str(cell.value or "").startswith("=")


def keeps_figures(book):
    """Whether saving the file through openpyxl loses none of its figures: a clerk's own formula would lose its result."""
    title, header, columns = form_sheet(book)
    sheet = book[title]
    return not any(
        is_formula(sheet.cell(row, columns["cumulative"])) and is_formula(sheet.cell(row, columns["current"]))
        for row in range(header + 1, sheet.max_row + 1)
    )


def main():
    summary, plan_path, inbox, target = sys.argv[1], sys.argv[2], Path(sys.argv[3]), sys.argv[4]
    with open(plan_path, encoding="utf-8") as file:
        plan = yaml.safe_load(file)
    codes, names = changeable(plan), counties(plan)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        values = openpyxl.load_workbook(summary, data_only=True)
        edited = openpyxl.load_workbook(summary)
    table = Table(values["数据来源"], NEEDED)
    lines = [{word: table.value(row, word) for word in table.columns} for row in table.rows()]
    places = [line["汇总单元格"] for line in lines]
    changed, books, per_code = 0, {}, {}
    for line in lines:
        if changed == COUNT:
            break
        if line["指标编码"] not in codes or line["报送单位"] not in names:
            continue
        if places.count(line["汇总单元格"]) != 1 or not isinstance(line["数值"], int):
            continue
        sheet, place = line["汇总单元格"].split(" ")
        name = line["报送文件"]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = books.setdefault(name, openpyxl.load_workbook(inbox / name))
        if not keeps_figures(book) or per_code.get(line["指标编码"], 0) == 2:
            continue
        cell = book[line["工作表"]][line["单元格"]]
        # The figure of the period is worked out from this cell, not the other way round.
        title, _, columns = form_sheet(book)
        before = book[title].cell(cell.row, columns["previous"]).value
        own = book[title].cell(cell.row, columns["current"])
        if title != line["工作表"] or cell.value != line["数值"] or not is_formula(own):
            continue
        if edited[sheet][place].value != line["数值"]:
            continue
        old = line["数值"]
        new = [old + 1, old * 3 + 5, before if isinstance(before, int) and before < old else old + 2][changed % 3]
        cell.value = edited[sheet][place].value = new
        changed += 1
        per_code[line["指标编码"]] = per_code.get(line["指标编码"], 0) + 1
        print(f"{sheet}!{place}\t{name}\t{line['工作表']}!{line['单元格']}\t{old}\t{new}")
    for name, book in books.items():
        if keeps_figures(book):
            book.save(inbox / name)
    edited.save(target)
    return 0 if changed == COUNT else 1
