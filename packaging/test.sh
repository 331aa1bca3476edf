#!/usr/bin/env bash
# Install PaintAssist with its tools into .venv and pass the tests; arguments go to pytest.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_system_packages
install_paintassist --editable '.[dev]'
check_qt
cd "$ROOT"
# Windows of the tests are drawn into memory: the same on a desktop and in a container.
export QT_QPA_PLATFORM="${PAINTASSIST_TEST_PLATFORM:-offscreen}"
exec "$VENV/bin/python" -m pytest "$@"
