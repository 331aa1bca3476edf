"""The review: the walk through the doubtful, and accepting many at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from paintassist.core.matching import NO_COLOR
from paintassist.document.accepting import (
    Selection,
    accept_edit,
    count_of,
    select_certain,
    select_color,
    select_part,
    select_until_doubtful,
)
from paintassist.document.review import Facts, Walk, disagreeing
from paintassist.ui.accept_dialog import AcceptDialog
from paintassist.ui.desk import Desk
from paintassist.ui.kin import Kin
from paintassist.ui.preferences import open_preferences
from paintassist.ui.words import counted

LEAST = "review/least"
# A proposal this probable is accepted with others, unless the painter chose otherwise.
DEFAULT_LEAST = 0.9
# Neighbour frames whose parts are compared before anyone asks: the order of the walk needs them.
NEAR = 2


class Reviewer(QObject):
    """Walks from doubt to doubt and accepts; every step is one undo item.

    Signals
    -------
    segment_reached : the walk went to another segment.
    """

    segment_reached = Signal()

    def __init__(self, desk: Desk, kin: Kin) -> None:
        super().__init__(desk)
        self._desk, self._kin = desk, kin
        self._walk = Walk()
        self._part: tuple[str, int] | None = None
        self._dialog: AcceptDialog | None = None
        self.preferences = open_preferences()
        desk.workspace.document_opened.connect(self._on_document_opened)
        desk.workspace.settled.connect(self._on_quiet)
        desk.frame_shown.connect(self._on_quiet)
        kin.found.connect(self._on_kin_found)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the review do, by id."""
        here, every = self._here, self._every
        return {
            "next_doubtful": lambda: self.step(1),
            "previous_doubtful": lambda: self.step(-1),
            "accept_next": self.accept_next,
            "later": self.put_off,
            "accept_certain": lambda: self.accept(self._certain(here())),
            "accept_certain_all": lambda: self.accept(self._certain(every())),
            "accept_above": self.show_dialog,
            "accept_color": lambda: self.accept_color(here()),
            "accept_color_all": lambda: self.accept_color(every()),
            "accept_part": self.accept_part,
            "carry_on": self.carry_on,
        }

    # The walk

    def step(self, step: int) -> None:
        """Go to the next or previous doubtful segment, in whichever frame it is."""
        desk = self._desk
        place = self._walk.step(desk.document.frames, self._facts, desk.frame_index, step)
        if place is None:
            desk.noted.emit(self.tr("Nothing is doubtful any more"))
            return
        desk.go_to(*place)
        self.segment_reached.emit()

    def accept_next(self) -> None:
        """Accept the outlined segment, then go on to the next doubtful one."""
        self._desk.accept()
        self.step(1)

    def put_off(self) -> None:
        """Leave the outlined segment for later and go on."""
        frame, segment = self._desk.frame, self._desk.canvas.current_segment
        if frame is not None and segment:
            self._walk.put_off(frame, segment)
        self.step(1)

    def _facts(self, index: int) -> Facts:
        document = self._desk.document
        segments = document.segments(index)
        count = document.frames[index].count
        area = np.zeros(count + 1, np.int64) if segments is None else segments.area
        return Facts(area, disagreeing(document.frames, index, self._kin.partner))

    # Accepting many

    @property
    def least(self) -> float:
        """How probable a proposal must be to be accepted with others, 0..1."""
        stored = self.preferences.value(LEAST, DEFAULT_LEAST)
        try:
            return min(max(float(str(stored)), 0.0), 1.0)
        except ValueError:
            return DEFAULT_LEAST

    def accept(self, selection: Selection) -> None:
        """Accept a selection at once."""
        desk, count = self._desk, count_of(selection)
        edit = accept_edit(desk.document.frames, selection)
        if edit is None:
            desk.noted.emit(self.tr("There is nothing to accept"))
            return
        desk.edit(lambda: desk.document.do(edit))
        one, many = self.tr("1 segment accepted"), self.tr("%1 segments accepted")
        desk.noted.emit(counted(count, one, many))

    def accept_color(self, indices: range) -> None:
        """Accept the proposals that have the colour of the outlined segment."""
        frame, segment = self._desk.frame, self._desk.canvas.current_segment
        color = int(frame.color[segment]) if frame is not None and segment else NO_COLOR
        if color == NO_COLOR:
            self._desk.noted.emit(self.tr("Point at a segment that has a colour"))
            return
        self.accept(select_color(self._desk.document.frames, indices, color))

    def accept_part(self) -> None:
        """Accept the proposals for the part that the outlined segment shows, in all frames."""
        frame, segment = self._desk.frame, self._desk.canvas.current_segment
        if frame is None or not segment or frame.color[segment] == NO_COLOR:
            self._desk.noted.emit(self.tr("Point at a segment that has a colour"))
            return
        self._part = frame.name, segment
        if self._kin.want(self._every()):
            self._desk.noted.emit(self.tr("Following the part through the frames..."))
        else:
            self._accept_followed()

    def _accept_followed(self) -> None:
        part, self._part = self._part, None
        document = self._desk.document
        index = document.frame_index(part[0]) if part else -1
        if part and index >= 0 and part[1] <= document.frames[index].count:
            self.accept(select_part(document.frames, index, part[1], self._kin.partner))

    def carry_on(self) -> None:
        """Accept the outlined segment and all that is not doubtful, up to the first doubt."""
        desk = self._desk
        document, index, segment = desk.document, desk.frame_index, desk.canvas.current_segment
        if desk.frame is None:
            return
        selection, stop = select_until_doubtful(document.frames, index, segment)
        self.accept(selection)
        if stop < 0:
            desk.show_frame(len(document.frames) - 1)
            desk.noted.emit(self.tr("Nothing is doubtful up to the last frame"))
            return
        if not document.frames[stop].ready:
            desk.show_frame(stop)
            desk.noted.emit(self.tr("This frame has no segments yet; carry on once it has"))
            return
        place = stop, self._walk.first(document.frames, self._facts, stop)
        if not place[1]:
            # All that is left there was put off.
            self.step(1)
            return
        self._walk.go_to(document.frames, self._facts, place)
        desk.go_to(*place)
        self.segment_reached.emit()

    def _here(self) -> range:
        index = self._desk.frame_index
        return range(index, index + 1) if index >= 0 else range(0)

    def _every(self) -> range:
        return range(len(self._desk.document.frames))

    def _certain(self, indices: range) -> Selection:
        return select_certain(self._desk.document.frames, indices, self.least)

    def show_dialog(self) -> None:
        """Ask from which confidence on to accept, and where."""
        if self._dialog is None:
            self._dialog = AcceptDialog(self._desk.canvas, self.least)
            self._dialog.asked.connect(self._on_dialog_asked)
            self._dialog.applied.connect(self._on_dialog_applied)
            self._dialog.finished.connect(self._on_dialog_finished)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.ask()

    def _chosen(self, least: float, every: bool) -> Selection:
        indices = self._every() if every else self._here()
        return select_certain(self._desk.document.frames, indices, least)

    @Slot(float, bool)
    def _on_dialog_asked(self, least: float, every: bool) -> None:
        if self._dialog is not None:
            self._dialog.show_count(count_of(self._chosen(least, every)))

    @Slot(float, bool)
    def _on_dialog_applied(self, least: float, every: bool) -> None:
        self.preferences.setValue(LEAST, least)
        self.accept(self._chosen(least, every))

    @Slot()
    def _on_dialog_finished(self) -> None:
        self._dialog = None

    # What happened

    @Slot()
    def _on_document_opened(self) -> None:
        self._walk.restart()
        self._part = None

    @Slot()
    def _on_quiet(self) -> None:
        index = self._desk.frame_index
        if self._desk.workspace.busy:
            return
        if self._part is not None and self._kin.missing(self._every()):
            # Cancelled: what is found later must not accept anything.
            self._part = None
        if index >= 0:
            self._kin.want(range(index - NEAR + 1, index + NEAR + 1), urgent=False)

    @Slot()
    def _on_kin_found(self) -> None:
        if self._part is not None and not self._kin.missing(self._every()):
            self._accept_followed()
