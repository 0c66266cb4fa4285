"""A filled form in a clerk's hands: its cells can be moved, copied and overwritten, and it knows where each entry stands."""

import copy
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from oracle.filling.by_lot import Entry, Filled
from oracle.filling.issued import SHEET

REFERENCE = re.compile(
    r"(?P<sheet>(?:'[^']+'|[\w\u4e00-\u9fff]+)!)?(?P<one>\$?[A-Z]{1,3}\$?\d+)(?P<two>:\$?[A-Z]{1,3}\$?\d+)?(?![\w(])")
PART = re.compile(r"(\$?)([A-Z]{1,3})(\$?)(\d+)")
AnyCell = Cell | MergedCell
# Where a cell goes, by row and column; None where it is deleted.
Move = Callable[[int, int], tuple[int, int] | None]


@dataclass
class ClerkForm:
    """`rows` are the rows in which the entries stand, by code; `columns` are those of the heads, by their printed words."""

    book: Workbook
    sheet: Worksheet
    unit: str
    unit_name: str
    header: int
    columns: dict[str, int]
    rows: dict[str, int]
    entries: dict[str, Entry]

    @classmethod
    def of(cls, book: Workbook, filled: Filled) -> "ClerkForm":
        form = filled.form
        columns = {head: column_index_from_string(letter) for head, letter in form.columns.items()}
        return cls(book, book[SHEET], filled.unit, filled.name, form.header, columns, dict(form.rows), filled.entries)

    @property
    def numbering(self) -> int:
        """The row 栏号 below the header."""
        return self.header + 1

    @property
    def first(self) -> int:
        return min(self.rows.values())

    @property
    def last(self) -> int:
        return max(self.rows.values())

    def at(self, code: str, head: str) -> AnyCell:
        return self.sheet.cell(self.rows[code], self.columns[head])

    def entry(self, code: str) -> AnyCell:
        """The cell that the unit fills in for an item."""
        return self.at(code, self.entries[code].head)

    def head(self, head: str) -> AnyCell:
        return self.sheet.cell(self.header, self.columns[head])

    def letter(self, head: str) -> str:
        """The letter of a head's column."""
        return get_column_letter(self.columns[head])

    def title_cell(self, words: str, sheet: Worksheet | None = None) -> AnyCell:
        """The cell above the table that has these words in it."""
        rows = (sheet or self.sheet).iter_rows(max_row=self.header - 1)
        return next(cell for row in rows for cell in row if words in str(cell.value or ""))

    def numbers(self) -> list[Entry]:
        return [entry for entry in self.entries.values() if entry.is_number]

    def rearrange(self, move: Move) -> None:
        """Moves every cell of the sheet as a spreadsheet program would: formulas, merges, widths and hiding follow."""
        sheet = self.sheet
        sheet.protection.sheet = False
        merged = [CellRange(str(area)) for area in sheet.merged_cells.ranges]
        for area in merged:
            sheet.unmerge_cells(str(area))
        sheet.conditional_formatting = ConditionalFormattingList()
        sheet.data_validations.dataValidation = []
        cells = list(sheet._cells.items())
        sheet._cells.clear()
        for (row, column), cell in cells:
            if to := move(row, column):
                cell.row, cell.column = to
                sheet._cells[to] = cell
        self._move_formulas(move)
        for area in merged:
            self._merge_again(area, move)
        self._follow(move)

    def _follow(self, move: Move) -> None:
        """Where header, columns and rows are now. A row is where its name went, or its figure if the name is deleted."""
        old, marks = self.header, [self.columns[head] for head in ("指标", "累计完成", "工作任务") if head in self.columns]

        def row(at: int) -> int | None:
            return next((to[0] for column in marks if (to := move(at, column)) is not None), None)

        self.header = row(old) or old
        self.columns = {head: to[1] for head, column in self.columns.items() if (to := move(old, column))}
        self.rows = {code: there for code, at in self.rows.items() if (there := row(at))}

    def move_columns(self, places: Mapping[int, int | None]) -> None:
        """`places`: the new column of each column that changes its place, None where it is deleted."""
        self._move_dimensions(places)
        self.rearrange(lambda row, column: None if (to := places.get(column, column)) is None else (row, to))

    def move_rows(self, places: Mapping[int, int | None], columns: Iterable[int] | None = None) -> None:
        """`columns`: those that take part, all if not given."""
        only = set(columns) if columns is not None else None

        def move(row: int, column: int) -> tuple[int, int] | None:
            if only is not None and column not in only:
                return row, column
            to = places.get(row, row)
            return None if to is None else (to, column)

        hidden = {row for row, dimension in self.sheet.row_dimensions.items() if dimension.hidden}
        heights = {row: dimension.height for row, dimension in self.sheet.row_dimensions.items()}
        if only is None:
            for row in set(heights) | hidden:
                self.sheet.row_dimensions[row].height = None
                self.sheet.row_dimensions[row].hidden = False
            for row, height in heights.items():
                if (to := places.get(row, row)) is not None:
                    self.sheet.row_dimensions[to].height = height
                    self.sheet.row_dimensions[to].hidden = row in hidden
        self.rearrange(move)

    def insert_column(self, at: int, head: str | None = None, values: Mapping[str, Any] | None = None) -> list[AnyCell]:
        """A new column at this place; returns its cells that hold something."""
        last = max(column for _, column in self.sheet._cells)
        self.move_columns({column: column + 1 for column in range(at, last + 1)})
        made: list[AnyCell] = [self.sheet.cell(self.header, at, head)] if head else []
        for code, value in (values or {}).items():
            cell = self.sheet.cell(self.rows[code], at, value)
            cell.number_format = self.entry(code).number_format
            made.append(cell)
        return made

    def insert_rows(self, at: int, count: int = 1) -> None:
        last = max(row for row, _ in self.sheet._cells)
        self.move_rows({row: row + count for row in range(at, last + 1)})

    def _move_dimensions(self, places: Mapping[int, int | None]) -> None:
        sheet, seen = self.sheet, {}
        for letter, dimension in list(sheet.column_dimensions.items()):
            first = dimension.min or column_index_from_string(letter)
            for column in range(first, (dimension.max or first) + 1):
                seen[column] = (dimension.width, dimension.hidden)
            del sheet.column_dimensions[letter]
        for column, (width, hidden) in seen.items():
            if (to := places.get(column, column)) is not None:
                made = sheet.column_dimensions[get_column_letter(to)]
                made.width, made.hidden = width, hidden

    def _move_formulas(self, move: Move) -> None:
        for sheet in self.book:
            for cell in sheet._cells.values():
                if cell.data_type == "f" and isinstance(cell.value, str):
                    cell.value = moved_formula(cell.value, sheet is self.sheet, self.sheet.title, move)

    def _merge_again(self, area: CellRange, move: Move) -> None:
        moved = [move(row, column) for row in (area.min_row, area.max_row) for column in (area.min_col, area.max_col)]
        corners = [corner for corner in moved if corner is not None]
        if len(corners) < len(moved):
            return
        rows, columns = [row for row, _ in corners], [column for _, column in corners]
        if max(rows) - min(rows) > area.max_row - area.min_row + 1:
            return
        if max(columns) - min(columns) > area.max_col - area.min_col + 1:
            return
        target = CellRange(min_row=min(rows), max_row=max(rows), min_col=min(columns), max_col=max(columns))
        top = self.sheet.cell(target.min_row, target.min_col)
        others = [self.sheet._cells.get((row, column)) for row in range(target.min_row, target.max_row + 1)
                  for column in range(target.min_col, target.max_col + 1)]
        if corners[0] == (target.min_row, target.min_col) and not any(c is not top and c and c.value for c in others):
            self.sheet.merge_cells(str(target))


