"""Which segments a fill means: those inside an outline, those of one colour."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.segments import Segments

# Share of a segment's pixels that must lie inside an outline; above it, the segment counts.
MOST = 0.5


def segments_inside(
    segments: Segments, outline: Sequence[tuple[float, float]]
) -> NDArray[np.int64]:
    """Return the segments of which more than half lies inside an outline.

    The background, of which a lasso around a character holds little, stays out of it, and a
    segment that the hand cut a corner off still counts. (Where the centre decided, a lock of
    hair that bends around its centre would not.)

    Parameters
    ----------
    segments : Segments
    outline : sequence of (x, y)
        Corners in image space; closed by itself, of any winding, at least two.

    Returns
    -------
    (K,) int64
        Ids in rising order.
    """
    width, height = segments.size
    corners = np.floor(np.asarray(outline, np.float64).reshape(-1, 2)).astype(np.int64)
    if len(corners) < 2:
        return np.empty(0, np.int64)
    left, top = np.maximum(corners.min(axis=0), 0)
    right, bottom = np.minimum(corners.max(axis=0) + 1, (width, height))
    if left >= right or top >= bottom:
        return np.empty(0, np.int64)
    mask = np.zeros((bottom - top, right - left), np.uint8)
    cv2.fillPoly(mask, [(corners - (left, top)).astype(np.int32)], 1)
    inside = segments.labels[top:bottom, left:right][mask > 0]
    share = np.bincount(inside, minlength=segments.count + 1) / np.maximum(segments.area, 1)
    share[0] = 0
    return np.flatnonzero(share > MOST)


def segments_of_color(
    rgba: NDArray[np.uint8], unpainted: NDArray[np.bool_], segment: int
) -> NDArray[np.int64]:
    """Return the segments that carry the colour of one of them.

    Parameters
    ----------
    rgba : (count + 1, 4) uint8
        Straight alpha; row 0 is the line.
    unpainted : (count + 1,) bool
    segment : int
        An unpainted one carries no colour, so it is alone.

    Returns
    -------
    (K,) int64
        Ids in rising order, `segment` among them; empty for the line.
    """
    if segment <= 0:
        return np.empty(0, np.int64)
    if unpainted[segment]:
        return np.array([segment], np.int64)
    same = (rgba == rgba[segment]).all(axis=1) & ~unpainted
    same[0] = False
    return np.flatnonzero(same)
