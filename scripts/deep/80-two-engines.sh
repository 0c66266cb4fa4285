#!/usr/bin/env bash
# One expression, two engines: random rules over random submissions get the same verdict from the validator and from the
# formula that it makes for the template, worked out by LibreOffice. A planted disagreement is noticed.
#
# HUIZONG_TWO_ENGINES pairs (2500: few enough to take seconds, many enough to go everywhere), HUIZONG_SEED the seed: what
# a failing run prints can be run again.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

cd "$ROOT"
export HUIZONG_TWO_ENGINES="${HUIZONG_TWO_ENGINES:-2500}"
export HUIZONG_TEST_PYTHON="${HUIZONG_TEST_PYTHON:-$VENV/bin/python}"
said="$(mktemp)"
trap 'rm -f "$said"' EXIT

status=0
swift test "${DEBUG_BUILD[@]}" --filter TwoEnginesTests >"$said" 2>&1 || status=$?
# Without the report nothing ran, whatever the exit code says.
if [[ $status -ne 0 ]] || ! grep -aA 3 '^two engines: ' "$said"; then
  tail -n 40 "$said" >&2
  exit 1
fi
