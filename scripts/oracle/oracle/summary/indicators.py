"""指标汇总: each indicator's target, total, unit figures, rate, pace, gap, light and state."""

import re
from fractions import Fraction

from openpyxl.worksheet.worksheet import Worksheet

from oracle.findings import Verdict
from oracle.forms.audit import COUNTED
from oracle.summary.expected import Expected, FigureFacts, IndicatorFacts
from oracle.summary.tables import Table

CITY = "市本级及直属"
# What a cell has to say: ("number", an exact number), ("word", a word), or ("skip", "") where anything may stand.
Wanted = tuple[str, str]


def unit_word(indicator: IndicatorFacts, figure: FigureFacts, year: int) -> Wanted:
    """What a unit's cell says."""
    state = figure["state"]
    if state in ("missing", "disputed", "na"):
        return "word", {"missing": "未报送", "disputed": "待定", "na": "—"}[state]
    if indicator["entry"] == "words":
        return "word", "已报"
    if indicator["entry"] == "milestone":
        return "word", day_word(figure["date"], year) if figure["date"] else figure["word"]
    return ("number", figure["value"]) if figure["value"] is not None else ("word", "—")


def day_word(iso: str, year: int) -> str:
    there, month, day = (int(part) for part in iso.split("-"))
    return f"{month}月{day}日" if there == year else f"{there}年{month}月{day}日"


def total_word(indicator: IndicatorFacts, year: int) -> Wanted:
    """What the cell of the whole says."""
    figures = list(indicator["units"].values())
    applicable = [figure for figure in figures if figure["state"] != "na"]
    if indicator["total"] is not None:
        return "number", indicator["total"]
    if not applicable:
        return "word", "—"
    reported = [figure for figure in applicable if figure["state"] in COUNTED]
    if indicator["entry"] not in ("milestone", "words"):
        return "word", "未报送" if any(f["state"] == "missing" for f in applicable) else "待定"
    done = [f for f in reported if f["date"] or indicator["entry"] == "words"]
    if not reported:
        return "word", "未报送" if any(f["state"] == "missing" for f in applicable) else "待定"
    if len(done) == len(applicable):
        return "word", "已报" if indicator["entry"] == "words" else "已完成"
    if len(figures) > 1:
        return "word", f"{len(done)}/{len(applicable)}家"
    return "word", reported[0]["word"]


def city_word(indicator: IndicatorFacts, city_units: list[str], year: int) -> Wanted:
    """The column of the city's own units: the one there is, or all of them together."""
    units = {unit: indicator["units"][unit] for unit in city_units if unit in indicator["units"]}
    if not units:
        return "word", "—"
    if len(units) == 1:
        return unit_word(indicator, next(iter(units.values())), year)
    values = [f["value"] for f in units.values() if f["state"] in COUNTED and f["value"] is not None]
    if indicator["entry"] in ("words", "milestone"):
        done = [f for f in units.values() if f["state"] == "reported" and (f["date"] or indicator["entry"] == "words")]
        return "word", f"{len(done)}/{sum(1 for f in units.values() if f['state'] != 'na')}家"
    if indicator["aggregate"] == "sum" and values:
        return "number", str(sum(map(Fraction, values)))
    return "skip", ""


def number_or_dash(number: str | None) -> Wanted:
    return ("number", number) if number is not None else ("word", "—")


def check(verdict: Verdict, where: str, what: str, wanted: Wanted, found: object) -> None:
    kind, text = wanted
    if kind == "number":
        verdict.number(where, what, text, found)
    elif kind == "word":
        verdict.word(where, what, text, found)


def compare_indicators(verdict: Verdict, sheet: Worksheet, expected: Expected) -> None:
    """Every line of the sheet, and no line too many or too few."""
    table = Table(sheet, {"指标", "计量单位", "目标值", "进度状态"})
    indicators = {indicator["code"]: indicator for indicator in expected["indicators"]}
    codes = table.column_of(set(indicators))
    seen: set[str] = set()
    for row in table.rows():
        indicator = indicators.get(str(sheet.cell(row, codes).value))
        if indicator is None:
            continue
        title = table.text(row, "指标")
        if title.startswith("分解目标"):
            _allocation(verdict, table, row, indicator, expected)
        elif title.startswith("每") and title.endswith("目标"):
            _floor(verdict, table, row, indicator, expected)
        elif table.value(row, "序号") not in (None, ""):
            seen.add(indicator["code"])
            _figures(verdict, table, row, indicator, expected)
            _standing(verdict, table, row, indicator)
            _remark(verdict, table, row, indicator, expected)
        else:
            seen.add(indicator["code"])
            _figures(verdict, table, row, indicator, expected)
            _target(verdict, table, row, indicator)
    wanted = {i["code"] for i in expected["indicators"] if i["isListed"] or (i["isPart"] and i["isDue"] and i["units"])}
    for code in sorted(wanted - seen):
        verdict.differ(sheet.title, f"indicator {code}", "a row", None)
    for code in sorted(seen - wanted):
        verdict.differ(sheet.title, f"indicator {code}", "no row", "a row")
    _closing(verdict, table, expected)


def _unit_columns(expected: Expected) -> dict[str, str]:
    return {unit: facts["short"] for unit, facts in expected["units"].items() if facts["isCounty"]}


