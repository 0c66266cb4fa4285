"""Numbers as clerks write them, each with its value, and how a text is dressed: what quantity-texts makes its texts of."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from oracle.quantities.question import Question

Chosen = TypeVar("Chosen")

GAP = ("",) * 6 + (" ", "  ", "\u3000", "\u00a0", "\n", "\t", "\r\n", "\u2003", "\u202f ", "\u2028")
UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u2060\ufeff\u00ad"
TOTALS = ("共计", "合计", "共", "累计")
DONE = ("已完成", "完成", "实有", "达到", "达")
ABOUT = ("大约", "约", "将近", "近", "超过", "超", "逾")
OR_SO = ("左右", "上下", "以上")
HYPHENS = "--\u2212\u2013\u2010\u2011\ufe63\uff0d"
MARKED_MINUS = "负△▲—"
BETWEEN = ("-", "—", "——", "~", "至", "到", "或", "、", "，", ",", "～", "–")


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
    def question(self) -> Question:
        column = "current" if self.current else "cumulative"
        return {"text": self.text, "measure": self.measure, "column": column, "bare": self.bare}


@dataclass(frozen=True)
class Figure:
    """A number as it is written, without sign and measure."""

    text: str
    value: Fraction

    @property
    def spoken(self) -> bool:
        """A number in Chinese characters."""
        return self.text[0] not in "0123456789"

    @property
    def spoken_large(self) -> bool:
        return self.spoken and re.search("[万亿]", self.text) is not None

    @property
    def hundreds(self) -> bool:
        """百 or 千 stands behind digits."""
        return not self.spoken and self.text[-1] in "百千"

    @property
    def alone(self) -> bool:
        """Nothing but figures and their point and groups."""
        return not re.search("[^0-9., ]", self.text)


class Figures:
    """Makes numbers by chance; the same from the same seed."""

    def __init__(self, seed: int):
        self.chance = random.Random(seed)

    def often(self, share: float) -> bool:
        return self.chance.random() < share

    def one(self, words: Sequence[Chosen]) -> Chosen:
        return self.chance.choice(words)

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
        word = str(tens) if tens == 0 else self.one((str(tens), f"{tens}.0", "零一二三四五六七八九"[tens]))
        if self.often(0.4):
            return Figure(f"{word}成{'零一二三四五六七八九'[ones]}", Fraction(10 * tens + ones))
        if self.often(0.4):
            return Figure(f"{tens}.{ones}成", Fraction(10 * tens + ones))
        return Figure(self.one(("10", "十", "10.0")) + "成", Fraction(100)) if self.often(0.1) else Figure(word + "成", Fraction(10 * tens))

    def spoken(self) -> Figure:
        number = self.whole(self.one((2, 3, 4, 5, 9, 12))) + 1
        if self.often(0.3):
            number = number // 10 ** (size := self.one((2, 3, 4, 6, 8))) * 10**size or number
        number = min(number, 10**12 - 1)
        text = in_characters(number)
        if text[-1] in "万亿" and not re.search("[万亿]", text[:-1]):
            # That 万 is the measure's.
            number, text = number // (10**4 if text[-1] == "万" else 10**8), text[:-1]
        if self.often(0.4):
            text = re.sub("零", lambda _: self.one("零〇"), text)
            text = re.sub("二(?=[百千万亿])", lambda _: self.one("二两"), text)
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
        """The text in full width, with unseen characters in it, with blanks and marks around."""
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


def in_characters(number: int) -> str:
    """The number spoken in full: every digit with its place, and the noughts drawn together. Another way than the reader's
    `spell`, so that neither hides what is wrong with the other."""
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
