#!/usr/bin/env python3
"""Writes the workbook whose reading scripts/deep/75-instructions.sh counts: the same bytes wherever zlib is the same.

Usage: scripts/instructions/fixture.py FILE

8,000 rows of 13 columns: shared strings in Chinese, whole numbers, decimals, dates, booleans, formulas of numbers and
of text, inline strings; some cells are left out. No library is used beyond Python's own.
"""

import sys
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
ROWS = 8_000
TEXTS = 3_000
LETTERS = "ABCDEFGHIJKLM"


class Numbers:
    """A linear congruence: the same numbers in every version of Python."""

    def __init__(self):
        self.state = 20240630

    def below(self, bound):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        return (self.state >> 33) % bound


def words(numbers):
    """A text of 2 to 12 Chinese characters."""
    return "".join(chr(0x4E00 + numbers.below(3_000)) for _ in range(2 + numbers.below(11)))


def value(column, numbers):
    """Attributes and content of a cell; None where there is none."""
    if column < 5:
        return ' t="s"', f"<v>{numbers.below(TEXTS)}</v>"
    if column < 7:
        return "", f"<v>{numbers.below(100_000)}</v>"
    if column < 9:
        return "", f"<v>{numbers.below(100_000)}.{numbers.below(100):02}</v>"
    if column == 9:
        return ' s="1"', f"<v>{45_000 + numbers.below(700)}</v>"
    if column == 10:
        if numbers.below(10) == 0:
            return None
        return ' t="b"', f"<v>{numbers.below(2)}</v>"
    if column == 11:
        return "", f"<f>SUM(F{1 + numbers.below(ROWS)}:G9)</f><v>{numbers.below(200_000)}</v>"
    if numbers.below(2) == 0:
        return ' t="str"', f"<f>A1&amp;B1</f><v>{words(numbers)}</v>"
    return ' t="inlineStr"', f"<is><t>{words(numbers)}</t></is>"


def sheet(numbers):
    yield f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{MAIN}"><sheetData>'
    for row in range(1, ROWS + 1):
        yield f'<row r="{row}" spans="1:13">'
        for column, letter in enumerate(LETTERS):
            if cell := value(column, numbers):
                yield f'<c r="{letter}{row}"{cell[0]}>{cell[1]}</c>'
        yield "</row>"
    yield "</sheetData></worksheet>"


def relationships(*links):
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def parts():
    numbers = Numbers()
    strings = "".join(f"<si><t>{words(numbers)}</t></si>" for _ in range(TEXTS))
    yield "[Content_Types].xml", (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
    )
    yield "_rels/.rels", relationships(("officeDocument", "xl/workbook.xml"))
    yield "xl/workbook.xml", (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    yield "xl/_rels/workbook.xml.rels", relationships(
        ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")
    )
    yield "xl/styles.xml", (
        f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    yield "xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{strings}</sst>'
    yield "xl/worksheets/sheet1.xml", "".join(sheet(numbers))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with zipfile.ZipFile(sys.argv[1], "w") as archive:
        for name, text in parts():
            entry = zipfile.ZipInfo(name, date_time=(2024, 6, 30, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode("utf-8"), compresslevel=6)


if __name__ == "__main__":
    main()
