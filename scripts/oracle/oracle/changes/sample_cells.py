"""Names cells of a summary that must not be spoiled unnoticed: one of each kind, on each sheet the oracle reads.

Usage: scripts/oracle/run sample-cells SUMMARY.xlsx EXPECTED.json; prints one `sheet!cell` a line.
"""

from openpyxl.utils import get_column_letter

from oracle import arguments
from oracle.summary.expected import read_expected
from oracle.summary.tables import Table, places_of, row_of
from oracle.workbooks.opening import opened


def main(given: list[str]) -> int:
    summary, facts_of = arguments.positional(__doc__, given, "summary", "expected")
    book, expected = opened(summary, values=True), read_expected(facts_of)
    counties = {unit: facts["short"] for unit, facts in expected["units"].items() if facts["isCounty"]}
    code, county = next(
        (indicator["code"], unit)
        for indicator in expected["indicators"] if indicator["isListed"] and indicator["gap"] not in (None, "0.0")
        for unit, figure in indicator["units"].items() if unit in counties and figure["state"] == "reported"
    )
    table = Table(book["指标汇总"], {"指标", "计量单位", "目标值", "进度状态"})
    for word in (counties[county], "目标值", "全市", "完成率", "序时进度", "差值", "灯", "进度状态"):
        print(table.where(row_of(table, code), word))
    table = Table(book["任务台账"], {"工作任务", "本期完成", "累计完成", "完成时限"})
    for word in ("本期完成", "累计完成", "完成率", "进度状态"):
        print(table.where(row_of(table, code), word))
    table = Table(book["报送情况"], {"单位", "报送状态", "应报日期", "采用文件"})
    facts = next(facts for facts in expected["units"].values() if facts["firstDate"] and facts["omitted"] == [])
    row = next(r for r in table.rows() if table.value(r, "单位") == facts["name"])
    for word in ("报送状态", "首次报送", "已报项数", "采用文件"):
        print(table.where(row, word))
    row, column = next((row, column) for word, row, column in places_of(book["总览"]) if word == "未达序时" and row < 20)
    for below in (1, 2):
        print(f"总览!{get_column_letter(column)}{row + below}")
    return 0
