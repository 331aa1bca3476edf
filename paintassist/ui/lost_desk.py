"""Shows what changed drawings took away, until the painter has seen to it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QDockWidget

from paintassist.document.changes import Change, ChangeKind
from paintassist.document.edits import Edit, LostAtom
from paintassist.ui.color_words import entry_label
from paintassist.ui.desk import Desk
from paintassist.ui.panels.lost_panel import LostPanel, LostPlace

KINDS = {ChangeKind.LOST, ChangeKind.DECISIONS, ChangeKind.SEGMENTS, ChangeKind.PALETTE}


class LostDesk(QObject):
    """Keeps the list of lost decisions; one whose place is painted is seen to."""

    def __init__(self, desk: Desk, panel: LostPanel, dock: QDockWidget) -> None:
        super().__init__(desk)
        self._desk, self._panel, self._dock = desk, panel, dock
        self._renewal = QTimer(self)
        self._renewal.setSingleShot(True)
        self._renewal.setInterval(50)
        self._renewal.timeout.connect(self.renew)
        panel.chosen.connect(self._on_chosen)
        panel.cleared.connect(self.clear)
        desk.workspace.document_opened.connect(self._on_document_opened)
        desk.workspace.document_changed.connect(self._on_document_changed)
        dock.hide()

    @Slot()
    def _on_document_opened(self) -> None:
        self.renew()
        self._dock.setVisible(self._panel.list.count() > 0)

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        frames = self._desk.document.frames
        if change.kind is ChangeKind.LOST and frames[change.frame].lost:
            self._dock.show()
            self._dock.raise_()
        if (
            change.kind in KINDS and any(frame.lost for frame in frames)
        ) or change.kind is ChangeKind.LOST:
            self._renewal.start()

    @Slot()
    def renew(self) -> None:
        """Show what is still to be seen to."""
        self._panel.show_places(self._places())

    def _places(self) -> list[LostPlace]:
        document = self._desk.document
        places: list[LostPlace] = []
        for index, frame in enumerate(document.frames):
            segments = document.segments(index) if frame.lost else None
            for lost in frame.lost:
                segment = 0
                if segments is not None and 0 <= lost.x < segments.size[0]:
                    inside = 0 <= lost.y < segments.size[1]
                    segment = int(segments.labels[lost.y, lost.x]) if inside else 0
                if frame.decided[segment]:
                    continue
                entry = document.palette.entries[lost.color]
                place = (lost.x, lost.y)
                places.append(LostPlace(index, frame.name, place, entry.color, entry_label(entry)))
        return places

    @Slot(int, int, int)
    def _on_chosen(self, frame: int, x: int, y: int) -> None:
        document = self._desk.document
        if frame >= len(document.frames):
            return
        segments = document.segments(frame)
        inside = segments is not None and x < segments.size[0] and y < segments.size[1]
        segment = int(segments.labels[y, x]) if segments is not None and inside else 0
        self._desk.show_frame(frame)
        canvas = self._desk.canvas
        canvas.set_view(canvas.view.centred_on((x, y), (canvas.width(), canvas.height())))
        canvas.set_current_segment(segment)

    @Slot()
    def clear(self) -> None:
        """Forget all lost decisions; one undo item."""
        document = self._desk.document
        atoms = tuple(
            LostAtom(frame.name, frame.lost, ()) for frame in document.frames if frame.lost
        )
        if atoms:
            self._desk.edit(lambda: document.do(Edit("Clear list of lost decisions", atoms)))
