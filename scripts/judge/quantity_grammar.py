#!/usr/bin/env python3
"""A second reading of the texts that clerks put in cells of numbers, made from the table "How a number is read" of
Sources/Forms/README.md alone. It reads lines of JSON and answers each with one, as `FormsBench quantities` does.

Usage: quantity_grammar.py < QUESTIONS > ANSWERS
  A question is {"text":"31户","measure":"户","column":"cumulative"|"current","bare":null or a unit of measure}: `bare` is the
  unit of a number without one, where a head says another than the column's own.
  An answer has "reading": blank | nil | not-applicable | quantity (value, marks) | range | ambiguous (values) |
  bare-fraction (value) | foreign-measure | unfit.
Exit codes: 0 every line is answered; 2 a line is no question.
"""

import json
import re
import sys
from dataclasses import dataclass, replace
from fractions import Fraction

from known_measures import FOREIGN, KNOWN, LARGE, LENGTH, MONEY, counts, stands_for
from spoken_numbers import RUN, read_before_measure, read_run

VANISHING = "\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad"
SPACES = "\u3000\u00a0\u2000-\u200a\u202f\t"
HYPHENS = "\u2212\u2013\u2010\u2011\ufe63"
BREAKS = "\n-\r\u0085\u2028\u2029"
AROUND = " \n"

BLANK = {"", "空"}
NIL = {"无", "零", "没有", "暂无"}
NOT_APPLICABLE = {"/", "—", "——", "-", "--", "―", "─", "不适用", "N/A", "n/a"}

TOTALS = ("共计", "合计", "共")
RUNNING_TOTAL = "累计"
DONE = ("已完成", "完成", "实有", "达到", "达")
ABOUT = ("大约", "约", "将近", "近", "超过", "超", "逾")
MORE = ("余", "多")
OR_SO = ("左右", "上下", "以上")
MINUS = ("-", "负", "△", "▲", "—")
BETWEEN = ("——", "-", "—", "~", "至", "到", "或", "、", ",")

DIGITS = re.compile(r"(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,12})?")
GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3}(?![0-9]))+|(?: [0-9]{3}(?![0-9]))+)(?:\.[0-9]{1,12})?")
TWO_WAYS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
TOO_LARGE = 10**15


@dataclass(frozen=True)
class Column:
    """What the text stands in: the unit of measure, whether figures are of the year so far, the unit of a bare number."""

    measure: str
    cumulative: bool = True
    bare: str | None = None


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
    """A number without sign and measure: its values, whether 万 or 亿 is inside its characters, and whether it is several."""

    values: tuple[Fraction, ...]
    spoken_large: bool = False
    several: bool = False


@dataclass(frozen=True)
class Measure:
    """万 or 亿 and the unit behind it; for 成 the digit behind it instead."""

    large: str = ""
    unit: str = ""
    tenths: int | None = None


@dataclass(frozen=True)
class Amount:
    number: Number
    measure: Measure | None = None
    sign: int = 1
    marks: frozenset[str] = frozenset()


class Scan:
    """A text and how far it is read; every piece taken is kept."""

    def __init__(self, text: str):
        self.text, self.at, self.pieces = text, 0, []

    def take(self, piece: str) -> str:
        if piece:
            self.pieces.append(piece)
            self.at += len(piece)
        return piece

    def ahead(self, words) -> str:
        """The longest of the words that stands here, or nothing."""
        return max((word for word in words if self.text.startswith(word, self.at)), key=len, default="")

    def word(self, words) -> str:
        return self.take(self.ahead(words))

    def pattern(self, *patterns: re.Pattern) -> str:
        """What the pattern that matches most here matches."""
        found = (pattern.match(self.text, self.at) for pattern in patterns)
        return self.take(max((match[0] for match in found if match), key=len, default=""))

    def gap(self) -> None:
        while self.word(AROUND):
            pass

    def behind_gap(self, words) -> str:
        """A word behind any number of spaces; where there is none, the spaces are left too."""
        start, kept = self.at, len(self.pieces)
        self.gap()
        if found := self.word(words):
            return found
        self.at, self.pieces = start, self.pieces[:kept]
        return ""

    @property
    def ended(self) -> bool:
        return self.at == len(self.text)


