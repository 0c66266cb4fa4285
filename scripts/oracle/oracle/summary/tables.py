"""Tables of a summary workbook, found by their header words; and the counting of what was compared."""

import datetime
from decimal import Decimal
from fractions import Fraction

from openpyxl.utils import get_column_letter

from oracle.forms.reading import header_word

TOLERANCE = Fraction(1, 10**10)


class Verdict:
    """Collects the differences, each with the cell it is in, and counts what was compared."""

    def __init__(self):
        self.compared = 0
        self.differences = []

    def differ(self, where, what, expected, found):
        self.differences.append(f"{where}: {what}: expected {expected}, found {found!r}")

    def number(self, where, what, expected, found):
        """`expected` is a fraction as text; a cell holds about fifteen digits of it."""
        self.compared += 1
        wanted = Fraction(expected)
        if isinstance(found, bool) or not isinstance(found, (int, float, Decimal)):
            self.differ(where, what, _shown(wanted), found)
        elif abs(Fraction(Decimal(repr(found))) - wanted) > TOLERANCE * max(1, abs(wanted)):
            self.differ(where, what, _shown(wanted), found)

    def word(self, where, what, expected, found):
        self.compared += 1
        if str(found if found is not None else "").strip() != expected:
            self.differ(where, what, expected, found)

    def no_number(self, where, what, found):
        """For a cell that must not hold a number."""
        self.compared += 1
        if isinstance(found, (int, float)) and not isinstance(found, bool):
            self.differ(where, what, "no number", found)

    def date(self, where, what, expected, found):
        """`expected` is an ISO date as text, or None for —."""
        if isinstance(found, datetime.datetime):
            found = found.date().isoformat()
        self.word(where, what, expected or "—", found)

    def holds(self, where, what, expected, is_so, found):
        self.compared += 1
        if not is_so:
            self.differ(where, what, expected, found)


def _shown(value):
    return str(value) if value.denominator == 1 else f"{value} ≈ {float(value):.12g}"


class Table:
    """A sheet's table: columns by header words, which may stand in one row or in two below each other."""

    def __init__(self, sheet, marks):
        """`marks`: header words of which all stand in the first header row."""
        self.sheet = sheet
        self.header = next((row for row in range(1, min(sheet.max_row, 40) + 1) if marks <= self._words(row)), None)
        if self.header is None:
            raise LookupError(f"{sheet.title}: no row has the headers {sorted(marks)}")
        self.columns = {}
        for row in (self.header, self.header + 1):
            for column in range(1, sheet.max_column + 1):
                word = header_word(sheet.cell(row, column).value)
                if word and word not in self.columns:
                    self.columns[word] = column

    def _words(self, row):
        return {header_word(cell.value) for cell in self.sheet[row]}

    def column(self, word):
        if word not in self.columns:
            raise LookupError(f"{self.sheet.title}: no column is headed {word}")
        return self.columns[word]

    def value(self, row, word):
        return self.sheet.cell(row, self.column(word)).value

    def where(self, row, word):
        return f"{self.sheet.title}!{get_column_letter(self.column(word))}{row}"

    def column_of(self, values):
        """The column that holds the most of these values, which has no header to be found by."""
        hits = {}
        for cells in self.sheet.iter_rows(min_row=self.header + 1):
            for cell in cells:
                if cell.value in values:
                    hits[cell.column] = hits.get(cell.column, 0) + 1
        if not hits:
            raise LookupError(f"{self.sheet.title}: no column holds the indicators' codes")
        return max(hits, key=hits.get)

    def rows(self):
        return range(self.header + 1, self.sheet.max_row + 1)
