"""Catches what nobody else caught, in every thread, and hands it to the window's thread."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, Signal

from paintassist.ui.errors.report import trouble_of

log = logging.getLogger("paintassist.uncaught")


class Catcher(QObject):
    """Logs uncaught errors and tells of every error that is logged with its traceback.

    Signals
    -------
    caught : Trouble; emitted in whichever thread it happened.
    """

    caught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._relay = _Relay(self)
        self._before: tuple[Any, Any, Any] | None = None

    def install(self) -> None:
        """Catch from now on."""
        if self._before is None:
            self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
            # Qt's slots and virtual methods end here, too.
            sys.excepthook = self._on_uncaught
            threading.excepthook = self._on_thread
            sys.unraisablehook = self._on_unraisable
            logging.getLogger("paintassist").addHandler(self._relay)

    def remove(self) -> None:
        """Leave it to those who caught before."""
        if self._before is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
            self._before = None
            logging.getLogger("paintassist").removeHandler(self._relay)

    def _on_uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("uncaught %s", kind.__name__, exc_info=(kind, error, trace))

    def _on_thread(self, caught: threading.ExceptHookArgs) -> None:
        name = caught.thread.name if caught.thread else "a thread"
        error = caught.exc_value
        if error is not None and not isinstance(error, SystemExit):
            info = caught.exc_type, error, caught.exc_traceback
            log.critical("uncaught %s in %s", caught.exc_type.__name__, name, exc_info=info)

    def _on_unraisable(self, caught: sys.UnraisableHookArgs) -> None:
        error = caught.exc_value
        if error is not None:
            # Where nothing can be raised, as while something is deleted, nothing is broken.
            info = caught.exc_type, error, caught.exc_traceback
            log.warning("%s", caught.err_msg or "ignored an error", exc_info=info)


class _Relay(logging.Handler):
    """Errors that were logged with their traceback are our fault: the painter is told."""

    def __init__(self, catcher: Catcher) -> None:
        super().__init__(logging.ERROR)
        self._catcher = catcher

    def emit(self, record: logging.LogRecord) -> None:
        """Pass an error on; whatever goes wrong with that is not worth another error."""
        info = record.exc_info
        if info is None or info[0] is None:
            return
        try:
            self._catcher.caught.emit(trouble_of(info))
        except RuntimeError:
            # The window is gone.
            self.handleError(record)
