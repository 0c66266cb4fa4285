"""Totals, rates, states and lights of every indicator, and the counts of the overview."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from oracle.forms.audit import COUNTED
from oracle.forms.counting import Period
from oracle.plan.periods import pace, rounded, shares
from oracle.plan.plan import Indicator
from oracle.summary.expected import Overview, Ranking

Comparison = Callable[[Fraction, Fraction], bool]
MET: dict[str, Comparison] = {
    ">=": lambda total, target: total >= target,
    ">": lambda total, target: total > target,
    "=": lambda total, target: total == target,
    "approx": lambda total, target: total >= target,
}
KEPT: dict[str, Comparison] = {"<=": lambda total, target: total <= target, "<": lambda total, target: total < target}
GREEN = {"已完成", "超序时", "达序时"}
OVERVIEW = ("已完成", "达序时", "未达序时", "逾期", "未报送")


@dataclass
class UnitFigure:
    """What counts of one unit; of a ratio also its two sums."""

    state: str
    value: Fraction | None = None
    current: Fraction | None = None
    date: datetime.date | None = None
    word: str = ""
    parts: tuple[Fraction, Fraction] | None = None

    @property
    def is_counted(self) -> bool:
        return self.state in COUNTED


class Standing:
    """One indicator over all its units, or of one unit `alone`, measured by that unit's own share."""

    def __init__(self, period: Period, indicator: Indicator, alone: str | None = None) -> None:
        self.period, self.indicator, self.alone = period, indicator, alone
        self.units = [alone] if alone else list(indicator.reporters)
        self.is_due = period.month.ends(indicator.frequency)
        self.figures = {unit: self._unit_figure(unit) for unit in self.units}
        self.missing = [u for u in self.units if self.figures[u].state in ("missing", "disputed")]
        self.total: Fraction | None = None
        self.target: Fraction | None = None
        self.rate: Fraction | None = None
        self.pace: Decimal | None = None
        self.gap: Decimal | None = None
        self.dates: list[datetime.date] = []
        self._measure()
        self.state = self._state() if self.is_due and self._is_measured() else "不考核"
        self.light = self._light()

    @property
    def is_listed(self) -> bool:
        """Whether the summary has a line of its own for it: due, reported by somebody, and no part of a ratio."""
        return self.is_due and bool(self.units) and not self.indicator.is_part

    def _is_measured(self) -> bool:
        """A unit alone is measured where it has a share of the target, or the target is each unit's or its only."""
        indicator = self.indicator
        return (
            not self.alone
            or not indicator.is_paced
            or self.alone in indicator.allocation
            or indicator.aggregate == "each-unit-meets"
            or indicator.reporters == [self.alone]
        )

    def _unit_figure(self, unit: str) -> UnitFigure:
        if not self.indicator.is_ratio:
            figure = self.period.figure(self.indicator.code, unit)
            return UnitFigure(figure.state, figure.cumulative, figure.current, figure.date, figure.word)
        parts = [self.period.figure(code, unit) for code in self.indicator.parts]
        sums = [part.cumulative for part in parts if part.is_reported and part.cumulative is not None]
        states = [part.state for part in parts]
        if len(sums) == 2:
            top, bottom = sums
            value = top / bottom * 100 if bottom else None
            return UnitFigure("carried" if "carried" in states else "reported", value, parts=(top, bottom))
        return UnitFigure(next((state for state in ("disputed", "missing", "na") if state in states), "missing"))

    @property
    def reported(self) -> list[UnitFigure]:
        """What counts in totals."""
        return [figure for figure in self.figures.values() if figure.is_counted]

    def _measure(self) -> None:
        indicator, reported = self.indicator, self.reported
        self.target = indicator.value
        if self.alone:
            self.target = indicator.allocation.get(self.alone, indicator.value)
        elif indicator.aggregate == "each-unit-meets":
            self.target = Fraction(len(self.units)) if indicator.value is not None else None
        if indicator.entry in ("milestone", "recurring"):
            self.dates = [figure.date for figure in reported if figure.date]
            if indicator.entry == "recurring" and reported:
                self.total = min(values_of(reported))
        elif indicator.entry != "words" and reported:
            self.total = self._total(reported)
        if indicator.is_paced:
            deadline = indicator.deadline
            self.pace = pace(self.period.month, indicator.start, deadline)
            if self.total is not None and self.target:
                self.rate = self.total / self.target * 100
                self.gap = rounded(self.rate - Fraction(self.pace), 1)

    def current(self) -> Fraction | str | None:
        """本期完成 over the units: 未报送, a sum, or None where it is not one number."""
        reported = self.reported
        if not reported:
            return "未报送" if any(figure.state != "na" for figure in self.figures.values()) else None
        if self.indicator.entry not in ("cumulative", "flow") or self.indicator.aggregate != "sum":
            return None
        values = [figure.current for figure in reported if figure.current is not None]
        return sum(values, Fraction(0)) if len(values) == len(reported) else None

    def _total(self, figures: list[UnitFigure]) -> Fraction | None:
        aggregate = self.indicator.aggregate
        if self.indicator.is_ratio:
            top, bottom = (sum((figure.parts[n] for figure in figures if figure.parts), Fraction(0)) for n in (0, 1))
            return top / bottom * 100 if bottom else None
        values = values_of(figures)
        if aggregate == "each-unit-meets" and not self.alone:
            floor = self.indicator.value
            if floor is None:
                raise ValueError(f"{self.indicator.code}: each unit has to meet a floor, and there is none")
            return Fraction(sum(1 for value in values if MET[self.indicator.comparator](value, floor)))
        if self.alone or aggregate == "latest":
            return values[0]
        return {"sum": sum_of, "min": least, "max": most}[aggregate](values)

    def _state(self) -> str:
        indicator, last = self.indicator, self.period.month.last_day
        overdue = indicator.deadline is not None and indicator.deadline <= last
        if indicator.role not in ("target", "workload", "mechanism"):
            return "不考核"
        if self.units and all(figure.state == "na" for figure in self.figures.values()):
            return "不考核"
        if indicator.entry == "recurring":
            return self._recurring_state()
        if indicator.entry == "milestone":
            return self._milestone_state(overdue)
        if indicator.benchmark or indicator.value is None or indicator.entry == "words":
            return "不考核"
        return "未报送" if self.total is None else self._number_state(self.total, overdue)

    def _number_state(self, total: Fraction, overdue: bool) -> str:
        indicator, target = self.indicator, self.target
        if target is None:
            raise ValueError(f"{indicator.code}: nothing to measure {total} by")
        if indicator.comparator in KEPT:
            if KEPT[indicator.comparator](total, target):
                return "已完成" if overdue else "达序时"
            return "未达序时"
        incomplete_ratio = indicator.is_ratio and self.missing
        if MET[indicator.comparator](total, target) and not incomplete_ratio:
            return "已完成"
        if overdue:
            return "逾期"
        if self.gap is None:
            return "不考核"
        return "超序时" if self.gap > 0 else "达序时" if self.gap == 0 else "未达序时"

    def _milestone_state(self, overdue: bool) -> str:
        if all(figure.date for figure in self.figures.values() if figure.state != "na"):
            return "已完成"
        if overdue:
            return "逾期"
        return "达序时" if self.reported else "未报送"

    def _recurring_state(self) -> str:
        if not self.reported:
            return "未报送"
        month, plan = self.period.month, self.period.plan
        start = max(filter(None, (plan.start, self.indicator.start)))
        owed = month.ended_since(start, self.indicator.frequency)
        for unit, figure in self.figures.items():
            if figure.state == "na":
                continue
            count = figure.value
            if count is None:
                count = self.period.history(self.indicator, unit) or Fraction(0)
            if count < owed:
                return "逾期"
        return "达序时"

    def _light(self) -> str:
        if self.state in GREEN:
            return "绿"
        if self.state == "不考核":
            return "灰"
        if self.state == "未达序时" and self.gap is not None and self.gap >= -self.period.plan.yellow:
            return "黄"
        return "红"


