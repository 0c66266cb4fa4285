"""One form read and audited, and which of a unit's files count."""

import datetime
import pathlib
import tempfile
import unittest
from fractions import Fraction

import openpyxl

from oracle.forms.audit import Audited, audit
from oracle.forms.counting import Period, consolidated, files_of, month_of
from oracle.forms.reading import form_sheet, header_word, read_form
from oracle.plan.periods import Month
from oracle.plan.plan import Indicator
from oracle.workbooks.opening import properties
from tests.small import APRIL, EAST, WELFARE, WEST, Entries, april, form, inbox_in, plan_in

MAY = Month(2024, 5)


class Nothing:
    """Nothing is known of the months before, or one sum."""

    def __init__(self, known: Fraction | None = None) -> None:
        self.sum = known

    def history(self, indicator: Indicator, unit: str) -> Fraction | None:
        return self.sum

    def known(self, indicator: Indicator, unit: str, but: Fraction | None = None) -> Fraction | bool | None:
        return None if self.sum == but else self.sum


class FormTests(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.plan = plan_in(self.folder)

    def saved(self, book: openpyxl.Workbook, name: str = "form.xlsx") -> pathlib.Path:
        path = self.folder / name
        book.save(path)
        return path

    def audited(self, entries: Entries, unit: str = "east", known: Fraction | None = None, printed: str = "") -> Audited:
        before = {"1.1-01": printed} if printed else None
        path = self.saved(form(self.plan, unit, entries, printed=before))
        return audit(read_form(path, path.name), datetime.date(2024, 5, 3), self.plan, APRIL, Nothing(known))

    def rules(self, entries: Entries, unit: str = "east", known: Fraction | None = None, printed: str = "") -> list[str]:
        return [error.rule for error in self.audited(entries, unit, known, printed).errors]

    def test_a_form_is_read_by_its_words(self) -> None:
        read = read_form(self.saved(form(self.plan, "east", EAST, printed={"1.1-01": "7"})), "form.xlsx")
        self.assertEqual((read.unit, read.period, read.plan, read.refusal), ("east", "2024-04", "市局2024", ""))
        self.assertEqual(read.layout, ["1.1-01", "1.1-02", "1.1-05"])
        self.assertEqual(read.printed, {"1.1-01": "7"})
        self.assertEqual(read.rows["1.1-01"][0]["cumulative"].value, 12)
        self.assertEqual(read.signature["填报人"], "李某")

    def test_columns_may_be_moved_and_headed_longer(self) -> None:
        book = form(self.plan, "east", EAST)
        book["填报表"].move_range("E3:E9", cols=10)
        book["填报表"]["O3"].value = "累计完成\n（截至4月底）"
        table = form_sheet(book)
        self.assertEqual(table and (table.title, table.header, table.columns["cumulative"]), ("填报表", 3, 15))
        self.assertEqual(header_word("完成率（%） "), "完成率")

    def test_what_is_no_form_is_refused(self) -> None:
        text = self.folder / "words.xlsx"
        text.write_text("nothing", encoding="utf-8")
        self.assertEqual(read_form(text, "words.xlsx").refusal, "not an xlsx file")
        book = form(self.plan, "east", EAST)
        del book["填报表"]
        self.assertEqual(read_form(self.saved(book), "form.xlsx").refusal, "no sheet has the headers of a form")
        book = form(self.plan, "east", EAST)
        book["_huizong"]["B2"].value = "west"
        self.assertEqual(read_form(self.saved(book), "form.xlsx").refusal, "the stamp's two copies differ")

    def test_a_form_without_stamp_is_that_of_its_heading(self) -> None:
        book = form(self.plan, "east", EAST)
        del book["_huizong"]
        properties(book).props.clear()
        path = self.saved(book)
        found = audit(read_form(path, path.name), None, self.plan, APRIL, Nothing())
        self.assertEqual((found.form.heading, found.form.unit, found.form.belongs), ("东县民政局", "east", True))
        self.assertEqual(found.figures["1.1-01"].cumulative, 12)

    def test_figures_of_a_good_form(self) -> None:
        found = self.audited(EAST)
        self.assertTrue(found.is_acceptable)
        self.assertEqual(found.figures["1.1-01"].current, 12)
        self.assertEqual(found.figures["1.1-02"].cumulative, Fraction(61, 2))
        self.assertEqual((found.figures["1.1-05"].state, found.figures["1.1-05"].cumulative), ("reported", 48))
        welfare = self.audited(WELFARE, "welfare").figures
        self.assertEqual((welfare["1.1-03"].word, welfare["1.1-04"].cumulative), ("推进中", 1))

    def test_each_mandatory_rule(self) -> None:
        late = datetime.datetime(2024, 6, 2)
        cases: tuple[tuple[str, str, dict[str, object]], ...] = (
            ("E01", "1.1-01", {"上期累计": 0, "累计完成": None}), ("E02", "1.1-01", {"上期累计": 0, "累计完成": "很多"}),
            ("E03", "1.1-01", {"上期累计": 0, "累计完成": "3公里"}), ("E05", "1.1-01", {"上期累计": 0, "累计完成": "#REF!"}),
            ("E08", "1.1-01", {"上期累计": 2, "本期完成": 9, "累计完成": 12}), ("E11", "1.1-01", {"上期累计": 0, "累计完成": "—"}),
        )
        for rule, code, entered in cases:
            with self.subTest(rule):
                self.assertEqual(set(self.rules({**EAST, code: entered})), {rule})
        self.assertEqual(self.rules({**EAST, "1.1-01": {"上期累计": 0, "累计完成": 49}}), ["E06"])
        self.assertEqual(self.rules({**WELFARE, "1.1-03": {"累计完成": late}}, "welfare"), ["E09"])
        self.assertEqual(self.rules({**WELFARE, "1.1-03": {"累计完成": "明天"}}, "welfare"), ["E10"])

    def test_a_sum_that_falls_needs_a_reason(self) -> None:
        self.assertEqual(self.rules(EAST, printed="20"), ["E04"])
        self.assertEqual(self.rules(EAST, known=Fraction(15)), ["E04"])
        explained = {**EAST, "1.1-01": {"累计完成": 12, "核实说明": "上月误报，据实核减"}}
        self.assertEqual(self.rules(explained, printed="20"), [])

    def test_rows_that_lack_or_are_twice(self) -> None:
        book = form(self.plan, "east", EAST)
        sheet = book["填报表"]
        sheet["A5"].value, sheet["B5"].value = "1.1-01", "别的"
        path = self.saved(book)
        found = audit(read_form(path, path.name), None, self.plan, APRIL, Nothing())
        self.assertEqual(sorted(error.rule for error in found.errors), ["E07", "E12"])


class CountingTests(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.plan = plan_in(self.folder)

    def period(self, books: dict[str, openpyxl.Workbook], received: dict[str, str] | None = None) -> Period:
        return Period(self.plan, APRIL, inbox_in(self.folder / "inbox", books, received), {})

    def east(self, houses: int, parent: str = "") -> openpyxl.Workbook:
        return form(self.plan, "east", {**EAST, "1.1-01": {"上期累计": 0, "累计完成": houses}}, parent=parent)

    def test_statuses(self) -> None:
        books = {"a.xlsx": self.east(12), "b.xlsx": form(self.plan, "west", {**WEST, "1.1-01": {"累计完成": "多"}})}
        reports = self.period(books, {"a.xlsx": "2024-05-06"}).reports
        self.assertEqual({unit: report.status for unit, report in reports.items()},
            {"welfare": "缺报", "east": "迟报", "west": "退回"})
        self.assertEqual(reports["west"].returned, ["b.xlsx"])

    def test_the_later_file_counts(self) -> None:
        report = self.period(
            {"a.xlsx": self.east(12), "b.xlsx": self.east(13)}, {"a.xlsx": "2024-05-02", "b.xlsx": "2024-05-04"}).reports["east"]
        self.assertEqual((report.counting, report.superseded), ([["b.xlsx"]], ["a.xlsx"]))
        self.assertEqual((report.status, str(report.first_date), str(report.corrected_date)), ("按时", "2024-05-02", "2024-05-04"))

    def test_two_files_that_differ_are_disputed_where_they_do(self) -> None:
        report = self.period({"a.xlsx": self.east(12), "b.xlsx": self.east(13)}).reports["east"]
        self.assertEqual((report.status, report.disputed, report.counting), ("多份待定", ["1.1-01"], [["a.xlsx"], ["b.xlsx"]]))

    def test_the_same_content_twice_counts_once(self) -> None:
        report = self.period({"a.xlsx": self.east(12), "b.xlsx": self.east(12)}).reports["east"]
        self.assertEqual((report.counting, report.status), ([["a.xlsx", "b.xlsx"]], "已报（时间不详）"))

    def test_a_missing_level_is_carried_over(self) -> None:
        before = april(self.plan, self.folder)
        left_out = {code: entry for code, entry in EAST.items() if code != "1.1-05"}
        books = {"a.xlsx": form(self.plan, "east", left_out, MAY)}
        inbox = inbox_in(self.folder / "2024-05", books)
        period = consolidated(plan_in(self.folder, MAY), MAY, inbox, [before])
        self.assertEqual(month_of(before), APRIL)
        figure = period.figure("1.1-05", "east")
        self.assertEqual((figure.state, figure.cumulative), ("carried", 48))
        self.assertEqual(period.reports["east"].omitted, ["1.1-05"])
        self.assertEqual(period.figure("1.1-01", "west").state, "missing")
        self.assertEqual(period.known(self.plan.by_code["1.1-01"], "west"), 3)

    def test_a_folder_says_when_its_files_came_in(self) -> None:
        inbox = inbox_in(self.folder / "inbox", {"a.xlsx": self.east(1), ".b.xlsx": self.east(2)}, {"a.xlsx": "2024-05-02"})
        self.assertEqual([(name, str(day)) for _, name, day in files_of(inbox)], [("a.xlsx", "2024-05-02")])


if __name__ == "__main__":
    unittest.main()
