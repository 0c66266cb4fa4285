"""What a comparison found: the differences, each with the cell it is in, and how much was compared."""

import datetime
from decimal import Decimal
from fractions import Fraction

TOLERANCE = Fraction(1, 10**10)


# An exact number, perhaps as text.
Exact = str | int | Fraction | Decimal


class Verdict:
    """Collects the differences, each with the cell it is in, and counts what was compared."""

    def __init__(self) -> None:
        self.compared = 0
        self.differences: list[str] = []

    def differ(self, where: str, what: str, expected: object, found: object) -> None:
        self.differences.append(f"{where}: {what}: expected {expected}, found {found!r}")

    def number(self, where: str, what: str, expected: Exact, found: object) -> None:
        """A cell holds about fifteen digits of an exact number."""
        self.compared += 1
        wanted = Fraction(expected)
        if isinstance(found, bool) or not isinstance(found, (int, float, Decimal)):
            self.differ(where, what, _shown(wanted), found)
        elif abs(Fraction(Decimal(repr(found))) - wanted) > TOLERANCE * max(Fraction(1), abs(wanted)):
            self.differ(where, what, _shown(wanted), found)

    def word(self, where: str, what: str, expected: str, found: object) -> None:
        self.compared += 1
        if str(found if found is not None else "").strip() != expected:
            self.differ(where, what, expected, found)

    def no_number(self, where: str, what: str, found: object) -> None:
        """For a cell that must not hold a number."""
        self.compared += 1
        if isinstance(found, (int, float)) and not isinstance(found, bool):
            self.differ(where, what, "no number", found)

    def date(self, where: str, what: str, expected: str | None, found: object) -> None:
        """`expected` is an ISO date as text, or None for —."""
        if isinstance(found, datetime.datetime):
            found = found.date().isoformat()
        self.word(where, what, expected or "—", found)

    def holds(self, where: str, what: str, expected: object, is_so: bool, found: object) -> None:
        self.compared += 1
        if not is_so:
            self.differ(where, what, expected, found)


def _shown(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{value} ≈ {float(value):.12g}"


def told(differences: list[str], summing_up: str) -> int:
    """Prints the differences and the line that sums up; the exit code."""
    print("\n".join(differences), end="\n" if differences else "")
    print(summing_up)
    return 1 if differences else 0
