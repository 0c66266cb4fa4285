#!/usr/bin/env python3
"""Fills forms as other programs do: the jobs of a JSON file, by openpyxl or by LibreOffice.

Usage: fill.py openpyxl|libreoffice JOBS.json

A job has `template`, `output` and `steps` as scripts/samples/by_openpyxl.py and by_libreoffice.py take them.
Exit codes: 0 done; 2 not.
"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "samples"))

import by_openpyxl  # noqa: E402
import libreoffice  # noqa: E402


def main(arguments):
    if len(arguments) != 2 or arguments[0] not in ("openpyxl", "libreoffice"):
        print(__doc__, file=sys.stderr)
        return 2
    jobs = json.loads(pathlib.Path(arguments[1]).read_text(encoding="utf-8"))
    if arguments[0] == "libreoffice":
        libreoffice.run(jobs)
    else:
        for job in jobs:
            by_openpyxl.run(job)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (OSError, KeyError, ValueError, libreoffice.Failed) as error:
        print(f"fill.py: {error}", file=sys.stderr)
        sys.exit(2)
