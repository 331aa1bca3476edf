"""A frame's drawing retouched: worked out in any thread, landed in the document's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from paintassist.core.lines import LineSettings
from paintassist.core.retouch import Retouch, apply_retouch, continued
from paintassist.core.segments import Segments
from paintassist.document.edits import FrameMap, RetouchAtom
from paintassist.document.frame import Frame
from paintassist.document.packing import PackedSegments, pack_segments


@dataclass(frozen=True, eq=False)
class Retouched:
    """A retouch and the label map that it makes.

    Attributes
    ----------
    before : PackedSegments
        The label map it was made from; where the frame has another one by now, it is late.
    retouch : Retouch
    packed : PackedSegments
    segments : Segments
    partner : (N + 1,) int64
        Per segment the one before that it goes on from, 0 without one.
    """

    before: PackedSegments
    retouch: Retouch
    packed: PackedSegments
    segments: Segments
    partner: NDArray[np.int64]


def retouch_segments(
    before: PackedSegments, segments: Segments, retouch: Retouch, lines: LineSettings
) -> Retouched:
    """Work out the label map; `before` are `segments`, packed. Takes a tenth of a second."""
    after = apply_retouch(segments, retouch, lines)
    partner = continued(segments, after.labels)
    return Retouched(before, retouch, pack_segments(after), after, partner)


def retouch_atom(frame: Frame, new: Retouched) -> RetouchAtom | None:
    """Return what gives a frame a retouch; None if it has it, or another label map by now.

    Decisions stay with the segments that go on; a piece that was parted off is open.
    """
    if new.retouch == frame.retouch or new.before is not frame.packed:
        return None
    old = frame.map_now()
    state, color = frame.decided[new.partner], frame.decided_color[new.partner]
    return RetouchAtom(frame.name, old, FrameMap(new.retouch, new.packed, state, color))


def rename_marks(frames: Iterable[Frame], old: str, new: str) -> tuple[RetouchAtom, ...]:
    """Return what lets marks that speak of a part speak of it by its new name."""
    atoms: list[RetouchAtom] = []
    for frame in frames:
        marks = tuple(
            replace(mark, part=new) if mark.part == old else mark for mark in frame.retouch.marks
        )
        if frame.packed is not None and marks != frame.retouch.marks:
            before = frame.map_now()
            after = replace(before, retouch=replace(frame.retouch, marks=marks))
            atoms.append(RetouchAtom(frame.name, before, after))
    return tuple(atoms)
