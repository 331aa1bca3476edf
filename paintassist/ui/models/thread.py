"""Long work on models in a thread of its own, so that painting goes on meanwhile."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from paintassist.core.errors import InputError
from paintassist.io.stop import Stop, Stopped

log = logging.getLogger(__name__)

# Bytes a unit of the progress bar, which counts in 32 bits.
UNIT = 1024


class ModelThread(QThread):
    """Does one piece of work and ends.

    Parameters
    ----------
    work : function
        Given this thread, whose `report`, `progress` and `stop` it uses; returns the sentence
        for when it is done.

    Signals
    -------
    reported : what is being done.
    progressed : KiB done, KiB in all (0 = unknown), file.
    done : sentence.
    failed : sentence for the painter; empty when it was stopped.
    """

    reported = Signal(str)
    progressed = Signal(int, int, str)
    done = Signal(str)
    failed = Signal(str)

    def __init__(self, work: Callable[[ModelThread], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stop = Stop()
        self._work = work

    def run(self) -> None:
        """Work; called by Qt in the new thread."""
        try:
            self.done.emit(self._work(self))
        except Stopped:
            self.failed.emit("")
        except InputError as error:
            self.failed.emit(str(error))
        except Exception as error:
            log.exception("the work on models failed")
            sentence = self.tr("This met an error of ours (%1); the log has the details")
            self.failed.emit(sentence.replace("%1", type(error).__name__))

    def report(self, what: str) -> None:
        """Tell what is being done; stops the work if that was asked for."""
        self.stop.check()
        self.reported.emit(what)

    def progress(self, done: int, total: int, name: str) -> None:
        """Tell how far a download is, in bytes."""
        self.progressed.emit(done // UNIT, total // UNIT, name)

    def finish(self) -> None:
        """Ask the work to stop, and wait until it has."""
        self.stop.set()
        self.wait()
