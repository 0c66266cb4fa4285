"""Follows every line of 数据来源 to both of its ends: the cell of 指标汇总 that it links to, and the cell of the submitted
file that it names.

Usage: scripts/oracle/run follow SUMMARY.xlsx INBOX
Exit codes: 0 every figure is where it is said to be; 1 one is not, or there is nothing to follow.
"""

import datetime
import hashlib
import sys
import warnings
from collections import defaultdict
from pathlib import Path

import openpyxl

from oracle.forms.reading import header_word
from oracle.forms.entries import read_number
from oracle.summary.tables import Table

HEADERS = {"汇总单元格", "指标编码", "报送单位", "数值", "报送文件", "工作表", "单元格"}
ARROW = "”→"


class Inbox:
    """Submitted files, each opened once: its digest, its values, its formulas."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.books = {}

    def open(self, name):
        if name not in self.books:
            data = (self.folder / name).read_bytes()
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                values, formulas = (openpyxl.load_workbook(self.folder / name, data_only=v) for v in (True, False))
            self.books[name] = (hashlib.sha256(data).hexdigest(), values, formulas)
        return self.books[name]


def shown(value):
    """A cell's value as plain text: whole numbers without a point, days in ISO form."""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, (int, float)):
        return repr(float(value)).removesuffix(".0")
    return str(value)


def agrees(found, value, note):
    """Whether the file's cell holds the figure, or the text that the line says was made into it."""
    if shown(found) == shown(value):
        return True
    if isinstance(found, (int, float)) and isinstance(value, (int, float)):
        return abs(found - value) <= 1e-9 * max(1, abs(value))
    if f"“{shown(found)}{ARROW}" in note:
        return True
    try:
        return float(str(found).strip()) == float(value)
    except (TypeError, ValueError):
        return str(found).strip() == shown(value)


def recomputed(values, formulas, place):
    """What the form's own formula of 累计完成 comes to, where no result of it is stored: what was before and what came
    to it, a day counting for one. None for any other cell."""
    if not str(formulas[place].value or "").startswith("="):
        return None
    head = next((row for row in range(1, 12) if {"上期累计", "本期完成", "累计完成", "计量单位"} <= {
        header_word(cell.value) for cell in values[row]}), None)
    if head is None:
        return None
    columns = {header_word(cell.value): cell.column for cell in values[head]}
    row = values[place].row
    before, own, unit = (values.cell(row, columns[word]).value for word in ("上期累计", "本期完成", "计量单位"))
    amounts = []
    for value in (before, own):
        reading = None if value is None else read_number(value, unit)
        # A day counts for one.
        is_day = isinstance(value, datetime.datetime) or (reading is not None and reading.figure is None)
        amounts.append(1 if is_day else reading.figure if reading else 0)
    return float(sum(amounts))


def main():
    problems, followed = [], 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(sys.argv[1], data_only=True)
    sheet, inbox = book["数据来源"], Inbox(sys.argv[2])
    table = Table(sheet, HEADERS)
    cells = defaultdict(list)
    for row in table.rows():
        at = {word: table.value(row, word) for word in table.columns}
        if at["指标编码"] in (None, ""):
            continue
        where = table.where(row, "汇总单元格")
        link = sheet.cell(row, table.columns["汇总单元格"]).hyperlink
        if link is None or not link.location:
            problems.append(f"{where}: no link")
            continue
        target, place = link.location.rsplit("!", 1)
        if f"{target.strip(chr(39))} {place}" != at["汇总单元格"]:
            problems.append(f"{where}: links to {link.location}, says {at['汇总单元格']}")
        cells[(target.strip("'"), place)].append((where, at))
        followed += 1
        note = at["规整记录"] or ""
        if at["报送文件"] == "—":
            if "人工" not in note and "沿用" not in note:
                problems.append(f"{where}: no file, and no reason for it")
            continue
        try:
            digest, values, formulas = inbox.open(at["报送文件"].split("［")[0])
            found = values[at["工作表"]][at["单元格"]].value
            if found is None and "公式" in note:
                found = recomputed(values[at["工作表"]], formulas[at["工作表"]], at["单元格"])
        except Exception as error:  # whatever is wrong with the file or its name
            problems.append(f"{where}: {at['报送文件']} {at['工作表']}!{at['单元格']}: {type(error).__name__}: {error}")
            continue
        prefix = next(value for word, value in at.items() if word.startswith("文件摘要"))
        if not digest.startswith(prefix):
            problems.append(f"{where}: {at['报送文件']} is another file: {digest[:12]}, not {prefix}")
        if not agrees(found, at["数值"], note):
            problems.append(f"{where}: {at['报送文件']} {at['工作表']}!{at['单元格']} holds {found!r}, not {at['数值']!r}")
    for (name, place), lines in cells.items():
        value = book[name][place].value
        alone = len(lines) == 1
        numbers = [at["数值"] for _, at in lines if isinstance(at["数值"], (int, float))]
        total = sum(number for (_, at), number in zip(lines, numbers) if "不重复" not in (at["规整记录"] or ""))
        if isinstance(value, (int, float)):
            # Of units that share a cell: their sum, the least, the most, the first, or how many meet a floor.
            allowed = numbers if alone else [total, *numbers, *range(len(lines) + 1)]
            if not any(abs(value - number) <= 1e-9 * max(1, abs(value)) for number in allowed):
                problems.append(f"{lines[0][0]}: {name}!{place} holds {value!r}, the lines {numbers}")
        elif value in (None, "", "—", "未报送"):
            problems.append(f"{lines[0][0]}: {name}!{place} holds {value!r}, though it has a source")
    print("\n".join(problems), end="\n" if problems else "")
    print(f"{followed} figures followed, {len(inbox.books)} files opened, {len(problems)} problems")
    return 1 if problems or not followed else 0
