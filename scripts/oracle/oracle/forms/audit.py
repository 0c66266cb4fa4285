"""The figures of one form, and the mandatory rules that make it 退回 (rules: E01 to E12)."""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, Protocol

from oracle.forms.entries import BLANK, Reading, explains, read_date, read_number
from oracle.forms.reading import Cell, Form, Row, place_nameless
from oracle.plan.periods import Month, rounded
from oracle.plan.plan import Indicator, Plan

# The states of a figure that counts in totals.
COUNTED = ("reported", "nil", "carried")
MILESTONE_WORDS = {"推进中", "未启动", "进行中", "未完成"}
RECURRING_WORDS = {"未开展"}
ENTRY_COLUMN = {"flow": "current", "recurring": "current", "words": "progress"}


@dataclass
class Figure:
    """state: reported | nil | na | missing | disputed | carried. Of a reported one: the numbers, or the date or word."""

    state: str
    previous: Fraction | None = None
    current: Fraction | None = None
    cumulative: Fraction | None = None
    date: datetime.date | None = None
    word: str = ""

    @property
    def is_reported(self) -> bool:
        return self.state in COUNTED

    @property
    def key(self) -> tuple[object, ...]:
        """What two files must agree on."""
        return (self.state == "na", self.previous, self.current, self.cumulative, self.date, self.word)


class Error(NamedTuple):
    """A mandatory rule that a form breaks."""

    rule: str
    code: str
    where: str
    note: str


class Past(Protocol):
    """What is known of the months before."""

    def history(self, indicator: Indicator, unit: str) -> Fraction | None:
        """The figure that the period before counts, or None where it is not known."""

    def known(self, indicator: Indicator, unit: str, but: Fraction | None = None) -> Fraction | bool | None:
        """The last figure that any earlier period of the year counts: a sum, or True for a day."""


@dataclass
class Audited:
    """A form with its figures, and what makes it 退回."""

    form: Form
    received: datetime.date | None
    names: list[str] = field(default_factory=list)  # of the files with this content
    figures: dict[str, Figure] = field(default_factory=dict)
    errors: list[Error] = field(default_factory=list)

    @property
    def is_acceptable(self) -> bool:
        return not self.form.refusal and all(error.rule == "E01" for error in self.errors)

    def fail(self, rule: str, code: str, cell: Cell | None = None, note: str = "") -> None:
        self.errors.append(Error(rule, code, cell.where if cell else "", note))


def audit(form: Form, received: datetime.date | None, plan: Plan, month: Month, past: Past) -> Audited:
    """Reads the figures of a form, and holds it to the mandatory rules."""
    result = Audited(form, received, [form.name])
    if not form.stamped:
        return result
    if form.heading:
        form.unit = plan.unit_named(form.heading)
    if form.plan != plan.stamp and not form.heading:
        form.refused(f"of the plan {form.plan}")
    elif form.period != str(month):
        form.refused(f"of the period {form.period}")
    elif form.unit is None or plan.find(form.unit) is None:
        form.refused(f"of the unit {form.unit}, unknown")
    else:
        form.belongs = True
    if form.refusal or form.unit is None:
        return result
    place_nameless(form, plan)
    for indicator in plan.on_form(form.unit, month):
        rows = form.rows.get(indicator.code, [])
        if not rows:
            result.fail("E12", indicator.code)
            continue
        if len(rows) > 1:
            result.fail("E07", indicator.code, rows[1]["indicator"])
        result.figures[indicator.code] = Item(result, indicator, rows[0], form.unit, month, past).figure()
    _check_ratios(result, plan)
    return result


def entered(row: Row, key: str) -> Cell:
    """A number or date cell; one covered by a merged cell counts as blank."""
    cell = row.get(key) or Cell()
    return Cell(where=cell.where) if cell.covered else cell


def words(row: Row, key: str) -> object:
    """A cell of words; one covered by a merged cell says what that says."""
    cell = row.get(key) or Cell()
    return (cell.first.value if cell.first else None) if cell.covered else cell.value


