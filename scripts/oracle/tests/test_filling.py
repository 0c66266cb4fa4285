"""Forms as they were issued, the steps of those who fill them, and fillings by lot."""

import datetime
import pathlib
import random
import tempfile
import unittest
import zipfile
from decimal import Decimal

import openpyxl
from openpyxl.styles import Protection

from oracle.filling.by_lot import Entry, Filler, number_of, rounded
from oracle.filling.by_openpyxl import plain, run, take
from oracle.filling.issued import Form
from oracle.filling.later_month import entry
from oracle.filling.steps import Step
from oracle.filling.unprotect import copy_without_protection
from oracle.ledger.crash import events, fill
from oracle.processes import Unusable, histories
from oracle.processes import run as run_program
from oracle.summary.sources import known_value, reported
from oracle.workbooks.opening import opened
from tests.small import APRIL, plan_in

HEADS = ("编码", "指标", "全市目标值", "本单位分解数", "上期累计", "本期完成", "累计完成", "进展情况", "存在问题", "下一步措施")
OPEN = {"1.1-01": (7, 8, 9, 10), "1.1-02": (6, 8), "1.1-05": (7,)}


def issued() -> openpyxl.Workbook:
    """An empty form of a county as huizong writes it: locked, but for the cells that the unit fills in."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "填报表"
    for cells in (["东县"], HEADS, ["1.1-01", "改造户数", 100, 60, 7], ["1.1-02", "投入资金", 500, None, 20.5],
                ["1.1-05", "应改户数", None, None, 48], ["#", "栏末"]):
        sheet.append(cells)
    for row, code in enumerate(OPEN, 3):
        for column in OPEN[code]:
            sheet.cell(row, column).protection = Protection(locked=False)
    sheet.protection.sheet = True
    signing = book.create_sheet("签署")
    for label in ("填报人", "审核人", "联系电话", "填报日期"):
        signing.append([label])
    stamp = book.create_sheet("_huizong")
    stamp.append(["huizong"])
    stamp.append(["huizong.unit", "east"])
    listed = book.create_sheet("明细")
    for line in (["编码", "序号", "对象", "本期状态", "办结日期"], ["1.1-05", 1, "甲户"], ["1.1-05", 2]):
        listed.append(line)
    return book


class IssuedTests(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.path = self.folder / "form.xlsx"
        issued().save(self.path)
        self.form = Form(self.path)

    def test_places_are_found_by_words(self) -> None:
        form = self.form
        self.assertEqual((form.unit, form.header, form.rows), ("east", 2, {"1.1-01": 3, "1.1-02": 4, "1.1-05": 5}))
        self.assertEqual((form.cell("1.1-01", "累计完成"), form.signing["填报日期"]), ("G3", "B4"))
        self.assertEqual((form.is_open("1.1-01", "累计完成"), form.is_open("1.1-01", "本期完成")), (True, False))
        self.assertEqual((form.share("1.1-01"), form.share("1.1-02"), form.share("1.1-05")), (60, 500, None))
        table = form.lists["1.1-05"]
        self.assertEqual((table.rows, table.objects, table.cell(1, "对象")), ([2, 3], ["甲户"], "C3"))
        self.assertIsNone(form.review)
        with self.assertRaises(KeyError):
            form.cell("9.9-99", "累计完成")

    def test_steps_are_taken_one_by_one(self) -> None:
        steps: list[Step] = [
            {"do": "number", "sheet": "填报表", "cell": "G3", "value": "12.0"}, {"do": "text", "sheet": "填报表", "cell": "H3", "value": "好"},
            {"do": "day", "sheet": "签署", "cell": "B4", "value": "2024-05-03"}, {"do": "blank", "sheet": "填报表", "cell": "E3"},
            {"do": "merge", "sheet": "填报表", "range": "G3:G4"}, {"do": "add-sheet", "sheet": "附", "rows": [["甲", 1]]},
            {"do": "rename", "sheet": "填报表", "value": "四月"}, {"do": "drop-stamp", "sheet": "_huizong"}]
        target = self.folder / "filled.xlsx"
        run({"template": str(self.path), "output": str(target), "steps": steps})
        book = opened(target)
        sheet = book["四月"]
        self.assertEqual((sheet["G3"].value, sheet["H3"].value, sheet["E3"].value), (12, "好", None))
        self.assertEqual((book["签署"]["B4"].value, book["签署"]["B4"].number_format), (datetime.datetime(2024, 5, 3), "yyyy-mm-dd"))
        self.assertEqual(([str(area) for area in sheet.merged_cells.ranges], book.sheetnames), (["G3:G4"], ["四月", "签署", "明细", "附"]))
        with self.assertRaisesRegex(ValueError, "LibreOffice's work"):
            take(book, {"do": "insert-row", "sheet": "四月", "row": 3})

    def test_protection_is_taken_off_and_nothing_else(self) -> None:
        bare = self.folder / "bare.xlsx"
        copy_without_protection(self.path, bare)
        with zipfile.ZipFile(self.path) as before, zipfile.ZipFile(bare) as after:
            changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
        self.assertEqual(changed, ["xl/worksheets/sheet1.xml"])
        self.assertFalse(opened(bare)["填报表"].protection.sheet)

    def test_the_same_lot_fills_the_same_and_validly(self) -> None:
        plan = plan_in(self.folder)
        for seed in range(5):
            first, second = (Filler(plan, APRIL, random.Random(seed), distinct=True).fill(self.form, {}) for _ in range(2))
            values = {code: one.value for code, one in first.entries.items()}
            self.assertEqual(values, {code: one.value for code, one in second.entries.items()})
            houses, money = first.entries["1.1-01"], first.entries["1.1-02"]
            self.assertGreaterEqual(houses.number, 7)
            self.assertEqual(houses.counted(houses.value), houses.value)
            self.assertEqual(money.counted(money.value), money.number + Decimal("20.5"))
            self.assertEqual(first.book["填报表"]["G3"].value, houses.number)
            self.assertIn(first.book["签署"]["B1"].value, ("丘某", "江某", "吴某", "刘某某", "李某", "蔡某某"))


class ValueTests(unittest.TestCase):
    def test_numbers_as_a_person_types_them(self) -> None:
        self.assertEqual([repr(plain(Decimal(text))) for text in ("12.30", "5.0", "-3")], ["12.3", "5", "-3"])
        self.assertEqual([str(rounded(2.34567, 2)), str(rounded(7, 1))], ["2.35", "7.0"])
        with self.assertRaises(TypeError):
            number_of("推进中")

    def test_what_counts_for_a_day(self) -> None:
        duty = Entry("1", "调度", "recurring", "本期完成", "", "未开展", Decimal(2), None, None, 0, False)
        self.assertEqual((duty.counted(datetime.date(2024, 4, 18)), duty.counted("未开展")), (3, 2))
        stone = Entry("2", "方案", "milestone", "累计完成", "", "", None, None, None, 0, False)
        self.assertEqual((stone.counted(datetime.date(2024, 4, 18)), stone.counted("推进中")), ("2024-04-18", "推进中"))

    def test_a_later_month_doubles_june(self) -> None:
        sheet, day = openpyxl.Workbook().worksheets[0], datetime.datetime(2024, 12, 20)
        sheet["A1"].number_format, sheet["A2"].number_format = '0.0"%"', "yyyy-mm-dd"
        cells = [sheet[place] for place in ("A1", "A2", "A3")]
        self.assertEqual([entry(70, cell, day) for cell in cells], [70, day, 140])
        self.assertEqual(entry("推进中", cells[2], day), day)

    def test_what_a_summary_says_counts(self) -> None:
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        sheet.title = "数据来源"
        for row in (["数据来源"], ["汇总单元格", "指标编码", "报送单位", "数值"], ["指标汇总 E7", "1.1-01", "东县民政局", 12.5],
                    ["指标汇总 E8", "1.1-03", "福利科", datetime.datetime(2024, 4, 18)], ["合计"]):
            sheet.append(row)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "summary.xlsx")
            book.save(path)
            self.assertEqual(reported(path), {
                ("东县民政局", "1.1-01"): Decimal("12.5"), ("福利科", "1.1-03"): datetime.date(2024, 4, 18)})
        self.assertEqual([known_value(value) for value in (True, "推进中", None)], [True, "推进中", None])


class ProgramTests(unittest.TestCase):
    def test_a_program_that_fails_is_named(self) -> None:
        self.assertEqual(run_program(["/bin/sh", "-c", "echo so; exit 1"]).stdout, "so\n")
        with self.assertRaisesRegex(Unusable, "ended with 3: wrong"):
            run_program(["/bin/sh", "-c", "echo wrong >&2; exit 3"])
        with self.assertRaises(Unusable):
            run_program(["/bin/sh", "-c", "exit 1"], (0,))
        self.assertEqual(histories(["a", "b"]), ["--history", "a", "--history", "b"])

    def test_an_inbox_of_copies_with_other_bytes(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            inbox = pathlib.Path(folder)
            count = fill(inbox, 2)
            files = sorted(inbox.glob("*.xlsx"))
            self.assertEqual((count, len({path.read_bytes() for path in files})), (len(files), len(files)))
            self.assertEqual(len((inbox / "receipts.csv").read_text(encoding="utf-8").splitlines()), count + 1)
            self.assertEqual(events(inbox / "none.sqlite"), 0)


if __name__ == "__main__":
    unittest.main()
