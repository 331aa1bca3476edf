"""Looks through all frames for colours that jump, a pair of frames at a time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Slot

from paintassist.core.flicker import find_jumps
from paintassist.core.segments import Segments
from paintassist.document.neighbours import Neighbours
from paintassist.ui.desk import Desk
from paintassist.ui.panels.flicker_panel import FlickerPanel


class FlickerCheck(QObject):
    """Compares neighbours between two events of the window, so that it stays alive."""

    def __init__(self, desk: Desk, panel: FlickerPanel) -> None:
        super().__init__(desk)
        self._desk, self._panel = desk, panel
        self._neighbours = Neighbours()
        self._partners: list[NDArray[np.int64]] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        panel.asked.connect(self.start)
        panel.chosen.connect(self._on_chosen)
        desk.workspace.document_opened.connect(self.stop)

    @property
    def is_running(self) -> bool:
        """Whether pairs are still to be compared."""
        return self._timer.isActive()

    @Slot()
    def start(self) -> None:
        """Begin anew."""
        self._partners = []
        self._timer.start(0)

    @Slot()
    def stop(self) -> None:
        """Give up; the list is emptied, as it may speak of another document."""
        self._timer.stop()
        self._panel.list.clear()

    def _segments(self, index: int) -> Segments | None:
        return self._desk.document.segments(index)

    @Slot()
    def _step(self) -> None:
        frames = self._desk.document.frames
        index = len(self._partners) + 1
        if index < len(frames):
            before, after = self._segments(index - 1), self._segments(index)
            if before is None or after is None:
                self._partners.append(np.zeros(frames[index].count + 1, np.int64))
            else:
                self._partners.append(self._neighbours.partners(before, after))
            return
        self._timer.stop()
        counts = [len(partner) - 1 for partner in self._partners]
        if counts != [frame.count for frame in frames[1:]]:
            # A frame was segmented anew meanwhile.
            self.start()
            return
        self._show()

    def _show(self) -> None:
        document = self._desk.document
        found = [self._segments(index) for index in range(len(document.frames))]
        areas = [np.zeros(1, np.int64) if segments is None else segments.area for segments in found]
        jumps = find_jumps([frame.color for frame in document.frames], areas, self._partners)
        names = [frame.name for frame in document.frames]
        colors = [entry.color for entry in document.palette]
        self._panel.show_jumps(jumps, names, colors)

    @Slot(int, int)
    def _on_chosen(self, frame: int, segment: int) -> None:
        frames = self._desk.document.frames
        if frame < len(frames) and segment <= frames[frame].count:
            self._desk.show_frame(frame)
            self._desk.canvas.centre_on(segment)
            self._desk.canvas.set_current_segment(segment)
