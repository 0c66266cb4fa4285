#!/usr/bin/env python3
"""Checks what huizong says about the samples against samples/shanwei-2024/expected.json.

Usage: scripts/samples/verify.py --huizong PATH [--sample DIR]

Every form of every month goes through `huizong check`. A file that expected.json lists must get its verdict and each of
its findings (rule, and sheet and cells where they are named); any other must be accepted. No file may get an error or
a warning beyond those. samples/README.md must name each listed file.
Each disagreement is one line. Exit codes: 0 none; 1 some; 2 huizong did not run.
"""

import argparse
import json
import pathlib
import subprocess
import sys

SAMPLES = pathlib.Path(__file__).resolve().parent.parent.parent / "samples"


def checked(huizong, sample, plan, month, files, history):
    """What `huizong check` says about the files, by their name in the month's folder."""
    folder = sample / month["folder"]
    command = [huizong, "check", "--plan", sample / plan, "--format", "json", "--period", folder.name]
    command += [folder / file for file in files]
    for earlier in history:
        command += ["--history", sample / earlier]
    result = subprocess.run(list(map(str, command)), stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if result.returncode > 1:
        raise SystemExit(f"verify.py: huizong check ended with {result.returncode}: {result.stderr.strip()}")
    answers = json.loads(result.stdout)["files"]
    return {str(pathlib.Path(answer["file"]).relative_to(folder)): answer for answer in answers}


def is_meant(finding, expected):
    """True if the finding is the expected one; each expected cell must be among its cells."""
    return (
        finding["id"] == expected["id"] and finding["rule"] == expected["rule"]
        and ("sheet" not in expected or finding.get("sheet") == expected["sheet"])
        and set(expected.get("cells", [])) <= set(finding.get("cells", []))
    )


def told(finding):
    place = "、".join(finding.get("cells", []))
    return f"{finding['id']} {finding['rule']} {finding.get('sheet', '')}!{place}"


def disagreements(answer, expected):
    if answer["verdict"] != expected["verdict"]:
        yield f"is {answer['verdict']}, should be {expected['verdict']}"
    for wanted in expected["findings"]:
        if not any(is_meant(finding, wanted) for finding in answer["findings"]):
            yield f"lacks {told(wanted)}"
    for finding in answer["findings"]:
        known = any(finding["rule"] == wanted["rule"] for wanted in expected["findings"])
        if finding["grade"] != "notice" and not known:
            yield f"has {told(finding)}: {finding['message']}"


def verify_month(huizong, sample, plan, name, month):
    folder = sample / month["folder"]
    beside = set(month["attachments"]) | set(month["ignored"]) | {"receipts.csv"}
    present = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    listed = {entry["file"]: entry for entry in month["files"]}
    for file in sorted((listed.keys() | beside) - present):
        yield f"{name}/{file}: is not there"
    answers = checked(huizong, sample, plan, month, sorted(present - beside), month["history"])
    for file, answer in answers.items():
        expected = listed.get(file, {"verdict": "accepted", "findings": []})
        yield from (f"{name}/{file}: {line}" for line in disagreements(answer, expected))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--huizong", type=pathlib.Path, required=True)
    parser.add_argument("--sample", type=pathlib.Path, default=SAMPLES / "shanwei-2024")
    options = parser.parse_args()
    expected = json.loads((options.sample / "expected.json").read_text(encoding="utf-8"))
    words = (SAMPLES / "README.md").read_text(encoding="utf-8")
    lines = []
    for name, month in expected["periods"].items():
        lines += verify_month(options.huizong, options.sample, expected["plan"], name, month)
        named = [entry["file"] for entry in month["files"]] + month["attachments"] + month["ignored"]
        lines += [f"samples/README.md: does not name {name}/{file}" for file in named if f"`{file}`" not in words]
    print("\n".join(lines), end="\n" if lines else "")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
