"""Atoms of decisions and closed gaps, made from what the frames show now."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from paintassist.core.barriers import Gaps, close_gaps
from paintassist.core.lines import LineSettings
from paintassist.core.matching import NO_COLOR
from paintassist.core.segments import Segments
from paintassist.document.edits import DecisionAtom, GapAtom
from paintassist.document.frame import DecisionState, Frame
from paintassist.document.packing import pack_segments


def decision_atom(
    frame: Frame, ids: NDArray[np.int64], state: DecisionState, colors: NDArray[np.int32]
) -> DecisionAtom:
    """Return what decides `colors` (K,) for `ids` (K,), and back."""
    return DecisionAtom(
        frame.name,
        ids,
        frame.decided[ids],
        frame.decided_color[ids],
        np.full(len(ids), state, np.uint8),
        colors,
    )


def swap_atoms(frames: Sequence[Frame], old: int, new: int) -> tuple[DecisionAtom, ...]:
    """Return what gives every segment that shows `old` the colour `new`, decided or not."""
    atoms: list[DecisionAtom] = []
    for frame in frames:
        ids = np.flatnonzero(frame.color == old)
        if old not in (new, NO_COLOR) and len(ids):
            colors = np.full(len(ids), new, np.int32)
            atoms.append(decision_atom(frame, ids, DecisionState.CORRECTED, colors))
    return tuple(atoms)


def gap_atom(frame: Frame, segments: Segments, gaps: Gaps, lines: LineSettings) -> GapAtom | None:
    """Return what closes the gaps of a frame otherwise; None if that parts nothing anew.

    Decisions stay with the segments that go on; a piece that was parted off is open.
    """
    closed = close_gaps(segments, gaps, lines)
    old = frame.map_now()
    if gaps == frame.gaps:
        return None
    new = frame.with_segments(pack_segments(closed), closed)
    new.gaps = gaps
    return GapAtom(frame.name, old, new.map_now())
