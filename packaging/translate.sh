#!/usr/bin/env bash
# Bring the translations up to date: `bash packaging/translate.sh`, then fill what is unfinished in
# resources/i18n/*.ts and run it again. PAINTASSIST_BIN names the folder of the tools.
set -euo pipefail
cd "$(dirname "$0")/.."
bin="${PAINTASSIST_BIN:-.venv/bin}"
mapfile -t sources < <(find paintassist/ui -name '*.py' | LC_ALL=C sort)
"$bin/pyside6-lupdate" -no-obsolete -locations none "${sources[@]}" -ts \
    resources/i18n/paintassist_ja.ts resources/i18n/paintassist_zh_CN.ts
for ts in resources/i18n/*.ts; do
    "$bin/pyside6-lrelease" -silent "$ts" -qm "${ts%.ts}.qm"
done
