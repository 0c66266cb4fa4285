"""报送情况: each unit's status, dates, numbers of items and the files that count."""

from openpyxl.worksheet.worksheet import Worksheet

from oracle.findings import Verdict
from oracle.summary.expected import Expected, UnitFacts
from oracle.summary.tables import Table


def compare_reporting(verdict: Verdict, sheet: Worksheet, expected: Expected) -> None:
    """The line of every unit, and the line 合计."""
    table = Table(sheet, {"单位", "报送状态", "应报日期", "采用文件"})
    units = {facts["name"]: facts for facts in expected["units"].values()}
    seen: set[str] = set()
    last = table.header
    for row in table.rows():
        facts = units.get(table.text(row, "单位"))
        if facts is None or facts["name"] in seen:
            continue
        seen.add(facts["name"])
        last = row
        _unit(verdict, table, row, facts, expected)
    for name in sorted(set(units) - seen):
        verdict.differ(sheet.title, name, "a row", None)
    sums = {"应报项数": sum(f["due"] for f in units.values()), "已报项数": sum(map(_reported, units.values())),
            "漏报项数": sum(len(f["omitted"]) for f in units.values())}
    end = next((r for r in range(last + 1, sheet.max_row + 1) if "合计" in [c.value for c in sheet[r]]), None)
    if end is None:
        raise LookupError(f"{sheet.title}: no line 合计")
    for word, count in sums.items():
        verdict.number(table.where(end, word), f"合计 {word}", count, table.value(end, word))
    verdict.word(table.where(end, "报送状态"), "合计", f"已报{expected['coverage']['in']}家", table.value(end, "报送状态"))


def _reported(facts: UnitFacts) -> int:
    return facts["due"] - len(facts["omitted"]) if facts["counting"] else 0


def _unit(verdict: Verdict, table: Table, row: int, facts: UnitFacts, expected: Expected) -> None:
    name = facts["name"]
    verdict.word(table.where(row, "报送状态"), f"{name} status", facts["status"], table.value(row, "报送状态"))
    verdict.date(table.where(row, "应报日期"), f"{name} due date", expected["dueDate"], table.value(row, "应报日期"))
    verdict.date(table.where(row, "首次报送"), f"{name} first date", facts["firstDate"], table.value(row, "首次报送"))
    verdict.date(table.where(row, "更正报送"), f"{name} corrected", facts["correctedDate"], table.value(row, "更正报送"))
    for word, count in (("应报项数", facts["due"]), ("已报项数", _reported(facts)), ("漏报项数", len(facts["omitted"]))):
        verdict.number(table.where(row, word), f"{name} {word}", str(count), table.value(row, word))
    found = sorted(filter(None, table.text(row, "采用文件").replace("—", "").split("\n")))
    where = table.where(row, "采用文件")
    # Of files with the same content either one may be named.
    named = [[file for file in found if file in names] for names in facts["counting"]]
    is_so = all(len(files) == 1 for files in named) and sum(map(len, named)) == len(found)
    verdict.holds(where, f"{name} files", facts["counting"], is_so, found)
