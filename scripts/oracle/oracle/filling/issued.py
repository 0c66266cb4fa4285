"""An empty form as huizong wrote it: where its rows, columns and entry cells are. Found by words, never by position."""

import warnings

import openpyxl

# Extensions of conditional formats and the like, which openpyxl does not keep; a clerk's program may not either.
warnings.filterwarnings("ignore", module="openpyxl")

SHEET = "填报表"
SIGNING = "签署"


class Form:
    def __init__(self, path):
        self.path = path
        book = openpyxl.load_workbook(path)
        self.stamp, values = self._stamp(book)
        self.unit = values["huizong.unit"]
        sheet = book[SHEET]
        header = next(row for row in sheet.iter_rows() if any(cell.value == "编码" for cell in row))
        self.header = header[0].row
        self.columns = {cell.value: cell.column_letter for cell in header if cell.value}
        self.rows = {}
        for (cell,) in sheet.iter_rows(min_row=header[0].row + 1, max_col=1):
            if cell.value and cell.value != "#":
                self.rows[cell.value] = cell.row
        self._open = {
            cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
        }
        self.lists = {table.code: table for table in map(ListSheet.of, book) if table}
        self.review = next(filter(None, map(ReviewSheet.of, book)), None)
        self._shares = {
            code: sheet[self.cell(code, "本单位分解数")].value or sheet[self.cell(code, "全市目标值")].value
            for code in self.rows
        }
        self.signing = {cell.value: f"B{cell.row}" for (cell,) in book[SIGNING].iter_rows(max_col=1) if cell.value}

    @staticmethod
    def _stamp(book):
        """Name and contents of the hidden sheet that says whose form it is."""
        sheet = next(sheet for sheet in book if sheet["A1"].value == "huizong")
        return sheet.title, {name.value: value.value for name, value in sheet.iter_rows(max_col=2) if name.value}

    def cell(self, code, column):
        """The reference of an indicator's cell, such as J7."""
        if code not in self.rows or column not in self.columns:
            raise KeyError(f"{self.path.name}: no cell {code} / {column}")
        return f"{self.columns[column]}{self.rows[code]}"

    def is_open(self, code, column):
        """True for a light yellow cell, which the unit fills in."""
        return self.cell(code, column) in self._open

    def share(self, code):
        """The number that the unit has to reach, where the form prints one."""
        share = self._shares[code]
        return share if isinstance(share, (int, float)) else None


class ListSheet:
    """A sheet with the objects that an indicator counts, one to a row."""

    def __init__(self, sheet, header):
        self.sheet = sheet.title
        self.columns = {cell.value: cell.column_letter for cell in header if cell.value}
        rows = [row for row in sheet.iter_rows(min_row=header[0].row + 1) if row[0].value]
        self.code = rows[0][0].value
        self.rows = [row[0].row for row in rows]
        self.objects = [row[2].value for row in rows if row[2].value]

    @classmethod
    def of(cls, sheet):
        header = next((row for row in sheet.iter_rows() if {"对象", "本期状态"} <= {cell.value for cell in row}), None)
        return cls(sheet, header) if header else None

    def cell(self, index, column):
        """The reference of a cell in the list's row of this index, counted from 0."""
        return f"{self.columns[column]}{self.rows[index]}"


class ReviewSheet:
    """The sheet of a lead department: how the tasks of its line stand in the whole city."""

    def __init__(self, sheet, header):
        self.sheet = sheet.title
        self.columns = {cell.value: cell.column_letter for cell in header if cell.value}
        self.tasks = {}
        for (cell,) in sheet.iter_rows(min_row=header[0].row + 1, max_col=1):
            if not cell.value:
                break
            self.tasks[cell.value] = cell.row

    @classmethod
    def of(cls, sheet):
        header = next((row for row in sheet.iter_rows() if {"任务", "本条线进展"} <= {cell.value for cell in row}), None)
        return cls(sheet, header) if header else None

    def cell(self, task, column):
        """The reference of a task's cell."""
        return f"{self.columns[column]}{self.tasks[task]}"
