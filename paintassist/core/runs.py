"""Runs of equal pixels in the rows of a map, and which of them hang together.

A cel has a few ten thousand runs against millions of pixels, so what is worked out by runs costs
one pass over the map (to find them) and little more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.bands import PIXELS, bands

# Where runs are more than one in so many pixels, looking at every pixel is faster.
SPARSE = 16

Scalar = TypeVar("Scalar", bound=np.generic)


@dataclass(frozen=True)
class Runs:
    """Row-wise runs of equal label, in scan order.

    Attributes
    ----------
    row, start, length, label : (R,) int64
    """

    row: NDArray[np.int64]
    start: NDArray[np.int64]
    length: NDArray[np.int64]
    label: NDArray[np.int64]

    def relabelled(self, label: NDArray[np.int64]) -> Runs:
        """Return the runs of the map in which each of these has the label in `label`, (R,)."""
        kept = np.ones(len(label), np.bool_)
        kept[1:] = (label[1:] != label[:-1]) | (self.start[1:] == 0)
        first = np.flatnonzero(kept)
        length = np.add.reduceat(self.length, first) if len(first) else self.length
        return Runs(self.row[first], self.start[first], length, label[first])

    def spread(self, values: NDArray[Scalar], shape: tuple[int, ...]) -> NDArray[Scalar]:
        """Return the (H, W) map that has `values`, one a run, on the runs' pixels."""
        spread = np.empty(shape, values.dtype)
        # Some rows at a time: NumPy lets no other thread run meanwhile.
        for rows in bands(shape[0], shape[1]):
            part = slice(*np.searchsorted(self.row, [rows.start, rows.stop]).tolist())
            spread[rows] = np.repeat(values[part], self.length[part]).reshape(-1, shape[1])
        return spread


def find_runs(labels: NDArray[np.integer]) -> Runs:
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


def scan_order(runs: Runs) -> NDArray[np.int32]:
    """Return the new number of every label: 1, 2, ... by its first pixel; 0 stays 0."""
    first = np.full(int(runs.label.max(initial=0)) + 1, -1, np.int64)
    order = np.arange(len(runs.label))
    first[runs.label[::-1]] = order[::-1]
    present = np.flatnonzero(first[1:] >= 0) + 1
    table = np.zeros(len(first), np.int32)
    table[present[np.argsort(first[present])]] = np.arange(1, len(present) + 1)
    return table


def components(
    runs: Runs, chosen: NDArray[np.bool_], shape: tuple[int, ...], corners: bool
) -> NDArray[np.int64]:
    """Tell which of some runs hang together.

    Parameters
    ----------
    runs : Runs
        Of a map of `shape`.
    chosen : (R,) bool
        The runs to look at.
    shape : (H, W)
    corners : bool
        Whether pixels that touch by a corner hang together, too.

    Returns
    -------
    (R,) int64
        1, 2, ... on chosen runs, equal where they hang together; 0 on the others.
    """
    result = np.zeros(len(chosen), np.int64)
    some = np.flatnonzero(chosen)
    if len(some) * SPARSE > runs.length.sum():
        mask = runs.spread(chosen.view(np.uint8), shape)
        _, found = cv2.connectedComponents(mask, connectivity=8 if corners else 4, ltype=cv2.CV_32S)
        result[some] = found[runs.row[some], runs.start[some]]
        return result
    one, other = beside(runs, some, some, shape[1], int(corners), rows=1)
    _, number = np.unique(_roots(one, other, len(some)), return_inverse=True)
    result[some] = number + 1
    return result


def beside(
    runs: Runs,
    some: NDArray[np.int64],
    others: NDArray[np.int64],
    width: int,
    reach: int,
    rows: int,
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """List which runs touch which others some rows further down.

    Parameters
    ----------
    runs : Runs
    some, others : (K,), (L,) int64
        Indices into the runs, ascending.
    width : int
        Of the map.
    reach : int
        How many columns before and after a run still touch it: 0, or 1 for corners.
    rows : int
        How far down: 1 is the row below, 0 the same row, -1 the row above.

    Returns
    -------
    one, other : (P,) int64
        Positions in `some` and in `others`.
    """
    # Two columns more: the end of a row does not touch the start of the next.
    pitch = width + 2
    first, end = runs.row * pitch + runs.start, runs.row * pitch + runs.start + runs.length
    shift = rows * pitch
    low = np.searchsorted(end[others], first[some] + (shift - reach), side="right")
    high = np.searchsorted(first[others], end[some] + (shift + reach))
    touched = np.maximum(high - low, 0)
    one = np.repeat(np.arange(len(some)), touched)
    before = np.cumsum(touched) - touched
    return one, np.arange(len(one)) + np.repeat(low - before, touched)


def _roots(one: NDArray[np.int64], other: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Return, of `count` things that are linked in pairs, the first that each hangs on."""
    root = np.arange(count)
    while len(one):
        low, high = np.minimum(root[one], root[other]), np.maximum(root[one], root[other])
        apart = low < high
        one, other = one[apart], other[apart]
        np.minimum.at(root, high[apart], low[apart])
        while not np.array_equal(further := root[root], root):
            root = further
    return root
