#!/usr/bin/env bash
# The oracle (scripts/oracle/), an independent hand, recomputes the summaries of the sample's three months from the plan and the
# submitted forms, and agrees with each. One submitted figure changed by 1 moves both sides alike. One cell of the
# summary spoiled, of any kind and on any sheet, is noticed.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"
# shellcheck source=scripts/sample-run.sh
source "$(dirname "${BASH_SOURCE[0]}")/../sample-run.sh"

readonly PYTHON="${HUIZONG_TEST_PYTHON:-$VENV/bin/python}"
export PYTHONDONTWRITEBYTECODE=1

# histories MONTH: the folders of the months before, one a line.
histories() {
  local earlier last="${1/Q2/-06}"
  for earlier in 2024-04 2024-05; do
    if [[ "$earlier" < "$last" ]]; then printf '%s\n' "$SAMPLE/submissions/$earlier"; fi
  done
}

# both MONTH INBOX NAME: huizong writes NAME.xlsx, the oracle NAME.json. Exit code 1 of huizong means findings.
both() {
  local month="$1" inbox="$2" name="$TEMPORARY/$3" earlier=() folder status=0
  while read -r folder; do earlier+=(--history "$folder"); done < <(histories "$month")
  "$BIN" consolidate --plan "$PLAN" --period "$month" "${earlier[@]}" -o "$name.xlsx" "$inbox" >"$name.log" 2>&1 || status=$?
  if [[ $status -gt 1 || ! -s "$name.xlsx" ]]; then
    cat "$name.log" >&2
    fail "huizong consolidate of $month ended with $status."
  fi
  oracle recompute --plan "$PLAN" --period "$month" "${earlier[@]}" "$inbox" >"$name.json" ||
    fail "the oracle could not recompute $month."
}

# agree NAME: the summary NAME.xlsx is what NAME.json expects.
agree() {
  oracle compare "$TEMPORARY/$1.xlsx" "$TEMPORARY/$1.json" || fail "the summary $1 differs from the oracle's."
}

# disagree SUMMARY EXPECTED: the comparison fails.
disagree() {
  local status=0
  oracle compare "$TEMPORARY/$1" "$TEMPORARY/$2" >/dev/null || status=$?
  if [[ $status -ne 1 ]]; then fail "$1 against $2: exit code $status where 1 was to be."; fi
}

for month in 2024-04 2024-05 2024-06; do
  both "$month" "$SAMPLE/submissions/$month" "$month"
  printf '%s: ' "$month"
  agree "$month"
done

# The second quarter: its totals, points and ranks.
both 2024Q2 "$SAMPLE/submissions/2024-06" 2024Q2
printf '2024Q2: '
agree 2024Q2
points() {
  oracle evaluate --plan "$PLAN" --period 2024Q2 --history "$SAMPLE/submissions/2024-04" \
    --history "$SAMPLE/submissions/2024-05" "$SAMPLE/submissions/2024-06" "$1"
}
printf '2024Q2: '
points "$TEMPORARY/2024Q2.xlsx" || fail "the points or ranks of the quarter differ from the oracle's."
# A point, a rank or a deduction that was changed is noticed.
for where in '排名考评!A7' '排名考评!G8' '排名考评!I7' '得分明细!G7'; do
  oracle corrupt "$TEMPORARY/2024Q2.xlsx" "${where%%!*}" "${where#*!}" "$TEMPORARY/spoiled.xlsx" ||
    fail "$where could not be spoiled."
  if said="$(points "$TEMPORARY/spoiled.xlsx")" || ! grep -qF "$where:" <<<"$said"; then fail "the spoiled cell $where was not noticed."; fi
done

# The third quarter, whose ranks are held against those of the second. September's forms are made up.
SEPTEMBER=(--plan "$PLAN" --history "$SAMPLE/submissions/2024-04" --history "$SAMPLE/submissions/2024-05"
  --history "$SAMPLE/submissions/2024-06")
readonly SEPTEMBER
huizong template "${SEPTEMBER[@]}" --period 2024-09 -o "$TEMPORARY/september"
oracle later-month "$TEMPORARY/2024-06.xlsx" "$TEMPORARY/september" "$TEMPORARY/inbox-09" 2024-09 ||
  fail "September's forms were not filled."
huizong consolidate "${SEPTEMBER[@]}" --period 2024Q3 -o "$TEMPORARY/2024Q3.xlsx" "$TEMPORARY/inbox-09"
third() { oracle evaluate "${SEPTEMBER[@]}" --period 2024Q3 "$TEMPORARY/inbox-09" "$1"; }
printf '2024Q3: '
said="$(third "$TEMPORARY/2024Q3.xlsx")" || fail "the points or ranks of the third quarter differ from the oracle's: $said"
say "$said"
if ! grep -qE '^ranks of the period before: ([5-9]|1[0-9])$' <<<"$said"; then fail "there are no ranks of the second quarter to compare with."; fi
oracle corrupt "$TEMPORARY/2024Q3.xlsx" 排名考评 C7 "$TEMPORARY/spoiled.xlsx" || fail "C7 could not be spoiled."
if said="$(third "$TEMPORARY/spoiled.xlsx")" || ! grep -qF "排名考评!C7:" <<<"$said"; then fail "a spoiled last rank was not noticed."; fi

