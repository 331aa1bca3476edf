#!/usr/bin/env bash
# Look up known holes of what is installed in .venv; fails only where one was found.
#
# Where the advisories cannot be reached, as in a network of its own, that is said and is no failure.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

"$VENV/bin/python" -m pip install --quiet pip-audit || { say "no pip-audit to be had: not audited"; exit 0; }
report="$(mktemp)"
trap 'rm -f "$report"' EXIT
status=0
timeout 180 "$VENV/bin/python" -m pip_audit --local --skip-editable --progress-spinner off \
    --timeout 15 >"$report" 2>&1 || status=$?
grep -v "could not be audited" "$report" | tail -n 40
if grep -q "^Found [0-9]* known vulnerabilit" "$report"; then
    exit 1
fi
[ "$status" -eq 0 ] || say "the advisories could not be reached: not audited"
unknown="$(grep -c "could not be audited" "$report" || true)"
[ "$unknown" -eq 0 ] || say "$unknown packages are not known to the advisories that can be reached here"
