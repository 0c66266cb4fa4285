# shellcheck shell=bash disable=SC2034
# (SC2034: the constants are used by the scripts that source this file.)
#
# Sourced, after common.sh, by the long checks that run huizong over the sample: where the sample, the program and a folder for
# what they make are, and how they stop.

readonly SAMPLE="$ROOT/samples/shanwei-2024"
readonly PLAN="$SAMPLE/plan.yaml"
readonly BIN="${HUIZONG_BIN:-$ROOT/.build-release/release/huizong}"

if [[ ! -x "$BIN" ]]; then die "There is no $BIN; run scripts/deep/10-release-build.sh first."; fi
TEMPORARY="$(mktemp -d)"
readonly TEMPORARY
trap 'rm -rf "$TEMPORARY"' EXIT

# fail TEXT: one sentence with the check's name before it, exit 1.
fail() {
  local name
  name="$(basename "$0" .sh)"
  say "${name#*-}: $*"
  exit 1
}

# huizong ARGUMENT…: exit code 1 means findings, which the sample holds on purpose. What it printed is in $TEMPORARY/log.
huizong() {
  local status=0
  "$BIN" "$@" >"$TEMPORARY/log" 2>&1 || status=$?
  if [[ $status -gt 1 ]]; then
    cat "$TEMPORARY/log" >&2
    fail "huizong $1 ended with $status."
  fi
}
