#!/usr/bin/env python3
"""Texts such as clerks put in cells of numbers, made from the productions of the table "How a number is read" of
Sources/Forms/README.md, each with what it is known to mean; the same with one character wrong; office phrases around a number.

Usage: quantity_texts.py [--seed N] [--size N]
  Prints one JSON a line: kind (valid, refused, open, changed, phrase), the question as quantity_grammar.py has it, and what is
  known of the answer: reading, value and marks, or nothing.
Exit codes: 0; 2 the arguments are unusable.
"""

import argparse
import json
import pathlib
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

PHRASES = pathlib.Path(__file__).with_name("office_phrases.txt")

# Units of measure that stand for the column's own, with what one of them is in the column's.
COUNTED = ("户家所处间座", "人名位", "具份件条张项宗例台套")
UNITS: dict[str, dict[str, Fraction]] = {
    "元": {"元": 1, "万元": 10**4, "亿元": 10**8, "万": 10**4, "亿": 10**8},
    "万元": {"元": Fraction(1, 10**4), "万元": 1, "亿元": 10**4, "万": 1, "亿": 10**4},
    "亿元": {"元": Fraction(1, 10**8), "万元": Fraction(1, 10**4), "亿元": 1, "万": Fraction(1, 10**4), "亿": 1},
    "公里": {"公里": 1, "千米": 1, "km": 1, "米": Fraction(1, 1000), "m": Fraction(1, 1000), "万": 10**4, "万公里": 10**4},
    "米": {"公里": 1000, "千米": 1000, "km": 1000, "米": 1, "m": 1, "万": 10**4, "万米": 10**4},
    "元/月": {"元/月": 1, "元": 1, "万": 10**4},
    "%": {"%": 1},
    "人次": {"人次": 1, "万人次": 10**4, "亿人次": 10**8, "万": 10**4},
    "场": {"场": 1, "次": 1, "万次": 10**4, "万": 10**4},
    "个": {unit: 1 for group in COUNTED for unit in group} | {"个": 1, "万个": 10**4, "万户": 10**4, "亿": 10**8},
    "百分点": {"百分点": 1},
    "盏": {"盏": 1, "万盏": 10**4, "万": 10**4},
    "元/人": {"元/人": 1, "元": 1},
    **{unit: {unit: 1, "万" + unit: 10**4, "万": 10**4} for unit in ("吨", "亩", "公顷", "天", "对")},
}
for _own in ("户", "家", "处", "人", "件", "台"):
    _group = next(group for group in COUNTED if _own in group)
    UNITS[_own] = {unit: 1 for unit in _group + "个"} | {"万" + unit: 10**4 for unit in _group} | {"万": 10**4, "亿": 10**8}
# Columns whose own unit begins with a number's character or is a unit's, of which the maker knows nothing.
ODD = ("万人", "万户", "亿斤", "千元", "千克", "克", "千米", "百户", "万元/月", "月", "年", "次", "件次")
STRANGE = (
    "美元", "万美元", "华里", "海里", "平方公里", "公斤", "斤", "kg", "M", "W", "w", "K", "k", "‰", "㎡", "m2", "日元", "英镑",
)
# Columns whose unit of measure counts whole things, where 1.780 may be 1780.
WHOLE = set("".join(COUNTED)) | {"人次", "次", "场", "个"}
MONEY = {"元": 1, "万元": 10**4, "亿元": 10**8}
MEASURES = (*UNITS, "户", "人", "个", "万元", "元", "亿元", "%", "公里", "人次", "户")