class Item:
    """One indicator's row on a form: what is entered there, and what is wrong with it."""

    def __init__(self, result: Audited, indicator: Indicator, row: Row, unit: str, month: Month, past: Past) -> None:
        self.result, self.indicator, self.row = result, indicator, row
        self.unit, self.month, self.past = unit, month, past

    def figure(self) -> Figure:
        """What the row comes to."""
        for key in ("previous", "current", "cumulative", "rate"):
            cell = self.row.get(key) or Cell()
            if isinstance(cell.value, str) and cell.value.startswith("#"):
                self._fail("E05", cell, cell.value)
        kind = self.indicator.entry
        cell = entered(self.row, ENTRY_COLUMN.get(kind, "cumulative"))
        if kind == "words":
            text = words(self.row, "progress")
            if text is None or not str(text).strip():
                self._take(cell, BLANK)
                return Figure("missing")
            return Figure("reported", word="")
        if kind == "milestone":
            return self._milestone(cell)
        previous = self._previous()
        return self._recurring(cell, previous) if kind == "recurring" else self._number(cell, previous)

    def _fail(self, rule: str, cell: Cell | None, note: str = "") -> None:
        self.result.fail(rule, self.indicator.code, cell, note)

    def _take(self, cell: Cell, reading: Reading) -> Reading:
        """Notes what is wrong with a required entry."""
        if cell.formula is not None and cell.value is None:
            reading = Reading("error", error="E05", note="formula without a value")
        if reading.state == "error":
            self._fail(reading.error, cell, reading.note)
        elif reading.state == "blank":
            self._fail("E01", cell)
        return reading

    def _previous(self) -> Fraction | None:
        """上期累计: as issued with the form, else as the unit entered it, else as the earlier period counts."""
        printed = self.result.form.printed
        if self.indicator.code in printed:
            return Fraction(printed[self.indicator.code])
        cell = entered(self.row, "previous")
        reading = read_number(cell.value, self.indicator.unit, cell.number_format)
        if reading.state == "error" and reading.error != "E05":
            self._fail(reading.error, cell, reading.note)
        if reading.figure is None and self.indicator.entry == "flow" and reading.state != "error":
            self._fail("E01", cell)
        return reading.figure

    def _date_errors(self, cell: Cell, reading: Reading, first_day: datetime.date | None = None) -> None:
        if reading.date is None or reading.earliest is None:
            return
        received = self.result.received
        if reading.date > self.month.last_day or (received and reading.earliest > received):
            self._fail("E09", cell, "after the period's end or the receipt")
        elif first_day and reading.date < first_day:
            self._fail("E09", cell, "before the period")

    def _milestone(self, cell: Cell) -> Figure:
        reading = self._take(cell, read_date(cell.value, self.month, MILESTONE_WORDS))
        self._date_errors(cell, reading)
        if reading.state == "na":
            return self._not_applicable(cell, None)
        if reading.state in ("date", "word"):
            return Figure("reported", date=reading.date, word=reading.word)
        return Figure("missing")

    def _recurring(self, cell: Cell, previous: Fraction | None) -> Figure:
        reading = self._take(cell, read_date(cell.value, self.month, RECURRING_WORDS))
        self._date_errors(cell, reading, self.month.first_day_of(self.indicator.frequency))
        if reading.state == "na":
            return self._not_applicable(cell, previous)
        if reading.state not in ("date", "word"):
            return Figure("missing", previous=previous)
        count = Fraction(1 if reading.state == "date" else 0)
        return Figure("reported", previous, count, (previous or 0) + count, reading.date, reading.word)

    def _not_applicable(self, cell: Cell, previous: Fraction | None) -> Figure:
        """M10: “—” in an item with a share, something to reach, a deadline or an earlier figure goes back."""
        indicator = self.indicator
        is_own = indicator.aggregate == "each-unit-meets" or indicator.reporters == [self.unit]
        reach = indicator.allocation.get(self.unit, indicator.value if is_own else None) or 0
        if reach > 0 or indicator.deadline or previous or self.past.known(indicator, self.unit, but=Fraction(0)):
            self._fail("E11", cell)
        return Figure("na")

    def _number(self, cell: Cell, previous: Fraction | None) -> Figure:
        indicator = self.indicator
        reading = self._take(cell, read_number(cell.value, indicator.unit, cell.number_format))
        if reading.state == "na":
            return self._not_applicable(cell, previous)
        amount = reading.figure
        if amount is None:
            return Figure("missing", previous=previous)
        state = "nil" if reading.state == "nil" else "reported"
        if indicator.entry == "level":
            cumulative, figure = amount, Figure(state, previous, None, amount)
        elif indicator.entry == "flow":
            if previous is None:
                return Figure("missing", current=amount)
            cumulative = previous + amount
            figure = Figure(state, previous, amount, cumulative)
            self._overwritten("cumulative", cumulative)
        else:
            cumulative = amount
            figure = Figure(state, previous, None if previous is None else amount - previous, amount)
            self._overwritten("current", figure.current)
        if indicator.entry != "level" and self._fell(cumulative, previous):
            if not explains(words(self.row, "explanation")):
                self._fail("E04", cell)
        if goal := indicator.goal(self.unit):
            self._overwritten("rate", rounded(cumulative / goal * 100, 1), places=1)
        return figure

    def _fell(self, cumulative: Fraction, previous: Fraction | None) -> bool:
        """M41, M57: below 上期累计, or below the last sum that is known, also across a period of which nothing came. A sum
        worked out from a printed 上期累计 is as right as that was when the form went out."""
        if previous is not None and cumulative < previous:
            return True
        if self.indicator.entry == "flow" and self.indicator.code in self.result.form.printed:
            return False
        last = self.past.known(self.indicator, self.unit)
        return last is not None and cumulative < last

    def _overwritten(self, key: str, expected: Fraction | Decimal | None, places: int | None = None) -> None:
        """E08: where a formula stood there is another number now. What is no number is left to other rules."""
        cell = self.row.get(key) or Cell()
        if cell.covered or cell.formula is not None or expected is None:
            return
        reading = read_number(cell.value, self.indicator.unit, "General")
        if reading.state != "number" or reading.value is None:
            return
        found = rounded(reading.value, places) if places is not None else reading.value
        if found != expected:
            self._fail("E08", cell, f"{found} instead of {expected}")


def _check_ratios(result: Audited, plan: Plan) -> None:
    for ratio in plan.indicators:
        parts = [result.figures.get(code) for code in ratio.parts]
        sums = [part.cumulative for part in parts if part and part.is_reported and part.cumulative is not None]
        if len(sums) == 2 and sums[0] > sums[1]:
            result.fail("E06", ratio.parts[0], None, f"of {ratio.code}")
