"""Accepting many proposals in one step: which ones, and the edit that does it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from paintassist.core.matching import NO_COLOR
from paintassist.document.deciding import count_words, decision_atom
from paintassist.document.edits import Edit
from paintassist.document.frame import DecisionState, Frame
from paintassist.document.review import doubtful_ids

Selection = Mapping[int, NDArray[np.int64]]
"""Ids of proposed segments by index of their frame."""

Partner = Callable[[int], NDArray[np.int64] | None]
"""Per frame the (N + 1,) segments of the frame before, 0 without one; None while unknown."""


def accept_edit(frames: Sequence[Frame], selection: Selection) -> Edit | None:
    """Return what accepts the proposals of a selection at once; None if there is none."""
    atoms = [
        decision_atom(frames[index], ids, DecisionState.ACCEPTED, frames[index].color[ids])
        for index, ids in sorted(selection.items())
        if len(ids)
    ]
    count = count_of(selection)
    return Edit(f"Accept {count_words(count)}", tuple(atoms)) if atoms else None


def count_of(selection: Selection) -> int:
    """Return how many segments a selection has."""
    return sum(len(ids) for ids in selection.values())


def select_certain(frames: Sequence[Frame], indices: Iterable[int], least: float) -> Selection:
    """Return the proposals whose confidence is at least `least`."""
    return {index: _proposed(frames[index], frames[index].confidence >= least) for index in indices}


def select_color(frames: Sequence[Frame], indices: Iterable[int], color: int) -> Selection:
    """Return the proposals of one palette index."""
    return {index: _proposed(frames[index], frames[index].color == color) for index in indices}


def select_part(frames: Sequence[Frame], index: int, segment: int, partner: Partner) -> Selection:
    """Return the proposals for the part that a segment shows, in all frames.

    A segment shows the same part if flow leads to it from frame to frame; where flow has lost
    it, if its colour comes from the same segment of a reference. It must have the colour of
    the first.

    Parameters
    ----------
    frames : sequence of Frame
    index, segment : int
        The part as the painter sees it.
    partner : Partner
    """
    color, source = frames[index].color[segment], frames[index].source(segment)
    found: dict[int, NDArray[np.int64]] = {}
    followed = {index: segment, **_followed(frames, index, segment, partner)}
    for number, frame in enumerate(frames):
        same = np.zeros(frame.count + 1, np.bool_)
        if number in followed:
            same[followed[number]] = True
        elif source:
            same = frame.from_source(source)
        found[number] = _proposed(frame, same & (frame.color == color))
    return found


def _followed(
    frames: Sequence[Frame], index: int, segment: int, partner: Partner
) -> dict[int, int]:
    """Follow a segment back and forth until it is lost; its id by frame."""
    places: dict[int, int] = {}
    here = segment
    for back in range(index, 0, -1):
        before = partner(back)
        here = int(before[here]) if before is not None and here < len(before) else 0
        if not here or here > frames[back - 1].count:
            break
        places[back - 1] = here
    here = segment
    for onward in range(index + 1, len(frames)):
        before = partner(onward)
        ahead = np.flatnonzero(before == here) if before is not None else np.empty(0, np.int64)
        if not len(ahead) or ahead[0] > frames[onward].count:
            break
        here = places[onward] = int(ahead[0])
    return places


def select_until_doubtful(
    frames: Sequence[Frame], start: int, seen: int = 0
) -> tuple[Selection, int]:
    """Return what is not doubtful from a frame on, and the frame that has something doubtful.

    Parameters
    ----------
    frames : sequence of Frame
    start : int
    seen : int
        A segment of the first frame that the painter has looked at: it is doubtful no more.

    Returns
    -------
    selection : Selection
    stop : int
        Index of the first frame with a doubtful segment, whose other proposals are in the
        selection, or without any segments yet; -1 if there is none up to the last frame.
    """
    selection: dict[int, NDArray[np.int64]] = {}
    for index in range(start, len(frames)):
        frame = frames[index]
        if not frame.ready:
            return selection, index
        certain = np.ones(frame.count + 1, np.bool_)
        doubtful = doubtful_ids(frame)
        if index == start:
            doubtful = doubtful[(doubtful != seen) | (frame.color[doubtful] == NO_COLOR)]
        certain[doubtful] = False
        selection[index] = _proposed(frame, certain)
        if len(doubtful):
            return selection, index
    return selection, -1


def _proposed(frame: Frame, wanted: NDArray[np.bool_]) -> NDArray[np.int64]:
    wanted = wanted & (frame.state == DecisionState.PROPOSED)
    wanted[0] = False
    return np.flatnonzero(wanted)
