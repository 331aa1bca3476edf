"""Looks through all frames for colours that jump; the helper compares neighbours."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Slot

from paintassist.core.flicker import find_jumps
from paintassist.ui.desk import Desk
from paintassist.ui.kin import Kin
from paintassist.ui.panels.flicker_panel import FlickerPanel


class FlickerCheck(QObject):
    """Waits until all neighbours are compared, then fills the panel."""

    def __init__(self, desk: Desk, panel: FlickerPanel, kin: Kin) -> None:
        super().__init__(desk)
        self._desk, self._panel, self._kin = desk, panel, kin
        self._running = False
        panel.asked.connect(self.start)
        panel.stopped.connect(self.stop)
        panel.chosen.connect(self._on_chosen)
        kin.found.connect(self._on_kin_found)
        desk.workspace.document_opened.connect(self.clear)
        desk.workspace.settled.connect(self._on_settled)

    @property
    def is_running(self) -> bool:
        """Whether pairs are still to be compared."""
        return self._running

    @Slot()
    def start(self) -> None:
        """Begin anew."""
        self._running = True
        self._kin.want(self._every())
        self._go_on()

    @Slot()
    def stop(self) -> None:
        """Give up; what was found of neighbours stays known."""
        if self._running:
            self._running = False
            self._kin.give_up()
        self._panel.show_progress(0, 0)

    @Slot()
    def clear(self) -> None:
        """Give up and empty the list, as it may speak of another document."""
        self.stop()
        self._panel.clear()

    def _every(self) -> range:
        return range(len(self._desk.document.frames))

    @Slot()
    def _on_kin_found(self) -> None:
        if self._running:
            self._go_on()

    @Slot()
    def _on_settled(self) -> None:
        if not self._running:
            return
        if self._kin.missing(self._every()):
            # Cancelled, or a frame was segmented anew meanwhile and nobody asked for it yet.
            self.stop()
        else:
            self._go_on()

    def _go_on(self) -> None:
        total = len(self._every())
        missing = len(self._kin.missing(self._every()))
        if missing:
            self._panel.show_progress(total - missing, total)
            return
        self._running = False
        self._panel.show_progress(0, 0)
        self._show()

    def _show(self) -> None:
        document = self._desk.document
        frames = document.frames
        areas = [np.zeros(frame.count + 1, np.int64) for frame in frames]
        partners: list[NDArray[np.int64]] = []
        for index in range(1, len(frames)):
            known = self._kin.kinship(index)
            if known is None:
                partners.append(np.zeros(frames[index].count + 1, np.int64))
                continue
            partners.append(known.partner)
            areas[index - 1], areas[index] = known.areas
        jumps = find_jumps([frame.color for frame in frames], areas, partners)
        names = [frame.name for frame in frames]
        colors = [entry.color for entry in document.palette]
        self._panel.show_jumps(jumps, names, colors)

    @Slot(int, int)
    def _on_chosen(self, frame: int, segment: int) -> None:
        frames = self._desk.document.frames
        if frame < len(frames) and segment <= frames[frame].count:
            self._desk.go_to(frame, segment)