def _figures(verdict: Verdict, table: Table, row: int, indicator: IndicatorFacts, expected: Expected) -> None:
    year, code = int(expected["period"][:4]), indicator["code"]
    for unit, short in _unit_columns(expected).items():
        figure = indicator["units"].get(unit)
        wanted = unit_word(indicator, figure, year) if figure else ("word", "—")
        check(verdict, table.where(row, short), f"{code} of {short}", wanted, table.value(row, short))
    city = [unit for unit, facts in expected["units"].items() if not facts["isCounty"]]
    check(verdict, table.where(row, CITY), f"{code} of the city", city_word(indicator, city, year), table.value(row, CITY))
    check(verdict, table.where(row, "全市"), f"{code} total", total_word(indicator, year), table.value(row, "全市"))
    unit_cell = table.text(row, "计量单位")
    measure = "达标单位" if indicator["aggregate"] == "each-unit-meets" else indicator["unit"] or "—"
    verdict.word(table.where(row, "计量单位"), f"{code} unit of measure", measure, unit_cell)


def _target(verdict: Verdict, table: Table, row: int, indicator: IndicatorFacts) -> None:
    code = indicator["code"]
    target = indicator["target"] if indicator["entry"] not in ("milestone", "recurring", "words") else None
    if target is not None:
        verdict.number(table.where(row, "目标值"), f"{code} target", target, table.value(row, "目标值"))
    else:
        verdict.no_number(table.where(row, "目标值"), f"{code} target", table.value(row, "目标值"))


def _standing(verdict: Verdict, table: Table, row: int, indicator: IndicatorFacts) -> None:
    code = indicator["code"]
    _target(verdict, table, row, indicator)
    for word, key, number in (
        ("完成率", "rate", indicator["rate"]), ("序时进度", "pace", indicator["pace"]), ("差值", "gap", indicator["gap"])):
        check(verdict, table.where(row, word), f"{code} {key}", number_or_dash(number), table.value(row, word))
    verdict.word(table.where(row, "进度状态"), f"{code} state", indicator["state"], table.value(row, "进度状态"))
    verdict.word(table.where(row, "灯"), f"{code} light", indicator["light"], table.value(row, "灯"))


def _remark(verdict: Verdict, table: Table, row: int, indicator: IndicatorFacts, expected: Expected) -> None:
    """A total that lacks units says 不含 with their names."""
    if indicator["total"] is None or indicator["entry"] in ("milestone", "recurring", "words"):
        return
    remark = table.text(row, "备注")
    left_out = "".join(part for part in re.split(r"[；;]", remark) if part.startswith("不含"))
    if any(figure["state"] == "carried" for figure in indicator["units"].values()):
        verdict.holds(table.where(row, "备注"), f"{indicator['code']} carried over", "a word that says so",
                      re.search("沿用|结转|上期", remark) is not None, remark)
    for unit in indicator["units"]:
        short = expected["units"][unit]["short"] if unit in expected["units"] else unit
        is_missing = unit in indicator["missing"]
        verdict.holds(table.where(row, "备注"), f"{indicator['code']} 不含{short}", is_missing,
                      (short in left_out) == is_missing, remark)


def _allocation(verdict: Verdict, table: Table, row: int, indicator: IndicatorFacts, expected: Expected) -> None:
    code = indicator["code"]
    shares: dict[str, Fraction] = {}
    for unit, facts in expected["units"].items():
        share = indicator["units"][unit]["allocation"] if unit in indicator["units"] else None
        if facts["isCounty"]:
            where = table.where(row, facts["short"])
            check(verdict, where, f"{code} share of {facts['short']}", number_or_dash(share), table.value(row, facts["short"]))
        elif share is not None:
            shares[unit] = Fraction(share)
    together = str(sum(shares.values())) if shares else None
    check(verdict, table.where(row, CITY), f"{code} share of the city", number_or_dash(together), table.value(row, CITY))
    verdict.number(table.where(row, "目标值"), f"{code} shares together", _plan_value(indicator), table.value(row, "目标值"))


def _plan_value(indicator: IndicatorFacts) -> str:
    if indicator["planValue"] is None:
        raise ValueError(f"{indicator['code']} has no number in the plan")
    return indicator["planValue"]


def _floor(verdict: Verdict, table: Table, row: int, indicator: IndicatorFacts, expected: Expected) -> None:
    """What each unit has to reach."""
    for unit, facts in expected["units"].items():
        if facts["isCounty"]:
            wanted = number_or_dash(_plan_value(indicator) if unit in indicator["units"] else None)
            where = table.where(row, facts["short"])
            check(verdict, where, f"{indicator['code']} floor of {facts['short']}", wanted, table.value(row, facts["short"]))


def _closing(verdict: Verdict, table: Table, expected: Expected) -> None:
    """The last line says in words how many indicators are in each state."""
    overview = expected["overview"]
    for row in table.rows():
        cells = [str(cell.value) for cell in table.sheet[row] if cell.value is not None]
        if cells and cells[0] == "合计":
            text, where = "".join(cells[1:]), f"{table.sheet.title}!{row}"
            wanted = {"纳入考核": overview["assessed"], "已完成": overview["counts"]["已完成"],
                      "达序时（含超序时）": overview["counts"]["达序时"], "，未达序时": overview["counts"]["未达序时"],
                      "逾期": overview["counts"]["逾期"], "未报送": overview["counts"]["未报送"]}
            for word, count in wanted.items():
                verdict.holds(where, f"合计 {word}", f"{word}{count}项", f"{word}{count}项" in text, text)
            verdict.holds(where, "合计 不考核", f"{overview['notAssessed']}项不考核",
                          f"{overview['notAssessed']}项不考核" in text, text)
            return
    raise LookupError(f"{table.sheet.title}: no line 合计")
