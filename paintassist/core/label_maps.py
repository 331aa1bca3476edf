"""What a label map says by itself: runs, numbers in scan order, overlaps, neighbours."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.bands import PIXELS, bands

# Segments further apart than this many pixels of line are not neighbours.
ADJACENCY_REACH = 6.0


@dataclass(frozen=True)
class Runs:
    """Row-wise runs of equal label; everything per segment is counted from these.

    A cel has a few ten thousand runs against millions of pixels, so one pass over the map
    (to find the runs) serves every statistic.

    Attributes
    ----------
    row, start, length, label : (R,) int64
    """

    row: NDArray[np.int64]
    start: NDArray[np.int64]
    length: NDArray[np.int64]
    label: NDArray[np.int64]


def find_runs(labels: NDArray[np.int32]) -> Runs:
    """Return the row-wise runs of a (H, W) label map, line pixels included."""
    height, width = labels.shape
    found = []
    for rows in bands(height, width):
        part = labels[rows]
        change = np.empty(part.shape, np.bool_)
        change[:, :1] = True
        np.not_equal(part[:, 1:], part[:, :-1], out=change[:, 1:])
        found.append(np.flatnonzero(change) + rows.start * width)
    flat = np.concatenate(found) if found else np.empty(0, np.int64)
    length = np.diff(flat, append=height * width)
    return Runs(flat // width, flat % width, length, labels.ravel()[flat].astype(np.int64))


def runs_of_all(*maps: NDArray[np.generic]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Cut a picture where any of some maps changes, in scan order and across row ends.

    Parameters
    ----------
    maps : (H, W) each
        At least one.

    Returns
    -------
    start, length : (R,) int64
        Flat index of each run's first pixel, and its pixels.
    """
    flat = [np.ravel(values) for values in maps]
    size = flat[0].size
    found = [np.zeros(min(size, 1), np.int64)]
    # One pixel more than a part has: its first is compared with the one before it.
    for first in range(1, size, PIXELS):
        parts = [values[first - 1 : first + PIXELS] for values in flat]
        change = parts[0][1:] != parts[0][:-1]
        for part in parts[1:]:
            change |= part[1:] != part[:-1]
        found.append(np.flatnonzero(change) + first)
    start = np.concatenate(found)
    return start, np.diff(start, append=size)


def renumber(labels: NDArray[np.int32]) -> NDArray[np.int32]:
    """Number the segments 1, 2, ... in scan order of their first pixel; 0 stays 0."""
    return scan_order(find_runs(labels))[labels]


def scan_order(runs: Runs) -> NDArray[np.int32]:
    """Return the new number of every label, see `renumber`."""
    first = np.full(int(runs.label.max(initial=0)) + 1, -1, np.int64)
    order = np.arange(len(runs.label))
    first[runs.label[::-1]] = order[::-1]
    present = np.flatnonzero(first[1:] >= 0) + 1
    table = np.zeros(len(first), np.int32)
    table[present[np.argsort(first[present])]] = np.arange(1, len(present) + 1)
    return table


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
