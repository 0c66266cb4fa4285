#!/usr/bin/env python3
"""Makes what the 15 units of the sample send in: takes huizong's own forms and fills them as clerks do.

Usage: scripts/samples/fill.py --huizong PATH [--plan FILE] [-o DIR]

  --huizong PATH  the huizong command that writes the empty forms
  --plan FILE     the plan (samples/shanwei-2024/plan.yaml)
  -o DIR          where the months' folders go (samples/shanwei-2024/submissions)

What is filled in stands in figures/ (one file per unit: every figure and sentence of the year, written by hand), who
sends which file, when, and what is wrong with it in months/. Nothing is drawn by lot: another run gives the same cells.
Half of the forms are filled and saved by openpyxl, the others by LibreOffice; no file is left as huizong wrote it.
A file that already holds the same cells stays as it is, so a second run changes nothing.

Exit codes: 0 made; 2 something is missing or does not fit.
"""

import argparse
import filecmp
import pathlib
import shutil
import sys
import tempfile
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
# The forms as they were issued, and the programs that fill them, are the oracle's matter too.
sys.path.insert(0, str(HERE.parent / "oracle"))

import attachments  # noqa: E402
import cells  # noqa: E402
from misfill import steps_of  # noqa: E402
from unit import UnitYear  # noqa: E402

from oracle.filling import by_openpyxl, libreoffice  # noqa: E402
from oracle.filling.issued import Form  # noqa: E402
from oracle.places import PLAN, SAMPLE  # noqa: E402
from oracle.processes import Unusable, histories, run  # noqa: E402

MONTHS = ["2024-04", "2024-05", "2024-06"]


def write_templates(huizong, plan, month, done, folder):
    """The month's empty forms by unit's id; `done` are the folders of the months before."""
    run([huizong, "template", "--plan", plan, "--period", month, "-o", folder, *histories(done)], allowed=(0,))
    forms = (Form(path) for path in sorted(folder.glob("*.xlsx")))
    return {form.unit: form for form in forms}


def job(entry, month, forms, years, output):
    """What is to be done for one file: template, steps in order, where to save."""
    unit = entry["unit"]
    form_month = entry.get("form", month)
    form, year = forms[form_month][unit], years[unit]
    steps = year.steps(form, month) + year.signing_steps(form, entry["signed"])
    steps += [step for odd in entry.get("odd", []) for step in steps_of(odd, form)]
    return {"template": str(form.path), "output": str(output), "steps": steps}


def make_month(month, forms, years, folder):
    """Fills and saves all files of one month, and writes its receipts."""
    entries = tomllib.loads((HERE / "months" / f"{month}.toml").read_text(encoding="utf-8"))["file"]
    office = []
    for entry in entries:
        output = folder / entry["path"]
        output.parent.mkdir(parents=True, exist_ok=True)
        if "attachment" in entry:
            output.write_bytes(attachments.KINDS[entry["attachment"]]())
            continue
        work = job(entry, month, forms, years, output)
        if entry["saved-by"] == "libreoffice":
            office.append(work)
        else:
            by_openpyxl.run(work)
    libreoffice.run(office)
    write_receipts(entries, folder / "receipts.csv")


def write_receipts(entries, path):
    lines = ["file,date"]
    lines += [f"{entry['path']},{entry['received']}" for entry in entries if "received" in entry]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def publish(made, target):
    """Puts the files in place; one with the same cells stays, one that is not made any more goes."""
    changed = 0
    wanted = {path.relative_to(made) for path in made.rglob("*") if path.is_file()}
    present = {path.relative_to(target) for path in target.rglob("*") if path.is_file()} if target.is_dir() else set()
    for name in sorted(present - wanted):
        (target / name).unlink()
        changed += 1
    for name in sorted(wanted):
        if name in present and is_same(made / name, target / name):
            continue
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(made / name, target / name)
        changed += 1
    return changed


def is_same(new, old):
    if filecmp.cmp(new, old, shallow=False):
        return True
    return new.suffix == ".xlsx" and not new.name.startswith("~$") and not cells.differences(new, old)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--huizong", type=pathlib.Path, required=True)
    parser.add_argument("--plan", type=pathlib.Path, default=PLAN)
    parser.add_argument("-o", dest="output", type=pathlib.Path, default=SAMPLE / "submissions")
    options = parser.parse_args()
    figures = sorted((HERE / "figures").glob("*.toml"))
    years = {path.stem: UnitYear(path) for path in figures}
    with tempfile.TemporaryDirectory(prefix="huizong-samples-") as scratch:
        scratch = pathlib.Path(scratch)
        forms, done = {}, []
        try:
            for month in MONTHS:
                forms[month] = write_templates(options.huizong, options.plan, month, done, scratch / "forms" / month)
                folder = scratch / "made" / month
                make_month(month, forms, years, folder)
                done.append(folder)
        except (Unusable, libreoffice.Failed, OSError, KeyError, ValueError) as error:
            print(f"fill.py: {error}", file=sys.stderr)
            return 2
        changed = publish(scratch / "made", options.output)
    print(f"{options.output}: {changed} files changed", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
