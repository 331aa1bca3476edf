"""What an edit changed elsewhere: it flashes, is told, and can be stepped through."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Slot

from paintassist.core.matching import NO_COLOR
from paintassist.document.changes import EMPTY_IDS, Change, ChangeKind
from paintassist.document.frame import Frame
from paintassist.ui.desk import Desk
from paintassist.ui.words import spread_words

# Proposals land frame by frame; after this many quiet milliseconds they are counted.
PAUSE = 200


class Spread(QObject):
    """Remembers the segments that the engine changed since the last edit that changed any."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._changed: dict[str, NDArray[np.int64]] = {}
        self._unseen: set[str] = set()
        self._retouched: dict[str, NDArray[np.int32]] = {}
        self._watching = self._fresh = False
        self._at: tuple[str, int] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._on_timeout)
        desk.edited.connect(self._on_edited)
        desk.frame_shown.connect(self._on_frame_shown)
        desk.workspace.document_opened.connect(self.forget)
        desk.workspace.document_changed.connect(self._on_document_changed)

    @Slot()
    def forget(self) -> None:
        """Remember nothing: another document, or other segments."""
        self._timer.stop()
        self._changed, self._unseen, self._at = {}, set(), None
        self._retouched = {}
        self._watching = self._fresh = False

    @property
    def count(self) -> int:
        """How many segments changed."""
        return sum(len(ids) for ids in self._changed.values())

    def step(self, step: int) -> None:
        """Go to the next (1) or the previous (-1) segment that changed, across frames."""
        frames = self._desk.document.frames
        places = [
            (index, segment)
            for index, frame in enumerate(frames)
            for segment in self._changed.get(frame.name, EMPTY_IDS).tolist()
            if segment <= frame.count
        ]
        if not places:
            self._desk.noted.emit(self.tr("The last corrections changed nothing elsewhere"))
            return
        self._desk.go_to(*places[self._following(places, step)])
        frame, segment = self._desk.frame, self._desk.canvas.current_segment
        if frame is not None:
            self._at = frame.name, segment
        text = self.tr("Changed: %1 of %2")
        here = self._following(places, 0) + 1
        self._desk.noted.emit(text.replace("%1", str(here)).replace("%2", str(len(places))))

    def _following(self, places: list[tuple[int, int]], step: int) -> int:
        index = self._desk.document.frame_index(self._at[0]) if self._at else -1
        if self._at is None or (index, self._at[1]) not in places:
            return 0 if step >= 0 else len(places) - 1
        return (places.index((index, self._at[1])) + step) % len(places)

    @Slot()
    def _on_edited(self) -> None:
        # What changed before stays until this edit has changed something itself.
        self._watching = self._fresh = True
        self._retouched = {}

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.kind is ChangeKind.FRAMES:
            self.forget()
        elif change.kind is ChangeKind.RETOUCH:
            frame = self._desk.document.frames[change.frame]
            # Its ids are others now; what was shown went along by overlap.
            self._retouched[frame.name] = frame.color
            self._changed.pop(frame.name, None)
            self._unseen.discard(frame.name)
        elif change.kind is ChangeKind.PROPOSALS and self._watching and len(change.ids):
            self._note(self._desk.document.frames[change.frame], change.ids)

    def _note(self, frame: Frame, ids: NDArray[np.int64]) -> None:
        name = frame.name
        if name in self._retouched:
            shown = self._retouched[name]
            if len(shown) != len(frame.color) or (shown == NO_COLOR).all():
                # It was not unpacked: nobody knows what was shown where.
                return
            changed = np.flatnonzero((shown != frame.color) & (frame.color != NO_COLOR))
        else:
            changed = np.union1d(
                EMPTY_IDS if self._fresh else self._changed.get(name, EMPTY_IDS), ids
            )
        if self._fresh and len(changed):
            self._fresh = False
            self._changed, self._unseen, self._at = {}, set(), None
        if len(changed):
            self._changed[name] = changed
            self._unseen.add(name)
        else:
            self._changed.pop(name, None)
        self._timer.start()

    @Slot()
    def _on_timeout(self) -> None:
        if self.count:
            self._desk.noted.emit(spread_words(self.count, len(self._changed)))
            self._flash()

    @Slot()
    def _on_frame_shown(self) -> None:
        if not self._timer.isActive():
            self._flash()

    def _flash(self) -> None:
        frame = self._desk.frame
        if frame is not None and frame.name in self._unseen:
            self._unseen.discard(frame.name)
            self._desk.canvas.flash(self._changed[frame.name])
