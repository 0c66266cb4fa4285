"""What stands in a cell, and how a number is written."""

import datetime
import random
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from openpyxl.cell.rich_text import CellRichText

from oracle.filling.by_lot import Entry, Value

# What may be written into a cell.
Writable = str | int | float | Decimal | datetime.date | CellRichText | None


class Mode(Enum):
    """What has to come of an edit."""

    ONE = "one reading"  # it counts, and it is this figure
    ASKED = "counts, and is asked about"
    MAY = "counts rightly, or is sent back"  # the contract leaves it open, or names no such case
    NONE = "does not count"  # and the clerk is told


@dataclass
class Written:
    """What stands in the cell: a value, perhaps with a number format, and the values that may be taken from it."""

    value: Writable
    mode: Mode
    values: tuple[Value, ...] = ()
    format: str | None = None
    quoted: bool = False
    struck: bool = False
    explained: bool = False  # a reason is written into 核实说明
    asked: bool = False  # if it counts, there has to be a finding

    @property
    def shown(self) -> str:
        """The value as it is told, runs with their marks."""
        runs = self.value if isinstance(self.value, CellRichText) else [repr(self.value)]
        text = "".join(run if isinstance(run, str)
            else f"[{run.text} {run.font.vertAlign or ('struck' if run.font.strike else 'coloured')}]" for run in runs)
        return text + (f" under {self.format}" if self.format else "")


Maker = Callable[[Entry, Decimal, random.Random], Written | None]
WHOLE_UNITS = ("户", "个", "家", "份", "具")
FULL = str.maketrans("0123456789.,%-", "０１２３４５６７８９．，％－")
DIGITS = "零一二三四五六七八九"
INVISIBLE = (" ", "　", "\u00a0", "\u200b", "\ufeff", "\t", "\n", "  ")


def digits(value: Decimal) -> str:
    """As a person types it: 31, 52.6."""
    return f"{value.normalize():f}"


def grouped(value: Decimal, mark: str = ",") -> str:
    return f"{value.normalize():,f}".replace(",", mark)


def is_whole(item: Entry) -> bool:
    return item.decimals == 0 and item.unit in WHOLE_UNITS
