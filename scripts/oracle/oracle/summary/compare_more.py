"""趋势, 同比环比 and the counties' own sheets of a month's summary, against what recompute expects of the month and of
those before it.

Usage: scripts/oracle/run compare-more SUMMARY.xlsx EARLIEST.json … LAST.json
The last file is that of the summary's month, the one before it that of the month before.
Exit codes: 0 all the same; 1 something differs, or too little could be compared; 2 a file cannot be read.
"""

import sys
from collections.abc import Callable, Mapping
from fractions import Fraction

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from oracle import arguments
from oracle.findings import Verdict, told
from oracle.summary.expected import Expected, FigureFacts, IndicatorFacts, read_expected
from oracle.summary.tables import Table, words_of
from oracle.workbooks.opening import opened

LEAST = {"趋势": 24, "同比环比": 30, "分单位": 60}


def by_name(expected: Expected) -> dict[str, IndicatorFacts]:
    """Indicators by name, those of which several have the same left out."""
    names = [indicator["name"] for indicator in expected["indicators"]]
    return {i["name"]: i for i in expected["indicators"] if names.count(i["name"]) == 1}


def compare_trend(verdict: Verdict, sheet: Worksheet, months: Mapping[int, Expected]) -> None:
    """The rates and totals of the months, side by side."""
    header = next(r for r in range(1, 12) if "目标值" in words_of(sheet, r))
    heads = ((sheet.cell(header, column).value, column) for column in range(1, sheet.max_column + 1))
    columns: dict[int, int] = {value: column for value, column in heads if isinstance(value, int)}
    for row in range(header + 1, sheet.max_row + 1):
        name = str(sheet.cell(row, 2).value or "")
        if not name.endswith(" 完成率"):
            continue
        for month, expected in months.items():
            indicator = by_name(expected).get(name.removesuffix(" 完成率"))
            if indicator is None or indicator["rate"] is None or indicator["total"] is None:
                continue
            rate, total = (sheet.cell(row + n, columns[month]) for n in (0, 1))
            verdict.number(f"趋势!{rate.coordinate}", f"{name} in {month}", indicator["rate"], rate.value)
            verdict.number(f"趋势!{total.coordinate}", f"{name}: total in {month}", indicator["total"], total.value)


def own_figure(indicator: IndicatorFacts, figure: FigureFacts) -> Fraction | None:
    """What a unit reported as its figure of the month: how things stand, or what came to it."""
    own = figure["value"] if indicator["entry"] == "level" else figure["current"]
    return Fraction(own) if figure["state"] == "reported" and own is not None else None


def compare_last(verdict: Verdict, sheet: Worksheet, now: Expected, before: Expected) -> None:
    """The month's own figures against those of the month before, of the units that reported both."""
    table = Table(sheet, {"指标", "本期完成", "上期完成"})
    current, earlier = by_name(now), by_name(before)
    for row in table.rows():
        name = table.text(row, "指标")
        if name not in current or name not in earlier:
            continue
        indicator, units = current[name], earlier[name]["units"]
        pairs = [
            (own_figure(indicator, figure), own_figure(indicator, units[unit]))
            for unit, figure in indicator["units"].items() if unit in units
        ]
        known = [(own, base) for own, base in pairs if own is not None and base is not None]
        if not known:
            continue
        own, base = (sum((pair[n] for pair in known), Fraction(0)) for n in (0, 1))
        verdict.number(table.where(row, "本期完成"), name, own, table.value(row, "本期完成"))
        verdict.number(table.where(row, "上期完成"), f"{name} before", base, table.value(row, "上期完成"))
        if base > 0:
            verdict.number(table.where(row, "环比"), f"{name} 环比", (own - base) * 100 / base, table.value(row, "环比"))


def compare_counties(verdict: Verdict, book: Workbook, expected: Expected) -> None:
    """Each county's sheet: its share, its sum, its rate."""
    indicators = by_name(expected)
    for unit, facts in expected["units"].items():
        if not facts["isCounty"]:
            continue
        table = Table(book[facts["short"]], {"指标", "本单位目标", "累计完成"})
        for row in table.rows():
            indicator = indicators.get(table.text(row, "指标"))
            figure = indicator["units"].get(unit) if indicator else None
            if indicator is None or figure is None or figure["state"] != "reported" or figure["value"] is None:
                continue
            if table.value(row, "计量单位") in (None, "—"):
                continue
            name = f"{facts['short']} {indicator['name']}"
            verdict.number(table.where(row, "累计完成"), name, figure["value"], table.value(row, "累计完成"))
            # Of a number that is only a background the share is no target.
            if figure["allocation"] is None or indicator["role"] not in ("target", "workload"):
                continue
            verdict.number(table.where(row, "本单位目标"), f"{name}: share", figure["allocation"], table.value(row, "本单位目标"))
            if Fraction(figure["allocation"]) > 0:
                rate = Fraction(figure["value"]) * 100 / Fraction(figure["allocation"])
                verdict.number(table.where(row, "完成率"), f"{name}: rate", rate, table.value(row, "完成率"))


def main(given: list[str]) -> int:
    options = arguments.parser(__doc__)
    options.add_argument("summary")
    options.add_argument("expected", nargs="+")
    taken = options.parse_args(given)
    try:
        book = opened(taken.summary, values=True)
        expected = [read_expected(path) for path in taken.expected]
    except (OSError, ValueError) as error:
        print(f"compare-more: {error}", file=sys.stderr)
        return 2
    months = {int(own["period"][5:7]): own for own in expected}
    comparisons: dict[str, Callable[[Verdict], None]] = {
        "趋势": lambda verdict: compare_trend(verdict, book["趋势"], months),
        "同比环比": lambda verdict: compare_last(verdict, book["同比环比"], expected[-1], expected[-2]),
        "分单位": lambda verdict: compare_counties(verdict, book, expected[-1]),
    }
    counts: dict[str, int] = {}
    differences: list[str] = []
    for name, compare in comparisons.items():
        verdict = Verdict()
        compare(verdict)
        counts[name] = verdict.compared
        differences += verdict.differences
        if verdict.compared < LEAST[name]:
            differences.append(f"{name}: {verdict.compared} values compared, {LEAST[name]} are the least")
    return told(differences, f"{sum(counts.values())} values compared ({', '.join(f'{k} {v}' for k, v in counts.items())}), "
        f"{len(differences)} differences")
