"""Rows that are sorted, inserted, copied, hidden or deleted."""

from decimal import Decimal

from oracle.clerk.desk import Desk, Edit, loose, one, rows_of, strict
from oracle.clerk.form import AnyCell
from oracle.clerk.written import Mode
from oracle.filling.by_lot import Entry
from oracle.filling.by_openpyxl import plain


@strict("rows: sorted with their codes")
def _(desk: Desk) -> Edit:
    rows = rows_of(desk)
    shuffled = rows[:]
    desk.lot.shuffle(shuffled)
    desk.form.move_rows(dict(zip(rows, shuffled)))
    return one("rows: sorted with their codes", str(shuffled))


def _permuted(desk: Desk, count: int | None = None) -> dict[int, int] | None:
    """Some rows in another order, none of them where it was."""
    rows = rows_of(desk)
    if count:
        rows = desk.lot.sample([desk.form.rows[e.code] for e in desk.form.numbers()], min(count, len(desk.form.numbers())))
    if len(rows) < 2:
        return None
    shift = desk.lot.randint(1, len(rows) - 1)
    order = rows[:]
    desk.lot.shuffle(order)
    return dict(zip(order, order[shift:] + order[:shift]))


@strict("rows: sorted without the code column")
def _(desk: Desk) -> Edit | None:
    places = _permuted(desk, desk.lot.choice((None, None, 2, 3)))
    if places is None:
        return None
    form = desk.form
    form.move_rows(places, set(range(1, max(desk.table_columns()) + 1)) - {form.columns["编码"]})
    moved = [code for code, row in form.rows.items() if row in places]
    cells = [form.sheet.cell(row, column) for row in places for column in desk.table_columns()]
    figures = {desk.key(e.code): (e.counted(e.value),) for e in form.entries.values() if e.code in moved
        and e.kind != "words" and e.code not in desk.touched}
    return Edit("rows: sorted without the code column", str(places), Mode.ASKED, figures, [*cells, form.sheet])


@loose("rows: the names alone sorted")
def _(desk: Desk) -> Edit | None:
    """Codes, units, targets and figures stay: the names are in the wrong rows."""
    places = _permuted(desk, desk.lot.choice((2, 2, 3)))
    if places is None:
        return None
    form = desk.form
    columns = {form.columns["指标"]} | ({form.columns["工作任务"]} if desk.lot.random() < 0.5 else set())
    names = {(row, column): form.sheet.cell(row, column).value for row in places for column in columns}
    for (row, column), text in names.items():
        form.sheet.cell(places[row], column).value = text
    cells = [form.sheet.cell(row, column) for row in places for column in desk.table_columns()]
    return Edit("rows: the names alone sorted", str(places), Mode.MAY, {}, cells, asked=True)


@loose("rows: two codes exchanged")
def _(desk: Desk) -> Edit | None:
    places = _permuted(desk, 2)
    if places is None:
        return None
    form = desk.form
    codes = {row: form.sheet.cell(row, form.columns["编码"]).value for row in places}
    for row, code in codes.items():
        form.sheet.cell(places[row], form.columns["编码"]).value = code
    cells = [form.sheet.cell(row, column) for row in places for column in desk.table_columns()]
    return Edit("rows: two codes exchanged", str(places), Mode.MAY, {}, cells, asked=True)


def _copied_row(desk: Desk, code: str, at: int) -> list[AnyCell]:
    form = desk.form
    form.insert_rows(at)
    cells: list[AnyCell] = []
    for column in desk.table_columns():
        source = form.sheet.cell(form.rows[code], column)
        if source.data_type != "f" and source.value is not None:
            cells.append(form.sheet.cell(at, column, source.value))
            cells[-1].number_format = source.number_format
    return cells


@loose("rows: one twice, other figures")
def _(desk: Desk) -> Edit | None:
    entry = desk.number()
    if entry is None:
        return None
    form = desk.form
    at = desk.lot.choice((form.rows[entry.code] + 1, form.last + 1, form.first))
    cells = _copied_row(desk, entry.code, at)
    form.sheet.cell(at, form.columns[entry.head]).value = plain(desk.other_figure(entry))
    has_code = desk.lot.random() < 0.5
    if not has_code:
        form.sheet.cell(at, form.columns["编码"]).value = None
    mode, values = (Mode.NONE, ()) if has_code else (Mode.MAY, (entry.counted(entry.value),))
    desk.touched.add(entry.code)
    return Edit(
        "rows: one twice, other figures", f"row {at}, {'with' if has_code else 'without'} code", mode,
        {desk.key(entry.code): values},
        [*desk.row(form.rows[entry.code]), *desk.row(at), entry.name], [] if has_code else [cells])


@loose("rows: one twice, the same")
def _(desk: Desk) -> Edit | None:
    entry = desk.number()
    if entry is None:
        return None
    cells = _copied_row(desk, entry.code, desk.form.rows[entry.code] + 1)
    return Edit("rows: one twice, the same", entry.code, Mode.MAY, {},
        [*desk.row(desk.form.rows[entry.code]), *cells, entry.name])


