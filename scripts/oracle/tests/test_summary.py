"""What a summary must say: totals, states and lights; and how a workbook is held against it."""

import contextlib
import datetime
import io
import json
import pathlib
import tempfile
import unittest
from decimal import Decimal
from fractions import Fraction

import openpyxl

from oracle import commands
from oracle.findings import Verdict, told
from oracle.forms.counting import consolidated
from oracle.summary.compare_lists import Object
from oracle.summary.evaluate import Evaluation, Score, ranks
from oracle.summary.expected import Expected, FigureFacts, IndicatorFacts
from oracle.summary.follow import agrees, shown
from oracle.summary.indicators import city_word, day_word, total_word, unit_word
from oracle.summary.recompute import expected
from oracle.summary.standing import Standing
from oracle.summary.tables import Table, heads_of, row_of
from tests.small import APRIL, april, plan_in


class OfficeTests(unittest.TestCase):
    """April of the small office: east 12 of 60 houses, west 3 of 40."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.plan = plan_in(self.folder)
        self.inbox = april(self.plan, self.folder)
        self.period = consolidated(self.plan, APRIL, self.inbox, [])

    def standing(self, code: str, alone: str | None = None) -> Standing:
        return Standing(self.period, self.plan.by_code[code], alone)

    def said(self) -> Expected:
        return expected(self.plan, self.period, [APRIL])

    def test_a_sum_is_held_against_its_pace(self) -> None:
        houses = self.standing("1.1-01")
        self.assertEqual((houses.total, houses.rate, houses.pace, houses.gap), (15, 15, Decimal("33.3"), Decimal("-18.3")))
        self.assertEqual((houses.state, houses.light, houses.current()), ("未达序时", "黄", 15))

    def test_a_county_alone_is_measured_by_its_share(self) -> None:
        east = self.standing("1.1-01", "east")
        self.assertEqual((east.target, east.rate, east.state), (60, 20, "未达序时"))
        self.assertEqual(self.standing("1.1-02", "east").state, "不考核")

    def test_a_ratio_is_of_the_sums(self) -> None:
        ratio = self.standing("1.1-06")
        self.assertEqual((ratio.total, ratio.figures["east"].value), (25, 25))
        self.assertEqual((ratio.state, ratio.light), ("不考核", "灰"))

    def test_milestones_and_duties(self) -> None:
        self.assertEqual((self.standing("1.1-03").state, self.standing("1.1-04").state), ("达序时", "达序时"))
        self.assertEqual(self.standing("1.1-04").total, 1)

    def test_the_whole_summary(self) -> None:
        said = self.said()
        self.assertEqual(said["dueDate"], "2024-05-05")
        self.assertEqual(said["coverage"], {
            "due": 3, "in": 3, "按时": 3, "迟报": 0, "已报（时间不详）": 0, "退回": 0, "多份待定": 0, "缺报": 0})
        self.assertEqual(said["overview"]["counts"], {"已完成": 0, "达序时": 2, "未达序时": 1, "逾期": 0, "未报送": 0})
        self.assertEqual(said["overview"]["shares"]["达序时"], "66.7")
        self.assertEqual(said["counties"]["东县"], {"assessed": 0, "onPace": 0})
        self.assertEqual(said["units"]["welfare"]["signature"], {"填报人": "李某", "填报日期": "2024-05-03"})
        self.assertEqual([i["code"] for i in said["indicators"] if i["isListed"]], ["1.1-02", "1.1-03", "1.1-04", "1.1-06"])

    def test_the_command_prints_the_same(self) -> None:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            status = commands.main(
                ["recompute", "--plan", str(self.folder / "plan.yaml"), "--period", "2024-04", str(self.inbox)])
        self.assertEqual((status, json.loads(printed.getvalue())), (0, self.said()))

    def test_points_are_shares_of_the_pace(self) -> None:
        evaluation = Evaluation(self.plan, self.period, [APRIL], False)
        east, west = evaluation.counties
        # 30.5 of 500 is 6.1 %, where 33.3 % were to be done.
        self.assertEqual(evaluation.departments[0].items["投入资金"], (1, Fraction(61, 333)))
        self.assertEqual((east.items, east.base, west.base), ({}, None, None))
        self.assertEqual(evaluation.departments[0].reports, 0)


class ScoreTests(unittest.TestCase):
    def test_equal_totals_share_a_rank(self) -> None:
        one = (Fraction(1), Fraction(1, 2))
        scores = [Score("甲", True, {"a": one}), Score("乙", True, {"a": one}), Score("丙", True, {"a": one}, Fraction(1)),
            Score("丁", False, {"a": one})]
        self.assertEqual(ranks(scores), {"甲": 1, "乙": 1, "丙": 3})
        self.assertEqual((scores[2].base, scores[2].total), (50, 49))


class VerdictTests(unittest.TestCase):
    def test_numbers_are_compared_to_fifteen_digits(self) -> None:
        verdict = Verdict()
        verdict.number("A1", "a third", Fraction(1, 3), 0.333333333333333)
        verdict.number("A2", "a third", Fraction(1, 3), 0.3333333)
        verdict.number("A3", "a text", "5", "5")
        self.assertEqual(verdict.compared, 3)
        self.assertEqual([line[:2] for line in verdict.differences], ["A2", "A3"])

    def test_days_words_and_no_numbers(self) -> None:
        verdict = Verdict()
        verdict.date("A1", "day", "2024-06-18", datetime.datetime(2024, 6, 18))
        verdict.date("A2", "day", None, "—")
        verdict.word("A3", "word", "已报", " 已报 ")
        verdict.no_number("A4", "none", "—")
        self.assertEqual(verdict.differences, [])
        verdict.no_number("A5", "none", 0)
        verdict.holds("A6", "words", "缺3家", False, "缺2家")
        self.assertEqual(verdict.differences, ["A5: none: expected no number, found 0", "A6: words: expected 缺3家, found '缺2家'"])

    def test_differences_make_the_exit_code(self) -> None:
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            self.assertEqual((told([], "nothing"), told(["A1: is so"], "one")), (0, 1))
        self.assertEqual(printed.getvalue(), "nothing\nA1: is so\none\n")


class TableTests(unittest.TestCase):
    def setUp(self) -> None:
        self.sheet = openpyxl.Workbook().worksheets[0]
        for row in (["标题"], ["序号", "指标", "全市"], [None, None, "（户）", "东县"], [1, "改造", 15, 12], [None, "分解目标", 100, 60]):
            self.sheet.append(row)
        self.sheet["E4"].value = self.sheet["E5"].value = "1.1-01"

    def test_columns_by_the_words_of_two_rows(self) -> None:
        table = Table(self.sheet, {"指标", "全市"})
        self.assertEqual((table.header, table.column("东县"), table.where(4, "全市")), (2, 4, "Sheet!C4"))
        self.assertEqual((table.value(4, "东县"), table.text(5, "序号"), table.column_of({"1.1-01"})), (12, "", 5))
        self.assertEqual((row_of(table, "1.1-01"), heads_of(self.sheet, 2)), (4, [("序号", 1), ("指标", 2), ("全市", 3)]))

    def test_what_is_not_there_is_said(self) -> None:
        with self.assertRaisesRegex(LookupError, "no row has the headers"):
            Table(self.sheet, {"没有"})
        with self.assertRaisesRegex(LookupError, "no column is headed 西县"):
            Table(self.sheet, {"指标"}).column("西县")


def figure(state: str, value: str | None = None, date: str | None = None, word: str = "") -> FigureFacts:
    return {"state": state, "value": value, "current": None, "date": date, "word": word, "allocation": None}


def indicator(entry: str, units: dict[str, FigureFacts], total: str | None = None) -> IndicatorFacts:
    return {
        "code": "1.1-01", "name": "改造户数", "task": "1.1", "role": "target", "entry": entry, "aggregate": "sum", "unit": "户",
        "isDue": True, "isListed": True, "isPart": False, "deadline": None, "planValue": "100", "current": None, "units": units,
        "missing": [], "target": "100", "total": total, "dates": [], "rate": None, "pace": None, "gap": None, "state": "不考核",
        "light": "灰"}


class WordTests(unittest.TestCase):
    def test_a_unit_s_cell(self) -> None:
        houses, done = indicator("cumulative", {}), indicator("milestone", {})
        self.assertEqual(unit_word(houses, figure("reported", "12"), 2024), ("number", "12"))
        self.assertEqual(unit_word(houses, figure("missing"), 2024), ("word", "未报送"))
        self.assertEqual(unit_word(houses, figure("disputed"), 2024), ("word", "待定"))
        self.assertEqual(unit_word(done, figure("reported", date="2024-06-18"), 2024), ("word", "6月18日"))
        self.assertEqual(unit_word(done, figure("reported", word="推进中"), 2024), ("word", "推进中"))
        self.assertEqual(day_word("2023-12-01", 2024), "2023年12月1日")

    def test_the_cell_of_the_whole(self) -> None:
        done, open_ = figure("reported", date="2024-06-18"), figure("reported", word="推进中")
        self.assertEqual(total_word(indicator("cumulative", {"e": figure("reported", "3")}, "3"), 2024), ("number", "3"))
        self.assertEqual(total_word(indicator("cumulative", {"e": figure("na")}), 2024), ("word", "—"))
        self.assertEqual(total_word(indicator("milestone", {"e": done, "w": open_}), 2024), ("word", "1/2家"))
        self.assertEqual(total_word(indicator("milestone", {"e": done}), 2024), ("word", "已完成"))
        self.assertEqual(total_word(indicator("milestone", {"e": open_}), 2024), ("word", "推进中"))
        self.assertEqual(total_word(indicator("milestone", {"e": figure("missing")}), 2024), ("word", "未报送"))

    def test_the_city_s_own_units_together(self) -> None:
        two = indicator("cumulative", {"a": figure("reported", "3"), "b": figure("reported", "1/2")})
        self.assertEqual(city_word(two, ["a", "b"], 2024), ("number", "7/2"))
        self.assertEqual(city_word(two, ["a"], 2024), ("number", "3"))
        self.assertEqual(city_word(two, [], 2024), ("word", "—"))

    def test_an_object_s_life(self) -> None:
        house = Object("甲户", "4月", [("4月", "未启动"), ("5月", "推进中")])
        self.assertEqual((house.state, house.hint(True, True, False), house.hint(False, False, False)), ("推进中", "逾期、漏列", ""))
        house.stages.append(("6月", "已办结"))
        self.assertEqual((house.hint(True, True, False), house.hint(False, False, True)), ("", "待定"))


class FollowTests(unittest.TestCase):
    def test_what_a_cell_holds_and_what_a_line_says(self) -> None:
        self.assertEqual([shown(value) for value in (5.0, 5, None, True, datetime.datetime(2024, 6, 1), "五")],
            ["5", "5", "", "", "2024-06-01", "五"])
        self.assertTrue(agrees("31户", 31, "“31户”→31"))
        self.assertTrue(agrees("31 ", 31, ""))
        self.assertFalse(agrees("31户", 31, ""))
        self.assertFalse(agrees(None, 0, ""))
        self.assertTrue(agrees(0.1 + 0.2, 0.3, ""))


if __name__ == "__main__":
    unittest.main()
