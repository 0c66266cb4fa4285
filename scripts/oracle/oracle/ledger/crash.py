"""Kills runs into a ledger and proves that nothing is lost by it.

Usage: scripts/oracle/run crash --huizong PATH [--kills N] [--copies N] [--seed N]

  --kills N   how many runs to kill at least (400); half of them in the first 50 ms of a new ledger, three of four of the
              others between their first and their last commit
  --copies N  how many times the sample's month goes into the inbox, each file as another file (16)

A run into a new ledger is killed (SIGKILL) at a moment drawn by lot; there must be no ledger, or one that opens and whose
chain holds; the next run goes on where that one stopped, and is killed too; after a few of them one is let come to its end. Then the summary workbook must be the
same, byte for byte, as that of a run that nobody disturbed, and so must what the ledger knows: readings, verdicts and
decisions. Prints how far the killed runs had come.

Exit codes: 0 all is as it should be; 1 something was lost; 2 the work cannot be done.
"""

import collections
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile

from oracle import arguments
from oracle.places import PLAN, submissions

MONTH = "2024-06"


def fill(inbox: pathlib.Path, copies: int) -> int:
    """The month's files, each several times with other bytes; receipts for all of them."""
    lines = ["file,date"]
    for path in sorted(submissions(MONTH).rglob("*.xlsx")):
        if path.name.startswith("~$"):
            continue
        for copy in range(copies):
            target = inbox / f"{copy}-{path.name}"
            shutil.copyfile(path, target)
            if zipfile.is_zipfile(target):
                with zipfile.ZipFile(target, "a") as archive:
                    archive.comment = f"copy {copy}".encode()
            lines.append(f"{target.name},2024-07-0{1 + copy % 9}")
    (inbox / "receipts.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines) - 1


def state(ledger: pathlib.Path) -> list[list[str]]:
    """What a ledger knows, without the numbers and times of its events."""
    with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True) as db:
        queries = [
            "SELECT digest, name, received, receivedIsStated FROM v1_files",
            "SELECT digest, part, unit, period, isRefused, expected, read, blank, unreadable, outside FROM v1_readings",
            "SELECT digest, indicator, previous, current, cumulative, sheet, cell FROM v1_figures",
            "SELECT digest, id, grade, standing, indicator, cells, text FROM v1_findings f WHERE verdict = (SELECT"
            " MAX(verdict) FROM v1_findings g WHERE g.digest = f.digest)",
            "SELECT kind, digest, unit, period, indicator, why FROM v1_decisions",
        ]
        return [sorted(set(map(str, db.execute(query)))) for query in queries]


def events(ledger: pathlib.Path) -> int:
    """How many events there are; 0 where there is no ledger yet."""
    if not ledger.exists() or ledger.stat().st_size == 0:
        return 0
    try:
        with sqlite3.connect(ledger) as db:  # Takes back what was not whole, as any program that opens it does.
            count: int = db.execute("SELECT COALESCE(MAX(seq), 0) FROM event").fetchone()[0]
            return count
    except sqlite3.OperationalError:
        return 0


