"""Copies a workbook with the first match of a regular expression replaced, for seeing that a check notices.

Usage: scripts/oracle/run plant IN.xlsx (SHEET | xl/PART.xml) PATTERN REPLACEMENT OUT.xlsx
Exit codes: 0 done; 1 nothing matches.
"""

import re
import sys
import zipfile

from oracle.changes.corrupt import part_of


def main():
    source, where, pattern, replacement, target = sys.argv[1:]
    with zipfile.ZipFile(source) as archive:
        part = where if where.endswith(".xml") else part_of(archive, where)
        markup, count = re.subn(pattern, replacement, archive.read(part).decode("utf-8"), count=1)
        if not count:
            print(f"plant: {pattern} matches nothing in {part}", file=sys.stderr)
            return 1
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
            for entry in archive.namelist():
                copy.writestr(entry, markup.encode("utf-8") if entry == part else archive.read(entry))
    return 0
