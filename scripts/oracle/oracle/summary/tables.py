"""Tables of a summary workbook, found by their header words."""

from collections import Counter
from collections.abc import Iterator, Set

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from oracle.forms.reading import header_word


class Table:
    """A sheet's table: columns by header words, which may stand in one row or in two below each other."""

    def __init__(self, sheet: Worksheet, marks: Set[str]) -> None:
        """`marks`: header words of which all stand in the first header row."""
        self.sheet = sheet
        header = next((row for row in range(1, min(sheet.max_row, 40) + 1) if marks <= self._words(row)), None)
        if header is None:
            raise LookupError(f"{sheet.title}: no row has the headers {sorted(marks)}")
        self.header = header
        self.columns: dict[str, int] = {}
        for row in (self.header, self.header + 1):
            for column in range(1, sheet.max_column + 1):
                word = header_word(sheet.cell(row, column).value)
                if word and word not in self.columns:
                    self.columns[word] = column

    def _words(self, row: int) -> set[str]:
        return words_of(self.sheet, row)

    def column(self, word: str) -> int:
        if word not in self.columns:
            raise LookupError(f"{self.sheet.title}: no column is headed {word}")
        return self.columns[word]

    def value(self, row: int, word: str) -> object:
        return self.sheet.cell(row, self.column(word)).value

    def where(self, row: int, word: str) -> str:
        return f"{self.sheet.title}!{get_column_letter(self.column(word))}{row}"

    def text(self, row: int, word: str) -> str:
        """What the cell holds as text, nothing where it is empty."""
        return str(self.value(row, word) or "")

    def column_of(self, values: Set[str]) -> int:
        """The column that holds the most of these values, which has no header to be found by."""
        hits: Counter[int] = Counter()
        for cells in self.sheet.iter_rows(min_row=self.header + 1):
            for cell in cells:
                if cell.value in values and cell.column:
                    hits[cell.column] += 1
        if not hits:
            raise LookupError(f"{self.sheet.title}: no column holds the indicators' codes")
        return max(hits, key=lambda column: hits[column])

    def rows(self) -> range:
        return range(self.header + 1, self.sheet.max_row + 1)


def row_of(table: Table, code: str) -> int:
    """The row of an indicator's own line, which is numbered."""
    codes = table.column_of({code})
    return next(r for r in table.rows() if table.sheet.cell(r, codes).value == code and table.value(r, "序号"))


def words_of(sheet: Worksheet, row: int) -> set[str]:
    """The header words of a row."""
    return {header_word(cell.value) for cell in sheet[row]}


def heads_of(sheet: Worksheet, row: int) -> list[tuple[str, int]]:
    """The header words of a row with their columns, from left to right."""
    words = ((header_word(sheet.cell(row, column).value), column) for column in range(1, sheet.max_column + 1))
    return [(word, column) for word, column in words if word]


def places_of(sheet: Worksheet) -> Iterator[tuple[str, int, int]]:
    """The header word, row and column of every cell that has one, row by row."""
    for row in range(1, sheet.max_row + 1):
        for word, column in heads_of(sheet, row):
            yield word, row, column
