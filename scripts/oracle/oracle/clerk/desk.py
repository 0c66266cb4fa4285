"""What the edits of a clerk work on, and what each says of itself.

A kind is a function of a `Desk`; it returns an `Edit`, or None where the form offers nothing to it (and then it has
changed nothing). Kinds that are `strict` leave one reading: every figure has to count.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from openpyxl.worksheet.worksheet import Worksheet

from oracle.clerk.form import AnyCell, ClerkForm
from oracle.clerk.written import Mode
from oracle.filling.by_lot import Entry, Filled
from oracle.filling.by_openpyxl import plain

# What a finding may name: a cell, a sheet, or words of its message.
Place = AnyCell | Worksheet | str
Figure = tuple[str, str]  # unit's name and code
# The values that may count for each of some figures; none where nothing may.
Counting = Mapping[Figure, tuple[object, ...]]
LAST = "2024年7月31日"


@dataclass
class Edit:
    """`figures`: what may count for the items that it touches; `said`: of each group one place has to be named."""

    kind: str
    note: str
    mode: Mode
    figures: Counting = field(default_factory=dict)
    places: Sequence[Place] = ()
    said: Sequence[Sequence[Place]] = ()
    asked: bool = False
    others: Counting = field(default_factory=dict)  # of another unit; need not count

    @property
    def is_strict(self) -> bool:
        return self.mode in (Mode.ONE, Mode.ASKED)


@dataclass
class Desk:
    """A form, the lot, and what has been touched already."""

    form: ClerkForm
    lot: random.Random
    others: list[Filled]  # forms of other units
    touched: set[str] = field(default_factory=set)

    def key(self, code: str) -> Figure:
        return self.form.unit_name, code

    def free_numbers(self, *kinds: str) -> list[Entry]:
        return [
            entry for entry in self.form.numbers()
            if entry.code not in self.touched and entry.code in self.form.rows and (not kinds or entry.kind in kinds)]

    def number(self, *kinds: str) -> Entry | None:
        found = self.free_numbers(*kinds)
        return self.lot.choice(found) if found else None

    def money_or_length(self) -> Entry | None:
        found = [entry for entry in self.free_numbers() if entry.unit in ("万元", "公里")]
        return self.lot.choice(found) if found else None

    def other_figure(self, entry: Entry) -> Decimal:
        """A figure that might stand there as well, and is another one."""
        step = Decimal(1).scaleb(-entry.decimals)
        return entry.number + step * self.lot.randint(1, 9) * (1 if entry.number < 10 or self.lot.random() < 0.5 else -1)

    def figures(self, head: str | None = None) -> dict[str, int | float]:
        """Other figures for a column of the form."""
        return {
            entry.code: plain(self.other_figure(entry)) for entry in self.form.numbers()
            if entry.code in self.form.rows and (head is None or entry.head == head)}

    def entry_head(self) -> str:
        """累计完成 or 本期完成, whichever figures are entered in, or days where there are no figures."""
        entries = self.form.numbers() or [entry for entry in self.form.entries.values() if entry.kind != "words"]
        return self.lot.choice(sorted({entry.head for entry in entries}) or ["累计完成"])

    def has_entries(self) -> bool:
        return any(entry.kind != "words" for entry in self.form.entries.values())

    def row(self, row: int) -> list[AnyCell]:
        return [self.form.sheet.cell(row, column) for column in self.table_columns()]

    def all_of(self, head: str | None, values: Callable[[Entry], tuple[object, ...]]) -> Counting:
        return {
            self.key(entry.code): values(entry) for entry in self.form.entries.values()
            if entry.kind != "words" and (head is None or entry.head == head)}

    def column(self, head: str) -> list[AnyCell]:
        """The head's cell, and the cells of the entries below it."""
        return [self.form.head(head), *(self.form.at(code, head) for code in self.form.rows)]

    def table_columns(self) -> list[int]:
        return sorted(self.form.columns.values())


Kind = Callable[[Desk], Edit | None]
STRICT: dict[str, Kind] = {}
LOOSE: dict[str, Kind] = {}


def strict(name: str) -> Callable[[Kind], Kind]:
    return lambda kind: STRICT.setdefault(name, kind)


def loose(name: str) -> Callable[[Kind], Kind]:
    return lambda kind: LOOSE.setdefault(name, kind)


def rows_of(desk: Desk) -> list[int]:
    return sorted(desk.form.rows.values())


def one(name: str, note: str, said: Sequence[Sequence[Place]] = ()) -> Edit:
    return Edit(name, note, Mode.ONE, said=said)
