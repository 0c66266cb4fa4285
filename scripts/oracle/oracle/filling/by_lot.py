"""Fills a form validly, drawn by lot: figures that do not fall, days inside the period, words; and knows what counts then."""

import datetime
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from openpyxl.workbook import Workbook

from oracle.filling.by_openpyxl import plain
from oracle.filling.issued import SHEET, SIGNING, Form
from oracle.plan.periods import Month
from oracle.plan.plan import Indicator, Plan
from oracle.workbooks.opening import opened

HEADS = {"flow": "本期完成", "recurring": "本期完成", "words": "进展情况"}
FAMILY_NAMES = ("丘某", "江某", "吴某", "刘某某", "李某", "蔡某某")
PROGRESS = ("按计划推进，本月有进展。", "已召开推进会，各镇同步开展。", "工作有序，资料已归档。", "进度正常，正在收尾。")
PROBLEMS = ("个别镇进度偏慢。", "资料收集不够及时。")
MEASURES = ("下月加强督促，按期完成。", "逐镇跟进，月底前补齐。")
UNDER_WAY = "推进中"
# A figure, a day or a word.
Value = Decimal | datetime.date | str
# Known of earlier months, by code: the last figure, day or word that counted.
Known = Mapping[str, object]


@dataclass
class Entry:
    """One item of a form: what was entered for it, and what counts for it."""

    code: str
    name: str
    kind: str  # cumulative | flow | level | milestone | recurring | words
    head: str  # of the column that the unit fills in
    unit: str  # of measure
    value: Value
    previous: Decimal | None
    known: object  # what counted in the months before
    goal: Decimal | None
    decimals: int
    is_listed: bool

    @property
    def is_number(self) -> bool:
        return self.kind in ("cumulative", "flow", "level")

    @property
    def number(self) -> Decimal:
        """The value of an item whose values are numbers."""
        return number_of(self.value)

    def counted(self, value: Value) -> Value:
        """What counts if this value is entered: a number as a Decimal, a day as its ISO text, or a word."""
        if self.kind == "flow":
            return (self.previous or Decimal(0)) + number_of(value)
        if self.kind == "recurring":
            return (self.previous or Decimal(0)) + (1 if isinstance(value, datetime.date) else 0)
        return value.isoformat() if isinstance(value, datetime.date) else value


@dataclass
class Filled:
    """A form that was filled in: the workbook, and its entries by code."""

    form: Form
    unit: str
    name: str
    month: Month
    book: Workbook
    entries: dict[str, Entry] = field(default_factory=dict)


def number_of(value: Value) -> Decimal:
    if not isinstance(value, Decimal):
        raise TypeError(f"{value!r} is no number")
    return value


def rounded(value: float, decimals: int) -> Decimal:
    return Decimal(str(round(value, decimals))).quantize(Decimal(1).scaleb(-decimals))


