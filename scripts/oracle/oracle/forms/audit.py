"""The figures of one form, and the mandatory rules that make it 退回 (rules: E01 to E12)."""

import datetime
from dataclasses import dataclass, field
from fractions import Fraction

from oracle.forms.reading import Cell, place_nameless
from oracle.plan.periods import rounded
from oracle.forms.entries import BLANK, Reading, explains, read_date, read_number

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
    def is_reported(self):
        return self.state in COUNTED

    @property
    def key(self):
        """What two files must agree on."""
        return (self.state == "na", self.previous, self.current, self.cumulative, self.date, self.word)


@dataclass
class Audited:
    form: object
    received: datetime.date | None
    names: list = field(default_factory=list)  # of the files with this content
    figures: dict = field(default_factory=dict)
    errors: list = field(default_factory=list)  # (rule, code, where, note)

    @property
    def is_acceptable(self):
        return not self.form.refusal and not [e for e in self.errors if e[0] != "E01"]

    def fail(self, rule, code, cell=None, note=""):
        self.errors.append((rule, code, cell.where if cell else "", note))


def audit(form, received, plan, month, history, known):
    """`history(indicator, unit)` is the figure the period before counts, or None where it is not known; `known` the last
    one that any earlier period of the year counts: a sum, or True for a day."""
    result = Audited(form, received, [form.name])
    if not form.stamped:
        return result
    if form.heading:
        form.unit = plan.unit_named(form.heading)
    if form.plan != plan.stamp and not form.heading:
        form.refused(f"of the plan {form.plan}")
    elif form.period != str(month):
        form.refused(f"of the period {form.period}")
    elif plan.unit(form.unit) is None:
        form.refused(f"of the unit {form.unit}, unknown")
    else:
        form.belongs = True
    if form.refusal:
        return result
    place_nameless(form, plan)
    for indicator in plan.on_form(form.unit, month):
        rows = form.rows.get(indicator.code, [])
        if not rows:
            result.fail("E12", indicator.code)
            continue
        if len(rows) > 1:
            result.fail("E07", indicator.code, rows[1]["indicator"])
        result.figures[indicator.code] = _figure(result, indicator, rows[0], month, history, known)
    _check_ratios(result, plan, month)
    return result


def _entry(row, key):
    """A number or date cell; one covered by a merged cell counts as blank."""
    cell = row.get(key) or Cell()
    return Cell(where=cell.where) if cell.covered else cell


def _text(row, key):
    cell = row.get(key) or Cell()
    return (cell.first.value if cell.first else None) if cell.covered else cell.value


def _take(result, indicator, cell, reading):
    """Notes what is wrong with a required entry."""
    if cell.formula is not None and cell.value is None:
        reading = Reading("error", error="E05", note="formula without a value")
    if reading.state == "error":
        result.fail(reading.error, indicator.code, cell, reading.note)
    elif reading.state == "blank":
        result.fail("E01", indicator.code, cell)
    return reading


def _figure(result, indicator, row, month, history, known):
    for key in ("previous", "current", "cumulative", "rate"):
        cell = row.get(key) or Cell()
        if isinstance(cell.value, str) and cell.value.startswith("#"):
            result.fail("E05", indicator.code, cell, cell.value)
    kind = indicator.entry
    cell = _entry(row, ENTRY_COLUMN.get(kind, "cumulative"))
    if kind == "words":
        text = _text(row, "progress")
        if text is None or not str(text).strip():
            _take(result, indicator, cell, BLANK)
            return Figure("missing")
        return Figure("reported", word="")
    if kind == "milestone":
        return _milestone(result, indicator, cell, month, known)
    previous = _previous(result, indicator, row, history)
    if kind == "recurring":
        return _recurring(result, indicator, cell, month, previous, known)
    return _number(result, indicator, row, cell, previous, known)


def _previous(result, indicator, row, history):
    """上期累计: as issued with the form, else as the unit entered it, else as the earlier period counts."""
    if indicator.code in result.form.printed:
        return Fraction(result.form.printed[indicator.code])
    cell = _entry(row, "previous")
    reading = read_number(cell.value, indicator.unit, cell.number_format)
    if reading.state == "error" and reading.error != "E05":
        result.fail(reading.error, indicator.code, cell, reading.note)
    if reading.figure is None and indicator.entry == "flow" and reading.state != "error":
        result.fail("E01", indicator.code, cell)
    return reading.figure


