"""Copies a workbook and spoils the stored value of one cell, and nothing else.

Usage: scripts/oracle/run corrupt IN.xlsx SHEET CELL OUT.xlsx
A number becomes another, a shared string the next one, a formula's text another text.
Exit codes: 0 done; 1 there is no such cell with a value.
"""

import pathlib
import re
import sys
import zipfile

from oracle import arguments
from oracle.workbooks.parts import copied, part_of


def other_text(text: str) -> str:
    """Another number in it, or a mark behind it."""
    changed = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), text, count=1)
    return changed if changed != text else text + "*"


def other_value(kind: str, old: str) -> str:
    """Another value of the same kind of cell."""
    if kind == "s":
        return str(int(old) + 1)
    return other_text(old) if kind == "str" else repr(float(old) + 1)


def spoiled(markup: str, reference: str) -> tuple[str, str, str]:
    """The sheet's markup with another value in the cell; the old value and the new one."""
    found = re.search(rf'<c r="{reference}"([^>]*)>(.*?)<v>([^<]*)</v>', markup, re.DOTALL)
    if not found or "</c>" in found[2]:
        raise LookupError(f"no cell {reference} with a value")
    kind = re.search(r'\bt="(\w+)"', found[1])
    old = found[3]
    new = other_value(kind[1] if kind else "n", old)
    return markup[: found.start(3)] + new + markup[found.end(3) :], old, new


def spoil(source: pathlib.Path, title: str, reference: str, target: pathlib.Path) -> tuple[str, str]:
    """Copies the workbook with one cell spoiled; the old value and the new one."""
    with zipfile.ZipFile(source) as archive:
        part = part_of(archive, title)
        markup, old, new = spoiled(archive.read(part).decode("utf-8"), reference)
        copied(archive, target, part, markup)
    return old, new


def main(given: list[str]) -> int:
    source, title, reference, target = arguments.positional(__doc__, given, "source", "sheet", "cell", "target")
    try:
        old, new = spoil(pathlib.Path(source), title, reference, pathlib.Path(target))
    except LookupError as error:
        print(f"corrupt: {error}", file=sys.stderr)
        return 1
    print(f"{title}!{reference}: {old} → {new}")
    return 0