class Trial:
    """The inbox that every run reads, and the ways in which a run is let go on or not."""

    def __init__(self, huizong: pathlib.Path, folder: pathlib.Path, copies: int) -> None:
        self.huizong, self.folder = huizong, folder
        self.inbox = folder / "inbox"
        self.inbox.mkdir()
        self.files = fill(self.inbox, copies)

    def command(self, ledger: pathlib.Path, book: pathlib.Path) -> list[str]:
        return list(map(str, [
            self.huizong, "consolidate", "--plan", PLAN, "--period", MONTH, "--ledger", ledger, "--now",
            "2024-07-10", "-o", book, self.inbox,
        ]))

    def run(self, ledger: pathlib.Path, book: pathlib.Path) -> None:
        result = subprocess.run(self.command(ledger, book), capture_output=True, text=True)
        if result.returncode not in (0, 1):
            print(result.stderr, file=sys.stderr)
            raise SystemExit(2)

    def watch(self, ledger: pathlib.Path, book: pathlib.Path) -> tuple[float, float, float]:
        """Runs undisturbed; how many seconds after its beginning the ledger was begun, and written to first and last."""
        started = time.monotonic()
        process = subprocess.Popen(
            self.command(ledger, book), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        changes: list[float] = []
        begun = 0.0
        seen = None
        drafts = [ledger.with_name(ledger.name + ending) for ending in (".lock", ".new")]
        while process.poll() is None:
            if not begun and any(draft.exists() for draft in drafts):
                begun = time.monotonic() - started
            now = ledger.stat().st_mtime_ns if ledger.exists() else None
            if now != seen:
                changes.append(time.monotonic() - started)
                seen = now
            time.sleep(0.001)
        if process.returncode not in (0, 1) or len(changes) < 4:
            raise SystemExit(2)
        return begun, changes[1], changes[-1]

    def verify(self, ledger: pathlib.Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self.huizong), "ledger", "verify", "--ledger", str(ledger)], capture_output=True, text=True)

    def kill(self, ledger: pathlib.Path, book: pathlib.Path, after: float) -> bool:
        """True if the run was killed; false if it had come to its end."""
        process = subprocess.Popen(
            self.command(ledger, book), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(after)
            return False
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            return True


class Lost(Exception):
    """One sentence about what a killed run has lost."""


EARLY_SECONDS = 0.05


class Rounds:
    """Rounds of killed runs, each into a ledger of its own, held against the run that nobody disturbed."""

    def __init__(self, trial: Trial, lot: random.Random) -> None:
        self.trial, self.lot, self.folder = trial, lot, trial.folder
        whole, self.book = self.folder / "whole.sqlite", self.folder / "whole.xlsx"
        self.begun, self.first, self.end = trial.watch(whole, self.book)
        self.wanted, self.last = state(whole), events(whole)
        self.rounds = self.killed = self.between = self.early = 0
        # How many killed runs had come to each tenth of the events.
        self.reached: collections.Counter[int] = collections.Counter()

    def round(self) -> None:
        """A few killed runs into one ledger, and one that comes to its end."""
        self.rounds += 1
        ledger, out = self.folder / f"{self.rounds}.sqlite", self.folder / f"{self.rounds}.xlsx"
        if self.early * 2 <= self.killed:
            moment = self.lot.uniform(max(0.0, self.begun - EARLY_SECONDS / 5), self.begun + EARLY_SECONDS)
            if self.trial.kill(ledger, out, moment):
                self.early += 1
                self._looked_at(ledger, 0)
        before = events(ledger)
        for number in range(self.lot.randint(1, 4)):
            # What a run finds done it need not do again, so that later ones come to the same point sooner.
            if self.early * 2 < self.killed or not self.trial.kill(
                    ledger, out, self.lot.uniform(self.first if number == 0 else 0, self.end)):
                break
            before = self._looked_at(ledger, before)
        self.trial.run(ledger, out)
        if out.read_bytes() != self.book.read_bytes():
            raise Lost(f"after {self.killed} kills the summary is another one")
        if state(ledger) != self.wanted:
            raise Lost(f"after {self.killed} kills the ledger knows other things")
        left = sorted(path.name for path in self.folder.glob(f"{self.rounds}.sqlite*"))
        if left != [f"{self.rounds}.sqlite", f"{self.rounds}.sqlite.lock"]:
            raise Lost(f"after {self.killed} kills and a whole run these are left: {', '.join(left)}")
        ledger.unlink()
        out.unlink()

    def _looked_at(self, ledger: pathlib.Path, before: int) -> int:
        """How many events the ledger has after a kill; it has not lost one, and its chain holds."""
        self.killed += 1
        if ledger.exists() and events(ledger) == 0:
            raise Lost(f"kill {self.killed} left a ledger that none can use")
        now = events(ledger)
        self.between += 1 < now < self.last
        self.reached[min(9, 10 * now // self.last)] += 1
        if now < before:
            raise Lost(f"{before} events, and after the next kill {now}")
        proof = self.trial.verify(ledger) if now else None
        if proof is not None and proof.returncode != 0:
            raise Lost(f"after kill {self.killed} the ledger does not verify:\n{proof.stdout}{proof.stderr}")
        return now

    def told(self) -> None:
        print(f"crash: {self.trial.files} files, {self.last} events; {self.killed} runs killed in {self.rounds} rounds, "
              f"{self.early} of them while the ledger was made, {self.between} between the first and the last commit; every round ended as the undisturbed run")
        for tenth in range(10):
            print(f"  {tenth * 10:3}–{tenth * 10 + 10:3} % of the events written: {self.reached[tenth]}")


def main(given: list[str]) -> int:
    parser = arguments.parser(__doc__)
    parser.add_argument("--huizong", type=pathlib.Path, required=True)
    parser.add_argument("--kills", type=int, default=400)
    parser.add_argument("--copies", type=int, default=16)
    parser.add_argument("--seed", type=int, default=20240630)
    options = parser.parse_args(given)
    with tempfile.TemporaryDirectory(prefix="huizong-crash-") as folder:
        trial = Trial(options.huizong.resolve(), pathlib.Path(folder), options.copies)
        rounds = Rounds(trial, random.Random(options.seed))
        try:
            while rounds.killed < options.kills or rounds.between * 8 < options.kills * 3:
                rounds.round()
        except Lost as lost:
            print(f"crash: {lost}")
            return 1
        rounds.told()
    return 0
