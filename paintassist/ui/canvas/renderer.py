"""The picture of one frame: label map through a colour table. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintassist.core.lines import INK_RGB, Ink
from paintassist.core.segments import Segments
from paintassist.ui.canvas.levels import Box, Levels
from paintassist.ui.canvas.overlay import per_label
from paintassist.ui.canvas.view import Rect

BLACK = np.uint32(0xFF000000)
# What a pass over one segment's rectangle costs beside its pixels, in pixels of one pass over
# all of them: a quarter of a millisecond with its copies (`benchmarks/canvas.py`).
RECTANGLE_COST = 100_000
# Rows that are looked up at once: their indices stay in the processor's cache, which makes the
# pass three times as fast.
STRIP = 64


def to_argb(rgba: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """Pack (..., 4) straight RGBA into (...) premultiplied 0xAARRGGBB, as QImage wants it."""
    wide = rgba.astype(np.uint32)
    alpha = wide[..., 3]
    red, green, blue = ((wide[..., i] * alpha + 127) // 255 for i in range(3))
    return ((alpha << 24) | (red << 16) | (green << 8) | blue).astype(np.uint32, copy=False)


def trace_colors() -> NDArray[np.uint32]:
    """Return the colour of each `Ink`."""
    inks = np.zeros((len(Ink), 4), np.uint8)
    for ink, rgb in INK_RGB.items():
        inks[ink] = (*rgb, 255)
    return to_argb(inks)


TRACE_COLORS = trace_colors()


@dataclass(frozen=True, eq=False)
class Traces:
    """Some trace-line pixels.

    Attributes
    ----------
    rows, columns : (K,) int64
    labels : (K,) int32
    colors : (K,) uint32
    """

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    labels: NDArray[np.int32]
    colors: NDArray[np.uint32]


class FrameRenderer:
    """Turns a label map and a colour per segment into premultiplied ARGB pixels.

    A recolour of some segments touches their rectangles only, in the picture and in its halved
    copies, which serve views that are zoomed out. Where more is new, tiles are painted again
    when they are looked at: see `renew`.
    """

    def __init__(self, segments: Segments) -> None:
        self.segments = segments
        self._table = np.zeros(segments.count + 1, np.uint32)
        self._table[0] = BLACK
        self._open = np.ones(segments.count + 1, np.bool_)
        self._lines_on_top = False
        self._traces: dict[Box, Traces] = {}
        height, width = segments.labels.shape
        self._levels = Levels((height, width))

    @property
    def levels(self) -> list[NDArray[np.uint32]]:
        """The picture and its copies, see `Levels.images`; level 0 is exact."""
        return self._levels.images

    def level_for(self, device_scale: float) -> int:
        """Return the copy to draw at this many device pixels per image pixel."""
        return self._levels.level_for(device_scale)

    def waiting(self, level: int, box: Box) -> int:
        """Return how many pixels `renew` would paint."""
        return self._levels.waiting(level, box)

    def renew(self, level: int, box: Box, most: int | None = None) -> bool:
        """Bring a rectangle of a copy up to date, see `Levels.renew`."""
        return self._levels.renew(level, box, self._paint_box, most)

    def draft(self, sampled: NDArray[np.int32], inks: NDArray[np.int32]) -> NDArray[np.uint32]:
        """Paint sampled pixels, to be seen until the picture is painted.

        Parameters
        ----------
        sampled, inks : (h, w) int32
            Labels and inks; -1 outside the image.
        """
        picture = per_label(self._table, sampled)
        rows, columns = np.nonzero(inks > Ink.BLACK)
        shown = per_label(self._open, sampled[rows, columns]) | self._lines_on_top
        rows, columns = rows[shown], columns[shown]
        picture[rows, columns] = TRACE_COLORS[inks[rows, columns]]
        return picture

    @property
    def lines_on_top(self) -> bool:
        """Whether trace lines show over the paint; on open segments they always do."""
        return self._lines_on_top

    def set_lines_on_top(self, on_top: bool) -> None:
        """Show trace lines over the paint, or the paint as it will be exported."""
        if on_top != self._lines_on_top:
            self._lines_on_top = on_top
            self._outdate_all()

    def set_colors(self, rgba: NDArray[np.uint8], unpainted: NDArray[np.bool_]) -> Box | None:
        """Show these colours.

        Parameters
        ----------
        rgba : (count + 1, 4) uint8
            Straight alpha; row 0 is ignored.
        unpainted : (count + 1,) bool
            Segments without a colour: they keep their trace lines visible.

        Returns
        -------
        Box or None
            The image rectangle that changed.
        """
        table = np.where(unpainted, np.uint32(0), to_argb(rgba))
        table[0] = BLACK
        changed = np.flatnonzero((table != self._table) | (unpainted != self._open))
        changed = changed[changed > 0]
        self._table, self._open = table, unpainted.copy()
        if len(changed) == 0:
            return None
        sides = self.segments.bbox[changed, 2:].astype(np.int64)
        box = union_box(self.segments.bbox[changed])
        # From here on one pass over all of them is cheaper than a pass per rectangle.
        if (sides.prod(axis=1) + RECTANGLE_COST).sum() - RECTANGLE_COST > box[2] * box[3]:
            return self._outdate_all()
        for segment in changed:
            self._paint_segment(int(segment))
        return box

    def leftover_traces(self) -> NDArray[np.int64]:
        """Return x, y (K, 2) of the trace-line pixels that no paint covers."""
        height, width = self.segments.labels.shape
        traces = self._traces_of((0, 0, width, height))
        left = self._open[traces.labels] | (traces.labels == 0)
        return np.stack([traces.columns[left], traces.rows[left]], axis=1)

    def _outdate_all(self) -> Box:
        height, width = self.segments.labels.shape
        whole = 0, 0, width, height
        self._levels.outdate(whole)
        return whole

    def _paint_box(self, box: Box) -> None:
        """Paint every pixel of a rectangle."""
        x, y, width, height = box
        picture, labels = self.levels[0], self.segments.labels
        for top in range(y, y + height, STRIP):
            strip = np.s_[top : min(top + STRIP, y + height), x : x + width]
            # Labels are in range: clipping only spares a copy.
            picture[strip] = self._table.take(labels[strip], mode="clip")
        traces = self._traces_of(box)
        show = self._open[traces.labels] | self._lines_on_top
        picture[traces.rows[show], traces.columns[show]] = traces.colors[show]

    def _traces_of(self, box: Box) -> Traces:
        """Return the trace-line pixels of a rectangle, which are looked for once."""
        if box not in self._traces:
            x, y, width, height = box
            part = self.segments.inks[y : y + height, x : x + width]
            rows, columns = np.nonzero(part > Ink.BLACK)
            colors = TRACE_COLORS[part[rows, columns]]
            rows, columns = rows + y, columns + x
            labels = self.segments.labels[rows, columns]
            self._traces[box] = Traces(rows, columns, labels, colors)
        return self._traces[box]

    def _paint_segment(self, segment: int) -> None:
        x, y, width, height = (int(value) for value in self.segments.bbox[segment])
        area = np.s_[y : y + height, x : x + width]
        own = self.segments.labels[area] == segment
        self.levels[0][area][own] = self._table[segment]
        if self._open[segment] or self._lines_on_top:
            inks = self.segments.inks[area]
            own &= inks > Ink.BLACK
            self.levels[0][area][own] = TRACE_COLORS[inks[own]]
        self._levels.follow((x, y, width, height))

    def segment_at(self, pos_image: tuple[float, float]) -> int:
        """Return the segment at an image position; 0 on a line and outside."""
        x, y = int(np.floor(pos_image[0])), int(np.floor(pos_image[1]))
        height, width = self.segments.labels.shape
        if not (0 <= x < width and 0 <= y < height):
            return 0
        return int(self.segments.labels[y, x])

    def nearest_segment(self, pos_image: tuple[float, float], reach: int = 3) -> int:
        """Return the segment at a position, or the nearest one within `reach` pixels."""
        found = self.segment_at(pos_image)
        if found:
            return found
        x, y = int(np.floor(pos_image[0])), int(np.floor(pos_image[1]))
        height, width = self.segments.labels.shape
        if not (0 <= x < width and 0 <= y < height):
            return 0
        left, top = max(x - reach, 0), max(y - reach, 0)
        near = self.segments.labels[top : y + reach + 1, left : x + reach + 1]
        rows, cols = np.nonzero(near)
        if len(rows) == 0:
            return 0
        closest = np.argmin((rows + top - y) ** 2 + (cols + left - x) ** 2)
        return int(near[rows[closest], cols[closest]])

    def segments_along(self, start: tuple[float, float], end: tuple[float, float]) -> list[int]:
        """Return the segments under a straight stroke in image space, in its order."""
        steps = int(max(abs(end[0] - start[0]), abs(end[1] - start[1]))) + 1
        share = np.linspace(0.0, 1.0, steps + 1)
        x = np.floor(start[0] + (end[0] - start[0]) * share).astype(np.int64)
        y = np.floor(start[1] + (end[1] - start[1]) * share).astype(np.int64)
        height, width = self.segments.labels.shape
        inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
        under = self.segments.labels[y[inside], x[inside]]
        return list(dict.fromkeys(under[under > 0].tolist()))


def union_box(boxes: NDArray[np.int32] | Sequence[Sequence[int]]) -> Box:
    """Return the rectangle around (N, 4) rectangles, N >= 1."""
    array = np.asarray(boxes)
    left, top = array[:, :2].min(axis=0)
    right, bottom = (array[:, :2] + array[:, 2:]).max(axis=0)
    return int(left), int(top), int(right - left), int(bottom - top)


def grown(box: Box, margin: float) -> Rect:
    """Return a rectangle with a margin on all sides."""
    x, y, width, height = box
    return x - margin, y - margin, width + 2 * margin, height + 2 * margin
