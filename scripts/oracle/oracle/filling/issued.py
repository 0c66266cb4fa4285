"""An empty form as huizong wrote it: where its rows, columns and entry cells are. Found by words, never by position."""

import pathlib

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from oracle.workbooks.opening import opened

# A row of cells, as openpyxl gives it.
Row = tuple[Cell | MergedCell, ...]

SHEET = "填报表"
SIGNING = "签署"


class Form:
    """The form of a unit: its table, its lists, the sheet where it is signed."""

    def __init__(self, path: pathlib.Path) -> None:
        self.path = path
        # Extensions of conditional formats and the like are not kept; a clerk's program may not keep them either.
        book = opened(path)
        self.stamp, values = self._stamp(book)
        self.unit = str(values["huizong.unit"])
        sheet = book[SHEET]
        header = next(row for row in sheet.iter_rows() if any(cell.value == "编码" for cell in row))
        self.header = row_of(header)
        self.columns = columns_of(header)
        self.rows: dict[str, int] = {}
        for row in range(self.header + 1, sheet.max_row + 1):
            code = sheet.cell(row, 1).value
            if code and code != "#":
                self.rows[str(code)] = row
        self._open = {
            cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
        }
        self.lists = {table.code: table for table in map(ListSheet.of, book) if table}
        self.review = next(filter(None, map(ReviewSheet.of, book)), None)
        self._shares = {
            code: sheet[self.cell(code, "本单位分解数")].value or sheet[self.cell(code, "全市目标值")].value
            for code in self.rows
        }
        self.signing = {str(cell.value): f"B{cell.row}" for (cell,) in book[SIGNING].iter_rows(max_col=1) if cell.value}

    @staticmethod
    def _stamp(book: Workbook) -> tuple[str, dict[str, object]]:
        """Name and contents of the hidden sheet that says whose form it is."""
        sheet = next(sheet for sheet in book if sheet["A1"].value == "huizong")
        return sheet.title, {str(name.value): value.value for name, value in sheet.iter_rows(max_col=2) if name.value}

    def cell(self, code: str, column: str) -> str:
        """The reference of an indicator's cell, such as J7."""
        if code not in self.rows or column not in self.columns:
            raise KeyError(f"{self.path.name}: no cell {code} / {column}")
        return f"{self.columns[column]}{self.rows[code]}"

    def is_open(self, code: str, column: str) -> bool:
        """True for a light yellow cell, which the unit fills in."""
        return self.cell(code, column) in self._open

    def share(self, code: str) -> int | float | None:
        """The number that the unit has to reach, where the form prints one."""
        share = self._shares[code]
        return share if isinstance(share, (int, float)) else None


def row_of(cells: Row) -> int:
    """Where a row of cells is."""
    if cells[0].row is None:
        raise ValueError("a cell is nowhere")
    return cells[0].row


def columns_of(header: Row) -> dict[str, str]:
    """The letters of the columns, by what their heads say."""
    return {str(cell.value): cell.column_letter for cell in header if cell.value}


def header_with(sheet: Worksheet, words: set[str]) -> Row | None:
    """The first row in which all of these words are."""
    return next((row for row in sheet.iter_rows() if words <= {str(cell.value) for cell in row}), None)


class ListSheet:
    """A sheet with the objects that an indicator counts, one to a row."""

    def __init__(self, sheet: Worksheet, header: Row) -> None:
        self.sheet = sheet.title
        self.columns = columns_of(header)
        rows = [row for row in sheet.iter_rows(min_row=row_of(header) + 1) if row[0].value]
        self.code = str(rows[0][0].value)
        self.rows = [row_of(row) for row in rows]
        self.objects = [str(row[2].value) for row in rows if row[2].value]

    @classmethod
    def of(cls, sheet: Worksheet) -> "ListSheet | None":
        header = header_with(sheet, {"对象", "本期状态"})
        return cls(sheet, header) if header else None

    def cell(self, index: int, column: str) -> str:
        """The reference of a cell in the list's row of this index, counted from 0."""
        return f"{self.columns[column]}{self.rows[index]}"


class ReviewSheet:
    """The sheet of a lead department: how the tasks of its line stand in the whole city."""

    def __init__(self, sheet: Worksheet, header: Row) -> None:
        self.sheet = sheet.title
        self.columns = columns_of(header)
        self.tasks: dict[str, int] = {}
        for row in range(row_of(header) + 1, sheet.max_row + 1):
            if not (task := sheet.cell(row, 1).value):
                break
            self.tasks[str(task)] = row

    @classmethod
    def of(cls, sheet: Worksheet) -> "ReviewSheet | None":
        header = header_with(sheet, {"任务", "本条线进展"})
        return cls(sheet, header) if header else None

    def cell(self, task: str, column: str) -> str:
        """The reference of a task's cell."""
        return f"{self.columns[column]}{self.tasks[task]}"
