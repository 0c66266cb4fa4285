"""Columns that are inserted, moved, hidden, deleted, or headed otherwise."""

from collections.abc import Mapping

from openpyxl.utils import get_column_letter

from oracle.clerk.desk import LAST, Desk, Edit, Place, loose, one, strict
from oracle.clerk.form import AnyCell
from oracle.clerk.written import Mode
from oracle.filling.by_openpyxl import plain


def _inserted(desk: Desk, head: str | None, values: Mapping[str, object], near: str | None = None) -> list[AnyCell]:
    if near:
        at = desk.form.columns[near] + desk.lot.randint(0, 1)
    else:
        at = desk.lot.randint(2, max(desk.table_columns()) + 1)
    return desk.form.insert_column(at, head, values)


@strict("columns: blank one inserted")
def _(desk: Desk) -> Edit:
    _inserted(desk, None, {})
    return one("columns: blank one inserted", "")


@strict("columns: one of words inserted")
def _(desk: Desk) -> Edit:
    head = desk.lot.choice(("备注", "责任人", "分管领导", "镇（街道）", "经办人"))
    words = {code: desk.lot.choice(("张某", "已核", "李某某", "见台账")) for code in desk.form.rows if desk.lot.random() < 0.6}
    _inserted(desk, head, words)
    return one("columns: one of words inserted", head)


@strict("columns: one of figures inserted")
def _(desk: Desk) -> Edit | None:
    if not desk.form.numbers():
        return None
    head = desk.lot.choice(("备注", "上年同期", "去年累计", "县自统数", "核对数", "同比", "台账数", "6月数"))
    cells = _inserted(desk, head, desk.figures(), desk.lot.choice((None, desk.entry_head())))
    return one("columns: one of figures inserted", head, [cells])


BRACKETS = ("（上月）", "（示例）", "（市本级）", "（去年同期）", "（农村）", "（2023年）", "（6月）", "（截至6月底）", "（上报数）", "(上期)", "【旧】", "（预计）")


@strict("columns: a bracketed twin inserted")
def _(desk: Desk) -> Edit | None:
    if not desk.form.numbers():
        return None
    head = desk.entry_head()
    twin = head + desk.lot.choice(BRACKETS)
    cells = _inserted(desk, twin, desk.figures(head), desk.lot.choice((None, head, head)))
    return one("columns: a bracketed twin inserted", twin, [cells])


@strict("columns: a bracketed twin without figures")
def _(desk: Desk) -> Edit:
    head = desk.entry_head()
    twin = head + desk.lot.choice(BRACKETS)
    _inserted(desk, twin, {}, desk.lot.choice((None, head)))
    return one("columns: a bracketed twin without figures", twin)


@strict("columns: head written otherwise")
def _(desk: Desk) -> Edit:
    head = desk.entry_head()
    text = desk.lot.choice((
        f"{head}（截至7月底）", f"{head}（截至{LAST}）", f"{head}(截至7月31日)", f"{head[:2]} {head[2:]}", f"{head[:2]}\n{head[2:]}",
        f"　{head} ",
        f"{head[0]}　{head[1]}　{head[2]}　{head[3]}", f"{head}\n（截至2024年7月）"))
    desk.form.head(head).value = text
    return one("columns: head written otherwise", repr(text))


@strict("columns: one moved")
def _(desk: Desk) -> Edit:
    columns = desk.table_columns()
    moved = desk.lot.choice([column for column in columns if column != desk.form.columns["编码"]])
    rest = [column for column in columns if column != moved]
    rest.insert(desk.lot.randint(1, len(rest)), moved)
    return _rearranged(desk, "columns: one moved", dict(zip(rest, columns)))


@strict("columns: in any order")
def _(desk: Desk) -> Edit:
    columns = desk.table_columns()
    shuffled = columns[1:]
    desk.lot.shuffle(shuffled)
    return _rearranged(desk, "columns: in any order", dict(zip(columns[1:], shuffled)))


def _rearranged(desk: Desk, name: str, places: dict[int, int]) -> Edit:
    """The table's own rows; what stands above and below it stays."""
    form = desk.form
    top, bottom = form.header, form.last
    if desk.lot.random() < 0.5:
        form.move_columns(places)
    else:
        form.rearrange(lambda row, column: (row, places.get(column, column)) if top <= row <= bottom else (row, column))
    return one(name, str({a: b for a, b in places.items() if a != b}))


@strict("columns: the entries' one hidden")
def _(desk: Desk) -> Edit | None:
    if not desk.has_entries():
        return None
    head = desk.entry_head()
    letter = desk.form.letter(head)
    said: list[list[Place]] = [[*desk.column(head), f"{letter}列"]]
    desk.form.move_columns({})  # Widths by single columns.
    desk.form.sheet.column_dimensions[letter].hidden = True
    return one("columns: the entries' one hidden", letter, said)


