"""Marks over the picture, made in widget space from sampled labels. Knows no Qt.

The exact colours below are never blended: an overlay either covers a pixel or leaves it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.ui.canvas.view import Point, ViewTransform

AnyScalar = TypeVar("AnyScalar", bound=np.generic)


class OverlayMode(StrEnum):
    """What the canvas shows over the paint."""

    OFF = "off"
    PROPOSALS = "proposals"
    CONFIDENCE = "confidence"
    RAINBOW = "rainbow"
    UNPAINTED = "unpainted"
    TRACES = "traces"
    DIFFERENCES = "differences"


@dataclass(frozen=True, eq=False)
class SegmentMarks:
    """What an overlay needs to know of each segment; row 0 is the line.

    Attributes
    ----------
    unpainted : (count + 1,) bool
        No colour, neither decided nor proposed.
    proposed : (count + 1,) bool
        A proposal that nobody decided on yet.
    confidence : (count + 1,) float32
        0..1; only read where `proposed`.
    clear : (count + 1,) bool
        The colour is fully transparent: background, hatched sparsely.
    """

    unpainted: NDArray[np.bool_]
    proposed: NDArray[np.bool_]
    confidence: NDArray[np.float32]
    clear: NDArray[np.bool_]

    def changed(self, other: SegmentMarks) -> NDArray[np.int64]:
        """Return the ids of the segments that other marks say something else of."""
        differs = np.zeros(len(self.proposed), np.bool_)
        for name in (field.name for field in fields(self)):
            differs |= getattr(self, name) != getattr(other, name)
        return np.flatnonzero(differs)


@dataclass(frozen=True, eq=False)
class FrameLook:
    """How a frame looks now: colours as `FrameRenderer.set_colors` takes them, and marks."""

    rgba: NDArray[np.uint8]
    marks: SegmentMarks


HATCH_PERIOD = 12
SPARSE_PERIOD = 72
HATCH_DARK = np.uint32(0xFF303038)
HATCH_LIGHT = np.uint32(0xFFF8F8FA)
OPEN_PAPER = np.uint32(0xFFE9E6EE)
OPEN_DOT = np.uint32(0xFFB98AC9)
OUTLINE_REACH = 2
# From these confidences on the next colour of the ramp; most proposals are near certain.
CONFIDENCE_EDGES = np.array([0.5, 0.7, 0.9, 0.98], np.float32)
# Doubtful to certain, told apart without red and green: orange, yellow, light blue, blue.
CONFIDENCE_RAMP = np.array([0xFFD9480F, 0xFFF59F00, 0xFFFFD43B, 0xFF74C0FC, 0xFF1971C2], np.uint32)


def sample_labels(
    labels: NDArray[np.integer[Any]],
    view: ViewTransform,
    size_device: tuple[int, int],
    pixel_ratio: float,
    origin: tuple[int, int] = (0, 0),
) -> NDArray[np.int32]:
    """Return which label lies under every device pixel of a rectangle, -1 outside the image.

    Parameters
    ----------
    labels : (H, W) int32 or uint8
    view : ViewTransform
    size_device : (int, int)
        Width and height of the rectangle in device pixels.
    pixel_ratio : float
        Device pixels per widget unit.
    origin : (int, int)
        Device position of the rectangle's corner on the widget.

    Returns
    -------
    (height, width) int32
    """
    width, height = size_device
    first = (origin[0] + 0.5) / pixel_ratio, (origin[1] + 0.5) / pixel_ratio
    left, top = view.to_image(first)
    x_across, y_across = _step(view, first, (1 / pixel_ratio, 0))
    x_down, y_down = _step(view, first, (0, 1 / pixel_ratio))
    if not view.is_upright:
        # The nearest pixel's middle is what OpenCV rounds to.
        matrix = np.array([[x_across, x_down, left - 0.5], [y_across, y_down, top - 0.5]])
        flags = cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP
        turned = cv2.warpAffine(
            labels, matrix, size_device, flags=flags,
            borderMode=cv2.BORDER_CONSTANT, borderValue=-1,
        )  # fmt: skip
        return turned.astype(np.int32, copy=False)
    cols = np.floor(left + np.arange(width) * x_across).astype(np.int64)
    rows = np.floor(top + np.arange(height) * y_down).astype(np.int64)
    sampled = np.full((height, width), -1, np.int32)
    in_cols = np.flatnonzero((cols >= 0) & (cols < labels.shape[1]))
    in_rows = np.flatnonzero((rows >= 0) & (rows < labels.shape[0]))
    if len(in_cols) and len(in_rows):
        y, x = slice(in_rows[0], in_rows[-1] + 1), slice(in_cols[0], in_cols[-1] + 1)
        near = slice(cols[x].min(), cols[x].max() + 1)
        sampled[y, x] = labels[rows[y], near].take(cols[x] - near.start, axis=1)
    return sampled


def _step(view: ViewTransform, start: Point, step: Point) -> Point:
    """Return how far a step on the widget leads in the image."""
    here = view.to_image(start)
    there = view.to_image((start[0] + step[0], start[1] + step[1]))
    return there[0] - here[0], there[1] - here[1]


def draw_overlay(
    sampled: NDArray[np.int32],
    marks: SegmentMarks,
    mode: OverlayMode,
    phase: tuple[int, int],
    unit: int = 1,
) -> NDArray[np.uint32]:
    """Draw the marks for sampled labels.

    Parameters
    ----------
    sampled : (height, width) int32
        From `sample_labels`.
    marks : SegmentMarks
    mode : OverlayMode
    phase : (int, int)
        Device position of the image's corner: patterns move with the drawing.
    unit : int
        Device pixels per widget unit, rounded: marks are as thick on every screen.

    Returns
    -------
    (height, width) uint32
        0xAARRGGBB, every pixel either opaque or empty.
    """
    if mode is OverlayMode.RAINBOW:
        return per_label(rainbow(len(marks.proposed) - 1), sampled)
    if marks.unpainted.any():
        paper = dotted_paper(sampled.shape, phase, unit)
        picture = np.where(per_label(marks.unpainted, sampled), paper, np.uint32(0))
    else:
        picture = np.zeros(sampled.shape, np.uint32)
    if mode is OverlayMode.PROPOSALS:
        hatch(picture, sampled, marks.proposed & ~marks.clear, HATCH_PERIOD, phase, unit)
        hatch(picture, sampled, marks.proposed & marks.clear, SPARSE_PERIOD, phase, unit)
    elif mode is OverlayMode.CONFIDENCE:
        outline = np.flatnonzero(inner_outline(sampled, OUTLINE_REACH * unit))
        colors = per_label(confidence_colors(marks), sampled.ravel()[outline])
        shown = colors > 0
        picture.ravel()[outline[shown]] = colors[shown]
    return picture


def per_label(table: NDArray[AnyScalar], sampled: NDArray[np.int32]) -> NDArray[AnyScalar]:
    """Return the row of a table for every label; outside (-1) reads a row of nothing."""
    return np.append(table, table.dtype.type(0)).take(sampled, mode="wrap")


def dotted_paper(shape: tuple[int, ...], phase: tuple[int, int], unit: int) -> NDArray[np.uint32]:
    """Return the pattern that stands for no colour."""
    tile = np.full((8, 16), OPEN_PAPER, np.uint32)
    tile[:2, :2] = tile[4:6, 8:10] = OPEN_DOT
    rows = (np.arange(shape[0]) - phase[1]) // unit % 8
    cols = (np.arange(shape[1]) - phase[0]) // unit % 16
    return tile[rows][:, cols]


def hatch(
    picture: NDArray[np.uint32],
    sampled: NDArray[np.int32],
    wanted: NDArray[np.bool_],
    period: int,
    phase: tuple[int, int],
    unit: int,
) -> None:
    """Draw diagonals, dark beside light, over the labels that `wanted` (count + 1,) tells."""
    if not wanted.any():
        return
    height, width = sampled.shape
    spacing = period * unit
    rows = np.arange(height)[:, None]
    across = np.arange(-(-width // spacing) + 1)[None] * spacing
    for shift in range(2 * unit):
        # One pixel of every diagonal in every row: a small share of all pixels.
        cols = across + (phase[0] + phase[1] + shift - rows) % spacing - spacing
        inside = (cols >= 0) & (cols < width)
        index = (cols + rows * width)[inside]
        index = index[per_label(wanted, sampled.ravel()[index])]
        picture.ravel()[index] = HATCH_DARK if shift < unit else HATCH_LIGHT


def confidence_colors(marks: SegmentMarks) -> NDArray[np.uint32]:
    """Return the ramp colour of every proposed segment, 0 for the others."""
    level = np.searchsorted(CONFIDENCE_EDGES, marks.confidence, side="right")
    return np.where(marks.proposed, CONFIDENCE_RAMP[level], np.uint32(0))


def inner_outline(sampled: NDArray[np.int32], reach: int) -> NDArray[np.bool_]:
    """Return the pixels of segments within `reach` of a pixel of something else."""
    outline = np.zeros(sampled.shape, np.bool_)
    across = sampled[:, reach:] != sampled[:, :-reach]
    outline[:, reach:] |= across
    outline[:, :-reach] |= across
    down = sampled[reach:] != sampled[:-reach]
    outline[reach:] |= down
    outline[:-reach] |= down
    outline &= sampled > 0
    return outline


def rainbow(count: int) -> NDArray[np.uint32]:
    """Return a colour per segment, unlike those of near numbers; row 0 is black."""
    number = np.arange(count + 1)
    hue = (number * 0.61803398875) % 1.0 * 6
    value = 0.98 - 0.22 * ((number // 3) % 3) / 2
    saturation = 0.72 - 0.3 * (number % 3) / 2
    channels = []
    for shift in (5, 3, 1):
        k = (shift + hue) % 6
        share = value * (1 - saturation * np.clip(np.minimum(k, 4 - k), 0, 1))
        channels.append((share * 255).astype(np.uint32))
    table = np.uint32(0xFF000000) | (channels[0] << 16) | (channels[1] << 8) | channels[2]
    table[0] = 0xFF000000
    return table.astype(np.uint32)
