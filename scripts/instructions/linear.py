#!/usr/bin/env python3
"""Proves by counting instructions that nothing in reading, checking or writing a form costs more than in proportion.

Usage: scripts/instructions/linear.py PROGRAM [--kinds NAME…] [--long] [--clock] [--list]
  PROGRAM    the program huizong, a release build
  --kinds    only these kinds, or KIND/COMMAND; --list names them all
  --long     four times as many of each thing
  --clock    processor time without valgrind instead of instructions, the better of two runs, in microseconds: to look at
             sizes for which valgrind is too slow

Of each thing the same form, or inbox, or plan, is made with N, 10·N and 100·N, and with none. Valgrind counts the
instructions of the command on each; those with none are taken off, and what is left is the part of the thing. Of
`layout infer` those with one are taken off: a first row that is not the plan's own makes another description. A part
ten times as large may cost at most 10 × 1.5 times as much. A part below FLOOR instructions counts as FLOOR, for what a run
costs varies by as much; so the run with N is left out where 10·N costs too little to fail. Two processes run at a time.

KNOWN names what is not in proportion yet; that it is, once mended, is an error too, until it is taken off the list.

Exit codes: 0 everything is in proportion but what is KNOWN; 1 something else is not, or a KNOWN kind is; 2 nothing can
be counted: no valgrind, no compiler for C, or the program refuses a file.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

from forms import Form, plan
from inboxes import JOBS, OPTIONS
from kinds import KINDS

BOUND = 10 * 1.5
FLOOR = 2_000_000
FLOOR_CLOCK = 20_000
HERE = pathlib.Path(__file__).resolve().parent
KNOWN = set()


def unusable(words):
    print(f"linear: {words}", file=sys.stderr)
    sys.exit(2)


class Tools:
    """The program, a copy of it without symbols (valgrind reads those for seconds), the plan and the form."""

    def __init__(self, program, folder, clock):
        self.folder, self.clock, self.floor = folder, clock, FLOOR_CLOCK if clock else FLOOR
        self.program = folder / "huizong"
        shutil.copy(program, self.program)
        self.environment = {
            "PATH": os.environ["PATH"], "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", ""), "TZ": "UTC0",
            "LC_ALL": "C", "SWIFT_DETERMINISTIC_HASHING": "1",
        }
        self.plan = folder / "plan.yaml"
        self.plan.write_text(plan(), encoding="utf-8")
        if clock:
            return
        with open(program, "rb") as file:
            if file.read(4) == b"\x7fELF":
                self.run(["strip", "-s", self.program])
        self.shim = folder / "sigsuspend.so"
        self.run(["cc", "-shared", "-fPIC", "-O1", "-o", self.shim, HERE / "sigsuspend.c"])

    def run(self, command):
        try:
            subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            unusable(f"{error}\n{getattr(error, 'stderr', '')}")

    def template(self):
        self.run([self.program, "template", "--plan", self.plan, "--period", "2024-06", "-o", self.folder / "forms"])
        self.form = Form(next((self.folder / "forms").glob("*.xlsx")))

    def cost(self, arguments):
        """Instructions, or microseconds, of the program with these arguments."""
        if self.clock:
            return min(self.seconds(arguments) for _ in range(2))
        command = [
            "valgrind", "--tool=exp-bbv", "--instr-count-only=yes", f"--bb-out-file={self.folder}/bb.%p",
            "--vex-guest-chase=no", "--vex-guest-max-insns=15", self.program, *arguments,
        ]
        environment = {**self.environment, "LD_PRELOAD": str(self.shim)}
        done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True)
        self.judge(command, done)
        # One line for each thread.
        counts = re.findall(rb"Total instructions: (\d+)", done.stderr)
        if not counts:
            unusable(f"{command} counted nothing:\n{done.stderr.decode(errors='replace')[-2000:]}")
        return sum(map(int, counts))

    def seconds(self, arguments):
        command = [str(part) for part in (self.program, *arguments)]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.judge(command, subprocess.run(
            command, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return int(1e6 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime))

    def judge(self, command, done):
        # `dump` ends with 2 where a text was cut off.
        if done.returncode not in (0, 1, *((2,) if "dump" in command else ())):
            unusable(f"{command} ended with {done.returncode}:\n{done.stderr.decode(errors='replace')[-2000:]}")


def arguments_for(command, tools, folder, form):
    common = ["--plan", tools.plan, *OPTIONS]
    return {
        "check": ["check", *common, form],
        "findings": ["check", *common, "--format", "xlsx", "-o", folder / "findings.xlsx", form],
        "return": ["return", *common, "--text", "-o", folder / "returns", form],
        "infer": ["layout", "infer", form, "--plan", tools.plan],
        "dump": ["dump", form, "--format", "csv"],
        "consolidate": ["consolidate", *common, "--now", "2024-07-10", "-o", folder / "out.xlsx", form.parent],
    }[command]


class Case:
    """One kind under one command: what it costs with a number of its thing."""

    def __init__(self, name, size, group, prepare):
        self.name, self.size, self.group, self.prepare = name, size, group, prepare

    def cost(self, tools, count):
        with tempfile.TemporaryDirectory(dir=tools.folder) as folder:
            return tools.cost(self.prepare(pathlib.Path(folder), count, tools))


def form_case(kind, command):
    def prepare(folder, count, tools):
        form = tools.form.copy()
        if count:
            kind.change(form, count)
        (folder / "in").mkdir()
        path = folder / "in" / "form.xlsx"
        form.write(path)
        return arguments_for(command, tools, folder, path)
    return Case(f"{kind.name}/{command}", kind.size, command, prepare)


def cases(long):
    factor = 4 if long else 1
    for kind in KINDS:
        for command in kind.commands.split():
            case = form_case(kind, command)
            case.size *= 1 if kind.fixed else factor
            yield case
    for job in JOBS:
        yield Case(job.name, job.size * factor, job.name, job.prepare)


def measured(case, base, tools):
    """Parts of 100·N and 10·N and, where it can matter, N; smallest first."""
    parts = []
    if case.group == "infer":
        base = case.cost(tools, 1)
    for times in (100, 10, 1):
        parts.insert(0, case.cost(tools, case.size * times) - base)
        if parts[0] <= BOUND * tools.floor:
            break
    return parts


def ratios(parts, floor):
    return [more / max(less, floor) for less, more in zip(parts, parts[1:])]


def told(case, parts, tools):
    """One line of a case, and whether it is in proportion."""
    found = ratios(parts, tools.floor)
    fine = all(ratio <= BOUND for ratio in found)
    unit = "s" if tools.clock else "M"
    numbers = ", ".join(f"{part / 1e6:.2f}" for part in parts)
    said = " ".join(f"{ratio:.1f}" for ratio in found) or "too little to judge"
    word = "" if fine else ("  KNOWN" if case.name in KNOWN else "  NOT IN PROPORTION")
    print(f"linear: {case.name:26} up to {case.size * 100:8} × {numbers} {unit}, ratios {said}{word}", flush=True)
    return fine


def chosen(arguments):
    found = list(cases(arguments.long))
    if arguments.kinds:
        wanted = set(arguments.kinds)
        named = {name for case in found for name in (case.name, case.name.split("/")[0])}
        if missing := wanted - named:
            unusable(f"no kind {', '.join(sorted(missing))}; --list names them")
        found = [case for case in found if wanted & {case.name, case.name.split("/")[0]}]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--kinds", nargs="+", metavar="NAME")
    for option in ("--long", "--clock", "--list"):
        parser.add_argument(option, action="store_true")
    arguments = parser.parse_args()
    todo = chosen(arguments)
    if arguments.list:
        print("\n".join(case.name for case in todo))
        return
    with tempfile.TemporaryDirectory() as folder:
        tools = Tools(arguments.program, pathlib.Path(folder), arguments.clock)
        tools.template()
        # The clock is common to all children of this process: one at a time.
        with concurrent.futures.ThreadPoolExecutor(1 if arguments.clock else 2) as pool:
            groups = {case.group: case for case in todo}
            bases = dict(zip(groups, pool.map(lambda case: case.cost(tools, 0), groups.values())))
            every = pool.map(lambda case: (case, measured(case, bases[case.group], tools)), todo)
            fine = {case.name: told(case, parts, tools) for case, parts in every}
    broken = sorted(name for name, well in fine.items() if not well and name not in KNOWN)
    mended = sorted(name for name, well in fine.items() if well and name in KNOWN)
    if broken:
        print(f"linear: not in proportion: {', '.join(broken)}")
    if mended:
        print(f"linear: in proportion now, to be taken off KNOWN: {', '.join(mended)}")
    sys.exit(1 if broken or mended else 0)


if __name__ == "__main__":
    main()
