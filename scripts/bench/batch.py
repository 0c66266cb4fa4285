"""Measures for scripts/bench/batch: processor time of whole processes, each beside its peer, round by round."""

import argparse
import dataclasses
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

PERIOD = "2024-06"
HERE = pathlib.Path(__file__).parent


@dataclasses.dataclass
class Ratio:
    name: str
    ours: list[float]
    theirs: list[float]

    def line(self):
        ratios = [own / other for own, other in zip(self.ours, self.theirs)]
        own, other = statistics.median(self.ours), statistics.median(self.theirs)
        return (
            f"{self.name:<58}{statistics.median(ratios):7.2f}  ({min(ratios):.2f}–{max(ratios):.2f})"
            f"  {own:8.3f} s ÷ {other:.3f} s"
        )


def seconds(command, expected=(0, 1)):
    """Processor time of a process and what it waited for; what it prints is thrown away."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        said = process.stderr.read().decode(errors="replace")
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in expected:
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}: {said}")
    return used.ru_utime + used.ru_stime


class Bench:
    def __init__(self, options):
        self.huizong = options.huizong
        self.folder = pathlib.Path(options.folder)
        self.rounds = options.rounds
        self.plan = self.folder / "plan.yaml"
        self.inbox = self.folder / "inbox"
        large = [sys.executable, HERE / "large_plan.py"]
        seconds([*large, "plan", str(options.forms), str(options.indicators), self.plan], (0,))
        seconds(self.command("template", "-o", self.folder / "forms"), (0,))
        seconds([*large, "fill", self.folder / "forms", self.inbox], (0,))

        self.check(options.forms)

    def check(self, forms):
        """Ends the run unless every form counts: a run that refuses them is quick."""
        ended = subprocess.run(self.consolidate("--lang", "zh"), capture_output=True, text=True, check=False)
        if f"已报{forms}家" not in ended.stdout:
            sys.exit(f"not all {forms} forms were taken: {ended.stdout[:200]}{ended.stderr[:200]}")

    def command(self, name, *rest):
        return [self.huizong, name, "--plan", self.plan, "--period", PERIOD, *rest]

    def consolidate(self, *rest):
        return self.command("consolidate", "-o", self.folder / "book.xlsx", *rest, self.inbox)

    def fresh(self):
        for path in self.folder.glob("ledger.sqlite*"):
            path.unlink()

    def ratios(self):
        ledger = self.folder / "ledger.sqlite"
        names = [
            "consolidate ÷ a script with python-calamine and XlsxWriter", "the same with a new ledger ÷ without",
            "again with the ledger, nothing changed ÷ sha256sum", "huizong --help ÷ python3 -c pass",
        ]
        found = [Ratio(name, [], []) for name in names]
        script = [sys.executable, HERE / "consolidate.py", self.inbox, self.folder / "table.xlsx"]
        digest = ["sha256sum", *sorted(self.inbox.glob("*.xlsx"))]
        for _ in range(self.rounds):
            plain = seconds(self.consolidate())
            self.fresh()
            first = seconds(self.consolidate("--ledger", ledger))
            pairs = [
                (plain, seconds(script, (0,))),
                (first, plain),
                (seconds(self.consolidate("--ledger", ledger)), seconds(digest, (0,))),
                (self.often([self.huizong, "--help"]), self.often(["/usr/bin/python3", "-c", "pass"])),
            ]
            for ratio, (own, other) in zip(found, pairs):
                ratio.ours.append(own)
                ratio.theirs.append(other)
        return found

    def often(self, command):
        """Processor time of a short process: of fifty of them, each."""
        return sum(seconds(command, (0,)) for _ in range(50)) / 50


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--huizong", required=True)
    parser.add_argument("--folder", required=True)
    parser.add_argument("forms", type=int)
    parser.add_argument("indicators", type=int)
    parser.add_argument("rounds", type=int)
    options = parser.parse_args()
    bench = Bench(options)
    print(f"{options.forms} forms × {options.indicators} indicators, {options.rounds} rounds; median (lowest–highest)")
    for ratio in bench.ratios():
        print(ratio.line())
    shutil.rmtree(options.folder, ignore_errors=True)


main()
