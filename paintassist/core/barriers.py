"""Segments with gaps closed: barriers part them and leave nothing unpainted."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.gaps import find_barriers
from paintassist.core.lines import Ink, LineSettings
from paintassist.core.segments import (
    Segments,
    assign_trace_lines,
    renumber,
    segments_from_labels,
)

# What a barrier cuts off must have this many pixels to be a segment: less is a notch.
LEAST_PIECE = 8

Stroke = tuple[tuple[int, int], ...]
"""x, y of the corners in image pixels."""


@dataclass(frozen=True)
class Gaps:
    """How the gaps of one frame are closed; the line art itself is never changed.

    Attributes
    ----------
    radius : int
        Gaps up to this many pixels are closed by themselves; 0 for none.
    strokes : tuple of Stroke
        What the gap pen drew.
    """

    radius: int = 0
    strokes: tuple[Stroke, ...] = ()


NO_GAPS = Gaps()
"""None closed."""


def barrier_mask(inks: NDArray[np.uint8], gaps: Gaps) -> NDArray[np.bool_]:
    """Return (H, W) bool: the open pixels that part segments."""
    drawn = np.zeros(inks.shape, np.uint8)
    for stroke in gaps.strokes:
        cv2.polylines(drawn, [np.array(stroke, np.int32)], False, 1, 1, cv2.LINE_8)
    return find_barriers(inks, gaps.radius) | ((drawn > 0) & (inks == Ink.NONE))


def close_gaps(segments: Segments, gaps: Gaps, settings: LineSettings | None = None) -> Segments:
    """Return the segments of the same drawing with these gaps closed and no others.

    Parameters
    ----------
    segments : Segments
        As they are now. Those that stay keep their ids as far as 1..count allows: of a
        segment that is parted the larger piece, if it has more than half; new pieces are
        appended. Where segments become one again, the last ids may move into the holes.
    gaps : Gaps
    settings : LineSettings, optional
        Where trace lines belong.
    """
    inks = segments.inks
    regions = part_regions(inks, barrier_mask(inks, gaps))
    assign_trace_lines(regions, inks, (settings or LineSettings()).traces)
    labels = keep_ids(segments, renumber(regions))
    return segments_from_labels(labels, inks)


def part_regions(inks: NDArray[np.uint8], barriers: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Return the regions between lines and barriers; barriers belong to the nearest piece.

    A region is only ever parted: no two become one, and none goes.

    Parameters
    ----------
    inks : (H, W) uint8
    barriers : (H, W) bool
        Read at open pixels only.

    Returns
    -------
    (H, W) int32
        0 = line (trace lines too), otherwise some id > 0.
    """
    is_open = inks == Ink.NONE
    _, whole = cv2.connectedComponents(is_open.astype(np.uint8), connectivity=4, ltype=cv2.CV_32S)
    if not (barriers & is_open).any():
        return np.asarray(whole, np.int32)
    count, pieces = cv2.connectedComponents(
        (is_open & ~barriers).astype(np.uint8), connectivity=4, ltype=cv2.CV_32S
    )
    area = np.bincount(pieces.ravel(), minlength=count)
    pieces[(area < LEAST_PIECE)[pieces]] = 0
    # A region that barriers (and notches) took whole stays as it was.
    left = np.bincount(whole.ravel(), pieces.ravel() > 0)
    lost = (left == 0)[whole] & is_open
    pieces[lost] = whole[lost] + count
    _grow_into(pieces, is_open)
    return np.asarray(pieces, np.int32)


def _grow_into(pieces: NDArray[np.int32], is_open: NDArray[np.bool_]) -> None:
    """Give open pixels without a piece that of the nearest one on an open way, in place."""
    height, width = pieces.shape
    rows, cols = np.nonzero(is_open & (pieces == 0))
    while len(rows):
        found = np.zeros(len(rows), np.int32)
        for dy, dx in ((-1, 0), (0, -1), (0, 1), (1, 0)):
            y = np.clip(rows + dy, 0, height - 1)
            x = np.clip(cols + dx, 0, width - 1)
            found = np.where(found == 0, pieces[y, x], found)
        pieces[rows, cols] = found
        rows, cols = rows[found == 0], cols[found == 0]


def keep_ids(before: Segments, labels: NDArray[np.int32]) -> NDArray[np.int32]:
    """Renumber a label map so that segments which stay keep their ids.

    Parameters
    ----------
    before : Segments
        Of the same size.
    labels : (H, W) int32
        Numbered 1..count.
    """
    count = int(labels.max(initial=0))
    area = np.bincount(labels.ravel(), minlength=count + 1)
    base = np.int64(count + 1)
    pairs, common = np.unique(before.labels * base + labels, return_counts=True)
    old, new = pairs // base, pairs % base
    stays = (old > 0) & (new > 0) & (2 * common > before.area[old] + area[new] - common)
    stays &= old <= count
    table = np.zeros(count + 1, np.int32)
    table[new[stays]] = old[stays]
    free = np.setdiff1d(np.arange(1, count + 1), table)
    table[1:][table[1:] == 0] = free
    return table[labels]
