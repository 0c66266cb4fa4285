"""Sees that one figure and its total went up by 1, in two summaries and in what recompute expects of both.

Usage: scripts/oracle/run moved CODE UNIT BEFORE.xlsx BEFORE.json AFTER.xlsx AFTER.json
Exit codes: 0 both sides went up by 1; 1 one did not.
"""

import json
import sys
import warnings
from fractions import Fraction

import openpyxl

from oracle.summary.indicators import CITY
from oracle.summary.tables import Table


def of_summary(path, code, column):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        sheet = openpyxl.load_workbook(path, data_only=True)["指标汇总"]
    table = Table(sheet, {"指标", "计量单位", "目标值", "进度状态"})
    codes = table.column_of({code})
    row = next(r for r in table.rows() if sheet.cell(r, codes).value == code and table.value(r, "序号"))
    return [Fraction(str(table.value(row, word))) for word in (column, "全市")]


def of_expected(path, code, unit):
    with open(path, encoding="utf-8") as file:
        expected = json.load(file)
    indicator = next(i for i in expected["indicators"] if i["code"] == code)
    facts = expected["units"][unit]
    column = facts["short"] if facts["isCounty"] else CITY
    return [Fraction(indicator["units"][unit]["value"]), Fraction(indicator["total"])], column


def main():
    code, unit, book_before, json_before, book_after, json_after = sys.argv[1:]
    before, column = of_expected(json_before, code, unit)
    after, _ = of_expected(json_after, code, unit)
    pairs = {
        "expected": (before, after),
        "summary": (of_summary(book_before, code, column), of_summary(book_after, code, column)),
    }
    for side, (old, new) in pairs.items():
        if [a - b for a, b in zip(new, old)] != [1, 1]:
            print(f"{side}: {code} of {unit} and its total went from {old} to {new}, not up by 1")
            return 1
    print(f"{code} of {unit}: {before[0]} → {after[0]}, its total {before[1]} → {after[1]}, on both sides")
    return 0
