"""Number formats, runs and marks that change what is seen, and percentages."""

import random
from decimal import Decimal
from typing import Literal

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles.colors import Color

from oracle.clerk.written import DIGITS, FULL, Mode, Written, digits
from oracle.filling.by_lot import Entry
from oracle.filling.by_openpyxl import plain


def scaled_format(item: Entry, value: Decimal, lot: random.Random) -> Written | None:
    """A number under a format that shows another one."""
    if not value:
        return None
    formats = ["#,##0,", "0!.0,", "0.0,", "#,##0,,", '0.00"亿元"', "0\\.0,", '0"百"']
    if item.unit != "万元":
        formats += ['0"万"', f'0"万{item.unit}"']
    else:
        formats += ['0"元"', '#,##0.00"元"', '0.00,"亿元"', '0"美元"']
    return Written(plain(value), Mode.NONE, format=lot.choice(formats))


DAYS = ("yyyy-mm-dd", 'm"月"d"日"', "h:mm", 'yyyy"年"m"月"d"日"', "mmm-yy", "m/d/yy", "yyyy/m/d;@", "[$-804]aaaa", "d-mmm")
# 9999-12-31.
LAST_DAY = 2_958_465


def day_format(item: Entry, value: Decimal, lot: random.Random) -> Written:
    """A number under a format of days."""
    return Written(plain(value), Mode.NONE, format=lot.choice(DAYS))


def no_day_format(item: Entry, value: Decimal, lot: random.Random) -> Written:
    """A number that no day has, under a format of days: programs show ####."""
    number = lot.choice((-value - 1, LAST_DAY + 1 + value, LAST_DAY * 10 + value))
    return Written(plain(number), Mode.NONE, format=lot.choice(DAYS))


def percent_of_count(item: Entry, value: Decimal, lot: random.Random) -> Written | None:
    """A percentage where things are counted."""
    if item.unit == "%":
        return None
    text = digits(value)
    return lot.choice((
        Written(plain(value), Mode.NONE, format="0%"), Written(float(value) / 100, Mode.NONE, format="0.00%"),
        Written(f"{text}%", Mode.NONE),
        Written(f"{text}％", Mode.NONE), Written("六成五", Mode.NONE), Written("约八成", Mode.NONE),
        Written(plain(value), Mode.NONE, format="0.0%")))


def hiding_format(item: Entry, value: Decimal, lot: random.Random) -> Written:
    """A number under a format that hides it or adds something to it."""
    return Written(plain(value), Mode.MAY, (value,), format=lot.choice((
        ";;;", '0.0"%"', '"约"0', '"计划"0', '0"?"', '"-"0', "(0)", "0;0", '0"（估）"', "0*-", '"第"0"批"', '"4"0')))


def _run(text: str, *, strike: bool = False, align: Literal["superscript", "subscript"] | None = None) -> TextBlock:
    return TextBlock(InlineFont(strike=strike or None, vertAlign=align), text)


def marked_runs(item: Entry, value: Decimal, lot: random.Random) -> Written:
    """A part of the text is struck out, or raised or lowered: 4̶5, 8¹, 360²."""
    text, more = digits(value), str(lot.randint(1, 9))
    return Written(lot.choice((
        CellRichText(_run(more, strike=True), text), CellRichText(text, _run(more, strike=True)),
        CellRichText(text, _run(more, align="superscript")),
        CellRichText(text, _run(more, align="subscript")), CellRichText(_run(text, strike=True), " ", str(int(value) + 2)),
        CellRichText(_run(more, align="superscript"), text), CellRichText(text, _run("①", align="superscript")),
        CellRichText(text + item.unit, _run("[" + more + "]", align="superscript")))), Mode.NONE)


def plain_runs(item: Entry, value: Decimal, lot: random.Random) -> Written:
    """Runs that differ in colour or weight alone."""
    text = digits(value) + item.unit
    cut = lot.randint(1, len(text) - 1) if len(text) > 1 else 1
    bold = TextBlock(InlineFont(b=True, color=Color("FFFF0000")), text[cut:])
    return Written(CellRichText(text[:cut], bold) if text[cut:] else text, Mode.ONE, (value,))


def struck(item: Entry, value: Decimal, lot: random.Random) -> Written:
    """The whole cell is struck out."""
    return Written(plain(value), Mode.MAY, (value,), struck=True)


# Per cent.


def rate_read(item: Entry, value: Decimal, lot: random.Random) -> Written | None:
    """A percentage in one of the writings that have one reading."""
    if item.unit != "%":
        return None
    text, tens = digits(value), lot.randint(5, 9)
    ones = lot.randint(1, 9)
    return lot.choice((
        Written(f"{text}%", Mode.ONE, (value,)), Written(f"{text}％".translate(FULL), Mode.ONE, (value,)),
        Written(float(value / 100), Mode.ONE, (value,), format="0.0%"),
        Written(f"{DIGITS[tens]}成{DIGITS[ones]}", Mode.ONE, (Decimal(10 * tens + ones),)),
        Written(f"{text} %", Mode.ONE, (value,)), Written(f"{tens}成", Mode.ONE, (Decimal(10 * tens),)),
        Written(plain(value), Mode.ONE, (value,), format='0.0"%"'),
        Written(f"约{tens}成", Mode.ASKED, (Decimal(10 * tens),)), Written(f"约{text}%", Mode.ASKED, (value,))))


def rate_unread(item: Entry, value: Decimal, lot: random.Random) -> Written | None:
    """A percentage that may be meant otherwise."""
    if item.unit != "%":
        return None
    text = digits(value)
    return lot.choice((
        Written(float(value / 100), Mode.NONE, format=lot.choice(("General", "0.00", "0.0"))),
        Written(digits(value / 100), Mode.NONE), Written("0.65", Mode.NONE),
        Written(plain(value), Mode.MAY, (value * 100,), format="0%"), Written("百分之六十五", Mode.MAY, (Decimal(65),)),
        Written(f"{text}‰", Mode.MAY, (value / 10,)),
        Written(f"{text}个百分点", Mode.MAY, (value,)), Written("未达65%", Mode.NONE), Written("六七成", Mode.NONE),
        Written("1", Mode.MAY, (Decimal(1),)), Written(1, Mode.MAY, (Decimal(1),))))
