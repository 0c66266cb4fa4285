#!/usr/bin/env bash
# Runs into a ledger are killed at moments drawn by lot: the ledger opens, its chain holds, the next run goes on where that
# one stopped, and in the end all is as if nobody had disturbed it. scripts/oracle/run crash without --kills is the long form.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

readonly BIN="${HUIZONG_BIN:-$ROOT/.build-release/release/huizong}"
if [[ ! -x "$BIN" ]]; then die "There is no $BIN; run scripts/deep/10-release-build.sh first."; fi
python3 "$ROOT/scripts/oracle/run" crash --huizong "$BIN" --kills 16 --copies 8
