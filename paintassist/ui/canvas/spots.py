"""Marks that must not be missed: what is unpainted, left over or different stands out.

Everything is drawn on sampled labels, opaque or not at all. Knows no Qt.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.ui.canvas.overlay import inner_outline, per_label
from paintassist.ui.canvas.view import ViewTransform

LOUD = np.uint32(0xFFFF00C8)
DIFFERENT = np.uint32(0xFFFF7A00)
FLASH = np.uint32(0xFF17C3E6)
DARK = np.uint32(0xFF101014)
EMPHASIS = np.uint32(0xFFB4F000)
BEFORE, AFTER = np.uint32(0xFF2F6FE0), np.uint32(0xFFE0562F)
RING = 4
# Wider than the outline of the current segment, which lies on it.
FRAME = 6


def to_device(
    pos_image: NDArray[np.float64], view: ViewTransform, ratio: float, origin: tuple[int, int]
) -> NDArray[np.int64]:
    """Return the device pixels (K, 2) of x, y that image positions (K, 2) lie on."""
    a, b, c, d = view.matrix
    x, y = pos_image[:, 0], pos_image[:, 1]
    widget = np.stack([a * x + b * y + view.offset[0], c * x + d * y + view.offset[1]], axis=1)
    return np.floor(widget * ratio).astype(np.int64) - origin


def ring(
    picture: NDArray[np.uint32], wanted: NDArray[np.bool_], unit: int, color: np.uint32 = LOUD
) -> None:
    """Draw a loud rim around wanted pixels, dark outside, so that one pixel is seen too."""
    if not wanted.any():
        return
    inside = wanted.astype(np.uint8)
    rim = cv2.dilate(inside, _disc(RING * unit)) > 0
    edge = cv2.dilate(inside, _disc((RING + 1) * unit)) > 0
    picture[edge & ~rim] = DARK
    picture[rim & ~wanted] = color


def mark_unpainted(
    picture: NDArray[np.uint32],
    sampled: NDArray[np.int32],
    unpainted: NDArray[np.bool_],
    points: NDArray[np.int64],
    unit: int,
) -> None:
    """Ring unpainted segments; `points` (K, 2) are device pixels of some that may be tiny."""
    wanted = per_label(unpainted, sampled)
    _plot(wanted, points)
    ring(picture, wanted, unit)


def mark_leftovers(
    picture: NDArray[np.uint32], points: NDArray[np.int64], reach: int, unit: int
) -> None:
    """Cover left-over trace pixels and ring them; `reach` device pixels are one of theirs."""
    wanted = np.zeros(picture.shape, np.bool_)
    _plot(wanted, points)
    if reach > 0:
        wanted = cv2.dilate(wanted.astype(np.uint8), _disc(reach)) > 0
    picture[wanted] = LOUD
    edge = cv2.dilate(wanted.astype(np.uint8), _disc(2 * unit)) > 0
    picture[edge & ~wanted] = DARK


def mark_differing(
    picture: NDArray[np.uint32],
    sampled: NDArray[np.int32],
    differing: NDArray[np.bool_],
    unit: int,
) -> None:
    """Frame the segments whose colour differs from the frame before."""
    wanted = inner_outline(sampled, FRAME * unit) & per_label(differing, sampled)
    picture[wanted] = DIFFERENT


def mark_flashing(
    picture: NDArray[np.uint32],
    sampled: NDArray[np.int32],
    wanted: NDArray[np.bool_],
    unit: int,
) -> None:
    """Frame segments that look different now, light beside dark; their colours stay visible."""
    inside = per_label(wanted, sampled)
    picture[inner_outline(sampled, FRAME * unit) & inside] = FLASH
    picture[inner_outline(sampled, unit) & inside] = DARK


def mark_emphasis(
    picture: NDArray[np.uint32],
    sampled: NDArray[np.int32],
    wanted: NDArray[np.bool_],
    unit: int,
) -> None:
    """Ring some segments: their own pixels stay as they are, however small they are."""
    ring(picture, per_label(wanted, sampled), unit, EMPHASIS)


def draw_onion(
    picture: NDArray[np.uint32],
    sampled: NDArray[np.int32],
    line: NDArray[np.int32],
    color: np.uint32,
    unit: int,
) -> None:
    """Draw the lines of another frame where this one has none, in every second dot.

    Parameters
    ----------
    picture : (h, w) uint32
        Changed in place.
    sampled : (h, w) int32
        Labels of the frame in view.
    line : (h, w) int32
        1 where the other frame has a line.
    color : uint32
    unit : int
        Device pixels per widget unit.
    """
    rows, cols = np.nonzero((line == 1) & (sampled > 0))
    dots = (rows // unit + cols // unit) % 2 == 0
    picture[rows[dots], cols[dots]] = color


def line_mask(labels: NDArray[np.int32], device_scale: float) -> NDArray[np.uint8]:
    """Return (H, W) uint8, 1 on lines, as thick as a device pixel at this scale."""
    line: NDArray[np.uint8] = (labels == 0).astype(np.uint8)
    width = round(1 / device_scale) if device_scale < 1 else 1
    return cv2.dilate(line, np.ones((width, width), np.uint8)).astype(np.uint8)


def _plot(wanted: NDArray[np.bool_], points: NDArray[np.int64]) -> None:
    height, width = wanted.shape
    x, y = points[:, 0], points[:, 1]
    inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
    wanted[y[inside], x[inside]] = True


def _disc(reach: int) -> NDArray[np.uint8]:
    side = 2 * reach + 1
    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)).astype(np.uint8)
