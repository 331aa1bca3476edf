"""All that is drawn over the paint of a frame, in one picture. Knows no Qt."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeGuard

import numpy as np
from numpy.typing import NDArray

from paintassist.ui.canvas.overlay import (
    OUTLINE_REACH,
    OverlayMode,
    SegmentMarks,
    draw_overlay,
    sample_labels,
)
from paintassist.ui.canvas.renderer import FrameRenderer
from paintassist.ui.canvas.spots import (
    FRAME,
    RING,
    draw_onion,
    line_mask,
    mark_differing,
    mark_emphasis,
    mark_flashing,
    mark_leftovers,
    mark_unpainted,
    to_device,
)
from paintassist.ui.canvas.view import Rect, ViewTransform

# The widest mark looks so many widget units around itself.
REACH = max(OUTLINE_REACH, RING + 1, FRAME)

Onion = Sequence[tuple[NDArray[np.int32], np.uint32]]
"""Label maps of other frames, each with the colour of its lines."""


class Marking:
    """Knows what is marked beside the overlay's own marks, and draws both.

    Attributes
    ----------
    differing : (count + 1,) bool or None
        Shown by the overlay of differences.
    emphasis, flashing : (count + 1,) bool or None
        Shown under every overlay.
    """

    def __init__(self) -> None:
        self.differing: NDArray[np.bool_] | None = None
        self.emphasis: NDArray[np.bool_] | None = None
        self.flashing: NDArray[np.bool_] | None = None
        self._onion: Onion = ()
        self._line_masks: dict[tuple[int, float], NDArray[np.uint8]] = {}

    def set_onion(self, frames: Onion) -> None:
        """Show the lines of other frames."""
        self._onion = frames
        self._line_masks = {}

    def forget(self) -> None:
        """Mark nothing that belongs to one frame: another one is shown."""
        self.set_onion(())
        self.differing = self.flashing = None

    def draw(
        self,
        renderer: FrameRenderer,
        marks: SegmentMarks,
        mode: OverlayMode,
        view: ViewTransform,
        ratio: float,
        rect_widget: Rect,
    ) -> tuple[NDArray[np.uint32], tuple[int, int]] | None:
        """Draw the marks of a rectangle from the labels under its device pixels.

        Returns
        -------
        pixels : (h, w) uint32
            0xAARRGGBB, every pixel either opaque or empty.
        origin : (int, int)
            Device position of their corner.

        None if there is nothing to draw.
        """
        some = self.emphasis is not None or self.flashing is not None or self._onion
        if mode is OverlayMode.OFF and not some and not marks.unpainted.any():
            return None
        unit = max(round(ratio), 1)
        # Marks look at their neighbours: a rim beyond the rectangle, which clips it.
        rim = REACH * unit + 1
        x, y, width, height = rect_widget
        left, top = math.floor(x * ratio) - rim, math.floor(y * ratio) - rim
        right, bottom = math.ceil((x + width) * ratio) + rim, math.ceil((y + height) * ratio) + rim
        size = right - left, bottom - top
        origin = left, top
        sampled = sample_labels(renderer.segments.labels, view, size, ratio, origin)
        phase = round(view.offset[0] * ratio) - left, round(view.offset[1] * ratio) - top
        pixels = draw_overlay(sampled, marks, mode, phase, unit)
        for labels, color in self._onion:
            mask = self._lines_of(labels, view.scale * ratio)
            lines = sample_labels(mask, view, size, ratio, origin)
            draw_onion(pixels, sampled, lines, color, unit)
        if mode is OverlayMode.UNPAINTED:
            points = to_device(renderer.segments.centroid[marks.unpainted], view, ratio, origin)
            mark_unpainted(pixels, sampled, marks.unpainted, points, unit)
        elif mode is OverlayMode.TRACES:
            spots = renderer.leftover_traces().astype(np.float64) + 0.5
            points = to_device(spots, view, ratio, origin)
            mark_leftovers(pixels, points, round(view.scale * ratio / 2), unit)
        elif mode is OverlayMode.DIFFERENCES and _fits(self.differing, sampled):
            mark_differing(pixels, sampled, self.differing, unit)
        if _fits(self.flashing, sampled):
            mark_flashing(pixels, sampled, self.flashing, unit)
        if _fits(self.emphasis, sampled):
            mark_emphasis(pixels, sampled, self.emphasis, unit)
        return pixels, origin

    def _lines_of(self, labels: NDArray[np.int32], device_scale: float) -> NDArray[np.uint8]:
        key = id(labels), device_scale
        if key not in self._line_masks:
            mask = line_mask(labels, device_scale)
            self._line_masks = {**dict(list(self._line_masks.items())[-1:]), key: mask}
        return self._line_masks[key]


def _fits(
    table: NDArray[np.bool_] | None, sampled: NDArray[np.int32]
) -> TypeGuard[NDArray[np.bool_]]:
    """Tell whether a table per segment was made for these labels."""
    return table is not None and len(table) > sampled.max(initial=0)
