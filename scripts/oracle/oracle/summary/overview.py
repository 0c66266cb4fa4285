"""总览: the tiles with their shares, the two sentences, and the rankings of counties and sections."""

from collections.abc import Mapping
from fractions import Fraction

from openpyxl.worksheet.worksheet import Worksheet

from oracle.findings import Verdict
from oracle.summary.expected import Expected, Ranking
from oracle.summary.tables import heads_of, places_of, words_of

TILES = {"考核指标": None, "已完成": "已完成", "达序时": "达序时", "未达序时": "未达序时", "逾期": "逾期", "未报送": "未报送"}


def compare_overview(verdict: Verdict, sheet: Worksheet, expected: Expected) -> None:
    """The tiles, the sentences above them, and both rankings."""
    overview = expected["overview"]
    row = next((r for r in range(1, sheet.max_row + 1) if set(TILES) <= words_of(sheet, r)), None)
    if row is None:
        raise LookupError(f"{sheet.title}: no row of tiles")
    for word, column in heads_of(sheet, row):
        if word not in TILES:
            continue
        number, note = (sheet.cell(row + n, column) for n in (1, 2))
        where = f"{sheet.title}!{number.coordinate}"
        state = TILES[word]
        count = overview["counts"][state] if state else overview["assessed"]
        verdict.number(where, f"tile {word}", str(count), number.value)
        wanted = f"占{overview['shares'][state]}%" if state else f"另{overview['notAssessed']}项不考核"
        verdict.holds(f"{sheet.title}!{note.coordinate}", f"tile {word}", wanted, wanted in str(note.value), note.value)
        if not state:
            wanted = f"指标{overview['indicators']}项"
            verdict.holds(f"{sheet.title}!{note.coordinate}", word, wanted, wanted in str(note.value), note.value)
    shares = sum(Fraction(share) for share in overview["shares"].values())
    verdict.holds(sheet.title, "shares", "100", shares == (100 if overview["assessed"] else 0), shares)
    _sentences(verdict, sheet, row, expected)
    names = {facts["short"]: unit for unit, facts in expected["units"].items()}
    _ranking(verdict, sheet, "县", expected["counties"], {n: expected["units"][u]["status"] for n, u in names.items()})
    leads = {expected["units"][lead]["short"]: counts for lead, counts in expected["leads"].items()}
    _ranking(verdict, sheet, "牵头科室", leads, {n: expected["units"][u]["status"] for n, u in names.items()})


def _sentences(verdict: Verdict, sheet: Worksheet, below: int, expected: Expected) -> None:
    """What stands above the tiles, in words."""
    text = "\n".join(str(c.value) for r in sheet.iter_rows(max_row=below - 1) for c in r if c.value is not None)
    overview, coverage = expected["overview"], expected["coverage"]
    good = overview["counts"]["已完成"] + overview["counts"]["达序时"]
    wanted = [f"{overview['tasks']}项任务分解为{overview['indicators']}项指标", f"纳入考核的{overview['assessed']}项中",
              f"{good}项已完成或达到序时", f"应报{coverage['due']}家", f"已报{coverage['in']}家"]
    wanted += [f"{label}{coverage[status]}家" for label, status in
               (("按时", "按时"), ("迟报", "迟报"), ("时间不详", "已报（时间不详）"), ("多份待定", "多份待定")) if coverage[status]]
    lacking = [facts for facts in expected["units"].values() if facts["status"] in ("缺报", "退回")]
    wanted += [facts["short"] for facts in lacking] + ([f"缺{len(lacking)}家"] if lacking else ["无缺报"])
    for words in wanted:
        verdict.holds(f"{sheet.title}!1:{below - 1}", "sentence", words, words in text, text[-160:])


def _ranking(
    verdict: Verdict, sheet: Worksheet, title: str, counts: Mapping[str, Ranking], statuses: Mapping[str, str]
) -> None:
    """名次, 考核, 达序时 and 达序时率; units without a counted report are not ranked."""
    found = ((row, column) for word, row, column in places_of(sheet) if title in word and "名次" in words_of(sheet, row))
    header, at_name = next(found, (0, 0))
    if not header:
        raise LookupError(f"{sheet.title}: no ranking of {title}")
    columns = dict(reversed(heads_of(sheet, header)))
    rows: dict[str, int] = {}
    for row in range(header + 1, sheet.max_row + 1):
        name = str(sheet.cell(row, at_name).value)
        if name not in counts:
            break
        rows[name] = row
    for name in sorted(set(counts) - set(rows)):
        verdict.differ(sheet.title, f"ranking of {title}", name, None)
    rates = {name: Fraction(counts[name]["onPace"] * 100, counts[name]["assessed"]) for name in rows
             if counts[name]["assessed"] and statuses[name] not in ("缺报", "退回")}
    for name, row in rows.items():
        at = {word: sheet.cell(row, columns[word]) for word in ("名次", "考核", "达序时", "达序时率")}
        where = {word: f"{sheet.title}!{cell.coordinate}" for word, cell in at.items()}
        verdict.number(where["考核"], f"{name} assessed", str(counts[name]["assessed"]), at["考核"].value)
        verdict.number(where["达序时"], f"{name} on pace", str(counts[name]["onPace"]), at["达序时"].value)
        if name in rates:
            rank = 1 + sum(1 for rate in rates.values() if rate > rates[name])
            verdict.number(where["达序时率"], f"{name} rate", str(rates[name]), at["达序时率"].value)
            verdict.number(where["名次"], f"{name} rank", str(rank), at["名次"].value)
        else:
            verdict.no_number(where["达序时率"], f"{name} rate", at["达序时率"].value)
            verdict.no_number(where["名次"], f"{name} rank", at["名次"].value)
