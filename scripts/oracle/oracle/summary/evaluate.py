"""Works out the points and ranks of a quarter, half or year from the forms alone, and compares a summary with them.

Usage: scripts/oracle/run evaluate --plan PLAN --period 2024Q2 [--history DIR]… INBOX SUMMARY.xlsx

Points are exact fractions. Each difference is one line, `sheet!cell: what: expected …, found …`.
Exit codes: 0 all the same; 1 something differs, or too little could be compared; 2 a file cannot be used.
"""

import pathlib
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from openpyxl.worksheet.worksheet import Worksheet

from oracle import arguments
from oracle.findings import Verdict, told
from oracle.forms.counting import Period, consolidated, month_of
from oracle.plan.periods import Month, months_of, pace
from oracle.plan.plan import Plan, PlanError
from oracle.summary.standing import GREEN, Standing
from oracle.summary.tables import Table, heads_of, words_of
from oracle.workbooks.opening import opened

# What is taken off where the plan says nothing else.
TAKEN = {"late": "0.5", "missing": "1", "returned": "0.5", "yellowTwice": "1", "red": "2"}


@dataclass
class Score:
    """The points of a unit, and what is taken off."""

    name: str
    is_ranked: bool
    items: dict[str, tuple[Fraction, Fraction]] = field(default_factory=dict)  # name of the indicator -> (weight, points)
    reports: Fraction = Fraction(0)
    lights: Fraction = Fraction(0)

    @property
    def base(self) -> Fraction | None:
        weights = sum((weight for weight, _ in self.items.values()), Fraction(0))
        points = sum((points for _, points in self.items.values()), Fraction(0))
        return points / weights * 100 if weights else None

    @property
    def total(self) -> Fraction | None:
        return None if self.base is None else self.base - self.reports - self.lights


