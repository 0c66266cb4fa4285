"""Damages the sample's inputs by lot and runs each through every command that takes such a file.

Usage: scripts/oracle/run hostile --huizong PATH [--seed N] [--size N] [--case N] [--kind TEXT] [--keep DIR] [--workers N]

  --seed N     the lot (1)
  --size N     how many inputs are damaged (60)
  --case N     this case of the lot alone, with every run of it
  --kind TEXT  the cases alone whose family and kind have this in them
  --keep DIR   leave the files there whose runs fail
  --workers N  how many cases at once (as many as there are processors)

Forms, archives of forms, plans and their workbooks, lists, keys, ledgers, what `huizong partial` writes, and documents are
cut off, flipped, made to lie, nested, blown up and filled with what no office writes; the kinds are in hostile/. Each file
goes through its commands in a folder of its own, one process each. Of every run: it ends by itself, with 0, 1 or 2; it
uses at most 5 s of the processor and 256 MiB (512 MiB for an archive of forms); it does not fail in silence, nor by a trace of
its inside; its JSON and its workbooks can be read; it leaves nothing half written behind. One damaged file stops no month: the
commands for an inbox do not end with 2 for it, and those that tell of files name it. A ledger whose content was changed is not
proved. Files of older formats are LibreOffice's work: neither its time nor its memory counts.

Prints for each kind how many runs there were, how they ended, the slowest and the largest, then every failure.

Exit codes: 0 all is as it should be; 1 a run failed; 2 the work cannot be done.
"""

import argparse
import collections
import concurrent.futures
import dataclasses
import multiprocessing
import os
import pathlib
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator

from oracle import arguments
from oracle.hostile import lots
from oracle.hostile.courses import MONTH, NOW, Course, furnish
from oracle.hostile.kinds import Supplies
from oracle.hostile.runs import Limits, Ran, judged, listing, run
from oracle.places import submissions
from oracle.processes import Unusable
from oracle.processes import run as run_soundly

LIMITS = {"archive": Limits(memory=512), "legacy": Limits(None, None)}


@dataclasses.dataclass
class Case:
    """One damaged file, and what its runs came to."""

    number: int
    family: str
    kind: str
    name: str
    runs: list[Ran]

    @property
    def is_wrong(self) -> bool:
        return any(ran.wrong for ran in self.runs)


def supplied(huizong: pathlib.Path, office: pathlib.Path) -> Supplies:
    """The sound inputs, the later ones made by huizong itself."""
    furnish(office)
    plan, month = ("--plan", office / "plan.yaml"), ("--period", MONTH)
    inbox = submissions(MONTH)
    run_soundly([huizong, "consolidate", *plan, *month, "--now", NOW, "--ledger", office / "ledger.sqlite",
                 "-o", office / "book.xlsx", inbox])
    run_soundly([huizong, "partial", *plan, *month, "-o", office / "sound.partial", inbox])
    run_soundly([huizong, "plan", "export", office / "plan.yaml", "-o", office / "plan.xlsx"])
    run_soundly([huizong, "bulletin", *plan, *month, "--ledger", office / "ledger.sqlite", "-o", office / "bulletin.docx"])
    names = ("县区/海丰6月.xlsx", "县区/市城区民政局6月填报表.xlsx", "社会福利科6月填报表.xlsx", "直属单位/福彩中心6月填报表.xlsx")
    contacts = "单位,姓名,电话,自,至\n" + "".join(f"{unit},张某,0660-123456{n},2024-01-01,\n" for n, unit in enumerate(["海丰县", "陆丰市", "市城区"]))
    inputs = {name: (office / file).read_bytes() for name, file in (
        ("plan", "plan.yaml"), ("key", "sample.key"), ("document", "document.txt"), ("partial", "sound.partial"),
        ("plan book", "plan.xlsx"), ("docx", "bulletin.docx"))}
    inputs |= {"ledger": lots.settled(office / "ledger.sqlite"), "receipts": (inbox / "receipts.csv").read_bytes(), "contacts": contacts.encode()}
    return Supplies(tuple((inbox / name).read_bytes() for name in names), inputs)


SUPPLIES: Supplies


def make(seed: int, number: int, path: pathlib.Path) -> tuple[str, bool]:
    """Writes the file; the ending of its name, and whether a proof of it must fail.

    It is made in a process of its own: a process is counted as large as the one was that started it.
    """
    damaged = lots.made(seed, number, SUPPLIES)
    path.write_bytes(damaged.content)
    return damaged.suffix, damaged.must_fail


