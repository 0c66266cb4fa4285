"""A plan of many units and indicators, and its filled forms, for the benchmark of memory.

Usage: large_plan.py plan UNITS INDICATORS PLAN.yaml
       large_plan.py fill FORMS INBOX
The forms are those of `huizong template`; each row gets a cumulative figure.
"""

import pathlib
import random
import re
import sys
import zipfile

PER_TASK = 50
SHEET = "填报表"
# Blank cells of the column 累计完成.
BLANK = re.compile(r'<c r="J(\d+)"([^>]*)/>')


def plan(units, indicators, path):
    names = [f"u{number}" for number in range(units)]
    lines = ["version: 1", "revision: 1", "title: 大计划", "issuer: 某局", "year: 2024", "units:"]
    lines += [
        f"  - {{id: {name}, name: 第{number:03d}县民政局, short: 第{number:03d}县, kind: county}}"
        for number, name in enumerate(names)
    ]
    lines += [
        f"  - {{id: counties, name: 各县, kind: group, members: [{', '.join(names)}]}}",
        "  - {id: office, name: 局办公室, kind: section}",
        "tasks:",
    ]
    for number in range(indicators):
        task, item = number // PER_TASK + 1, number % PER_TASK + 1
        if item == 1:
            lines += [
                f'  - id: "{task}"', f'    path: ["{task}"]', "    heading: 任务", "    text: 任务。",
                "    leads: [局办公室]", "    responsible: [各县]",
                "    source: {line: 1, column: 1, endLine: 1, endColumn: 3}", "    indicators:",
            ]
        lines.append(
            f'      - {{code: "{task}-{item:02d}", name: 指标{task}之{item}, quote: 任务, role: target, '
            'comparator: ">=", value: 30000, unit: 个, kind: count, measure: cumulative, aggregate: sum, '
            "frequency: month, missing: exclude, deadline: {date: 2024-12-31, stated: false}, pace: linear, "
            "reportedBy: [counties], illustrative: true}"
        )
    lines += [
        "reporting:", f"  units: [{', '.join(names)}]", f"  counties: [{', '.join(names[:4])}]",
        "  from: 2024-06", "  due: {month: 次月5日}",
    ]
    pathlib.Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def filled(source, target, numbers):
    with zipfile.ZipFile(source) as form:
        parts = {item.filename: form.read(item) for item in form.infolist()}
    sheets = re.findall(r'<sheet name="([^"]+)"', parts["xl/workbook.xml"].decode())
    part = f"xl/worksheets/sheet{sheets.index(SHEET) + 1}.xml"
    text, count = BLANK.subn(
        lambda cell: f'<c r="J{cell[1]}"{cell[2]}><v>{numbers.randint(10, 150)}</v></c>', parts[part].decode())
    if count == 0:
        sys.exit(f"{source}: no cell to fill")
    parts[part] = text.encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as form:
        for name, content in parts.items():
            form.writestr(name, content)


def fill(forms, inbox):
    inbox = pathlib.Path(inbox)
    inbox.mkdir()
    numbers = random.Random(1)
    receipts = ["file,date"]
    for source in sorted(pathlib.Path(forms).glob("*.xlsx")):
        filled(source, inbox / source.name, numbers)
        receipts.append(f"{source.name},2024-07-03")
    (inbox / "receipts.csv").write_text("\n".join(receipts) + "\n", encoding="utf-8")


def main():
    if len(sys.argv) == 5 and sys.argv[1] == "plan":
        plan(int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
    elif len(sys.argv) == 4 and sys.argv[1] == "fill":
        fill(sys.argv[2], sys.argv[3])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
