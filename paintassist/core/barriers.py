"""Regions between lines and barriers; a barrier parts and leaves nothing unpainted."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.lines import Ink

# What a barrier cuts off must have this many pixels to be a segment: less is a notch.
LEAST_PIECE = 8


def part_regions(inks: NDArray[np.uint8], barriers: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Return the regions between lines and barriers; barriers belong to the nearest piece.

    A region is only ever parted: no two become one, and none goes.

    Parameters
    ----------
    inks : (H, W) uint8
    barriers : (H, W) bool
        Read at open pixels only.

    Returns
    -------
    (H, W) int32
        0 = line (trace lines too), otherwise some id > 0.
    """
    is_open = inks == Ink.NONE
    _, whole = cv2.connectedComponents(is_open.astype(np.uint8), connectivity=4, ltype=cv2.CV_32S)
    if not (barriers & is_open).any():
        return np.asarray(whole, np.int32)
    count, pieces = cv2.connectedComponents(
        (is_open & ~barriers).astype(np.uint8), connectivity=4, ltype=cv2.CV_32S
    )
    area = np.bincount(pieces.ravel(), minlength=count)
    pieces[(area < LEAST_PIECE)[pieces]] = 0
    # A region that barriers (and notches) took whole stays as it was.
    left = np.bincount(whole.ravel(), pieces.ravel() > 0)
    lost = (left == 0)[whole] & is_open
    pieces[lost] = whole[lost] + count
    _grow_into(pieces, is_open)
    return np.asarray(pieces, np.int32)


def _grow_into(pieces: NDArray[np.int32], is_open: NDArray[np.bool_]) -> None:
    """Give open pixels without a piece that of the nearest one on an open way, in place."""
    height, width = pieces.shape
    rows, cols = np.nonzero(is_open & (pieces == 0))
    while len(rows):
        found = np.zeros(len(rows), np.int32)
        for dy, dx in ((-1, 0), (0, -1), (0, 1), (1, 0)):
            y = np.clip(rows + dy, 0, height - 1)
            x = np.clip(cols + dx, 0, width - 1)
            found = np.where(found == 0, pieces[y, x], found)
        pieces[rows, cols] = found
        rows, cols = rows[found == 0], cols[found == 0]
