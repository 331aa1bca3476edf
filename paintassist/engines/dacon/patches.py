"""Patches: each segment and the lines around it, at the segment's own scale."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

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
    pyramid = _pyramid(segments, float(step.max(initial=1)))
    top = len(pyramid.shapes) - 1
    level = np.clip(np.floor(np.log2(np.maximum(step, 1))), 0, top).astype(np.int64)
    middle = box[:, :2] + box[:, 2:] / 2
    offsets = ((np.arange(per_axis) + 0.5) / per_axis - 0.5) * window[:, None]
    x = np.floor((middle[:, :1] + offsets) / 2.0 ** level[:, None]).astype(np.int64)
    y = np.floor((middle[:, 1:] + offsets) / 2.0 ** level[:, None]).astype(np.int64)
    ids = np.arange(1, segments.count + 1, dtype=np.int32)
    shape = (segments.count, PATCH_CHANNELS, PATCH_SIDE, PATCH_SIDE)
    result = np.empty(shape, np.float32)
    for first in range(0, segments.count, PATCHES_AT_ONCE):
        some = slice(first, first + PATCHES_AT_ONCE)
        result[some] = _sample(pyramid, level[some], y[some], x[some], ids[some])
    return result


def _sample(
    pyramid: _Pyramid,
    level: NDArray[np.int64],
    row: NDArray[np.int64],
    column: NDArray[np.int64],
    ids: NDArray[np.int32],
) -> NDArray[np.float32]:
    """Read the patches of K segments at (K, samples) rows and columns of their levels."""
    high, wide = pyramid.shapes[level, 0][:, None], pyramid.shapes[level, 1][:, None]
    inside = ((row >= 0) & (row < high))[:, :, None] & ((column >= 0) & (column < wide))[:, None, :]
    row, column = np.clip(row, 0, high - 1), np.clip(column, 0, wide - 1)
    index = (pyramid.starts[level][:, None] + row * wide)[:, :, None] + column[:, None, :]
    found = np.where(inside, pyramid.bits[index], 0)
    own = inside & (pyramid.labels[index] == ids[:, None, None])
    planes = [own, *(found & (1 << bit) != 0 for bit in range(len(INKS)))]
    shape = (len(ids), PATCH_SIDE, SAMPLES, PATCH_SIDE, SAMPLES)
    means = [plane.reshape(shape).mean(axis=(2, 4), dtype=np.float32) for plane in planes]
    return np.stack(means, axis=1)


@dataclass(frozen=True, eq=False)
class _Pyramid:
    """Inks and labels at 1, 1/2, 1/4, ... of their size, flattened one after the other.

    Attributes
    ----------
    bits : (T,) uint8
        One bit per ink; halving ors them, so that no line is lost.
    labels : (T,) int32
        Halving samples them.
    starts : (L,) int64
        Where each level starts.
    shapes : (L, 2) int64
    """

    bits: NDArray[np.uint8]
    labels: NDArray[np.int32]
    starts: NDArray[np.int64]
    shapes: NDArray[np.int64]


def _pyramid(segments: Segments, widest_step: float) -> _Pyramid:
    """Halve inks and labels until a step of that many pixels is under two."""
    table = np.array([0, 1, 2, 4, 8], np.uint8)
    bits, labels = table[segments.inks], segments.labels
    all_bits, all_labels, shapes = [bits.ravel()], [labels.ravel()], [bits.shape]
    while widest_step >= 2 and min(bits.shape) > 1:
        padded = np.pad(bits, ((0, bits.shape[0] % 2), (0, bits.shape[1] % 2)))
        bits = padded[::2, ::2] | padded[1::2, ::2] | padded[::2, 1::2] | padded[1::2, 1::2]
        labels = labels[::2, ::2]
        widest_step /= 2
        all_bits.append(bits.ravel())
        all_labels.append(labels.ravel())
        shapes.append(bits.shape)
    sizes = [plane.size for plane in all_bits]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
    return _Pyramid(
        np.concatenate(all_bits),
        np.concatenate(all_labels),
        starts,
        np.array(shapes, np.int64),
    )
