"""Has LibreOffice fill forms: starts it headless with a profile of its own, and by_libreoffice.py drives it."""

import json
import pathlib
import subprocess
import sys
import tempfile

from oracle.filling.steps import Job
from oracle.filling.unprotect import copy_without_protection

DRIVER = pathlib.Path(__file__).resolve().parent / "by_libreoffice.py"
SECONDS = 300
# What a protected sheet does not allow.
STRUCTURAL = {"insert-row", "move-column"}


class Failed(Exception):
    """One sentence for whoever runs this."""


def run(jobs: list[Job]) -> None:
    """Fills and saves the forms of `jobs`, one after another, in one LibreOffice."""
    if not jobs:
        return
    with tempfile.TemporaryDirectory(prefix="huizong-office-") as scratch:
        for number, job in enumerate(jobs):
            if any(step["do"] in STRUCTURAL for step in job["steps"]):
                opened = pathlib.Path(scratch) / f"{number}.xlsx"
                copy_without_protection(job["template"], opened)
                job["template"] = str(opened)
        listed = pathlib.Path(scratch) / "jobs.json"
        listed.write_text(json.dumps({"profile": f"{scratch}/profile", "jobs": jobs}), encoding="utf-8")
        try:
            result = subprocess.run(
                [python_with_uno(), DRIVER, listed], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                timeout=SECONDS)
        except subprocess.TimeoutExpired as error:
            raise Failed(f"LibreOffice did not finish {len(jobs)} forms in {SECONDS} seconds") from error
    missing = [job["output"] for job in jobs if not pathlib.Path(job["output"]).is_file()]
    if result.returncode != 0 or missing:
        raise Failed(f"LibreOffice did not save {missing or 'the forms'}: {result.stderr.strip()}")


def python_with_uno() -> str:
    """The module `uno` belongs to the system's Python; a virtual environment may see it or not."""
    for python in (sys.executable, "/usr/bin/python3"):
        if subprocess.run([python, "-c", "import uno"], capture_output=True).returncode == 0:
            return python
    raise Failed("no Python here knows `uno`; scripts/setup --test installs python3-uno")
