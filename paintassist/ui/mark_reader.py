"""What is said of the segments on the canvas: by the painter, or by guides in the drawing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from paintassist.core.marks import NO_PART, Marks, marks_of
from paintassist.core.shade import Shade
from paintassist.document.changes import Change, ChangeKind
from paintassist.ui.desk import Desk
from paintassist.ui.words import mark_words

SUBJECT = "marks"
TELLING = {ChangeKind.SEGMENTS, ChangeKind.RETOUCH}


class MarkReader(QObject):
    """Has the marks of the frame on the canvas worked out, where there are any."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._marks: Marks | None = None
        desk.frame_shown.connect(self._renew)
        desk.workspace.document_changed.connect(self._on_document_changed)

    def words(self, segment: int) -> str:
        """Return what is said of a segment of the frame on the canvas; mostly nothing."""
        marks = self._marks
        if marks is None or not 0 < segment <= len(marks.part):
            return ""
        part = int(marks.part[segment - 1])
        name = "" if part == NO_PART else marks.parts[part]
        return mark_words(name, Shade(int(marks.shade[segment - 1])))

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        here = change.kind in TELLING and change.frame == self._desk.frame_index
        if here or change.kind is ChangeKind.SETTINGS:
            self._renew()

    @Slot()
    def _renew(self) -> None:
        self._marks = None
        desk, frame = self._desk, self._desk.frame
        segments = desk.document.segments(desk.frame_index) if frame else None
        if frame is None or segments is None:
            return
        lines, strokes = desk.document.settings.lines, frame.retouch.marks
        if strokes or segments.guides is not None or lines.trace_shades:
            desk.workspace.helper.ask(
                SUBJECT, lambda cancel: marks_of(segments, lines, strokes), self._show, urgent=False
            )

    def _show(self, marks: Marks) -> None:
        frame = self._desk.frame
        if frame is not None and len(marks.part) == frame.count:
            self._marks = marks
            self._desk.segment_described.emit()
