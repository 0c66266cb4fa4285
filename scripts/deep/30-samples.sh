#!/usr/bin/env bash
# The samples: the forms filled anew hold the same cells as those in the tree, and huizong says about each of them what
# samples/shanwei-2024/expected.json says it should.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

cd "$ROOT"
python="${HUIZONG_TEST_PYTHON:-$VENV/bin/python}"
swift build "${RELEASE_BUILD[@]}" --product huizong >&2
huizong="$(swift build "${RELEASE_BUILD[@]}" --show-bin-path)/huizong"

made="$(mktemp -d)"
trap 'rm -rf "$made"' EXIT
"$python" scripts/samples/fill.py --huizong "$huizong" -o "$made/submissions"
"$python" scripts/samples/cells.py samples/shanwei-2024/submissions "$made/submissions"

# The comparison sees one changed cell; otherwise its silence above would mean nothing.
"$python" - "$made/submissions" <<'PYTHON'
import pathlib, sys, openpyxl
path = next(path for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.xlsx")) if not path.name.startswith("~$"))
book = openpyxl.load_workbook(path)
book.worksheets[1]["B3"].value = "changed"
book.save(path)
PYTHON
if "$python" scripts/samples/cells.py samples/shanwei-2024/submissions "$made/submissions" >/dev/null; then
  say "A changed cell went unnoticed."
  exit 1
fi

"$python" scripts/samples/verify.py --huizong "$huizong"