@strict("columns: another one hidden")
def _(desk: Desk) -> Edit:
    head = desk.lot.choice(("工作任务", "计量单位", "全市目标值", "序时进度(%)", "存在问题", "下一步措施"))
    desk.form.move_columns({})
    desk.form.sheet.column_dimensions[desk.form.letter(head)].hidden = True
    return one("columns: another one hidden", head)


@strict("columns: one deleted that is not needed")
def _(desk: Desk) -> Edit:
    head = desk.lot.choice(("编码", "序号", "工作任务", "自检", "序时进度(%)"))
    _delete(desk, head)
    return one("columns: one deleted that is not needed", head)


def _delete(desk: Desk, head: str) -> None:
    gone = desk.form.columns[head]
    last = max(column for _, column in desk.form.sheet._cells)
    desk.form.move_columns({gone: None} | {column: column - 1 for column in range(gone + 1, last + 1)})


@loose("columns: one deleted that is needed")
def _(desk: Desk) -> Edit:
    heads = ["计量单位", "上期累计", "全市目标值", "本单位分解数", "进展情况", "核实说明", "指标", "完成率(%)", "本期完成", "累计完成"]
    head = desk.lot.choice(heads)
    none = desk.all_of(head, lambda entry: ())
    places: list[Place] = [head, desk.form.sheet, desk.form.head("工作任务")]
    _delete(desk, head)
    mode = Mode.NONE if head in ("本期完成", "累计完成") and none else Mode.MAY
    return Edit("columns: one deleted that is needed", head, mode, none, places)


@loose("columns: head of another thing")
def _(desk: Desk) -> Edit | None:
    if not desk.has_entries():
        return None
    head = desk.entry_head()
    text = desk.lot.choice(("{}（上月）", "{}（截至6月底）", "{}（示例）", "{}（去年同期）", "上年{}", "{}（2023年）", "计划{}",
        "{}（截至2024年6月30日）")).format(head)
    cell = desk.form.head(head)
    cell.value = text
    return Edit("columns: head of another thing", text, Mode.NONE, desk.all_of(head, lambda entry: ()), [cell, text])


@loose("columns: head nearly the same")
def _(desk: Desk) -> Edit | None:
    head = desk.entry_head()
    text = desk.lot.choice(("{}数", "{}情况", "{}量", "{}（市本级）", "{}（1-7月）", "实际{}", "{}（个）", "{}（户）")).format(head)
    cell = desk.form.head(head)
    cell.value = text
    return Edit("columns: head nearly the same", text, Mode.MAY, {}, [cell, text])


@loose("columns: two of the same head")
def _(desk: Desk) -> Edit | None:
    if not desk.form.numbers():
        return None
    head = desk.entry_head()
    real = desk.column(head)
    cells = _inserted(desk, head, desk.figures(head), desk.lot.choice((None, head, head)))
    return Edit("columns: two of the same head", head, Mode.NONE, desk.all_of(head, lambda entry: ()), [*real, *cells],
        [real, cells])


@loose("columns: two of the same head and figures")
def _(desk: Desk) -> Edit | None:
    head = desk.entry_head()
    real = desk.column(head)
    same = {code: desk.form.at(code, head).value for code in desk.form.rows}
    if any(str(value).startswith("=") for value in same.values()):
        return None
    cells = _inserted(desk, head, same, head)
    return Edit("columns: two of the same head and figures", head, Mode.MAY, {}, [*real, *cells])


@loose("columns: a hidden twin")
def _(desk: Desk) -> Edit | None:
    if not desk.form.numbers():
        return None
    head = desk.entry_head()
    cells = _inserted(desk, head, desk.figures(head), head)
    desk.form.sheet.column_dimensions[get_column_letter(cells[0].column or 0)].hidden = True
    return Edit("columns: a hidden twin", head, Mode.MAY, {}, [*cells, *desk.column(head)], [cells])


@loose("columns: a visible twin of the hidden one")
def _(desk: Desk) -> Edit | None:
    if not desk.form.numbers():
        return None
    head = desk.entry_head()
    if any(entry.head == head and not entry.is_number for entry in desk.form.entries.values()):
        return None
    figures = {e.code: e.number + desk.lot.randint(1, 9) for e in desk.form.numbers() if e.head == head}
    real = desk.column(head)
    cells = _inserted(desk, head, {code: plain(value) for code, value in figures.items()}, head)
    desk.form.sheet.column_dimensions[desk.form.letter(head)].hidden = True
    values = {desk.key(code): (desk.form.entries[code].counted(value),) for code, value in figures.items()}
    return Edit("columns: a visible twin of the hidden one", head, Mode.MAY, values, [*real, *cells], asked=True)


@loose("columns: heads exchanged")
def _(desk: Desk) -> Edit | None:
    if not desk.has_entries():
        return None
    one_, other = desk.form.head("本期完成"), desk.form.head("累计完成")
    one_.value, other.value = other.value, one_.value
    places = [one_, other, *desk.column("累计完成"), *desk.column("本期完成")]
    return Edit("columns: heads exchanged", "", Mode.MAY, {}, places)