# The lives of the lists' objects, in a month and a quarter.
lists() {
  oracle compare-lists --plan "$PLAN" --period "$1" --history "$SAMPLE/submissions/2024-04" \
    --history "$SAMPLE/submissions/2024-05" "$SAMPLE/submissions/2024-06" "$2"
}
for period in 2024-06 2024Q2; do
  printf '%s: ' "$period"
  lists "$period" "$TEMPORARY/$period.xlsx" || fail "明细台账 of $period differs from the oracle's."
done
for where in '明细台账!D8' '明细台账!E9' '明细台账!G8'; do
  oracle corrupt "$TEMPORARY/2024-06.xlsx" "${where%%!*}" "${where#*!}" "$TEMPORARY/spoiled.xlsx" ||
    fail "$where could not be spoiled."
  if said="$(lists 2024-06 "$TEMPORARY/spoiled.xlsx")" || ! grep -qF "$where:" <<<"$said"; then fail "the spoiled cell $where was not noticed."; fi
done

# Every figure of the books is followed to the cell that it came from; a figure that another file has is noticed.
for month in 2024-04 2024-05 2024-06 2024Q2; do
  oracle follow "$TEMPORARY/$month.xlsx" "$SAMPLE/submissions/${month/Q2/-06}" ||
    fail "a figure of $month is not where 数据来源 says it is."
done
oracle corrupt "$TEMPORARY/2024-06.xlsx" 数据来源 E7 "$TEMPORARY/spoiled.xlsx" || fail "E7 could not be spoiled."
if oracle follow "$TEMPORARY/spoiled.xlsx" "$SAMPLE/submissions/2024-06" >"$TEMPORARY/follow.log" ||
  ! grep -q '^数据来源!A7: .*holds' "$TEMPORARY/follow.log"; then
  fail "a spoiled figure of 数据来源 was not noticed."
fi

# What June's book says of the months before, and each county by itself.
more() { oracle compare-more "$1" "$TEMPORARY/2024-04.json" "$TEMPORARY/2024-05.json" "$TEMPORARY/2024-06.json"; }
more "$TEMPORARY/2024-06.xlsx" || fail "趋势, 同比环比 or a county's sheet differs from the oracle's."
for where in '趋势!I8' '同比环比!D6' '市城区!F9'; do
  oracle corrupt "$TEMPORARY/2024-06.xlsx" "${where%%!*}" "${where#*!}" "$TEMPORARY/spoiled.xlsx" ||
    fail "$where could not be spoiled."
  if said="$(more "$TEMPORARY/spoiled.xlsx")" || ! grep -qF "$where:" <<<"$said"; then fail "the spoiled cell $where was not noticed."; fi
done

# One submitted figure, one more.
cp -R "$SAMPLE/submissions/2024-06" "$TEMPORARY/inbox"
change="$(oracle change-cell "$TEMPORARY/inbox" "$TEMPORARY/2024-06.json")" || fail "no figure could be changed."
IFS=$'\t' read -r code unit file cell _ <<<"$change"
both 2024-06 "$TEMPORARY/inbox" changed
printf 'changed %s of %s: ' "$cell" "$file"
agree changed
oracle moved "$code" "$unit" "$TEMPORARY/2024-06.xlsx" "$TEMPORARY/2024-06.json" \
  "$TEMPORARY/changed.xlsx" "$TEMPORARY/changed.json" || fail "the changed figure did not move both sides."
disagree 2024-06.xlsx changed.json
disagree changed.xlsx 2024-06.json

# Ten county figures changed in the book, and in the files that they came from: worked out anew, the book's totals, rates and
# lights are those that huizong makes of the files.
cp -R "$SAMPLE/submissions/2024-06" "$TEMPORARY/edited"
oracle edit-figures "$TEMPORARY/2024-06.xlsx" "$PLAN" "$TEMPORARY/edited" "$TEMPORARY/edited.xlsx" >"$TEMPORARY/edits" ||
  fail "there are not ten figures to change."
both 2024-06 "$TEMPORARY/edited" resubmitted
printf 'ten figures: '
oracle same-formulas "$TEMPORARY/edited.xlsx" "$TEMPORARY/resubmitted.xlsx" ||
  fail "the edited book is not what huizong makes of the edited files."
if oracle same-formulas "$TEMPORARY/2024-06.xlsx" "$TEMPORARY/resubmitted.xlsx" >"$TEMPORARY/log"; then
  fail "ten changed figures moved nothing."
fi

# Spoiled cells of the summary, one at a time, each of them named.
oracle spoil-each "$TEMPORARY/2024-06.xlsx" "$TEMPORARY/2024-06.json" || fail "a spoiled cell was not the one difference."

# A workbook in which there is nothing to read.
"$PYTHON" - "$TEMPORARY/empty.xlsx" <<'PYTHON'
import sys

import openpyxl

book = openpyxl.Workbook()
for title in ("指标汇总", "任务台账", "报送情况", "总览"):
    book.create_sheet(title)
book.save(sys.argv[1])
PYTHON
disagree empty.xlsx 2024-06.json
say "oracle: three months agree, a change moves both sides, spoiled cells are noticed."
