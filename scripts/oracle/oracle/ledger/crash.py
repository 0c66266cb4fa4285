"""Kills runs into a ledger and proves that nothing is lost by it.

Usage: scripts/oracle/run crash --huizong PATH [--kills N] [--copies N] [--seed N]

  --kills N   how many runs to kill at least (200); three of four between their first and their last commit
  --copies N  how many times the sample's month goes into the inbox, each file as another file (16)

A run into a new ledger is killed (SIGKILL) at a moment drawn by lot; the ledger must open and its chain hold; the next
run goes on where that one stopped, and is killed too; after a few of them one is let come to its end. Then the summary workbook must be the
same, byte for byte, as that of a run that nobody disturbed, and so must what the ledger knows: readings, verdicts and
decisions. Prints how far the killed runs had come.

Exit codes: 0 all is as it should be; 1 something was lost; 2 the work cannot be done.
"""

import argparse
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

from oracle.places import PLAN, submissions

MONTH = "2024-06"


def fill(inbox, copies):
    """The month's files, each several times with other bytes; receipts for all of them."""
    lines = ["file,date"]
    for path in sorted((submissions(MONTH)).rglob("*.xlsx")):
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


def state(ledger):
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


def events(ledger):
    """How many events there are; 0 where there is no ledger yet."""
    if not ledger.exists() or ledger.stat().st_size == 0:
        return 0
    try:
        with sqlite3.connect(ledger) as db:  # Takes back what was not whole, as any program that opens it does.
            return db.execute("SELECT COALESCE(MAX(seq), 0) FROM event").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


class Trial:
    def __init__(self, huizong, folder, copies):
        self.huizong, self.folder = huizong, folder
        self.inbox = folder / "inbox"
        self.inbox.mkdir()
        self.files = fill(self.inbox, copies)

    def command(self, ledger, book):
        return [
            self.huizong, "consolidate", "--plan", PLAN, "--period", MONTH, "--ledger", ledger, "--now",
            "2024-07-10", "-o", book, self.inbox,
        ]

    def run(self, ledger, book):
        result = subprocess.run(list(map(str, self.command(ledger, book))), capture_output=True, text=True)
        if result.returncode not in (0, 1):
            print(result.stderr, file=sys.stderr)
            raise SystemExit(2)

    def watch(self, ledger, book):
        """Runs undisturbed; how many seconds after its beginning the ledger was written to first and last."""
        started = time.monotonic()
        process = subprocess.Popen(
            list(map(str, self.command(ledger, book))), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        changes, seen = [], None
        while process.poll() is None:
            now = ledger.stat().st_mtime_ns if ledger.exists() else None
            if now != seen:
                changes.append(time.monotonic() - started)
                seen = now
            time.sleep(0.002)
        if process.returncode not in (0, 1) or len(changes) < 4:
            raise SystemExit(2)
        return changes[1], changes[-1]

    def verify(self, ledger):
        return subprocess.run(
            [str(self.huizong), "ledger", "verify", "--ledger", str(ledger)], capture_output=True, text=True)

    def kill(self, ledger, book, after):
        """True if the run was killed; false if it had come to its end."""
        process = subprocess.Popen(
            list(map(str, self.command(ledger, book))), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(after)
            return False
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            return True


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--huizong", type=pathlib.Path, required=True)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--copies", type=int, default=16)
    parser.add_argument("--seed", type=int, default=20240630)
    options = parser.parse_args()
    lot = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="huizong-crash-") as folder:
        folder = pathlib.Path(folder)
        trial = Trial(options.huizong.resolve(), folder, options.copies)
        whole, book = folder / "whole.sqlite", folder / "whole.xlsx"
        first, end = trial.watch(whole, book)
        wanted, last = state(whole), events(whole)
        killed, between, rounds = 0, 0, 0
        reached = collections.Counter()
        while killed < options.kills or between * 4 < options.kills * 3:
            rounds += 1
            ledger, out = folder / f"{rounds}.sqlite", folder / f"{rounds}.xlsx"
            before = 0
            for number in range(lot.randint(1, 4)):
                # What a run finds done it need not do again, so that later ones come to the same point sooner.
                if not trial.kill(ledger, out, lot.uniform(first if number == 0 else 0, end)):
                    break
                killed += 1
                now = events(ledger)
                between += 1 < now < last
                reached[min(9, 10 * now // last)] += 1
                if now < before:
                    print(f"crash: {before} events, and after the next kill {now}")
                    return 1
                before = now
                if now:
                    proof = trial.verify(ledger)
                    if proof.returncode != 0:
                        print(f"crash: after kill {killed} the ledger does not verify:\n{proof.stdout}{proof.stderr}")
                        return 1
            trial.run(ledger, out)
            if out.read_bytes() != book.read_bytes():
                print(f"crash: after {killed} kills the summary is another one")
                return 1
            if state(ledger) != wanted:
                print(f"crash: after {killed} kills the ledger knows other things")
                return 1
            ledger.unlink()
            out.unlink()
        print(f"crash: {trial.files} files, {last} events; {killed} runs killed in {rounds} rounds, {between} of them "
              "between the first and the last commit; every round ended as the undisturbed run")
        for tenth in range(10):
            print(f"  {tenth * 10:3}–{tenth * 10 + 10:3} % of the events written: {reached[tenth]}")
    return 0