def read(text: str, column: Column) -> Reading:
    """The reading of a cell's text in a column."""
    text = clean(text)
    for kind, words in (("blank", BLANK), ("nil", NIL), ("not-applicable", NOT_APPLICABLE)):
        if text in words:
            return Reading(kind)
    for form in (_trailing_minus, _bracketed, _plain):
        scan = Scan(text)
        amount = form(scan, column)
        if amount is not None and scan.ended:
            return replace(_meaning(amount, column), pieces=tuple(scan.pieces))
    return Reading("range" if _is_several(Scan(text), column) else "unfit")


def clean(text: str) -> str:
    text = "".join(chr(ord(c) - 0xFEE0) if "\uff01" <= c <= "\uff5e" else c for c in text)
    text = re.sub(f"[{SPACES}]", " ", text)
    text = re.sub(f"[{VANISHING}]", "", text)
    text = re.sub(f"[{HYPHENS}]", "-", text)
    text = re.sub(f"[{BREAKS}]", "\n", text)
    return re.sub("^['’`]+ *", "", text.strip(AROUND)).rstrip("。;" + AROUND)


def _plain(scan: Scan, column: Column) -> Amount | None:
    marks = _introduced(scan, column)
    amount = _amount(scan, column)
    return amount and replace(amount, marks=amount.marks | marks | _or_so(scan))


def _trailing_minus(scan: Scan, column: Column) -> Amount | None:
    digits = scan.pattern(DIGITS, GROUPED)
    if not digits or not scan.word("-"):
        return None
    return Amount(_of_digits(digits, column), sign=-1, marks=frozenset({"marked-negative"}))


def _bracketed(scan: Scan, column: Column) -> Amount | None:
    if not scan.word("("):
        return None
    number = _number(scan, column)
    measure = number and _measure(scan, number, column)
    if not number or not scan.word(")"):
        return None
    measure = measure or _measure(scan, number, column)
    return Amount(number, measure, -1, frozenset({"marked-negative"}) | _or_so(scan))


def _is_several(scan: Scan, column: Column) -> bool:
    _introduced(scan, column)
    while _amount(scan, column):
        _or_so(scan)
        if scan.ended:
            return True
        if not scan.behind_gap(BETWEEN):
            return False
        scan.gap()
    return False


def _introduced(scan: Scan, column: Column) -> frozenset[str]:
    total = scan.word(TOTALS + (RUNNING_TOTAL,) * column.cumulative)
    done = scan.behind_gap(DONE) if total else scan.word(DONE)
    if total or done:
        scan.gap()
    about = scan.word(ABOUT)
    if about:
        scan.gap()
    return frozenset({"in-words"} if total or done else ()) | frozenset({"approximate"} if about else ())


def _or_so(scan: Scan) -> frozenset[str]:
    return frozenset({"approximate"} if scan.behind_gap(OR_SO) else ())


def _amount(scan: Scan, column: Column) -> Amount | None:
    minus = scan.word(MINUS)
    marks = frozenset({"marked-negative"} if minus and minus != "-" else ())
    sign = -1 if minus else 1
    if scan.word(("百分之",)):
        number = _number(scan, column)
        return number and Amount(number, Measure(unit="%"), sign, marks)
    number = _number(scan, column)
    if number is None:
        return None
    if scan.behind_gap(MORE):
        marks |= {"approximate"}
    return Amount(number, _measure(scan, number, column), sign, marks)


def _number(scan: Scan, column: Column) -> Number | None:
    if run := RUN.match(scan.text, scan.at):
        return _of_run(scan, run[0])
    digits = scan.pattern(DIGITS, GROUPED)
    if not digits:
        return None
    number = _of_digits(digits, column)
    if scan.ahead(("百", "千")) and not scan.ahead(unit for unit in KNOWN | FOREIGN | {column.measure} if unit[0] in "百千"):
        times = 100 if scan.word(("百", "千")) == "百" else 1000
        number = replace(number, values=tuple(value * times for value in number.values))
    return number


def _of_digits(digits: str, column: Column) -> Number:
    """Both values where the point may as well part thousands."""
    value = Fraction(digits.replace(",", "").replace(" ", ""))
    two = TWO_WAYS.fullmatch(digits) and (digits.endswith("0") or counts(column.measure))
    return Number((value, value * 1000) if two else (value,))


def _of_run(scan: Scan, run: str) -> Number | None:
    if len(run) > 1 and run[-1] in LARGE:
        spoken, run = read_before_measure(run), run[:-1]
    else:
        spoken = read_run(run)
    if spoken is None:
        return None
    scan.take(run)
    return Number(tuple(map(Fraction, spoken.values)), spoken_large=spoken.large, several=spoken.several)


