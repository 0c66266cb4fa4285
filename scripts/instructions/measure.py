#!/usr/bin/env python3
"""Counts instructions of reading a workbook and of inflating it only, under valgrind, and compares their ratio.

Usage: scripts/instructions/measure.py BENCH FILE RECORD [--record]
  BENCH     the program HuizongBench
  FILE      the workbook of scripts/instructions/fixture.py
  RECORD    the JSON file with the ratio to be held
  --record  writes RECORD instead of comparing with it

Valgrind shows every program the same processor, without AVX-512, so libdeflate takes the same way through its code
wherever this runs. Hashes are seeded alike. What a program costs before it does anything is counted apart, by a job
without a file, and taken off both.

Exit codes: 0 within 5 % of the record; 1 outside, also where it is better: record anew; 2 nothing can be compared, for
the fixture, the compiler or the kind of machine is another.
"""

import hashlib
import json
import os
import pathlib
import platform
import re
import subprocess
import sys
import tempfile

TOLERANCE = 0.05


def unusable(words):
    print(f"instructions: {words}", file=sys.stderr)
    sys.exit(2)


def instructions(bench, *arguments):
    """Instructions that the program executes in all."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            "PATH": os.environ["PATH"], "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", ""), "TZ": "UTC0",
            "LC_ALL": "C", "SWIFT_DETERMINISTIC_HASHING": "1",
        }
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", bench, *arguments]
        done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if found is None or done.returncode != (0 if len(arguments) == 2 else 2):
        unusable(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
    return int(found[1])


def swift_version():
    said = subprocess.run(["swift", "--version"], stdin=subprocess.DEVNULL, capture_output=True, text=True).stdout
    return re.search(r"Swift version ([\d.]+)", said)[1]


def main():
    if len(sys.argv) not in (4, 5) or sys.argv[4:] not in ([], ["--record"]):
        unusable("see the head of scripts/instructions/measure.py")
    bench, file, record = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    start = instructions(bench)
    reading = instructions(bench, "w1", file) - start
    inflating = instructions(bench, "inflate", file) - start
    found = {
        "ratio": round(reading / inflating, 4),
        "reading": reading,
        "inflating": inflating,
        "swift": swift_version(),
        "machine": platform.machine(),
        "fixture": hashlib.sha256(pathlib.Path(file).read_bytes()).hexdigest(),
    }
    if sys.argv[4:]:
        record.write_text(json.dumps(found, indent=2) + "\n")
        return
    held = json.loads(record.read_text())
    reasons = {"fixture": "the fixture has other bytes (another zlib?)", "swift": "the compiler is another"}
    for key, words in {**reasons, "machine": "the machine is of another kind"}.items():
        if held[key] != found[key]:
            unusable(f"{words}: recorded {held[key]}, here {found[key]}; record anew")
    change = found["ratio"] / held["ratio"] - 1
    print(
        f"instructions: reading {reading / 1e6:.1f} M, inflating {inflating / 1e6:.1f} M, ratio {found['ratio']},"
        f" recorded {held['ratio']}, {change:+.1%}"
    )
    if abs(change) > TOLERANCE:
        print("instructions: " + ("slower than recorded" if change > 0 else "faster than recorded: record anew"))
        sys.exit(1)


if __name__ == "__main__":
    main()
