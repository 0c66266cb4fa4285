"""Units of measure that are changed in their column, in a head, or above the table."""

import random
from decimal import Decimal

from oracle.clerk.desk import Counting, Desk, Edit, Figure, loose, one, strict
from oracle.clerk.form import AnyCell
from oracle.clerk.written import Mode
from oracle.filling.by_lot import Entry
from oracle.filling.by_openpyxl import plain


def _scaled(entry: Entry, lot: random.Random) -> tuple[str, Decimal]:
    """Another unit of the family, and how many of it make one."""
    return lot.choice({"万元": (("元", Decimal(10_000)), ("亿元", Decimal("0.0001"))),
        "公里": (("米", Decimal(1000)), ("千米", Decimal(1)))}[entry.unit])


@strict("unit: changed with the figure")
def _(desk: Desk) -> Edit | None:
    entry = desk.money_or_length()
    if entry is None:
        return None
    unit, factor = _scaled(entry, desk.lot)
    cell, figure = desk.form.at(entry.code, "计量单位"), desk.form.entry(entry.code)
    cell.value, figure.value = unit, plain(entry.number * factor)
    figure.number_format = "General"
    desk.touched.add(entry.code)
    return Edit("unit: changed with the figure", f"{unit} {figure.value}", Mode.ONE,
        {desk.key(entry.code): (entry.counted(entry.value),)}, [cell, figure])


@loose("unit: changed, the figure left")
def _(desk: Desk) -> Edit | None:
    entry = desk.money_or_length()
    if entry is None:
        return None
    unit, factor = _scaled(entry, desk.lot)
    if factor == 1:
        return None
    cell = desk.form.at(entry.code, "计量单位")
    cell.value = unit
    desk.touched.add(entry.code)
    values = (entry.counted(entry.number / factor),)
    return Edit(
        "unit: changed, the figure left", unit, Mode.MAY, {desk.key(entry.code): values},
        [cell, desk.form.entry(entry.code)], asked=True)


@loose("unit: of another family")
def _(desk: Desk) -> Edit | None:
    entry = desk.number()
    if entry is None:
        return None
    unit = desk.lot.choice([u for u in ("人", "%", "华里", "美元", "亩", "吨", "元", "万美元", "平方米", "小时", "天") if u != entry.unit])
    if (unit == "元" and entry.unit in ("万元", "元/月")) or (unit == "人" and entry.unit in ("户", "具")):
        return None
    cell = desk.form.at(entry.code, "计量单位")
    cell.value = unit
    desk.touched.add(entry.code)
    return Edit("unit: of another family", f"{entry.unit} to {unit}", Mode.NONE, {desk.key(entry.code): ()},
        [cell, desk.form.entry(entry.code)])


@loose("unit: multiples")
def _(desk: Desk) -> Edit | None:
    entry = desk.number()
    if entry is None or entry.unit not in ("户", "个", "家", "份", "具") or entry.number < 20:
        return None
    name, factor = desk.lot.choice((("百", Decimal(100)), ("千", Decimal(1000)), ("万", Decimal(10_000))))
    cell, figure = desk.form.at(entry.code, "计量单位"), desk.form.entry(entry.code)
    cell.value, figure.value = name + entry.unit, plain(entry.number / factor)
    desk.touched.add(entry.code)
    return Edit("unit: multiples", f"{cell.value} {figure.value}", Mode.MAY,
        {desk.key(entry.code): (entry.counted(entry.value),)}, [cell, figure])


def _money(desk: Desk, unit: str) -> tuple[Counting, list[AnyCell]]:
    """Writes the figures of money in another unit; what counts for them, and their cells."""
    figures: dict[Figure, tuple[object, ...]] = {}
    cells: list[AnyCell] = []
    for entry in desk.free_numbers():
        if entry.unit == "万元":
            cell = desk.form.entry(entry.code)
            cell.value = plain(entry.number * {"元": Decimal(10_000), "万元": Decimal(1), "亿元": Decimal("0.0001"),
                "千元": Decimal(10)}[unit])
            cell.number_format = "General"
            figures[desk.key(entry.code)] = (entry.counted(entry.value),)
            cells.append(cell)
    return figures, cells


@loose("unit: in the head")
def _(desk: Desk) -> Edit | None:
    head, unit = desk.entry_head(), desk.lot.choice(("元", "亿元", "千元", "户", "%", "万元"))
    figures, cells = _money(desk, unit) if unit in ("元", "亿元", "千元", "万元") else ({}, [])
    cell = desk.form.head(head)
    cell.value = f"{head}（{unit}）"
    return Edit("unit: in the head", cell.value, Mode.MAY, figures, [cell, *cells, *desk.column(head)])


@loose("unit: note above the table")
def _(desk: Desk) -> Edit | None:
    unit = desk.lot.choice(("元", "亿元", "千元"))
    figures, cells = _money(desk, unit)
    cell = desk.form.title_cell("计量单位")
    cell.value = desk.lot.choice(("金额单位：{}", "单位：{}", "（金额单位：{}）", "计价单位：{}", "单位:{}")).format(unit)
    return Edit("unit: note above the table", cell.value, Mode.MAY, figures, [cell, *cells])


@strict("unit: note that says the same")
def _(desk: Desk) -> Edit | None:
    cell = desk.form.title_cell("计量单位")
    cell.value = "金额单位：万元"
    return one("unit: note that says the same", cell.value)
