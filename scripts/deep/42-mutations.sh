#!/usr/bin/env bash
# Valid forms, filled by lot: three months of all units come to the totals that an independent judge recomputes. Then 150 of
# them, edited as clerks edit forms: what counts is the figure that the edit knows to be right, or nothing counts and somebody
# is told. scripts/judge/mutate.py --size 3000 and scripts/judge/random_months.py --seeds 20 are the long forms.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"
# shellcheck source=scripts/sample-run.sh
source "$(dirname "${BASH_SOURCE[0]}")/../sample-run.sh"

readonly JUDGE="$ROOT/scripts/judge"
readonly PYTHON="${HUIZONG_TEST_PYTHON:-$VENV/bin/python}"
export PYTHONDONTWRITEBYTECODE=1

"$PYTHON" "$JUDGE/random_months.py" --huizong "$BIN" || fail "a valid month is not summed up as the judge recomputes it."
"$PYTHON" "$JUDGE/mutate.py" --huizong "$BIN" --seed 1 --size 100 --keep "$TEMPORARY/kept" || fail "an edited form was not read rightly."