@strict("rows: the head repeated")
def _(desk: Desk) -> Edit | None:
    rows = rows_of(desk)
    if len(rows) < 3:
        return None
    at = desk.lot.choice(rows[1:])
    heads = {column: desk.form.sheet.cell(desk.form.header, column).value for column in desk.table_columns()}
    desk.form.insert_rows(at)
    for column, head in heads.items():
        desk.form.sheet.cell(at, column, head)
    return one("rows: the head repeated", f"row {at}")


@loose("rows: an older table pasted below")
def _(desk: Desk) -> Edit | None:
    if not desk.form.numbers():
        return None
    form = desk.form
    pasted: list[AnyCell] = []
    below = max(row for row, _ in form.sheet._cells) + desk.lot.randint(2, 4)
    has_head, has_codes = desk.lot.random() < 0.6, desk.lot.random() < 0.5
    for offset, row in enumerate([form.header, *rows_of(desk)] if has_head else rows_of(desk)):
        for head in ("编码", "指标", "计量单位", "累计完成", "本期完成", "进展情况"):
            source = form.sheet.cell(row, form.columns[head])
            if source.data_type != "f" and source.value is not None and (has_codes or head != "编码"):
                value = source.value - 1 if isinstance(source.value, (int, float)) else source.value
                form.sheet.cell(below + offset, source.column, value)
        pasted += desk.row(below + offset)
    note = f"from row {below}" + (", with its head" if has_head else "") + (", with codes" if has_codes else "")
    return Edit("rows: an older table pasted below", note, Mode.MAY, {}, pasted, [pasted])


@loose("rows: one deleted")
def _(desk: Desk) -> Edit | None:
    entry = desk.number()
    if entry is None or len(desk.form.rows) < 2:
        return None
    gone = desk.form.rows[entry.code]
    last = max(row for row, _ in desk.form.sheet._cells)
    desk.form.move_rows({gone: None} | {row: row - 1 for row in range(gone + 1, last + 1)})
    desk.touched.add(entry.code)
    return Edit("rows: one deleted", f"row {gone}", Mode.NONE, {desk.key(entry.code): ()}, [entry.code, entry.name])


@strict("rows: blank ones inserted")
def _(desk: Desk) -> Edit:
    at = desk.lot.randint(desk.form.first, desk.form.last)
    at = desk.lot.choice((at, at, desk.form.header, 1))
    desk.form.insert_rows(at, desk.lot.randint(1, 3))
    return one("rows: blank ones inserted", f"at {at}")


def _row_of_words(desk: Desk, name: str, entry: Entry, at: int) -> list[AnyCell]:
    form = desk.form
    form.insert_rows(at)
    cells: list[AnyCell] = [form.sheet.cell(at, form.columns["指标"], name), form.sheet.cell(at, form.columns["计量单位"], entry.unit)]
    cells.append(form.sheet.cell(at, form.columns[entry.head], plain(desk.other_figure(entry))))
    return cells


@strict("rows: one of an own task")
def _(desk: Desk) -> Edit | None:
    entry = desk.number()
    if entry is None:
        return None
    name = desk.lot.choice(("养老服务站消防改造", "县自加任务", "困难群众走访", "其他工作"))
    cells = _row_of_words(desk, name, entry, desk.lot.randint(desk.form.first + 1, desk.form.last + 1))
    return one("rows: one of an own task", name, [cells])


@strict("rows: one of which")
def _(desk: Desk) -> Edit | None:
    entry = desk.number()
    if entry is None:
        return None
    name = desk.lot.choice(("其中：农村", "其中：本月", "其中:市本级", "  其中：新增"))
    cells = _row_of_words(desk, name, entry, desk.form.rows[entry.code] + 1)
    return one("rows: one of which", name, [cells])


@strict("rows: a total")
def _(desk: Desk) -> Edit | None:
    entry = desk.number()
    if entry is None:
        return None
    form = desk.form
    at = desk.lot.choice((form.last + 1, form.first))
    form.insert_rows(at)
    name = desk.lot.choice(("合计", "小计", "总计", "全市合计"))
    form.sheet.cell(at, form.columns[desk.lot.choice(("指标", "工作任务"))], name)
    form.sheet.cell(at, form.columns[entry.head], plain(sum((e.number for e in form.numbers() if e.head == entry.head), Decimal(0))))
    return one("rows: a total", f"{name} in row {at}")


@strict("rows: one hidden")
def _(desk: Desk) -> Edit | None:
    entry = desk.number()
    if entry is None:
        return None
    row = desk.form.rows[entry.code]
    desk.form.sheet.row_dimensions[row].hidden = True
    said = [[desk.form.entry(entry.code), *(desk.form.sheet.cell(row, c) for c in desk.table_columns()), f"第{row}行"]]
    return one("rows: one hidden", f"row {row}", said)


@loose("rows: a code cleared")
def _(desk: Desk) -> Edit | None:
    entry = desk.number()
    if entry is None:
        return None
    cell = desk.form.at(entry.code, "编码")
    cell.value = desk.lot.choice((None, entry.code.replace("-", "."), entry.code[:-1], entry.code + " "))
    return Edit("rows: a code cleared", f"{cell.coordinate} {cell.value!r}", Mode.MAY, {},
        [cell, desk.form.entry(entry.code), entry.name])
