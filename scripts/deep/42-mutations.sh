#!/usr/bin/env bash
# Valid forms, filled by lot: three months of all units come to the totals that the oracle recomputes. Then a hundred of them,
# edited as clerks edit forms: what counts is the figure that the edit knows to be right, or nothing counts and somebody is
# told. scripts/oracle/run mutate --size 3000 and scripts/oracle/run random-months --seeds 20 are the long forms.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"
# shellcheck source=scripts/sample-run.sh
source "$(dirname "${BASH_SOURCE[0]}")/../sample-run.sh"

export PYTHONDONTWRITEBYTECODE=1

oracle random-months --huizong "$BIN" || fail "a valid month is not summed up as the oracle recomputes it."
oracle mutate --huizong "$BIN" --seed 1 --size 100 --keep "$TEMPORARY/kept" || fail "an edited form was not read rightly."
