#!/usr/bin/env bash
# Each layer of the XLSX reader against some thousand changed inputs under AddressSanitizer, the same every time.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

cd "$ROOT"
scripts/fuzz --runs 10000
