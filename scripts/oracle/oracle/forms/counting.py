"""Which files of a period count, what each unit's status is, and the figures of the periods before."""

import csv
import datetime
import pathlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from oracle.forms.audit import Audited, Figure, audit
from oracle.forms.reading import read_form
from oracle.plan.periods import Month
from oracle.plan.plan import Indicator, Plan

IGNORED_NAMES = {"receipts.csv"}


@dataclass
class UnitReport:
    """What a unit's files of a month come to."""

    unit: str
    status: str = "缺报"
    counting: list[list[str]] = field(default_factory=list)
    returned: list[str] = field(default_factory=list)
    superseded: list[str] = field(default_factory=list)
    figures: dict[str, Figure] = field(default_factory=dict)
    disputed: list[str] = field(default_factory=list)
    omitted: list[str] = field(default_factory=list)
    first_date: datetime.date | None = None
    corrected_date: datetime.date | None = None
    signature: dict[str, object] = field(default_factory=dict)
    acceptable: bool = False


def files_of(folder: pathlib.Path) -> Iterator[tuple[pathlib.Path, str, datetime.date | None]]:
    """(path, name relative to the folder, receipt date or None) of every file, in the order of names."""
    dates: dict[pathlib.Path, datetime.date] = {}
    for register in sorted(folder.rglob("receipts.csv")):
        with open(register, encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                dates[(register.parent / row["file"].strip()).resolve()] = datetime.date.fromisoformat(row["date"].strip())
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name not in IGNORED_NAMES and not path.name.startswith((".", "~$")):
            yield path, str(path.relative_to(folder)), dates.get(path.resolve())


class Period:
    """One month: its forms audited, and what each unit's files come to."""

    def __init__(self, plan: Plan, month: Month, folder: pathlib.Path, earlier: Mapping[Month, "Period"]) -> None:
        self.plan, self.month, self.earlier = plan, month, earlier
        self.audited = [
            audit(read_form(path, name), received, plan, month, self)
            for path, name, received in files_of(folder)
        ]
        self.reports = {unit.id: self._report(unit.id) for unit in plan.units if plan.on_form(unit.id, month)}

    def history(self, indicator: Indicator, unit: str) -> Fraction | None:
        """The counting cumulative figure of the indicator's period before; 0 in the year's first; None if not known."""
        before = self.month.before(indicator.frequency)
        if before is None:
            return None if indicator.entry == "level" else Fraction(0)
        period = self.earlier.get(before)
        if period is None:
            return Fraction(0) if indicator.entry == "recurring" and before < self.plan.start else None
        figure = period.figure(indicator.code, unit)
        return figure.cumulative if figure.state in ("reported", "nil") else None

    def known(self, indicator: Indicator, unit: str, but: Fraction | None = None) -> Fraction | bool | None:
        """The last counting figure of any earlier month of the year, however long ago: a sum, or True for a day on which
        it was done; None where there is none. A sum `but` is passed over."""
        for month in sorted(self.earlier, reverse=True):
            if month.year != self.month.year or not month.ends(indicator.frequency):
                continue
            figure = self.earlier[month].figure(indicator.code, unit)
            if indicator.entry == "milestone":
                if figure.state == "reported" and figure.date:
                    return True
            elif figure.state in ("reported", "nil") and figure.cumulative not in (None, but):
                return figure.cumulative
        return None

    def figure(self, code: str, unit: str) -> Figure:
        """What counts for a unit and an indicator: its figure, one carried over, or one that is missing or disputed."""
        report, indicator = self.reports.get(unit), self.plan.by_code[code]
        if report and code in report.disputed:
            return Figure("disputed")
        figure = report.figures.get(code, Figure("missing")) if report else Figure("missing")
        if figure.state == "missing" and indicator.is_carried and self.month.ends(indicator.frequency):
            earlier = self.history(indicator, unit)
            if earlier is not None and indicator.entry == "level":
                return Figure("carried", cumulative=earlier)
        return figure

    def _report(self, unit: str) -> UnitReport:
        report = UnitReport(unit)
        mine = [a for a in self.audited if a.form.belongs and a.form.unit == unit]
        report.returned = sorted(a.form.name for a in mine if not a.is_acceptable)
        sound = _distinct([a for a in mine if a.is_acceptable])
        standing = [a for a in sound if not any(_supersedes(other, a) for other in sound)]
        report.superseded = sorted(a.form.name for a in sound if a not in standing)
        report.counting = [sorted(a.names) for a in standing]
        report.acceptable = bool(sound)
        if standing:
            first = standing[0]
            report.figures = dict(first.figures)
            for code in first.figures:
                if any(other.figures[code].key != first.figures[code].key for other in standing[1:]):
                    report.disputed.append(code)
            report.omitted = sorted(
                code for code, figure in first.figures.items()
                if figure.state == "missing" and code not in report.disputed
            )
            report.signature = first.form.signature
        dates = [a.received for a in sound if a.received]
        report.first_date = min(dates) if dates else None
        latest = max((a.received for a in standing if a.received), default=None)
        report.corrected_date = latest if latest and report.first_date and latest > report.first_date else None
        report.status = self._status(report, bool(mine))
        return report

    def _status(self, report: UnitReport, any_file: bool) -> str:
        if not report.acceptable:
            return "退回" if any_file else "缺报"
        if report.disputed:
            return "多份待定"
        if report.first_date is None:
            return "已报（时间不详）"
        return "按时" if report.first_date <= self.plan.due_date(self.month) else "迟报"


def _distinct(audited: list[Audited]) -> list[Audited]:
    """Equal content under another name counts once, under any of its names, and from the earliest receipt of them."""
    kept: dict[tuple[object, ...], Audited] = {}
    for one in audited:
        one.names = [one.form.name]
        twin = kept.setdefault((one.form.content, tuple(map(str, one.form.signature.values()))), one)
        if twin is not one:
            twin.names.append(one.form.name)
        if twin is not one and one.received and (twin.received is None or one.received < twin.received):
            twin.received = one.received
    return list(kept.values())


def _supersedes(newer: Audited, older: Audited) -> bool:
    if newer is older:
        return False
    if newer.form.parent and newer.form.parent == older.form.digest:
        return True
    return bool(newer.received and older.received and newer.received > older.received)


def month_of(folder: pathlib.Path) -> Month:
    """The month most of a folder's forms are of."""
    votes = Counter(form.period for form in (read_form(path, name) for path, name, _ in files_of(folder)) if form.period)
    if not votes:
        raise SystemExit(f"{folder}: no form names its period")
    return Month.parse(votes.most_common(1)[0][0])


def consolidated(plan: Plan, month: Month, inbox: pathlib.Path, histories: list[pathlib.Path]) -> Period:
    """The period, with those before it worked out in their order."""
    earlier: dict[Month, Period] = {}
    for past, folder in sorted((month_of(folder), folder) for folder in histories):
        if past in earlier:
            raise SystemExit(f"{folder}: a second folder of {past}")
        if past < month:
            earlier[past] = Period(plan, past, folder, dict(earlier))
    return Period(plan, month, inbox, earlier)
