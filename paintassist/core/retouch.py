"""What a painter changes of one frame's drawing; the file of the line art stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.barriers import part_regions
from paintassist.core.gaps import MOST_RADIUS, draw_bridges, find_bridges
from paintassist.core.label_maps import find_overlap, renumber
from paintassist.core.lines import TRACE_INKS, Ink, LineSettings
from paintassist.core.segments import Segments, segments_from_labels
from paintassist.core.shade import Shade
from paintassist.core.trace_lines import assign_trace_lines

Stroke = tuple[tuple[int, int], ...]
"""x, y of the corners in image pixels."""

# A barrier that an eraser passes within so many pixels goes.
ERASER = 6
# Wider than this no trace line is drawn or taken away in one stroke.
MOST_WIDTH = 64


@dataclass(frozen=True)
class TraceStroke:
    """Trace line drawn over paper and other trace lines; a main line stays.

    Attributes
    ----------
    ink : Ink
        One of `TRACE_INKS`; NONE takes trace lines away.
    width : int
        Pixels, 1 to `MOST_WIDTH`.
    points : Stroke
    """

    ink: Ink
    width: int
    points: Stroke


@dataclass(frozen=True)
class MarkStroke:
    """What a painter says of the segments under a stroke.

    Attributes
    ----------
    part : str
        The part they belong to; empty for any.
    shade : Shade
    points : Stroke
    """

    part: str
    shade: Shade
    points: Stroke

    @property
    def erases(self) -> bool:
        """Whether it says nothing, and so takes back what was said."""
        return not self.part and self.shade is Shade.UNSAID


@dataclass(frozen=True)
class Retouch:
    """How the drawing of one frame is read otherwise than the file has it.

    Attributes
    ----------
    radius : int
        Gaps up to this many pixels are closed by themselves; 0 for none.
    barriers : tuple of Stroke
        Invisible lines that part segments.
    openings : tuple of Stroke
        What closes by itself is left open where an eraser went.
    joins : tuple of Stroke
        The segments under the corners of each are one.
    traces : tuple of TraceStroke
        In the order in which they were drawn.
    dust : tuple of Stroke
        Pixels of specks of line that count as paper.
    marks : tuple of MarkStroke
        In the order in which they were drawn; the later one counts.
    """

    radius: int = 0
    barriers: tuple[Stroke, ...] = ()
    openings: tuple[Stroke, ...] = ()
    joins: tuple[Stroke, ...] = ()
    traces: tuple[TraceStroke, ...] = ()
    dust: tuple[Stroke, ...] = ()
    marks: tuple[MarkStroke, ...] = ()


UNTOUCHED = Retouch()
"""As the file has it."""


def apply_retouch(
    segments: Segments, retouch: Retouch, settings: LineSettings | None = None
) -> Segments:
    """Return the segments of the same drawing with this retouch and no other.

    Parameters
    ----------
    segments : Segments
        As they are now. Those that stay keep their ids as far as 1..count allows: of a
        segment that is parted the larger piece, if it has more than half; new pieces are
        appended. Where segments become one, the last ids may move into the holes.
    retouch : Retouch
    settings : LineSettings, optional
        Where trace lines belong.
    """
    drawn = segments.drawn_inks
    inks = retouched_inks(drawn, retouch)
    regions = part_regions(inks, barrier_mask(inks, retouch))
    assign_trace_lines(regions, inks, (settings or LineSettings()).traces)
    _join(regions, retouch.joins)
    labels = keep_ids(segments, renumber(regions))
    before = None if inks is drawn else drawn
    return segments_from_labels(labels, inks, before, segments.guides)


def retouched_inks(drawn: NDArray[np.uint8], retouch: Retouch) -> NDArray[np.uint8]:
    """Return the inks without dust and with trace lines as the painter has them.

    (H, W) uint8 both ways; the very array that came in, if nothing is otherwise.
    """
    if not retouch.traces and not retouch.dust:
        return drawn
    inks = drawn.copy()
    height, width = inks.shape
    for speck in retouch.dust:
        x, y = np.array(speck, np.int64).T
        inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
        inks[y[inside], x[inside]] = Ink.NONE
    for trace in retouch.traces:
        under = stroke_mask(inks.shape, [trace.points], trace.width)
        if trace.ink is Ink.NONE:
            under &= inks > Ink.BLACK
        else:
            under &= inks != Ink.BLACK
        inks[under] = trace.ink
    return inks


def stroke_mask(
    shape: tuple[int, ...], strokes: Sequence[Stroke], width: int = 1
) -> NDArray[np.bool_]:
    """Return (H, W) bool: the pixels under strokes of a width."""
    drawn = np.zeros(shape, np.uint8)
    for stroke in strokes:
        points = np.array(stroke, np.int32)
        cv2.polylines(drawn, [points], False, 1, width, cv2.LINE_8)
        if width > 1 and len(points) == 1:
            cv2.circle(drawn, stroke[0], width // 2, 1, -1)
    return drawn > 0


def barrier_mask(inks: NDArray[np.uint8], retouch: Retouch) -> NDArray[np.bool_]:
    """Return (H, W) bool: the open pixels of (H, W) uint8 inks that part segments."""
    lines = inks != Ink.NONE
    bridges = open_bridges(lines, retouch)
    return draw_bridges(bridges, lines) | (stroke_mask(inks.shape, retouch.barriers) & ~lines)


def open_bridges(lines: NDArray[np.bool_], retouch: Retouch) -> NDArray[np.int64]:
    """Return the (B, 4) bridges of `find_bridges(lines)` that no eraser took away."""
    bridges = find_bridges(lines, min(retouch.radius, MOST_RADIUS))
    if not retouch.openings or not len(bridges):
        return bridges
    erased = stroke_mask(lines.shape, retouch.openings, 2 * ERASER + 1)
    strokes = [((x, y), (to_x, to_y)) for x, y, to_x, to_y in bridges.tolist()]
    return bridges[[not touches(erased, stroke) for stroke in strokes]]


def touches(mask: NDArray[np.bool_], stroke: Stroke) -> bool:
    """Tell whether a stroke runs over a pixel of a (H, W) mask."""
    left, top = np.maximum(np.min(stroke, axis=0), 0)
    right, bottom = np.max(stroke, axis=0) + 1
    part = mask[top:bottom, left:right]
    if not part.size:
        return False
    moved = tuple((int(x - left), int(y - top)) for x, y in stroke)
    return bool((part & stroke_mask(part.shape, [moved])).any())


def erased(
    inks: NDArray[np.uint8], retouch: Retouch, eraser: Stroke
) -> tuple[tuple[Stroke, ...], tuple[Stroke, ...]]:
    """Return the barriers that stay, and the openings, once an eraser has passed.

    Parameters
    ----------
    inks : (H, W) uint8
        With the retouch.
    retouch : Retouch
    eraser : Stroke
    """
    under = stroke_mask(inks.shape, [eraser], 2 * ERASER + 1)
    stay = tuple(stroke for stroke in retouch.barriers if not touches(under, stroke))
    bridges = open_bridges(inks != Ink.NONE, retouch).tolist()
    hit = any(touches(under, ((x, y), (to_x, to_y))) for x, y, to_x, to_y in bridges)
    return stay, (*retouch.openings, eraser) if hit else retouch.openings


def _join(regions: NDArray[np.int32], joins: Sequence[Stroke]) -> None:
    """Make one region of those under the corners of each join, in place."""
    height, width = regions.shape
    table = np.arange(int(regions.max(initial=0)) + 1, dtype=np.int32)
    for join in joins:
        inside = [(x, y) for x, y in join if 0 <= x < width and 0 <= y < height]
        found = {int(table[regions[y, x]]) for x, y in inside} - {0}
        if len(found) > 1:
            table[np.isin(table, list(found))] = min(found)
    if (table != np.arange(len(table))).any():
        np.take(table, regions, out=regions)


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
    partner = continued(before, labels)
    stays = (partner > 0) & (partner <= count)
    table = np.zeros(count + 1, np.int32)
    table[stays] = partner[stays]
    free = np.setdiff1d(np.arange(1, count + 1), table)
    table[1:][table[1:] == 0] = free
    return table[labels]


def continued(before: Segments, labels: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return the segment that each one of a label map of the same drawing goes on from.

    It is the one that covers most of it, if more than half of that one went there: the larger
    piece of what was parted, the largest part of what became one.

    Parameters
    ----------
    before : Segments
        Of the same size.
    labels : (H, W) int32

    Returns
    -------
    (labels.max() + 1,) int64
        0 where there is none; no two share one.
    """
    old, new, common = find_overlap(before.labels, labels)
    partner = np.zeros(int(labels.max(initial=0)) + 1, np.int64)
    most = np.zeros(len(partner), np.int64)
    real = (old > 0) & (new > 0)
    np.maximum.at(most, new[real], common[real])
    stays = real & (common == most[new]) & (2 * common > before.area[old])
    partner[new[stays]] = old[stays]
    return partner


def is_trace_ink(value: int) -> bool:
    """Tell whether a number is an ink that a trace stroke can have."""
    return value == Ink.NONE or value in TRACE_INKS
