"""Adds 1 to one submitted figure of a sound file, where it lies, and says which.

Usage: scripts/oracle/run change-cell INBOX EXPECTED.json

EXPECTED.json is what `recompute` expects of the inbox: it names the units, their files and figures. The file is one
that counts alone; the figure is a whole number that is simply added up. Prints `code unit file cell old new`, separated
by tabs. Exit codes: 0 changed; 1 the inbox has no such figure.
"""

import pathlib
import sys
from collections.abc import Iterator
from fractions import Fraction

from oracle import arguments
from oracle.forms.reading import read_form, table_of
from oracle.summary.expected import Expected, read_expected
from oracle.workbooks.opening import opened


def candidates(expected: Expected) -> Iterator[tuple[str, str, str, int]]:
    """Code, unit, file and value of each figure that may be changed."""
    for indicator in expected["indicators"]:
        if indicator["entry"] != "cumulative" or indicator["aggregate"] != "sum" or not indicator["isListed"]:
            continue
        for unit, figure in indicator["units"].items():
            facts = expected["units"][unit]
            alone = [len(names) for names in facts["counting"]] == [1] and not facts["superseded"] and not facts["returned"]
            value = Fraction(figure["value"]) if alone and figure["state"] == "reported" and figure["value"] else None
            if value is not None and value.denominator == 1:
                yield indicator["code"], unit, facts["counting"][0][0], int(value)


def change(path: pathlib.Path, code: str, value: int) -> str | None:
    """Adds 1 to the figure of the code where the cell holds just this number; the cell's name, or None."""
    if code not in read_form(path, path.name).rows:
        return None
    book = opened(path)
    table = table_of(book)
    sheet = book[table.title]
    for row in range(table.header + 1, sheet.max_row + 1):
        cell = sheet.cell(row, table.columns["cumulative"])
        if str(sheet.cell(row, table.columns["code"]).value or "").strip() == code and cell.value == value:
            cell.value = value + 1
            book.save(path)
            return f"{table.title}!{cell.coordinate}"
    return None


def main(given: list[str]) -> int:
    inbox, facts = arguments.positional(__doc__, given, "inbox", "expected")
    for code, unit, name, value in candidates(read_expected(facts)):
        if where := change(pathlib.Path(inbox) / name, code, value):
            print(code, unit, name, where, value, value + 1, sep="\t")
            return 0
    print("change-cell: no figure to change", file=sys.stderr)
    return 1
