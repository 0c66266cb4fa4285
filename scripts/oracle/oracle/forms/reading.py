"""Reads one submitted form through openpyxl: columns by header text, rows by code, merged cells, the stamp."""

import hashlib
import json
import pathlib
import re
import unicodedata
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import MergedCell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from oracle.forms.entries import plain
from oracle.plan.plan import Plan
from oracle.workbooks.opening import opened, properties

STAMP_SHEET = "_huizong"
HEADERS = {
    "code": "编码",
    "indicator": "指标",
    "previous": "上期累计",
    "current": "本期完成",
    "cumulative": "累计完成",
    "rate": "完成率",
    "progress": "进展情况",
    "problems": "存在问题",
    "measures": "下一步措施",
    "explanation": "核实说明",
}
# A form without one of these is refused; without 编码, rows are found by the indicator's name.
NEEDED = set(HEADERS) - {"code", "rate"}
SIGNATURES = ("填报人", "审核人", "联系电话", "填报日期")
DEEPEST_HEADER = 60
CODE = re.compile(r"\d+(?:\.\d+)*-\d+")


@dataclass
class Cell:
    """One cell of a form, with its result and its formula."""

    value: object = None
    formula: str | None = None
    number_format: str = "General"
    covered: bool = False  # lies under a merged cell, and is not its first
    first: "Cell | None" = None  # of a covered cell: the one it lies under
    where: str = ""


# The cells of a row, by the column's key.
Row = dict[str, Cell]


class Table(NamedTuple):
    """Where a form's table is: the sheet's title, the row of its headers, the columns by key."""

    title: str
    header: int
    columns: dict[str, int]


@dataclass
class Form:
    """What one submitted file says."""

    path: str
    name: str
    digest: str
    refusal: str = ""
    stamped: bool = False  # with a stamp that does not contradict itself
    belongs: bool = False  # to the unit and period that its stamp names
    unit: str | None = None
    period: str = ""
    plan: str = ""
    parent: str = ""
    heading: str = ""  # the unit's name as the form's heading has it, where there is no stamp
    content: tuple[tuple[str, str, str], ...] = ()  # all that was read, for telling equal content under another name
    printed: dict[str, str | int] = field(default_factory=dict)  # 上期累计 as the form was issued with, by code
    layout: list[str] = field(default_factory=list)  # codes the form was issued with
    rows: dict[str, list[Row]] = field(default_factory=dict)  # by code
    nameless: list[Row] = field(default_factory=list)  # rows without a code
    signature: dict[str, object] = field(default_factory=dict)

    def refused(self, why: str) -> "Form":
        self.refusal = self.refusal or why
        return self


def read_form(path: pathlib.Path, name: str) -> Form:
    """Reads a file; one that is no form says why."""
    with open(path, "rb") as file:
        content = file.read()
    form = Form(str(path), name, hashlib.sha256(content).hexdigest())
    if not content.startswith(b"PK"):
        return form.refused("not an xlsx file")
    try:
        values, formulas = opened(path, values=True), opened(path)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, IndexError, TypeError, AttributeError) as error:
        return form.refused(f"openpyxl cannot open it: {error}")
    _read_stamp(form, formulas)
    if form.refusal:
        return form
    form.stamped = True
    found = form_sheet(formulas)
    if not found:
        return form.refused("no sheet has the headers of a form")
    missing = sorted(NEEDED - set(found.columns))
    if missing:
        return form.refused(f"columns missing: {missing}")
    _read_rows(form, formulas[found.title], values[found.title], found)
    _read_signature(form, values)
    form.content = tuple(
        (code, key, plain(cell.value if cell.value is not None else ""))
        for code, rows in sorted(form.rows.items()) for row in rows for key, cell in row.items()
        if key not in ("rate", "indicator") and cell.formula is None
    )
    return form


def _read_stamp(form: Form, book: Workbook) -> None:
    sheet = next((s for s in book if str(s.cell(1, 1).value or "").strip() == "huizong"), None)
    # `huizong.cells` is no part of the stamp: it tells a form that somebody filled from one that was only sent out.
    told = {
        p.name: str(p.value or "")
        for p in properties(book).props
        if p.name.startswith("huizong.") and p.name != "huizong.cells"
    }
    stamp: dict[str, str] = {}
    layout: dict[int, str] = {}
    for row in sheet.iter_rows(min_row=2, max_col=2) if sheet else ():
        key = str(row[0].value or "")
        stamp[key] = str(row[1].value if row[1].value is not None else "")
        if match := re.fullmatch(r"layout\.(\d+)", key):
            layout[int(match[1])] = stamp[key]
    if any(stamp.get(key, "") != value for key, value in told.items() if sheet):
        form.refused("the stamp's two copies differ")
        return
    stamp = stamp or told  # a form whose hidden sheet is gone still says what it is
    form.unit = stamp.get("huizong.unit")
    form.period = stamp.get("huizong.period", "")
    form.plan = stamp.get("huizong.plan", "")
    form.parent = stamp.get("huizong.parent", "")
    if not (form.unit and form.period and form.plan):
        _read_heading(form, book)
    if not sheet or form.refusal:
        return
    try:
        issued = json.loads("".join(layout[n] for n in sorted(layout)))
    except ValueError:
        form.refused("the stamp's layout cannot be read")
        return
    if (issued.get("unit"), issued.get("period"), issued.get("plan")) != (form.unit, form.period, form.plan):
        form.refused("the stamp contradicts its layout")
        return
    form.layout = [row["code"] for row in issued["rows"]]
    form.printed = {row["code"]: row["previous"] for row in issued["rows"] if row.get("previous") is not None}


