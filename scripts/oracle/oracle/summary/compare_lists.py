"""明细台账 of a summary against the lists in the forms that count, month by month: each object's state, when it came up,
when it was closed, its states one after the other, and whether it is overdue or left out.

Usage: scripts/oracle/run compare-lists --plan PLAN.yaml --period PERIOD [--history FOLDER …] INBOX SUMMARY.xlsx
Exit codes: 0 all the same; 1 something differs, or too little could be compared; 2 a file cannot be read.
"""

import datetime
import functools
import pathlib
import sys
from dataclasses import dataclass, field

from openpyxl.worksheet.worksheet import Worksheet

from oracle import arguments
from oracle.findings import Verdict, told
from oracle.forms.counting import Period, consolidated
from oracle.forms.entries import plain, read_date
from oracle.plan.periods import Month, months_of
from oracle.plan.plan import Plan, PlanError
from oracle.summary.tables import Table
from oracle.workbooks.opening import opened

OPEN = {"未启动", "推进中", ""}
LEAST = 100


@dataclass
class Object:
    """One object of a unit's list, and its life through the months."""

    name: str
    opened: str
    stages: list[tuple[str, str]] = field(default_factory=list)
    closed: datetime.date | None = None
    note: str = ""
    listed: bool = False

    @property
    def state(self) -> str:
        return self.stages[-1][1] if self.stages else ""

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    def hint(self, overdue: bool, is_reported: bool, is_disputed: bool) -> str:
        words = ["逾期"] if self.is_open and overdue else []
        words += ["漏列"] if self.is_open and is_reported and not self.listed else []
        return "、".join(words + (["待定"] if is_disputed else []))


def key(name: str) -> str:
    return plain(name).replace(" ", "")


# An object, its state, the day on which it was closed, a note.
Line = tuple[str, str, datetime.date | None, str]


@functools.cache
def lists_of(path: str, month: Month) -> dict[str, list[Line]]:
    """The rows of a form's lists, by the indicator's code."""
    lists: dict[str, list[Line]] = {}
    for sheet in opened(path, values=True):
        try:
            table = Table(sheet, {"编码", "对象", "本期状态"})
        except LookupError:
            continue
        for row in table.rows():
            name = table.text(row, "对象").strip()
            if not name:
                continue
            day = read_date(table.value(row, "办结日期"), month)
            state = table.text(row, "本期状态").strip()
            note = table.text(row, "办理情况").strip()
            code = table.text(row, "编码").strip()
            lists.setdefault(code, []).append((name, state, day.date if day.state == "date" else None, note))
    return lists


def source(period: Period, unit: str, code: str) -> str | None:
    """The form whose list counts; None where nobody reports the item or it is disputed."""
    report = period.reports.get(unit)
    if report is None or code in report.disputed or not report.counting:
        return None
    figure = report.figures.get(code)
    if figure is None or figure.state == "missing":
        return None
    names = report.counting[0]
    return next(a.form.path for a in period.audited if a.form.name in names)


def lives(period: Period, unit: str, code: str) -> tuple[dict[str, Object], bool]:
    """The objects of a unit, by their key, in the order in which they came up; and whether the last form has a list."""
    objects: dict[str, Object] = {}
    months = [*sorted(period.earlier.items()), (period.month, period)]
    for month, one in months:
        path = source(one, unit, code)
        if path is None:
            continue
        for name, state, day, note in lists_of(path, month).get(code, []):
            known = objects.setdefault(key(name), Object(name, f"{month.month}月"))
            known.name, known.note, known.listed = name, note, one is period
            if state:
                known.stages.append((f"{month.month}月", state))
            known.closed = day or known.closed
    return objects, source(period, unit, code) is not None


def compare_object(verdict: Verdict, table: Table, row: int, known: Object, hint: str) -> None:
    """One object's line against its life."""
    def where(word: str) -> str:
        return table.where(row, word)

    what = f"{table.value(row, '单位')} {known.name}"
    verdict.word(where("状态"), what, known.state or "未填", table.value(row, "状态"))
    verdict.word(where("列入"), what, known.opened, table.value(row, "列入"))
    verdict.date(where("办结日期"), what, None if known.is_open or not known.closed else str(known.closed), table.value(row, "办结日期"))
    stages = "→".join(month + state for month, state in known.stages) or "—"
    verdict.word(where("各月状态"), what, stages, table.value(row, "各月状态"))
    verdict.word(where("办理情况"), what, known.note, table.value(row, "办理情况"))
    verdict.word(where("提示"), what, hint, table.value(row, "提示"))


def compare(verdict: Verdict, plan: Plan, period: Period, sheet: Worksheet) -> None:
    """Every object of every unit against its line, and no line without an object."""
    table = Table(sheet, {"单位", "对象", "各月状态"})
    found: dict[tuple[str, str, str], int] = {}
    heading = ""
    for row in table.rows():
        name, unit = (table.text(row, word) for word in ("对象", "单位"))
        if not name and "：共" in unit:
            heading = unit.split("：共")[0]
        elif name:
            found[heading, unit, key(name)] = row
    for indicator in plan.indicators:
        overdue = indicator.deadline is not None and indicator.deadline <= period.month.last_day
        for unit in indicator.reporters:
            objects, is_reported = lives(period, unit, indicator.code)
            report = period.reports.get(unit)
            is_disputed = report is not None and indicator.code in report.disputed
            for name, known in objects.items():
                line = found.pop((indicator.name, plan.unit(unit).name, name), None)
                what = f"{plan.unit(unit).name} {known.name}"
                verdict.holds(f"明细台账 {what}", "listed", "a line", line is not None, "none")
                if line is not None:
                    compare_object(verdict, table, line, known, known.hint(overdue, is_reported, is_disputed))
    for (heading, unit, name), row in found.items():
        verdict.differ(f"明细台账!A{row}", f"{heading}: {unit}", "no such object", name)


def main(given: list[str]) -> int:
    parser = arguments.of_period(__doc__)
    parser.add_argument("summary", type=pathlib.Path)
    options = parser.parse_args(given)
    try:
        month = months_of(options.period)[0][-1]
        plan = Plan(options.plan, month)
        period = consolidated(plan, month, options.inbox, options.history)
        sheet = opened(options.summary, values=True)["明细台账"]
        verdict = Verdict()
        compare(verdict, plan, period, sheet)
    except (OSError, ValueError, KeyError, LookupError, PlanError) as error:
        print(f"compare-lists: {type(error).__name__}: {error}", file=sys.stderr)
        return 2
    status = told(
        verdict.differences, f"明细台账: {verdict.compared} values compared, {len(verdict.differences)} differences")
    return status if verdict.compared >= LEAST else 1
