"""Pen tablets: events are only collected when they come, and worked off right after.

A driver that waits for a slow handler sends a late click that nobody made.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QMouseEvent, QTabletEvent

KINDS = {
    QEvent.Type.TabletPress: QEvent.Type.MouseButtonPress,
    QEvent.Type.TabletMove: QEvent.Type.MouseMove,
    QEvent.Type.TabletRelease: QEvent.Type.MouseButtonRelease,
}


class Pen(QObject):
    """Turns what a pen does into what a mouse would have done; pressure says nothing.

    Parameters
    ----------
    work : function of QMouseEvent
        Called for each event from a timer, never from the pen's own event.
    parent : QObject
    """

    def __init__(self, work: Callable[[QMouseEvent], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._waiting: list[QMouseEvent] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timeout)

    def take(self, event: QTabletEvent) -> None:
        """Collect an event; of several hovers only the last one matters."""
        kind = KINDS.get(event.type())
        if kind is None:
            return
        event.accept()
        hovers = kind is QEvent.Type.MouseMove and event.buttons() == Qt.MouseButton.NoButton
        mouse = QMouseEvent(
            kind,
            event.position(),
            event.globalPosition(),
            Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else event.button(),
            event.buttons(),
            event.modifiers(),
        )
        if hovers and self._waiting and self._hovers(self._waiting[-1]):
            self._waiting[-1] = mouse
        else:
            self._waiting.append(mouse)
        if not self._timer.isActive():
            self._timer.start()

    def _hovers(self, event: QMouseEvent) -> bool:
        still = event.buttons() == Qt.MouseButton.NoButton
        return still and event.type() is QEvent.Type.MouseMove

    @Slot()
    def _on_timeout(self) -> None:
        waiting, self._waiting = self._waiting, []
        for event in waiting:
            self._work(event)
