#!/usr/bin/env bash
# A summary, a plan, two templates, a county's and a section's, and all returns of a month in other programs' eyes: openpyxl
# opens them, openxml-audit finds no error, LibreOffice prints them one page wide with nothing cut off, and works out
# every formula to the result that is stored. Nothing in these, in the other templates or in the results of a check is
# beyond WPS or an older Excel. Each of these checks is first seen to fail on a planted fault.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"
# shellcheck source=scripts/sample-run.sh
source "$(dirname "${BASH_SOURCE[0]}")/../sample-run.sh"

readonly PYTHON="${HUIZONG_TEST_PYTHON:-$VENV/bin/python}"
export PYTHONDONTWRITEBYTECODE=1

readonly HISTORY=(--history "$SAMPLE/submissions/2024-04" --history "$SAMPLE/submissions/2024-05")

# noticed PATTERN COMMAND…: the command fails with exit code 1 and says something that matches.
noticed() {
  local pattern="$1" said status=0
  shift
  said="$("$@" 2>&1)" || status=$?
  if [[ $status -ne 1 ]] || ! grep -qE "$pattern" <<<"$said"; then
    say "$said"
    fail "a planted fault was not noticed: no '$pattern' from ${*:2:1}, exit code $status."
  fi
  say "noticed: $(grep -E -m 1 "$pattern" <<<"$said" | cut -c 1-150)"
}

# planted WHERE PATTERN REPLACEMENT: the summary with one thing changed, as planted.xlsx.
planted() {
  oracle plant "$summary" "$1" "$2" "$3" "$TEMPORARY/planted.xlsx" || fail "nothing to spoil: $1 $2"
}

audit() { "$PYTHON" -m openxml_audit --format microsoft365 --quiet "$1"; }

summary="$TEMPORARY/summary.xlsx"
huizong consolidate --plan "$SAMPLE/plan.yaml" --period 2024-06 "${HISTORY[@]}" -o "$summary" "$SAMPLE/submissions/2024-06"
quarter="$TEMPORARY/quarter.xlsx"
huizong consolidate --plan "$SAMPLE/plan.yaml" --period 2024Q2 "${HISTORY[@]}" -o "$quarter" "$SAMPLE/submissions/2024-06"
# The year: December's forms as the sample's units might fill them, and a workbook for each unit.
huizong template --plan "$SAMPLE/plan.yaml" --period 2024-12 "${HISTORY[@]}" --history "$SAMPLE/submissions/2024-06" \
  -o "$TEMPORARY/december"
oracle later-month "$summary" "$TEMPORARY/december" "$TEMPORARY/year" 2024-12 || fail "December's forms were not filled."
year="$TEMPORARY/annual.xlsx"
huizong consolidate --plan "$SAMPLE/plan.yaml" --period 2024 --split unit "${HISTORY[@]}" --history "$SAMPLE/submissions/2024-06" \
  -o "$year" "$TEMPORARY/year"
oracle recompute --plan "$SAMPLE/plan.yaml" --period 2024 "${HISTORY[@]}" --history "$SAMPLE/submissions/2024-06" \
  "$TEMPORARY/year" >"$TEMPORARY/annual.json" || fail "the oracle could not recompute the year."
oracle compare "$year" "$TEMPORARY/annual.json" || fail "the year's summary differs from the oracle's."
oracle evaluate --plan "$SAMPLE/plan.yaml" --period 2024 "${HISTORY[@]}" --history "$SAMPLE/submissions/2024-06" \
  "$TEMPORARY/year" "$year" || fail "the year's points or ranks differ from the oracle's."
oracle follow "$year" "$TEMPORARY/year" || fail "a figure of the year is not where 数据来源 says it is."
mapfile -t units < <(find "$TEMPORARY/annual-分单位" -name '*.xlsx' | sort)
if [[ ${#units[@]} -ne 15 ]]; then fail "15 units have a workbook, there are ${#units[@]}."; fi
huizong template --plan "$SAMPLE/plan.yaml" --period 2024-06 "${HISTORY[@]}" \
  --reported "$SAMPLE/submissions/2024-06" -o "$TEMPORARY/templates" --unit 陆河县民政局 --unit 社会福利科
mapfile -t templates < <(find "$TEMPORARY/templates" -name '*.xlsx' | sort)
if [[ ${#templates[@]} -ne 2 ]]; then fail "two templates were to be written, there are ${#templates[@]}."; fi
huizong return --plan "$SAMPLE/plan.yaml" --period 2024-06 "${HISTORY[@]}" --by 2024-07-08 -o "$TEMPORARY/returns" \
  "$SAMPLE/submissions/2024-06"
mapfile -t returns < <(find "$TEMPORARY/returns" -name '*.xlsx' | sort)
if [[ ${#returns[@]} -ne 8 ]]; then fail "eight returns were to be written, there are ${#returns[@]}."; fi
huizong plan export "$SAMPLE/plan.yaml" -o "$TEMPORARY/plan.xlsx"
books=("$summary" "$quarter" "$year" "$TEMPORARY/annual-分单位/"{市城区,陆河县}民政局_2024年.xlsx "${templates[@]}" "${returns[@]}")
huizong template --plan "$SAMPLE/plan.yaml" --period 2024-06 "${HISTORY[@]}" -o "$TEMPORARY/all"
mapfile -t forms < <(find "$TEMPORARY/all" -name '*.xlsx' | sort)
if [[ ${#forms[@]} -ne 15 ]]; then fail "15 units have a form, there are ${#forms[@]}."; fi
mapfile -t received < <(find "$SAMPLE/submissions/2024-06" -name '*.xlsx' -not -name '~$*' | sort)
huizong check --plan "$SAMPLE/plan.yaml" --period 2024-06 --format xlsx -o "$TEMPORARY/check.xlsx" "${received[@]}"

# Each check on what is wrong.
planted 指标汇总 ' t="s"' ' t="zz"'
noticed "Invalid value for attribute 't'" audit "$TEMPORARY/planted.xlsx"
planted 指标汇总 'fitToPage="1"' 'fitToPage="0"'
noticed '指标汇总: .*not one page wide' oracle render-check "$TEMPORARY/planted.xlsx"
planted 审核问题 '<col min="5" max="5" width="[0-9.]*"' '<col min="5" max="5" width="3"'
noticed '审核问题: E[0-9]+: .* (wide|lines)' oracle render-check "$TEMPORARY/planted.xlsx"
planted xl/sharedStrings.xml '<t([^>]*)>局办公室</t>' '<t\1>#REF!</t>'
noticed 'shows #REF!' oracle render-check "$TEMPORARY/planted.xlsx"

# The workbooks themselves.
for book in "${books[@]}" "$TEMPORARY/plan.xlsx"; do
  audit "$book" || fail "openxml-audit finds errors in $(basename "$book")."
done
oracle render-check "${books[@]}" "$TEMPORARY/plan.xlsx" || fail "the printed workbooks are not as they should be."
oracle recalculate --prove "${books[@]}" || fail "stored results of formulas are not what they come to."
oracle wps-safe --prove "$summary" "$quarter" "$year" "${units[@]}" "$TEMPORARY/plan.xlsx" "$TEMPORARY/check.xlsx" "${forms[@]}" "${returns[@]}" ||
  fail "there is something in the workbooks that WPS or an older Excel cannot show."
for book in "${forms[@]}"; do
  audit "$book" || fail "openxml-audit finds errors in $(basename "$book")."
done
say "workbooks: opened, audited, printed and recalculated."
