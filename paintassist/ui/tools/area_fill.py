"""Lasso and rectangle: fill what lies mostly inside what the hand drew."""

from __future__ import annotations

from PySide6.QtCore import Qt

from paintassist.ui.canvas.view import Point
from paintassist.ui.tools.base import FillOptions, HandEvent, ToolHost


class LassoTool:
    """Fills the segments inside a loop drawn by hand; one undo item."""

    name = "lasso"
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, options: FillOptions | None = None) -> None:
        self._options = options or FillOptions()
        self._points: list[Point] = []

    def outline(self, points: list[Point]) -> list[Point]:
        """Return the loop that the positions of the hand stand for."""
        return points

    def pressed(self, host: ToolHost, event: HandEvent) -> None:
        """Start the loop."""
        self._points = [event.pos_image]

    def moved(self, host: ToolHost, event: HandEvent) -> None:
        """Draw the loop; what it holds is looked up when the hand lets go."""
        if self._points:
            self._points.append(event.pos_image)
            host.show_guide(self.outline(self._points), closed=True)

    def released(self, host: ToolHost, event: HandEvent) -> None:
        """Fill."""
        if not self._points:
            return
        outline = self.outline([*self._points, event.pos_image])
        self._points = []
        host.show_guide([])
        found = host.segments_inside(outline)
        host.paint(host.unpainted(found) if self._options.only_unpainted else found)


class RectangleTool(LassoTool):
    """Fills the segments inside a rectangle; one undo item."""

    name = "rectangle"

    def outline(self, points: list[Point]) -> list[Point]:
        """Return the rectangle between the first position and the last."""
        (left, top), (right, bottom) = points[0], points[-1]
        return [(left, top), (right, top), (right, bottom), (left, bottom)]
