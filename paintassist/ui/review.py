"""The walk through the doubtful segments. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from paintassist.core.matching import NO_COLOR
from paintassist.document.frame import Frame

# Proposals less probable than this are worth a look: on clips never seen they were a fifth to
# a third of all, and held four of five wrong ones (docs/model.md).
DOUBT = 0.7


def doubtful_ids(frame: Frame) -> NDArray[np.int64]:
    """Return the open segments without a proposal or with a weak one, in scan order."""
    doubtful = (frame.decided == 0) & ((frame.color == NO_COLOR) | (frame.confidence < DOUBT))
    doubtful[0] = False
    return np.flatnonzero(doubtful)


def find_doubtful(
    frames: Sequence[Frame], frame: int, segment: int, step: int
) -> tuple[int, int] | None:
    """Return frame and segment of the next doubtful one after a place, across frames.

    Parameters
    ----------
    frames : sequence of Frame
    frame, segment : int
        Where to start; segment 0 is before the first (`step` 1) or after the last (-1).
    step : int
        1 = forward, -1 = back; wraps around.
    """
    if not 0 <= frame < len(frames):
        return None
    for distance in range(len(frames) + 1):
        index = (frame + step * distance) % len(frames)
        ids = doubtful_ids(frames[index])
        if distance == 0 and segment:
            ids = ids[ids > segment] if step > 0 else ids[ids < segment]
        elif distance == len(frames) and segment:
            ids = ids[ids < segment] if step > 0 else ids[ids > segment]
        if len(ids):
            return index, int(ids[0] if step > 0 else ids[-1])
    return None


def choices_of(frame: Frame, segment: int) -> list[int]:
    """Return up to three palette indices for a segment, most likely first."""
    if not 0 < segment <= frame.count:
        return []
    ranked = [int(frame.proposed[segment]), *(int(color) for color in frame.runners_up[segment])]
    return [color for color in ranked if color != NO_COLOR][:3]
