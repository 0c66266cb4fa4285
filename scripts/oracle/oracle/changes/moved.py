"""Sees that one figure and its total went up by 1, in two summaries and in what `recompute` expects of both.

Usage: scripts/oracle/run moved CODE UNIT BEFORE.xlsx BEFORE.json AFTER.xlsx AFTER.json
Exit codes: 0 both sides went up by 1; 1 one did not.
"""

from fractions import Fraction

from oracle import arguments
from oracle.summary.expected import read_expected
from oracle.summary.indicators import CITY
from oracle.summary.tables import Table, row_of
from oracle.workbooks.opening import opened


def of_summary(path: str, code: str, column: str) -> list[Fraction]:
    """The unit's figure and the total, as a summary has them."""
    table = Table(opened(path, values=True)["指标汇总"], {"指标", "计量单位", "目标值", "进度状态"})
    row = row_of(table, code)
    return [Fraction(str(table.value(row, word))) for word in (column, "全市")]


def of_expected(path: str, code: str, unit: str) -> tuple[list[Fraction], str]:
    """The unit's figure and the total, as they are expected; the column of the unit."""
    expected = read_expected(path)
    indicator = next(i for i in expected["indicators"] if i["code"] == code)
    facts = expected["units"][unit]
    column = facts["short"] if facts["isCounty"] else CITY
    return [Fraction(str(value)) for value in (indicator["units"][unit]["value"], indicator["total"])], column


def main(given: list[str]) -> int:
    code, unit, book_before, json_before, book_after, json_after = arguments.positional(
        __doc__, given, "code", "unit", "book_before", "json_before", "book_after", "json_after")
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