class Filler:
    """Fills the forms of one month. `distinct`: figures of a form differ from one another wherever they can."""

    def __init__(self, plan: Plan, month: Month, rng: random.Random, *, distinct: bool = False) -> None:
        self.plan, self.month, self.rng, self.distinct = plan, month, rng, distinct

    def fill(self, form: Form, known: Known) -> Filled:
        """Fills a form so that it is valid; `known` is what counted in the months before."""
        book = opened(form.path)
        filled = Filled(form, form.unit, self.plan.unit(form.unit).name, self.month, book)
        for indicator in self._in_order(form):
            filled.entries[indicator.code] = self._entry(filled, indicator, known.get(indicator.code))
        for code, entry in filled.entries.items():
            self._write(filled, code, entry)
        self._review(filled)
        self._sign(filled)
        return filled

    def _in_order(self, form: Form) -> list[Indicator]:
        """The parts of a ratio in the order in which they bound each other: numerators last."""
        numerators = {i.numerator for i in self.plan.indicators if i.is_ratio}
        indicators = [self.plan.by_code[code] for code in form.rows]
        return sorted(indicators, key=lambda i: i.code in numerators)

    def _entry(self, filled: Filled, indicator: Indicator, known: object) -> Entry:
        form, kind = filled.form, indicator.entry
        entry = Entry(
            code=indicator.code, name=indicator.name, kind=kind, head=HEADS.get(kind, "累计完成"), unit=indicator.unit,
            value="", previous=self._previous(filled, indicator, known), known=known,
            goal=Decimal(str(form.share(indicator.code))) if form.share(indicator.code) is not None else None,
            decimals=self._decimals(indicator.code), is_listed=indicator.code in form.lists)
        if kind == "words":
            entry.value = self.rng.choice(PROGRESS)
        elif kind == "milestone":
            entry.value = self._milestone(known)
        elif kind == "recurring":
            entry.value = self._day() if self.rng.random() < 0.8 else "未开展"
        elif entry.is_listed:
            entry.value = (entry.previous or Decimal(0)) + self._list(filled, indicator.code)
        else:
            entry.value = self._number(filled, entry)
        return entry

    def _decimals(self, code: str) -> int:
        raw = next(i for task in self.plan.raw["tasks"] for i in task["indicators"] if i["code"] == code)
        return int(raw.get("decimals", 0))

    def _previous(self, filled: Filled, indicator: Indicator, known: object) -> Decimal | None:
        """上期累计 as printed, or as the unit enters it where the cell is open."""
        if indicator.entry in ("words", "milestone"):
            return None
        sheet, form = filled.book[SHEET], filled.form
        cell = sheet[form.cell(indicator.code, "上期累计")]
        if form.is_open(indicator.code, "上期累计"):
            value = known if isinstance(known, Decimal) else self._opening(filled, indicator)
            cell.value = plain(value)
            return value
        return Decimal(str(cell.value)) if isinstance(cell.value, (int, float)) else None

    def _opening(self, filled: Filled, indicator: Indicator) -> Decimal:
        """What was done before the first form: a part of what is due."""
        if indicator.entry == "recurring":
            return Decimal(self.rng.randint(0, 3))
        goal = filled.form.share(indicator.code) or 40
        return rounded(self.rng.uniform(0, goal * 0.3), self._decimals(indicator.code))

    def _day(self) -> datetime.date:
        return self.month.first_day.replace(day=self.rng.randint(1, self.month.last_day.day))

    def _milestone(self, known: object) -> Value:
        if isinstance(known, datetime.date):
            return known
        if self.rng.random() < 0.4:
            return self._day()
        return UNDER_WAY if known == UNDER_WAY or self.rng.random() < 0.7 else "未启动"

    def _list(self, filled: Filled, code: str) -> Decimal:
        """Says of each printed object, and of some new ones, how it stands; returns how many were done."""
        table, done = filled.form.lists[code], 0
        sheet = filled.book[table.sheet]
        new = self.rng.randint(0, min(3, len(table.rows) - len(table.objects)))
        for index in range(len(table.objects) + new):
            if index >= len(table.objects):
                sheet[table.cell(index, "对象")].value = f"{self.month}新增对象{index + 1}"
            is_done = self.rng.random() < 0.3
            sheet[table.cell(index, "本期状态")].value = "已办结" if is_done else UNDER_WAY
            if is_done:
                done += 1
                sheet[table.cell(index, "办结日期")].value = self._day()
        return Decimal(done)

    def _number(self, filled: Filled, entry: Entry) -> Decimal:
        low, high = self._bounds(filled, entry)
        used = set(self._printed(filled)) | {e.value for e in filled.entries.values()}
        value = low
        for _ in range(60):
            value = rounded(self.rng.uniform(float(low), float(high)), entry.decimals)
            if not self.distinct or (value not in used and value not in (entry.previous, entry.goal)):
                break
        return min(max(value, low), high)

    def _printed(self, filled: Filled) -> list[Decimal]:
        sheet, form = filled.book[SHEET], filled.form
        cells = [sheet[form.cell(code, head)].value for code in form.rows for head in ("全市目标值", "本单位分解数", "上期累计")]
        return [Decimal(str(value)) for value in cells if isinstance(value, (int, float))]

    def _bounds(self, filled: Filled, entry: Entry) -> tuple[Decimal, Decimal]:
        """The least and the greatest figure that is valid."""
        step = Decimal(1).scaleb(-entry.decimals)
        before = entry.previous or Decimal(0)
        if entry.kind == "flow":
            low, high = step, max(step * 30, (entry.goal or Decimal(100)) / 12)
        elif entry.unit == "%":
            low, high = Decimal(40), Decimal(99)
        elif entry.kind == "level":
            low, high = before or Decimal(50), (before or Decimal(50)) * Decimal("1.3") + 3
        else:
            share = entry.goal or before
            low, high = before, before + max(Decimal(40 if self.distinct else 3), share / 6)
        if entry.goal and entry.kind == "level" and entry.unit != "%":
            low = high = entry.goal
        for ratio in self.plan.indicators:
            numerator, denominator = ratio.parts or (None, None)
            if numerator == entry.code and (other := filled.entries.get(denominator or "")):
                high = max(min(high, other.number), before if entry.kind == "cumulative" else step)
                low = min(low, high)
            if denominator == entry.code and numerator in filled.form.rows and not entry.goal:
                # A whole is as large as its parts may still become.
                low, high = low + 40, high + 60
        return low.quantize(step), high.quantize(step)

    def _write(self, filled: Filled, code: str, entry: Entry) -> None:
        sheet, form = filled.book[SHEET], filled.form
        if entry.kind != "words":
            cell = sheet[form.cell(code, entry.head)]
            own = cell.number_format
            cell.value = plain(entry.value) if isinstance(entry.value, Decimal) else entry.value
            cell.number_format = own
        for head, words in (("进展情况", PROGRESS), ("存在问题", PROBLEMS), ("下一步措施", MEASURES)):
            if form.is_open(code, head):
                text = entry.value if entry.kind == "words" and head == "进展情况" else self.rng.choice(words)
                sheet[form.cell(code, head)].value = text

    def _review(self, filled: Filled) -> None:
        review = filled.form.review
        if review is None:
            return
        for task in review.tasks:
            filled.book[review.sheet][review.cell(task, "本条线进展")].value = self.rng.choice(PROGRESS)

    def _sign(self, filled: Filled) -> None:
        names = self.rng.sample(FAMILY_NAMES, 2)
        values = {
            "填报人": names[0], "审核人": names[1], "联系电话": "0660-3360011",
            "填报日期": self.month.shifted(1).first_day.replace(day=3),
        }
        for label, value in values.items():
            cell = filled.book[SIGNING][filled.form.signing[label]]
            own = cell.number_format
            cell.value = value
            cell.number_format = own
