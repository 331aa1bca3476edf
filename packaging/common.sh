# shellcheck shell=bash
# Shared by try.sh, test.sh and .ci/run: what has to be on the machine before PaintAssist runs.
# Sourced, not run.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
VENV="${PAINTASSIST_VENV:-$ROOT/.venv}"
export PIP_DISABLE_PIP_VERSION_CHECK=1

# Qt's own needs on a bare Debian or Ubuntu: drawing and fonts, then the X11 plugin.
QT_PACKAGES=(
    libegl1 libgl1 libglib2.0-0 libfontconfig1 libfreetype6 libxkbcommon0 libdbus-1-3
    fontconfig fonts-dejavu-core
    libxkbcommon-x11-0 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0
    libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-sync1
    libxcb-xfixes0 libxcb-xkb1
)
PYTHON_PACKAGES=(python3 python3-venv)

say() { printf '==> %s\n' "$*"; }
fail() { printf 'PaintAssist: %s\n' "$*" >&2; exit 2; }

# A registry that did not answer gets a second chance; a wrong command fails twice.
twice() { "$@" || { say "trying once more: $*"; sleep 5; "$@"; }; }

find_python() {
    local name
    for name in python3.13 python3.12 python3.11 python3 python; do
        if "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
            >/dev/null 2>&1; then
            command -v "$name"
            return
        fi
    done
    return 1
}

# Debian's packages among the arguments that are not there; t64 is Debian 13's name for some.
missing_packages() {
    local name status
    for name in "$@"; do
        # dpkg-query fails if one of the two names is unknown, and still tells of the other.
        status="$(dpkg-query -W -f '${Status}\n' "$name" "${name}t64" 2>/dev/null || true)"
        [[ $status == *"install ok installed"* ]] || printf '%s ' "$name"
    done
}

install_system_packages() {
    local wanted=("${QT_PACKAGES[@]}") missing
    find_python >/dev/null || wanted+=("${PYTHON_PACKAGES[@]}")
    if ! command -v apt-get >/dev/null; then
        find_python >/dev/null || fail "needs Python 3.11 or newer; install it and start again"
        return 0 # Not Debian: what Qt misses is named by check_qt.
    fi
    read -ra missing <<<"$(missing_packages "${wanted[@]}")"
    [ "${#missing[@]}" -eq 0 ] && return 0
    if [ "$(id -u)" -ne 0 ]; then
        fail "needs some system packages; install them, then start again:
    sudo apt-get install ${missing[*]}"
    fi
    say "installing system packages: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    twice apt-get update -qq
    twice apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >/dev/null
}

# Usage: install_paintassist PIP_ARGUMENT...
install_paintassist() {
    local python
    python="$(find_python)" || fail "needs Python 3.11 or newer; install it and start again"
    if [ ! -x "$VENV/bin/python" ]; then
        say "creating $VENV with $("$python" --version)"
        "$python" -m venv "$VENV"
    fi
    say "installing PaintAssist into $VENV (some minutes the first time)"
    (cd "$ROOT" && twice "$VENV/bin/python" -m pip install --quiet "$@")
}

# One sentence instead of a linker's message where Qt lacks a library.
check_qt() {
    local error
    error="$("$VENV/bin/python" -c 'import PySide6.QtWidgets' 2>&1)" && return 0
    fail "Qt cannot start: ${error##*$'\n'}; install the package that has this library"
}

has_display() {
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]
}
