"""Looks at workbooks as they come out of the printer: LibreOffice makes a PDF of each, and its text is read.

Usage: scripts/oracle/run render-check WORKBOOK.xlsx…

Of each: every visible sheet is printed, on the paper it asks for, one page wide: on every row the first and the last text
stand on one page, and a header that repeats is whole on each page. No ###, no error value. No text is wider than its
column, or higher than its row, by the measures of `text_widths`.
Exit codes: 0 nothing found; 1 something, one line each; 2 LibreOffice cannot convert a file.
"""

import pathlib
import re
import sys
import tempfile
from collections.abc import Iterator

from openpyxl.worksheet.worksheet import Worksheet

from oracle import arguments
from oracle.workbooks.office import OfficeError, converted, folded, pdf_pages
from oracle.workbooks.opening import opened
from oracle.workbooks.text_widths import Area, column_widths, printed_area, too_wide

ERRORS = re.compile(r"###|Err:|#(?:NAME\?|REF!|VALUE!|DIV/0!|N/A|NUM!|NULL!)")
# Points; `paperSize` 9 is A4, 8 is A3.
PAPER = {"9": (595, 842), "8": (842, 1191)}
# Enough of a text to find it by; more may lie on the next line.
LETTERS = 3
# Rows that a page must have in part to prove that the two edges of a sheet are on one page.
LEAST_ROWS = 3


def texts_of(sheet: Worksheet, row: int, area: Area) -> list[str]:
    """The texts of a row within the print area, hidden columns left out, in their order."""
    found: list[str] = []
    width = column_widths(sheet)
    for column in range(area[0], area[2] + 1):
        cell = sheet.cell(row, column)
        if isinstance(cell.value, str) and folded(cell.value) and width(column):
            found.append(folded(cell.value.strip().split("\n")[0])[:LETTERS])
    return found


def check_page(sheet: Worksheet, size: tuple[float, float], text: str) -> Iterator[str]:
    """What is wrong with one page: errors that it shows, its paper."""
    if match := ERRORS.search(text):
        yield f"{sheet.title}: a page shows {match[0]}"
    wanted = PAPER.get(str(sheet.page_setup.paperSize))
    if wanted is None:
        yield f"{sheet.title}: asks for paper {sheet.page_setup.paperSize}, neither A4 nor A3"
        return
    if sheet.page_setup.orientation == "landscape":
        wanted = wanted[::-1]
    if any(abs(is_so - should) > 2 for is_so, should in zip(size, wanted)):
        yield f"{sheet.title}: a page measures {size}, not {wanted}"


def check_sheet(sheet: Worksheet, pages: list[str]) -> Iterator[str]:
    """What is wrong with a sheet's pages together."""
    area = printed_area(sheet)
    if not pages:
        yield f"{sheet.title}: is not printed"
        return
    proven = 0
    for row in range(area[1], area[3] + 1):
        texts = texts_of(sheet, row, area)
        if len(texts) < 2 or sheet.row_dimensions[row].hidden:
            continue
        proven += 1
        if not any(texts[0] in page and texts[-1] in page for page in pages):
            yield f"{sheet.title}: row {row}: {texts[0]}… and {texts[-1]}… are on no page together: not one page wide?"
    if proven < LEAST_ROWS:
        yield f"{sheet.title}: only {proven} rows could be looked for"
    rows = str(sheet.print_title_rows or "").replace("$", "")
    if rows:
        first, last = (int(row) for row in rows.split(":"))
        for row in range(first, last + 1):
            texts = texts_of(sheet, row, area)
            missing = [number for number, page in enumerate(pages, 1) if not all(text in page for text in texts)]
            if missing:
                yield f"{sheet.title}: header row {row} is not whole on its pages {missing}"


def check_book(path: pathlib.Path) -> Iterator[str]:
    """What is wrong with a workbook as it is printed."""
    book = opened(path, values=True)
    with tempfile.TemporaryDirectory() as folder:
        pages = pdf_pages(converted(path, "pdf", folder))
    sheets = {sheet.title: sheet for sheet in book if sheet.sheet_state == "visible"}
    of_sheet: dict[str, list[str]] = {title: [] for title in sheets}
    for number, (size, text) in enumerate(pages, 1):
        footer = folded("".join(line for line in text.splitlines() if line.strip())[-400:])
        title = next((title for title in sheets if footer.endswith(folded(title))), None)
        if title is None:
            yield f"page {number}: its footer names no sheet"
            continue
        if f"—{number}—" not in footer:
            yield f"page {number}: its footer does not number it"
        of_sheet[title].append(folded(text))
        yield from check_page(sheets[title], size, text)
    for title, sheet in sheets.items():
        yield from check_sheet(sheet, of_sheet[title])
        yield from (f"{title}: {finding}" for finding in too_wide(sheet))
    print(f"{path.name}: " + ", ".join(f"{title} {len(found)}" for title, found in of_sheet.items()) + " pages")


def main(given: list[str]) -> int:
    options = arguments.parser(__doc__)
    options.add_argument("workbooks", nargs="+", type=pathlib.Path)
    found = 0
    for path in options.parse_args(given).workbooks:
        try:
            findings = list(check_book(path))
        except (OfficeError, OSError) as error:
            print(f"render-check: {error}", file=sys.stderr)
            return 2
        for finding in findings:
            print(f"{path.name}: {finding}")
        found += len(findings)
    return 1 if found else 0
