"""The composition root of the window."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from paintassist import __version__
from paintassist.document.store import Settings
from paintassist.engines.base import Engine
from paintassist.engines.registry import make_or_default
from paintassist.resources import sample_folder
from paintassist.ui.collecting import Collector
from paintassist.ui.errors.watch import ErrorWatch
from paintassist.ui.icons import app_icon
from paintassist.ui.main_window import MainWindow
from paintassist.ui.theme import Theme, apply_theme
from paintassist.ui.workspace import MakeEngine

# Seconds; whatever holds the window up, proposals come.
LONGEST_WAIT = 5.0


def make_application() -> QApplication:
    """Return the one application object, dressed."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("PaintAssist")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("paintassist")
    apply_theme(app, Theme.SYSTEM)
    app.setWindowIcon(app_icon())
    return app


def make_project_engine(settings: Settings) -> Engine:
    """Build the engine that a project names; called in the worker, loading takes seconds."""
    return make_or_default(settings.engine or None, settings.model or None)


class LaterEngine:
    """Makes engines once the window has been painted.

    Loading holds the interpreter, and the first picture would wait for it.
    """

    def __init__(self, make: MakeEngine) -> None:
        self._make = make
        self._painted = threading.Event()

    def allow(self) -> None:
        """The window is there, or will never be."""
        self._painted.set()

    def __call__(self, settings: Settings) -> Engine:
        """Wait, in the worker's thread, then make the engine."""
        self._painted.wait(LONGEST_WAIT)
        return self._make(settings)


class WarningRelay(logging.Handler):
    """Hands what engines warn of, in whichever thread, to the painter's message bar."""

    def __init__(self, show: Callable[[str], object]) -> None:
        super().__init__(logging.WARNING)
        self._show = show

    def emit(self, record: logging.LogRecord) -> None:
        """Pass a warning on; errors have a way of their own."""
        if record.levelno == logging.WARNING:
            self._show(record.getMessage())


class FileOpener(QObject):
    """Opens what macOS hands over: a double click there is an event, and no argument."""

    def __init__(self, open_path: Callable[[Path], object], parent: QObject) -> None:
        super().__init__(parent)
        self._open_path = open_path

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files; leave all other events alone."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._open_path(Path(event.file()))
            return True
        return super().eventFilter(watched, event)


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
    engines = LaterEngine(make_project_engine)
    window = MainWindow(engines)
    watch = ErrorWatch(window)
    collector = Collector()
    # Emitting a signal is safe from every thread; the message bar hears of it in its own.
    relay = WarningRelay(window.workspace.problem_raised.emit)
    logging.getLogger("paintassist.engines").addHandler(relay)
    app.aboutToQuit.connect(engines.allow)
    # However the application ends, the thread ends first.
    app.aboutToQuit.connect(window.workspace.close)
    if sys.platform == "darwin":
        app.installEventFilter(FileOpener(window.open_path, window))
    window.show()
    wanted = sample_folder() if sample else path
    if wanted is not None:
        window.open_path(wanted)
    else:
        window.tour.offer()
    window.files.offer_drafts()
    QTimer.singleShot(0, engines.allow)
    status = app.exec()
    logging.getLogger("paintassist.engines").removeHandler(relay)
    watch.close()
    collector.close()
    return status
