"""Two summaries of the same good forms, held against each other cell by cell."""

import itertools
import pathlib
import re
from collections.abc import Callable, Iterable, Iterator

from oracle.workbooks.opening import opened

# The cells of one row that say something, by their column.
Cells = dict[str, str]
Rows = list[Cells]
Marks = frozenset[str]


def rows_of(path: pathlib.Path) -> dict[str, Rows]:
    """The rows of every sheet; formulas as they stand."""
    book = opened(path)
    return {
        sheet.title: [{letter_of(at): str(value) for at, value in enumerate(row) if value is not None}
                      for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}


def letter_of(at: int) -> str:
    return (chr(64 + at // 26) if at >= 26 else "") + chr(65 + at % 26)


def names_one(row: Cells, marks: Marks) -> bool:
    return any(mark in text for text in row.values() for mark in re.findall(r"坏\d{5}", text) if mark in marks)


def without_refused_list(rows: Rows, marks: Marks) -> Rows:
    """The list stands between the units and the note below them, with an empty row and two of heads above it."""
    return [row for row in rows if row and not names_one(row, marks) and not row.get("A", "").startswith("未采用的文件（")
            and row.get("J") != "原因"]


def without_refused_findings(rows: Rows, marks: Marks) -> Rows:
    """Lines are numbered through, so that those behind a refused file's have other numbers."""
    kept = []
    for row in rows:
        if not names_one(row, marks):
            is_line = row.get("A", "").isdecimal()
            kept.append({letter: re.sub(r"强制性\d+条", "强制性…条", text) for letter, text in row.items()
                         if not (is_line and letter == "A")})
    return kept


def without_refused_sentence(rows: Rows, marks: Marks) -> Rows:
    return [{letter: re.sub(r"^(?:拒收\d+份文件：.*?原因见“报送情况”；)?(?:强制性问题\d+条、)?(?=核实性问题)", "", text)
             for letter, text in row.items()} for row in rows]


# Where a file that was not taken may show in a summary, and why it may. All else has to be the same.
MAY_DIFFER: dict[str, tuple[str, Callable[[Rows, Marks], Rows]]] = {
    "总览": ("the sentence of 例外 that says which files were refused, and how many 强制性 findings there are", without_refused_sentence),
    "报送情况": ("the list 未采用的文件 below the units: each refused file with the reason", without_refused_list),
    "审核问题": ("a line for each refused file, the numbers of the lines, and the count of 强制性 in the head", without_refused_findings),
}


def differing(expected: dict[str, Rows], found: dict[str, Rows], marks: Iterable[str]) -> Iterator[str]:
    """Each cell that is another one, but for what `MAY_DIFFER` allows."""
    known = frozenset(marks)
    if list(expected) != list(found):
        yield f"sheets: expected {list(expected)}, found {list(found)}"
    for name in (name for name in expected if name in found):
        before, after = expected[name], found[name]
        if name in MAY_DIFFER:
            allowed = MAY_DIFFER[name][1]
            before, after = allowed(before, known), allowed(after, known)
        one: Cells
        other: Cells
        for number, (one, other) in enumerate(itertools.zip_longest(before, after, fillvalue={}), 1):
            for letter in sorted(one.keys() | other.keys()):
                if one.get(letter) != other.get(letter):
                    yield f"{name}, row {number}, {letter}: expected {one.get(letter)}, found {other.get(letter)}"
