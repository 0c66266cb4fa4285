#!/usr/bin/env bash
# The demo, as its reader runs it: from another directory, twice, and the same summary both times.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

cd /
"$ROOT/scripts/demo"
first="$(sha256sum <"$ROOT/out/summary.xlsx")"
"$ROOT/scripts/demo" >/dev/null
second="$(sha256sum <"$ROOT/out/summary.xlsx")"
if [[ "$first" != "$second" ]]; then
  say "Two runs of the demo wrote different bytes to out/summary.xlsx."
  exit 1
fi
