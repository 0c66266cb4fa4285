"""Texts such as clerks put in cells of numbers, made from the productions of the table "How a number is read" of
Sources/Forms/README.md, each with what it is known to mean; the same with one character wrong; office phrases around a number.

Usage: scripts/oracle/run quantity-texts [--seed N] [--size N]
  Prints one JSON a line: kind (valid, refused, open, changed, phrase), the question as quantity-grammar has it, and what is
  known of the answer: reading, value and marks, or nothing.
Exit codes: 0; 2 the arguments are unusable.
"""

import json
import pathlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from oracle import arguments
from oracle.quantities.text_figures import ABOUT, DONE, HYPHENS, MARKED_MINUS, OR_SO, TOTALS, Case, Figure
from oracle.quantities.text_refused import Refused
from oracle.quantities.text_units import LARGE, MEASURES, MONEY, UNITS, WHOLE, factor

PHRASES = pathlib.Path(__file__).with_name("office_phrases.txt")

# What is put in by mistake: signs that look like others, of other scripts, or as some programs compare them the same.
WRONG = (
    *"0123456789" * 2, *"〇零一二两三四五六七八九十百千万亿" * 2, *"OolIiSBZ|", *"廿卅俩仨几半数壹贰叁肆伍拾佰仟萬億兩",
    *"-+−–—―─~±△▲负*×÷/\\=<>≈^", *"()（）[]【】{}〈〉", *"户家个人次元万亿米m%成里斤k年月日", "公里", "万元", "百分之", "百分点",
    *"余多约近超逾共达无未不差减第号上下至到或和及又", "还差", "不足", "完成", "累计", "左右", "以上", "合计",
    *" .,，。、;；:：!?？·…'\"’‘“”`´＇｡", *"\n\t\u3000\u00a0\u200b\u200d\u2060\u2061\u2066\u180e\u205f\u1680\u0085\u2028\u0000\u001f\u007f",
    *"😀👍✓★№①⑴Ⅲ㈠㊀㎞㎡℃‰", "👨\u200d👩\u200d👧", "❤\ufe0f", *"\u0301\u0336\u20e3\u3099\ufe0f\u0489", *"⁰¹²³⁵₀₂½¼",
    *"٣५๓𝟑𝟻߃", *"\u212a\uf9d1\uf9b2\uf98e\uf9b5\uf94f\u037e\u1fef\u2f00\u2f06\u2f17⼋", *"\u02bc\u05f3\ufe52\ufe50\u066b\u066c\u2044\u2215",
)


@dataclass(frozen=True)
class Place:
    """The column of a text: its unit of measure, whether it is of the period's own figures, the unit that a head says."""

    own: str
    current: bool
    head: str | None

    @property
    def bare(self) -> str:
        return self.head or self.own

    def case(self, text: str, value: Fraction, marks: set[str]) -> Case:
        return Case("valid", text, self.own, self.current, self.head, "quantity", value, frozenset(marks))


