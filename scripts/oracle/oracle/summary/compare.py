"""Compares a summary workbook with what recompute expects: every number, state, light and unit figure.

Usage: scripts/oracle/run compare SUMMARY.xlsx EXPECTED.json

It reads the cached values of 总览, 指标汇总, 任务台账 and 报送情况 and finds its way by header words. Each difference is one
line, `sheet!cell: what: expected …, found …`.
Exit codes: 0 all the same; 1 something differs, or too little could be compared; 2 a file cannot be read.
"""

import sys

from openpyxl.workbook import Workbook

from oracle import arguments
from oracle.findings import Verdict, told
from oracle.summary.expected import Expected, read_expected
from oracle.summary.indicators import compare_indicators
from oracle.summary.ledger import compare_ledger
from oracle.summary.overview import compare_overview
from oracle.summary.reporting import compare_reporting
from oracle.workbooks.opening import opened

SHEETS = {
    "指标汇总": compare_indicators,
    "任务台账": compare_ledger,
    "报送情况": compare_reporting,
    "总览": compare_overview,
}


def least(sheet: str, expected: Expected) -> int:
    """How many values of a sheet have to be compared at least, so that nothing passes by reading nothing."""
    listed = sum(1 for indicator in expected["indicators"] if indicator["isListed"])
    return {"指标汇总": 8 * listed, "任务台账": 6 * listed, "报送情况": 7 * len(expected["units"]), "总览": 25}[sheet]


def differences_of(book: Workbook, expected: Expected) -> tuple[list[str], dict[str, int]]:
    """Where the summary differs, and how many values were compared on each sheet."""
    differences: list[str] = []
    counts: dict[str, int] = {}
    for name, compare in SHEETS.items():
        verdict = Verdict()
        try:
            compare(verdict, book[name], expected)
        except (LookupError, TypeError, ValueError) as error:
            verdict.differences.append(f"{name}: cannot be compared: {error}")
        if verdict.compared < least(name, expected):
            verdict.differences.append(
                f"{name}: {verdict.compared} values compared, {least(name, expected)} are the least"
            )
        counts[name] = verdict.compared
        differences += verdict.differences
    return differences, counts


def main(given: list[str]) -> int:
    summary, facts = arguments.positional(__doc__, given, "summary", "expected")
    try:
        expected = read_expected(facts)
        book = opened(summary, values=True)
    except Exception as error:  # whatever openpyxl finds wrong with a file
        print(f"compare: {type(error).__name__}: {error}", file=sys.stderr)
        return 2
    differences, counts = differences_of(book, expected)
    return told(differences, f"{sum(counts.values())} values compared ("
        + ", ".join(f"{k} {v}" for k, v in counts.items()) + f"), {len(differences)} differences")
