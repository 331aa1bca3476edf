"""Painting: label map and colours to pixels through a lookup table."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from paintassist.core.bands import bands
from paintassist.core.segments import Segments

LINE_COLOR = (0, 0, 0, 255)


def composite(segments: Segments, colors: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Paint every segment flat, main lines black on top.

    Trace-line pixels belong to a segment in the label map, so they take its colour.

    Parameters
    ----------
    segments : Segments
    colors : (count + 1, 4) uint8
        Straight-alpha colour per id; row 0 is ignored.

    Returns
    -------
    (H, W, 4) uint8
    """
    table = colors.astype(np.uint8, copy=True)
    table[0] = LINE_COLOR
    packed = np.ascontiguousarray(table).view(np.uint32)[:, 0]
    height, width = segments.labels.shape
    painted = np.empty((height, width), np.uint32)
    for rows in bands(height, width):
        painted[rows] = np.take(packed, segments.labels[rows])
    return painted.view(np.uint8).reshape(height, width, 4)
