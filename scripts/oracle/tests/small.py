"""A small office for the tests: a plan with a section and two counties, and forms that they fill in."""

import datetime
import json
import pathlib
from collections.abc import Mapping
from typing import Any

import openpyxl
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook import Workbook

from oracle.plan.periods import Month
from oracle.plan.plan import Plan
from oracle.workbooks.opening import properties

PLAN = """
issuer: 市局
year: 2024
units:
  - {id: welfare, name: 社会福利科, short: 福利科, kind: section}
  - {id: east, name: 东县民政局, short: 东县, kind: county, aliases: [东县]}
  - {id: west, name: 西县民政局, short: 西县, kind: county}
  - {id: counties, name: 各县, kind: group, members: [east, west]}
reporting:
  from: 2024-04
  due: {month: 次月5日}
  units: [welfare, east, west]
  counties: [east, west]
  weights: {1.1-01: "2"}
tasks:
  - id: "1.1"
    leads: [welfare]
    indicators:
      - {code: 1.1-01, name: 改造户数, role: target, kind: count, measure: cumulative, aggregate: sum, frequency: month,
         comparator: ">=", unit: 户, value: "100", deadline: {date: 2024-12-31}, reportedBy: [counties],
         allocation: {east: "60", 西县民政局: "40"}}
      - {code: 1.1-02, name: 投入资金, role: target, kind: money, measure: flow, aggregate: sum, frequency: month,
         comparator: ">", unit: 万元, value: "500", deadline: {date: 2024-12-31}, reportedBy: [各县]}
      - {code: 1.1-03, name: 印发方案, role: target, kind: milestone, measure: "", aggregate: latest, frequency: month,
         deadline: {date: 2024-06-30}, reportedBy: [welfare]}
      - {code: 1.1-04, name: 每月调度, role: mechanism, kind: count, measure: "", aggregate: sum, frequency: month,
         reportedBy: [welfare]}
      - {code: 1.1-05, name: 应改户数, role: background, kind: count, measure: level, aggregate: sum, frequency: month,
         unit: 户, reportedBy: [counties], missing: carry-marked}
      - {code: 1.1-06, name: 改造率, role: target, kind: rate, measure: level, aggregate: ratio, frequency: month,
         comparator: ">=", unit: "%", value: "50", numerator: 1.1-01, denominator: 1.1-05, reportedBy: []}
"""
HEADS = (
    "编码", "指标", "上期累计", "本期完成", "累计完成", "完成率(%)", "进展情况", "存在问题", "下一步措施", "核实说明", "计量单位",
)
APRIL = Month(2024, 4)
# What a unit enters, by code and head.
Entries = Mapping[str, Mapping[str, Any]]
EAST: Entries = {"1.1-01": {"上期累计": 0, "累计完成": 12}, "1.1-02": {"上期累计": 0, "本期完成": 30.5}, "1.1-05": {"累计完成": 48}}
WEST: Entries = {"1.1-01": {"上期累计": 0, "累计完成": "3户"}, "1.1-02": {"上期累计": 0, "本期完成": 0}, "1.1-05": {"累计完成": 12}}
WELFARE: Entries = {"1.1-03": {"累计完成": "推进中"}, "1.1-04": {"上期累计": 0, "本期完成": datetime.datetime(2024, 4, 18)}}


def plan_in(folder: pathlib.Path, month: Month = APRIL, text: str = PLAN) -> Plan:
    path = folder / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    return Plan(path, month)


def form(
    plan: Plan, unit: str, entries: Entries, month: Month = APRIL, *, printed: Mapping[str, str] | None = None,
    parent: str = "",
) -> Workbook:
    """A form of the unit with these entries; `printed` are the figures of 上期累计 that it was issued with."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "填报表"
    sheet["A1"].value = f"填报单位：{plan.unit(unit).name}"
    sheet["A2"].value = f"截至{month.year}年{month.month}月{month.last_day.day}日"
    sheet.append(HEADS)
    rows = []
    for indicator in plan.on_form(unit, month):
        own = {"编码": indicator.code, "指标": indicator.name, "计量单位": indicator.unit, **entries.get(indicator.code, {})}
        sheet.append([own.get(head) for head in HEADS])
        before = (printed or {}).get(indicator.code)
        rows.append({"code": indicator.code} | ({"previous": before} if before else {}))
    signing = book.create_sheet("签署")
    for label, value in (("填报人", "李某"), ("填报日期", datetime.datetime(2024, 5, 3))):
        signing.append([label, value])
    stamp = {"unit": unit, "period": str(month), "plan": plan.stamp}
    hidden = book.create_sheet("_huizong")
    hidden.append(["huizong"])
    for key, text in {**stamp, "parent": parent}.items():
        hidden.append([f"huizong.{key}", text])
        properties(book).append(StringProperty(name=f"huizong.{key}", value=text))
    hidden.append(["layout.0", json.dumps({**stamp, "rows": rows})])
    return book


def inbox_in(folder: pathlib.Path, books: Mapping[str, Workbook], received: Mapping[str, str] | None = None) -> pathlib.Path:
    """A folder of submitted files, with the days on which they came in."""
    folder.mkdir(parents=True)
    for name, book in books.items():
        book.save(folder / name)
    if received:
        lines = [f"{name},{day}" for name, day in received.items()]
        (folder / "receipts.csv").write_text("\n".join(["file,date", *lines]) + "\n", encoding="utf-8")
    return folder


def april(plan: Plan, folder: pathlib.Path) -> pathlib.Path:
    """April's inbox: all three units in time."""
    books = {
        "东县.xlsx": form(plan, "east", EAST), "西县.xlsx": form(plan, "west", WEST), "福利科.xlsx": form(plan, "welfare", WELFARE)}
    return inbox_in(folder / "2024-04", books, dict.fromkeys(books, "2024-05-03"))
