"""The plan as the oracle needs it: units, indicators, who reports what, and when it is due."""

import datetime
import re
from dataclasses import dataclass, field
from fractions import Fraction

import yaml

from oracle.plan.periods import Month

PACED_KINDS = {"count", "money", "length", "list"}


class PlanError(Exception):
    pass


@dataclass
class Indicator:
    code: str
    name: str
    task: str
    role: str
    kind: str
    measure: str
    aggregate: str
    frequency: str
    comparator: str
    unit: str
    lead: str
    value: Fraction | None
    deadline: datetime.date | None
    start: Month | None
    benchmark: bool
    is_carried: bool  # a missing figure is taken from the period before, and marked
    numerator: str | None
    denominator: str | None
    reporters: list = field(default_factory=list)
    allocation: dict = field(default_factory=dict)
    is_part: bool = False  # the numerator or denominator of a ratio

    @property
    def entry(self):
        """What a unit writes: the column and the kind of value (rules: entry kinds)."""
        if self.kind == "text":
            return "words"
        if self.role == "mechanism":
            return "recurring"
        if self.kind == "milestone":
            return "milestone"
        return {"flow": "flow", "level": "level"}.get(self.measure, "cumulative")

    @property
    def is_ratio(self):
        return self.aggregate == "ratio" and bool(self.numerator) and bool(self.denominator)

    @property
    def is_paced(self):
        return (
            self.role in ("target", "workload")
            and self.value is not None
            and not self.benchmark
            and self.kind in PACED_KINDS
            and self.comparator not in ("<=", "<", "range")
        )

    def goal(self, unit):
        """What a unit's own 完成率 is measured by: its allocation, else the target."""
        if self.value is None or self.role not in ("target", "workload"):
            return None
        return self.allocation.get(unit, None if self.allocation else self.value)


@dataclass
class Unit:
    id: str
    name: str
    short: str
    is_county: bool


class Plan:
    def __init__(self, path, month):
        with open(path, encoding="utf-8") as file:
            # Every scalar stays text: no decimal passes through a float.
            self.raw = yaml.load(file, Loader=yaml.BaseLoader)
        self.year = int(self.raw["year"])
        self.stamp = f"{self.raw['issuer']}{self.year}"
        reporting = self.raw["reporting"]
        self.start = Month.parse(reporting["from"])
        self.due = reporting["due"]["month"]
        if reporting.get("holidays", "none") != "none":
            raise PlanError("the oracle knows no holidays")
        self.yellow = Fraction(reporting.get("lights", {}).get("yellow", "30"))
        self._by_id = {unit["id"]: unit for unit in self.raw["units"]}
        self.units = [self._unit(id) for id in reporting["units"]]
        self.counties = reporting["counties"]
        self.indicators = [
            self._indicator(task, entry, month) for task in self.raw["tasks"] for entry in task["indicators"]
        ]
        parts = {code for i in self.indicators if i.is_ratio for code in (i.numerator, i.denominator)}
        for indicator in self.indicators:
            indicator.is_part = indicator.code in parts
        self.by_code = {indicator.code: indicator for indicator in self.indicators}
        for indicator in self.indicators:
            if indicator.is_ratio and not indicator.reporters:
                parts = (self.by_code[indicator.numerator], self.by_code[indicator.denominator])
                indicator.reporters = [u.id for u in self.units if all(u.id in part.reporters for part in parts)]

    def _unit(self, id):
        raw = self._by_id[id]
        for key in ("from", "until"):
            if key in raw:
                raise PlanError(f"unit {id}: the oracle does not know '{key}'")
        return Unit(id, raw["name"], raw.get("short", raw["name"]), id in self.raw["reporting"]["counties"])

    def _expanded(self, names):
        """Units named by id, name or alias, groups replaced by their members, in table order."""
        found = set()
        for name in names:
            unit = self._by_id.get(name) or next(
                (u for u in self._by_id.values() if name == u["name"] or name in u.get("aliases", [])), None
            )
            if unit is None or unit.get("vague") == "true":
                raise PlanError(f"reportedBy names {name}, which is no unit")
            found |= set(unit["members"]) if unit["kind"] == "group" else {unit["id"]}
        return [unit.id for unit in self.units if unit.id in found]

    def _indicator(self, task, raw, month):
        for holder, keys in ((task, ("from", "until")), (raw, ("min", "max", "until"))):
            for key in keys:
                if key in holder:
                    raise PlanError(f"{raw['code']}: the oracle does not know '{key}'")
        value = number(raw.get("value"))
        for change in sorted(raw.get("targets", []), key=lambda change: change["from"]):
            if Month.parse(change["from"][:7]) <= month:
                value = number(change["value"])
        if raw.get("pace", "linear") != "linear":
            raise PlanError(f"{raw['code']}: the oracle knows linear pace only")
        deadline = raw.get("deadline", {}).get("date")
        return Indicator(
            code=raw["code"],
            name=raw["name"],
            task=task["id"],
            role=raw["role"],
            kind=raw["kind"],
            measure=raw["measure"],
            aggregate=raw["aggregate"],
            frequency=raw["frequency"],
            comparator=raw.get("comparator", ""),
            unit=raw.get("unit", ""),
            lead=self._expanded(task["leads"][:1])[0],
            value=value,
            deadline=datetime.date.fromisoformat(deadline) if deadline else None,
            start=Month.parse(raw["from"][:7]) if "from" in raw else None,
            benchmark=raw.get("benchmark") == "true",
            is_carried=raw.get("missing") == "carry-marked",
            numerator=raw.get("numerator"),
            denominator=raw.get("denominator"),
            reporters=self._expanded(raw.get("reportedBy", [])),
            allocation={
                self._expanded([unit])[0]: Fraction(share) for unit, share in raw.get("allocation", {}).items()
            },
        )

    def unit(self, id):
        return next((unit for unit in self.units if unit.id == id), None)

    def unit_named(self, name):
        """The id of the unit of this name or alias, or None."""
        return next(
            (u.id for u in self.units if name in (u.name, u.short, *self._by_id[u.id].get("aliases", []))), None
        )

    def on_form(self, unit, month):
        """The indicators on a unit's form of a month."""
        return [i for i in self.indicators if unit in i.reporters and i.entry and not self._computed(i)
                and month.ends(i.frequency)]

    def _computed(self, indicator):
        return indicator.is_ratio

    def due_date(self, month):
        """The last day on which a month's form is in time."""
        match = re.fullmatch(r"次月(\d+)日", self.due)
        if not match:
            raise PlanError(f"due date {self.due} is not understood")
        following = month.shifted(1)
        return datetime.date(following.year, following.month, int(match[1]))


def number(text):
    return None if text in (None, "", "null", "~") else Fraction(text)
