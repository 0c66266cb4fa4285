"""A unit's year: what it enters each month, from figures/UNIT.toml.

A table for each indicator:

  before     the cumulative figure up to March, which April's form asks for
  entry      what is entered in April, May, June: a number, a day, 推进中; one value alone stands for each month
  progress, problems, measures, explanation
             进展情况 and so on, likewise. {now} is the cumulative figure, {add} the month's own, {left} what is still
             to do, so that sentences and figures agree as they do where a clerk copies last month's and changes numbers

a table `line` with one for each task that the unit leads and counties report on (条线复核):

  progress, problems, measures
             how the task stands in the whole city, in April, May, June

and a table `signing` with preparer, reviewer, phone.
"""

import datetime
import tomllib
from decimal import Decimal

from oracle.filling.issued import SHEET, SIGNING

WORDS = {"进展情况": "progress", "存在问题": "problems", "下一步措施": "measures", "核实说明": "explanation"}
LINE_WORDS = {"本条线进展": "progress", "本条线问题": "problems", "本条线措施": "measures"}
FIRST_MONTH = 4


class UnitYear:
    def __init__(self, path):
        self.path = path
        self.tables = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)

    def steps(self, form, month):
        """Every entry of the form, row by row."""
        index = int(month[-2:]) - FIRST_MONTH
        rows = [step for code in form.rows for step in self._row(form, code, index)]
        lists = [step for table in form.lists.values() for step in self._list(form, table, index, month)]
        return rows + lists + list(self._line(form.review, index))

    def _row(self, form, code, index):
        if code not in self.tables:
            raise KeyError(f"{self.path.name}: nothing about {code}")
        table = self.tables[code]
        now, add = self._sums(form, code, index)
        if form.is_open(code, "上期累计"):
            yield enter(form.cell(code, "上期累计"), now - add)
        for column in ("本期完成", "累计完成"):
            if form.is_open(code, column):
                yield enter(form.cell(code, column), of_month(table["entry"], index))
        share = form.share(code)
        numbers = {"now": now, "add": add, "left": None if share is None or now is None else Decimal(str(share)) - now}
        for column, key in WORDS.items():
            text = of_month(table.get(key, ""), index)
            if text:
                yield enter(form.cell(code, column), text.format(**numbers))

    def _list(self, form, table, index, month):
        """The list agrees with the figure: so many of its objects were done this month, on one day after another.

        Its objects are numbered; those done before the first form are not on it. A figure that fell takes none back.
        """
        now, add = self._sums(form, table.code, index)
        share = int(form.share(table.code) or now)
        objects = table.objects or [f"（示例）对象{number:02}" for number in range(int(now - add) + 1, share + 1)]
        for place, name in enumerate(objects):
            if not table.objects:
                yield enter(table.cell(place, "对象"), name, sheet=table.sheet)
            done = place < add
            state = "已办结" if done else "推进中" if place < add + 5 else "未启动"
            yield enter(table.cell(place, "本期状态"), state, sheet=table.sheet)
            if done:
                day = datetime.date(int(month[:4]), int(month[-2:]), min(10 + 3 * place, 28))
                yield enter(table.cell(place, "办结日期"), day, sheet=table.sheet)

    def _line(self, review, index):
        for task in review.tasks if review else []:
            table = self.tables["line"][task]
            for column, key in LINE_WORDS.items():
                text = of_month(table.get(key, ""), index)
                if text:
                    yield enter(review.cell(task, column), text, sheet=review.sheet)

    def _sums(self, form, code, index):
        """The cumulative figure at the month's end and the month's own; None for what has no figures."""
        table = self.tables[code]
        entries = table.get("entry")
        if entries is None:
            return None, None
        entries = [of_month(entries, month) for month in range(index + 1)]
        if "before" not in table and not form.is_open(code, "上期累计"):
            # A state: how things stand, without a before.
            return entries[-1], None
        before = table.get("before", 0)
        if form.is_open(code, "累计完成"):
            sums = [before, *entries]
        else:
            sums = [before + sum(map(contribution, entries[:count])) for count in range(index + 2)]
        return sums[-1], sums[-1] - sums[-2]

    def signing_steps(self, form, day):
        signing = self.tables["signing"]
        values = {
            "填报人": signing["preparer"], "审核人": signing["reviewer"], "联系电话": signing["phone"], "填报日期": day,
        }
        return [enter(form.signing[label], value, sheet=SIGNING) for label, value in values.items()]


def contribution(entry):
    """What a month adds: its figure, or one for the day of a recurring duty."""
    if isinstance(entry, datetime.date):
        return 1
    return 0 if isinstance(entry, str) else entry


def of_month(value, index):
    return value[index] if isinstance(value, list) else value


def enter(cell, value, sheet=SHEET):
    """The step that enters a value as its kind asks: text, number or day."""
    if isinstance(value, datetime.date):
        return {"do": "day", "sheet": sheet, "cell": cell, "value": value.isoformat()}
    if isinstance(value, str):
        return {"do": "text", "sheet": sheet, "cell": cell, "value": value}
    if value is None:
        raise ValueError(f"{sheet}!{cell}: no value")
    return {"do": "number", "sheet": sheet, "cell": cell, "value": str(value)}
