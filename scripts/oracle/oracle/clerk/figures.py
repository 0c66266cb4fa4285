"""Figures in another place, figures over what is printed, and merged cells."""

from oracle.clerk.desk import Desk, Edit, loose, one, rows_of, strict
from oracle.clerk.form import AnyCell
from oracle.clerk.written import Mode
from oracle.filling.by_lot import Entry
from oracle.filling.by_openpyxl import plain


@loose("figure: in another column")
def _(desk: Desk) -> Edit | None:
    entry = desk.number()
    if entry is None:
        return None
    heads = ["本期完成", "累计完成", "完成率(%)", "上期累计", "进展情况", "存在问题", "核实说明", "本单位分解数", "序时进度(%)", "全市目标值", "自检"]
    head = desk.lot.choice([h for h in heads if h != entry.head])
    source, target = desk.form.entry(entry.code), desk.form.at(entry.code, head)
    if _is_there(target, entry) or head == "上期累计" and _is_open(target):
        return None
    source.value, target.value = None, plain(entry.number)
    return _moved_figure(desk, entry, "figure: in another column", head, target)


def _is_open(target: AnyCell) -> bool:
    """True if the form has no earlier figure printed there, and leaves it to the unit: a figure may stand there."""
    return target.value in (None, "—")


def _is_there(target: AnyCell, entry: Entry) -> bool:
    """True if the form has the same figure printed there: then nothing was moved."""
    return str(target.value) == str(plain(entry.number))


def _moved_figure(desk: Desk, entry: Entry, name: str, note: str, target: AnyCell) -> Edit:
    desk.touched.add(entry.code)
    return Edit(name, f"{note} {target.coordinate}", Mode.NONE, {desk.key(entry.code): ()},
        [desk.form.entry(entry.code), target], [[target]])


@loose("figure: in the numbering row")
def _(desk: Desk) -> Edit | None:
    entry = desk.number()
    if entry is None:
        return None
    target = desk.form.sheet.cell(desk.form.numbering, desk.form.columns[entry.head])
    if _is_there(target, entry):
        return None
    desk.form.entry(entry.code).value, target.value = None, plain(entry.number)
    return _moved_figure(desk, entry, "figure: in the numbering row", "", target)


@strict("figure: another one in the numbering row")
def _(desk: Desk) -> Edit | None:
    entry = desk.number()
    if entry is None:
        return None
    target = desk.form.sheet.cell(desk.form.numbering, desk.form.columns[entry.head])
    target.value = plain(desk.other_figure(entry) + 20)
    return one("figure: another one in the numbering row", f"{target.coordinate} {target.value}", [[target]])


@loose("figure: below the table")
def _(desk: Desk) -> Edit | None:
    entry = desk.number()
    if entry is None:
        return None
    row = max(row for row, _ in desk.form.sheet._cells) + desk.lot.randint(1, 3)
    target = desk.form.sheet.cell(row, desk.form.columns[entry.head], plain(entry.number))
    desk.form.entry(entry.code).value = None
    return _moved_figure(desk, entry, "figure: below the table", "", target)


@strict("figure: a note below the table")
def _(desk: Desk) -> Edit | None:
    entry = desk.number()
    if entry is None:
        return None
    row = max(row for row, _ in desk.form.sheet._cells) + desk.lot.randint(1, 3)
    text = desk.lot.choice(("注：{}实为{}{}", "更正：{}应为{}{}。", "说明：{}含上年结转，实际{}{}")).format(
        entry.name, plain(desk.other_figure(entry)), entry.unit)
    target = desk.form.sheet.cell(row, desk.lot.choice((1, 2, desk.form.columns["指标"])), text)
    return one("figure: a note below the table", text, [[target]])


@loose("figure: beside the table")
def _(desk: Desk) -> Edit | None:
    entry = desk.number()
    if entry is None:
        return None
    target = desk.form.sheet.cell(desk.form.rows[entry.code], max(desk.table_columns()) + desk.lot.randint(1, 3),
        plain(entry.number))
    desk.form.entry(entry.code).value = None
    return _moved_figure(desk, entry, "figure: beside the table", "", target)


@strict("figure: another one beside the table")
def _(desk: Desk) -> Edit | None:
    entry = desk.number()
    if entry is None:
        return None
    target = desk.form.sheet.cell(desk.form.rows[entry.code], max(desk.table_columns()) + desk.lot.randint(1, 3))
    target.value = plain(desk.other_figure(entry))
    return one("figure: another one beside the table", f"{target.coordinate} {target.value}", [[target]])


@loose("figure: in a row of words")
def _(desk: Desk) -> Edit | None:
    entry = desk.number()
    rows = [e for e in desk.form.entries.values() if e.kind == "words"]
    if entry is None or not rows:
        return None
    target = desk.form.at(desk.lot.choice(rows).code, entry.head)
    if _is_there(target, entry):
        return None
    desk.form.entry(entry.code).value, target.value = None, plain(entry.number)
    return _moved_figure(desk, entry, "figure: in a row of words", "", target)


@strict("figure: the sum typed over its formula")
def _(desk: Desk) -> Edit | None:
    entry = desk.number("flow", "cumulative")
    if entry is None or entry.previous is None:
        return None
    head = "累计完成" if entry.kind == "flow" else "本期完成"
    right = entry.previous + entry.number if entry.kind == "flow" else entry.number - entry.previous
    cell = desk.form.at(entry.code, head)
    cell.value = plain(right)
    return one("figure: the sum typed over its formula", f"{cell.coordinate} {cell.value}")


