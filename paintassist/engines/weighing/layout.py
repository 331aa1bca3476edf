"""How the segments of one drawing lie to each other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintassist.core.segments import Segments
from paintassist.engines.placing import drawing_window, places


@dataclass(frozen=True, eq=False)
class Layout:
    """Places and common borders of the N segments of a drawing.

    Attributes
    ----------
    place : (N, 4) float32
        x, y in -1..1 of the drawing, log side of the box, log root area.
    starts : (N + 1,) int64
        The neighbours of row i are entries starts[i]:starts[i + 1] of ...
    neighbour : (E,) int64
        ... their rows, and of ...
    share : (E,) float32
        ... the shares of i's border that it has in common with them.
    background : int
        Row of the background, -1 without one.
    """

    place: NDArray[np.float32]
    starts: NDArray[np.int64]
    neighbour: NDArray[np.int64]
    share: NDArray[np.float32]
    background: int

    @property
    def owner(self) -> NDArray[np.int64]:
        """Row that each entry of `neighbour` belongs to, (E,) int64."""
        return np.repeat(np.arange(len(self.place)), np.diff(self.starts))

    def borders(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the shares of some rows with all others, (K, N) float32."""
        result = np.zeros((len(rows), len(self.place)), np.float32)
        first, length = self.starts[rows], self.starts[rows + 1] - self.starts[rows]
        row = np.repeat(np.arange(len(rows)), length)
        entry = np.arange(len(row)) - np.repeat(np.cumsum(length) - length - first, length)
        result[row, self.neighbour[entry]] = self.share[entry]
        return result


def layout_of(segments: Segments) -> Layout:
    """Describe how the segments of a drawing lie."""
    one, other, border = segments.borders()
    total = np.maximum(np.bincount(one, border, segments.count), 1)
    order = np.lexsort((other, one))
    one, other, border = one[order], other[order], border[order]
    return Layout(
        place=places(segments, drawing_window(segments)),
        starts=np.searchsorted(one, np.arange(segments.count + 1)).astype(np.int64),
        neighbour=other.astype(np.int64),
        share=(border / total[one]).astype(np.float32),
        background=segments.background - 1,
    )
