"""A line drawing that was changed: what is kept of the decisions, and what finds no place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintassist.core.segments import Segments
from paintassist.document.carry import match_by_overlap
from paintassist.document.edits import Atom, FrameMap, Lost, LostAtom, RetouchAtom
from paintassist.document.frame import Frame
from paintassist.document.packing import unpack_segments
from paintassist.document.requests import LoadedFrame


@dataclass(frozen=True, eq=False)
class Redrawn:
    """A changed drawing, ready to be taken over; made in any thread.

    Attributes
    ----------
    frame : str
    old : FrameMap
        What the frame was when this was worked out.
    atoms : tuple of Atom
        What takes it over.
    kept, lost : int
        How many decisions.
    """

    frame: str
    old: FrameMap
    atoms: tuple[Atom, ...]
    kept: int
    lost: int

    def fits(self, frame: Frame) -> bool:
        """Tell whether the frame is still what it was."""
        return (
            frame.packed is self.old.packed
            and np.array_equal(frame.decided, self.old.state)
            and np.array_equal(frame.decided_color, self.old.color)
        )


def redraw(frame: str, old: FrameMap, lost: tuple[Lost, ...], loaded: LoadedFrame) -> Redrawn:
    """Work out how a changed drawing is taken over.

    Every decision stays whose segment overlaps a new one by more than half of both; the rest
    joins what was lost before.

    Raises
    ------
    ValueError
        If the old label map is damaged.
    """
    assert loaded.packed is not None
    before = unpack_segments(old.packed)
    after = loaded.segments or unpack_segments(loaded.packed)
    partner = match_by_overlap(before, after)
    state, color = old.state[partner], old.color[partner]
    state[0], color[0] = old.state[0], old.color[0]
    gone = np.setdiff1d(np.flatnonzero(old.state), partner)
    fell = tuple(_lost(before, int(segment), old) for segment in gone)
    new = FrameMap(old.retouch, loaded.packed, state, color, loaded.content_hash)
    atoms: tuple[Atom, ...] = (RetouchAtom(frame, old, new),)
    places = {(item.x, item.y): item for item in (*lost, *fell)}
    both = tuple(places[place] for place in sorted(places))
    if both != lost:
        atoms = (*atoms, LostAtom(frame, lost, both))
    return Redrawn(frame, old, atoms, int(np.count_nonzero(state)), len(gone))


def _lost(segments: Segments, segment: int, old: FrameMap) -> Lost:
    x, y = inner_point(segments, segment)
    return Lost(x, y, int(old.state[segment]), int(old.color[segment]))


def inner_point(segments: Segments, segment: int) -> tuple[int, int]:
    """Return x, y of the pixel of a segment that is nearest to its middle."""
    left, top, width, height = segments.bbox[segment].tolist()
    inside = segments.labels[top : top + height, left : left + width] == segment
    rows, cols = np.nonzero(inside)
    middle: NDArray[np.float64] = segments.centroid[segment] - (left, top)
    nearest = np.argmin((cols - middle[0]) ** 2 + (rows - middle[1]) ** 2)
    return left + int(cols[nearest]), top + int(rows[nearest])
