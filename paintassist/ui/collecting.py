"""Garbage is collected in the window's thread only.

Python collects cycles in whichever thread allocates next. If that is the worker and the cycle
holds a Qt object without a parent, Qt destroys it in the wrong thread, and the process dies.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

# The youngest are looked at every second, the older ones every so many times.
MILLISECONDS = 1000
OLDER, OLDEST = 10, 60


class Collector(QObject):
    """Collects in this thread and in no other.

    Parameters
    ----------
    parent : QObject, optional
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        self._times = 0
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(MILLISECONDS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    @Slot()
    def collect(self) -> None:
        """Collect what is young, and now and then what is older."""
        self._times += 1
        gc.collect(2 if self._times % OLDEST == 0 else int(self._times % OLDER == 0))

    def close(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()
