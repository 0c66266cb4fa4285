#!/usr/bin/env bash
# The sample's months and its quarter come to the same summaries, run reports and states, byte for byte, in whatever order
# they go into a ledger: in order, out of order, twice, with corrections that came late, from folders alone, and from seven
# parts joined in any order with some of them twice. Two runs leave the same bytes of ledgers and parts.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"
# shellcheck source=scripts/sample-run.sh
source "$(dirname "${BASH_SOURCE[0]}")/../sample-run.sh"

readonly MONTHS=(2024-04 2024-05 2024-06)
# A day for files that no list names: a ledger would take the day on which it first saw them.
readonly RECEIVED=2024-07-09

# take LEDGER PERIOD INBOX: a run into a ledger, its book and report left as LEDGER.PERIOD.
take() {
  huizong consolidate --plan "$PLAN" --period "$2" --ledger "$1.sqlite" --now "$RECEIVED" --received "$RECEIVED" \
    -o "$1.$2.xlsx" --report "$1.$2.json" "$3"
}

# state LEDGER: what a ledger says of each month and of the quarter, once everything is in it.
state() {
  local period
  for period in "${MONTHS[@]}"; do take "$1" "$period" "$SAMPLE/submissions/$period"; done
  take "$1" 2024Q2 "$SAMPLE/submissions/2024-06"
  for period in "${MONTHS[@]}" 2024Q2; do
    huizong status --plan "$PLAN" --period "$period" --ledger "$1.sqlite" --now "$RECEIVED"
    cp "$TEMPORARY/log" "$1.$period.status"
  done
  huizong ledger verify --ledger "$1.sqlite"
}

# report FILE: a run report without the ledger's end, which says in what order things came in.
report() { sed '/^  "ledger" : {$/,/^  },$/d' "$1"; }

# same NAME OTHER: two states are the same.
same() {
  local period kind
  for period in "${MONTHS[@]}" 2024Q2; do
    cmp -s <(report "$1.$period.json") <(report "$2.$period.json") ||
      fail "$(basename "$2"): its run report of $period is another."
    for kind in xlsx status; do
      cmp -s "$1.$period.$kind" "$2.$period.$kind" || fail "$(basename "$2"): its $kind of $period is another."
    done
  done
}

first="$TEMPORARY/in-order"
for month in "${MONTHS[@]}"; do take "$first" "$month" "$SAMPLE/submissions/$month"; done
state "$first"
# Not more than the ledger's end is left out of a run report.
if [[ $(diff <(report "$first.2024-06.json") "$first.2024-06.json" | grep -c '^>') != 5 ]]; then
  fail "a run report has its ledger's end in other lines than these."
fi

number=0
for order in "1 0 2" "2 1 0" "2 0 1" "1 2 0" "0 2 1" "2 2 1 0 0"; do
  number=$((number + 1))
  for index in $order; do take "$TEMPORARY/$number" "${MONTHS[index]}" "$SAMPLE/submissions/${MONTHS[index]}"; done
  state "$TEMPORARY/$number"
  same "$first" "$TEMPORARY/$number"
done

# Corrections that come late: what was sent again is held back until the months after have been consolidated.
held=0
for month in "${MONTHS[@]}"; do
  cp -R "$SAMPLE/submissions/$month" "$TEMPORARY/early-$month"
  while read -r file; do
    rm "$file"
    held=$((held + 1))
  done < <(find "$TEMPORARY/early-$month" -name '*修改*.xlsx' -o -name '*更正*.xlsx' -o -name '*最终版2*.xlsx')
done
if [[ $held -lt 3 ]]; then fail "the sample was to have at least three files that came late, $held were held back."; fi
for month in "${MONTHS[@]}"; do take "$TEMPORARY/late" "$month" "$TEMPORARY/early-$month"; done
state "$TEMPORARY/late"
same "$first" "$TEMPORARY/late"

# From the ledger alone.
for period in "${MONTHS[@]}" 2024Q2; do
  huizong report --plan "$PLAN" --period "$period" --ledger "$first.sqlite" --now "$RECEIVED" -o "$TEMPORARY/report.xlsx"
  cmp -s "$first.$period.xlsx" "$TEMPORARY/report.xlsx" || fail "the report of $period is another book than the run's."
done

# The folders alone, and seven parts of them.
history=(--history "$SAMPLE/submissions/2024-04" --history "$SAMPLE/submissions/2024-05")
for period in 2024-06 2024Q2; do
  huizong consolidate --plan "$PLAN" --period "$period" "${history[@]}" --received "$RECEIVED" -o "$TEMPORARY/folder.xlsx" \
    "$SAMPLE/submissions/2024-06"
  parts=()
  for shard in 1 2 3 4 5 6 7; do
    huizong partial --plan "$PLAN" --period "$period" "${history[@]}" --received "$RECEIVED" --shard "$shard/7" \
      -o "$TEMPORARY/$shard.partial" "$SAMPLE/submissions/2024-06"
    parts+=("$TEMPORARY/$shard.partial")
  done
  for _ in 1 2 3; do
    mapfile -t shuffled < <(printf '%s\n' "${parts[@]}" "${parts[3]}" "${parts[5]}" | shuf)
    huizong merge --plan "$PLAN" "${shuffled[@]}" -o "$TEMPORARY/all.partial"
    huizong consolidate --plan "$PLAN" --period "$period" --partial "$TEMPORARY/all.partial" -o "$TEMPORARY/parts.xlsx"
    cmp -s "$TEMPORARY/folder.xlsx" "$TEMPORARY/parts.xlsx" || fail "seven parts of $period make another book than one run."
  done
done

# Two runs over the same files leave the same bytes, in the ledger and in a part.
for run in first second third; do
  for month in "${MONTHS[@]}"; do take "$TEMPORARY/same-$run" "$month" "$SAMPLE/submissions/$month"; done
  huizong partial --plan "$PLAN" --period 2024Q2 "${history[@]}" --received "$RECEIVED" -o "$TEMPORARY/same-$run.partial" \
    "$SAMPLE/submissions/2024-06"
  for kind in sqlite partial; do
    cmp -s "$TEMPORARY/same-first.$kind" "$TEMPORARY/same-$run.$kind" || fail "the $run run leaves another $kind."
  done
done
say "orders: seven orders, late corrections, folders and seven parts make the same books."