class Trials:
    """The cases of a lot, several at once."""

    def __init__(self, options: argparse.Namespace, folder: pathlib.Path) -> None:
        self.options, self.huizong, self.folder = options, options.huizong.resolve(), folder
        self.office = folder / "office"
        self.office.mkdir()

    def numbers(self) -> list[int]:
        asked = [self.options.case] if self.options.case is not None else range(self.options.size)
        return [one for one in asked if self.options.kind in ": ".join(lots.drawn(self.options.seed, one))]

    def all(self) -> Iterator[Case]:
        workers = self.options.workers
        with (concurrent.futures.ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork")) as makers,
              concurrent.futures.ThreadPoolExecutor(workers) as runners):
            numbers = self.numbers()
            ahead: collections.deque[concurrent.futures.Future[Case]] = collections.deque()
            for number in numbers:
                ahead.append(runners.submit(self.case, number, makers))
            while ahead:
                yield ahead.popleft().result()

    def case(self, number: int, makers: concurrent.futures.Executor) -> Case:
        family, kind = lots.drawn(self.options.seed, number)
        folder, made = self.folder / f"{number:05}", self.folder / f"{number:05}.made"
        suffix, must_fail = makers.submit(make, self.options.seed, number, made).result()
        course = Course(self.office, folder, family, f"坏{number:05}{suffix}")
        path = course.lay(made)
        case = Case(number, family, kind, course.name, [])
        verdict = ""
        for step in course.steps():
            before = listing(folder)
            ran = judged(run(self.huizong, step, folder), folder, before, course.name, LIMITS.get(family, Limits()), verdict,
                         must_fail)
            if step.words[0] == "check" and (found := re.search(r'"verdict" ?: ?"(\w+)"', ran.text)):
                verdict = found[1]
            case.runs.append(ran)
            if family == "ledger":
                # Every command finds it as it was damaged.
                shutil.copyfile(made, path)
        if self.options.keep and case.is_wrong:
            shutil.copyfile(made, self.options.keep / course.name)
        made.unlink()
        shutil.rmtree(folder)
        for ran in case.runs:
            if not ran.wrong and self.options.case is None:
                ran.output = ran.errors = b""
        return case


def told(options: argparse.Namespace, case: Case) -> None:
    """Prints what is wrong with a case's runs, and how to repeat it."""
    print(f"case {case.number} ({case.family}: {case.kind}), {case.name}", flush=True)
    for ran in case.runs:
        if ran.wrong or options.case is not None:
            print(f"    huizong {' '.join(ran.step.words)}")
            print(f"      ended with {ran.status}, {ran.seconds:.2f} s, {ran.memory:.0f} MiB: {'; '.join(ran.wrong) or 'fine'}")
            said = " | ".join(ran.text.split("\n")).strip(" |")
            print(f"      said: {said[:300] or 'nothing'}")
    print(f"    repeat: scripts/oracle/run hostile --huizong {options.huizong} --seed {options.seed} --case {case.number} --keep DIR")


def table(cases: list[Case]) -> str:
    """By kind: files, runs, exit codes, the slowest, the largest, failures."""
    lines = [f"{'kind':58}{'files':>6}{'runs':>6}{'0':>6}{'1':>6}{'2':>6}{'other':>6}{'s':>7}{'MiB':>6}{'wrong':>6}"]
    kinds: dict[str, list[Case]] = collections.defaultdict(list)
    for case in cases:
        kinds[f"{case.family}: {case.kind}"].append(case)
    for name, group in [*sorted(kinds.items()), ("all", cases)]:
        runs = [ran for case in group for ran in case.runs]
        codes = collections.Counter(ran.status if ran.status in (0, 1, 2) else 3 for ran in runs)
        slowest, largest = max((ran.seconds for ran in runs), default=0), max((ran.memory for ran in runs), default=0)
        lines.append(f"{name:58}{len(group):>6}{len(runs):>6}" + "".join(f"{codes[code]:>6}" for code in range(4))
                     + f"{slowest:>7.2f}{largest:>6.0f}{sum(bool(ran.wrong) for ran in runs):>6}")
    return "\n".join(lines)


def main(given: list[str]) -> int:
    global SUPPLIES
    parser = arguments.parser(__doc__)
    parser.add_argument("--huizong", type=pathlib.Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=60)
    parser.add_argument("--case", type=int)
    parser.add_argument("--kind", default="")
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    options = parser.parse_args(given)
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    cases = []
    with tempfile.TemporaryDirectory(prefix="oracle-hostile-") as folder:
        try:
            trials = Trials(options, pathlib.Path(folder))
            SUPPLIES = supplied(trials.huizong, trials.office)
            for case in trials.all():
                cases.append(case)
                if case.is_wrong or options.case is not None:
                    told(options, case)
        except (Unusable, OSError) as error:
            print(f"hostile: {type(error).__name__}: {error}", file=sys.stderr)
            return 2
    print(table(cases))
    runs = sum(len(case.runs) for case in cases)
    failed = [case for case in cases if case.is_wrong]
    print(f"hostile: {len(cases)} damaged files, {runs} runs; {len(failed)} files with a run that failed")
    return 1 if failed or not cases else 0
