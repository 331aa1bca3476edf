#!/usr/bin/env bash
# Print what CHANGELOG.md says of a version: `bash packaging/changes.sh VERSION`.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
text="$(awk -v wanted="## [${1:?name a version}]" '
    index($0, wanted) == 1 { inside = 1; next }
    /^## \[/ { inside = 0 }
    inside' "$root/CHANGELOG.md")"
[ -n "${text//[[:space:]]/}" ] || { echo "CHANGELOG.md has no section [$1]" >&2; exit 1; }
printf '%s\n' "$text"
