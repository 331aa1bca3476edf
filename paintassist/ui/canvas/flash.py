"""Segments that blink for a moment because they look different now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from paintassist.ui.canvas.view_widget import ViewWidget

# Lit and unlit in turns, so many times, so many milliseconds each: slow enough for everyone.
TURNS, MILLISECONDS = 5, 220


class Flash(QObject):
    """Counts the turns and has the rectangle around the segments painted again.

    Attributes
    ----------
    wanted : (count + 1,) bool
        The segments that blink.
    """

    def __init__(self, view: ViewWidget) -> None:
        super().__init__(view)
        self._view = view
        self.wanted = np.zeros(0, np.bool_)
        self._turns = 0
        self._timer = QTimer(self)
        self._timer.setInterval(MILLISECONDS)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def is_lit(self) -> bool:
        """Whether the segments are marked now."""
        return self._turns % 2 == 1

    def start(self, wanted: NDArray[np.bool_]) -> None:
        """Let other segments blink."""
        self.stop()
        self.wanted, self._turns = wanted, TURNS
        self._timer.start()
        self._paint()

    def stop(self) -> None:
        """Blink no more."""
        self._turns = 0
        self._timer.stop()
        self._paint()

    @Slot()
    def _on_timeout(self) -> None:
        self._turns -= 1
        if not self._turns:
            self._timer.stop()
        self._paint()

    def _paint(self) -> None:
        renderer = self._view.renderer
        if renderer and len(self.wanted) == renderer.segments.count + 1:
            self._view.update_segments(np.flatnonzero(self.wanted).tolist())
