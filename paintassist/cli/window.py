"""`paintassist [PATH]`: the window."""

from __future__ import annotations

import argparse
from pathlib import Path

from paintassist import __version__
from paintassist.cli.system import BASE_LIBRARIES, check_display
from paintassist.core.errors import InputError

HELP = "PaintAssist proposes a colour for every segment of a cel and learns from corrections."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    parser.add_argument("path", metavar="PATH", nargs="?", help="a folder, an image or a project")
    parser.add_argument("--sample", action="store_true", help="open the bundled sample")
    parser.add_argument("--version", action="version", version=f"paintassist {__version__}")


def run(arguments: argparse.Namespace) -> int:
    """Open the window."""
    path = None if arguments.path is None else Path(arguments.path)
    if path is not None and not path.exists():
        raise InputError(f"{path} is neither a command nor a file or folder; check the name")
    check_display()
    try:
        from paintassist.ui.app import run as run_window
    except ImportError as error:
        raise explain_import(error) from error
    return run_window(path, arguments.sample)


def explain_import(error: ImportError) -> Exception:
    """Name the cure for what a bare machine lacks; our own broken imports stay ours."""
    if ".so" in str(error):
        packages = " ".join(BASE_LIBRARIES.values())
        return InputError(
            f"the window needs system libraries ({error}); "
            f"on Debian or Ubuntu run: apt-get install -y {packages}"
        )
    if (error.name or "").startswith("PySide6"):
        return InputError("the window needs PySide6; run: pip install PySide6-Essentials")
    return error
