"""The second reading of the grammar of quantities, and the maker of its texts."""

import unittest
from fractions import Fraction

from oracle.quantities.compare_quantities import agree, differences, meant
from oracle.quantities.measures import counts, in_another, stands_for
from oracle.quantities.quantity_grammar import answer, clean, written
from oracle.quantities.quantity_texts import Maker
from oracle.quantities.question import Answer, Question
from oracle.quantities.spoken import Spoken, number_of, read_run, spell
from oracle.quantities.text_figures import Case, in_characters
from oracle.quantities.text_units import factor

# Text, unit of measure, how it is read, the value, the marks.
READINGS: tuple[tuple[str, str, str, str | None, tuple[str, ...]], ...] = (
    ("31户", "户", "quantity", "31", ()), ("３１", "户", "quantity", "31", ()), ("1,780", "户", "quantity", "1780", ()),
    ("约300", "户", "quantity", "300", ("approximate",)), ("累计完成31户", "户", "quantity", "31", ("in-words",)),
    ("(5)", "户", "quantity", "-5", ("marked-negative",)), ("5-", "户", "quantity", "-5", ("marked-negative",)),
    ("-5", "户", "quantity", "-5", ()), ("三万五千户", "户", "quantity", "35000", ()), ("3万余户", "户", "quantity", "30000", ("approximate",)),
    ("4亿元", "万元", "quantity", "40000", ()), ("500米", "公里", "quantity", "0.5", ()), ("六成五", "%", "quantity", "65", ()),
    ("百分之八", "%", "quantity", "8", ()), ("二〇二四", "户", "quantity", "2024", ()), ("", "户", "blank", None, ()),
    ("无", "户", "nil", None, ()), ("——", "户", "not-applicable", None, ()), ("三五户", "户", "range", None, ()),
    ("4至5户", "户", "range", None, ()), ("0.65", "%", "bare-fraction", "0.65", ()), ("3美元", "万元", "foreign-measure", None, ()),
    ("约(3)", "户", "unfit", None, ()), ("第3批", "户", "unfit", None, ()), ("05", "户", "unfit", None, ()),
)


def asked(text: str, measure: str, bare: str | None = None) -> Answer:
    question: Question = {"text": text, "measure": measure, "column": "cumulative", "bare": bare}
    return answer(question)


class GrammarTests(unittest.TestCase):
    def test_readings(self) -> None:
        for text, measure, reading, value, marks in READINGS:
            with self.subTest(text):
                found = asked(text, measure)
                self.assertEqual((found["reading"], found.get("value")), (reading, value))
                self.assertEqual(found.get("marks", []), list(marks))

    def test_texts_with_two_readings(self) -> None:
        self.assertEqual(asked("1.780", "户")["values"], ["1.78", "1780"])
        self.assertEqual(asked("一百二", "户")["values"], ["102", "120"])
        self.assertEqual(asked("3万", "万户")["values"], ["3", "30000"])
        self.assertEqual(asked("1", "%")["values"], ["1", "100"])

    def test_a_head_may_name_another_unit(self) -> None:
        self.assertEqual(asked("5000", "万元", "元")["value"], "0.5")
        self.assertEqual(asked("3", "户", "万")["reading"], "foreign-measure")

    def test_累计_is_no_word_of_the_period_s_own_figures(self) -> None:
        self.assertEqual(answer({"text": "累计5", "measure": "户", "column": "current", "bare": None})["reading"], "unfit")

    def test_what_is_around_a_text_is_not_of_it(self) -> None:
        self.assertEqual(clean("\u200b '３１户。\n"), "31户")
        self.assertEqual([written(Fraction(value)) for value in ("1/4", "-12", "-1/8", "0")], ["0.25", "-12", "-0.125", "0"])


class SpokenTests(unittest.TestCase):
    def test_numbers_in_characters(self) -> None:
        spoken = {10: "十", 12: "十二", 105: "一百零五", 1010: "一千零一十", 10_500: "一万零五百", 120_000: "十二万", 200_000_003: "二亿零三"}
        for number, text in spoken.items():
            self.assertEqual((spell(number), in_characters(number), read_run(text)), (text, text, Spoken((number,), large=number >= 10_000)))

    def test_the_reader_and_the_maker_spell_alike(self) -> None:
        for number in [*range(1, 3000), *range(9_900, 10_200), 10**8, 123_456_789, 10**11 + 7]:
            self.assertEqual(spell(number), in_characters(number))

    def test_what_is_several_numbers_or_none(self) -> None:
        self.assertEqual(read_run("三五"), Spoken((), several=True))
        self.assertEqual(read_run("一百二"), Spoken((102, 120)))
        self.assertEqual([read_run(run) for run in ("零", "百", "三百万亿", "一一")], [None, None, None, Spoken((), several=True)])
        self.assertEqual((number_of("三万"), number_of("三万五千"), number_of("万")), ("三", "三万五千", "万"))


class MeasureTests(unittest.TestCase):
    def test_units_in_one_another(self) -> None:
        self.assertEqual((in_another("亿元", "万元"), in_another("米", "公里"), in_another("万户", "户")), (10_000, Fraction(1, 1000), 10_000))
        self.assertEqual((in_another("元", "元/月"), in_another("户", "万户"), in_another("户", "元")), (1, Fraction(1, 10_000), None))

    def test_words_that_stand_for_each_other(self) -> None:
        self.assertTrue(stands_for("户", "家") and stands_for("个", "户") and counts("人次"))
        self.assertFalse(stands_for("户", "人") or stands_for("个", "人次") or counts("元"))


class MakerTests(unittest.TestCase):
    def test_the_same_seed_makes_the_same_texts(self) -> None:
        cases = list(Maker(7).cases(700))
        self.assertEqual(cases, list(Maker(7).cases(700)))
        self.assertNotEqual(cases, list(Maker(8).cases(700)))
        self.assertEqual({case.kind for case in cases}, {"valid", "refused", "changed", "phrase", "open"})

    def test_the_second_reading_is_as_the_maker_knows(self) -> None:
        for case in Maker(11).cases(700):
            ours = answer(case.question)
            self.assertEqual(list(differences(case, ours, ours)), [], case)

    def test_a_unit_is_another_in_another_column(self) -> None:
        self.assertEqual((factor("万", "元", "元"), factor("", "万元", "元"), factor("万", "%", "%")), (10_000, Fraction(1, 10_000), None))


class ComparisonTests(unittest.TestCase):
    CASE = Case("valid", "31户", "户", reading="quantity", value=Fraction(31))

    def test_a_disagreement_is_said(self) -> None:
        right: Answer = {"reading": "quantity", "value": "31", "marks": []}
        wrong: Answer = {"reading": "quantity", "value": "32", "marks": []}
        unfit: Answer = {"reading": "unfit"}
        self.assertEqual(list(differences(self.CASE, right, right)), [])
        self.assertEqual(list(differences(self.CASE, wrong, right)),
            ["quantity by the program, quantity by the second reading", "valid text with another value by the program"])
        self.assertEqual(len(list(differences(self.CASE, unfit, right))), 2)
        self.assertEqual(len(list(differences(self.CASE, right, unfit))), 2)

    def test_two_of_several_readings_are_enough(self) -> None:
        ours: Answer = {"reading": "ambiguous", "values": ["1", "2", "3"]}
        some: Answer = {"reading": "ambiguous", "values": ["3", "1"]}
        other: Answer = {"reading": "ambiguous", "values": ["1", "4"]}
        self.assertTrue(agree(meant(some), meant(ours)))
        self.assertFalse(agree(meant(other), meant(ours)))


if __name__ == "__main__":
    unittest.main()