def _date_errors(result, indicator, cell, reading, month, first_day=None):
    if reading.state != "date":
        return
    received = result.received
    if reading.date > month.last_day or (received and reading.earliest > received):
        result.fail("E09", indicator.code, cell, "after the period's end or the receipt")
    elif first_day and reading.date < first_day:
        result.fail("E09", indicator.code, cell, "before the period")


def _milestone(result, indicator, cell, month, known):
    reading = _take(result, indicator, cell, read_date(cell.value, month, MILESTONE_WORDS))
    _date_errors(result, indicator, cell, reading, month)
    if reading.state == "na":
        return _not_applicable(result, indicator, cell, None, known)
    if reading.state in ("date", "word"):
        return Figure("reported", date=reading.date, word=reading.word)
    return Figure("missing")


def _recurring(result, indicator, cell, month, previous, known):
    reading = _take(result, indicator, cell, read_date(cell.value, month, RECURRING_WORDS))
    _date_errors(result, indicator, cell, reading, month, month.first_day_of(indicator.frequency))
    if reading.state == "na":
        return _not_applicable(result, indicator, cell, previous, known)
    if reading.state not in ("date", "word"):
        return Figure("missing", previous=previous)
    count = Fraction(1 if reading.state == "date" else 0)
    return Figure("reported", previous, count, (previous or 0) + count, reading.date, reading.word)


def _not_applicable(result, indicator, cell, previous, known):
    """M10: “—” in an item with a share, something to reach, a deadline or an earlier figure goes back."""
    unit = result.form.unit
    is_own = indicator.aggregate == "each-unit-meets" or indicator.reporters == [unit]
    reach = indicator.allocation.get(unit, indicator.value if is_own else None) or 0
    if reach > 0 or indicator.deadline or previous or known(indicator, unit, but=0):
        result.fail("E11", indicator.code, cell)
    return Figure("na")


def _number(result, indicator, row, cell, previous, known):
    reading = _take(result, indicator, cell, read_number(cell.value, indicator.unit, cell.number_format))
    if reading.state == "na":
        return _not_applicable(result, indicator, cell, previous, known)
    amount = reading.figure
    if amount is None:
        return Figure("missing", previous=previous)
    state = "nil" if reading.state == "nil" else "reported"
    if indicator.entry == "level":
        figure = Figure(state, previous, None, amount)
    elif indicator.entry == "flow":
        if previous is None:
            return Figure("missing", current=amount)
        figure = Figure(state, previous, amount, previous + amount)
        _overwritten(result, indicator, row, "cumulative", figure.cumulative)
    else:
        figure = Figure(state, previous, None if previous is None else amount - previous, amount)
        _overwritten(result, indicator, row, "current", figure.current)
    if indicator.entry != "level" and _fell(result, indicator, figure, previous, known):
        if not explains(_text(row, "explanation")):
            result.fail("E04", indicator.code, cell)
    goal = indicator.goal(result.form.unit)
    if goal:
        _overwritten(result, indicator, row, "rate", rounded(figure.cumulative / goal * 100, 1), places=1)
    return figure


def _fell(result, indicator, figure, previous, known):
    """M41, M57: below 上期累计, or below the last sum that is known, also across a period of which nothing came. A sum
    worked out from a printed 上期累计 is as right as that was when the form went out."""
    if previous is not None and figure.cumulative < previous:
        return True
    if indicator.entry == "flow" and indicator.code in result.form.printed:
        return False
    last = known(indicator, result.form.unit)
    return last is not None and figure.cumulative < last


def _overwritten(result, indicator, row, key, expected, places=None):
    """E08: where a formula stood there is another number now. What is no number is left to other rules."""
    cell = row.get(key) or Cell()
    if cell.covered or cell.formula is not None or expected is None:
        return
    reading = read_number(cell.value, indicator.unit, "General")
    if reading.state != "number":
        return
    found = rounded(reading.value, places) if places is not None else reading.value
    if found != expected:
        result.fail("E08", indicator.code, cell, f"{found} instead of {expected}")


def _check_ratios(result, plan, month):
    for ratio in plan.indicators:
        if not ratio.is_ratio:
            continue
        parts = [result.figures.get(code) for code in (ratio.numerator, ratio.denominator)]
        if all(part and part.is_reported and part.cumulative is not None for part in parts):
            if parts[0].cumulative > parts[1].cumulative:
                result.fail("E06", ratio.numerator, None, f"of {ratio.code}")
