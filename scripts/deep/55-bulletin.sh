#!/usr/bin/env bash
# The bulletin of a quarter in other programs' eyes: openxml-audit finds no error, LibreOffice prints it on A4 pages that say
# 草稿, and the words are those of the text file, whose every sentence has a figure. The page of the overview is whole and
# needs nothing from elsewhere.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"
# shellcheck source=scripts/sample-run.sh
source "$(dirname "${BASH_SOURCE[0]}")/../sample-run.sh"

readonly PYTHON="${HUIZONG_TEST_PYTHON:-$VENV/bin/python}"
export PYTHONDONTWRITEBYTECODE=1

for month in 2024-04 2024-05 2024-06; do
  huizong consolidate --plan "$PLAN" --period "$month" --ledger "$TEMPORARY/ledger.sqlite" -o "$TEMPORARY/book.xlsx" \
    "$SAMPLE/submissions/$month"
done
for ending in docx txt; do
  huizong bulletin --plan "$PLAN" --period 2024Q2 --ledger "$TEMPORARY/ledger.sqlite" -o "$TEMPORARY/ledger.$ending"
  huizong bulletin --plan "$PLAN" --period 2024Q2 --history "$SAMPLE/submissions/2024-04" \
    --history "$SAMPLE/submissions/2024-05" -o "$TEMPORARY/folder.$ending" "$SAMPLE/submissions/2024-06"
done
for name in ledger folder; do
  "$PYTHON" -m openxml_audit --quiet "$TEMPORARY/$name.docx" || fail "openxml-audit finds errors in the bulletin of the $name."
  oracle bulletin "$TEMPORARY/$name.docx" "$TEMPORARY/$name.txt" ||
    fail "the bulletin of the $name is not as it should be."
done
huizong report --plan "$PLAN" --period 2024-06 --ledger "$TEMPORARY/ledger.sqlite" --html "$TEMPORARY/page.html"
oracle page "$TEMPORARY/page.html" || fail "the page is not whole."
say "bulletin: audited, printed and read; the page is whole."