class Evaluation:
    """The scores of counties and sections over the months of a period."""

    def __init__(self, plan: Plan, period: Period, months: list[Month], is_year: bool) -> None:
        self.plan, self.period, self.is_year = plan, period, is_year
        reporting = plan.raw["reporting"]
        self.weights = {code: Fraction(weight) for code, weight in reporting.get("weights", {}).items()}
        self.taken = {what: Fraction(points) for what, points in {**TAKEN, **reporting.get("deductions", {})}.items()}
        known = {**period.earlier, period.month: period}
        self.months = [known[month] for month in months if month >= plan.start and month in known]
        self.counties = [self._score(county, self._alone) for county in plan.counties]
        leads = {indicator.lead for indicator in plan.indicators}
        order = [unit.id for unit in plan.units if unit.id in leads]
        self.departments = [self._score(lead, self._led) for lead in order]

    def _alone(self, period: Period, county: str) -> list[Standing]:
        return [Standing(period, i, county) for i in self.plan.indicators if county in i.reporters and not i.is_part]

    def _led(self, period: Period, lead: str) -> list[Standing]:
        return [s for s in (Standing(period, i) for i in self.plan.indicators) if s.is_listed and s.indicator.lead == lead]

    def _score(self, unit: str, standings: Callable[[Period, str], list[Standing]]) -> Score:
        report = self.period.reports.get(unit)
        score = Score(self.plan.unit(unit).name, report is None or report.status not in ("缺报", "退回"))
        for standing in standings(self.period, unit):
            if standing.state != "不考核":
                weight = self.weights.get(standing.indicator.code, Fraction(1))
                score.items[standing.indicator.name] = weight, weight * self._share(standing)
        yellow: Counter[str] = Counter()
        red: set[str] = set()
        for month in self.months:
            report = month.reports.get(unit)
            if report:
                score.reports += self.taken["late"] * (report.status == "迟报")
                score.reports += self.taken["missing"] * (report.status == "缺报")
                score.reports += self.taken["returned"] * bool(report.returned)
            for standing in standings(month, unit):
                code = standing.indicator.code
                if standing.light == "黄":
                    yellow[code] += 1
                elif standing.light == "红" and standing.state in ("未达序时", "逾期"):
                    red.add(code)
        score.lights = self.taken["red"] * len(red)
        score.lights += self.taken["yellowTwice"] * sum(count // 2 for count in yellow.values())
        return score

    def _share(self, standing: Standing) -> Fraction:
        indicator = standing.indicator
        if indicator.is_paced:
            held = Fraction(100)
            if not self.is_year:
                held = Fraction(pace(self.period.month, indicator.start, indicator.deadline))
            if standing.rate is None:
                return Fraction(0)
            return Fraction(1) if standing.rate >= held else max(Fraction(0), standing.rate / held)
        return Fraction(1 if standing.state in GREEN else 0)


def compare_items(verdict: Verdict, sheet: Worksheet, scores: list[Score]) -> None:
    """得分明细: the rows of a unit stand below its name."""
    table = Table(sheet, {"考核事项", "权重", "得分", "算式"})
    names = {score.name: score for score in scores}
    found: dict[str, dict[str, int]] = {name: {} for name in names}
    score: Score | None = None
    for row in table.rows():
        name, number = table.text(row, "考核事项"), table.value(row, "序号")
        if number is None and name in names and table.value(row, "状态") is None:
            score = names[name]
            if score.base is not None:
                verdict.number(table.where(row, "得分"), f"{name} 指标得分", score.base, table.value(row, "得分"))
        elif score and isinstance(number, (int, float)):
            found[score.name][name] = row
    for score in scores:
        for name in sorted(set(score.items) ^ set(found[score.name])):
            verdict.differ(sheet.title, f"{score.name}", name if name in score.items else "no row", name)
        for name, (weight, points) in score.items.items():
            if line := found[score.name].get(name):
                verdict.number(table.where(line, "权重"), f"{score.name} {name}", weight, table.value(line, "权重"))
                verdict.number(table.where(line, "得分"), f"{score.name} {name}", points, table.value(line, "得分"))


def ranks(scores: list[Score]) -> dict[str, int]:
    """Rank by unit's name, equal totals sharing one; those that are not ranked are left out."""
    totals = {score.name: score.total for score in scores if score.is_ranked and score.total is not None}
    return {name: 1 + sum(1 for total in totals.values() if total > own) for name, own in totals.items()}


def last_ranks(path: pathlib.Path, months: list[Month], histories: list[pathlib.Path]) -> dict[str, int]:
    """Ranks by unit's name in the period before, of the same kind and year, if its last month's forms are known."""
    span = len(months)
    before = [month.shifted(-span) for month in months]
    folder = next((f for f in histories if month_of(f) == before[-1]), None)
    if folder is None or before[-1].year != months[0].year:
        return {}
    plan = Plan(path, before[-1])
    evaluation = Evaluation(plan, consolidated(plan, before[-1], folder, histories), before, False)
    return ranks(evaluation.counties) | ranks(evaluation.departments)


def compare_change(
    verdict: Verdict, sheet: Worksheet, row: int, columns: dict[str, int], name: str, before: dict[str, int], rank: int | None
) -> None:
    """上期名次, and by how many places a unit rose or fell."""
    last, change = (sheet.cell(row, columns[word]) for word in ("上期名次", "名次升降"))
    if name in before:
        verdict.number(f"{sheet.title}!{last.coordinate}", f"{name} last rank", before[name], last.value)
    else:
        verdict.word(f"{sheet.title}!{last.coordinate}", f"{name} last rank", "—", last.value)
    moved = None if rank is None or name not in before else before[name] - rank
    word = "—" if moved is None else "持平" if moved == 0 else f"升{moved}" if moved > 0 else f"降{-moved}"
    verdict.word(f"{sheet.title}!{change.coordinate}", f"{name} change of rank", word, change.value)


def compare_ranking(verdict: Verdict, sheet: Worksheet, groups: list[list[Score]], before: dict[str, int]) -> None:
    """排名考评: one table for each group, with a header of its own."""
    headers = [r for r in range(1, sheet.max_row + 1) if "名次" in words_of(sheet, r)]
    if len(headers) != len(groups):
        raise LookupError(f"{sheet.title}: {len(headers)} tables, {len(groups)} were to be")
    for header, scores in zip(headers, groups):
        columns = dict(heads_of(sheet, header))
        rows = {sheet.cell(row, columns["单位"]).value: row for row in range(header + 1, header + 1 + len(scores))}
        own = ranks(scores)
        for score in scores:
            row = rows.get(score.name)
            if row is None:
                verdict.differ(sheet.title, "a row", score.name, None)
                continue
            cells = {word: sheet.cell(row, columns[word]) for word in ("名次", "指标得分", "报送扣分", "灯色扣分", "总分")}
            where = {word: f"{sheet.title}!{cell.coordinate}" for word, cell in cells.items()}
            verdict.number(where["报送扣分"], f"{score.name} 报送扣分", -score.reports, cells["报送扣分"].value)
            compare_change(verdict, sheet, row, columns, score.name, before, own.get(score.name))
            if score.base is not None and score.total is not None and score.name in own:
                verdict.number(where["名次"], f"{score.name} rank", own[score.name], cells["名次"].value)
                verdict.number(where["指标得分"], f"{score.name} 指标得分", score.base, cells["指标得分"].value)
                verdict.number(where["灯色扣分"], f"{score.name} 灯色扣分", -score.lights, cells["灯色扣分"].value)
                verdict.number(where["总分"], f"{score.name} 总分", score.total, cells["总分"].value)
            else:
                verdict.no_number(where["名次"], f"{score.name} rank", cells["名次"].value)
                verdict.no_number(where["总分"], f"{score.name} 总分", cells["总分"].value)


def main(given: list[str]) -> int:
    parser = arguments.of_period(__doc__)
    parser.add_argument("summary")
    options = parser.parse_args(given)
    try:
        months, is_year = months_of(options.period)
        plan = Plan(options.plan, months[-1])
        evaluation = Evaluation(plan, consolidated(plan, months[-1], options.inbox, options.history), months, is_year)
        before = last_ranks(options.plan, months, options.history)
        book = opened(options.summary, values=True)
    except (OSError, ValueError, KeyError, PlanError) as error:
        print(f"evaluate: {type(error).__name__}: {error}", file=sys.stderr)
        return 2
    verdict = Verdict()
    scores = evaluation.counties + evaluation.departments
    try:
        compare_items(verdict, book["得分明细"], scores)
        compare_ranking(verdict, book["排名考评"], [evaluation.counties, evaluation.departments], before)
    except (LookupError, TypeError, ValueError) as error:
        verdict.differences.append(f"cannot be compared: {error}")
    print(f"ranks of the period before: {len(before)}")
    least = 2 * sum(len(score.items) for score in scores) + 3 * len(scores)
    if verdict.compared < least:
        verdict.differences.append(f"{verdict.compared} values compared, {least} are the least")
    return told(
        verdict.differences, f"{verdict.compared} points and ranks compared, {len(verdict.differences)} differences")
