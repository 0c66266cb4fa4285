"""The plan as the oracle needs it: units, indicators, who reports what, and when it is due."""

import datetime
import pathlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import yaml

from oracle.plan.periods import Month

PACED_KINDS = {"count", "money", "length", "list"}


class PlanError(Exception):
    """The plan says something that the oracle does not know."""


# A part of the plan file, with every scalar as text.
Raw = Mapping[str, Any]


@dataclass
class Indicator:
    """One indicator of a task, as it stands in a month."""

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
    reporters: list[str] = field(default_factory=list)
    allocation: dict[str, Fraction] = field(default_factory=dict)
    is_part: bool = False  # the numerator or denominator of a ratio

    @property
    def entry(self) -> str:
        """What a unit writes: the column and the kind of value (rules: entry kinds)."""
        if self.kind == "text":
            return "words"
        if self.role == "mechanism":
            return "recurring"
        if self.kind == "milestone":
            return "milestone"
        return {"flow": "flow", "level": "level"}.get(self.measure, "cumulative")

    @property
    def parts(self) -> tuple[str, ...]:
        """The codes of a ratio's numerator and denominator; none of what is no ratio."""
        if self.aggregate == "ratio" and self.numerator and self.denominator:
            return self.numerator, self.denominator
        return ()

    @property
    def is_ratio(self) -> bool:
        return bool(self.parts)

    @property
    def is_paced(self) -> bool:
        return (
            self.role in ("target", "workload")
            and self.value is not None
            and not self.benchmark
            and self.kind in PACED_KINDS
            and self.comparator not in ("<=", "<", "range")
        )

    def goal(self, unit: str) -> Fraction | None:
        """What a unit's own 完成率 is measured by: its allocation, else the target."""
        if self.value is None or self.role not in ("target", "workload"):
            return None
        return self.allocation.get(unit, None if self.allocation else self.value)


@dataclass
class Unit:
    """One unit that reports."""

    id: str
    name: str
    short: str
    is_county: bool


class Plan:
    """The plan of a year in one of its months."""

    def __init__(self, path: pathlib.Path, month: Month) -> None:
        with open(path, encoding="utf-8") as file:
            # Every scalar stays text: no decimal passes through a float.
            self.raw: Raw = yaml.load(file, Loader=yaml.BaseLoader)
        self.year = int(self.raw["year"])
        self.stamp = f"{self.raw['issuer']}{self.year}"
        reporting = self.raw["reporting"]
        self.start = Month.parse(reporting["from"])
        self.due: str = reporting["due"]["month"]
        if reporting.get("holidays", "none") != "none":
            raise PlanError("the oracle knows no holidays")
        self.yellow = Fraction(reporting.get("lights", {}).get("yellow", "30"))
        self._by_id: dict[str, Raw] = {unit["id"]: unit for unit in self.raw["units"]}
        self.units = [self._unit(name) for name in reporting["units"]]
        self.counties: list[str] = reporting["counties"]
        self.indicators = [
            self._indicator(task, entry, month) for task in self.raw["tasks"] for entry in task["indicators"]
        ]
        self.by_code = {indicator.code: indicator for indicator in self.indicators}
        for ratio in self.indicators:
            parts = [self.by_code[code] for code in ratio.parts]
            for part in parts:
                part.is_part = True
            if parts and not ratio.reporters:
                ratio.reporters = [u.id for u in self.units if all(u.id in part.reporters for part in parts)]

    def _unit(self, name: str) -> Unit:
        raw = self._by_id[name]
        for key in ("from", "until"):
            if key in raw:
                raise PlanError(f"unit {name}: the oracle does not know '{key}'")
        return Unit(name, raw["name"], raw.get("short", raw["name"]), name in self.raw["reporting"]["counties"])

    def _expanded(self, names: Iterable[str]) -> list[str]:
        """Units named by id, name or alias, groups replaced by their members, in table order."""
        found: set[str] = set()
        for name in names:
            unit = self._by_id.get(name) or next(
                (u for u in self._by_id.values() if name == u["name"] or name in u.get("aliases", [])), None
            )
            if unit is None or unit.get("vague") == "true":
                raise PlanError(f"reportedBy names {name}, which is no unit")
            found |= set(unit["members"]) if unit["kind"] == "group" else {unit["id"]}
        return [unit.id for unit in self.units if unit.id in found]

    def _indicator(self, task: Raw, raw: Raw, month: Month) -> Indicator:
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

    def find(self, name: str | None) -> Unit | None:
        """The unit of this id, or None."""
        return next((unit for unit in self.units if unit.id == name), None)

    def unit(self, name: str) -> Unit:
        """The unit of this id, which has to be there."""
        if (unit := self.find(name)) is None:
            raise PlanError(f"there is no unit {name}")
        return unit

    def unit_named(self, name: str) -> str | None:
        """The id of the unit of this name or alias, or None."""
        return next(
            (u.id for u in self.units if name in (u.name, u.short, *self._by_id[u.id].get("aliases", []))), None
        )

    def on_form(self, unit: str, month: Month) -> list[Indicator]:
        """The indicators on a unit's form of a month."""
        return [i for i in self.indicators if unit in i.reporters and not i.is_ratio
                and month.ends(i.frequency)]

    def due_date(self, month: Month) -> datetime.date:
        """The last day on which a month's form is in time."""
        match = re.fullmatch(r"次月(\d+)日", self.due)
        if not match:
            raise PlanError(f"due date {self.due} is not understood")
        following = month.shifted(1)
        return datetime.date(following.year, following.month, int(match[1]))


def number(text: str | None) -> Fraction | None:
    return None if text in (None, "", "null", "~") else Fraction(text)
