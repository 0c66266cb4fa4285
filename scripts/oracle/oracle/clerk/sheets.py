"""Sheets that are renamed, copied, hidden, or of another month or unit; and what contradicts the months before."""

import datetime

from openpyxl.worksheet.worksheet import Worksheet

from oracle.clerk.desk import Counting, Desk, Edit, Figure, Place, loose, one, strict
from oracle.clerk.form import copy_into
from oracle.clerk.written import Mode
from oracle.filling.by_lot import Entry
from oracle.filling.by_openpyxl import plain
from oracle.workbooks.opening import properties


def _twin(desk: Desk, title: str) -> Worksheet:
    made = desk.form.book.copy_worksheet(desk.form.sheet)
    made.title = title
    made.sheet_state = "visible"
    return made


def _place_beside(desk: Desk, sheet: Worksheet, in_front: bool) -> None:
    book = desk.form.book
    here = book.index(desk.form.sheet)
    book.move_sheet(sheet, here + (0 if in_front else 1) - book.index(sheet))


def _other_figures(desk: Desk, sheet: Worksheet, count: int | None = None) -> Counting:
    """Changes figures of a copied sheet, upwards where they may rise; what counts if the copy does."""
    entries = desk.form.numbers()
    values: dict[Figure, tuple[object, ...]] = {}
    for entry in desk.lot.sample(entries, min(count or len(entries), len(entries))):
        value = entry.number + desk.lot.randint(1, 9)
        if entry.unit == "%" and value > 100:
            # The copy is valid too, but for its difference.
            value -= 10
        sheet[desk.form.entry(entry.code).coordinate].value = plain(value)
        values[desk.key(entry.code)] = (entry.counted(value),)
    return values


@strict("sheets: renamed")
def _(desk: Desk) -> Edit:
    desk.form.sheet.title = desk.lot.choice(("7月", "Sheet1", "填报表 (2)", "2024年7月", "报表", "新建表", desk.form.unit_name[:20]))
    return one("sheets: renamed", desk.form.sheet.title)


@strict("sheets: in another order")
def _(desk: Desk) -> Edit:
    desk.form.book.move_sheet(desk.form.sheet, desk.lot.choice((-1, 2, 1)))
    return one("sheets: in another order", str(desk.form.book.sheetnames))


@strict("sheets: one of something else")
def _(desk: Desk) -> Edit:
    made = desk.form.book.create_sheet(desk.lot.choice(("通讯录", "Sheet2", "备注", "台账")), desk.lot.choice((0, None)))
    for row in (("姓名", "电话", "数量"), ("张某", "0660-3360011", 31), ("李某", "0660-3360012", 45)):
        made.append(row)
    return one("sheets: one of something else", made.title)


@strict("sheets: the helpers deleted")
def _(desk: Desk) -> Edit:
    gone = [title for title in ("填表说明", "自检") if title in desk.form.book.sheetnames and desk.lot.random() < 0.8]
    for title in gone:
        del desk.form.book[title]
    return one("sheets: the helpers deleted", str(gone))


@loose("sheets: copied, the same")
def _(desk: Desk) -> Edit:
    made = _twin(desk, desk.lot.choice(("填报表 (2)", "填报表（备份）", "Sheet1", "7月")))
    _place_beside(desk, made, desk.lot.random() < 0.5)
    return Edit("sheets: copied, the same", made.title, Mode.MAY, {}, [made, desk.form.sheet])


@loose("sheets: copied, other figures")
def _(desk: Desk) -> Edit | None:
    if not desk.form.numbers():
        return None
    made = _twin(desk, desk.lot.choice(("填报表 (2)", "填报表（修改）", "Sheet1", "最终版")))
    _other_figures(desk, made, desk.lot.choice((1, 2, None)))
    _place_beside(desk, made, desk.lot.random() < 0.5)
    both: list[Place] = [made, desk.form.sheet]
    return Edit("sheets: copied, other figures", made.title, Mode.NONE, desk.all_of(None, lambda entry: ()), both,
        [[made], [desk.form.sheet]])


@strict("sheets: a hidden copy, other figures")
def _(desk: Desk) -> Edit | None:
    if not desk.form.numbers():
        return None
    made = _twin(desk, desk.lot.choice(("填报表 (2)", "底稿", "Sheet1")))
    _other_figures(desk, made)
    _place_beside(desk, made, desk.lot.random() < 0.5)
    made.sheet_state = desk.lot.choice(("hidden", "hidden", "veryHidden"))
    return one("sheets: a hidden copy, other figures", f"{made.title} {made.sheet_state}")


@strict("sheets: the original hidden behind its copy")
def _(desk: Desk) -> Edit | None:
    # What was written on the original before would have to be asked about on the copy.
    if not desk.form.numbers() or desk.touched:
        return None
    made = _twin(desk, desk.lot.choice(("填报表 (2)", "7月", "Sheet1")))
    values = _other_figures(desk, made)
    _place_beside(desk, made, desk.lot.random() < 0.5)
    desk.form.sheet.sheet_state = "hidden"
    desk.touched.update(code for _, code in values)
    return Edit("sheets: the original hidden behind its copy", made.title, Mode.ONE, values, [made, desk.form.sheet])


