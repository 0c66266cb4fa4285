"""Copies a workbook with the first match of a regular expression replaced, for seeing that a check notices.

Usage: scripts/oracle/run plant IN.xlsx (SHEET | xl/PART.xml) PATTERN REPLACEMENT OUT.xlsx
Exit codes: 0 done; 1 nothing matches.
"""

import pathlib
import re
import sys
import zipfile

from oracle import arguments
from oracle.workbooks.parts import copied, part_of


def main(given: list[str]) -> int:
    source, where, pattern, replacement, target = arguments.positional(
        __doc__, given, "source", "where", "pattern", "replacement", "target")
    with zipfile.ZipFile(source) as archive:
        part = where if where.endswith(".xml") else part_of(archive, where)
        markup, count = re.subn(pattern, replacement, archive.read(part).decode("utf-8"), count=1)
        if not count:
            print(f"plant: {pattern} matches nothing in {part}", file=sys.stderr)
            return 1
        copied(archive, pathlib.Path(target), part, markup)
    return 0
