"""Months as reporting periods, and the figures that depend on the calendar alone."""

import calendar
import datetime
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

# How many months one period of each frequency has.
SPAN = {"month": 1, "quarter": 3, "half": 6, "year": 12}


@dataclass(frozen=True, order=True)
class Month:
    """A month, and the longer periods that end with it."""

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> "Month":
        match = re.fullmatch(r"(\d{4})-(\d{2})", text)
        if not match or not 1 <= int(match[2]) <= 12:
            raise ValueError(f"{text!r} is no month such as 2024-06")
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def first_day(self) -> datetime.date:
        return datetime.date(self.year, self.month, 1)

    @property
    def last_day(self) -> datetime.date:
        return datetime.date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    def shifted(self, months: int) -> "Month":
        index = self.year * 12 + self.month - 1 + months
        return Month(index // 12, index % 12 + 1)

    def ends(self, frequency: str) -> bool:
        """Whether a period of this frequency ends with the month."""
        return self.month % SPAN[frequency] == 0

    def first_day_of(self, frequency: str) -> datetime.date:
        """The first day of the period of this frequency that ends with the month."""
        return self.shifted(1 - SPAN[frequency]).first_day

    def before(self, frequency: str) -> "Month | None":
        """The month that ends the period before, or None where that lies in the year before."""
        earlier = self.shifted(-SPAN[frequency])
        return earlier if earlier.year == self.year else None

    def ended_since(self, start: "Month", frequency: str) -> int:
        """How many periods of this frequency ended from `start` to this month, this year's alone."""
        return sum(
            1
            for month in range(1, self.month + 1)
            if Month(self.year, month) >= start and Month(self.year, month).ends(frequency)
        )


def rounded(value: Fraction, places: int) -> Decimal:
    """四舍五入: half away from zero. `value` is a Fraction; the result is a Decimal with `places` decimals."""
    scaled = abs(value) * 10**places
    whole = (scaled.numerator * 2 + scaled.denominator) // (2 * scaled.denominator)
    result = Decimal(whole).scaleb(-places)
    return -result if value < 0 and whole else result


def pace(month: Month, start: Month | None, deadline: datetime.date | None) -> Decimal:
    """序时进度 in per cent, one place: months passed out of those from `start` (default January) to the deadline's."""
    first = start.month if start and start.year == month.year else 1
    if start and start > month:
        return Decimal("0.0")
    last = deadline.month if deadline and deadline.year == month.year else 12
    if deadline and deadline.year > month.year:
        last = 12
    if last < first:
        return Decimal("100.0")
    share = Fraction(month.month - first + 1, last - first + 1) * 100
    return rounded(max(Fraction(0), min(Fraction(100), share)), 1)


def shares(counts: list[int]) -> list[Decimal]:
    """Per cent of each count with one place, adding up to 100.0: largest remainder, the earlier one first where equal."""
    total = sum(counts)
    if total == 0:
        return [Decimal("0.0") for _ in counts]
    exact = [Fraction(count * 1000, total) for count in counts]
    floors = [int(value) for value in exact]
    order = sorted(range(len(counts)), key=lambda i: (-(exact[i] - floors[i]), i))
    for i in order[: 1000 - sum(floors)]:
        floors[i] += 1
    return [(Decimal(value) / 10).quantize(Decimal("0.1"), ROUND_HALF_UP) for value in floors]


def months_of(text: str) -> tuple[list[Month], bool]:
    """The months of 2024-06, 2024Q2, 2024H1 or 2024, and whether it is a year."""
    match = re.fullmatch(r"(\d{4})(?:([QH])(\d))?", text)
    if not match:
        return [Month.parse(text)], False
    span = {"Q": 3, "H": 6}.get(match[2], 12)
    first = (int(match[3] or 1) - 1) * span + 1
    if not 1 <= first <= 13 - span:
        raise ValueError(f"{text!r} is no quarter, half or year")
    return [Month(int(match[1]), month) for month in range(first, first + span)], match[2] is None
