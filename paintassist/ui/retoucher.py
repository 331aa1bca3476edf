"""Retouches worked out in the helper thread, one after the other; each is one undo item."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from paintassist.core.lines import LineSettings
from paintassist.core.retouch import Retouch
from paintassist.core.segments import Segments
from paintassist.document.edits import Edit
from paintassist.document.packing import PackedSegments, unpack_segments
from paintassist.document.retouching import Retouched, retouch_atom, retouch_segments
from paintassist.ui.desk import Desk
from paintassist.ui.helper import Cancel
from paintassist.ui.words import counted

Make = Callable[[Segments, Retouch], Retouch]
"""Makes another retouch of a frame from its segments and the one it has; in the helper."""

SUBJECT = "retouch"


@dataclass(frozen=True, eq=False)
class Task:
    """One undo item to be: its name, what it makes of which frames, and what is said then."""

    name: str
    frames: Mapping[str, Make]
    said: str = ""


@dataclass(frozen=True, eq=False)
class Ground:
    """What a frame is like when the helper begins with it."""

    packed: PackedSegments
    retouch: Retouch
    segments: Segments | None


class Retoucher(QObject):
    """Takes tasks and lands what comes of them, in their order.

    A frame that changed while the helper worked is worked out again. Strokes that come
    meanwhile wait, so that none is lost.

    Signals
    -------
    landed : names of the frames that have other segments now.
    """

    landed = Signal(list)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._tasks: deque[Task] = deque()
        desk.workspace.document_opened.connect(self._tasks.clear)
        desk.workspace.helper.rested.connect(self._on_rested)

    def change(self, name: str, frames: Mapping[str, Make], said: str = "") -> None:
        """Retouch frames by name; one undo item. `said` is told instead of the new count."""
        self._tasks.append(Task(name, frames, said))
        if len(self._tasks) == 1:
            self._begin()

    def change_here(self, name: str, make: Make, said: str = "") -> None:
        """Retouch the frame on the canvas."""
        if self._desk.frame is not None:
            self.change(name, {self._desk.frame.name: make}, said)

    def _begin(self) -> None:
        task, document = self._tasks[0], self._desk.document
        work: dict[str, tuple[Ground, Make]] = {}
        for name, make in task.frames.items():
            index = document.frame_index(name)
            frame = document.frames[index] if index >= 0 else None
            if frame is not None and frame.packed is not None:
                here = document.segments(index) if index == self._desk.frame_index else None
                work[name] = Ground(frame.packed, frame.retouch, here), make
        lines = document.settings.lines
        self._desk.workspace.progressed.emit(self.tr("Retouching"), 0, 0)
        self._desk.workspace.helper.ask(
            SUBJECT, lambda cancel: _work_out(work, lines, cancel), self._land
        )

    def _land(self, found: Mapping[str, Retouched]) -> None:
        document = self._desk.document
        frames = {name: document.frames[document.frame_index(name)] for name in found}
        if any(frame.packed is not found[name].before for name, frame in frames.items()):
            self._begin()
            return
        task = self._tasks.popleft()
        atoms = [retouch_atom(frame, found[name]) for name, frame in frames.items()]
        real = tuple(atom for atom in atoms if atom is not None)
        if real:
            before = sum(frame.count for frame in frames.values())
            self._desk.edit(lambda: document.do(Edit(task.name, real)))
            if task.said:
                self._desk.noted.emit(task.said)
            else:
                self._tell(sum(new.segments.count for new in found.values()) - before)
            self.landed.emit([atom.frame for atom in real])
        else:
            self._desk.noted.emit(self.tr("Nothing changed"))
        if self._tasks:
            self._begin()

    def _tell(self, more: int) -> None:
        one, many = self.tr("1 segment more than before"), self.tr("%1 segments more than before")
        if more < 0:
            one = self.tr("1 segment fewer than before")
            many = self.tr("%1 segments fewer than before")
        none = self.tr("As many segments as before")
        self._desk.noted.emit(counted(abs(more), one, many) if more else none)

    @Slot()
    def _on_rested(self) -> None:
        if not self._desk.workspace.helper.is_asked(SUBJECT):
            # Cancelled, or failed and told: what waited behind it has lost its ground.
            self._tasks.clear()


def _work_out(
    work: Mapping[str, tuple[Ground, Make]], lines: LineSettings, cancel: Cancel
) -> dict[str, Retouched]:
    """Work out what is changed of some frames; called in the helper."""
    found: dict[str, Retouched] = {}
    for name, (ground, make) in work.items():
        cancel.check()
        segments = ground.segments or unpack_segments(ground.packed)
        retouch = make(segments, ground.retouch)
        if retouch != ground.retouch:
            found[name] = retouch_segments(ground.packed, segments, retouch, lines)
    return found
