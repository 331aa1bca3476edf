"""What a label map says by itself: numbers in scan order, overlaps, neighbours."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.bands import bands
from paintassist.core.runs import find_runs, scan_order

# Segments further apart than this many pixels of line are not neighbours.
ADJACENCY_REACH = 6.0
# Pixels that lines are spread over at once.
BAND = 2**20


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
    box = _around_lines(labels)
    if box is None:
        return labels
    height, width = labels.shape
    spread = labels.copy()
    for rows in bands(height, width, BAND):
        _spread(spread[rows], labels, rows, box, reach)
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
    box = _around_lines(labels)
    base = int(labels.max(initial=0)) + 1
    found: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []
    height, width = labels.shape
    for rows in bands(height, width, BAND):
        # With the row below, which is compared with the last one.
        goes_on = rows.stop < height
        rows = slice(rows.start, rows.stop + goes_on)
        part = labels[rows]
        if box is not None:
            part = part.copy()
            _spread(part, labels, rows, box, ADJACENCY_REACH)
        found.append(_borders(part, base, goes_on))
    keys, counts = (np.concatenate(items) for items in zip(*found, strict=True))
    pairs, back = np.unique(keys, return_inverse=True)
    border = np.bincount(back, counts, len(pairs)).astype(np.int64)
    return np.stack([pairs // base, pairs % base, border], axis=1)


def _borders(
    part: NDArray[np.int32], base: int, goes_on: bool
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Count the borders in a piece of a map, across within the last row only if it is the end.

    Returns
    -------
    key, border : (E,) int64
        Lower label * `base` + higher label.
    """
    width = part.shape[1]
    across = np.zeros(part.shape, np.bool_)
    np.not_equal(part[:, :-1], part[:, 1:], out=across[:, :-1])
    if goes_on:
        across[-1] = False
    flat = part.ravel()
    keys = []
    for at, step in (
        (np.flatnonzero(across), 1),
        (np.flatnonzero(part[:-1] != part[1:]), width),
    ):
        a, b = flat[at], flat[at + step]
        kept = (a > 0) & (b > 0)
        a, b = a[kept].astype(np.int64), b[kept].astype(np.int64)
        keys.append(np.minimum(a, b) * base + np.maximum(a, b))
    return np.unique(np.concatenate(keys), return_counts=True)


def _around_lines(labels: NDArray[np.int32]) -> tuple[slice, slice] | None:
    """Return the rows and columns that hold all lines, and a margin; None if nothing spreads."""
    height, width = labels.shape
    rows, columns = np.zeros(height, np.bool_), np.zeros(width, np.bool_)
    lines = 0
    for some in bands(height, width):
        part = labels[some] == 0
        rows[some] = part.any(axis=1)
        columns |= part.any(axis=0)
        lines += int(np.count_nonzero(part))
    if lines in (0, labels.size):
        return None
    down, across = np.flatnonzero(rows), np.flatnonzero(columns)
    # A margin of one pixel: what lies further out is nearest to none of the lines.
    return (
        slice(max(int(down[0]) - 1, 0), min(int(down[-1]) + 2, height)),
        slice(max(int(across[0]) - 1, 0), min(int(across[-1]) + 2, width)),
    )


def _spread(
    into: NDArray[np.int32],
    labels: NDArray[np.int32],
    rows: slice,
    box: tuple[slice, slice],
    reach: float,
) -> None:
    """Do what `spread_over_lines` does to some rows, which are copied to `into`."""
    top, bottom = max(rows.start, box[0].start), min(rows.stop, box[0].stop)
    if top >= bottom:
        return
    # A step costs 0.95 at least, so what lies further away changes nothing within reach.
    margin = int(reach / 0.95) + 2
    first, last = max(top - margin, box[0].start), min(bottom + margin, box[0].stop)
    part = labels[first:last, box[1]]
    inside = part == 0
    beside = part[~inside]
    if len(beside) == 0:
        return
    distance, nearest = cv2.distanceTransformWithLabels(
        inside.view(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_3, labelType=cv2.DIST_LABEL_PIXEL
    )
    kept = slice(top - first, bottom - first)
    wanted = np.flatnonzero(inside[kept])
    # Pixels beside lines are numbered from 1 in scan order.
    found = beside[nearest[kept].ravel()[wanted] - 1]
    found[distance[kept].ravel()[wanted] > reach] = 0
    into[top - rows.start : bottom - rows.start, box[1]][inside[kept]] = found
