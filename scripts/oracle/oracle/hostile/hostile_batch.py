"""Puts files that no inbox can use between good forms, and proves that the good ones' summary stays the same.

Usage: scripts/oracle/run hostile-batch --huizong PATH [--seed N] [--good N] [--hostile N] [--keep DIR]

  --seed N     the lot (1)
  --good N     how many units there are, each with a good form (1000)
  --hostile N  how many hostile files lie between them (100)
  --keep DIR   leave the two summaries and run reports there if anything is wrong

The plan and its forms are those of scripts/bench/large_plan.py. The hostile files bear the names of units and lie between
their forms: broken archives, forged stamps, bombs, another month's and another plan's forms, pipes, links, names that are no
text; the kinds are in hostile/batch_files.py. `huizong consolidate` reads the good ones alone, and then all. Every cell of
the two summaries must be the same, but for what hostile/books.py lists, with the reason; every hostile file must be named
in the run report among what was refused, ignored or is an attachment; and no run may take more than 512 MiB.

Exit codes: 0 all is as it should be; 1 something differs, is not named or is too large; 2 the work cannot be done.
"""

import argparse
import json
import pathlib
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from typing import Any

from oracle import arguments
from oracle.hostile import batch_files, books
from oracle.hostile.courses import MONTH, NOW, Step
from oracle.hostile.runs import Ran, run
from oracle.places import ROOT
from oracle.processes import Unusable
from oracle.processes import run as run_soundly

LARGE_PLAN = ROOT / "scripts" / "bench" / "large_plan.py"
INDICATORS = 6
MEMORY = 512
LATER = "2024-07"


class Batch:
    """An office of many units, an inbox of good forms, and one that has hostile files between them."""

    def __init__(self, options: argparse.Namespace, folder: pathlib.Path) -> None:
        self.huizong, self.folder = options.huizong.resolve(), folder
        self.seed, self.good, self.hostile = options.seed, options.good, options.hostile
        self.plan, self.inbox, self.mixed = folder / "plan.yaml", folder / "good", folder / "mixed"

    def prepare(self) -> dict[str, str]:
        """Makes both inboxes; the marks of the hostile files, each with its kind."""
        run_soundly([sys.executable, LARGE_PLAN, "plan", self.good, INDICATORS, self.plan])
        run_soundly([self.huizong, "template", "--plan", self.plan, "--period", MONTH, "-o", self.folder / "forms"])
        run_soundly([sys.executable, LARGE_PLAN, "fill", self.folder / "forms", self.inbox])
        shutil.copytree(self.inbox, self.mixed)
        outside, other = self.folder / "outside", self.folder / "other"
        outside.mkdir()
        other.mkdir()
        foreign = self.plan.read_text(encoding="utf-8").replace("issuer: 某局", "issuer: 别局")
        (other / "plan.yaml").write_text(foreign, encoding="utf-8")
        shutil.copyfile(f"{self.plan}.key", other / "plan.yaml.key")
        names = sorted(path.name for path in self.inbox.glob("*.xlsx"))
        later, strange = self._issued(self.plan, LATER, "later"), self._issued(other / "plan.yaml", MONTH, "strange")
        marks = {}
        for number in range(self.hostile):
            good = names[number * len(names) // self.hostile]
            desk = batch_files.Desk((self.inbox / good).read_bytes(), later, strange, outside, random.Random(f"{self.seed} {number}"))
            mark, kind = batch_files.written(desk, self.mixed, good, number)
            marks[mark] = kind
        return marks

    def _issued(self, plan: pathlib.Path, month: str, folder: str) -> bytes:
        """One unit's form for this plan and month."""
        made = self.folder / folder
        run_soundly([self.huizong, "template", "--plan", plan, "--period", month, "--unit", "第000县", "-o", made])
        return next(made.glob("*.xlsx")).read_bytes()

    def consolidated(self, name: str) -> tuple[Ran, dict[str, Any]]:
        """The run over one of the inboxes, and its report."""
        place = self.folder / f"run-{name}"
        (place / "tmp").mkdir(parents=True)
        words = ("consolidate", "--plan", str(self.plan), "--period", MONTH, "--now", NOW, "-o", f"{place}.xlsx",
                 "--report", f"{place}.json", str(self.folder / name))
        ran = run(self.huizong, Step(words), place)
        if ran.status not in (0, 1):
            ran.wrong.append(f"the run over {name} ended with {ran.status}: {ran.errors.decode(errors='replace')[:300] or 'silent'}")
            return ran, {}
        if ran.memory > MEMORY:
            ran.wrong.append(f"the run over {name} took {ran.memory:.0f} MiB")
        report: dict[str, Any] = json.loads(pathlib.Path(f"{place}.json").read_text(encoding="utf-8"))
        return ran, report


def unnamed(report: dict[str, Any], marks: dict[str, str]) -> Iterator[str]:
    """What the run report says of the hostile files otherwise than that they were not taken."""
    aside = [str(one["file"] if isinstance(one, dict) else one) for part in ("refused", "ignored", "attachments") for one in report[part]]
    for mark, kind in marks.items():
        taken = [one for one in report["read"] if mark in str(one["file"])]
        if taken:
            yield f"{mark} ({kind}) was read as a form: {taken[0].get('outcome')}"
        if not any(mark in name for name in aside):
            yield f"{mark} ({kind}) is named nowhere in the run report"


def main(given: list[str]) -> int:
    parser = arguments.parser(__doc__)
    parser.add_argument("--huizong", type=pathlib.Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--good", type=int, default=1000)
    parser.add_argument("--hostile", type=int, default=100)
    parser.add_argument("--keep", type=pathlib.Path)
    options = parser.parse_args(given)
    with tempfile.TemporaryDirectory(prefix="oracle-hostile-") as name:
        folder = pathlib.Path(name)
        try:
            batch = Batch(options, folder)
            marks = batch.prepare()
            alone, _ = batch.consolidated("good")
            if alone.status not in (0, 1):
                raise Unusable(alone.wrong[0])
            mixed, report = batch.consolidated("mixed")
            wrong = alone.wrong + mixed.wrong
            if report:
                wrong += unnamed(report, marks)
                wrong += books.differing(books.rows_of(folder / "run-good.xlsx"), books.rows_of(folder / "run-mixed.xlsx"), marks)
        except (Unusable, OSError) as error:
            print(f"hostile-batch: {type(error).__name__}: {error}", file=sys.stderr)
            return 2
        if wrong and options.keep:
            options.keep.mkdir(parents=True, exist_ok=True)
            for path in folder.glob("run-*.*"):
                shutil.copyfile(path, options.keep / path.name)
    print("\n".join(wrong[:40] + ([f"… {len(wrong)} of them"] if len(wrong) > 40 else [])), end="\n" if wrong else "")
    print(f"hostile-batch: {options.good} good forms, {len(marks)} hostile files of {len(set(marks.values()))} kinds between them; "
          f"alone {alone.seconds:.1f} s and {alone.memory:.0f} MiB, together {mixed.seconds:.1f} s and {mixed.memory:.0f} MiB; "
          f"{len(wrong)} wrong")
    return 1 if wrong else 0
