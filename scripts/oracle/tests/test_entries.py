"""What a clerk wrote in a cell of numbers or of days."""

import datetime
import unittest
from fractions import Fraction

from oracle.forms.entries import explains, read_date, read_number
from oracle.plan.periods import Month

JUNE = Month(2024, 6)
TEXTS: tuple[tuple[object, str, object], ...] = (
    ("31", "户", 31), ("３１户", "户", 31), ("1,780", "户", 1780), ("约300户", "户", 300), ("(5)", "户", -5), ("-5", "户", -5),
    ("3亿元", "万元", 30000), ("5000元", "万元", Fraction(1, 2)), ("2千米", "米", 2000), ("三百二十户", "户", 320), ("六成", "%", None),
    ("3万户", "户", 30000), ("1.2万", "元", 12000), ("共31户", "户", 31), (12, "户", 12), (0.1, "万元", Fraction(1, 10)),
    ("8成", "%", 80), ("无", "户", 0),
)
FORMS: tuple[tuple[object, str, str, str], ...] = (
    (None, "户", "blank", ""), ("  ", "户", "blank", ""), ("—", "户", "na", ""), ("不适用", "户", "na", ""), ("无", "户", "nil", ""),
    ("4-5户", "户", "untaken", ""), ("三至五", "户", "error", "E02"), (True, "户", "error", "E02"), ("#REF!", "户", "error", "E05"),
    ("31公里", "户", "error", "E03"), ("3镇5户", "户", "error", "E02"), (datetime.datetime(2024, 6, 1), "户", "error", "E02"),
)
DAYS: tuple[tuple[object, str], ...] = (
    ("2024.6.18", "2024-06-18"), ("24-6-18", "2024-06-18"), ("20240618", "2024-06-18"), ("6月18日", "2024-06-18"),
    ("6月18号", "2024-06-18"), ("2024年5月", "2024-05-31"), ("5月底", "2024-05-31"), (45461, "2024-06-18"), (20240618, "2024-06-18"),
    (datetime.datetime(2024, 6, 18, 9), "2024-06-18"), (2024.5, "2024-05-31"),
)


class EntryTests(unittest.TestCase):
    def test_texts_with_a_figure(self) -> None:
        for value, unit, wanted in TEXTS:
            with self.subTest(value):
                self.assertEqual(read_number(value, unit).figure, wanted)

    def test_what_is_no_figure(self) -> None:
        for value, unit, state, error in FORMS:
            with self.subTest(value):
                reading = read_number(value, unit)
                self.assertEqual((reading.state, reading.error), (state, error))

    def test_a_percentage_of_the_format(self) -> None:
        self.assertEqual(read_number(0.65, "%", "0%").figure, 65)
        self.assertEqual(read_number(0.65, "户", "0%").error, "E03")
        self.assertEqual(read_number(65, "%", '0"%"').figure, 65)

    def test_days(self) -> None:
        for value, wanted in DAYS:
            with self.subTest(value):
                reading = read_date(value, JUNE)
                self.assertEqual((reading.state, str(reading.date)), ("date", wanted))

    def test_what_is_no_day(self) -> None:
        for value in ("2024-02-30", "已完成", 31, "2024-13", True):
            with self.subTest(value):
                self.assertEqual(read_date(value, JUNE).error, "E10")
        self.assertEqual(read_date("推进中", JUNE, {"推进中"}).word, "推进中")
        self.assertEqual(read_date("—", JUNE).state, "na")

    def test_a_whole_month_begins_with_its_first_day(self) -> None:
        self.assertEqual(read_date("5月", JUNE).earliest, datetime.date(2024, 5, 1))

    def test_an_explanation_says_something(self) -> None:
        self.assertTrue(explains("上月误报，本月据实核减。"))
        for text in (None, "", "属实", "情况属实！", "已核实", "。。。"):
            self.assertFalse(explains(text))


if __name__ == "__main__":
    unittest.main()