GAP = ("",) * 6 + (" ", "  ", "\u3000", "\u00a0", "\n", "\t", "\r\n", "\u2003", "\u202f ", "\u2028")
UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u2060\ufeff\u00ad"
TOTALS = ("共计", "合计", "共", "累计")
DONE = ("已完成", "完成", "实有", "达到", "达")
ABOUT = ("大约", "约", "将近", "近", "超过", "超", "逾")
OR_SO = ("左右", "上下", "以上")
HYPHENS = "--\u2212\u2013\u2010\u2011\ufe63\uff0d"
MARKED_MINUS = "负△▲—"
BETWEEN = ("-", "—", "——", "~", "至", "到", "或", "、", "，", ",", "～", "–")

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
class Case:
    """A question, and what is known of its answer: None where nothing is."""

    kind: str
    text: str
    measure: str
    current: bool = False
    bare: str | None = None
    reading: str | None = None
    value: Fraction | None = None
    marks: frozenset[str] = frozenset()

    @property
    def question(self) -> dict:
        column = "current" if self.current else "cumulative"
        return {"text": self.text, "measure": self.measure, "column": column, "bare": self.bare}


@dataclass(frozen=True)
class Figure:
    """A number as it is written, without sign and measure."""

    text: str
    value: Fraction

    @property
    def spoken(self) -> bool:
        return self.text[0] not in "0123456789"

    @property
    def alone(self) -> bool:
        """Nothing but figures and their point and groups."""
        return not re.search("[^0-9., ]", self.text)


