"""Segments: the label map of a cel and what is known of each segment."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.lines import Ink, LineSettings, TraceRule, TraceSetting

# Segments further apart than this many pixels of line are not neighbours.
ADJACENCY_REACH = 6.0
# A crowded cel has some 3,000 segments, a page of 8192 x 8192 perhaps ten times as many. Noise has
# hundreds of thousands, and describing them would fill the memory.
MOST_SEGMENTS = 30_000
# Rows of a label map that are numbered anew at once.
ROWS_AT_ONCE = 256


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
    change = np.empty((height, width), np.bool_)
    change[:, 0] = True
    np.not_equal(labels[:, 1:], labels[:, :-1], out=change[:, 1:])
    flat = np.flatnonzero(change)
    length = np.diff(flat, append=height * width)
    return Runs(flat // width, flat % width, length, labels.ravel()[flat].astype(np.int64))


@dataclass(frozen=True)
class Segments:
    """The label map of one cel with one row of facts per segment.

    Every table has a row 0 for the line pixels, so that a label indexes it directly.

    Attributes
    ----------
    labels : (H, W) int32
        0 = line; 1..count = segments, numbered in scan order of their first pixel.
    inks : (H, W) uint8
        The line art the map came from (values of `Ink`).
    area : (count + 1,) int64
        Pixels, trace-line pixels that belong to the segment included.
    bbox : (count + 1, 4) int32
        x, y, width, height in image pixels.
    centroid : (count + 1, 2) float64
        x, y of the mean pixel.
    drawn : (H, W) uint8 or None
        The inks as the file has them, where a retouch changed some; None if none did.
    guides : (H, W) uint8 or None
        Number of the guide colour + 1 where the drawing is filled with one; None if nowhere.
    """

    labels: NDArray[np.int32]
    inks: NDArray[np.uint8]
    area: NDArray[np.int64]
    bbox: NDArray[np.int32]
    centroid: NDArray[np.float64]
    drawn: NDArray[np.uint8] | None = field(default=None, kw_only=True)
    guides: NDArray[np.uint8] | None = field(default=None, kw_only=True)

    @property
    def drawn_inks(self) -> NDArray[np.uint8]:
        """(H, W) uint8: the inks as the file has them."""
        return self.inks if self.drawn is None else self.drawn

    @property
    def count(self) -> int:
        """Number of segments, the line not counted."""
        return len(self.area) - 1

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.labels.shape[1], self.labels.shape[0]

    @cached_property
    def key(self) -> str:
        """Hash that is equal for equal label maps and inks, and else differs."""
        digest = hashlib.blake2b(digest_size=16)
        digest.update(str(self.labels.shape).encode())
        digest.update(np.ascontiguousarray(self.labels).data)
        digest.update(np.ascontiguousarray(self.inks).data)
        return digest.hexdigest()

    @cached_property
    def adjacency(self) -> NDArray[np.int64]:
        """(E, 3) int64: pairs of neighbouring ids a < b and their border in pixels."""
        return find_adjacency(self.labels)

    def borders(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        """Return every pair of neighbours from both sides.

        Returns
        -------
        one, other : (2E,) int64
            Rows (id - 1); each pair of `adjacency` comes twice, the other way round the
            second time.
        length : (2E,) float64
            Their border in pixels.
        """
        edges = self.adjacency
        one = np.concatenate([edges[:, 0], edges[:, 1]]) - 1
        other = np.concatenate([edges[:, 1], edges[:, 0]]) - 1
        return one, other, np.concatenate([edges[:, 2], edges[:, 2]]).astype(np.float64)

    @cached_property
    def background(self) -> int:
        """Id of the segment that covers most of the image border; 0 if there is none."""
        border = np.concatenate(
            [self.labels[0], self.labels[-1], self.labels[:, 0], self.labels[:, -1]]
        )
        counts = np.bincount(border, minlength=2)
        counts[0] = 0
        best = int(counts.argmax())
        return best if counts[best] > 0 else 0


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


def segments_from_labels(
    labels: NDArray[np.int32],
    inks: NDArray[np.uint8],
    drawn: NDArray[np.uint8] | None = None,
    guides: NDArray[np.uint8] | None = None,
) -> Segments:
    """Count areas, boxes and centroids of a label map in one pass.

    Parameters
    ----------
    labels : (H, W) int32, 0 = line
    inks : (H, W) uint8
    drawn, guides : (H, W) uint8, optional
        See `Segments`.
    """
    return _count(labels, inks, find_runs(labels), drawn, guides)


def _count(
    labels: NDArray[np.int32],
    inks: NDArray[np.uint8],
    runs: Runs,
    drawn: NDArray[np.uint8] | None = None,
    guides: NDArray[np.uint8] | None = None,
) -> Segments:
    """Count what `segments_from_labels` does from the runs of the label map."""
    count = int(runs.label.max(initial=0)) + 1
    area = np.bincount(runs.label, runs.length, count).astype(np.int64)
    end = runs.start + runs.length - 1
    middle = (runs.start + end) / 2
    safe = np.maximum(area, 1)
    centroid = np.stack(
        [
            np.bincount(runs.label, runs.length * middle, count) / safe,
            np.bincount(runs.label, runs.length * runs.row, count) / safe,
        ],
        axis=1,
    )
    low = np.full((count, 2), np.iinfo(np.int64).max)
    high = np.full((count, 2), -1)
    np.minimum.at(low[:, 0], runs.label, runs.start)
    np.minimum.at(low[:, 1], runs.label, runs.row)
    np.maximum.at(high[:, 0], runs.label, end)
    np.maximum.at(high[:, 1], runs.label, runs.row)
    low[high[:, 0] < 0] = 0
    bbox = np.concatenate([low, high - low + 1], axis=1).astype(np.int32)
    return Segments(labels, inks, area, bbox, centroid, drawn=drawn, guides=guides)


def segment(
    inks: NDArray[np.uint8],
    settings: LineSettings | None = None,
    guides: NDArray[np.uint8] | None = None,
) -> Segments:
    """Find the segments of a cel.

    Segments are the 4-connected components of non-line pixels; the pixels of a trace line
    are given to a neighbouring region by the rule of their colour.

    Parameters
    ----------
    inks : (H, W) uint8
        Values of `Ink`.
    settings : LineSettings, optional
        The rule per trace colour.
    guides : (H, W) uint8, optional
        See `Segments`; they part no segments, lines do.
    """
    settings = settings or LineSettings()
    open_pixels = (inks == Ink.NONE).view(np.uint8)
    _, labels = cv2.connectedComponents(open_pixels, connectivity=4, ltype=cv2.CV_32S)
    regions = labels.astype(np.int32, copy=False)
    assign_trace_lines(regions, inks, settings.traces)
    runs = find_runs(regions)
    table = _scan_order(runs)
    # The map is ours, so it is numbered anew where it lies, some rows after the other.
    for first in range(0, len(regions), ROWS_AT_ONCE):
        rows = regions[first : first + ROWS_AT_ONCE]
        rows[...] = table[rows]
    runs = Runs(runs.row, runs.start, runs.length, table[runs.label].astype(np.int64))
    return _count(regions, inks, runs, guides=guides)


def check_count(segments: Segments, path: Path) -> None:
    """Refuse drawings that are noise: no cel has that many segments.

    Raises
    ------
    InputError
        If there are more than `MOST_SEGMENTS`.
    """
    if segments.count > MOST_SEGMENTS:
        raise InputError(
            f"{path} has {segments.count:,} segments, more than the limit of {MOST_SEGMENTS:,}; "
            "check that it is clean line art or a flat painting"
        )


def renumber(labels: NDArray[np.int32]) -> NDArray[np.int32]:
    """Number the segments 1, 2, ... in scan order of their first pixel; 0 stays 0."""
    return _scan_order(find_runs(labels))[labels]


def _scan_order(runs: Runs) -> NDArray[np.int32]:
    """Return the new number of every label, see `renumber`."""
    first = np.full(int(runs.label.max(initial=0)) + 1, -1, np.int64)
    order = np.arange(len(runs.label))
    first[runs.label[::-1]] = order[::-1]
    present = np.flatnonzero(first[1:] >= 0) + 1
    table = np.zeros(len(first), np.int32)
    table[present[np.argsort(first[present])]] = np.arange(1, len(present) + 1)
    return table


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
    runs = find_runs(labels)
    area = np.bincount(runs.label, runs.length).astype(np.int64)
    fresh = len(area)
    # Written at the end, because lines go to regions, not to other lines.
    found: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []
    for ink in (Ink.RED, Ink.GREEN, Ink.BLUE):
        mask = (inks == ink).view(np.uint8)
        if not mask.any():
            continue
        setting = traces.get(ink)
        rule = setting.rule if setting else TraceRule.SMALLEST
        lines_count, line_of = cv2.connectedComponents(mask, connectivity=8, ltype=cv2.CV_32S)
        pixels = np.flatnonzero(mask)
        line_ids = line_of.ravel()[pixels].astype(np.int64)
        winner = np.zeros(lines_count, np.int64)
        if rule is not TraceRule.OWN:
            rows, cols = np.divmod(pixels, labels.shape[1])
            winner = _winning_regions(labels, area, rule, rows, cols, line_ids, lines_count)
        alone = np.flatnonzero(winner[1:] == 0) + 1
        winner[alone] = np.arange(fresh, fresh + len(alone))
        fresh += len(alone)
        found.append((pixels, winner[line_ids]))
    for pixels, region in found:
        np.put(labels, pixels, region)


def _winning_regions(
    labels: NDArray[np.int32],
    area: NDArray[np.int64],
    rule: TraceRule,
    rows: NDArray[np.int64],
    cols: NDArray[np.int64],
    line_ids: NDArray[np.int64],
    lines_count: int,
) -> NDArray[np.int64]:
    """Choose the region of each trace line; (lines_count,) int64, 0 = touches none."""
    height, width = labels.shape
    touched: list[NDArray[np.int64]] = []
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            y, x = rows + dy, cols + dx
            inside = (y >= 0) & (y < height) & (x >= 0) & (x < width)
            near = labels[y[inside], x[inside]].astype(np.int64)
            pixel = y[inside] * width + x[inside]
            key = line_ids[inside]
            keep = near > 0
            # One vote per (trace line, region pixel), however many line pixels touch it.
            touched.append(key[keep] * (height * width) + pixel[keep])
    pairs = np.unique(np.concatenate(touched))
    line = pairs // (height * width)
    region = labels.ravel()[pairs % (height * width)].astype(np.int64)
    votes_key, votes = np.unique(line * len(area) + region, return_counts=True)
    line, region = votes_key // len(area), votes_key % len(area)
    weight = {
        TraceRule.SMALLEST: area[region],
        TraceRule.LARGEST: -area[region],
        TraceRule.TOUCHING: -votes,
    }[rule]
    order = np.lexsort((region, weight, line))
    line, region = line[order], region[order]
    first = np.flatnonzero(np.diff(line, prepend=-1))
    winner = np.zeros(lines_count, np.int64)
    winner[line[first]] = region[first]
    return winner


def spread_over_lines(
    labels: NDArray[np.int32], reach: float = ADJACENCY_REACH
) -> NDArray[np.int32]:
    """Give line pixels within `reach` pixels of a segment that segment's label.

    Returns
    -------
    (H, W) int32
        The label map with lines filled from the nearest segment.
    """
    line = (labels == 0).astype(np.uint8)
    if not line.any() or line.all():
        return labels
    distance, nearest = cv2.distanceTransformWithLabels(
        line, cv2.DIST_L2, cv2.DIST_MASK_3, labelType=cv2.DIST_LABEL_PIXEL
    )
    table = np.zeros(int(nearest.max()) + 1, np.int32)
    bare = line == 0
    table[nearest[bare]] = labels[bare]
    spread = table[nearest]
    spread[distance > reach] = 0
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
    for one, other in ((spread[:, :-1], spread[:, 1:]), (spread[:-1], spread[1:])):
        differs = (one != other) & (one > 0) & (other > 0)
        a, b = one[differs].astype(np.int64), other[differs].astype(np.int64)
        keys.append(np.minimum(a, b) * base + np.maximum(a, b))
    pairs, border = np.unique(np.concatenate(keys), return_counts=True)
    return np.stack([pairs // base, pairs % base, border], axis=1)


def mirror(segments: Segments) -> Segments:
    """Return a drawing seen in a mirror; every segment keeps its id."""
    return segments_from_labels(
        np.ascontiguousarray(segments.labels[:, ::-1]),
        np.ascontiguousarray(segments.inks[:, ::-1]),
    )
