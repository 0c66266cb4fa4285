"""Follows every line of 数据来源 to both of its ends: the cell of 指标汇总 that it links to, and the cell of the submitted
file that it names.

Usage: scripts/oracle/run follow SUMMARY.xlsx INBOX
Exit codes: 0 every figure is where it is said to be; 1 one is not, or there is nothing to follow.
"""

import datetime
import hashlib
import pathlib
from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from oracle import arguments
from oracle.findings import told
from oracle.forms.entries import read_number
from oracle.summary.tables import Table, heads_of
from oracle.workbooks.opening import opened

HEADERS = {"汇总单元格", "指标编码", "报送单位", "数值", "报送文件", "工作表", "单元格"}
ARROW = "”→"
SLACK = 1e-9
# A line of 数据来源, by header word.
Line = Mapping[str, object]


class Inbox:
    """Submitted files, each opened once: its digest, its values, its formulas."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.folder = folder
        self.books: dict[str, tuple[str, Workbook, Workbook]] = {}

    def open(self, name: str) -> tuple[str, Workbook, Workbook]:
        if name not in self.books:
            path = self.folder / name
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            self.books[name] = (digest, opened(path, values=True), opened(path))
        return self.books[name]


def shown(value: object) -> str:
    """A cell's value as plain text: whole numbers without a point, days in ISO form."""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, (int, float)):
        return repr(float(value)).removesuffix(".0")
    return str(value)


def near(value: float, number: float) -> bool:
    return abs(value - number) <= SLACK * max(1, abs(value))


def agrees(found: object, value: object, note: str) -> bool:
    """Whether the file's cell holds the figure, or the text that the line says was made into it."""
    if shown(found) == shown(value):
        return True
    if isinstance(found, (int, float)) and isinstance(value, (int, float)):
        return near(value, found)
    if f"“{shown(found)}{ARROW}" in note:
        return True
    try:
        return float(str(found).strip()) == float(str(value))
    except ValueError:
        return str(found).strip() == shown(value)


def recomputed(values: Worksheet, formulas: Worksheet, place: str) -> float | None:
    """What the form's own formula of 累计完成 comes to, where no result of it is stored: what was before and what came
    to it, a day counting for one. None for any other cell."""
    if not str(formulas[place].value or "").startswith("="):
        return None
    heads = (dict(heads_of(values, row)) for row in range(1, 12))
    columns = next((head for head in heads if {"上期累计", "本期完成", "累计完成", "计量单位"} <= set(head)), None)
    if columns is None:
        return None
    row = values[place].row
    before, own, unit = (values.cell(row, columns[word]).value for word in ("上期累计", "本期完成", "计量单位"))
    amounts: list[Fraction] = []
    for value in (before, own):
        figure = None if value is None else read_number(value, str(unit)).figure
        if isinstance(value, datetime.datetime) or (value is not None and figure is None):
            # A day counts for one.
            figure = Fraction(1)
        amounts.append(figure or Fraction(0))
    return float(sum(amounts))


class Following:
    """Follows the lines of a summary, and keeps what is wrong with them."""

    def __init__(self, book: Workbook, inbox: Inbox) -> None:
        self.book, self.inbox, self.followed = book, inbox, 0
        self.problems: list[str] = []
        # The lines that link to each cell, with where they stand.
        self.cells: dict[tuple[str, str], list[tuple[str, Line]]] = defaultdict(list)

    def lines(self) -> None:
        """Every line to the cell that it links to, and to its file."""
        sheet = self.book["数据来源"]
        table = Table(sheet, HEADERS)
        for row in table.rows():
            at = {word: table.value(row, word) for word in table.columns}
            if at["指标编码"] in (None, ""):
                continue
            where = table.where(row, "汇总单元格")
            link = sheet.cell(row, table.columns["汇总单元格"]).hyperlink
            if link is None or not link.location:
                self.problems.append(f"{where}: no link")
                continue
            target, place = link.location.rsplit("!", 1)
            title = target.strip("'")
            if f"{title} {place}" != at["汇总单元格"]:
                self.problems.append(f"{where}: links to {link.location}, says {at['汇总单元格']}")
            self.cells[title, place].append((where, at))
            self.followed += 1
            self._to_file(where, at)

    def _to_file(self, where: str, at: Line) -> None:
        """One line to the cell of the submitted file."""
        note, file = str(at["规整记录"] or ""), str(at["报送文件"])
        if file == "—":
            if "人工" not in note and "沿用" not in note:
                self.problems.append(f"{where}: no file, and no reason for it")
            return
        sheet, cell = str(at["工作表"]), str(at["单元格"])
        place = f"{where}: {file} {sheet}!{cell}"
        try:
            digest, values, formulas = self.inbox.open(file.split("［")[0])
            found = values[sheet][cell].value
            if found is None and "公式" in note:
                found = recomputed(values[sheet], formulas[sheet], cell)
        except Exception as error:  # whatever is wrong with the file or its name
            self.problems.append(f"{place}: {type(error).__name__}: {error}")
            return
        prefix = str(next(value for word, value in at.items() if word.startswith("文件摘要")))
        if not digest.startswith(prefix):
            self.problems.append(f"{where}: {file} is another file: {digest[:12]}, not {prefix}")
        if not agrees(found, at["数值"], note):
            self.problems.append(f"{place} holds {found!r}, not {at['数值']!r}")

    def totals(self) -> None:
        """Every cell that lines link to, against what they say together."""
        for (name, place), lines in self.cells.items():
            value = self.book[name][place].value
            numbers = [number for _, at in lines if isinstance(number := at["数值"], (int, float))]
            total = sum(
                number for (_, at), number in zip(lines, numbers) if "不重复" not in str(at["规整记录"] or ""))
            if isinstance(value, (int, float)):
                # Of units that share a cell: their sum, the least, the most, the first, or how many meet a floor.
                allowed = numbers if len(lines) == 1 else [total, *numbers, *range(len(lines) + 1)]
                if not any(near(value, number) for number in allowed):
                    self.problems.append(f"{lines[0][0]}: {name}!{place} holds {value!r}, the lines {numbers}")
            elif value in (None, "", "—", "未报送"):
                self.problems.append(f"{lines[0][0]}: {name}!{place} holds {value!r}, though it has a source")


def main(given: list[str]) -> int:
    summary, folder = arguments.positional(__doc__, given, "summary", "inbox")
    inbox = Inbox(pathlib.Path(folder))
    following = Following(opened(summary, values=True), inbox)
    following.lines()
    following.totals()
    status = told(following.problems, f"{following.followed} figures followed, {len(inbox.books)} files opened, "
        f"{len(following.problems)} problems")
    return status if following.followed else 1
