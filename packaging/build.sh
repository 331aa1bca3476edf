#!/usr/bin/env bash
# Build PaintAssist as one folder that needs no Python, on a bare Linux or macOS:
# `bash packaging/build.sh [slim|gpu|full]`. See packaging/release.md.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# PyInstaller reads libraries with objdump, and the folder takes Qt's own from the system.
command -v apt-get >/dev/null && QT_PACKAGES+=(binutils)
install_system_packages
flavour=slim
case "${1:-}" in slim | gpu | full) flavour="$1" && shift ;; esac
"$(find_python)" -s -E "$ROOT/packaging/build.py" "$flavour" "$@"
case "$(uname -s)" in
    Linux)
        command -v dpkg-deb >/dev/null &&
            bash "$ROOT/packaging/linux/deb.sh" "$ROOT/build/$flavour/dist/PaintAssist"
        ;;
    Darwin) bash "$ROOT/packaging/macos/dmg.sh" "$ROOT/build/$flavour/dist/PaintAssist.app" ;;
esac
