"""The walk through the doubtful segments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintassist.core.matching import NO_COLOR
from paintassist.document.frame import Frame

# Proposals less probable than this are worth a look: on clips never seen they were a fifth to
# a third of all, and held four of five wrong ones (docs/model.md).
DOUBT = 0.7
# Confidences that differ by less than this are alike; then neighbour frames and size decide.
ALIKE = 0.1
# Colours offered for a segment: the left hand reaches five keys without looking.
CHOICES = 5

Rank = tuple[int, bool, int, int]
"""Sorts the doubtful of a frame: confidence in steps, agrees, minus area, id."""

Place = tuple[int, int]
"""Index of a frame, id of a segment."""


@dataclass(frozen=True, eq=False)
class Facts:
    """What the order of a frame's doubtful segments depends on beside their confidence.

    Attributes
    ----------
    area : (N + 1,) int64
    disagrees : (N + 1,) bool
        The same part has another colour in a neighbour frame.
    """

    area: NDArray[np.int64]
    disagrees: NDArray[np.bool_]


GetFacts = Callable[[int], Facts]


def doubtful_ids(frame: Frame) -> NDArray[np.int64]:
    """Return (K,) int64: the open segments without a proposal or with a weak one."""
    doubtful = (frame.decided == 0) & ((frame.color == NO_COLOR) | (frame.confidence < DOUBT))
    doubtful[0] = False
    return np.flatnonzero(doubtful)


def rank(frame: Frame, facts: Facts, segment: int) -> Rank:
    """Return where a segment comes in the walk; what has no colour comes first."""
    known = frame.color[segment] != NO_COLOR
    step = int(frame.confidence[segment] / ALIKE) if known else -1
    return step, not facts.disagrees[segment], -int(facts.area[segment]), segment


def disagreeing(
    frames: Sequence[Frame], index: int, partner: Callable[[int], NDArray[np.int64] | None]
) -> NDArray[np.bool_]:
    """Return (N + 1,) bool: the segments whose part has another colour one frame off.

    Parameters
    ----------
    frames : sequence of Frame
    index : int
    partner : function of int
        Per frame the (N + 1,) segments of the frame before, None while unknown.
    """
    now = frames[index].color
    found = np.zeros(len(now), np.bool_)
    back = partner(index) if index > 0 else None
    if back is not None and len(back) == len(now):
        found |= _differ(frames[index - 1].color, back, now)
    forth = partner(index + 1) if index + 1 < len(frames) else None
    if forth is not None and len(forth) == len(frames[index + 1].color):
        onward = np.zeros(len(now), np.int64)
        follower = np.flatnonzero(forth)
        onward[forth[follower]] = follower
        found |= _differ(frames[index + 1].color, onward, now)
    return found


def _differ(
    other: NDArray[np.int32], partner: NDArray[np.int64], now: NDArray[np.int32]
) -> NDArray[np.bool_]:
    there = other[partner]
    return (partner > 0) & (there != NO_COLOR) & (now != NO_COLOR) & (there != now)


class Walk:
    """Where the painter is in the walk through the doubtful, and what is put off.

    The walk goes frame by frame, the most doubtful first, and begins anew at the end. Its
    place is its own: what the hand points at meanwhile does not matter.
    """

    def __init__(self) -> None:
        self._later: set[tuple[str, int]] = set()
        self._at: tuple[str, Rank] | None = None

    def restart(self) -> None:
        """Forget everything: another document."""
        self._later.clear()
        self._at = None

    def put_off(self, frame: Frame, segment: int) -> None:
        """Come to a segment when there is no other left."""
        self._later.add((frame.name, segment))

    def step(self, frames: Sequence[Frame], facts: GetFacts, frame: int, step: int) -> Place | None:
        """Go on to the next (1) or the previous (-1) doubtful segment.

        Parameters
        ----------
        frames : sequence of Frame
        facts : function of int
            What is known of a frame by its index.
        frame : int
            The one the painter looks at.
        step : int

        Returns
        -------
        Place or None
            None if nothing is doubtful.
        """
        place = self._find(frames, facts, frame, step)
        if place is None and self._later:
            self._later.clear()
            place = self._find(frames, facts, frame, step)
        if place is not None:
            self.go_to(frames, facts, place)
        return place

    def go_to(self, frames: Sequence[Frame], facts: GetFacts, place: Place) -> None:
        """Take a place as the one where the walk is."""
        frame = frames[place[0]]
        self._at = frame.name, rank(frame, facts(place[0]), place[1])

    def first(self, frames: Sequence[Frame], facts: GetFacts, index: int) -> int:
        """Return the most doubtful segment of a frame, 0 without one."""
        order = self._order(frames[index], facts, index)
        return order[0][-1] if order else 0

    def _find(
        self, frames: Sequence[Frame], facts: GetFacts, start: int, step: int
    ) -> Place | None:
        if not 0 <= start < len(frames):
            return None
        here = self._at[1] if self._at and self._at[0] == frames[start].name else None
        for distance in range(len(frames) + 1):
            index = (start + step * distance) % len(frames)
            order = self._order(frames[index], facts, index)
            if distance == 0 and here is not None:
                order = [one for one in order if (one > here if step > 0 else one < here)]
            if order:
                return index, order[0 if step > 0 else -1][-1]
        return None

    def _order(self, frame: Frame, facts: GetFacts, index: int) -> list[Rank]:
        ids = [
            segment
            for segment in doubtful_ids(frame).tolist()
            if (frame.name, segment) not in self._later
        ]
        if not ids:
            return []
        known = facts(index)
        return sorted(rank(frame, known, segment) for segment in ids)


def choices_of(frame: Frame, segment: int, recent: Sequence[int] = ()) -> list[int]:
    """Return up to `CHOICES` palette indices for a segment.

    Parameters
    ----------
    frame : Frame
    segment : int
    recent : sequence of int
        Palette indices that were painted with, the last one first.

    Returns
    -------
    list of int
        What is proposed and its runners-up, most likely first; then of `recent` as many as
        there is room for.
    """
    if not 0 < segment <= frame.count:
        return []
    ranked = [int(frame.proposed[segment]), *(int(color) for color in frame.runners_up[segment])]
    known = dict.fromkeys(color for color in [*ranked, *recent] if color != NO_COLOR)
    return list(known)[:CHOICES]
