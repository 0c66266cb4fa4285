"""What a number with its measure means in a column: the half "What the number means" of the table "How a number is read" of
Sources/Forms/README.md. Every row of it that gives a second reading adds its own to those that there are.
"""

from dataclasses import dataclass
from fractions import Fraction

from oracle.quantities.measures import KNOWN, LARGE, MONEY, in_another, multiple

TOO_LARGE = 10**15


@dataclass(frozen=True)
class Column:
    """What the text stands in: the unit of measure, whether figures are of the year so far, the unit of a bare number."""

    measure: str
    cumulative: bool = True
    bare: str | None = None

    @property
    def unnamed(self) -> str:
        """The unit that a number stands in which names none."""
        return self.bare or self.measure


@dataclass(frozen=True)
class Reading:
    """What the text is read as. `pieces` are the parts that a quantity was made of, in order."""

    kind: str
    values: tuple[Fraction, ...] = ()
    marks: frozenset[str] = frozenset()
    pieces: tuple[str, ...] = ()

    @property
    def value(self) -> Fraction | None:
        return self.values[0] if len(self.values) == 1 else None


@dataclass(frozen=True)
class Number:
    """A number without sign and measure: its values, and what may change them."""

    values: tuple[Fraction, ...]
    # The 100 or 1000 of a 百 or 千 behind digits or at the end of characters.
    power: int = 1
    # That 百 or 千 stands behind digits.
    hundreds: bool = False
    # There is a second value only because the column counts, and none before 万 or 亿.
    counted: bool = False
    # 万 or 亿 is inside its characters.
    spoken_large: bool = False
    several: bool = False


@dataclass(frozen=True)
class Measure:
    """万 or 亿 and the unit behind it; for 成 the digit behind it instead. `more` is 余 or 多 behind the 万 or 亿."""

    large: str = ""
    unit: str = ""
    tenths: int | None = None
    more: bool = False

    @property
    def words(self) -> str:
        return self.large + self.unit


@dataclass(frozen=True)
class Amount:
    """A number with its measure and its sign, and what is said about it besides."""

    number: Number
    measure: Measure | None = None
    sign: int = 1
    marks: frozenset[str] = frozenset()


def meaning(amount: Amount, column: Column) -> Reading:
    """The reading of a whole text. Several numbers are said first, a foreign measure next, then what is too large."""
    if amount.number.several:
        return Reading("range")
    values = _values(amount, column)
    if not values:
        return Reading("foreign-measure")
    if column.measure == "%" and amount.measure is None:
        if 0 < abs(values[0]) < 1:
            return Reading("bare-fraction", values[:1])
        values += tuple(value * 100 for value in values if abs(value) == 1)
    if max(map(abs, values)) >= TOO_LARGE:
        return Reading("unfit")
    if len(set(values)) > 1:
        return Reading("ambiguous", tuple(sorted(set(values))))
    return Reading("quantity", values[:1], amount.marks)


def _values(amount: Amount, column: Column) -> tuple[Fraction, ...]:
    """Every value that the amount may have in the column's unit; none where its measure is foreign there."""
    number, measure = amount.number, amount.measure
    if measure is not None and measure.tenths is not None:
        return tuple(amount.sign * (10 * value + measure.tenths) for value in number.values) if column.measure == "%" else ()
    values = number.values
    if number.counted and measure is not None and measure.words[0] in LARGE:
        values = values[:1]
    if measure is None and _has_power(column.unnamed):
        values += tuple(value / number.power for value in values)
    factors = _factors(measure, column)
    if measure is None and number.spoken_large:
        factors = _of_large_inside(factors, column)
    found = [value * factor for value in values for factor in factors]
    if measure is None and number.hundreds and found:
        found += _hundreds_of_yuan(number, column)
    return tuple(amount.sign * value for value in found)


def _factors(measure: Measure | None, column: Column) -> tuple[Fraction, ...]:
    """What a number of this measure may have to be multiplied by to be one of the column's; nothing for a foreign measure."""
    own, unit = column.measure, measure.words if measure else column.unnamed
    if own in LARGE:
        return (Fraction(1),) if unit == own else ()
    if measure is not None and unit in LARGE:
        return _of_large(unit, column)
    if unit in LARGE:
        # A head that says 万 alone: 万元 where the column is of money.
        unit += "元" if own in MONEY else ""
    factor = in_another(unit, own)
    return () if factor is None else (factor,)


def _of_large(large: str, column: Column) -> tuple[Fraction, ...]:
    """万 or 亿 alone."""
    if column.unnamed in MONEY:
        return _factors(Measure(large, "元"), column)
    if column.unnamed == "%":
        return ()
    factors = tuple(LARGE[large] * factor for factor in _factors(None, column))
    return factors + tuple(factor / multiple(column.unnamed) for factor in factors)


def _of_large_inside(factors: tuple[Fraction, ...], column: Column) -> tuple[Fraction, ...]:
    """三万五千 without a unit: that of the column or the head, or the unit that begins with no 万."""
    if column.unnamed in MONEY:
        yuan = in_another("元", column.measure)
        return () if yuan is None or not factors else (*factors, yuan)
    return factors + tuple(factor / multiple(column.unnamed) for factor in factors)


def _hundreds_of_yuan(number: Number, column: Column) -> list[Fraction]:
    """3千 without a unit where that is one of money: 3000 元 as well, where 元 converts."""
    yuan = in_another("元", column.measure) if column.unnamed in MONEY else None
    return [] if yuan is None else [value * yuan for value in number.values]


def _has_power(unit: str) -> bool:
    """Whether a unit begins with a 千 or 百 that a clerk may have said with the number."""
    return unit[0] == "千" or unit[0] == "百" and unit[1:] in KNOWN
