"""Totals, rates, states and lights of every indicator, and the counts of the overview."""

from fractions import Fraction

from oracle.forms.audit import COUNTED
from oracle.plan.periods import pace, rounded, shares

MET = {
    ">=": lambda total, target: total >= target,
    ">": lambda total, target: total > target,
    "=": lambda total, target: total == target,
    "approx": lambda total, target: total >= target,
}
KEPT = {"<=": lambda total, target: total <= target, "<": lambda total, target: total < target}
GREEN = {"已完成", "超序时", "达序时"}
OVERVIEW = ("已完成", "达序时", "未达序时", "逾期", "未报送")


class Standing:
    """One indicator over all its units, or of one unit `alone`, measured by that unit's own share."""

    def __init__(self, period, indicator, alone=None):
        self.period, self.indicator, self.alone = period, indicator, alone
        self.units = [alone] if alone else list(indicator.reporters)
        self.is_due = period.month.ends(indicator.frequency)
        self.figures = {unit: self._unit_figure(unit) for unit in self.units}
        self.missing = [u for u in self.units if self.figures[u]["state"] in ("missing", "disputed")]
        self.total = self.target = self.rate = self.pace = self.gap = None
        self.dates = []
        self.light = None
        self._measure()
        self.state = self._state() if self.is_due and self._is_measured() else "不考核"
        self.light = self.light or self._light()

    @property
    def is_listed(self):
        """Whether the summary has a line of its own for it: due, reported by somebody, and no part of a ratio."""
        return self.is_due and bool(self.units) and not self.indicator.is_part

    def _is_measured(self):
        """A unit alone is measured where it has a share of the target, or the target is each unit's or its only."""
        indicator = self.indicator
        return (
            not self.alone
            or not indicator.is_paced
            or self.alone in indicator.allocation
            or indicator.aggregate == "each-unit-meets"
            or indicator.reporters == [self.alone]
        )

    def _unit_figure(self, unit):
        if not self.indicator.is_ratio:
            figure = self.period.figure(self.indicator.code, unit)
            return {"state": figure.state, "value": figure.cumulative, "current": figure.current,
                    "date": figure.date, "word": figure.word}
        parts = [self.period.figure(code, unit) for code in (self.indicator.numerator, self.indicator.denominator)]
        if all(part.is_reported and part.cumulative is not None for part in parts):
            top, bottom = (part.cumulative for part in parts)
            value = top / bottom * 100 if bottom else None
            state = "carried" if "carried" in (part.state for part in parts) else "reported"
            return {"state": state, "value": value, "parts": (top, bottom), "current": None}
        worst = next((s for s in ("disputed", "missing", "na") if s in (p.state for p in parts)), "missing")
        return {"state": worst, "value": None, "current": None}

    def _reported(self):
        return [u for u in self.units if self.figures[u]["state"] in COUNTED]

    def _measure(self):
        indicator = self.indicator
        reported = self._reported()
        self.target = indicator.value
        if self.alone:
            self.target = indicator.allocation.get(self.alone, indicator.value)
        elif indicator.aggregate == "each-unit-meets":
            self.target = Fraction(len(self.units)) if indicator.value is not None else None
        if indicator.entry in ("milestone", "recurring"):
            self.dates = [self.figures[u]["date"] for u in reported if self.figures[u]["date"]]
            if indicator.entry == "recurring" and reported:
                self.total = min(self.figures[u]["value"] for u in reported)
        elif indicator.entry != "words" and reported:
            self.total = self._total([self.figures[u] for u in reported])
        if indicator.is_paced:
            deadline = indicator.deadline
            self.pace = pace(self.period.month, indicator.start, deadline)
            if self.total is not None and self.target:
                self.rate = self.total / self.target * 100
                self.gap = rounded(self.rate - Fraction(self.pace), 1)

    def current(self):
        """本期完成 over the units: 未报送, a sum, or None where it is not one number."""
        reported = self._reported()
        if not reported:
            return "未报送" if any(self.figures[u]["state"] != "na" for u in self.units) else None
        if self.indicator.entry not in ("cumulative", "flow") or self.indicator.aggregate != "sum":
            return None
        values = [self.figures[u]["current"] for u in reported]
        return None if None in values else sum(values)

    def _total(self, figures):
        values = [figure["value"] for figure in figures]
        aggregate = self.indicator.aggregate
        if self.indicator.is_ratio:
            top, bottom = (sum(figure["parts"][n] for figure in figures) for n in (0, 1))
            return top / bottom * 100 if bottom else None
        if aggregate == "each-unit-meets" and not self.alone:
            floor = self.indicator.value
            return Fraction(sum(1 for value in values if MET[self.indicator.comparator](value, floor)))
        if self.alone:
            return values[0]
        return {"sum": sum, "min": min, "max": max, "latest": lambda v: v[0]}[aggregate](values)

    def _state(self):
        indicator, last = self.indicator, self.period.month.last_day
        overdue = indicator.deadline is not None and indicator.deadline <= last
        if indicator.role not in ("target", "workload", "mechanism"):
            return "不考核"
        if self.units and all(self.figures[u]["state"] == "na" for u in self.units):
            return "不考核"
        if indicator.entry == "recurring":
            return self._recurring_state()
        if indicator.entry == "milestone":
            return self._milestone_state(overdue)
        if indicator.benchmark or indicator.value is None or indicator.entry == "words":
            return "不考核"
        if self.total is None:
            return "未报送"
        return self._number_state(overdue)

    def _number_state(self, overdue):
        indicator = self.indicator
        if indicator.comparator in KEPT:
            if KEPT[indicator.comparator](self.total, self.target):
                return "已完成" if overdue else "达序时"
            self.light = "红"
            return "未达序时"
        incomplete_ratio = indicator.is_ratio and self.missing
        if MET[indicator.comparator](self.total, self.target) and not incomplete_ratio:
            return "已完成"
        if overdue:
            return "逾期"
        if self.gap is None:
            return "不考核"
        return "超序时" if self.gap > 0 else "达序时" if self.gap == 0 else "未达序时"

    def _milestone_state(self, overdue):
        applicable = [u for u in self.units if self.figures[u]["state"] != "na"]
        if all(self.figures[u].get("date") for u in applicable):
            return "已完成"
        if overdue:
            return "逾期"
        return "达序时" if self._reported() else "未报送"

    def _recurring_state(self):
        if not self._reported():
            return "未报送"
        month, plan = self.period.month, self.period.plan
        start = max(filter(None, (plan.start, self.indicator.start)))
        owed = month.ended_since(start, self.indicator.frequency)
        for unit in self.units:
            figure = self.figures[unit]
            if figure["state"] == "na":
                continue
            count = figure["value"]
            if count is None:
                count = self.period.history(self.indicator, unit) or 0
            if count < owed:
                return "逾期"
        return "达序时"

    def _light(self):
        if self.state in GREEN:
            return "绿"
        if self.state == "不考核":
            return "灰"
        if self.state == "未达序时" and self.gap is not None and self.gap >= -self.period.plan.yellow:
            return "黄"
        return "红"


def overview(standings):
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
    }


def ranking(standings):
    """For a county or a section: how many are assessed, and how many of them are on pace."""
    assessed = [s for s in standings if s.state != "不考核"]
    return {"assessed": len(assessed), "onPace": sum(1 for s in assessed if s.state in GREEN)}