class Maker(Refused):
    """Makes texts by chance; the same from the same seed."""

    def __init__(self, seed: int):
        super().__init__(seed)
        lines = PHRASES.read_text(encoding="utf-8").splitlines()
        self.phrases = [line for line in lines if line and not line.startswith("# ")]

    def cases(self, size: int) -> Iterator[Case]:
        for at in range(size):
            yield (self.valid, self.changed, self.valid, self.refused, self.changed, self.phrase, self.valid)[at % 7]()

    # Texts with one known reading

    def valid(self) -> Case:
        """A text that has one reading; what has two by its looks is made anew."""
        while True:
            own = self.one(MEASURES)
            place = Place(own, self.often(0.3), self.one(list(UNITS[own])) if self.often(0.15) else None)
            make = self.one((self.trailing_minus, self.bracketed)) if self.often(0.1) else self.plain
            case = make(place)
            if case is not None:
                return replace(case, text=self.dressed(case.text))

    def plain(self, place: Place) -> Case | None:
        """Words, a sign, a number with its measure, and words behind."""
        total, done, about, or_so = self.words(place.current)
        minus = self.one(HYPHENS) if self.often(0.1) else self.one(MARKED_MINUS) if self.often(0.1) else ""
        found = self.rate() if place.own == "%" and self.often(0.3) else self.amount(place)
        if found is None or minus and not found[1]:
            return None
        amount, value, marks = found
        text = "".join(word + self.gap(word) for word in (total, done, about)) + minus + amount + self.gap(or_so) + or_so
        marks |= {"in-words"} if total or done else set()
        marks |= {"approximate"} if about or or_so else set()
        marks |= {"marked-negative"} if minus and minus in MARKED_MINUS else set()
        return place.case(text, -value if minus else value, marks)

    def amount(self, place: Place) -> tuple[str, Fraction, set[str]] | None:
        """A number with its measure: the text, its value in the column's unit, its marks."""
        figure = self.hundreds() if place.bare in MONEY and self.often(0.15) else self.figure()
        unit = self.unit(place)
        more = self.one("余多") if self.often(0.12) else ""
        before, behind = self.gap(more), self.gap(unit)
        times = factor(unit, place.own, place.bare)
        if times is None or self.unclear(figure, figure.value * times, unit, place):
            return None
        inside, written = ("", unit) if more else self.measure(unit)
        written = self.between_brackets(written, unit)
        if not more + behind and written[:1] != "(" and self.runs_on(figure, unit):
            return None
        text = figure.text + before + more + behind + written
        return text, figure.value * times, {"approximate"} if more or inside else set()

    def measure(self, unit: str) -> tuple[str, str]:
        """The unit as it is written: 万余户 for 万户, 万余 for 万."""
        more = self.one("余多") if unit[:1] in tuple(LARGE) and "/" not in unit and self.often(0.15) else ""
        return more, unit[0] + more + unit[1:] if more else unit

    def between_brackets(self, written: str, unit: str) -> str:
        """Now and then (户) for 户; 万 and 亿 alone never stand so."""
        return f"({written})" if unit and unit not in LARGE and self.often(0.2) else written

    def rate(self) -> tuple[str, Fraction, set[str]] | None:
        if self.often(0.5):
            figure = self.tenths()
            return figure.text, figure.value, set()
        figure = self.figure()
        unclear = self.unclear(figure, figure.value, "%", Place("%", False, None))
        return None if unclear else ("百分之" + figure.text, figure.value, set())

    def trailing_minus(self, place: Place) -> Case | None:
        """`5-`."""
        figure = self.figure()
        times = factor("", place.own, place.bare)
        if times is None or not figure.alone or not figure.value or self.unclear(figure, figure.value * times, "", place):
            return None
        return place.case(figure.text + self.one(HYPHENS), -figure.value * times, {"marked-negative"})

    def bracketed(self, place: Place) -> Case | None:
        """(5), (5百户), (5)万户, (5)(户), (5(户))."""
        figure, unit = self.figure(), self.unit(place)
        times, gap, closed = factor(unit, place.own, place.bare), self.gap(unit), self.often(0.5)
        if times is None or figure.spoken or not figure.value or self.unclear(figure, figure.value * times, unit, place):
            return None
        inside, written = self.measure(unit)
        written = self.between_brackets(written, unit)
        if not closed and not gap and written[:1] != "(" and self.runs_on(figure, unit):
            return None
        or_so = self.one(OR_SO) if self.often(0.15) else ""
        text = f"({figure.text}){gap}{written}" if closed else f"({figure.text}{gap}{written})"
        marks = {"marked-negative"} | ({"approximate"} if or_so or inside else set())
        return place.case(text + self.gap(or_so) + or_so, -figure.value * times, marks)

    def unit(self, place: Place) -> str:
        return self.one(("", place.own, *UNITS[place.own], "万", "亿"))

    def words(self, current: bool) -> tuple[str, str, str, str]:
        total = self.one(TOTALS[:3] if current else TOTALS) if self.often(0.2) else ""
        done = self.one(DONE) if self.often(0.2) else ""
        return total, done, self.one(ABOUT) if self.often(0.15) else "", self.one(OR_SO) if self.often(0.15) else ""

    @staticmethod
    def runs_on(figure: Figure, unit: str) -> bool:
        """Whether the number's characters and the measure's are others when they stand next to each other."""
        large = unit[:1] in tuple(LARGE)
        if figure.hundreds and re.match("万?元(?:/|$)", unit):
            # 5千元: 千元 is a unit, and 千 is its.
            return True
        return figure.spoken and (unit[large:][:1] in ("百", "千") or large and figure.spoken_large)

    @staticmethod
    def unclear(figure: Figure, value: Fraction, unit: str, place: Place) -> bool:
        """True for what the table's second half does not take."""
        point = re.match(r"[1-9]\d{0,2}\.\d\d(\d)(?!\d)", figure.text)
        return (
            point is not None and (point[1] == "0" or place.own in WHOLE and unit[:1] not in tuple(LARGE))
            or place.own == "%" and not unit and value <= 1
            or not unit and figure.spoken_large and (place.bare in MONEY and place.bare != "元" or place.bare[0] in LARGE)
            or not unit and place.bare[0] in "百千" and place.bare != "百分点" and figure.text[-1] in "百千"
            or not unit and place.bare in MONEY and place.bare != "元" and figure.hundreds and value != 0
            or value >= 10**15
        )

    # Texts that may mean anything

    def changed(self) -> Case:
        """A valid text with one character inserted, deleted or exchanged."""
        case = self.valid()
        at = self.chance.randint(0, len(case.text) - 1)
        put, skipped = self.one(((self.one(WRONG), 0), ("", 1), (self.one(WRONG), 1)))
        text = case.text[:at] + put + case.text[at + skipped:]
        return Case("changed", text, case.measure, case.current, case.bare)

    def phrase(self) -> Case:
        """An office phrase around, before or behind a number."""
        case, phrase, other = self.valid(), self.one(self.phrases), self.one(self.phrases)
        own = case.measure
        number = self.one((case.text, self.figure().text, self.figure().text + own, str(self.whole(3) + 1)))
        if "{}" in phrase:
            text = phrase.replace("{}", number)
        else:
            space = self.one(("", "", " ", "，", "："))
            text = self.one((phrase + space + number, number + space + phrase, phrase + number + other.replace("{}", number)))
        return Case("phrase", text, own, case.current, case.bare)


def main(given: list[str]) -> int:
    parser = arguments.parser(__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=20)
    options = parser.parse_args(given)
    for case in Maker(options.seed).cases(options.size):
        known = {"reading": case.reading, "value": str(case.value) if case.value is not None else None, "marks": sorted(case.marks)}
        print(json.dumps({"kind": case.kind, **case.question, "known": known}, ensure_ascii=False))
    return 0