def _read_heading(form: Form, book: Workbook) -> None:
    """A form without any stamp says in its heading whose it is, and the last day of its period."""
    for sheet in book:
        for row in sheet.iter_rows(max_row=10):
            for cell in row:
                text = plain(cell.value or "").replace(" ", "")
                if match := re.fullmatch(r"填报单位(?:\(盖章\))?:(.+)", text):
                    form.heading = match[1]
                elif match := re.fullmatch(r"截至(\d{4})年(\d{1,2})月\d{1,2}日", text):
                    form.period = f"{match[1]}-{int(match[2]):02d}"
    if not (form.heading and form.period):
        form.refused("no stamp, and no heading that says whose form it is")


def header_word(value: object) -> str:
    """A header's words without blanks, line breaks and what stands in brackets."""
    text = unicodedata.normalize("NFKC", plain(value or ""))
    return re.sub(r"\s+", "", re.sub(r"\([^)]*\)", "", text))


def _columns(sheet: Worksheet, row: int) -> dict[str, int]:
    """Column of each header in a row: by its very words, else by the one header that only adds to them."""
    words = {c: header_word(sheet.cell(row, c).value) for c in range(1, min(sheet.max_column, 100) + 1)}
    columns: dict[str, int] = {}
    for key, header in HEADERS.items():
        same = [column for column, word in words.items() if word == header]
        longer = [column for column, word in words.items() if word.startswith(header)]
        if same or len(longer) == 1:
            columns[key] = (same or longer)[0]
    return columns


def form_sheet(book: Workbook) -> Table | None:
    """The table of the sheet that has most of the headers; 填报表 where two have as many."""
    best: tuple[tuple[int, bool], Table] | None = None
    for sheet in book:
        if sheet.title == STAMP_SHEET:
            continue
        for row in range(1, min(sheet.max_row, DEEPEST_HEADER) + 1):
            columns = _columns(sheet, row)
            if len(columns) >= 5:
                rank = (len(columns), sheet.title == "填报表")
                if best is None or rank > best[0]:
                    best = (rank, Table(sheet.title, row, columns))
    return best[1] if best else None


def table_of(book: Workbook) -> Table:
    """The table of a workbook that is known to be a form."""
    table = form_sheet(book)
    if table is None:
        raise LookupError("no sheet has the headers of a form")
    return table


def _cells(
    sheet: Worksheet, values: Worksheet, row: int, columns: Mapping[str, int], tops: Mapping[tuple[int, int], tuple[int, int]]
) -> Row:
    found: Row = {}
    for key, column in columns.items():
        cell = sheet.cell(row, column)
        if isinstance(cell, MergedCell):
            top = tops.get((row, column))
            first = _cell(sheet.cell(*top), values.cell(*top)) if top else None
            found[key] = Cell(covered=True, first=first, where=cell.coordinate)
        else:
            found[key] = _cell(cell, values.cell(row, column))
    return found


def _cell(cell: SheetCell | MergedCell, cached: SheetCell | MergedCell) -> Cell:
    is_formula = cell.data_type == "f"
    return Cell(
        value=cached.value,
        formula=str(getattr(cell.value, "text", cell.value)) if is_formula else None,
        number_format=cell.number_format,
        where=cell.coordinate,
    )


def _read_rows(form: Form, sheet: Worksheet, values: Worksheet, table: Table) -> None:
    tops: dict[tuple[int, int], tuple[int, int]] = {}
    for area in sheet.merged_cells.ranges:
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                if (row, column) != (area.min_row, area.min_col):
                    tops[row, column] = (area.min_row, area.min_col)
    known = set(form.layout)
    for row in range(table.header + 1, min(sheet.max_row, table.header + 5000) + 1):
        cells = _cells(sheet, values, row, table.columns, tops)
        code = plain(cells["code"].value or "") if "code" in cells else ""
        if code in known or (not known and CODE.fullmatch(code)):
            form.rows.setdefault(code, []).append(cells)
        elif not code:
            form.nameless.append(cells)


def place_nameless(form: Form, plan: Plan) -> None:
    """Rows whose code is gone are found by the indicator's name, where no row has its code."""
    codes = form.layout or list(plan.by_code)
    names = {plain(plan.by_code[code].name): code for code in codes if code in plan.by_code}
    for cells in form.nameless:
        code = names.get(plain(cells["indicator"].value or ""))
        if code and code not in form.rows:
            form.rows[code] = [cells]


def _read_signature(form: Form, book: Workbook) -> None:
    for sheet in book:
        for row in sheet.iter_rows(max_col=2, max_row=60):
            label = header_word(row[0].value)
            if label in SIGNATURES and label not in form.signature and len(row) > 1:
                form.signature[label] = row[1].value
