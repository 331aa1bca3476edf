"""Keeps strip, palette, sheets, status and title in step with the document."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from paintassist.document.changes import Change, ChangeKind
from paintassist.document.frame import DecisionState, Frame
from paintassist.document.requests import page_name
from paintassist.ui.canvas.picture import as_image
from paintassist.ui.canvas.thumbnail import Thumbnail
from paintassist.ui.edit_names import edit_words
from paintassist.ui.looks import count_decided, count_doubtful, frame_look, palette_usage
from paintassist.ui.mark_reader import MarkReader
from paintassist.ui.pace import Pace
from paintassist.ui.panels.strip import FrameCard
from paintassist.ui.words import describe_segment

if TYPE_CHECKING:
    from paintassist.ui.main_window import MainWindow

# Sixty frames land in one go after a correction: counts are renewed once for all.
PAUSE_MILLISECONDS = 40


class Presenter(QObject):
    """Listens to workspace and desk and tells the panels what to show."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workspace, self._desk = window.workspace, window.desk
        self._thumbnails: dict[str, Thumbnail] = {}
        self._stale_frames: set[int] = set()
        self._pace = Pace()
        self._marks = MarkReader(self._desk)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self._on_timeout)
        self._workspace.document_opened.connect(self._on_document_opened)
        self._workspace.document_changed.connect(self._on_document_changed)
        self._workspace.thumbnail_made.connect(self._on_thumbnail_made)
        self._desk.frame_shown.connect(self._on_frame_shown)
        self._desk.color_taken.connect(window.palette_panel.set_current)
        self._desk.color_taken.connect(self._on_color_taken)
        self._desk.segment_described.connect(self._on_current_changed)
        window.reviewer.segment_reached.connect(self._on_segment_reached)
        window.canvas.current_changed.connect(self._on_current_changed)
        window.canvas.view_changed.connect(self._on_view_changed)
        self._on_document_opened()

    def stop(self) -> None:
        """Show nothing any more."""
        self._timer.stop()
        self.blockSignals(True)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._show_history()
        self._on_current_changed()
        self._renew_later([])

    @property
    def _frames(self) -> list[Frame]:
        return self._workspace.document.frames

    # Listening

    @Slot()
    def _on_document_opened(self) -> None:
        self._thumbnails.clear()
        self._pace.restart()
        self._show_frames()
        self._show_palette()
        self._window.references.show_sheets(self._workspace.document)
        self._show_title()
        self._show_history()

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        match change.kind:
            case ChangeKind.FRAMES:
                self._show_frames()
            case ChangeKind.SEGMENTS | ChangeKind.DECISIONS | ChangeKind.PROPOSALS:
                self._renew_later([change.frame])
            case ChangeKind.SHEETS:
                self._window.references.show_sheets(self._workspace.document)
            case ChangeKind.PALETTE:
                self._show_palette()
                self._window.references.renew_colors()
                self._renew_later(range(len(self._frames)))
            case ChangeKind.HISTORY:
                self._show_history()
                self._show_title()
            case ChangeKind.STORE:
                self._show_title()

    @Slot(str, object)
    def _on_thumbnail_made(self, name: str, thumbnail: Thumbnail) -> None:
        self._thumbnails[name] = thumbnail
        self._renew_later([self._workspace.document.frame_index(name)])

    @Slot(int)
    def _on_frame_shown(self, index: int) -> None:
        if index >= 0:
            self._window.strip.set_current(index)
        self._show_usage()

    @Slot(int)
    def _on_color_taken(self, color: int) -> None:
        self._window.choices.set_in_hand(self._desk.entry(color))

    @Slot()
    def _on_current_changed(self) -> None:
        frame, segment = self._desk.frame, self._window.canvas.current_segment
        window = self._window
        if frame is None or not 0 < segment <= frame.count:
            window.status.segment.setText("")
            window.choices.set_entries([])
            window.references.show_source("", 0)
            return
        document = self._workspace.document
        said = self._marks.words(segment)
        words = describe_segment(document, frame, segment)
        window.status.show_segment(f"{words}    {said}" if said else words)
        entries = [document.palette.entries[color] for color in window.chooser.offered(segment)]
        window.choices.set_entries(entries)
        source = frame.source(segment)
        if source and frame.state[segment] == DecisionState.PROPOSED:
            window.references.show_source(source.reference, source.segment)
        else:
            window.references.show_source("", 0)

    @Slot()
    def _on_segment_reached(self) -> None:
        """Bring the sheet into view that the proposal came from; a hover would flicker."""
        frame, segment = self._desk.frame, self._window.canvas.current_segment
        source = frame.source(segment) if frame and 0 < segment <= frame.count else None
        if source:
            self._window.references.select(page_name(source.reference))
            self._on_current_changed()

    @Slot()
    def _on_view_changed(self) -> None:
        ratio = self._window.devicePixelRatioF()
        self._window.status.zoom.setText(f"{self._window.canvas.view.scale * ratio * 100:.0f} %")

    # Showing

    def _show_frames(self) -> None:
        self._stale_frames.clear()
        self._window.strip.set_cards([self._card(frame) for frame in self._frames])
        self._on_frame_shown(self._desk.frame_index)
        self._renew_later([])

    def _show_palette(self) -> None:
        self._window.palette_panel.show_palette(self._workspace.document.palette)
        self._window.palette_panel.set_current(self._desk.color_index)
        self._renew_later([])

    def _show_usage(self) -> None:
        document, frame = self._workspace.document, self._desk.frame
        here = palette_usage(document, [frame] if frame else [])
        self._window.palette_panel.set_usage(here, palette_usage(document, document.frames))

    def _show_history(self) -> None:
        history = self._workspace.document.history
        self._window.history_panel.show_history(history)
        actions = self._window.actions_by_id
        for action_id, name, text in (
            ("undo", history.undo_name, self.tr("&Undo")),
            ("redo", history.redo_name, self.tr("&Redo")),
        ):
            actions[action_id].setEnabled(bool(name))
            actions[action_id].setText(f"{text} {edit_words(name)}" if name else text)

    def _show_title(self) -> None:
        title = self._workspace.title
        store = self._workspace.document.store if self._workspace.is_kept else None
        name = store.path.name if store else title
        if store and store.refusal:
            name = self.tr("%1 [read-only]").replace("%1", name)
        self._window.setWindowTitle(f"{name}[*] - PaintAssist" if name else "PaintAssist[*]")
        self._window.setWindowModified(self._workspace.is_unsaved)

    def _card(self, frame: Frame) -> FrameCard:
        problem = "" if frame.ready else frame.problem
        card = FrameCard(frame.name, None, frame.count, problem=problem)
        card.decided, card.doubtful = count_decided(frame), count_doubtful(frame)
        thumbnail = self._thumbnails.get(frame.name)
        if thumbnail and frame.count >= int(thumbnail.labels.max()):
            look = frame_look(self._workspace.document, frame)
            pixels = thumbnail.paint(look.rgba, look.marks.unpainted)
            card.image = as_image(pixels, opaque=True).copy()
        return card

    def _renew_later(self, frames: range | list[int]) -> None:
        self._stale_frames.update(frames)
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _on_timeout(self) -> None:
        for index in sorted(self._stale_frames):
            if 0 <= index < len(self._frames):
                self._window.strip.set_card(index, self._card(self._frames[index]))
        self._stale_frames.clear()
        self._show_usage()
        total = sum(frame.count for frame in self._frames)
        left = total - sum(count_decided(frame) for frame in self._frames)
        self._pace.note(left, time.monotonic())
        minutes = self._pace.minutes_left()
        if minutes is None:
            text = self.tr("%1 of %2 segments left")
        elif minutes == 1:
            text = self.tr("%1 of %2 segments left, about 1 minute")
        else:
            text = self.tr("%1 of %2 segments left, about %3 minutes").replace("%3", str(minutes))
        text = text.replace("%1", f"{left:,}").replace("%2", f"{total:,}")
        self._window.status.counts.setText(text if total else "")