class Maker:
    """Makes texts by chance; the same from the same seed."""

    def __init__(self, seed: int):
        self.chance = random.Random(seed)
        lines = PHRASES.read_text(encoding="utf-8").splitlines()
        self.phrases = [line for line in lines if line and not line.startswith("# ")]

    def cases(self, size: int) -> Iterator[Case]:
        for at in range(size):
            yield (self.valid, self.changed, self.valid, self.refused, self.changed, self.phrase, self.valid)[at % 7]()

    def often(self, share: float) -> bool:
        return self.chance.random() < share

    def one(self, words):
        return self.chance.choice(words)

    # Texts with one known reading

    def valid(self) -> Case:
        """A text that has one reading; what has two by its looks is made anew."""
        while True:
            current = self.often(0.3)
            case = (self.negative_whole if self.often(0.1) else self.plain)(self.one(MEASURES), current)
            if case is not None:
                return replace(case, text=self.dressed(case.text))

    def plain(self, own: str, current: bool) -> Case | None:
        total, done, about, or_so = self.words(current)
        figure = self.tenths() if own == "%" and self.often(0.2) else self.figure()
        minus = self.one(HYPHENS) if self.often(0.1) else self.one(MARKED_MINUS) if self.often(0.1) else ""
        more = self.one("余多") if self.often(0.12) else ""
        if "成" in figure.text:
            amount, value, more, unit = minus + figure.text, figure.value, "", "成"
        elif own == "%" and self.often(0.2):
            amount, value, more, unit = minus + "百分之" + figure.text, figure.value, "", "%"
        else:
            unit = self.one(("", own, *UNITS[own]))
            amount, value = minus + figure.text + self.gap(more) + more, figure.value * UNITS[own].get(unit, 1)
            # 万 and the unit behind it stand next to each other.
            amount += ("" if amount[-1] in "万亿" else self.gap(unit)) + unit
        if self.unclear(figure, value, own, unit, more) or minus and not value:
            return None
        text = "".join(word + self.gap(word) for word in (total, done, about)) + amount + self.gap(or_so) + or_so
        marks = {"in-words"} if total or done else set()
        marks |= {"approximate"} if about or or_so or more else set()
        marks |= {"marked-negative"} if minus and minus in MARKED_MINUS else set()
        known = -value if minus else value
        return Case("valid", text, own, current, reading="quantity", value=known, marks=frozenset(marks))

    def negative_whole(self, own: str, current: bool) -> Case | None:
        """`5-`, and brackets."""
        figure, unit = self.figure(), self.one(("", *UNITS[own]))
        inside = self.often(0.5)
        value, marks = figure.value, {"marked-negative"}
        if self.often(0.4):
            if not figure.alone:
                return None
            text, unit = figure.text + self.one(HYPHENS), ""
        else:
            value *= UNITS[own].get(unit, 1)
            or_so = self.one(OR_SO) if self.often(0.15) else ""
            marks |= {"approximate"} if or_so else set()
            measure = ("" if figure.text[-1] in "万亿" else self.gap(unit)) + unit
            if figure.text[-1] in "万亿":
                inside = True
            text = f"({figure.text}{measure})" if inside else f"({figure.text}){measure}"
            text += self.gap(or_so) + or_so
        if self.unclear(figure, value, own, unit) or not value:
            return None
        return Case("valid", text, own, current, reading="quantity", value=-value, marks=frozenset(marks))

    def words(self, current: bool) -> tuple[str, str, str, str]:
        total = self.one(TOTALS[:3] if current else TOTALS) if self.often(0.2) else ""
        done = self.one(DONE) if self.often(0.2) else ""
        return total, done, self.one(ABOUT) if self.often(0.15) else "", self.one(OR_SO) if self.often(0.15) else ""

    def unclear(self, figure: Figure, value: Fraction, own: str, unit: str, more: str = "") -> bool:
        """True for what the table's second half does not take, and for a number that runs into its measure."""
        text = figure.text
        point = re.match(r"[1-9]\d{0,2}\.\d\d(\d)(?!\d)", text)
        run_on = figure.spoken and unit[:1] in tuple("百千万亿") and not more
        return (
            bool(point) and (point[1] == "0" or own in WHOLE)
            or own == "%" and not unit and value <= 1
            or own in MONEY and not unit and figure.spoken and re.search("[万亿]", text[:-1]) is not None
            or run_on and (unit[0] in "百千" or re.search("[万亿]", text) is not None)
            or text[-1] in "百千" and unit[:1] in tuple("百千")
            or text[-1] in "万亿" and (more != "" or own in MONEY or own == "%" or self.large(unit, own))
            or abs(value) >= 10**15
        )

    @staticmethod
    def large(unit: str, own: str) -> bool:
        """Whether 万 may not stand before the unit: before another than a counted one or the column's own, and where 万元 is longer."""
        return unit[:1] in tuple("万亿") or unit != "" and unit != own and own not in WHOLE or unit.startswith("元/")

    def figure(self) -> Figure:
        return self.one((self.digits, self.digits, self.digits, self.grouped, self.hundreds, self.spoken, self.spoken, self.one_by_one))()

    def whole(self, most: int) -> int:
        return self.chance.randrange(10 ** self.chance.randint(1, most))

    def point(self) -> str:
        places = self.one((1, 1, 2, 2, 3, 4, 6, 12))
        return "." + str(self.chance.randrange(10**places)).zfill(places) if self.often(0.3) else ""

    def digits(self) -> Figure:
        text = str(self.whole(self.one((3, 3, 5, 9, 15)))) + self.point()
        return Figure(text, Fraction(text))

    def grouped(self) -> Figure:
        mark, point = self.one(", "), self.point()
        text = f"{self.whole(self.one((4, 6, 9, 15))) + 1000:,}" + point
        return Figure(text.replace(",", mark), Fraction(text.replace(",", "")))

    def hundreds(self) -> Figure:
        base = (self.grouped if self.often(0.2) else self.digits)()
        word = self.one("百千")
        return Figure(base.text + word, base.value * (100 if word == "百" else 1000))

    def tenths(self) -> Figure:
        """成: 八成, 6.5成, 六成五."""
        tens, ones = self.chance.randint(0, 9), self.chance.randint(1, 9)
        word = self.one((str(tens), "零一二三四五六七八九"[tens]))
        if self.often(0.4):
            return Figure(f"{word}成{'零一二三四五六七八九'[ones]}", Fraction(10 * tens + ones))
        if self.often(0.4):
            return Figure(f"{tens}.{ones}成", Fraction(10 * tens + ones))
        return Figure(self.one(("10", "十")) + "成", Fraction(100)) if self.often(0.1) else Figure(word + "成", Fraction(10 * tens))

    def spoken(self) -> Figure:
        number = self.whole(self.one((2, 3, 4, 5, 9, 12))) + 1
        if self.often(0.3):
            number = number // 10 ** (size := self.one((2, 3, 4, 6, 8))) * 10**size or number
        number = min(number, 10**12 - 1)
        text = in_characters(number)
        if self.often(0.4):
            text = re.sub("零", lambda _: self.one("零〇"), text)
            # The last 万 is the measure's: before it 两 is the whole number or none.
            text = re.sub("(?:^二|二(?![万亿]$))(?=[百千万亿])", lambda _: self.one("二两"), text)
        return Figure("两" if text == "二" and self.often(0.5) else text, Fraction(number))

    def one_by_one(self) -> Figure:
        """二〇二四: digits without places, 零 among them."""
        digits = list(str(self.chance.randint(10, 10 ** self.chance.randint(2, 9) - 1)))
        digits[self.chance.randint(1, len(digits) - 1)] = "0"
        zero = self.one("〇零")
        text = "".join(zero if digit == "0" else "零一二三四五六七八九"[int(digit)] for digit in digits)
        return Figure(text, Fraction(int("".join(digits))))

    # How a text is dressed: nothing of it changes the reading

    def gap(self, word: str) -> str:
        return self.one(GAP) if word else ""

    def dressed(self, text: str) -> str:
        if self.often(0.2):
            share = self.one((0.3, 1))
            text = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" and self.often(share) else c for c in text)
        if self.often(0.15):
            for _ in range(self.chance.randint(1, 3)):
                at = self.chance.randint(0, len(text))
                text = text[:at] + self.one(UNSEEN) + text[at:]
        if self.often(0.15):
            text = self.one(GAP) + self.one(("", "'", "’", "`", "''", "＇")) + self.one(("", " ", "\u3000")) + text
        return text + self.one(GAP) + self.one(("", "。", "；", ";", "。\n")) + self.one(GAP) if self.often(0.15) else text

    # Texts that are known not to be taken

    def refused(self) -> Case:
        make = self.one((
            self.several, self.neighbours, self.two_spoken, self.two_by_point, self.fraction, self.strange, self.twin, self.word, self.open,
        ))
        case = make(self.one(MEASURES))
        return replace(case, current=case.current or self.often(0.3), text=self.dressed(case.text))

    def several(self, own: str) -> Case:
        amounts = [self.figure() for _ in range(self.one((2, 2, 2, 3)))]
        while not all(amount.alone and "," not in amount.text and " " not in amount.text for amount in amounts):
            amounts = [self.figure() for _ in amounts]
        mark = self.one(BETWEEN)
        texts = [amount.text + self.one(("", own)) for amount in amounts]
        grouped = mark in ",，" and any(re.match(r"\d{3}", text) for text in texts[1:])
        text = self.one(("", "约", "共", "完成")) + (("至" if grouped else mark).join(texts))
        return Case("refused", text, own, reading="range")

    def neighbours(self, own: str) -> Case:
        """三五户, 二三十个, 一百二三十."""
        at, digits = self.chance.randint(1, 8), "一二三四五六七八九"
        pair = digits[at - 1] + digits[at]
        texts = (pair, pair + "百", pair + "千", "十" + pair, "二百" + pair + "十" if at > 1 else pair)
        texts += (pair + "十", pair + "十万") if at > 1 else (pair, "两三", "两三千")
        measure = "" if own[0] == "百" or "/" in own else own
        return Case("refused", self.one(("", "约")) + self.one(texts) + self.one(("", measure)), own, reading="range")

    def two_spoken(self, own: str) -> Case:
        head = self.one("一二三四五六七八九") + self.one(("百", "千"))
        text = ("两" + head[1] if head[0] == "二" else head) + self.one("一二三四五六七八九")
        return Case("refused", text + self.one(("", own if own[0] not in "百万亿" else "")), own, reading="ambiguous")

    def two_by_point(self, own: str) -> Case:
        last = str(self.chance.randint(0, 9)) if own in WHOLE else "0"
        text = f"{self.chance.randint(2, 999)}.{self.chance.randint(0, 99):02}{last}"
        return Case("refused", self.one(("", "", "-", "约")) + text + self.one(("", own)), own, reading="ambiguous")

    def fraction(self, _: str) -> Case:
        text = self.one(("0.65", "0.5", "0.001", "0.987654", "-0.4", "1", "1.0", "一", "-1"))
        return Case("refused", text, "%", reading="ambiguous" if text.lstrip("-") in ("1", "1.0", "一") else "bare-fraction")

    def strange(self, own: str) -> Case:
        unit = self.one(STRANGE)
        return Case("refused", str(self.chance.randint(2, 999)) + self.gap(unit) + unit, own, reading="foreign-measure")

    def twin(self, own: str) -> Case:
        """A character for which Unicode has a twin that some programs take for the same."""
        twins = ("\uf9b2", "5\uf9b5", "5\uf98e", "\uf94f计5", "\uf9d1", "\uf9d1十", "5\U0002f8ef", "5\U0002f85d", "五\U0002f8b2", "\u1fef5", "5\u037e")
        return Case("refused", self.one(twins), own, reading="unfit")

    def word(self, own: str) -> Case:
        text, reading = self.one((
            ("", "blank"), ("空", "blank"), (" \n", "blank"), ("无", "nil"), ("零", "nil"), ("没有", "nil"), ("暂无", "nil"),
            *((dash, "not-applicable") for dash in ("/", "—", "——", "-", "--", "―", "─", "不适用", "N/A", "n/a", "–", "−-")),
        ))
        return Case("refused", text, own, reading=reading)

    def open(self, own: str) -> Case:
        """A bare number where the head names another unit, or an odd column: nothing is known, the two readings are compared."""
        if self.often(0.5):
            odd = self.one(ODD)
            return Case("open", self.figure().text + self.one(("", odd, odd[1:], "万", "千", "亿" + odd)), odd)
        units = tuple(UNITS[own]) + STRANGE[:3]
        return Case("open", self.figure().text + self.one(("", "", *UNITS[own])), own, bare=self.one(units))

    # Texts that may mean anything

    def changed(self) -> Case:
        """A valid text with one character inserted, deleted or exchanged."""
        case = self.valid()
        at = self.chance.randint(0, len(case.text) - 1)
        put, skipped = self.one(((self.one(WRONG), 0), ("", 1), (self.one(WRONG), 1)))
        text = case.text[:at] + put + case.text[at + skipped:]
        return Case("changed", text, case.measure, case.current)

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
        return Case("phrase", text, own, case.current)


def in_characters(number: int) -> str:
    """The number spoken in full: every digit with its place, and the noughts drawn together."""
    names = "零一二三四五六七八九"
    text = ""
    for at, digit in enumerate(reversed(str(number))):
        section = ("", "万", "亿")[at // 4] if at % 4 == 0 else ""
        text = names[int(digit)] + (("", "十", "百", "千")[at % 4] if digit != "0" else "") + section + text
    # 一千零零零万零五十零: a section of noughts is none, noughts before 万 and 亿 and at the end are silent.
    text = re.sub("零零零零万", "零", text)
    text = re.sub("零+(?=[万亿])", lambda _: "", text)
    text = re.sub("零+", "零", text).strip("零")
    # 一十 that begins the number is 十.
    return re.sub("^一十", "十", text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=20)
    arguments = parser.parse_args()
    for case in Maker(arguments.seed).cases(arguments.size):
        known = {"reading": case.reading, "value": str(case.value) if case.value is not None else None, "marks": sorted(case.marks)}
        print(json.dumps({"kind": case.kind, **case.question, "known": known}, ensure_ascii=False))


if __name__ == "__main__":
    main()
