"""`paintassist [PATH]`: the window."""

from __future__ import annotations

import argparse
from pathlib import Path

from paintassist import __version__
from paintassist.core.errors import InputError

HELP = "PaintAssist proposes a colour for every segment of a cel and learns from corrections."
QT_LIBRARIES = (
    "libegl1 libgl1 libglib2.0-0 libfontconfig1 libfreetype6 libxkbcommon0 libdbus-1-3 "
    "libxkbcommon-x11-0 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 "
    "libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    parser.add_argument("path", metavar="PATH", nargs="?", help="a folder, an image or a project")
    parser.add_argument("--sample", action="store_true", help="open the bundled sample")
    parser.add_argument("--version", action="version", version=f"paintassist {__version__}")


def run(arguments: argparse.Namespace) -> int:
    """Open the window."""
    path = None if arguments.path is None else Path(arguments.path)
    if path is not None and not path.exists():
        raise InputError(
            f"{path} is neither a command nor a file or folder; see paintassist --help"
        )
    try:
        from paintassist.ui.app import run as run_window
    except ImportError as error:
        raise _missing_library(error) from error
    return run_window(path, arguments.sample)


def _missing_library(error: ImportError) -> Exception:
    """Name the cure for what a bare machine lacks; our own broken imports stay ours."""
    if ".so" in str(error):
        return InputError(
            f"the window needs system libraries ({error}); on Debian or Ubuntu run: "
            f"apt-get install -y {QT_LIBRARIES}"
        )
    if (error.name or "").startswith("PySide6"):
        return InputError("the window needs PySide6; run: pip install PySide6-Essentials")
    return error
