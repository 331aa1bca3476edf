"""Colour flicker (iro-paka): parts whose colour jumps between neighbouring frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintassist.core.matching import NO_COLOR


@dataclass(frozen=True)
class Jump:
    """A segment that has another colour than the same part one frame before.

    Attributes
    ----------
    frame, segment : int
        Index of the frame, id of the segment.
    before, color : int
        Palette indices of the part in the frame before, and in this one.
    area : int
        Pixels.
    returns : bool
        The frame after has the colour of the frame before again: a flash, hardly ever meant.
    """

    frame: int
    segment: int
    before: int
    color: int
    area: int
    returns: bool


def find_jumps(
    colors: Sequence[NDArray[np.int32]],
    areas: Sequence[NDArray[np.int64]],
    partners: Sequence[NDArray[np.int64]],
) -> list[Jump]:
    """Return the jumps of colour, flashes first, then large ones.

    A flash is one jump, listed where the odd colour is.

    Parameters
    ----------
    colors : sequence of (N + 1,) int32
        Palette index per segment id of each frame, `NO_COLOR` where there is none.
    areas : sequence of (N + 1,) int64
    partners : sequence of (N + 1,) int64
        One fewer: per segment of frame i + 1, its segment in frame i, 0 without one.
    """
    jumps: list[Jump] = []
    returned: set[tuple[int, int]] = set()
    for index, partner in enumerate(partners, start=1):
        before, now = colors[index - 1][partner], colors[index]
        jumped = (partner > 0) & (before != NO_COLOR) & (now != NO_COLOR) & (before != now)
        jumped[0] = False
        for segment in np.flatnonzero(jumped).tolist():
            if (index, segment) in returned:
                continue
            next_id = _next(partners, index, segment)
            returns = bool(next_id and colors[index + 1][next_id] == before[segment])
            if returns:
                returned.add((index + 1, next_id))
            jumps.append(
                Jump(
                    index, segment, int(before[segment]), int(now[segment]),
                    int(areas[index][segment]), returns,
                )
            )  # fmt: skip
    return sorted(jumps, key=lambda jump: (not jump.returns, -jump.area, jump.frame, jump.segment))


def _next(partners: Sequence[NDArray[np.int64]], frame: int, segment: int) -> int:
    """Return the segment of the frame after that continues this one, 0 without one."""
    if frame >= len(partners):
        return 0
    found = np.flatnonzero(partners[frame] == segment)
    return int(found[0]) if len(found) else 0
