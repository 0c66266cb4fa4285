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