@loose("figure: a wrong sum over its formula")
def _(desk: Desk) -> Edit | None:
    entry = desk.number("flow", "cumulative")
    if entry is None or entry.previous is None:
        return None
    head = "累计完成" if entry.kind == "flow" else "本期完成"
    cell = desk.form.at(entry.code, head)
    cell.value = plain(entry.previous + entry.number + desk.lot.randint(1, 9))
    desk.touched.add(entry.code)
    values = (entry.counted(entry.value),)
    return Edit(
        "figure: a wrong sum over its formula", f"{cell.coordinate} {cell.value}", Mode.MAY, {desk.key(entry.code): values},
        [cell, desk.form.entry(entry.code)], asked=True)


@strict("printed: another figure over it")
def _(desk: Desk) -> Edit | None:
    """What the form prints is known: what is typed over it is told, and does not count."""
    entry = desk.number()
    heads = [h for h in ("上期累计", "全市目标值", "本单位分解数") if entry
        and isinstance(desk.form.at(entry.code, h).value, (int, float))]
    if entry is None or not heads or entry.previous is None:
        return None
    cell = desk.form.at(entry.code, desk.lot.choice(heads))
    if not cell.protection.locked:
        return None
    printed = cell.value
    if not isinstance(printed, (int, float)):
        return None
    cell.value = printed * 10 + desk.lot.randint(1, 9) if desk.lot.random() < 0.5 else max(0, printed - 1)
    return one("printed: another figure over it", f"{cell.coordinate} {cell.value}", [[cell]])


# Merged cells.


def _neighbours(desk: Desk) -> tuple[Entry, Entry] | None:
    """Two figures of one column, one below the other."""
    found = [
        (a, b) for a in desk.free_numbers() for b in desk.free_numbers()
        if a.head == b.head and desk.form.rows[b.code] == desk.form.rows[a.code] + 1]
    return desk.lot.choice(found) if found else None


@loose("merged: two figures")
def _(desk: Desk) -> Edit | None:
    pair = _neighbours(desk)
    if pair is None:
        return None
    upper, lower = pair
    top, bottom = desk.form.entry(upper.code), desk.form.entry(lower.code)
    area = f"{top.coordinate}:{bottom.coordinate}"
    desk.form.sheet.merge_cells(area)
    desk.touched.update((upper.code, lower.code))
    figures = {desk.key(upper.code): (upper.counted(upper.value),), desk.key(lower.code): ()}
    return Edit("merged: two figures", area, Mode.MAY, figures, [top, desk.form.sheet[bottom.coordinate], area], asked=True)


@strict("merged: words")
def _(desk: Desk) -> Edit | None:
    rows = rows_of(desk)
    if len(rows) < 2:
        return None
    row = desk.lot.choice(rows[:-1])
    head = desk.lot.choice(("进展情况", "存在问题", "下一步措施"))
    column = desk.form.columns[head]
    desk.form.sheet.merge_cells(start_row=row, end_row=row + 1, start_column=column, end_column=column)
    return one("merged: words", f"{head} of rows {row} and {row + 1}")


@strict("merged: tasks and units")
def _(desk: Desk) -> Edit | None:
    head = desk.lot.choice(("工作任务", "计量单位"))
    column = desk.form.columns[head]
    rows = [row for row in rows_of(desk)[:-1] if desk.form.sheet.cell(row, column).value == desk.form.sheet.cell(row + 1,
        column).value]
    if not rows:
        return None
    row = desk.lot.choice(rows)
    desk.form.sheet.merge_cells(start_row=row, end_row=row + 1, start_column=column, end_column=column)
    return one("merged: tasks and units", f"{head} of rows {row} and {row + 1}")


@strict("merged: a figure with the cell on its right")
def _(desk: Desk) -> Edit | None:
    entry = desk.number()
    if entry is None:
        return None
    cell = desk.form.entry(entry.code)
    right = desk.form.sheet.cell(desk.form.rows[entry.code], desk.form.columns[entry.head] + 1)
    desk.form.sheet.merge_cells(f"{cell.coordinate}:{right.coordinate}")
    desk.touched.add(entry.code)
    return Edit(
        "merged: a figure with the cell on its right", cell.coordinate, Mode.ASKED,
        {desk.key(entry.code): (entry.counted(entry.value),)},
        [cell, desk.form.sheet[right.coordinate]])


@loose("merged: a figure into the cell on its left")
def _(desk: Desk) -> Edit | None:
    entry = desk.number()
    if entry is None:
        return None
    cell = desk.form.entry(entry.code)
    left = desk.form.sheet.cell(desk.form.rows[entry.code], desk.form.columns[entry.head] - 1)
    left.value = plain(entry.number)
    desk.form.sheet.merge_cells(f"{left.coordinate}:{cell.coordinate}")
    desk.touched.add(entry.code)
    covered = desk.form.sheet[cell.coordinate]
    return Edit("merged: a figure into the cell on its left", left.coordinate, Mode.NONE, {desk.key(entry.code): ()},
        [left, covered], [[left]])
