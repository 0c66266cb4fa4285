"""The chain on random valid data: forms filled by lot, month after month, and every total held against the oracle's.

Usage: scripts/oracle/run random-months --huizong PATH [--seed N] [--seeds N] [--size MONTHS] [--first MONTH] [--keep DIR]

  --seed N     the first seed (1)
  --seeds N    how many seeds, one after another (1)
  --size N     how many months of each seed (3)
  --first M    the first month (2024-04), which has no history
  --keep DIR   leave the forms and summaries of a seed that differs there

For each seed: huizong writes the forms of the sample's 15 units, they are filled validly by lot, huizong consolidates
them, and the forms of the next month are written from what was filled. recompute works out what each summary must
say, compare holds it against the workbook. A valid form that is returned is a difference too.

Exit codes: 0 every summary is as recomputed; 1 one differs, or a valid form was not taken; 2 the work cannot be done.
"""

import argparse
import json
import pathlib
import random
import shutil
import sys
import tempfile
import warnings

from oracle import arguments
from oracle.filling.by_lot import Filler
from oracle.filling.issued import Form
from oracle.places import PLAN, RUN
from oracle.plan.periods import Month
from oracle.plan.plan import Plan
from oracle.processes import Unusable, histories, run
from oracle.summary.sources import reported


class Year:
    """The months of one seed in a folder of their own."""

    def __init__(self, huizong: pathlib.Path, seed: int, folder: pathlib.Path) -> None:
        self.huizong, self.seed, self.folder = huizong, seed, folder
        self.done: list[pathlib.Path] = []
        self.known: dict[tuple[str, str], object] = {}

    def month(self, month: Month) -> list[str]:
        """Fills and consolidates a month; the lines of what differs."""
        inbox = self._fill(month)
        summary, expected = self.folder / f"{month}.xlsx", self.folder / f"{month}.json"
        report = self.folder / f"{month}-run.json"
        common = ["--plan", PLAN, "--period", month, *histories(self.done)]
        run([self.huizong, "consolidate", *common, "-o", summary, "--report", report, inbox])
        recomputed = run([sys.executable, RUN, "recompute", *common, inbox], allowed=(0,))
        expected.write_text(recomputed.stdout, encoding="utf-8")
        compared = run([sys.executable, RUN, "compare", summary, expected])
        self.known.update(reported(summary))
        self.done.append(inbox)
        lines = compared.stdout.strip().splitlines()
        print(f"seed {self.seed}, {month}: {lines[-1]}")
        return lines[:-1] + self._not_taken(report)

    def _fill(self, month: Month) -> pathlib.Path:
        templates, inbox = self.folder / f"{month}-templates", self.folder / str(month)
        run([self.huizong, "template", "--plan", PLAN, "--period", month, *histories(self.done), "-o", templates], (0,))
        inbox.mkdir()
        plan = Plan(PLAN, month)
        rng = random.Random(f"{self.seed} {month}")
        for path in sorted(templates.glob("*.xlsx")):
            form = Form(path)
            unit = plan.unit(form.unit).name
            known = {code: value for (name, code), value in self.known.items() if name == unit}
            Filler(plan, month, rng).fill(form, known).book.save(inbox / path.name)
        received = month.shifted(1).first_day.replace(day=3)
        lines = [f"{path.name},{received}" for path in sorted(inbox.glob("*.xlsx"))]
        if len(lines) != len(plan.units):
            raise Unusable(f"{month}: {len(lines)} forms for {len(plan.units)} units")
        (inbox / "receipts.csv").write_text("\n".join(["file,date", *lines]) + "\n", encoding="utf-8")
        return inbox

    @staticmethod
    def _not_taken(report: pathlib.Path) -> list[str]:
        said = json.loads(report.read_text(encoding="utf-8"))
        lines = [f"{one['file']}: refused: {one['reasons']}" for one in said["refused"]]
        return lines + [f"{one['file']}: {one['outcome']}" for one in said["read"] if one["outcome"] != "counting"]


def seed_differs(options: argparse.Namespace, seed: int) -> bool:
    """Goes through the months of a seed until one differs, and says how to repeat it."""
    with tempfile.TemporaryDirectory(prefix="huizong-months-") as folder:
        year = Year(options.huizong.resolve(), seed, pathlib.Path(folder))
        for offset in range(options.size):
            differences = year.month(Month.parse(options.first).shifted(offset))
            if differences:
                print("\n".join("  " + line for line in differences))
                print(f"  repeat: scripts/oracle/run random-months --huizong {options.huizong} --seed {seed}"
                      f" --size {options.size} --first {options.first}")
                if options.keep:
                    shutil.copytree(folder, options.keep / str(seed), dirs_exist_ok=True)
                return True
    return False


def main(given: list[str]) -> int:
    parser = arguments.parser(__doc__)
    parser.add_argument("--huizong", type=pathlib.Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--size", type=int, default=3)
    parser.add_argument("--first", default="2024-04")
    parser.add_argument("--keep", type=pathlib.Path)
    options = parser.parse_args(given)
    warnings.filterwarnings("ignore", module="openpyxl")
    try:
        differing = [seed for seed in range(options.seed, options.seed + options.seeds) if seed_differs(options, seed)]
    except (Unusable, OSError, KeyError, ValueError) as error:
        print(f"random-months: {type(error).__name__}: {error}", file=sys.stderr)
        return 2
    print(f"{options.seeds} seeds of {options.size} months: {len(differing)} differ" + (f": {differing}" if differing
        else ""))
    return 1 if differing else 0
