"""The bucket: click fills a segment, a stroke fills all it crosses."""

from __future__ import annotations

from PySide6.QtCore import Qt

from paintassist.ui.canvas.view import Point
from paintassist.ui.tools.base import HandEvent, ToolHost


class BucketTool:
    """Fills with the current colour; one stroke is one undo item."""

    name = "bucket"
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self) -> None:
        self._filled: dict[int, None] = {}
        self._last: Point | None = None

    def pressed(self, host: ToolHost, event: HandEvent) -> None:
        """Fill the segment under the hand."""
        self._filled = {event.segment: None} if event.segment else {}
        self._last = event.pos_image
        host.preview_paint(list(self._filled))

    def moved(self, host: ToolHost, event: HandEvent) -> None:
        """Fill what the stroke crossed since the last event."""
        if self._last is None:
            return
        before = len(self._filled)
        self._filled |= dict.fromkeys(host.segments_along(self._last, event.pos_image))
        self._last = event.pos_image
        if len(self._filled) > before:
            host.preview_paint(list(self._filled))

    def released(self, host: ToolHost, event: HandEvent) -> None:
        """Decide."""
        if self._last is not None:
            host.paint(list(self._filled))
        self._filled, self._last = {}, None
