#!/usr/bin/env bash
# Damaged inputs of every sort go through every command that takes them: each run ends by itself, in time, and says what is
# wrong. Then hostile files lie between good forms, and the summary stays that of the good ones. A program that dies, that is
# silent or that loses a form is seen. scripts/oracle/run hostile --size 2000 and scripts/oracle/run hostile-batch are the long
# forms.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"
# shellcheck source=scripts/sample-run.sh
source "$(dirname "${BASH_SOURCE[0]}")/../sample-run.sh"

export PYTHONDONTWRITEBYTECODE=1

# stand_in FAULT: a program that does as huizong does, but for what FAULT makes of some runs.
stand_in() {
  printf '#!/usr/bin/env bash\n%s\nexec %q "$@"\n' "$1" "$BIN" >"$TEMPORARY/stand-in"
  chmod +x "$TEMPORARY/stand-in"
}

# noticed WORDS COMMAND…: the oracle's command fails over the stand-in, and says so in these words.
noticed() {
  local words="$1" status=0
  shift
  oracle "$@" --huizong "$TEMPORARY/stand-in" >"$TEMPORARY/log" 2>&1 || status=$?
  if [[ $status -ne 1 ]] || ! grep -qF "$words" "$TEMPORARY/log"; then
    cat "$TEMPORARY/log" >&2
    fail "a planted fault was not noticed: $words"
  fi
}

# (SC2016: what a stand-in does is expanded when it runs.)
# shellcheck disable=SC2016
stand_in 'case "$1" in check) exit 139 ;; dump) exit 2 ;; esac'
noticed 'signal: ended with 139' hostile --size 1
noticed 'silent: exit code 2' hostile --size 1
# shellcheck disable=SC2016
stand_in 'for inbox; do :; done; if [[ "$1" == consolidate && "$inbox" == */mixed ]]; then rm "$inbox"/*003*局.xlsx; fi'
noticed '总览, row' hostile-batch --good 6 --hostile 6

oracle hostile --huizong "$BIN" --seed 1 --size 12 --keep "$TEMPORARY/kept" || fail "a damaged input was not borne."
oracle hostile-batch --huizong "$BIN" --good 60 --hostile 46 || fail "hostile files changed what good ones come to."
