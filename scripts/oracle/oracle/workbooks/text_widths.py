"""Whether texts fit their cells, by the measures the workbooks are laid out with.

A Han or other full-width character is 2 wide, any other 1, at 10.5 points; a larger font in proportion. A column is as many
of these wide as its width says. Wrapped text needs lines of 1.36 times its size; an unwrapped one at the left may run over
the empty cells right of it, to the end of what is printed.
"""

import math
import unicodedata
from collections.abc import Callable, Iterator

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

BODY = 10.5
# A tenth of a character, and a tenth of a line, are nobody's eye.
SLACK = 0.1
PADDING = 0.71  # what a column's width in the file has besides its characters
LINE = 1.2  # what a line needs at the very least, times its size


def width_of(text: str, size: float) -> float:
    wide = sum(2 if unicodedata.east_asian_width(c) in "WFA" and c not in NARROW else 1 for c in text)
    return wide * size / BODY


# Ambiguous characters that the common fonts draw as wide as a Latin letter.
NARROW = set("“”‘’…·°×÷±−—–")


# First column, first row, last column, last row.
Area = tuple[int, int, int, int]
# How wide a column is.
Width = Callable[[int], float]


def column_widths(sheet: Worksheet) -> Width:
    """Width of each column; one entry of the file may speak for several."""
    default = sheet.sheet_format.defaultColWidth or sheet.sheet_format.baseColWidth or 8.43
    widths: dict[int, float] = {}
    for dimension in sheet.column_dimensions.values():
        if dimension.min is None:
            continue
        for column in range(dimension.min, (dimension.max or dimension.min) + 1):
            widths[column] = 0 if dimension.hidden else dimension.width or default
    return lambda column: widths.get(column, default)


def printed_area(sheet: Worksheet) -> Area:
    """What of a sheet is printed: its first print area, or all of it."""
    areas = str(sheet.print_area or "") or sheet.dimensions
    left, top, right, bottom = range_boundaries(areas.split("!")[-1].replace("$", "").split(",")[0])
    if left is None or top is None or right is None or bottom is None:
        raise ValueError(f"{sheet.title}: {areas} has no bounds")
    return left, top, right, bottom


def merged_areas(sheet: Worksheet) -> dict[tuple[int, int], CellRange]:
    return {(area.min_row, area.min_col): area for area in sheet.merged_cells.ranges}


def too_wide(sheet: Worksheet) -> Iterator[str]:
    """One line for each cell whose text does not fit."""
    width, areas = column_widths(sheet), merged_areas(sheet)
    end = printed_area(sheet)[2]
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell, MergedCell) or not isinstance(cell.value, str) or not cell.value.strip():
                continue
            if sheet.row_dimensions[cell.row].hidden or width(cell.column) == 0:
                continue
            yield from _check(sheet, cell, areas.get((cell.row, cell.column)), width, end)


def _check(sheet: Worksheet, cell: Cell, area: CellRange | None, width: Width, end: int) -> Iterator[str]:
    size = cell.font.sz or BODY
    last = area.max_col if area else cell.column
    room = sum(width(column) for column in range(cell.column, last + 1)) - PADDING
    lines = str(cell.value).split("\n")
    needed = max(width_of(line, size) for line in lines)
    if cell.alignment.wrap_text:
        yield from _check_height(sheet, cell, area, lines, room, size)
        return
    if cell.alignment.horizontal in (None, "general", "left"):
        for column in range(last + 1, max(end, last) + 1):
            neighbour = sheet.cell(cell.row, column)
            if neighbour.value not in (None, "") or isinstance(neighbour, MergedCell):
                break
            room += width(column)
    if needed > room + SLACK:
        yield f"{cell.coordinate}: {needed:.1f} wide in {room:.1f}: {str(cell.value)[:30]}"


def _check_height(
    sheet: Worksheet, cell: Cell, area: CellRange | None, lines: list[str], room: float, size: float
) -> Iterator[str]:
    rows = range(area.min_row, area.max_row + 1) if area else [cell.row]
    heights = [sheet.row_dimensions[row].height for row in rows]
    if None in heights or room <= 1:
        return  # such a row fits itself
    count = sum(max(1, math.ceil((width_of(line, size) - SLACK) / room)) for line in lines)
    if count * size * LINE > sum(heights) * (1 + SLACK):
        yield f"{cell.coordinate}: {count} lines of {size:g} points in {sum(heights):g}: {str(cell.value)[:30]}"
