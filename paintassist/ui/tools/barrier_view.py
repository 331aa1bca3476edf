"""Invisible barriers and marks, seen while a tool is in the hand that draws or erases them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Slot

from paintassist.core.retouch import open_bridges
from paintassist.core.segments import Segments
from paintassist.document.changes import Change, ChangeKind
from paintassist.ui.canvas.view import Point

if TYPE_CHECKING:
    from paintassist.ui.desk import Desk

TOOLS = frozenset({"gap_pen", "gap_eraser", "split", "merge", "find_leak"})
MARK_TOOLS = frozenset({"mark_part", "mark_eraser"})
SUBJECT = "bridges"


class BarrierView(QObject):
    """Shows barriers, bridges and joins of the frame on the canvas."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._shown = self._marks = False
        desk.frame_shown.connect(self._renew)
        desk.workspace.document_changed.connect(self._on_document_changed)

    def show_for(self, tool: str) -> None:
        """Show them or not, for the tool that is taken into the hand."""
        self._shown, self._marks = tool in TOOLS, tool in MARK_TOOLS
        self._renew()

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.kind is ChangeKind.RETOUCH and change.frame == self._desk.frame_index:
            self._renew()

    @Slot()
    def _renew(self) -> None:
        desk, frame = self._desk, self._desk.frame
        segments = desk.document.segments(desk.frame_index) if frame else None
        if self._marks and frame is not None:
            marks = [mark.points for mark in frame.retouch.marks if not mark.erases]
            desk.canvas.set_barriers((), [_middles(points) for points in marks])
            return
        if not self._shown or frame is None or segments is None:
            desk.canvas.set_barriers((), ())
            return
        retouch = frame.retouch
        strokes = [_middles(stroke) for stroke in retouch.barriers]
        joins = [_middles(stroke) for stroke in retouch.joins]
        desk.canvas.set_barriers(strokes, joins)
        if retouch.radius:
            desk.workspace.helper.ask(
                SUBJECT,
                lambda cancel: open_bridges(segments.inks > 0, retouch),
                lambda bridges: self._add(segments, [*strokes, *_lines(bridges)], joins),
            )

    def _add(
        self,
        segments: Segments,
        strokes: Sequence[Sequence[Point]],
        joins: Sequence[Sequence[Point]],
    ) -> None:
        renderer = self._desk.canvas.renderer
        if self._shown and renderer is not None and renderer.segments is segments:
            self._desk.canvas.set_barriers(strokes, joins)


def _middles(stroke: Sequence[tuple[int, int]]) -> list[Point]:
    return [(x + 0.5, y + 0.5) for x, y in stroke]


def _lines(bridges: NDArray[np.int64]) -> list[list[Point]]:
    return [[(x, y), (to_x, to_y)] for x, y, to_x, to_y in (bridges + 0.5).tolist()]
