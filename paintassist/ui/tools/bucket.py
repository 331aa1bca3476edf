"""The bucket: click fills a segment, a stroke fills all it crosses."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt

from paintassist.ui.canvas.view import Point
from paintassist.ui.tools.base import FillOptions, HandEvent, ToolHost


class BucketTool:
    """Fills with the current colour; one stroke is one undo item.

    With Shift, every segment of the frame that carries the colour of a segment under the
    stroke is filled with it. With Ctrl, the stroke carries the colour of the segment where it
    begins: what it crosses gets that colour, which stays in the hand.
    """

    name = "bucket"
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, options: FillOptions | None = None) -> None:
        self._options = options or FillOptions()
        self._crossed: set[int] = set()
        self._filled: dict[int, None] = {}
        self._last: Point | None = None

    def pressed(self, host: ToolHost, event: HandEvent) -> None:
        """Fill the segment under the hand."""
        self._crossed, self._filled = set(), {}
        self._last = event.pos_image
        if event.ctrl:
            host.pick_color(event.segment)
            self._crossed.add(event.segment)
        else:
            self._fill(host, [event.segment] if event.segment else [], event.shift)
        host.preview_paint(list(self._filled))

    def moved(self, host: ToolHost, event: HandEvent) -> None:
        """Fill what the stroke crossed since the last event."""
        if self._last is None:
            return
        before = len(self._filled)
        self._fill(host, host.segments_along(self._last, event.pos_image), event.shift)
        self._last = event.pos_image
        if len(self._filled) > before:
            host.preview_paint(list(self._filled))

    def released(self, host: ToolHost, event: HandEvent) -> None:
        """Decide."""
        if self._last is not None:
            host.paint(list(self._filled))
        self._crossed, self._filled, self._last = set(), {}, None

    def _fill(self, host: ToolHost, segments: Iterable[int], alike: bool) -> None:
        for segment in segments:
            if segment in self._crossed:
                continue
            self._crossed.add(segment)
            found = host.segments_like(segment) if alike else [segment]
            if self._options.only_unpainted:
                found = host.unpainted(found)
            self._filled |= dict.fromkeys(found)
