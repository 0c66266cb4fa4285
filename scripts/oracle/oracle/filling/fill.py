"""Fills forms as other programs do: the jobs of a JSON file, by openpyxl or by LibreOffice.

Usage: scripts/oracle/run fill openpyxl|libreoffice JOBS.json

A job has `template`, `output` and `steps` as steps.py has them.
Exit codes: 0 done; 2 not.
"""

import json
import pathlib
import sys

from oracle import arguments
from oracle.filling import by_openpyxl, libreoffice
from oracle.filling.steps import Job


def main(given: list[str]) -> int:
    parser = arguments.parser(__doc__)
    parser.add_argument("program", choices=("openpyxl", "libreoffice"))
    parser.add_argument("jobs", type=pathlib.Path)
    options = parser.parse_args(given)
    try:
        jobs: list[Job] = json.loads(options.jobs.read_text(encoding="utf-8"))
        if options.program == "libreoffice":
            libreoffice.run(jobs)
        else:
            for job in jobs:
                by_openpyxl.run(job)
    except (OSError, KeyError, ValueError, libreoffice.Failed) as error:
        print(f"fill: {error}", file=sys.stderr)
        return 2
    return 0
