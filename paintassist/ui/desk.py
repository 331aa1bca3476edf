"""The painter's desk: which frame is on the canvas, which colour is in the hand, what is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from paintassist.core.errors import InputError
from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import PaletteEntry
from paintassist.core.sheets.figures import Figure
from paintassist.document.changes import Change, ChangeKind
from paintassist.document.deciding import lock_edit
from paintassist.document.document import Document
from paintassist.document.frame import DecisionState, Frame
from paintassist.ui.canvas.canvas import Canvas
from paintassist.ui.canvas.renderer import FrameRenderer
from paintassist.ui.edit_names import edit_words
from paintassist.ui.looks import frame_look
from paintassist.ui.workspace import Workspace

Result = TypeVar("Result")


class Desk(QObject):
    """Turns what the painter does on the canvas into edits, and shows what came of it.

    Signals
    -------
    frame_shown : index of the frame on the canvas, -1 without one.
    color_taken : palette index of the current colour, -1 without one.
    color_used : palette index that the painter is about to paint with.
    noted : a sentence for the status bar.
    segment_described : the current segment of the canvas looks different now.
    edited : the painter is about to decide something, or to take it back.
    """

    frame_shown = Signal(int)
    color_taken = Signal(int)
    color_used = Signal(int)
    noted = Signal(str)
    segment_described = Signal()
    edited = Signal()

    def __init__(self, workspace: Workspace, canvas: Canvas, parent: QObject) -> None:
        super().__init__(parent)
        self.workspace, self.canvas = workspace, canvas
        self.frame_index = -1
        self.color_index = NO_COLOR
        self._lines_on_top = False
        workspace.document_opened.connect(self._on_document_opened)
        workspace.document_changed.connect(self._on_document_changed)
        canvas.painted.connect(self._on_painted)
        canvas.color_picked.connect(self._on_color_picked)

    @property
    def document(self) -> Document:
        """The open document."""
        return self.workspace.document

    @property
    def frame(self) -> Frame | None:
        """The frame on the canvas."""
        inside = 0 <= self.frame_index < len(self.document.frames)
        return self.document.frames[self.frame_index] if inside else None

    # Frames

    def show_frame(self, index: int) -> None:
        """Bring another frame to the canvas."""
        if index == self.frame_index or not 0 <= index < len(self.document.frames):
            return
        self.frame_index = index
        self.workspace.session.current = self.document.frames[index].name
        self._show()
        self.frame_shown.emit(index)

    def step_frame(self, step: int) -> None:
        """Go to the next or previous frame."""
        self.show_frame(self.frame_index + step)

    def go_to(self, frame: int, segment: int) -> None:
        """Bring a segment to the middle of the canvas and outline it."""
        self.show_frame(frame)
        self.canvas.centre_on(segment)
        self.canvas.set_current_segment(segment)

    def _show(self) -> None:
        frame = self.frame
        segments = self.document.segments(self.frame_index) if frame else None
        if frame is None or segments is None:
            self.canvas.empty_text = self._empty_text(frame)
            self.canvas.show_frame(None, None, keep_view=False)
            return
        renderer = FrameRenderer(segments)
        renderer.set_lines_on_top(self._lines_on_top)
        self.canvas.show_frame(renderer, frame_look(self.document, frame), keep_view=True)

    def _empty_text(self, frame: Frame | None) -> str:
        if frame is None:
            return self.tr(
                "Drop a folder of line art here, then a painted sheet.\n\n"
                "Or open them from the File menu."
            )
        return frame.problem or self.tr("%1 is being read...").replace("%1", frame.name)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        if self.canvas.renderer is None:
            self._show()

    def set_lines_on_top(self, on_top: bool) -> None:
        """Show trace lines over the paint, or the paint as it will be exported."""
        self._lines_on_top = on_top
        self.canvas.set_lines_on_top(on_top)

    # Colours

    def take_color(self, index: int) -> None:
        """Take a palette entry into the hand."""
        inside = 0 <= index < len(self.document.palette)
        self.color_index = index if inside else NO_COLOR
        entry = self.entry(self.color_index)
        self.canvas.current_color = entry.color if entry else None
        self.color_taken.emit(self.color_index)

    def entry(self, index: int) -> PaletteEntry | None:
        """Return a palette entry, None for `NO_COLOR`."""
        inside = 0 <= index < len(self.document.palette)
        return self.document.palette.entries[index] if inside else None

    def _first(self) -> int:
        """Return the first entry that paints something, `NO_COLOR` without one."""
        entries = self.document.palette.entries
        visible = [index for index, entry in enumerate(entries) if entry.color[3]]
        return visible[0] if visible else NO_COLOR

    def rename_color(self, index: int, name: str) -> None:
        """Give a palette entry another name."""
        entry = self.entry(index)
        if entry and name != entry.name:
            self._try(lambda: self.document.paints.update(index, replace(entry, name=name)))

    # Edits; each is one undo item

    def use_figure(self, sheet: int, figure: Figure) -> None:
        """Switch a sheet off or on, mirror it, or tell from where it is seen."""
        self._decide(lambda: self.document.figures.use(sheet, figure))

    def paint(self, segments: Sequence[int], color: int) -> None:
        """Decide a colour for segments of the frame on the canvas."""
        if self.entry(color) is None:
            self.noted.emit(self.tr("Choose a colour first: click one in the palette"))
            return
        index, frame = self.frame_index, self.frame
        if frame and segments and (frame.decided[list(segments)] == DecisionState.LOCKED).all():
            self.noted.emit(self.tr("What is locked keeps its colour"))
            return
        self.color_used.emit(color)
        self._decide(lambda: self.document.paint(index, list(segments), color))

    def edit(self, change: Callable[[], object]) -> None:
        """Do an edit and watch what follows from it; what cannot be done is told."""
        self._decide(change)

    def accept(self) -> None:
        """Accept the proposal of the current segment."""
        index, segment = self.frame_index, self.canvas.current_segment
        if segment:
            self._decide(lambda: self.document.accept(index, [segment]))

    def accept_frame(self) -> None:
        """Accept every proposal of the frame."""
        index = self.frame_index
        if self.frame:
            self._decide(lambda: self.document.accept(index))

    def accept_frame_next(self) -> None:
        """Accept every proposal of the frame, then go on to the next one."""
        self.accept_frame()
        self.step_frame(1)

    def clear(self) -> None:
        """Open the current segment again."""
        index, segment = self.frame_index, self.canvas.current_segment
        if segment:
            self._decide(lambda: self.document.clear(index, [segment]))

    def lock(self, segments: Sequence[int]) -> None:
        """Lock segments of the frame on the canvas, or open the lock if all are locked."""
        edit = lock_edit(self.frame, np.array(segments, np.int64)) if self.frame else None
        if edit is None:
            self.noted.emit(self.tr("Point at a segment that has a colour"))
        else:
            self._decide(lambda: self.document.do(edit))

    def lock_segment(self) -> None:
        """Lock or unlock the current segment."""
        self.lock([self.canvas.current_segment] if self.canvas.current_segment else [])

    def lock_frame(self) -> None:
        """Lock or unlock every segment of the frame."""
        self.lock(range(1, self.frame.count + 1) if self.frame else [])

    def undo(self) -> None:
        """Take the last edit back."""
        self._step_history(self.document.undo, self.tr("Undone: %1"))

    def redo(self) -> None:
        """Do the last undone edit again."""
        self._step_history(self.document.redo, self.tr("Redone: %1"))

    def go_to_step(self, step: int) -> None:
        """Undo or redo until so many edits of the history are done."""
        history = self.document.history
        self._step_history(
            lambda: self._walk_to(step),
            self.tr("Gone back to: %1") if step < len(history.done) else self.tr("Redone: %1"),
        )

    def _walk_to(self, step: int) -> str:
        history = self.document.history
        while len(history.done) > step and self.document.undo():
            pass
        while len(history.done) < step and self.document.redo():
            pass
        return history.undo_name or self.tr("the beginning")

    def _step_history(self, step: Callable[[], str], text: str) -> None:
        touched: list[int] = []
        seen = (ChangeKind.DECISIONS, ChangeKind.RETOUCH)
        forget = self.document.changed.connect(
            lambda change: touched.append(change.frame) if change.kind in seen else None
        )
        self.edited.emit()
        name = self._try(step)
        forget()
        if name:
            # A painter must see what came back.
            if touched and self.frame_index not in touched:
                self.show_frame(touched[0])
            self.noted.emit(text.replace("%1", edit_words(str(name))))

    def _decide(self, edit: Callable[[], object]) -> None:
        self.edited.emit()
        self._try(edit)

    def _try(self, edit: Callable[[], Result]) -> Result | None:
        try:
            return edit()
        except InputError as error:
            self.workspace.problem_raised.emit(str(error))
            return None

    # What happened

    @Slot()
    def _on_document_opened(self) -> None:
        self.frame_index = -1
        self.take_color(NO_COLOR)
        self._show()
        self.frame_shown.emit(-1)
        self.show_frame(0)
        self.take_color(self._first())

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.kind is ChangeKind.FRAMES:
            if self.frame is None:
                self.frame_index = -1
                self.show_frame(0)
        elif change.kind is ChangeKind.SEGMENTS and change.frame == self.frame_index:
            self._show()
        elif change.kind in (ChangeKind.DECISIONS, ChangeKind.PROPOSALS):
            if change.frame == self.frame_index:
                self._refresh()
        elif change.kind is ChangeKind.PALETTE:
            self.take_color(self.color_index if self.entry(self.color_index) else self._first())
            self._refresh()

    def _refresh(self) -> None:
        frame = self.frame
        if frame and self.canvas.renderer and frame.count == self.canvas.renderer.segments.count:
            self.canvas.set_look(frame_look(self.document, frame))
            self.segment_described.emit()

    @Slot(list)
    def _on_painted(self, segments: list[int]) -> None:
        self.paint(segments, self.color_index)

    @Slot(int)
    def _on_color_picked(self, segment: int) -> None:
        frame = self.frame
        if frame and 0 < segment <= frame.count and frame.color[segment] != NO_COLOR:
            self.take_color(int(frame.color[segment]))
