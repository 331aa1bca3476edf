"""The outline of one segment along its pixel edges. Knows no Qt."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.segments import Segments

# Outlines of segments larger than this are drawn from a coarser mask.
MAX_SIDE = 2000


def segment_outline(segments: Segments, segment: int) -> list[NDArray[np.float64]]:
    """Return closed loops (K, 2) of x, y in image pixels around a segment and its holes."""
    x, y, width, height = (int(value) for value in segments.bbox[segment])
    mask = (segments.labels[y : y + height, x : x + width] == segment).astype(np.uint8)
    step = max(1, -(-max(width, height) // MAX_SIDE))
    mask = mask[::step, ::step]
    # Doubled, padded pixels: contours then run along pixel edges, not pixel centres.
    doubled = np.pad(np.kron(mask, np.ones((2, 2), np.uint8)), 1)
    loops, _ = cv2.findContours(doubled, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    return [(loop[:, 0, :].astype(np.float64) - 0.5) / 2 * step + (x, y) for loop in loops]
