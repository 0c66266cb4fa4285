"""Texts that the table of quantities does not take, each with the reading that it has instead."""

import re
from dataclasses import replace

from oracle.quantities.text_figures import BETWEEN, Case, Figures
from oracle.quantities.text_units import LARGE, MEASURES, MONEY, ODD, STRANGE, UNITS, WHOLE


class Refused(Figures):
    """Makes texts with no reading, or with several, by chance."""

    def refused(self) -> Case:
        make = self.one((
            self.several, self.neighbours, self.two_spoken, self.two_by_point, self.two_by_unit, self.fraction, self.strange, self.twin,
            self.word, self.misplaced, self.open, self.open,
        ))
        case = make(self.one(MEASURES))
        return replace(case, current=case.current or self.often(0.3), text=self.dressed(case.text))

    def several(self, own: str) -> Case:
        """Two or three numbers in a row."""
        amounts = [self.figure() for _ in range(self.one((2, 2, 2, 3)))]
        while not all(amount.alone and "," not in amount.text and " " not in amount.text for amount in amounts):
            amounts = [self.figure() for _ in amounts]
        mark = self.one(BETWEEN)
        texts = [amount.text + self.one(("", "", own, own, f"({own})")) for amount in amounts]
        grouped = mark in ",，" and any(re.match(r"\d{3}", text) for text in texts[1:])
        text = self.one(("", "约", "共", "完成")) + (("至" if grouped else mark).join(texts))
        return Case("refused", text, own, reading="range")

    def neighbours(self, own: str) -> Case:
        """三五户, 二三十个, 一百二三十."""
        at, digits = self.chance.randint(1, 8), "一二三四五六七八九"
        pair = digits[at - 1] + digits[at]
        texts: tuple[str, ...] = (pair, pair + "百", pair + "千", "十" + pair, "二百" + pair + "十" if at > 1 else pair)
        texts += (pair + "十", pair + "十万") if at > 1 else (pair, "两三", "两三千")
        text = self.one(texts)
        runs_on = own[0] in "百千" or text[-1] == "万" and own[0] in "万亿%"
        return Case("refused", self.one(("", "约")) + text + self.one(("", "" if runs_on else own)), own, reading="range")

    def two_spoken(self, own: str) -> Case:
        head = self.one("一二三四五六七八九") + self.one(("百", "千"))
        text = ("两" + head[1] if head[0] == "二" else head) + self.one("一二三四五六七八九")
        return Case("refused", text + self.one(("", own if own[0] not in "百千万亿" else "")), own, reading="ambiguous")

    def two_by_point(self, own: str) -> Case:
        last = str(self.chance.randint(0, 9)) if own in WHOLE else "0"
        text = f"{self.chance.randint(2, 999)}.{self.chance.randint(0, 99):02}{last}"
        return Case("refused", self.one(("", "", "-", "约")) + text + self.one(("", own)), own, reading="ambiguous")

    def two_by_unit(self, _: str) -> Case:
        """万 alone where the unit begins with it, 5千 in 千米, 3千 and 三万五千 in 万元."""
        number, large = str(self.chance.randint(1, 99)), self.one(tuple(LARGE))
        hundreds, more = number + self.one(("", ".5")) + self.one("百千"), [unit for unit in MONEY if unit != "元"]
        text, own, bare = self.one((
            (number + large, self.one(("万户", "亿人", "万吨", "万元/亩")), None), (number + large, "户", "万户"), (number + large, "吨", "万吨"),
            (number + "千", self.one(("千米", "千元", "千万元")), None), (number + "百", "千米", None), (number + "千", "米", "千米"),
            ("三万五千", self.one(("千元", "万元", "亿元")), None), ("一亿零五百万", "元", "万元"), ("三万五", self.one(tuple(MONEY)), None),
            ("三万五千", self.one(("万户", "亿人", "万吨", "万元/亩")), None), ("三万五千", "户", "万户"), ("一亿零五百万", "吨", "万吨"),
            (self.one(("5百", "五百", "三千", "一万二千")), self.one(("百户", "百万元")), None), (self.one("二五八") + self.one("百千"), "千米", None),
            ("五千", "米", "千米"), ("三百", "元", "百万元"),
            *((words.format(hundreds), self.one(more), None) for words in ("{}", "约{}", "-{}", "({})", "{}余")),
            (hundreds, self.one(tuple(MONEY)), self.one(more)),
        ))
        return Case("refused", text, own, bare=bare, reading="ambiguous")

    def misplaced(self, own: str) -> Case:
        """What is right elsewhere: Chinese numbers in brackets, 零 with a unit, 余 before 万 and behind it, 成 of another number."""
        text, own, reading, *bare = self.one((
            ("(三)", own, "unfit"), ("约(3)", own, "unfit"), ("(3余)", own, "unfit"), ("(-3)", own, "unfit"), ("(3)-", own, "unfit"),
            ("零" + own, own, "unfit"), ("约零", own, "unfit"), ("零至五", own, "unfit"), ("〇", own, "unfit"), ("百分之零", "%", "unfit"),
            ("3余万余", own, "unfit"), ("3多 万余户", "户", "unfit"), ("3万余余", own, "unfit"), ("3万 余", own, "unfit"), ("3万余%", "%", "unfit"),
            ("约(3)左右", own, "unfit"), ("共(3)", own, "unfit"),
            ("3(万)", own, "unfit"), ("3余(亿)", own, "unfit"), ("(3(万))", own, "unfit"), ("8(成)", "%", "unfit"),
            ("3(户", own, "unfit"), ("3户)", own, "unfit"), ("3()", own, "unfit"), ("3((户))", own, "unfit"),
            ("3(户)户", own, "unfit"), ("(3户)(户)", own, "unfit"), ("3(户)-", own, "unfit"), ("3(户)余", own, "unfit"),
            ("(户)3", own, "unfit"), ("3(余户)", own, "unfit"), ("3余(万余户)", own, "unfit"),
            ("3万 户", "户", "unfit"), ("3万余 户", "户", "unfit"), ("3万%", "%", "unfit"), ("3万万户", "户", "unfit"),
            ("8余成", "%", "unfit"), ("11成", "%", "unfit"), ("5.000成", "%", "unfit"), ("八成〇", "%", "unfit"), ("6.5成五", "%", "unfit"),
            ("零成", "%", "unfit"), ("-5-", own, "unfit"), ("5户-", own, "unfit"), ("约5-", own, "unfit"), ("三万亿", own, "unfit"),
            ("三万五千", "万元/亩", "foreign-measure", "万元"), ("3", "户", "foreign-measure", "万"), ("3万", "户", "foreign-measure", "万"),
            ("3", "人次", "foreign-measure", "亿"), ("3亿", "万", "foreign-measure"), ("3万户", "万", "foreign-measure"), ("3户", "万", "foreign-measure"),
            ("八成", "户", "foreign-measure"), ("百分之八", "户", "foreign-measure"), ("8%", "个", "foreign-measure"), ("3万", "%", "foreign-measure"),
            ("999,999,999,999,999千", own if own[0] != "千" else "户", "unfit"), ("100000000000万元", "元", "unfit"), ("999999999999999亿美元", own, "foreign-measure"), ("5.", own, "unfit"), ("05", own, "unfit"),
        ))
        return Case("refused", text, own, bare=bare[0] if bare else None, reading=reading)

    def fraction(self, _: str) -> Case:
        text = self.one(("0.65", "0.5", "0.001", "0.987654", "-0.4", "1", "1.0", "一", "-1"))
        return Case("refused", text, "%", reading="ambiguous" if text.lstrip("-") in ("1", "1.0", "一") else "bare-fraction")

    def strange(self, own: str) -> Case:
        unit = self.one(STRANGE)
        gap, unit = self.gap(unit), f"({unit})" if self.often(0.2) else unit
        return Case("refused", str(self.chance.randint(2, 999)) + gap + unit, own, reading="foreign-measure")

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
            measure = self.one(("", odd, odd[1:], "万", "千", "亿" + odd, "万余" + odd, "成"))
            measure = f"({measure})" if self.often(0.2) else measure
            return Case("open", self.figure().text + measure, odd, bare=self.one((None, None, *ODD)))
        units = (*UNITS[own], *STRANGE[:3], *ODD, *LARGE)
        measure = self.one(("", "", "万", "亿", "成", "万余" + own, *UNITS[own]))
        measure = f"({measure})" if self.often(0.2) else measure
        return Case("open", self.figure().text + measure, own, bare=self.one(units))
