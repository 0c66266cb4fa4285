"""Edits of one cell."""

import copy
import datetime
from decimal import Decimal
from typing import Any

from oracle.clerk import days, formats, numbers
from oracle.clerk.desk import Desk, Edit
from oracle.clerk.written import Maker, Mode, Written
from oracle.filling.by_lot import Entry

NUMBERS: dict[str, Maker] = {
    "text: full width": numbers.full_width,
    "text: with unit": numbers.with_unit,
    "text: counter of the same kind": numbers.same_counter,
    "text: thousands": numbers.thousands,
    "text: number as text": numbers.as_text,
    "text: blanks around": numbers.between_blanks,
    "text: affirmed": numbers.affirmed,
    "text: multiples and family": numbers.multiple,
    "text: Chinese number": numbers.chinese_number,
    "format: same number": numbers.same_number,
    "number: floating noise": numbers.floating_noise,
    "text: 无 of nothing": numbers.nothing_done,
    "text: about": numbers.about,
    "text: sign": numbers.negative,
    "text: denied": numbers.denied,
    "text: planned": numbers.planned,
    "text: reference": numbers.referred,
    "text: idiom": numbers.idiom,
    "text: range": numbers.bounded,
    "text: remark beside": numbers.remarked,
    "text: badly grouped": numbers.badly_grouped,
    "text: 1.780": numbers.two_points,
    "text: 一百二": numbers.spoken,
    "text: letters": numbers.letters,
    "text: foreign unit": numbers.foreign_unit,
    "number: half a household": numbers.broken_thing,
    "text: no figure": numbers.no_figure,
    "text: dash": numbers.dash,
    "text: blank": numbers.blank,
    "text: 无 of what was": numbers.nil_of_due,
    "text: not in the contract": numbers.loosely,
    "format: scaled": formats.scaled_format,
    "format: day": formats.day_format,
    "format: no day": formats.no_day_format,
    "format: percent of a count": formats.percent_of_count,
    "format: hides or adds": formats.hiding_format,
    "runs: struck or raised": formats.marked_runs,
    "runs: colour alone": formats.plain_runs,
    "cell: struck out": formats.struck,
    "rate: read": formats.rate_read,
    "rate: unread": formats.rate_unread,
}
DAYS = {"day: one reading": days.day_read, "day: none": days.day_unread, "day: doubtful": days.day_doubtful}
CELL_KINDS = [*NUMBERS, *DAYS]


def write_cell(desk: Desk, name: str, wants_strict: bool) -> Edit | None:
    """Writes one of the texts into a cell; None if its reading is not of the kind that is wanted."""
    if name in DAYS:
        return _write_day(desk, name, wants_strict)
    entries = desk.free_numbers()
    desk.lot.shuffle(entries)
    for entry in entries:
        value = entry.number
        if name == "text: thousands" and value < 1000 and not entry.is_listed and entry.unit == "户":
            value = (entry.previous or Decimal(0)) + desk.lot.randint(1000, 4000)
        written = NUMBERS[name](entry, value, desk.lot)
        if written is not None and (written.mode in (Mode.ONE, Mode.ASKED)) == wants_strict:
            return _put(desk, name, entry, written)
    return None


def _write_day(desk: Desk, name: str, wants_strict: bool) -> Edit | None:
    found = [e for e in desk.form.entries.values() if e.kind in ("milestone", "recurring") and e.code not in desk.touched]
    if not found:
        return None
    entry = desk.lot.choice(found)
    day = entry.value if isinstance(entry.value, datetime.date) else datetime.date(2024, 7, desk.lot.randint(1, 31))
    written = DAYS[name](entry, day, desk.lot)
    if (written.mode is Mode.ONE) != wants_strict:
        return None
    if isinstance(entry.known, datetime.date) and written.mode is Mode.MAY:
        written.asked = True
    return _put(desk, name, entry, written)


def _put(desk: Desk, name: str, entry: Entry, written: Written) -> Edit:
    cell = desk.form.entry(entry.code)
    cell.value = written.value
    if written.format:
        cell.number_format = written.format
    elif isinstance(written.value, str) and isinstance(entry.value, datetime.date):
        cell.number_format = desk.lot.choice(("General", "@", cell.number_format))
    if written.quoted:
        cell.quotePrefix = True
    if written.struck:
        font: Any = copy.copy(cell.font)
        font.strike = True
        cell.font = font
    if isinstance(written.value, str) and written.value.startswith("=") and not written.value[1:2].isdigit():
        cell.data_type = "f"
    if written.explained:
        desk.form.at(entry.code, "核实说明").value = "上月误报，本月据实核减。"
    desk.touched.add(entry.code)
    values = tuple(entry.counted(value) for value in written.values)
    note = f"{cell.coordinate} {entry.name} {written.shown}"
    return Edit(name, note, written.mode, {desk.key(entry.code): values}, [cell], asked=written.asked)
