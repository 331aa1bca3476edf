"""What a label map says by itself: numbers in scan order, overlaps, neighbours."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.bands import bands
from paintassist.core.runs import find_runs, scan_order

# Segments further apart than this many pixels of line are not neighbours.
ADJACENCY_REACH = 6.0


def renumber(labels: NDArray[np.int32]) -> NDArray[np.int32]:
    """Number the segments 1, 2, ... in scan order of their first pixel; 0 stays 0."""
    return scan_order(find_runs(labels))[labels]


def find_overlap(
    one: NDArray[np.int32], other: NDArray[np.int32]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return which labels of two (H, W) label maps lie on each other.

    Returns
    -------
    one, other : (P,) int64
        Every pair once, lines (0) too.
    common : (P,) int64
        Their pixels.
    """
    base = np.int64(int(other.max(initial=0)) + 1)
    both = one.ravel() * base + other.ravel()
    # Runs first: a cel has a few ten thousand against millions of pixels to sort.
    start = np.flatnonzero(np.diff(both, prepend=-1))
    pairs, back = np.unique(both[start], return_inverse=True)
    common = np.bincount(back, np.diff(start, append=both.size), len(pairs)).astype(np.int64)
    return pairs // base, pairs % base, common


def spread_over_lines(
    labels: NDArray[np.int32], reach: float = ADJACENCY_REACH
) -> NDArray[np.int32]:
    """Give line pixels within `reach` pixels of a segment that segment's label.

    Returns
    -------
    (H, W) int32
        The label map with lines filled from the nearest segment.
    """
    height, width = labels.shape
    lines = labels == 0
    rows, columns = np.flatnonzero(lines.any(axis=1)), np.flatnonzero(lines.any(axis=0))
    if len(rows) == 0 or lines.all():
        return labels
    # A margin of one pixel: what lies further out is nearest to none of the lines.
    box = (
        slice(max(int(rows[0]) - 1, 0), min(int(rows[-1]) + 2, height)),
        slice(max(int(columns[0]) - 1, 0), min(int(columns[-1]) + 2, width)),
    )
    part, inside = labels[box], np.ascontiguousarray(lines[box])
    distance, nearest = cv2.distanceTransformWithLabels(
        inside.view(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_3, labelType=cv2.DIST_LABEL_PIXEL
    )
    # Pixels beside lines are numbered from 1 in scan order.
    beside = part[~inside]
    pixels = np.flatnonzero(inside)
    found = beside[nearest.ravel()[pixels] - 1]
    found[distance.ravel()[pixels] > reach] = 0
    spread = labels.copy()
    spread[box][inside] = found
    return spread


def find_adjacency(labels: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return the neighbouring pairs of segments and how long their common border is.

    Parameters
    ----------
    labels : (H, W) int32, 0 = line

    Returns
    -------
    (E, 3) int64
        a, b, border length in pixels; a < b.
    """
    spread = spread_over_lines(labels)
    base = int(labels.max(initial=0)) + 1
    keys: list[NDArray[np.int64]] = []
    flat = spread.ravel()
    height, width = labels.shape
    for rows in bands(height, width):
        part, below = spread[rows], spread[rows.start : rows.stop + 1]
        first = rows.start * width
        across = np.zeros(part.shape, np.bool_)
        np.not_equal(part[:, :-1], part[:, 1:], out=across[:, :-1])
        down = np.flatnonzero(below[:-1] != below[1:])
        for at, step in ((np.flatnonzero(across) + first, 1), (down + first, width)):
            a, b = flat[at], flat[at + step]
            kept = (a > 0) & (b > 0)
            a, b = a[kept].astype(np.int64), b[kept].astype(np.int64)
            keys.append(np.minimum(a, b) * base + np.maximum(a, b))
    pairs, border = np.unique(np.concatenate(keys), return_counts=True)
    return np.stack([pairs // base, pairs % base, border], axis=1)
