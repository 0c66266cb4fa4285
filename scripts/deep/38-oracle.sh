#!/usr/bin/env bash
# The oracle itself: what it passes on is of the types that it says, and its own tests pass. A wrong type is noticed.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

readonly PYTHON="${HUIZONG_TEST_PYTHON:-$VENV/bin/python}"
TEMPORARY="$(mktemp -d)"
readonly TEMPORARY
trap 'rm -rf "$TEMPORARY"' EXIT

"$ROOT/scripts/oracle/check"

cp -R "$ROOT/scripts/oracle/." "$TEMPORARY"
printf '\n\nPLANTED: str = pace(Month(2024, 6), None, None)\n' >>"$TEMPORARY/oracle/plan/periods.py"
if (cd "$TEMPORARY" && "$PYTHON" -m mypy --cache-dir /dev/null >said 2>&1) || ! grep -q 'periods.py.*\[assignment\]' "$TEMPORARY/said"; then
  cat "$TEMPORARY/said" >&2
  say "A wrong type went unnoticed."
  exit 1
fi
say "oracle: its types and its tests are in order."
