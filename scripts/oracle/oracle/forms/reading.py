"""Reads one submitted form through openpyxl: columns by header text, rows by code, merged cells, the stamp."""

import hashlib
import json
import re
import unicodedata
import warnings
import zipfile
from dataclasses import dataclass, field

import openpyxl
from openpyxl.cell.cell import MergedCell

from oracle.forms.entries import plain

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
    value: object = None
    formula: str | None = None
    number_format: str = "General"
    covered: bool = False  # lies under a merged cell, and is not its first
    first: "Cell | None" = None  # of a covered cell: the one it lies under
    where: str = ""


@dataclass
class Form:
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
    content: tuple = ()  # all that was read, for telling equal content under another name
    printed: dict = field(default_factory=dict)  # 上期累计 as the form was issued with, by code
    layout: list = field(default_factory=list)  # codes the form was issued with
    rows: dict = field(default_factory=dict)  # code -> list of {column: Cell}
    nameless: list = field(default_factory=list)  # rows without a code
    signature: dict = field(default_factory=dict)

    def refused(self, why):
        self.refusal = self.refusal or why
        return self


def read_form(path, name):
    with open(path, "rb") as file:
        content = file.read()
    form = Form(str(path), name, hashlib.sha256(content).hexdigest())
    if not content.startswith(b"PK"):
        return form.refused("not an xlsx file")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            values = openpyxl.load_workbook(path, data_only=True)
            formulas = openpyxl.load_workbook(path)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, IndexError, TypeError, AttributeError) as error:
        return form.refused(f"openpyxl cannot open it: {error}")
    _read_stamp(form, formulas)
    if form.refusal:
        return form
    form.stamped = True
    found = form_sheet(formulas)
    if not found:
        return form.refused("no sheet has the headers of a form")
    title, header_row, columns = found
    missing = sorted(NEEDED - set(columns))
    if missing:
        return form.refused(f"columns missing: {missing}")
    _read_rows(form, formulas[title], values[title], header_row, columns)
    _read_signature(form, values)
    form.content = tuple(
        (code, key, plain(cell.value if cell.value is not None else ""))
        for code, rows in sorted(form.rows.items()) for row in rows for key, cell in row.items()
        if key not in ("rate", "indicator") and cell.formula is None
    )
    return form


def _read_stamp(form, book):
    sheet = next((s for s in book if str(s.cell(1, 1).value or "").strip() == "huizong"), None)
    # `huizong.cells` is no part of the stamp: it tells a form that somebody filled from one that was only sent out.
    properties = {
        p.name: str(p.value or "")
        for p in book.custom_doc_props.props
        if p.name.startswith("huizong.") and p.name != "huizong.cells"
    }
    stamp, layout = {}, {}
    for row in sheet.iter_rows(min_row=2, max_col=2) if sheet else ():
        key = str(row[0].value or "")
        stamp[key] = str(row[1].value if row[1].value is not None else "")
        if match := re.fullmatch(r"layout\.(\d+)", key):
            layout[int(match[1])] = stamp[key]
    if any(stamp.get(key, "") != value for key, value in properties.items() if sheet):
        form.refused("the stamp's two copies differ")
        return
    stamp = stamp or properties  # a form whose hidden sheet is gone still says what it is
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


def _read_heading(form, book):
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


def header_word(value):
    """A header's words without blanks, line breaks and what stands in brackets."""
    text = unicodedata.normalize("NFKC", plain(value or ""))
    return re.sub(r"\s+", "", re.sub(r"\([^)]*\)", "", text))


def _columns(sheet, row):
    """Column of each header in a row: by its very words, else by the one header that only adds to them."""
    words = {c: header_word(sheet.cell(row, c).value) for c in range(1, min(sheet.max_column, 100) + 1)}
    columns = {}
    for key, header in HEADERS.items():
        same = [column for column, word in words.items() if word == header]
        longer = [column for column, word in words.items() if word.startswith(header)]
        if same or len(longer) == 1:
            columns[key] = (same or longer)[0]
    return columns


def form_sheet(book):
    """(sheet, header row, columns) of the sheet that has most of the headers; 填报表 where two have as many."""
    best = None
    for sheet in book:
        if sheet.title == STAMP_SHEET:
            continue
        for row in range(1, min(sheet.max_row, DEEPEST_HEADER) + 1):
            columns = _columns(sheet, row)
            if len(columns) >= 5:
                rank = (len(columns), sheet.title == "填报表")
                if best is None or rank > best[0]:
                    best = (rank, (sheet.title, row, columns))
    return best[1] if best else None


def _cells(sheet, values, row, columns, tops):
    found = {}
    for key, column in columns.items():
        cell = sheet.cell(row, column)
        if isinstance(cell, MergedCell):
            top = tops.get((row, column))
            first = _cell(sheet.cell(*top), values.cell(*top)) if top else None
            found[key] = Cell(covered=True, first=first, where=cell.coordinate)
        else:
            found[key] = _cell(cell, values.cell(row, column))
    return found


def _cell(cell, cached):
    is_formula = cell.data_type == "f"
    return Cell(
        value=cached.value,
        formula=str(getattr(cell.value, "text", cell.value)) if is_formula else None,
        number_format=cell.number_format,
        where=cell.coordinate,
    )


def _read_rows(form, sheet, values, header_row, columns):
    tops = {}
    for area in sheet.merged_cells.ranges:
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                if (row, column) != (area.min_row, area.min_col):
                    tops[row, column] = (area.min_row, area.min_col)
    known, nameless = set(form.layout), []
    for row in range(header_row + 1, min(sheet.max_row, header_row + 5000) + 1):
        cells = _cells(sheet, values, row, columns, tops)
        code = plain(cells["code"].value or "") if "code" in cells else ""
        if code in known or (not known and CODE.fullmatch(code)):
            form.rows.setdefault(code, []).append(cells)
        elif not code:
            nameless.append(cells)
    form.nameless = nameless


def place_nameless(form, plan):
    """Rows whose code is gone are found by the indicator's name, where no row has its code."""
    codes = form.layout or list(plan.by_code)
    names = {plain(plan.by_code[code].name): code for code in codes if code in plan.by_code}
    for cells in form.nameless:
        code = names.get(plain(cells["indicator"].value or ""))
        if code and code not in form.rows:
            form.rows[code] = [cells]


def _read_signature(form, book):
    for sheet in book:
        for row in sheet.iter_rows(max_col=2, max_row=60):
            label = header_word(row[0].value)
            if label in SIGNATURES and label not in form.signature and len(row) > 1:
                form.signature[label] = row[1].value
