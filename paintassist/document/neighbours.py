"""Which segments of neighbouring frames are the same part, by where optical flow carries them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from paintassist.core.segments import Segments
from paintassist.engines.flow import FlowEngine

# Share of a segment's pixels that flow must carry into its partner, both ways.
CARRIED = 0.4
# Frames whose small pictures are kept: half a megabyte each.
KEPT = 64


class Neighbours:
    """Finds partners between two frames; each frame is looked at once."""

    def __init__(self) -> None:
        self._engine = FlowEngine()
        self._partners: dict[tuple[str, str], NDArray[np.int64]] = {}

    def partners(self, before: Segments, after: Segments) -> NDArray[np.int64]:
        """Return the segment of `before` that each one of `after` continues.

        Returns
        -------
        (after.count + 1,) int64
            0 where there is none. Partners are mutual, so no two share one.
        """
        key = before.key, after.key
        found = self._partners.get(key)
        if found is None:
            found = self._partners[key] = self._find(before, after)
            while len(self._partners) > KEPT:
                del self._partners[next(iter(self._partners))]
        return found

    def _find(self, before: Segments, after: Segments) -> NDArray[np.int64]:
        partner = np.zeros(after.count + 1, np.int64)
        if not before.count or not after.count:
            return partner
        old, new = self._engine.encode(before), self._engine.encode(after)
        back = self._engine.similarity(new, old)
        forth = self._engine.similarity(old, new)
        best, returns = back.argmax(axis=1), forth.argmax(axis=1)
        rows = np.arange(after.count)
        mutual = (returns[best] == rows) & (back[rows, best] >= CARRIED)
        mutual &= forth[best, rows] >= CARRIED
        partner[1:][mutual] = best[mutual] + 1
        return partner