def moved_formula(formula: str, is_own: bool, title: str, move: Move) -> str:
    """The formula after the cells of the sheet `title` have moved; `is_own`: it stands on that sheet."""

    def moved_part(text: str) -> str:
        match = PART.fullmatch(text)
        if match is None:
            raise ValueError(f"{text} is no cell")
        to = move(int(match[4]), column_index_from_string(match[2]))
        return f"{match[1]}{get_column_letter(to[1])}{match[3]}{to[0]}" if to else "#REF!"

    def replaced(match: re.Match[str]) -> str:
        sheet = match["sheet"]
        if (sheet is None and not is_own) or (sheet is not None and sheet[:-1].strip("'") != title):
            return match[0]
        two = f":{moved_part(match['two'][1:])}" if match["two"] else ""
        return f"{sheet or ''}{moved_part(match['one'])}{two}"

    parts = formula.split('"')
    return '"'.join(REFERENCE.sub(replaced, part) if index % 2 == 0 else part for index, part in enumerate(parts))


def copy_into(book: Workbook, sheet: Worksheet, title: str) -> Worksheet:
    """A copy of another workbook's sheet: values, formats and merged cells; formulas of its own sheet only."""
    made: Worksheet = book.create_sheet(title)
    for (row, column), cell in sheet._cells.items():
        if isinstance(cell, MergedCell):
            continue
        value = cell.value
        if cell.data_type == "f" and "!" in str(value):
            value = None
        target = made.cell(row, column, value)
        target.number_format = cell.number_format
        fill: Any = copy.copy(cell.fill)
        protection: Any = copy.copy(cell.protection)
        target.fill, target.protection = fill, protection
    for area in sheet.merged_cells.ranges:
        made.merge_cells(str(area))
    for letter, dimension in sheet.column_dimensions.items():
        made.column_dimensions[letter].width = dimension.width
        made.column_dimensions[letter].hidden = dimension.hidden
    return made
