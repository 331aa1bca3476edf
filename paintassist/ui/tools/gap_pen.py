"""The gap pen: an invisible line that parts segments where the drawing is open."""

from __future__ import annotations

from PySide6.QtCore import Qt

from paintassist.ui.canvas.view import Point
from paintassist.ui.tools.base import HandEvent, ToolHost
from paintassist.ui.tools.requests import DrawBarrier


class GapPenTool:
    """Draws a barrier along the stroke; one undo item."""

    name = "gap_pen"
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self) -> None:
        self._points: list[Point] = []

    def pressed(self, host: ToolHost, event: HandEvent) -> None:
        """Start the barrier."""
        self._points = [event.pos_image]

    def moved(self, host: ToolHost, event: HandEvent) -> None:
        """Draw on."""
        if self._points:
            self._points.append(event.pos_image)
            host.show_guide(self._points)

    def released(self, host: ToolHost, event: HandEvent) -> None:
        """Part what the stroke parts; a mere click draws nothing."""
        points, self._points = [*self._points, event.pos_image], []
        host.show_guide([])
        if len(set(points)) > 1:
            host.ask(DrawBarrier(tuple(points)))