def values_of(figures: list[UnitFigure]) -> list[Fraction]:
    """The numbers of figures that all have one."""
    values = [figure.value for figure in figures if figure.value is not None]
    if len(values) != len(figures):
        raise ValueError("a figure that counts has no number")
    return values


def sum_of(values: list[Fraction]) -> Fraction:
    return sum(values, Fraction(0))


def least(values: list[Fraction]) -> Fraction:
    return min(values)


def most(values: list[Fraction]) -> Fraction:
    return max(values)


def overview(standings: list[Standing]) -> Overview:
    """Counts of the states under assessment, and their shares. `standings` are those with a line of their own."""
    counts = dict.fromkeys(OVERVIEW, 0)
    for standing in standings:
        name = "达序时" if standing.state == "超序时" else standing.state
        if name in counts:
            counts[name] += 1
    return {
        "assessed": sum(counts.values()),
        "notAssessed": sum(1 for s in standings if s.state == "不考核"),
        "indicators": len(standings),
        "counts": counts,
        "shares": dict(zip(OVERVIEW, map(str, shares(list(counts.values()))))),
        "lights": {light: sum(1 for s in standings if s.light == light) for light in "绿黄红灰"},
        "tasks": len({standing.indicator.task for standing in standings}),
    }


def ranking(standings: list[Standing]) -> Ranking:
    """For a county or a section: how many are assessed, and how many of them are on pace."""
    assessed = [s for s in standings if s.state != "不考核"]
    return {"assessed": len(assessed), "onPace": sum(1 for s in assessed if s.state in GREEN)}
