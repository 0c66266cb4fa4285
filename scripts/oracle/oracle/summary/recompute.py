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

from oracle.summary import arguments as asked
from oracle.forms.audit import COUNTED
from oracle.forms.counting import consolidated
from oracle.plan.periods import months_of
from oracle.plan.plan import Plan, PlanError
from oracle.forms.entries import read_date
from oracle.summary.standing import Standing, overview, ranking


def text(value):
    return None if value is None else str(value)


# For a longer period that begins with the year: figures that add up begin at nothing.
FROM_NOTHING = "from nothing"


def current_since(standing, first):
    """本期完成 of a longer period: what stands at its end less where its first month began; None where that is not known."""
    if first == FROM_NOTHING:
        if standing.current() in (None, "未报送"):
            return standing.current()
        return sum(standing.figures[unit]["value"] for unit in standing.units if standing.figures[unit]["state"] in COUNTED)
    if first is None or standing.current() in (None, "未报送"):
        return standing.current() if standing.current() == "未报送" or first is None else None
    sums = []
    for unit in standing.units:
        if standing.figures[unit]["state"] not in COUNTED:
            continue
        opening = first.figure(standing.indicator.code, unit).previous
        if opening is None:
            return None
        sums.append(standing.figures[unit]["value"] - opening)
    return sum(sums)


def indicator_json(standing, first):
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
        "current": text(current_since(standing, first)),
        "units": {
            unit: {
                "state": figure["state"],
                "value": text(figure["value"]),
                "current": text(figure["current"]),
                "date": text(figure.get("date")),
                "word": figure.get("word", ""),
                "allocation": text(indicator.allocation.get(unit)),
            }
            for unit, figure in standing.figures.items()
        },
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


def signed(value, month):
    """What somebody signed with; a date in any of its spellings as its day."""
    reading = read_date(value, month, set())
    return str(reading.date) if reading.state == "date" else text(value)


def unit_json(report, unit, plan, month):
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


def expected(plan, period, first):
    standings = [Standing(period, indicator) for indicator in plan.indicators]
    listed = [standing for standing in standings if standing.is_listed]
    alone = {
        county: [Standing(period, i, county) for i in plan.indicators if county in i.reporters and not i.is_part]
        for county in plan.counties
    }
    led = {}
    for standing in listed:
        led.setdefault(standing.indicator.lead, []).append(standing)
    statuses = [report.status for report in period.reports.values()]
    return {
        "period": str(period.month),
        "dueDate": str(plan.due_date(period.month)),
        "overview": overview(listed) | {"tasks": len({standing.indicator.task for standing in listed})},
        "counties": {plan.unit(county).short: ranking(of) for county, of in alone.items()},
        "leads": {lead: ranking(of) for lead, of in led.items()},
        "coverage": {
            "due": len(statuses),
            "in": sum(1 for status in statuses if status not in ("缺报", "退回")),
            **{status: statuses.count(status) for status in ("按时", "迟报", "已报（时间不详）", "退回", "多份待定", "缺报")},
        },
        "indicators": [indicator_json(standing, first) for standing in standings],
        "unitOrder": list(period.reports),
        "units": {unit: unit_json(report, plan.unit(unit), plan, period.month) for unit, report in period.reports.items()},
        "files": {
            audited.form.name: {
                "unit": audited.form.unit,
                "refusal": audited.form.refusal,
                "errors": [" ".join(map(str, error)).strip() for error in audited.errors],
            }
            for audited in period.audited
        },
    }


def main():
    arguments = asked.parser(__doc__).parse_args()
    try:
        months = months_of(arguments.period)[0]
        month = months[-1]
        plan = Plan(arguments.plan, month)
        period = consolidated(plan, month, arguments.inbox, arguments.history)
    except (OSError, ValueError, KeyError, PlanError) as error:
        print(f"recompute: {type(error).__name__}: {error}", file=sys.stderr)
        return 2
    first = period.earlier.get(months[0]) if len(months) > 1 else None
    if len(months) > 1 and months[0].month == 1:
        first = FROM_NOTHING
    json.dump(expected(plan, period, first), sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 0
