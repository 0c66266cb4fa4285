"""The edits of a clerk: what is written, how a form's cells move, and what came of an edit."""

import datetime
import pathlib
import random
import unittest
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from oracle.clerk import days, numbers
from oracle.clerk.bases import Made, Named
from oracle.clerk.cells import write_cell
from oracle.clerk.desk import LOOSE, STRICT, Desk, Edit
from oracle.clerk.form import ClerkForm, copy_into, moved_formula
from oracle.clerk.kinds import CELL_KINDS
from oracle.clerk.mutate import batches, table
from oracle.clerk.verdict import Verdict, is_within, names
from oracle.clerk.written import Mode, Written, digits, grouped, is_whole
from oracle.filling.by_lot import Entry

HEADS = ("编码", "指标", "计量单位", "上期累计", "本期完成", "累计完成", "进展情况")
HOUSES = Entry("1.1-01", "改造户数", "cumulative", "累计完成", "户", Decimal(1205), Decimal(7), None, Decimal(2000), 0, False)
MONEY = Entry("1.1-02", "投入资金", "flow", "本期完成", "万元", Decimal("30.5"), Decimal(20), None, None, 1, False)


def desk(seed: int = 1) -> Desk:
    """A form of a county with two figures, in a clerk's hands."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "填报表"
    for row in (["填报单位：东县"], HEADS, ["甲"] * 7, ["1.1-01", "改造户数", "户", 7, "=F4-D4", 1205, "好"],
                ["1.1-02", "投入资金", "万元", 20, 30.5, "=D5+E5", "好"]):
        sheet.append(row)
    columns = {head: column for column, head in enumerate(HEADS, 1)}
    entries = {"1.1-01": HOUSES, "1.1-02": MONEY}
    form = ClerkForm(book, sheet, "east", "东县", 2, columns, {"1.1-01": 4, "1.1-02": 5}, entries)
    return Desk(form, random.Random(seed), [])


class WrittenTests(unittest.TestCase):
    def test_how_a_number_is_written(self) -> None:
        self.assertEqual((digits(Decimal("30.50")), grouped(Decimal(1234567), " ")), ("30.5", "1 234 567"))
        self.assertEqual((is_whole(HOUSES), is_whole(MONEY)), (True, False))
        run = TextBlock(InlineFont(strike=True), "4")
        self.assertEqual(Written(CellRichText(run, "5"), Mode.NONE).shown, "[4 struck]5")
        self.assertEqual(Written(5, Mode.ONE, format="0").shown, "5 under 0")

    def test_makers_know_what_they_write(self) -> None:
        lot = random.Random(3)
        for _ in range(20):
            text = numbers.thousands(HOUSES, HOUSES.number, lot)
            self.assertIsNotNone(text)
            self.assertEqual((text and text.mode, text and text.values), (Mode.ONE, (Decimal(1205),)))
            multiple = numbers.multiple(MONEY, MONEY.number, lot)
            self.assertIn(multiple and multiple.value, ("30.5万", "30.5万元", "305000元", "305,000元", "0.00305亿元", "0.00305亿"))
        self.assertIsNone(numbers.thousands(MONEY, MONEY.number, lot))
        spoken = numbers.chinese_number(HOUSES, Decimal(1215), random.Random(1))
        self.assertIn(spoken and spoken.value, ("一千二百一十五", "一千二百一十五户"))
        denied = numbers.denied(HOUSES, Decimal(3), lot)
        self.assertEqual((denied and denied.mode, denied and denied.values), (Mode.NONE, ()))
        day = datetime.date(2024, 7, 18)
        self.assertEqual(days.day_read(MONEY, day, lot).values, (day,))

    def test_a_written_cell_is_an_edit(self) -> None:
        one = desk()
        edit = write_cell(one, "text: with unit", True)
        self.assertIsNotNone(edit)
        if edit:
            (figure, values), = edit.figures.items()
            self.assertEqual((figure[0], edit.is_strict, one.touched), ("东县", True, {figure[1]}))
            self.assertEqual(values, (Decimal(1205),) if figure[1] == "1.1-01" else (Decimal("50.5"),))
        self.assertIsNone(write_cell(desk(), "text: with unit", False))


class FormTests(unittest.TestCase):
    def test_formulas_follow_their_cells(self) -> None:
        def move(row: int, column: int) -> tuple[int, int] | None:
            return None if row == 9 else (row + 1, column + 2)

        self.assertEqual(moved_formula("=A1+$B$2*SUM(C3:D4)", True, "填报表", move), "=C2+$D$3*SUM(E4:F5)")
        self.assertEqual(moved_formula('=IF(A9="A1",填报表!B2,别的!B2)', False, "填报表", move), '=IF(A9="A1",填报表!D3,别的!B2)')
        self.assertEqual(moved_formula("=A9", True, "填报表", move), "=#REF!")

    def test_an_inserted_column_moves_all_that_is_right_of_it(self) -> None:
        form = desk().form
        cells = form.insert_column(5, "备注", {"1.1-01": "张某"})
        self.assertEqual([cell.coordinate for cell in cells], ["E2", "E4"])
        self.assertEqual((form.columns["本期完成"], form.entry("1.1-01").value), (6, 1205))
        self.assertEqual((form.at("1.1-01", "本期完成").value, form.letter("累计完成")), ("=G4-D4", "G"))

    def test_rows_move_with_their_entries(self) -> None:
        form = desk().form
        form.insert_rows(1, 2)
        self.assertEqual((form.header, form.rows), (4, {"1.1-01": 6, "1.1-02": 7}))
        self.assertEqual(form.at("1.1-02", "累计完成").value, "=D7+E7")
        form.move_rows({6: 7, 7: 6})
        self.assertEqual((form.rows, form.entry("1.1-01").value), ({"1.1-01": 7, "1.1-02": 6}, 1205))

    def test_a_sheet_is_copied_into_another_workbook(self) -> None:
        source = desk().form
        source.sheet["G5"].value = "=别的!A1"
        made = copy_into(openpyxl.Workbook(), source.sheet, "副本")
        self.assertEqual((made["F4"].value, made["E4"].value, made["G5"].value), (1205, "=F4-D4", None))


class KindTests(unittest.TestCase):
    def test_there_are_kinds_of_every_sort(self) -> None:
        self.assertEqual((len(CELL_KINDS), len(set(STRICT) & set(LOOSE))), (44, 0))
        self.assertEqual({name.split(":")[0] for name in (*STRICT, *LOOSE)},
            {"columns", "rows", "sheets", "figure", "printed", "merged", "unit", "milestone"})

    def test_a_row_that_is_deleted_takes_its_figure_along(self) -> None:
        one = desk()
        edit = LOOSE["rows: one deleted"](one)
        self.assertIsNotNone(edit)
        if edit:
            self.assertEqual((edit.mode, list(edit.figures.values())), (Mode.NONE, [()]))
            self.assertNotIn(next(iter(edit.figures))[1], one.form.rows)

    def test_the_same_lot_makes_the_same_edit(self) -> None:
        for name in ("columns: one moved", "rows: one of which", "unit: changed with the figure"):
            with self.subTest(name):
                first, second = STRICT[name](desk(5)), STRICT[name](desk(5))
                self.assertEqual(first and (first.note, first.figures), second and (second.note, second.figures))


def finding(**facts: Any) -> Mapping[str, Any]:
    return {"id": "X", "grade": "warning", "message": "", **facts}


def made(edit: Edit, counted: Mapping[str, Decimal], findings: list[Mapping[str, Any]], units: set[str] | None = None) -> Made:
    """An edited form: what counts of it, and what is said of it."""
    return Made(
        1, "east", units or {"东县"}, pathlib.Path("form.xlsx"), [edit], [[Named("填报表", "F4")]], [[]],
        {("东县", "1.1-01"): (Decimal(5),)} | dict(edit.figures), 0,
        {("东县", code): (value, Named("填报表", "F4")) for code, value in counted.items()}, findings)


class VerdictTests(unittest.TestCase):
    def outcome(self, mode: Mode, counted: int | None, findings: list[Mapping[str, Any]], *, asked: bool = False) -> str:
        values = () if mode is Mode.NONE else (Decimal(5),)
        edit = Edit("text: range", "", mode, {("东县", "1.1-01"): values}, asked=asked)
        found = {} if counted is None else {"1.1-01": Decimal(counted)}
        return Verdict(made(edit, found, findings), set()).judged().outcomes[0]

    def test_what_an_edit_came_to(self) -> None:
        said = [finding(sheet="填报表", cells=["F3:F9"])]
        self.assertEqual(self.outcome(Mode.ONE, 5, []), "right")
        self.assertEqual(self.outcome(Mode.ONE, None, said), "REFUSED")
        self.assertEqual(self.outcome(Mode.ONE, 6, []), "SILENT WRONG")
        self.assertEqual(self.outcome(Mode.NONE, 6, said), "wrong, said")
        self.assertEqual(self.outcome(Mode.NONE, None, said), "right")
        self.assertEqual(self.outcome(Mode.NONE, None, []), "UNSAID")
        self.assertEqual(self.outcome(Mode.ASKED, 5, []), "UNSAID")
        self.assertEqual(self.outcome(Mode.ASKED, 5, said), "right")
        self.assertEqual(self.outcome(Mode.MAY, 5, [], asked=True), "UNSAID")

    def test_a_finding_names_a_place(self) -> None:
        cell, sheet = Named("填报表", "F4"), Named("Sheet1")
        self.assertTrue(is_within("F4", ["A1:B2", "E1:G9"]) and is_within("F4", ["F:F"]) and not is_within("F4", ["F5"]))
        self.assertTrue(names(finding(message="见F4格"), cell) and not names(finding(message="见AF4、F41"), cell))
        self.assertTrue(names(finding(message="“Sheet1”未读"), sheet) and not names(finding(sheet="Sheet1", cells=["A1"]), sheet))
        self.assertTrue(names(finding(sheet="填报表", grade="error"), cell) and not names(finding(sheet="填报表"), cell))
        self.assertTrue(names(finding(indicator="1.1-01"), Named("", words="1.1-01")))

    def test_no_unit_is_twice_in_a_batch(self) -> None:
        edit = Edit("text: range", "", Mode.ONE)
        forms = [made(edit, {}, [], units) for units in ({"a"}, {"b"}, {"a", "b"}, {"c"}, {"a"})]
        self.assertEqual([[sorted(one.units) for one in batch] for batch in batches(forms)],
            [[["a"], ["b"], ["c"]], [["a", "b"]], [["a"]]])

    def test_the_table_counts_what_leaves_one_reading(self) -> None:
        edit = Edit("text: range", "", Mode.ONE, {("东县", "1.1-01"): (Decimal(5),)})
        verdicts = [Verdict(made(edit, {"1.1-01": Decimal(value)}, []), set()).judged() for value in (5, 5, 6)]
        text, total, strict, counts = table(verdicts)
        self.assertEqual((dict(total), strict, counts), ({"right": 2, "SILENT WRONG": 1}, 3, 2))
        self.assertIn("text: range", text)


if __name__ == "__main__":
    unittest.main()
