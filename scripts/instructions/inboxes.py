"""What scripts/instructions/linear.py makes more and more of around a form: files of an inbox, lines, a plan, parts."""

import datetime
import subprocess
import zipfile
from typing import Callable, NamedTuple

import forms
from forms import FIRST

OPTIONS = ["--period", "2024-06", "--workers", "1"]


class Job(NamedTuple):
    """A command on a folder with `size` of something: N, ten and a hundred times as many.

    `prepare` fills the folder and returns the arguments of the program."""

    name: str
    size: int
    prepare: Callable


def plan_of(folder, tools, **numbers):
    """A plan in the folder, or the common one where no numbers are given."""
    if not numbers:
        return tools.plan
    path = folder / "plan.yaml"
    path.write_text(forms.plan(**numbers), encoding="utf-8")
    return path


def form_bytes(tools, item):
    form = tools.form.copy()
    form.fill(f"J{FIRST}", forms.number(f"J{FIRST}", 100 + item, 19))
    path = tools.folder / "one.xlsx"
    form.write(path)
    return path.read_bytes()


def inbox(folder, files):
    path = folder / "inbox"
    path.mkdir()
    for name, content in files:
        (path / name).write_bytes(content)
    return path


def consolidating(folder, tools, path):
    return ["consolidate", "--plan", tools.plan, *OPTIONS, "--now", "2024-07-10", "-o", folder / "out.xlsx", path]


def attachments(folder, count, tools):
    return consolidating(folder, tools, inbox(folder, [(f"{item}.pdf", b"%PDF-1.4\n") for item in range(count)]))


def files_of_a_unit(folder, count, tools):
    return consolidating(folder, tools, inbox(folder, [(f"{item}.xlsx", form_bytes(tools, item)) for item in range(count)]))


def same_files(folder, count, tools):
    content = form_bytes(tools, 0)
    return consolidating(folder, tools, inbox(folder, [(f"{item}.xlsx", content) for item in range(count)]))


def members(folder, count, tools):
    path = inbox(folder, [])
    if count:
        with zipfile.ZipFile(path / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            for item in range(count):
                archive.writestr(zipfile.ZipInfo(f"{item}.pdf"), f"%PDF-1.4\n{item}\n")
    return consolidating(folder, tools, path)


def watched_members(folder, count, tools):
    path = inbox(folder, [])
    if count:
        with zipfile.ZipFile(path / "all.zip", "w") as archive:
            for item in range(count):
                archive.writestr(zipfile.ZipInfo(f"{item}.xlsx"), "")
    return ["watch", "--once", "--plan", tools.plan, *OPTIONS, path]


def contacts(folder, count, tools):
    """Somebody else for each day of one unit, which is as many lines as a list can have without a fault."""
    path = folder / "plan.yaml"
    path.write_bytes(tools.plan.read_bytes())
    (folder / "plan.yaml.key").write_bytes(tools.plan.with_name("plan.yaml.key").read_bytes())
    days = [datetime.date(1990, 1, 1) + datetime.timedelta(item) for item in range(count)]
    lines = ["单位,姓名,电话,自,至", *(f"第0县民政局,甲{item},,{day},{day}" for item, day in enumerate(days))]
    (folder / "contacts.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return ["consolidate", "--plan", path, *OPTIONS, "--dry-run", inbox(folder, [("a.xlsx", form_bytes(tools, 0))])]


def receipts(folder, count, tools):
    path = inbox(folder, [("form.xlsx", form_bytes(tools, 0))])
    lines = ["file,date", "form.xlsx,2024-07-03", *(f"other{item}.xlsx,2024-07-04" for item in range(count))]
    (path / "receipts.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return consolidating(folder, tools, path)


def receipts_of_one(folder, count, tools):
    path = inbox(folder, [("form.xlsx", form_bytes(tools, 0))])
    lines = ["file,date", *(f"form.xlsx,2024-07-{1 + item % 9:02}" for item in range(count))]
    (path / "receipts.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return consolidating(folder, tools, path)


def documented(folder, tools, **numbers):
    document = folder / "document.txt"
    document.write_text("任务。\n", encoding="utf-8")
    return ["plan", "check", plan_of(folder, tools, **numbers), "--document", document]


def plan_indicators(folder, count, tools):
    return documented(folder, tools, indicators=2 + count)


def plan_units(folder, count, tools):
    return documented(folder, tools, units=1 + count)


def plan_rules(folder, count, tools):
    return documented(folder, tools, rules=1 + count)


def asked_rules(folder, count, tools):
    form = folder / "form.xlsx"
    form.write_bytes(form_bytes(tools, 0))
    return ["check", "--plan", plan_of(folder, tools, rules=1 + count), *OPTIONS, form]


def parts(folder, count, tools):
    """As many parts as files, each of one attachment, written by `huizong partial` without valgrind."""
    path = inbox(folder, [])
    part = folder / "0.partial"
    named = [part]
    for item in range(count + 1):
        (path / "a.pdf").write_bytes(f"%PDF-1.4\n{item}\n".encode())
        named.append(folder / f"{item + 1}.partial")
        command = [tools.program, "partial", "--plan", tools.plan, *OPTIONS, "-o", named[-1], path]
        subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    return ["merge", "--plan", tools.plan, *named[1:], "-o", folder / "all.partial"]


def part_of_files(folder, count, tools):
    """One part of many files, merged with itself."""
    path = inbox(folder, [(f"{item}.pdf", b"%PDF-1.4\n") for item in range(count)])
    part = folder / "1.partial"
    command = [tools.program, "partial", "--plan", tools.plan, *OPTIONS, "-o", part, path]
    subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    return ["merge", "--plan", tools.plan, part, part, "-o", folder / "all.partial"]


# A hundred forms cost a minute under valgrind; the other kinds are cheap for each item.
JOBS = [
    Job("inbox-attachments", 10, attachments),
    Job("files-of-a-unit", 1, files_of_a_unit),
    Job("same-files", 1, same_files),
    Job("zip-members", 10, members),
    Job("watched-members", 10, watched_members),
    Job("contacts", 50, contacts),
    Job("receipts", 50, receipts),
    Job("receipts-of-one", 50, receipts_of_one),
    Job("plan-indicators", 5, plan_indicators),
    Job("plan-units", 10, plan_units),
    Job("plan-rules", 5, plan_rules),
    Job("asked-rules", 5, asked_rules),
    Job("merge-parts", 1, parts),
    Job("merge-files", 50, part_of_files),
]
