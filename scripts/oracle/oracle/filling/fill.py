"""Fills forms as other programs do: the jobs of a JSON file, by openpyxl or by LibreOffice.

Usage: scripts/oracle/run fill openpyxl|libreoffice JOBS.json

A job has `template`, `output` and `steps` as by_openpyxl.py and by_libreoffice.py take them.
Exit codes: 0 done; 2 not.
"""

import json
import pathlib
import sys

from oracle.filling import by_openpyxl, libreoffice


def main():
    arguments = sys.argv[1:]
    if len(arguments) != 2 or arguments[0] not in ("openpyxl", "libreoffice"):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        jobs = json.loads(pathlib.Path(arguments[1]).read_text(encoding="utf-8"))
        if arguments[0] == "libreoffice":
            libreoffice.run(jobs)
        else:
            for job in jobs:
                by_openpyxl.run(job)
    except (OSError, KeyError, ValueError, libreoffice.Failed) as error:
        print(f"fill: {error}", file=sys.stderr)
        return 2
    return 0
