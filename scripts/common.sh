# shellcheck shell=bash disable=SC2034
# (SC2034: the constants are used by the scripts that source this file.)
#
# Sourced by the scripts beside it: where the project is, and how a script speaks and stops.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
readonly ROOT

# Oldest compiler that knows strict memory safety as Package.swift asks for it.
readonly SWIFT_MINIMUM="6.2"

# The virtual environment of the Python judges (openpyxl, openxml-audit), made by `scripts/setup --test`.
readonly VENV="$ROOT/.build-venv"

# oracle COMMAND…: works out or compares by the independent hand of scripts/oracle, under the Python of the tests.
oracle() { "${HUIZONG_TEST_PYTHON:-$VENV/bin/python}" "$ROOT/scripts/oracle/run" "$@"; }

# The commands of the build, one scratch path per configuration, so that debug and release never rebuild each other.
readonly DEBUG_BUILD=(--scratch-path "$ROOT/.build" --explicit-target-dependency-import-check error)
readonly RELEASE_BUILD=(-c release --scratch-path "$ROOT/.build-release")

# say TEXT: one line about what goes on, on stderr, so that results on stdout stay clean.
say() { printf '%s\n' "$*" >&2; }

# die TEXT: one clear sentence, exit 2 (unusable surroundings or arguments).
die() {
  say "$*"
  exit 2
}

# usage FILE: the comment block at a script's head is its help text.
usage() { sed -n '2,/^[^#]/{/^#/s/^# \{0,1\}//p}' "$1"; }

# require_swift_at_hand: exits 2 where there is no swift, or one older than SWIFT_MINIMUM.
require_swift_at_hand() {
  local found
  if ! command -v swift >/dev/null 2>&1; then
    die "找不到 swift：请先安装 Swift ${SWIFT_MINIMUM} 或更新版本，并把它的 usr/bin 加入 PATH。" \
      "(swift not found: install Swift ${SWIFT_MINIMUM} or later and add its usr/bin to PATH.)"
  fi
  found="$(swift_version)"
  if [[ -n "$found" && "$(printf '%s\n' "$SWIFT_MINIMUM" "$found" | sort -V | head -n 1)" != "$SWIFT_MINIMUM" ]]; then
    die "Swift ${found} 太旧：请安装 Swift ${SWIFT_MINIMUM} 或更新版本。" \
      "(Swift ${found} is too old: install Swift ${SWIFT_MINIMUM} or later.)"
  fi
}

# require_swift_starts: exits 2 unless swift says its version; the libraries it needs may have been missing before.
require_swift_starts() {
  if [[ -z "$(swift_version)" ]]; then
    die "swift 不能启动：请检查 Swift 的安装（运行 swift --version）。" \
      "(swift does not start: check its installation with swift --version.)"
  fi
}

# swift_version: the version swift says it has, or nothing where it does not start. Its failure is no failure here: the
# callers decide by what was printed, and pipefail would end the script before they can say why.
swift_version() {
  { swift --version 2>/dev/null || true; } | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1
}

# build_without_warnings COMMAND…: runs a build and fails when it warns about our own targets. Swift warnings are errors
# already (Package.swift); this also sees those of C headers, and of the manifest (a file no target handles).
build_without_warnings() {
  local log status=0 package own
  # SwiftPM warns while it plans, and keeps the plan; without it, it plans anew, and rebuilds nothing for that.
  rm -f "$ROOT/.build/debug.yaml" "$ROOT/.build-release/release.yaml"
  log="$(mktemp)"
  "$@" 2>&1 | tee "$log" || status=$?
  # SwiftPM names a package by its folder, in small letters.
  package="$(basename "$ROOT" | tr '[:upper:]' '[:lower:]')"
  # grep ends with 1 where nothing matches, which is the good case.
  own="$(grep -E "^$ROOT/(Sources|Tests)/.*warning:|^warning: '$package'" "$log" || true)"
  rm -f "$log"
  if [[ $status -ne 0 ]]; then return "$status"; fi
  if [[ -n "$own" ]]; then
    say "The build warns about our own targets:"
    say "$own"
    return 1
  fi
}
