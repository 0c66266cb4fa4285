#!/usr/bin/env bash
# Instructions of reading a workbook, divided by those of only inflating it, are within 5 % of the recorded ratio. A
# record that is not so, either way, is noticed.
#
# After a change that is meant: scripts/deep/75-instructions.sh --record
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

readonly MEASURE="$ROOT/scripts/instructions/measure.py"
readonly RECORD="$ROOT/scripts/instructions/recorded.json"
cd "$ROOT"
TEMPORARY="$(mktemp -d)"
readonly TEMPORARY
trap 'rm -rf "$TEMPORARY"' EXIT

swift build "${RELEASE_BUILD[@]}" --product HuizongBench >&2
bench="$(swift build "${RELEASE_BUILD[@]}" --show-bin-path)/HuizongBench"
python3 scripts/instructions/fixture.py "$TEMPORARY/fixture.xlsx"
if [[ "${1:-}" == --record ]]; then exec "$MEASURE" "$bench" "$TEMPORARY/fixture.xlsx" "$RECORD" --record; fi

"$MEASURE" "$bench" "$TEMPORARY/fixture.xlsx" "$RECORD"
for factor in 0.93 1.08; do
  python3 - "$RECORD" "$factor" >"$TEMPORARY/planted.json" <<'PYTHON'
import json, sys
record = json.load(open(sys.argv[1]))
print(json.dumps({**record, "ratio": record["ratio"] * float(sys.argv[2])}))
PYTHON
  status=0
  "$MEASURE" "$bench" "$TEMPORARY/fixture.xlsx" "$TEMPORARY/planted.json" >"$TEMPORARY/said" || status=$?
  if [[ $status -ne 1 ]] || ! grep -q 'than recorded' "$TEMPORARY/said"; then
    say "A ratio recorded as $factor of what it is was not noticed."
    exit 1
  fi
done
