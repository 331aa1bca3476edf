"""Which segments of neighbouring frames are the same part, found in the helper thread."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

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


@dataclass(frozen=True, eq=False)
class Kinship:
    """What is known of two neighbouring frames.

    Attributes
    ----------
    pair : Pair
        Their label maps; where a frame has another one by now, it is late.
    partner : (N + 1,) int64
        The segment of the first that each one of the second continues, 0 without one.
    areas : two of (N + 1,) int64
        Pixels per segment of either frame.
    """

    pair: Pair
    partner: NDArray[np.int64]
    areas: tuple[NDArray[np.int64], NDArray[np.int64]]


class KinFinder:
    """Finds partners; lives in the helper thread."""

    def __init__(self) -> None:
        self._neighbours = Neighbours()
        self._segments: list[tuple[PackedSegments, Segments]] = []

    def find(self, pair: Pair, cancel: Cancel) -> Kinship:
        """Compare two neighbouring frames."""
        before, after = (self._unpack(packed, cancel) for packed in pair)
        cancel.check()
        partner = self._neighbours.partners(before, after)
        return Kinship(pair, partner, (before.area, after.area))

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
        self._known: dict[str, Kinship] = {}
        workspace.document_opened.connect(self._on_document_opened)

    def partner(self, index: int) -> NDArray[np.int64] | None:
        """Return (N + 1,) int64: the segments of the frame before, 0 where there is none.

        None while they are not known, and for the first frame.
        """
        known = self.kinship(index)
        return known.partner if known else None

    def kinship(self, index: int) -> Kinship | None:
        """Return what is known of a frame and the one before."""
        pair = self._pair(index)
        known = self._known.get(self._name(index)) if pair else None
        same = (
            known
            and pair
            and all(one is other for one, other in zip(known.pair, pair, strict=True))
        )
        return known if same else None

    def missing(self, indices: Iterable[int]) -> list[int]:
        """Return the frames whose partners can be found and are not known yet."""
        return [index for index in indices if self._pair(index) and self.partner(index) is None]

    def want(self, indices: Iterable[int], urgent: bool = True) -> list[int]:
        """Ask for the partners of some frames; returns those that are not known yet."""
        missing = self.missing(indices)
        for index in missing:
            self._ask(index, urgent)
        return missing

    def give_up(self) -> None:
        """Wait for no partners any more."""
        for frame in self._workspace.document.frames:
            self._workspace.helper.drop(_subject(frame.name))

    def _ask(self, index: int, urgent: bool) -> None:
        pair, name = self._pair(index), self._name(index)
        if pair is None:
            return
        finder = self._finder

        def done(kinship: Kinship) -> None:
            self._known[name] = kinship
            self.found.emit(self._workspace.document.frame_index(name))

        ask = self._workspace.helper.ask
        ask(_subject(name), lambda cancel: finder.find(pair, cancel), done, urgent)

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


def _subject(frame: str) -> str:
    return f"kin of {frame}"
