"""Lists the cells of a workbook for bare_writer: what is in each, with its format and link, and the frame around them.

Usage: cells.py WORKBOOK.xlsx CELLS.txt
One operation a line, fields parted by tabs; a line feed in a text is written as U+2028.
"""

import sys
import warnings

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils import column_index_from_string

BORDERS = {None: 0, "thin": 1, "medium": 2, "dashed": 3, "dotted": 4, "thick": 5, "hair": 7}
HORIZONTAL = {None: 0, "left": 1, "center": 2, "right": 3, "justify": 5}
VERTICAL = {None: 0, "bottom": 0, "top": 8, "center": 10}


def color(value):
    text = value.rgb if value is not None and isinstance(value.rgb, str) else "FF000000"
    return text[-6:]


class Formats:
    def __init__(self):
        self.known = {}

    def number(self, cell):
        font, fill, border, alignment = cell.font, cell.fill, cell.border, cell.alignment
        key = (
            font.name, font.sz, int(bool(font.b)), color(font.color),
            color(fill.fgColor) if fill.fill_type == "solid" else "-",
            *(BORDERS.get(side.style, 1) for side in (border.left, border.right, border.top, border.bottom)),
            HORIZONTAL.get(alignment.horizontal, 0), VERTICAL.get(alignment.vertical, 0),
            int(bool(alignment.wrap_text)), int(alignment.indent or 0), cell.number_format,
        )
        return self.known.setdefault(key, len(self.known))


    def of_run(self, font):
        key = (font.rFont, font.sz, int(bool(font.b)), color(font.color), "-", 0, 0, 0, 0, 0, 0, 0, 0, "General")
        return self.known.setdefault(key, len(self.known))


def flat(value):
    return str(value).replace("\n", "\u2028").replace("\t", " ")


def operation(cell, value, number, formats):
    place = f"{cell.row - 1}\t{cell.column - 1}\t{number}"
    if isinstance(cell.value, CellRichText):
        runs = [(run.font, run.text) if isinstance(run, TextBlock) else (None, str(run)) for run in cell.value]
        parts = [f"{-1 if font is None else formats.of_run(font)}\t{flat(text)}" for font, text in runs if text]
        if len(parts) > 1:
            return f"T\t{place}\t" + "\t".join(parts)
    if cell.hyperlink is not None and cell.hyperlink.location:
        return f"L\t{place}\t{flat(cell.value if cell.value is not None else '')}\tinternal:{cell.hyperlink.location}"
    formula = getattr(cell.value, "text", cell.value)
    if cell.data_type == "f":
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return f"F\t{place}\t{float(value)!r}\t{flat(formula)}"
        return f"G\t{place}\t{flat(value if value is not None else '')}\t{flat(formula)}"
    if cell.value is None:
        return f"B\t{place}"
    if cell.data_type == "n":
        return f"N\t{place}\t{float(cell.value)!r}"
    if cell.is_date:
        return f"N\t{place}\t{openpyxl.utils.datetime.to_excel(cell.value)!r}"
    return f"S\t{place}\t{flat(cell.value)}"


def main():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(sys.argv[1], rich_text=True)
        values = openpyxl.load_workbook(sys.argv[1], data_only=True)
    formats, lines = Formats(), []
    for sheet in book:
        lines.append(f"W\t{sheet.title}")
        for letter, width in sheet.column_dimensions.items():
            first = column_index_from_string(letter) - 1
            lines.append(f"C\t{first}\t{(width.max or first + 1) - 1}\t{float(width.width)!r}")
        for range_ in sheet.merged_cells.ranges:
            if range_.size["rows"] * range_.size["columns"] > 1:
                top = sheet.cell(range_.min_row, range_.min_col)
                lines.append(
                    f"M\t{range_.min_row - 1}\t{range_.min_col - 1}\t{range_.max_row - 1}\t{range_.max_col - 1}\t{formats.number(top)}")
        for row in sheet.iter_rows():
            height = sheet.row_dimensions[row[0].row].height
            if height is not None:
                lines.append(f"R\t{row[0].row - 1}\t{float(height)!r}")
            for cell in row:
                if isinstance(cell, openpyxl.cell.cell.MergedCell) or not (cell.has_style or cell.value is not None):
                    continue
                lines.append(operation(cell, values[sheet.title][cell.coordinate].value, formats.number(cell), formats))
    head = ["X\t" + "\t".join(str(field) for field in key) for key in formats.known]
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write("\n".join(head + lines) + "\n")


if __name__ == "__main__":
    sys.exit(main())
