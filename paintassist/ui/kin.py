"""Which segments of neighbouring frames are the same part, found in the helper thread."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from paintassist.core.segments import Segments
from paintassist.document.neighbours import Neighbours
from paintassist.document.packing import PackedSegments, unpack_segments
from paintassist.ui.helper import Cancel
from paintassist.ui.workspace import Workspace

# Label maps that the helper keeps unpacked: walking along the frames needs two.
UNPACKED = 3

Pair = tuple[PackedSegments, PackedSegments]


class KinFinder:
    """Finds partners; lives in the helper thread."""

    def __init__(self) -> None:
        self._neighbours = Neighbours()
        self._segments: list[tuple[PackedSegments, Segments]] = []

    def partners(self, pair: Pair, cancel: Cancel) -> NDArray[np.int64]:
        """Return the segment of the first that each one of the second continues, 0 without."""
        before, after = (self._unpack(packed, cancel) for packed in pair)
        cancel.check()
        return self._neighbours.partners(before, after)

    def _unpack(self, packed: PackedSegments, cancel: Cancel) -> Segments:
        cancel.check()
        for kept, segments in self._segments:
            if kept is packed:
                return segments
        segments = unpack_segments(packed)
        self._segments = [*self._segments[1 - UNPACKED :], (packed, segments)]
        return segments


class Kin(QObject):
    """Knows the partners of neighbouring frames, as far as they were asked for.

    Signals
    -------
    found : index of the frame whose partners in the frame before are known now.
    """

    found = Signal(int)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._finder = KinFinder()
        self._known: dict[str, tuple[Pair, NDArray[np.int64]]] = {}
        workspace.document_opened.connect(self._on_document_opened)

    def partner(self, index: int) -> NDArray[np.int64] | None:
        """Return (N + 1,) int64: the segments of the frame before, 0 where there is none.

        None while they are not known, and for the first frame.
        """
        pair = self._pair(index)
        known = self._known.get(self._name(index)) if pair else None
        return known[1] if known and pair and _same(known[0], pair) else None

    def want(self, indices: Iterable[int], urgent: bool = True) -> list[int]:
        """Ask for the partners of some frames; returns those that are not known yet."""
        missing = [index for index in indices if self._pair(index) and self.partner(index) is None]
        for index in reversed(missing) if urgent else missing:
            self._ask(index, urgent)
        return missing

    def _ask(self, index: int, urgent: bool) -> None:
        pair, name = self._pair(index), self._name(index)
        if pair is None:
            return
        finder = self._finder

        def done(partner: NDArray[np.int64]) -> None:
            self._known[name] = pair, partner
            self.found.emit(self._workspace.document.frame_index(name))

        subject = f"kin of {name}"
        self._workspace.helper.ask(
            subject, lambda cancel: finder.partners(pair, cancel), done, urgent
        )

    def _pair(self, index: int) -> Pair | None:
        frames = self._workspace.document.frames
        if not 0 < index < len(frames):
            return None
        before, after = frames[index - 1].packed, frames[index].packed
        return (before, after) if before and after else None

    def _name(self, index: int) -> str:
        return self._workspace.document.frames[index].name

    @Slot()
    def _on_document_opened(self) -> None:
        self._known.clear()


def _same(one: Pair, other: Pair) -> bool:
    return one[0] is other[0] and one[1] is other[1]
