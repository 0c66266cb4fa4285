"""任务台账: each indicator's line in the column order of the glossary."""

from openpyxl.worksheet.worksheet import Worksheet

from oracle.findings import Verdict
from oracle.summary.expected import Expected, IndicatorFacts
from oracle.summary.indicators import Wanted, check, number_or_dash, total_word
from oracle.summary.tables import Table

ORDER = ["序号", "工作任务", "目标值", "计量单位", "完成时限", "牵头单位", "责任单位", "本期完成", "累计完成", "完成率", "序时进度",
         "进度状态", "进展情况", "存在问题", "下一步措施", "填报人", "审核人", "联系电话", "填报日期"]
SIGNED = ("填报人", "审核人", "联系电话", "填报日期")


def compare_ledger(verdict: Verdict, sheet: Worksheet, expected: Expected) -> None:
    """The order of the columns, and the line of every listed indicator."""
    table = Table(sheet, {"工作任务", "本期完成", "累计完成", "完成时限"})
    for position, word in enumerate(ORDER, 1):
        verdict.holds(f"{sheet.title}!{table.header}", "column order", f"{word} in column {position}",
                      table.columns.get(word) == position, table.columns.get(word))
    indicators = {i["code"]: i for i in expected["indicators"] if i["isListed"]}
    codes = table.column_of(set(indicators))
    seen: set[str] = set()
    for row in table.rows():
        indicator = indicators.get(str(sheet.cell(row, codes).value))
        if indicator is None or not table.value(row, "工作任务"):
            continue
        seen.add(indicator["code"])
        _line(verdict, table, row, indicator, expected)
    for code in sorted(set(indicators) - seen):
        verdict.differ(sheet.title, f"indicator {code}", "a row", None)


def _line(verdict: Verdict, table: Table, row: int, indicator: IndicatorFacts, expected: Expected) -> None:
    code = indicator["code"]
    verdict.holds(table.where(row, "工作任务"), f"{code} name", indicator["name"],
                  indicator["name"] in str(table.value(row, "工作任务")), table.value(row, "工作任务"))
    target = indicator["target"] if indicator["entry"] not in ("milestone", "recurring", "words") else None
    if target is not None:
        verdict.number(table.where(row, "目标值"), f"{code} target", target, table.value(row, "目标值"))
    if indicator["deadline"]:
        verdict.date(table.where(row, "完成时限"), f"{code} deadline", indicator["deadline"], table.value(row, "完成时限"))
    current = indicator["current"]
    wanted: Wanted = ("word", current) if current == "未报送" else number_or_dash(current)
    check(verdict, table.where(row, "本期完成"), f"{code} current", wanted, table.value(row, "本期完成"))
    wanted = total_word(indicator, int(expected["period"][:4]))
    check(verdict, table.where(row, "累计完成"), f"{code} cumulative", wanted, table.value(row, "累计完成"))
    for word, key, number in (("完成率", "rate", indicator["rate"]), ("序时进度", "pace", indicator["pace"])):
        check(verdict, table.where(row, word), f"{code} {key}", number_or_dash(number), table.value(row, word))
    verdict.word(table.where(row, "进度状态"), f"{code} state", indicator["state"], table.value(row, "进度状态"))
    _signature(verdict, table, row, indicator, expected)


def _signature(verdict: Verdict, table: Table, row: int, indicator: IndicatorFacts, expected: Expected) -> None:
    """Who signed, where one unit alone reports the indicator and its form counts."""
    units = list(indicator["units"])
    facts = expected["units"].get(units[0]) if len(units) == 1 else None
    if not facts or len(facts["counting"]) != 1:
        return
    for label in SIGNED:
        signed = facts["signature"].get(label)
        if signed and label == "填报日期":
            found = table.value(row, label)
            verdict.date(table.where(row, label), f"{indicator['code']} {label}", signed, found)
        elif signed:
            verdict.word(table.where(row, label), f"{indicator['code']} {label}", signed, table.value(row, label))
