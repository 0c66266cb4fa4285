"""Changes ten county figures in a summary and, in the same way, in the submitted files that they came from.

Usage: scripts/oracle/run edit-figures SUMMARY.xlsx PLAN.yaml INBOX EDITED.xlsx

The figures are plain numbers of whole units that are added up, each alone in its cell of 指标汇总; some grow by a little,
some beyond the target, some fall to nothing more than was reported before. The files of INBOX are changed where they lie.
Prints one line for each: cell, file, old and new. Exit codes: 0 ten were changed; 1 there are not ten to change.
"""

import pathlib
from collections import Counter
from collections.abc import Mapping
from typing import Any

import yaml
from openpyxl.workbook import Workbook

from oracle import arguments
from oracle.forms.reading import table_of
from oracle.summary.tables import Table
from oracle.workbooks.opening import opened

COUNT = 10
NEEDED = {"汇总单元格", "指标编码", "报送单位", "数值", "报送文件", "工作表", "单元格"}


def counties(plan: Mapping[str, Any]) -> set[str]:
    return {unit["name"] for unit in plan["units"] if unit.get("kind") == "county"}


def changeable(plan: Mapping[str, Any]) -> set[str]:
    """Codes of indicators that are added up, have a target and count no list."""
    return {
        indicator["code"]
        for task in plan["tasks"] for indicator in task.get("indicators") or []
        if indicator.get("aggregate", "sum") == "sum" and indicator.get("kind", "count") in ("count", "length")
        and indicator.get("value") is not None and indicator.get("role", "target") in ("target", "workload")
        and not indicator.get("partOf")
    }


def is_formula(value: object) -> bool:
    return str(value or "").startswith("=")


def keeps_figures(book: Workbook) -> bool:
    """Whether saving the file through openpyxl loses none of its figures: a clerk's own formula would lose its result."""
    table = table_of(book)
    sheet = book[table.title]
    return not any(
        is_formula(sheet.cell(row, table.columns["cumulative"]).value)
        and is_formula(sheet.cell(row, table.columns["current"]).value)
        for row in range(table.header + 1, sheet.max_row + 1)
    )


class Editing:
    """The summary and the inbox, both of which get other figures."""

    def __init__(self, summary: pathlib.Path, plan: Mapping[str, Any], inbox: pathlib.Path) -> None:
        self.codes, self.names, self.inbox = changeable(plan), counties(plan), inbox
        self.edited = opened(summary)
        table = Table(opened(summary, values=True)["数据来源"], NEEDED)
        self.lines = [{word: table.value(row, word) for word in table.columns} for row in table.rows()]
        self.books: dict[str, Workbook] = {}
        self.changed = 0
        self.per_code: Counter[object] = Counter()

    def run(self) -> None:
        places = Counter(line["汇总单元格"] for line in self.lines)
        for line in self.lines:
            if self.changed == COUNT:
                break
            if line["指标编码"] in self.codes and line["报送单位"] in self.names and places[line["汇总单元格"]] == 1:
                self._edit(line)

    def _edit(self, line: Mapping[str, object]) -> None:
        """Changes the figure of one line in both places, if it is one that can be."""
        old, name, title, place = line["数值"], str(line["报送文件"]), str(line["工作表"]), str(line["单元格"])
        if not isinstance(old, int):
            return
        sheet, target = str(line["汇总单元格"]).split(" ")
        if name not in self.books:
            self.books[name] = opened(self.inbox / name)
        book = self.books[name]
        if not keeps_figures(book) or self.per_code[line["指标编码"]] == 2:
            return
        cell, table = book[title][place], table_of(book)
        # The figure of the period is worked out from this cell, not the other way round.
        before = book[table.title].cell(cell.row, table.columns["previous"]).value
        own = book[table.title].cell(cell.row, table.columns["current"])
        if table.title != title or cell.value != old or not is_formula(own.value) or self.edited[sheet][target].value != old:
            return
        new = [old + 1, old * 3 + 5, before if isinstance(before, int) and before < old else old + 2][self.changed % 3]
        cell.value = self.edited[sheet][target].value = new
        self.changed += 1
        self.per_code[line["指标编码"]] += 1
        print(f"{sheet}!{target}\t{name}\t{title}!{place}\t{old}\t{new}")

    def save(self, target: pathlib.Path) -> None:
        for name, book in self.books.items():
            if keeps_figures(book):
                book.save(self.inbox / name)
        self.edited.save(target)


def main(given: list[str]) -> int:
    summary, plan, inbox, target = map(
        pathlib.Path, arguments.positional(__doc__, given, "summary", "plan", "inbox", "target"))
    editing = Editing(summary, yaml.safe_load(plan.read_text(encoding="utf-8")), inbox)
    editing.run()
    editing.save(target)
    return 0 if editing.changed == COUNT else 1
