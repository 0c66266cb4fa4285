"""Spoils cells of a summary, one of each kind on each sheet the oracle reads, and sees that the comparison names each.

Usage: scripts/oracle/run spoil-each SUMMARY.xlsx EXPECTED.json
The summary is opened once, and each cell has its own value again before the next is spoiled.
Exit codes: 0 each spoiled cell was the one difference; 1 one was not, or the summary differs before anything is spoiled.
"""

import datetime
from collections.abc import Iterator

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from oracle import arguments
from oracle.changes.corrupt import other_text
from oracle.findings import told
from oracle.summary.compare import differences_of
from oracle.summary.expected import Expected, read_expected
from oracle.summary.tables import Table, places_of, row_of
from oracle.workbooks.opening import opened


def cells_of(book: Workbook, expected: Expected) -> Iterator[str]:
    """Cells that must not be spoiled unnoticed, as `sheet!cell`."""
    counties = {unit: facts["short"] for unit, facts in expected["units"].items() if facts["isCounty"]}
    code, county = next(
        (indicator["code"], unit)
        for indicator in expected["indicators"] if indicator["isListed"] and indicator["gap"] not in (None, "0.0")
        for unit, figure in indicator["units"].items() if unit in counties and figure["state"] == "reported"
    )
    table = Table(book["指标汇总"], {"指标", "计量单位", "目标值", "进度状态"})
    for word in (counties[county], "目标值", "全市", "完成率", "序时进度", "差值", "灯", "进度状态"):
        yield table.where(row_of(table, code), word)
    table = Table(book["任务台账"], {"工作任务", "本期完成", "累计完成", "完成时限"})
    for word in ("本期完成", "累计完成", "完成率", "进度状态"):
        yield table.where(row_of(table, code), word)
    table = Table(book["报送情况"], {"单位", "报送状态", "应报日期", "采用文件"})
    facts = next(facts for facts in expected["units"].values() if facts["firstDate"] and facts["omitted"] == [])
    row = next(r for r in table.rows() if table.value(r, "单位") == facts["name"])
    for word in ("报送状态", "首次报送", "已报项数", "采用文件"):
        yield table.where(row, word)
    row, column = next((row, column) for word, row, column in places_of(book["总览"]) if word == "未达序时" and row < 20)
    for below in (1, 2):
        yield f"总览!{get_column_letter(column)}{row + below}"


def other(value: object) -> object:
    """Another value of the same kind."""
    if isinstance(value, bool) or value is None:
        raise LookupError(f"nothing to spoil in {value!r}")
    if isinstance(value, datetime.datetime):
        return value + datetime.timedelta(days=1)
    return value + 1 if isinstance(value, (int, float)) else other_text(str(value))


def main(given: list[str]) -> int:
    summary, facts = arguments.positional(__doc__, given, "summary", "expected")
    book, expected = opened(summary, values=True), read_expected(facts)
    wrong = differences_of(book, expected)[0]
    if wrong:
        return told(wrong, "nothing was spoiled: the summary differs as it is")
    places = list(cells_of(book, expected))
    for where in places:
        title, _, reference = where.partition("!")
        cell = book[title][reference]
        own = cell.value
        cell.value = other(own)
        found = differences_of(book, expected)[0]
        cell.value = own
        if len(found) != 1 or not found[0].startswith(f"{where}:"):
            wrong.append(f"{where}: was to be the one difference, found {found}")
    return told(wrong, f"{len(places)} cells spoiled one at a time, {len(wrong)} of them unnoticed or not alone")
