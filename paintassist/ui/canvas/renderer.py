"""The picture of one frame: label map through a colour table. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.lines import INK_RGB, Ink
from paintassist.core.segments import Segments
from paintassist.ui.canvas.view import Rect

BLACK = np.uint32(0xFF000000)
# What a pass over one segment's rectangle costs beside its pixels, in pixels of one pass over
# all of them: a quarter of a millisecond with its copies (`benchmarks/canvas.py`).
RECTANGLE_COST = 100_000
# Rows that are looked up at once: their indices stay in the processor's cache, which makes the
# pass three times as fast.
STRIP = 64
LEVELS = 5

Box = tuple[int, int, int, int]
"""x, y, width, height in image pixels."""


def to_argb(rgba: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """Pack (..., 4) straight RGBA into (...) premultiplied 0xAARRGGBB, as QImage wants it."""
    wide = rgba.astype(np.uint32)
    alpha = wide[..., 3]
    red, green, blue = ((wide[..., i] * alpha + 127) // 255 for i in range(3))
    return ((alpha << 24) | (red << 16) | (green << 8) | blue).astype(np.uint32, copy=False)


class FrameRenderer:
    """Turns a label map and a colour per segment into premultiplied ARGB pixels.

    A recolour touches the segments' rectangles only, in the picture and in its halved
    copies, which serve views that are zoomed out.

    Attributes
    ----------
    levels : list of (H / 2**i, W / 2**i) uint32
        The picture and its copies, halved each; level 0 is exact. Changed in place.
    """

    def __init__(self, segments: Segments) -> None:
        self.segments = segments
        self._table = np.zeros(segments.count + 1, np.uint32)
        self._table[0] = BLACK
        self._open = np.ones(segments.count + 1, np.bool_)
        self._lines_on_top = False
        self._find_traces()
        self.levels: list[NDArray[np.uint32]] = [np.zeros(segments.labels.shape, np.uint32)]
        self._paint_all()

    def _find_traces(self) -> None:
        """Keep trace-line pixels sorted by segment, to repaint those of one segment."""
        rows, cols = np.nonzero(self.segments.inks > Ink.BLACK)
        labels = self.segments.labels[rows, cols]
        order = np.argsort(labels, kind="stable")
        self._trace_rows, self._trace_cols = rows[order], cols[order]
        self._trace_labels = labels[order]
        inks = np.zeros((len(Ink), 4), np.uint8)
        for ink, rgb in INK_RGB.items():
            inks[ink] = (*rgb, 255)
        self._trace_colors = to_argb(inks)[self.segments.inks[rows, cols]][order]

    @property
    def lines_on_top(self) -> bool:
        """Whether trace lines show over the paint; on open segments they always do."""
        return self._lines_on_top

    def set_lines_on_top(self, on_top: bool) -> None:
        """Show trace lines over the paint, or the paint as it will be exported."""
        if on_top != self._lines_on_top:
            self._lines_on_top = on_top
            self._paint_all()

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
            self._paint_box(box)
            height, width = self.segments.labels.shape
            return 0, 0, width, height
        for segment in changed:
            self._paint_segment(int(segment))
        return box

    def leftover_traces(self) -> NDArray[np.int64]:
        """Return x, y (K, 2) of the trace-line pixels that no paint covers."""
        left = self._open[self._trace_labels] | (self._trace_labels == 0)
        return np.stack([self._trace_cols[left], self._trace_rows[left]], axis=1)

    def _paint_all(self) -> None:
        height, width = self.segments.labels.shape
        self._paint_box((0, 0, width, height))

    def _paint_box(self, box: Box) -> None:
        """Paint every pixel of a rectangle, in the copies too."""
        x, y, width, height = box
        picture, labels = self.levels[0], self.segments.labels
        for top in range(y, y + height, STRIP):
            strip = np.s_[top : min(top + STRIP, y + height), x : x + width]
            # Labels are in range: clipping only spares a copy.
            picture[strip] = self._table.take(labels[strip], mode="clip")
        rows, cols = self._trace_rows, self._trace_cols
        show = self._open[self._trace_labels] | self._lines_on_top
        show &= (rows >= y) & (rows < y + height) & (cols >= x) & (cols < x + width)
        picture[rows[show], cols[show]] = self._trace_colors[show]
        self._renew_copies(box)

    def _paint_segment(self, segment: int) -> None:
        x, y, width, height = (int(value) for value in self.segments.bbox[segment])
        labels = self.segments.labels[y : y + height, x : x + width]
        self.levels[0][y : y + height, x : x + width][labels == segment] = self._table[segment]
        if self._open[segment] or self._lines_on_top:
            first, last = np.searchsorted(self._trace_labels, [segment, segment + 1])
            part = slice(int(first), int(last))
            self.levels[0][self._trace_rows[part], self._trace_cols[part]] = self._trace_colors[
                part
            ]
        self._renew_copies((x, y, width, height))

    def _renew_copies(self, box: Box) -> None:
        """Renew what the halved copies have of a rectangle."""
        left, top, right, bottom = box[0], box[1], box[0] + box[2], box[1] + box[3]
        for level in range(1, len(self.levels)):
            left, top, right, bottom = left // 2, top // 2, -(-right // 2), -(-bottom // 2)
            self._halve(level, (left, top, right - left, bottom - top))

    def _halve(self, level: int, box: Box) -> None:
        """Renew a rectangle of a halved copy from the level below it."""
        target, source = self.levels[level], self.levels[level - 1]
        x, y, width, height = box
        width, height = min(width, target.shape[1] - x), min(height, target.shape[0] - y)
        if width <= 0 or height <= 0:
            return
        part = source[2 * y : 2 * (y + height), 2 * x : 2 * (x + width)]
        bytes_in = np.ascontiguousarray(part).view(np.uint8).reshape(*part.shape, 4)
        halved = cv2.resize(bytes_in, (width, height), interpolation=cv2.INTER_AREA)
        target[y : y + height, x : x + width] = halved.view(np.uint32)[..., 0]

    def level_for(self, device_scale: float) -> int:
        """Return the copy to draw at this many device pixels per image pixel."""
        wanted = 0
        while wanted + 1 < LEVELS and device_scale * 2**wanted < 0.75:
            height, width = self.levels[wanted].shape
            if min(height, width) < 4:
                break
            wanted += 1
            if wanted == len(self.levels):
                self.levels.append(np.zeros((height // 2, width // 2), np.uint32))
                self._halve(wanted, (0, 0, width // 2, height // 2))
        return wanted

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
