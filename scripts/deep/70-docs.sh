#!/usr/bin/env bash
# The articles of XLSXReading and the doc comments of its public interface become pages without a warning: no link leads
# nowhere. A planted link that does is noticed.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

cd "$ROOT"
readonly CATALOG=Sources/XLSXReading/XLSXReading.docc
TEMPORARY="$(mktemp -d)"
readonly TEMPORARY
trap 'rm -rf "$TEMPORARY"' EXIT

# render CATALOG: fails on the first warning of docc.
render() {
  docc convert "$1" --additional-symbol-graph-dir "$TEMPORARY/symbols" --output-dir "$TEMPORARY/pages" \
    --fallback-display-name XLSXReading --fallback-bundle-identifier huizong.XLSXReading --warnings-as-errors
}

swift build "${RELEASE_BUILD[@]}" --target XLSXReading >&2
modules="$(swift build "${RELEASE_BUILD[@]}" --show-bin-path)/Modules"
mkdir "$TEMPORARY/symbols"
swift symbolgraph-extract -module-name XLSXReading -minimum-access-level public -I "$modules" \
  -I Sources/CZip -I Sources/CDeflate -I Sources/CZlib -target "$(uname -m)-unknown-linux-gnu" -output-dir "$TEMPORARY/symbols"

render "$CATALOG"
cp -r "$CATALOG" "$TEMPORARY/planted.docc"
printf '\nSee %sWorksheet/nobody%s.\n' '``' '``' >>"$TEMPORARY/planted.docc/GettingCells.md"
if render "$TEMPORARY/planted.docc" >"$TEMPORARY/said" 2>&1 || ! grep -q nobody "$TEMPORARY/said"; then
  cat "$TEMPORARY/said" >&2
  say "A link that leads nowhere was not noticed."
  exit 1
fi
say "docs: $(find "$TEMPORARY/pages/data" -name '*.json' | wc -l) pages, no warnings."
