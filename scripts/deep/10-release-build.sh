#!/usr/bin/env bash
# The optimised build of everything: it sees other code than debug does, and may warn where debug does not.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

cd "$ROOT"
build_without_warnings swift build "${RELEASE_BUILD[@]}" --explicit-target-dependency-import-check error