@loose("sheets: a blank original beside its filled copy")
def _(desk: Desk) -> Edit | None:
    made = _twin(desk, desk.lot.choice(("填报表 (2)", "Sheet1", "已填")))
    _place_beside(desk, made, desk.lot.random() < 0.5)
    for entry in desk.form.entries.values():
        desk.form.entry(entry.code).value = None
        for head in ("进展情况", "存在问题", "下一步措施"):
            desk.form.at(entry.code, head).value = None
    return Edit("sheets: a blank original beside its filled copy", made.title, Mode.MAY, {}, [made], asked=True)


def _of_june(desk: Desk, sheet: Worksheet) -> None:
    """Turns a copy into the sheet of June: its heads, and the figures of then."""
    cell = sheet[desk.form.title_cell("截至").coordinate]
    cell.value = cell.value.replace("7月31日", "6月30日")
    cell = sheet[desk.form.title_cell("（7月）").coordinate]
    cell.value = cell.value.replace("（7月）", "（6月）")
    for entry in desk.form.entries.values():
        cell = sheet[desk.form.entry(entry.code).coordinate]
        if entry.is_number:
            cell.value = plain(entry.previous - 1 if entry.previous and entry.kind != "flow" and entry.previous > 1
                else entry.number + 1)
        elif entry.kind == "milestone":
            cell.value = "未启动"
        elif entry.kind == "recurring":
            cell.value = datetime.date(2024, 6, 20)


@strict("sheets: June's beside")
def _(desk: Desk) -> Edit | None:
    made = _twin(desk, "6月")
    _of_june(desk, made)
    _place_beside(desk, made, desk.lot.random() < 0.7)
    if desk.lot.random() < 0.6:
        desk.form.sheet.title = desk.lot.choice(("7月", "Sheet1"))
        made.title = desk.lot.choice(("填报表", "6月", "2024年6月"))
    return one("sheets: June's beside", str([sheet.title for sheet in (desk.form.sheet, made)]))


@loose("sheets: dated to June")
def _(desk: Desk) -> Edit:
    cells = [desk.form.title_cell("截至"), desk.form.title_cell("（7月）")]
    _of = desk.lot.choice((cells[:1], cells))
    for cell in _of:
        cell.value = str(cell.value).replace("7月31日", "6月30日").replace("（7月）", "（6月）")
    places: list[Place] = [*cells, desk.form.sheet, "6月"]
    return Edit("sheets: dated to June", str(len(_of)), Mode.NONE, desk.all_of(None, lambda entry: ()), places)


@loose("sheets: headed with another unit")
def _(desk: Desk) -> Edit:
    other = desk.lot.choice(desk.others)
    cell = desk.form.title_cell("填报单位")
    cell.value = str(cell.value).replace(desk.form.unit_name, other.name)
    places: list[Place] = [cell, desk.form.sheet, other.name]
    edit = Edit("sheets: headed with another unit", other.name, Mode.NONE, desk.all_of(None, lambda entry: ()), places)
    edit.others = {(other.name, entry.code): () for entry in other.entries.values()}
    return edit


@loose("sheets: another unit's beside")
def _(desk: Desk) -> Edit:
    other = desk.lot.choice(desk.others)
    made = copy_into(desk.form.book, other.book["填报表"], desk.lot.choice((other.name[:20], "填报表 (2)", "Sheet1", "填报表（2）")))
    _place_beside(desk, made, desk.lot.random() < 0.5)
    edit = Edit("sheets: another unit's beside", f"{other.name} as {made.title}", Mode.MAY, {}, [made], [])
    edit.others = {
        (other.name, entry.code): (entry.counted(entry.value),) for entry in other.entries.values()
        if entry.kind != "words"}
    return edit


@loose("sheets: the stamp deleted")
def _(desk: Desk) -> Edit:
    stamp = next(sheet for sheet in desk.form.book if sheet["A1"].value == "huizong")
    del desk.form.book[stamp.title]
    properties(desk.form.book).props.clear()
    return Edit("sheets: the stamp deleted", "", Mode.MAY, {}, [desk.form.sheet, "标识"])


# What was known before.


def _reached(desk: Desk) -> list[tuple[Entry, datetime.date]]:
    """The milestones that were reached in an earlier month, with the day."""
    return [
        (e, e.known) for e in desk.form.entries.values() if e.kind == "milestone" and isinstance(e.known, datetime.date)]


@loose("milestone: undone")
def _(desk: Desk) -> Edit | None:
    found = _reached(desk)
    if not found:
        return None
    entry, known = desk.lot.choice(found)
    cell = desk.form.entry(entry.code)
    cell.value = desk.lot.choice(("推进中", "未启动"))
    desk.touched.add(entry.code)
    return Edit("milestone: undone", cell.coordinate, Mode.MAY,
        {desk.key(entry.code): (cell.value, known.isoformat())}, [cell], asked=True)


@loose("milestone: another day")
def _(desk: Desk) -> Edit | None:
    found = _reached(desk)
    if not found:
        return None
    entry, known = desk.lot.choice(found)
    cell = desk.form.entry(entry.code)
    day = known + datetime.timedelta(days=desk.lot.randint(1, 20))
    cell.value = day
    cell.number_format = "yyyy-mm-dd"
    desk.touched.add(entry.code)
    return Edit("milestone: another day", cell.coordinate, Mode.MAY,
        {desk.key(entry.code): (day.isoformat(), known.isoformat())}, [cell], asked=True)
