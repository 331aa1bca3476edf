"""The window's side, asked of another process: Qt ends the one where it cannot start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence

from paintassist.installed import remedy_for_broken
from paintassist.jobs.doctor.finding import Finding, State

LONGEST_SECONDS = 60
FONTS_REMEDY = {
    "linux": "install a Japanese font; on Debian or Ubuntu: apt-get install -y fonts-noto-cjk",
    "win32": "add Japanese in Settings > Time & language; it brings the fonts",
    "darwin": "switch Hiragino on in Font Book",
}


def examine_window(command: Sequence[str]) -> Sequence[Finding]:
    """Start Qt in a process of its own.

    Parameters
    ----------
    command : sequence of str
        Prints what `ui.probe.describe` returns, as JSON.
    """
    if no_display(os.environ):
        words = "there is no display, so no window; commands such as 'colorize' work without"
        remedy = "run it on a desktop, or by 'xvfb-run paintassist'"
        return [Finding("window", State.NOTICE, words, remedy)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=LONGEST_SECONDS, check=False
        )
        facts = json.loads(done.stdout) if done.returncode == 0 else {}
    except subprocess.TimeoutExpired:
        words = f"Qt did not start within {LONGEST_SECONDS} s"
        return [Finding("window", State.BROKEN, words, "restart the desktop; try again")]
    if not facts:
        return [_failed(done.stderr, done.returncode)]
    words = (
        f"Qt {facts['qt']} on {facts['platform']}, "
        f"{', '.join(facts['screens']) or 'no screen'}, style {facts['style']}"
    )
    return [Finding("window", State.OK, words, facts=facts), _fonts(facts["japanese_fonts"])]


def no_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Return whether no window can be opened because nobody could see it."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform.startswith("linux") and not any(environment.get(name) for name in names)


def _failed(errors: str, status: int) -> Finding:
    """Make a finding of what a process said that could not start Qt."""
    lines = [line.removeprefix("paintassist: ").strip() for line in errors.splitlines()]
    lines = [line for line in lines if line] or [f"Qt ended the program ({status})"]
    # Our own sentence stands alone and ends with the remedy; Qt's first line says what failed.
    first, semicolon, remedy = lines[0].partition(";")
    if status == 2 and semicolon:
        return Finding("window", State.BROKEN, first, remedy.strip())
    if named := os.environ.get("QT_QPA_PLATFORM"):
        remedy = f"unset QT_QPA_PLATFORM, which is '{named}' here"
    else:
        remedy = remedy_for_broken("PySide6-Essentials")
    return Finding("window", State.BROKEN, f"Qt cannot start: {lines[0]}", remedy)


def _fonts(fonts: Sequence[str]) -> Finding:
    shown = {"japanese_fonts": fonts}
    if fonts:
        words = f"{len(fonts)} with Japanese letters, such as {fonts[0]}"
        return Finding("fonts", State.OK, words, facts=shown)
    system = "linux" if sys.platform.startswith("linux") else sys.platform
    remedy = FONTS_REMEDY.get(system, "install a Japanese font")
    return Finding("fonts", State.NOTICE, "none has Japanese letters", remedy, shown)
