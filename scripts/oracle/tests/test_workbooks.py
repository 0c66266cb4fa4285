"""Parts of workbooks, what is spoiled in them, how texts fit, what WPS cannot show, pages."""

import contextlib
import io
import pathlib
import tempfile
import unittest
from xml.etree import ElementTree

import openpyxl
from openpyxl.styles import Alignment

from oracle import commands
from oracle.changes.corrupt import other_text, other_value, spoil, spoiled
from oracle.workbooks.office import folded
from oracle.workbooks.opening import opened
from oracle.workbooks.page import Page
from oracle.workbooks.recalculate import same
from oracle.workbooks.recalculated import shown
from oracle.workbooks.render_check import check_page, check_sheet, texts_of
from oracle.workbooks.text_widths import printed_area, too_wide, width_of
from oracle.workbooks.wps_safe import MAIN, about_formula, about_sheet, functions


class SpoilingTests(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        book = openpyxl.Workbook()
        book.worksheets[0].title = "汇总"
        book.worksheets[0]["B2"].value = 5
        book.create_sheet("别的")["B2"].value = 7
        self.book = self.folder / "book.xlsx"
        book.save(self.book)

    def test_one_cell_is_spoiled_and_no_other(self) -> None:
        target = self.folder / "spoiled.xlsx"
        self.assertEqual(spoil(self.book, "汇总", "B2", target), ("5", "6.0"))
        found = opened(target, values=True)
        self.assertEqual((found["汇总"]["B2"].value, found["别的"]["B2"].value), (6, 7))

    def test_every_kind_of_value_becomes_another(self) -> None:
        self.assertEqual([other_value("s", "4"), other_value("n", "0.5"), other_value("str", "达9项")], ["5", "1.5", "达0项"])
        self.assertEqual(other_text("已报"), "已报*")
        markup = '<c r="A1" t="str"><f>B1</f><v>绿</v></c><c r="A2"><v>3</v></c>'
        self.assertEqual(spoiled(markup, "A1")[0], markup.replace("绿", "绿*"))
        with self.assertRaises(LookupError):
            spoiled('<c r="A1"/><c r="A2"></c><c r="A3"><v>3</v></c>', "A2")

    def test_the_commands_say_what_they_did(self) -> None:
        target = str(self.folder / "out.xlsx")
        with contextlib.redirect_stdout(io.StringIO()) as printed, contextlib.redirect_stderr(io.StringIO()) as complaint:
            self.assertEqual(commands.main(["corrupt", str(self.book), "汇总", "B2", target]), 0)
            self.assertEqual(commands.main(["corrupt", str(self.book), "没有", "B2", target]), 1)
            self.assertEqual(commands.main(["plant", str(self.book), "别的", "<v>7</v>", "<v>8</v>", target]), 0)
            self.assertEqual(commands.main(["plant", str(self.book), "别的", "<v>9</v>", "", target]), 1)
        self.assertEqual(printed.getvalue(), "汇总!B2: 5 → 6.0\n")
        self.assertIn("corrupt: no sheet 没有\nplant: <v>9</v> matches nothing", complaint.getvalue())
        self.assertEqual(opened(target)["别的"]["B2"].value, 8)


class PrintingTests(unittest.TestCase):
    def setUp(self) -> None:
        self.sheet = openpyxl.Workbook().worksheets[0]
        column = self.sheet.column_dimensions["A"]
        column.min = column.max = 1
        column.width = 10

    def test_han_characters_are_two_wide(self) -> None:
        self.assertEqual((width_of("汇总ab", 10.5), width_of("汇总", 21), width_of("“1”", 10.5)), (6, 8, 3))

    def test_a_text_that_does_not_fit_is_named(self) -> None:
        self.sheet["A1"].value, self.sheet["B1"].value = "五个汉字长", "旁边"
        self.assertEqual(list(too_wide(self.sheet)), ["A1: 10.5 wide in 9.3: 五个汉字长"])
        self.sheet["B1"].value = None
        self.sheet["B2"].value = 1
        self.assertEqual(list(too_wide(self.sheet)), [])

    def test_wrapped_lines_need_their_height(self) -> None:
        self.sheet["A1"].value = "一二三四五六七八九十"
        self.sheet["A1"].alignment = Alignment(wrap_text=True)
        self.sheet.row_dimensions[1].height = 20
        self.assertEqual(len(list(too_wide(self.sheet))), 1)
        self.sheet.row_dimensions[1].height = 45
        self.assertEqual(list(too_wide(self.sheet)), [])

    def test_pages_have_errors_papers_and_both_edges(self) -> None:
        for row in range(1, 5):
            self.sheet.append([f"左边{row}", "中", f"右边{row}"])
        self.assertEqual(printed_area(self.sheet), (1, 1, 3, 4))
        self.assertEqual(texts_of(self.sheet, 1, (1, 1, 3, 4)), ["左边1", "中", "右边1"])
        whole = "".join(f"左边{row}中右边{row}" for row in range(1, 5))
        self.assertEqual(list(check_sheet(self.sheet, [whole])), [])
        self.assertIn("on no page together", next(iter(check_sheet(self.sheet, [whole.replace("右边3", "")]))))
        self.sheet.page_setup.paperSize = 9
        self.assertEqual(list(check_page(self.sheet, (595.3, 841.9), "#REF!")), ["Sheet: a page shows #REF!"])
        self.assertEqual(len(list(check_page(self.sheet, (842, 595), "好"))), 1)
        self.assertEqual(folded("ＡＢ 1\n2"), "AB12")

    def test_results_are_the_same_or_not(self) -> None:
        self.assertTrue(same(0.3, 0.1 + 0.2) and same(None, "") and same("绿", "绿"))
        self.assertFalse(same(1, True) or same(1, 1.00001) or same("1", 1))
        self.assertEqual([shown(value) for value in (None, True, 5, "绿")], ["", "TRUE", "5", "绿"])


class SafetyTests(unittest.TestCase):
    def test_functions_that_not_everybody_has(self) -> None:
        self.assertEqual(functions("IF(SUM('甲(1)'!A1)>0,\"LET(\",MAX(1))"), ["IF", "SUM", "MAX"])
        self.assertEqual(list(about_formula("A1", "IF(A2>0,SUM(B1:B2),\"—\")")), [])
        for formula, words in (
            ("_xlfn.XLOOKUP(A1,B:B,C:C)", "newer than Excel 2007"), ("TODAY()", "worked out anew"),
            ("CONCAT(A1)", "not among the functions"), ("[1]Sheet1!A1", "another workbook"), ("SUM(#REF!)", "an error in the formula"),
        ):
            with self.subTest(formula):
                self.assertIn(words, next(iter(about_formula("A1", formula))))

    def test_formulas_hold_their_results(self) -> None:
        name = MAIN.strip("{}")
        markup = f'<worksheet xmlns="{name}"><c r="A1"><f>SUM(B1)</f></c><c r="A2" cm="1"><f t="array">B1</f><v>1</v></c></worksheet>'
        self.assertEqual(list(about_sheet("sheet1", ElementTree.fromstring(markup))), [
            "sheet1 A1: the formula holds no result", "sheet1 A2: a dynamic array or a rich value", "sheet1 A2: an array formula"])


class PageTests(unittest.TestCase):
    def problems(self, markup: str) -> list[str]:
        page = Page()
        page.feed(markup)
        return page.problems

    def test_markup_that_is_whole_and_fetches_nothing(self) -> None:
        self.assertEqual(self.problems('<div class="a"><h2>一</h2><br></div>'), [])
        self.assertEqual(self.problems("<script>x</script>"), ["<script>"])
        self.assertEqual(self.problems('<p style="background:url(a)">x</p>'), ["<p style='background:url(a)'>"])
        self.assertEqual(self.problems("<p><b>x</p>"), ["</p> closes nothing"])
        self.assertEqual(self.problems("<style>@import 'a'</style>"), ["the style sheet fetches something"])


if __name__ == "__main__":
    unittest.main()
