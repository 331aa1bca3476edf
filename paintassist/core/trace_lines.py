"""Trace lines: which pixels are one line, and to which region each line belongs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.label_maps import find_runs
from paintassist.core.lines import Ink, TraceRule, TraceSetting

# Where trace lines are more than one pixel in so many, the whole image is labelled.
SPARSE = 16


def assign_trace_lines(
    labels: NDArray[np.int32],
    inks: NDArray[np.uint8],
    traces: Mapping[Ink, TraceSetting],
) -> None:
    """Write the region of every trace-line pixel into `labels`, in place.

    Each 8-connected trace line of one colour goes as a whole to one region among those it
    touches. A line without any region beside it becomes a segment of its own.

    Parameters
    ----------
    labels : (H, W) int32
        Components of non-line pixels; changed in place at trace pixels only.
    inks : (H, W) uint8
    traces : mapping of Ink to TraceSetting
    """
    traced = np.flatnonzero(inks > Ink.BLACK)
    if len(traced) == 0:
        return
    colors = inks.ravel()[traced]
    runs = find_runs(labels)
    area = np.bincount(runs.label, runs.length).astype(np.int64)
    fresh = len(area)
    # Written at the end, because lines go to regions, not to other lines.
    found: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []
    for ink in (Ink.RED, Ink.GREEN, Ink.BLUE):
        pixels = traced[colors == ink]
        if len(pixels) == 0:
            continue
        setting = traces.get(ink)
        rule = setting.rule if setting else TraceRule.SMALLEST
        line = lines_of(pixels, (labels.shape[0], labels.shape[1]))
        count = int(line.max()) + 1
        if rule is TraceRule.OWN:
            winner = np.zeros(count, np.int64)
        elif rule is TraceRule.TOUCHING:
            winner = _most_touched(labels, pixels, line, count, len(area))
        else:
            winner = _by_size(labels, pixels, line, count, area, rule)
        alone = np.flatnonzero(winner == 0)
        winner[alone] = np.arange(fresh, fresh + len(alone))
        fresh += len(alone)
        found.append((pixels, winner[line]))
    for pixels, region in found:
        np.put(labels, pixels, region)


def lines_of(pixels: NDArray[np.int64], shape: tuple[int, int]) -> NDArray[np.int64]:
    """Tell which pixels hang together, corners included.

    Parameters
    ----------
    pixels : (K,) int64
        Flat indices into an image of `shape`, ascending.
    shape : (H, W)

    Returns
    -------
    (K,) int64
        Numbers from 0; equal where pixels belong to one line.
    """
    if len(pixels) * SPARSE > shape[0] * shape[1]:
        mask = np.zeros(shape, np.uint8)
        mask.ravel()[pixels] = 1
        _, line_of = cv2.connectedComponents(mask, connectivity=8, ltype=cv2.CV_32S)
        return line_of.ravel()[pixels].astype(np.int64) - 1
    return _sparse_lines(pixels, shape[1])


def _sparse_lines(pixels: NDArray[np.int64], width: int) -> NDArray[np.int64]:
    """Do what `lines_of` does without looking at the other pixels: by rows of pixels."""
    # Two columns more: the end of a row does not touch the start of the next.
    pitch = width + 2
    place = pixels + pixels // width * 2
    begins = np.diff(place, prepend=-2) != 1
    first = place[begins]
    last = place[np.append(np.flatnonzero(begins)[1:], len(place)) - 1]
    low = np.searchsorted(last, first + (pitch - 1))
    high = np.searchsorted(first, last + (pitch + 1), side="right")
    touched = np.maximum(high - low, 0)
    one = np.repeat(np.arange(len(first)), touched)
    before = np.cumsum(touched) - touched
    other = np.arange(len(one)) + np.repeat(low - before, touched)
    root = _roots(one, other, len(first))
    _, number = np.unique(root, return_inverse=True)
    return number[np.cumsum(begins) - 1]


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


def _around(pixels: NDArray[np.int64], shape: tuple[int, ...]) -> Iterator[NDArray[np.int64]]:
    """Yield the pixels of the 3 x 3 square around each pixel, one place after the other.

    Beyond the border the nearest pixel of the square stands in.
    """
    height, width = shape
    row, column = np.divmod(pixels, width)
    sides = [np.maximum(column - 1, 0), column, np.minimum(column + 1, width - 1)]
    for near in (np.maximum(row - 1, 0), row, np.minimum(row + 1, height - 1)):
        for side in sides:
            yield near * width + side


def _by_size(
    labels: NDArray[np.int32],
    pixels: NDArray[np.int64],
    line: NDArray[np.int64],
    count: int,
    area: NDArray[np.int64],
    rule: TraceRule,
) -> NDArray[np.int64]:
    """Choose the smallest or largest region that each line touches, 0 where there is none."""
    by_size = np.argsort(area if rule is TraceRule.SMALLEST else -area, kind="stable")
    by_size = np.append(by_size[by_size > 0], 0)
    rank = np.empty(len(area), np.int32)
    rank[by_size] = np.arange(len(area))
    best = np.full(len(pixels), len(area) - 1, np.int32)
    regions = labels.ravel()
    for near in _around(pixels, labels.shape):
        np.minimum(best, rank[regions[near]], out=best)
    winner = np.full(count, len(area) - 1)
    np.minimum.at(winner, line, best)
    return by_size[winner]


def _most_touched(
    labels: NDArray[np.int32],
    pixels: NDArray[np.int64],
    line: NDArray[np.int64],
    count: int,
    regions: int,
) -> NDArray[np.int64]:
    """Choose the region of which each line touches most pixels, 0 where there is none."""
    flat = labels.ravel()
    touched = []
    for near in _around(pixels, labels.shape):
        keep = flat[near] > 0
        # One vote per line and region pixel, however many line pixels touch it.
        touched.append(line[keep] * labels.size + near[keep])
    pairs = np.unique(np.concatenate(touched))
    key, votes = np.unique(
        pairs // labels.size * regions + flat[pairs % labels.size], return_counts=True
    )
    voter, region = key // regions, key % regions
    order = np.lexsort((region, -votes, voter))
    voter, region = voter[order], region[order]
    leads = np.flatnonzero(np.diff(voter, prepend=-1))
    winner = np.zeros(count, np.int64)
    winner[voter[leads]] = region[leads]
    return winner
