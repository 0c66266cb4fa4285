"""A second reading of the texts that clerks put in cells of numbers, made from the table "How a number is read" of
Sources/Forms/README.md alone. It reads lines of JSON and answers each with one, as `FormsBench quantities` does.

Usage: scripts/oracle/run quantity-grammar < QUESTIONS > ANSWERS
  A question is {"text":"31户","measure":"户","column":"cumulative"|"current","bare":null or a unit of measure}: `bare` is the
  unit of a number without one, where a head says another than the column's own.
  An answer has "reading": blank | nil | not-applicable | quantity (value, marks) | range | ambiguous (values) |
  bare-fraction (value) | foreign-measure | unfit.
Exit codes: 0 every line is answered; 2 a line is no question.
"""

import json
import re
import sys
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from oracle import arguments
from oracle.quantities.meaning import Amount, Column, Measure, Number, Reading, meaning
from oracle.quantities.measures import FOREIGN, KNOWN, LARGE, counts
from oracle.quantities.question import Answer, Question
from oracle.quantities.spoken import RUN, number_of, read_run

VANISHING = "\u200b-\u200f\u202a-\u202d\u2060\ufeff\u00ad"
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
POWERS = {"百": 100, "千": 1000}
MINUS = ("-", "负", "△", "▲", "—")
BETWEEN = ("——", "-", "—", "~", "至", "到", "或", "、", ",")

DIGITS = re.compile(r"(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,12})?")
GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3}(?![0-9]))+|(?: [0-9]{3}(?![0-9]))+)(?:\.[0-9]{1,12})?")
TWO_WAYS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


class Scan:
    """A text and how far it is read; every piece taken is kept."""

    def __init__(self, text: str):
        self.text, self.at = text, 0
        self.pieces: list[str] = []

    def take(self, piece: str) -> str:
        if piece:
            self.pieces.append(piece)
            self.at += len(piece)
        return piece

    def ahead(self, words: Iterable[str]) -> str:
        """The longest of the words that stands here, or nothing."""
        return max((word for word in words if self.text.startswith(word, self.at)), key=len, default="")

    def word(self, words: Iterable[str]) -> str:
        return self.take(self.ahead(words))

    def pattern(self, *patterns: re.Pattern[str]) -> str:
        """What the pattern that matches most here matches."""
        found = (pattern.match(self.text, self.at) for pattern in patterns)
        return self.take(max((match[0] for match in found if match), key=len, default=""))

    def gap(self) -> None:
        while self.word(AROUND):
            pass

    def behind_gap(self, words: Iterable[str]) -> str:
        """A word behind any number of spaces; where there is none, the spaces are left too."""
        here = self.here
        self.gap()
        if found := self.word(words):
            return found
        self.back(here)
        return ""

    @property
    def here(self) -> tuple[int, int]:
        return self.at, len(self.pieces)

    def back(self, here: tuple[int, int]) -> None:
        """Leaves all that was taken since."""
        self.at, kept = here
        self.pieces = self.pieces[:kept]

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
            return replace(meaning(amount, column), pieces=tuple(scan.pieces))
    return Reading("range" if _is_several(Scan(text), column) else "unfit")


def clean(text: str) -> str:
    text = "".join(chr(ord(c) - 0xFEE0) if "\uff01" <= c <= "\uff5e" else c for c in text)
    text = re.sub(f"[{SPACES}]", " ", text)
    text = re.sub(f"[{VANISHING}]", "", text)
    text = re.sub(f"[{HYPHENS}]", "-", text)
    text = re.sub(f"[{BREAKS}]", "\n", text)
    return re.sub(f"^['’`]+[{AROUND}]*", "", text.strip(AROUND)).rstrip("。;" + AROUND)


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
    """The bracket begins the text: no word stands before it."""
    number = _power(scan, column) if scan.word("(") else None
    measure = number and _measure(scan, number, column)
    if not number or not scan.word(")"):
        return None
    measure = measure or _measure(scan, number, column)
    return Amount(number, measure, -1, frozenset({"marked-negative"}) | _more_inside(measure) | _or_so(scan))


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
        rate = _number(scan, column)
        return Amount(rate, Measure(unit="%"), sign, marks) if rate else None
    number = _number(scan, column)
    if number is None:
        return None
    more = bool(scan.behind_gap(MORE))
    measure = _measure(scan, number, column, more)
    marks |= _more_inside(measure) | frozenset({"approximate"} if more else ())
    return Amount(number, measure, sign, marks)


