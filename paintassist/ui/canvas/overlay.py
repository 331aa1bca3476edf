"""Marks over the picture, made in widget space from sampled labels. Knows no Qt.

The exact colours below are never blended: an overlay either covers a pixel or leaves it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from paintassist.ui.canvas.view import ViewTransform


class OverlayMode(StrEnum):
    """What the canvas shows over the paint."""

    OFF = "off"
    PROPOSALS = "proposals"
    CONFIDENCE = "confidence"
    RAINBOW = "rainbow"


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
    labels: NDArray[np.int32],
    view: ViewTransform,
    size_device: tuple[int, int],
    pixel_ratio: float,
) -> NDArray[np.int32]:
    """Return which label lies under every device pixel of the widget, -1 outside the image.

    Parameters
    ----------
    labels : (H, W) int32
    view : ViewTransform
    size_device : (int, int)
        Width and height of the widget in device pixels.
    pixel_ratio : float
        Device pixels per widget unit.

    Returns
    -------
    (height, width) int32
    """
    width, height = size_device
    left, top = view.to_image((0.5 / pixel_ratio, 0.5 / pixel_ratio))
    step = 1.0 / (view.scale * pixel_ratio)
    cols = np.floor(left + np.arange(width) * step).astype(np.int64)
    rows = np.floor(top + np.arange(height) * step).astype(np.int64)
    sampled = np.full((height, width), -1, np.int32)
    in_cols = np.flatnonzero((cols >= 0) & (cols < labels.shape[1]))
    in_rows = np.flatnonzero((rows >= 0) & (rows < labels.shape[0]))
    if len(in_cols) and len(in_rows):
        y, x = slice(in_rows[0], in_rows[-1] + 1), slice(in_cols[0], in_cols[-1] + 1)
        sampled[y, x] = labels[rows[y]][:, cols[x]]
    return sampled


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
    # Label -1 (outside) reads the last row, which is appended empty.
    if mode is OverlayMode.RAINBOW:
        return np.append(rainbow(len(marks.proposed) - 1), np.uint32(0))[sampled]
    height, width = sampled.shape
    down = (np.arange(height)[:, None] - phase[1]) // unit
    across = (np.arange(width)[None, :] - phase[0]) // unit
    picture = np.zeros(sampled.shape, np.uint32)
    if marks.unpainted.any():
        unpainted = np.append(marks.unpainted, False)[sampled]
        row, col = down % 8, across % 16
        dot = ((row < 2) & (col < 2)) | ((row // 2 == 2) & (col // 2 == 4))
        picture[unpainted] = np.where(dot, OPEN_DOT, OPEN_PAPER)[unpainted]
    if mode is OverlayMode.PROPOSALS:
        step = np.where(marks.proposed, np.where(marks.clear, SPARSE_PERIOD, HATCH_PERIOD), 0)
        period = np.append(step, 0).astype(np.int32)[sampled]
        diagonal = (down + across) % np.maximum(period, 1)
        picture[(period > 0) & (diagonal == 0)] = HATCH_DARK
        picture[(period > 0) & (diagonal == 1)] = HATCH_LIGHT
    elif mode is OverlayMode.CONFIDENCE:
        colors = np.append(confidence_colors(marks), np.uint32(0))[sampled]
        outline = inner_outline(sampled, OUTLINE_REACH * unit) & (colors > 0)
        picture[outline] = colors[outline]
    return picture


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
