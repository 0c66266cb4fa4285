"""趋势, 同比环比 and the counties' own sheets of a month's summary, against what recompute expects of the month and of
those before it.

Usage: scripts/oracle/run compare-more SUMMARY.xlsx EARLIEST.json … LAST.json
The last file is that of the summary's month, the one before it that of the month before.
Exit codes: 0 all the same; 1 something differs, or too little could be compared; 2 a file cannot be read.
"""

import json
import sys
import warnings
from fractions import Fraction

import openpyxl

from oracle.forms.reading import header_word
from oracle.summary.tables import Table, Verdict

LEAST = {"趋势": 24, "同比环比": 30, "分单位": 60}


def by_name(expected):
    """Indicators by name, those of which several have the same left out."""
    names = [indicator["name"] for indicator in expected["indicators"]]
    return {i["name"]: i for i in expected["indicators"] if names.count(i["name"]) == 1}


def compare_trend(verdict, sheet, months):
    header = next(r for r in range(1, 12) if "目标值" in {header_word(c.value) for c in sheet[r]})
    columns = {cell.value: cell.column for cell in sheet[header] if isinstance(cell.value, int)}
    for row in range(header + 1, sheet.max_row + 1):
        name = str(sheet.cell(row, 2).value or "")
        if not name.endswith(" 完成率"):
            continue
        for month, expected in months.items():
            indicator = by_name(expected).get(name.removesuffix(" 完成率"))
            if indicator is None or indicator["rate"] is None:
                continue
            rate, total = (sheet.cell(row + n, columns[month]) for n in (0, 1))
            verdict.number(f"趋势!{rate.coordinate}", f"{name} in {month}", indicator["rate"], rate.value)
            verdict.number(f"趋势!{total.coordinate}", f"{name}: total in {month}", indicator["total"], total.value)


def compare_last(verdict, sheet, now, before):
    table = Table(sheet, {"指标", "本期完成", "上期完成"})
    current, earlier = by_name(now), by_name(before)
    for row in table.rows():
        name = table.value(row, "指标")
        if name not in current or name not in earlier:
            continue
        key = "value" if current[name]["entry"] == "level" else "current"
        pairs = [
            (Fraction(figure[key]), Fraction(earlier[name]["units"][unit][key]))
            for unit, figure in current[name]["units"].items()
            if unit in earlier[name]["units"] and figure["state"] == "reported" and figure[key] is not None
            and earlier[name]["units"][unit]["state"] == "reported" and earlier[name]["units"][unit][key] is not None
        ]
        if not pairs:
            continue
        own, base = (sum(pair[n] for pair in pairs) for n in (0, 1))
        verdict.number(table.where(row, "本期完成"), name, str(own), table.value(row, "本期完成"))
        verdict.number(table.where(row, "上期完成"), f"{name} before", str(base), table.value(row, "上期完成"))
        if base > 0:
            verdict.number(table.where(row, "环比"), f"{name} 环比", str((own - base) * 100 / base), table.value(row, "环比"))


def compare_counties(verdict, book, expected):
    indicators = by_name(expected)
    for unit, facts in expected["units"].items():
        if not facts["isCounty"]:
            continue
        table = Table(book[facts["short"]], {"指标", "本单位目标", "累计完成"})
        for row in table.rows():
            indicator = indicators.get(table.value(row, "指标"))
            figure = (indicator or {"units": {}})["units"].get(unit)
            if figure is None or figure["state"] != "reported" or figure["value"] is None:
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
                verdict.number(table.where(row, "完成率"), f"{name}: rate", str(rate), table.value(row, "完成率"))


def main():
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(sys.argv[1], data_only=True)
        expected = []
        for path in sys.argv[2:]:
            with open(path, encoding="utf-8") as file:
                expected.append(json.load(file))
    except (OSError, ValueError) as error:
        print(f"compare_more: {error}", file=sys.stderr)
        return 2
    months = {int(own["period"][5:7]): own for own in expected}
    counts, differences = {}, []
    for name, compare in {
        "趋势": lambda verdict: compare_trend(verdict, book["趋势"], months),
        "同比环比": lambda verdict: compare_last(verdict, book["同比环比"], expected[-1], expected[-2]),
        "分单位": lambda verdict: compare_counties(verdict, book, expected[-1]),
    }.items():
        verdict = Verdict()
        compare(verdict)
        counts[name] = verdict.compared
        differences += verdict.differences
        if verdict.compared < LEAST[name]:
            differences.append(f"{name}: {verdict.compared} values compared, {LEAST[name]} are the least")
    print("\n".join(differences), end="\n" if differences else "")
    print(f"{sum(counts.values())} values compared ({', '.join(f'{k} {v}' for k, v in counts.items())}), {len(differences)} differences")
    return 1 if differences else 0