def _more_inside(measure: Measure | None) -> frozenset[str]:
    return frozenset({"approximate"} if measure and measure.more else ())


def _number(scan: Scan, column: Column) -> Number | None:
    if run := RUN.match(scan.text, scan.at):
        return _of_run(scan, run[0])
    return _power(scan, column)


def _power(scan: Scan, column: Column) -> Number | None:
    """Digits, and 百 or 千 behind them where no unit begins with it."""
    digits = scan.pattern(DIGITS, GROUPED)
    if not digits:
        return None
    number = _of_digits(digits, column)
    if scan.ahead(POWERS) and not scan.ahead(unit for unit in KNOWN | FOREIGN | {column.measure} if unit[0] in POWERS):
        power = POWERS[scan.word(POWERS)]
        number = replace(number, values=tuple(value * power for value in number.values), power=power, hundreds=True)
    return number


def _of_digits(digits: str, column: Column) -> Number:
    """Both values where the point may as well part thousands."""
    value = Fraction(digits.replace(",", "").replace(" ", ""))
    nought = digits.endswith("0")
    two = TWO_WAYS.fullmatch(digits) and (nought or counts(column.measure))
    return Number((value, value * 1000), counted=not nought) if two else Number((value,))


def _of_run(scan: Scan, run: str) -> Number | None:
    run = number_of(run)
    spoken = read_run(run)
    if spoken is None:
        return None
    scan.take(run)
    values = tuple(map(Fraction, spoken.values))
    return Number(values, POWERS.get(run[-1], 1), spoken_large=spoken.large, several=spoken.several)


def _measure(scan: Scan, number: Number, column: Column, more: bool = False) -> Measure | None:
    if not more and _has_tenths(number) and scan.behind_gap(("成",)):
        return _tenths(scan, number)
    here = scan.here
    bracket = scan.behind_gap(("(",))
    if not bracket:
        scan.gap()
    measure = _unit(scan, column, more)
    if measure is None or bracket and (measure.words in LARGE or not scan.word(")")):
        # 万 or 亿 alone does not stand between brackets.
        scan.back(here)
        return None
    return measure


def _unit(scan: Scan, column: Column, more: bool) -> Measure | None:
    own = column.measure
    units = KNOWN | FOREIGN | {own}
    with_large = {large + own for large in LARGE if own != "%" and own[0] not in LARGE}
    unit = scan.word(units | with_large)
    if unit in LARGE:
        inside = "" if more else scan.word(MORE)
        return Measure(unit, scan.word(other for other in units if other[0] not in LARGE and other != "%"), more=bool(inside))
    return Measure(unit=unit) if unit else None


def _has_tenths(number: Number) -> bool:
    """Whether 成 may stand behind the number: it is one from 0 to 10, or several such."""
    return len(number.values) < 2 and not number.spoken_large and max(number.values, default=0) <= 10


def _tenths(scan: Scan, number: Number) -> Measure:
    whole = all(value < 10 and value.denominator == 1 for value in number.values)
    digit = scan.word("一二三四五六七八九") if whole else ""
    return Measure(tenths="零一二三四五六七八九".index(digit) if digit else 0)


def answer(question: Question) -> Answer:
    """The answer to one question, as JSON has it."""
    column = Column(question["measure"], question.get("column", "cumulative") == "cumulative", question.get("bare"))
    reading = read(question["text"], column)
    said: Answer = {"reading": reading.kind}
    if reading.kind in ("quantity", "bare-fraction") and reading.value is not None:
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


def main(given: list[str]) -> int:
    arguments.parser(__doc__).parse_args(given)
    for line in sys.stdin.buffer:
        try:
            print(json.dumps(answer(json.loads(line)), ensure_ascii=False))
        except (ValueError, KeyError, TypeError) as error:
            print(f"quantity-grammar: {line!r} is no question: {error}", file=sys.stderr)
            return 2
    return 0
