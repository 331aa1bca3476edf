"""What a stroke of the hand means for the segments it runs over."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.retouch import Stroke
from paintassist.core.segments import Segments

# The direction in which a stroke is carried on is that of its last so many pixels.
TAIL = 12


def pixels_along(points: Stroke) -> NDArray[np.int64]:
    """Return the pixels (K, 2) of x, y under a stroke in its order, without jumps."""
    parts = [np.array(points[:1], np.int64)]
    for (x, y), (to_x, to_y) in itertools.pairwise(points):
        steps = max(abs(to_x - x), abs(to_y - y))
        share = np.arange(1, steps + 1)[:, None] / max(steps, 1)
        parts.append(np.rint((x, y) + share * (to_x - x, to_y - y)).astype(np.int64))
    return np.concatenate(parts)


def split_strokes(segments: Segments, points: Stroke) -> tuple[Stroke, ...]:
    """Return the barriers with which a stroke parts the segment it mostly runs over.

    The stroke is carried on straight at both ends until the segment ends, and says nothing to
    other segments.

    Parameters
    ----------
    segments : Segments
    points : Stroke
    """
    way = _inside(segments, pixels_along(points))
    under = segments.labels[way[:, 1], way[:, 0]]
    counts = np.bincount(under, minlength=1)
    counts[0] = 0
    if not counts.any() or len(way) < 2:
        return ()
    segment = int(counts.argmax())
    way = np.concatenate(
        [_carried_on(segments, way[::-1], segment)[::-1], way, _carried_on(segments, way, segment)]
    )
    inside = segments.labels[way[:, 1], way[:, 0]] == segment
    change = np.flatnonzero(np.diff(inside.astype(np.int8), prepend=0, append=0))
    strokes = []
    for start, end in zip(change[::2].tolist(), change[1::2].tolist(), strict=True):
        # A pixel of what lies beyond on either side, so that nothing runs around the end.
        part = way[max(start - 1, 0) : end + 1]
        simple = cv2.approxPolyDP(part.astype(np.int32)[:, None], 0.8, False)[:, 0]
        strokes.append(tuple((int(x), int(y)) for x, y in simple))
    return tuple(strokes)


def _inside(segments: Segments, way: NDArray[np.int64]) -> NDArray[np.int64]:
    width, height = segments.size
    x, y = way.T
    return way[(x >= 0) & (x < width) & (y >= 0) & (y < height)]


def _carried_on(segments: Segments, way: NDArray[np.int64], segment: int) -> NDArray[np.int64]:
    """Return the pixels from the end of a way straight on to the end of the segment."""
    none = way[:0]
    end, before = way[-1], way[max(len(way) - TAIL, 0)]
    direction = (end - before).astype(np.float64)
    if not direction.any() or segments.labels[end[1], end[0]] != segment:
        return none
    direction /= np.abs(direction).max()
    steps = np.arange(1, max(segments.size) + 1)[:, None]
    ahead = _inside(segments, np.rint(end + steps * direction).astype(np.int64))
    left = np.flatnonzero(segments.labels[ahead[:, 1], ahead[:, 0]] != segment)
    return ahead[: left[0] + 1] if len(left) else ahead


def join_stroke(segments: Segments, points: Stroke) -> Stroke:
    """Return one place in each segment that a stroke runs over, in its order."""
    way = _inside(segments, pixels_along(points))
    places: dict[int, tuple[int, int]] = {}
    for x, y in way.tolist():
        segment = int(segments.labels[y, x])
        if segment:
            places.setdefault(segment, (x, y))
    return tuple(places.values())


def without_joins(segments: Segments, joins: Sequence[Stroke], segment: int) -> tuple[Stroke, ...]:
    """Return the joins that do not make up a segment."""
    width, height = segments.size
    return tuple(
        join
        for join in joins
        if all(
            not (0 <= x < width and 0 <= y < height) or segments.labels[y, x] != segment
            for x, y in join
        )
    )
