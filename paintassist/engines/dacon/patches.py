"""Patches: each segment and the lines around it, at the segment's own scale."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.bands import bands
from paintassist.core.lines import Ink
from paintassist.core.segments import Segments

INKS = (Ink.BLACK, Ink.RED, Ink.BLUE, Ink.GREEN)
PATCH_CHANNELS = 1 + len(INKS)
PATCH_SIDE = 24
# Samples per patch cell and axis; their mean anti-aliases the patch.
SAMPLES = 2
# A patch shows this much more than the segment's box on each axis ...
CONTEXT = 1.6
# ... and never less than this many pixels, so that specks show where they are.
SMALLEST_WINDOW = 24.0
# A bit for each value of `Ink`.
BITS = np.zeros(256, np.uint8)
BITS[list(INKS)] = 1, 2, 4, 8
# So many patches are read in one go; each takes about 60 kB on the way.
PATCHES_AT_ONCE = 1000


def patches(segments: Segments) -> NDArray[np.float32]:
    """Return each segment's surroundings at its own scale.

    Channels are the segment itself and the four inks. The window is centred on the
    segment's box; large windows are read from a coarser level of an ink pyramid so that
    lines do not fall between samples.

    Returns
    -------
    (N, PATCH_CHANNELS, PATCH_SIDE, PATCH_SIDE) float32, 0..1
    """
    box = segments.bbox[1:].astype(np.float64)
    window = np.maximum(box[:, 2:].max(axis=1, initial=1) * CONTEXT, SMALLEST_WINDOW)
    per_axis = PATCH_SIDE * SAMPLES
    step = window / per_axis
    pyramid = _pyramid(segments.inks, float(step.max(initial=1)))
    level = np.clip(np.floor(np.log2(np.maximum(step, 1))), 0, len(pyramid) - 1).astype(np.int64)
    middle = box[:, :2] + box[:, 2:] / 2
    offsets = ((np.arange(per_axis) + 0.5) / per_axis - 0.5) * window[:, None]
    x = np.floor((middle[:, :1] + offsets) / 2.0 ** level[:, None]).astype(np.int64)
    y = np.floor((middle[:, 1:] + offsets) / 2.0 ** level[:, None]).astype(np.int64)
    result = np.empty((segments.count, PATCH_CHANNELS, PATCH_SIDE, PATCH_SIDE), np.float32)
    for number, bits in enumerate(pyramid):
        rows = np.flatnonzero(level == number)
        for first in range(0, len(rows), PATCHES_AT_ONCE):
            some = rows[first : first + PATCHES_AT_ONCE]
            result[some] = _sample(segments, number, bits, y[some], x[some], some + 1)
    return result


def _sample(
    segments: Segments,
    level: int,
    bits: NDArray[np.uint8],
    row: NDArray[np.int64],
    column: NDArray[np.int64],
    ids: NDArray[np.int64],
) -> NDArray[np.float32]:
    """Read the patches of K segments at (K, samples) rows and columns of a level."""
    high, wide = bits.shape
    inside = ((row >= 0) & (row < high))[:, :, None] & ((column >= 0) & (column < wide))[:, None, :]
    row, column = np.clip(row, 0, high - 1), np.clip(column, 0, wide - 1)
    found = np.take(bits, (row * wide)[:, :, None] + column[:, None, :])
    found = np.where(inside, BITS[found] if level == 0 else found, 0)
    # Labels are sampled, so those of a level lie in the map itself.
    start = (row << level) * segments.labels.shape[1]
    index = start[:, :, None] + (column << level)[:, None, :]
    own = inside & (np.take(segments.labels, index) == ids[:, None, None])
    planes = [own, *(found & (1 << bit) != 0 for bit in range(len(INKS)))]
    shape = (len(ids), PATCH_SIDE, SAMPLES, PATCH_SIDE, SAMPLES)
    means = [plane.reshape(shape).mean(axis=(2, 4), dtype=np.float32) for plane in planes]
    return np.stack(means, axis=1)


def _pyramid(inks: NDArray[np.uint8], widest_step: float) -> list[NDArray[np.uint8]]:
    """Halve a drawing until a step of that many pixels is under two.

    Returns
    -------
    list of (h, w) uint8
        The inks as they are; then, at 1/2, 1/4, ... of their size, one bit per ink, which
        halving ors, so that no line is lost.
    """
    levels = [inks]
    while widest_step >= 2 and min(levels[-1].shape) > 1:
        levels.append(_halved(levels[-1], BITS if len(levels) == 1 else None))
        widest_step /= 2
    return levels


def _halved(large: NDArray[np.uint8], table: NDArray[np.uint8] | None) -> NDArray[np.uint8]:
    """Or each square of 2 x 2, looked up in a table; beyond an odd end there are no lines."""
    height, width = large.shape
    half = np.empty(((height + 1) // 2, (width + 1) // 2), np.uint8)
    for rows in bands((height + 1) // 2, 2 * width):
        bits = large[2 * rows.start : 2 * rows.stop]
        if table is not None:
            bits = np.asarray(cv2.LUT(bits, table), np.uint8)
        part = half[rows]
        part[:] = bits[::2, ::2]
        part[: len(bits) // 2] |= bits[1::2, ::2]
        part[:, : width // 2] |= bits[::2, 1::2]
        part[: len(bits) // 2, : width // 2] |= bits[1::2, 1::2]
    return half