def _measure(scan: Scan, number: Number, column: Column) -> Measure | None:
    if scan.behind_gap(("成",)):
        return _tenths(scan, number)
    units = KNOWN | FOREIGN | {column.measure}
    unit = scan.behind_gap(units)
    if unit in LARGE:
        return Measure(unit, scan.word(other for other in units if other[0] not in LARGE))
    return Measure(unit=unit) if unit else None


def _tenths(scan: Scan, number: Number) -> Measure | None:
    largest = max(number.values, default=Fraction(0))
    if largest > 10:
        # Not matched: 成 is given back, and nothing else can take it.
        scan.at -= 1
        scan.pieces.pop()
        return None
    digit = scan.word("一二三四五六七八九") if largest < 10 and largest.denominator == 1 else ""
    return Measure(tenths="零一二三四五六七八九".index(digit) if digit else 0)


def _meaning(amount: Amount, column: Column) -> Reading:
    number, measure = amount.number, amount.measure
    if number.several:
        return Reading("range")
    factor = _factor(measure, column)
    if factor is None:
        return Reading("foreign-measure")
    tenths = measure.tenths or 0 if measure else 0
    values = tuple(amount.sign * (value * factor + tenths) for value in number.values)
    if column.measure == "%" and measure is None and 0 < abs(values[0]) < 1:
        return Reading("bare-fraction", values[:1])
    if column.measure == "%" and measure is None and abs(values[0]) == 1:
        values += (values[0] * 100,)
    if _doubled(measure, column):
        values += tuple(value / LARGE[column.bare[0]] for value in values)
    if number.spoken_large and measure is None and column.measure in MONEY:
        values += tuple(value / factor / MONEY[column.measure] for value in values)
    if min(map(abs, values)) >= TOO_LARGE:
        return Reading("unfit")
    if len(set(values)) > 1:
        return Reading("ambiguous", tuple(sorted(set(values))))
    return Reading("quantity", values[:1], amount.marks)


def _factor(measure: Measure | None, column: Column) -> Fraction | None:
    """What a number of this measure is multiplied by to be one of the column's; None for a foreign measure."""
    own = column.measure
    if measure is None:
        bare = column.bare or own
        return Fraction(1) if bare == own else _factor(_as_measure(bare), replace(column, bare=None))
    if measure.tenths is not None:
        return Fraction(10) if own == "%" else None
    words = measure.large + measure.unit
    if words == own or own.startswith(words + "/"):
        return Fraction(1)
    if words in LARGE:
        if own in MONEY:
            return Fraction(LARGE[words], MONEY[own])
        bare = None if own == "%" else _factor(None, column)
        return bare and bare * LARGE[words]
    for units in (MONEY, LENGTH):
        if words in units and own in units:
            return Fraction(units[words], units[own])
    same = measure.unit == own and measure.large or stands_for(measure.unit, own)
    return Fraction(LARGE.get(measure.large, 1)) if same else None


def _doubled(measure: Measure | None, column: Column) -> bool:
    """万 alone under a head whose unit begins with 万: it may be the head's, or one more."""
    alone = measure is not None and measure.large + measure.unit in LARGE
    return alone and column.measure not in MONEY and (column.bare or " ")[0] in LARGE


def _as_measure(unit: str) -> Measure:
    """A head's unit, as if it stood behind the number."""
    if unit not in KNOWN and unit[0] in LARGE:
        return Measure(unit[0], unit[1:])
    return Measure(unit=unit)


def answer(question: dict) -> dict:
    """The answer to one question, as JSON has it."""
    column = Column(question["measure"], question.get("column", "cumulative") == "cumulative", question.get("bare"))
    reading = read(question["text"], column)
    said = {"reading": reading.kind}
    if reading.kind in ("quantity", "bare-fraction"):
        said["value"] = written(reading.value)
    if reading.kind == "quantity":
        said["marks"] = sorted(reading.marks)
    if reading.kind == "ambiguous":
        said["values"] = [written(value) for value in reading.values]
    return said


def written(value: Fraction) -> str:
    """The exact decimal digits of a value that has them."""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    return "-" * (value < 0) + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def main() -> int:
    for line in sys.stdin.buffer:
        try:
            print(json.dumps(answer(json.loads(line)), ensure_ascii=False))
        except (ValueError, KeyError, TypeError) as error:
            print(f"quantity_grammar.py: {line!r} is no question: {error}", file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
