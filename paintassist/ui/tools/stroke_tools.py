"""Tools that draw a stroke and ask for a retouch along it; one undo item each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from paintassist.core.lines import INK_RGB, Ink
from paintassist.ui.canvas.guides import GuidePen
from paintassist.ui.canvas.view import Point
from paintassist.ui.tools.base import HandEvent, ToolHost
from paintassist.ui.tools.requests import (
    DrawBarrier,
    DrawTrace,
    EraseBarriers,
    EraseMarks,
    MarkSegments,
    MergeSegments,
    SplitSegment,
    TakeApart,
    ToolRequest,
)

Points = tuple[Point, ...]
WIDTHS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32)
PAPER = QColor(255, 255, 255, 220)


class StrokeTool:
    """Draws a stroke; what it means is asked for when the hand lets go.

    Parameters
    ----------
    name : str
    request : function
        Makes the request of the stroke's points.
    click : bool
        Whether a mere click means something.
    """

    cursor = Qt.CursorShape.CrossCursor

    def __init__(
        self, name: str, request: Callable[[Points], ToolRequest], click: bool = False
    ) -> None:
        self.name = name
        self._request, self._click = request, click
        self._points: list[Point] = []

    @property
    def pen(self) -> GuidePen | None:
        """What the stroke looks like while it is drawn; None as any guide."""
        return None

    def pressed(self, host: ToolHost, event: HandEvent) -> None:
        """Start the stroke."""
        self._points = [event.pos_image]

    def moved(self, host: ToolHost, event: HandEvent) -> None:
        """Draw on."""
        if self._points:
            self._points.append(event.pos_image)
            host.show_guide(self._points, pen=self.pen)

    def released(self, host: ToolHost, event: HandEvent) -> None:
        """Ask for what the stroke means."""
        if not self._points:
            return
        points, self._points = (*self._points, event.pos_image), []
        host.show_guide([])
        if self._click or len(set(points)) > 1:
            host.ask(self._request(points))


class MergeTool(StrokeTool):
    """Makes one of the segments under a stroke; Shift+click takes a merged one apart."""

    def __init__(self) -> None:
        super().__init__("merge", MergeSegments)

    def released(self, host: ToolHost, event: HandEvent) -> None:
        """Merge, or take apart."""
        if event.shift and event.segment and self._points:
            self._points = []
            host.show_guide([])
            host.ask(TakeApart(event.segment))
        else:
            super().released(host, event)


class MarkTool(StrokeTool):
    """Says which part the segments under a stroke belong to; with Shift their tone as well."""

    def __init__(self) -> None:
        super().__init__("mark_part", self._mark, click=True)
        self._shade = False

    def pressed(self, host: ToolHost, event: HandEvent) -> None:
        """Start the stroke."""
        self._shade = event.shift
        super().pressed(host, event)

    def _mark(self, points: Points) -> ToolRequest:
        return MarkSegments(points, self._shade)


@dataclass
class TraceOptions:
    """How wide trace lines are drawn and taken away, in image pixels."""

    width: int = 2
    eraser: int = 8


class TraceTool(StrokeTool):
    """Draws a trace line of one ink, or takes trace lines away with Shift or as an eraser."""

    def __init__(self, name: str, ink: Ink, options: TraceOptions) -> None:
        super().__init__(name, self._trace, click=True)
        self._ink, self._options = ink, options
        self._erasing = False

    @property
    def pen(self) -> GuidePen:
        """The ink itself, as wide as it will be."""
        if self._now is Ink.NONE:
            return GuidePen(PAPER, self._options.eraser)
        return GuidePen(QColor(*INK_RGB[self._ink]), self._options.width)

    def pressed(self, host: ToolHost, event: HandEvent) -> None:
        """Start the line."""
        self._erasing = event.shift
        super().pressed(host, event)

    @property
    def _now(self) -> Ink:
        return Ink.NONE if self._erasing else self._ink

    def _trace(self, points: Points) -> ToolRequest:
        ink, options = self._now, self._options
        return DrawTrace(ink, options.eraser if ink is Ink.NONE else options.width, points)

    def step_width(self, step: int) -> int:
        """Make the line thicker (1) or thinner (-1); returns its width."""
        options = self._options
        now = options.eraser if self._ink is Ink.NONE else options.width
        index = min(max(WIDTHS.index(now) + step, 0), len(WIDTHS) - 1)
        if self._ink is Ink.NONE:
            options.eraser = WIDTHS[index]
        else:
            options.width = WIDTHS[index]
        return WIDTHS[index]


def stroke_tools() -> list[StrokeTool]:
    """Make one of each."""
    options = TraceOptions()
    return [
        StrokeTool("gap_pen", DrawBarrier),
        StrokeTool("gap_eraser", EraseBarriers, click=True),
        StrokeTool("split", SplitSegment),
        MergeTool(),
        MarkTool(),
        StrokeTool("mark_eraser", EraseMarks, click=True),
        TraceTool("trace_red", Ink.RED, options),
        TraceTool("trace_blue", Ink.BLUE, options),
        TraceTool("trace_green", Ink.GREEN, options),
        TraceTool("trace_eraser", Ink.NONE, options),
    ]
