#!/usr/bin/env bash
# Reading, matching, checking and writing a form cost no more than in proportion to what is in it, by counted instructions:
# the kinds that are quick to count. A program whose cost grows with the square of the rows is noticed.
# (scripts/instructions/linear.py PROGRAM alone counts all kinds, for half an hour.)
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

readonly LINEAR="$ROOT/scripts/instructions/linear.py"
readonly KINDS=(same-code/check other-names/return words-below/check styled-blanks/infer sheets/check zip-members)
readonly PROGRAM="${HUIZONG_BIN:-$ROOT/.build-release/release/huizong}"
TEMPORARY="$(mktemp -d)"
readonly TEMPORARY
trap 'rm -rf "$TEMPORARY"' EXIT

python3 "$LINEAR" "$PROGRAM" --kinds "${KINDS[@]}"

cat >"$TEMPORARY/planted" <<PYTHON
#!$(python3 -c 'import sys; print(sys.executable)')
"""Writes forms as the program does, and checks one at a cost that grows with the square of its rows."""
import os, sys, zipfile
if sys.argv[1] != "check":
    os.execv("$PROGRAM", ["$PROGRAM", *sys.argv[1:]])
with zipfile.ZipFile(sys.argv[-1]) as form:
    rows = form.read("xl/worksheets/sheet2.xml").count(b"<row")
for _ in range(rows * rows // 10):
    pass
PYTHON
chmod +x "$TEMPORARY/planted"
status=0
python3 "$LINEAR" "$TEMPORARY/planted" --kinds words-below/check >"$TEMPORARY/said" || status=$?
if [[ $status -ne 1 ]] || ! grep -q 'not in proportion: words-below/check' "$TEMPORARY/said"; then
  say "A program whose cost grows with the square was not noticed."
  exit 1
fi
