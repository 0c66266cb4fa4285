"""Works out what a period's summary has to say, from plan.yaml and the submitted forms alone.

Usage: scripts/oracle/run recompute --plan PLAN --period 2024-06 [--history DIR]… INBOX

A quarter, half or year (2024Q2, 2024H1, 2024) is its last month, but for 本期完成, which is counted from where the form of
its first month began; from nothing where that is January.

It reads the forms with openpyxl, follows the written rules and prints JSON; numbers are exact fractions as text
("331/4"). It neither runs nor reads huizong: that is its purpose.
Exit codes: 0 done; 2 the plan or a folder cannot be used.
"""

import json
import sys
from fractions import Fraction

from oracle import arguments
from oracle.forms.counting import Period, UnitReport, consolidated
from oracle.forms.entries import read_date
from oracle.plan.periods import Month, months_of
from oracle.plan.plan import Plan, PlanError, Unit
from oracle.summary.expected import Expected, FigureFacts, IndicatorFacts, UnitFacts
from oracle.summary.standing import Standing, overview, ranking, sum_of, values_of

STATUSES = ("按时", "迟报", "已报（时间不详）", "退回", "多份待定", "缺报")


def text(value: object) -> str | None:
    return None if value is None else str(value)


def current_since(standing: Standing, months: list[Month]) -> Fraction | str | None:
    """本期完成 of a longer period: what stands at its end less where its first month began; None where that is not known."""
    current = standing.current()
    if len(months) == 1 or current in (None, "未报送"):
        return current
    reported = {unit: figure for unit, figure in standing.figures.items() if figure.is_counted}
    if months[0].month == 1:
        # Figures that add up begin the year at nothing.
        return sum_of(values_of(list(reported.values())))
    first = standing.period.earlier.get(months[0])
    if first is None:
        return current
    openings = [first.figure(standing.indicator.code, unit).previous for unit in reported]
    known = [opening for opening in openings if opening is not None]
    return sum_of(values_of(list(reported.values()))) - sum_of(known) if len(known) == len(openings) else None


def indicator_facts(standing: Standing, months: list[Month]) -> IndicatorFacts:
    """All about one indicator."""
    indicator = standing.indicator
    return {
        "code": indicator.code,
        "name": indicator.name,
        "task": indicator.task,
        "role": indicator.role,
        "entry": "ratio" if indicator.is_ratio else indicator.entry,
        "aggregate": indicator.aggregate,
        "unit": indicator.unit,
        "isDue": standing.is_due,
        "isListed": standing.is_listed,
        "isPart": indicator.is_part,
        "deadline": text(indicator.deadline),
        "planValue": text(indicator.value),
        "current": text(current_since(standing, months)),
        "units": {unit: figure_facts(standing, unit) for unit in standing.figures},
        "missing": standing.missing,
        "target": text(standing.target),
        "total": text(standing.total),
        "dates": sorted(map(str, standing.dates)),
        "rate": text(standing.rate),
        "pace": text(standing.pace),
        "gap": text(standing.gap),
        "state": standing.state,
        "light": standing.light,
    }


def figure_facts(standing: Standing, unit: str) -> FigureFacts:
    """What counts of one unit."""
    figure = standing.figures[unit]
    return {
        "state": figure.state,
        "value": text(figure.value),
        "current": text(figure.current),
        "date": text(figure.date),
        "word": figure.word,
        "allocation": text(standing.indicator.allocation.get(unit)),
    }


def signed(value: object, month: Month) -> str | None:
    """What somebody signed with; a date in any of its spellings as its day."""
    reading = read_date(value, month)
    return str(reading.date) if reading.state == "date" else text(value)


def unit_facts(report: UnitReport, unit: Unit, plan: Plan, month: Month) -> UnitFacts:
    """All about one unit's reporting."""
    return {
        "name": unit.name,
        "short": unit.short,
        "isCounty": unit.is_county,
        "status": report.status,
        "firstDate": text(report.first_date),
        "correctedDate": text(report.corrected_date),
        "due": len(plan.on_form(unit.id, month)),
        "signature": {
            label: signed(value, month) if label == "填报日期" else text(value)
            for label, value in report.signature.items()
        },
        "counting": report.counting,
        "returned": report.returned,
        "superseded": report.superseded,
        "omitted": report.omitted,
        "disputed": sorted(report.disputed),
    }


def expected(plan: Plan, period: Period, months: list[Month]) -> Expected:
    """All that the summary of these months, the last of which is the period's, has to say."""
    standings = [Standing(period, indicator) for indicator in plan.indicators]
    listed = [standing for standing in standings if standing.is_listed]
    alone = {
        county: [Standing(period, i, county) for i in plan.indicators if county in i.reporters and not i.is_part]
        for county in plan.counties
    }
    led: dict[str, list[Standing]] = {}
    for standing in listed:
        led.setdefault(standing.indicator.lead, []).append(standing)
    statuses = [report.status for report in period.reports.values()]
    return {
        "period": str(period.month),
        "dueDate": str(plan.due_date(period.month)),
        "overview": overview(listed),
        "counties": {plan.unit(county).short: ranking(of) for county, of in alone.items()},
        "leads": {lead: ranking(of) for lead, of in led.items()},
        "coverage": {
            "due": len(statuses),
            "in": sum(1 for status in statuses if status not in ("缺报", "退回")),
            **{status: statuses.count(status) for status in STATUSES},
        },
        "indicators": [indicator_facts(standing, months) for standing in standings],
        "unitOrder": list(period.reports),
        "units": {unit: unit_facts(report, plan.unit(unit), plan, period.month) for unit, report in period.reports.items()},
        "files": {
            audited.form.name: {
                "unit": audited.form.unit,
                "refusal": audited.form.refusal,
                "errors": [" ".join(error).strip() for error in audited.errors],
            }
            for audited in period.audited
        },
    }


def main(given: list[str]) -> int:
    options = arguments.of_period(__doc__).parse_args(given)
    try:
        months = months_of(options.period)[0]
        plan = Plan(options.plan, months[-1])
        period = consolidated(plan, months[-1], options.inbox, options.history)
    except (OSError, ValueError, KeyError, PlanError) as error:
        print(f"recompute: {type(error).__name__}: {error}", file=sys.stderr)
        return 2
    json.dump(expected(plan, period, months), sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 0
