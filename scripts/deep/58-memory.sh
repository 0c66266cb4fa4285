#!/usr/bin/env bash
# A summary of 60 units × 1,000 indicators with a workbook for each unit stays within 150 MiB: what a figure weighs does not
# creep up. (scripts/bench/memory alone does 300 units, within 300 MiB.)
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

bash "$ROOT/scripts/bench/memory" 60 1000 150
