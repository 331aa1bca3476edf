"""The composition root of the window."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from paintassist import __version__
from paintassist.engines.base import Engine
from paintassist.engines.registry import make_engine
from paintassist.resources import sample_folder
from paintassist.ui.icons import make_icon
from paintassist.ui.main_window import MainWindow
from paintassist.ui.theme import Theme, apply_theme


def make_application() -> QApplication:
    """Return the one application object, dressed."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("PaintAssist")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("paintassist")
    apply_theme(app, Theme.SYSTEM)
    app.setWindowIcon(make_icon("app", app.palette()))
    return app


def _make_engine(name: str | None) -> Engine:
    return make_engine(name)


def run(path: Path | None, sample: bool) -> int:
    """Show the window until it is closed.

    Parameters
    ----------
    path : Path or None
        A folder, an image or a project to open.
    sample : bool
        Open the bundled sample.

    Returns
    -------
    int
        Exit status.
    """
    logging.basicConfig(level=logging.WARNING)
    app = make_application()
    window = MainWindow(_make_engine)
    # However the application ends, the thread ends first.
    app.aboutToQuit.connect(window.workspace.close)
    window.show()
    wanted = sample_folder() if sample else path
    if wanted is not None:
        window.open_path(wanted)
    return app.exec()
