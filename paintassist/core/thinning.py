"""Lines thinned to one pixel, and where they end."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

# Lines up to about twice as thick become thin; what is thicker is a black area.
ROUNDS = 10
# How far back along a line its direction is taken.
WALK = 5
# Neighbours clockwise from the one above, as (dy, dx); neighbour i has bit 1 << i.
AROUND = ((-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1))


@dataclass(frozen=True, eq=False)
class LineEnds:
    """Where lines end.

    Attributes
    ----------
    x, y : (E,) int64
    direction : (E, 2) float64
        Unit vector in which the line would go on, as x, y; 0, 0 for a dot.
    half_width : (E,) float64
        Distance from the end to the edge of its line, in pixels.
    """

    x: NDArray[np.int64]
    y: NDArray[np.int64]
    direction: NDArray[np.float64]
    half_width: NDArray[np.float64]


@cache
def _tables() -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.int64], NDArray[np.int64]]:
    """Return by code: what either pass takes away, how many neighbours, and in how many groups."""
    code = np.arange(256)
    on = (code[:, None] >> np.arange(8)) & 1
    count = on.sum(axis=1)
    groups = ((on == 0) & (np.roll(on, -1, axis=1) == 1)).sum(axis=1)
    up, right, down, left = on[:, 0], on[:, 2], on[:, 4], on[:, 6]
    may = (count >= 2) & (count <= 6) & (groups == 1)
    first = may & (up * right * down == 0) & (right * down * left == 0)
    second = may & (up * right * left == 0) & (up * down * left == 0)
    return first.astype(np.uint8), second.astype(np.uint8), count, groups


def neighbour_codes(mask: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return (H, W) uint8: which of the eight neighbours are set in a mask of 0 and 1."""
    kernel = np.zeros((3, 3), np.float32)
    for bit, (dy, dx) in enumerate(AROUND):
        kernel[1 + dy, 1 + dx] = 1 << bit
    return np.asarray(
        cv2.filter2D(mask, cv2.CV_8U, kernel, borderType=cv2.BORDER_CONSTANT), np.uint8
    )


def thin(lines: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Thin lines to one pixel; ends recede by about half a line's width.

    Parameters
    ----------
    lines : (H, W) bool

    Returns
    -------
    (H, W) uint8
        1 on the thinned lines.

    References
    ----------
    T. Y. Zhang, C. Y. Suen: A fast parallel algorithm for thinning digital patterns, 1984.
    """
    mask = lines.astype(np.uint8)
    for _ in range(ROUNDS):
        before = int(np.count_nonzero(mask))
        for table in _tables()[:2]:
            mask &= 1 - np.asarray(cv2.LUT(neighbour_codes(mask), table), np.uint8)
        if int(np.count_nonzero(mask)) == before:
            break
    return mask


def find_line_ends(lines: NDArray[np.bool_]) -> LineEnds:
    """Find where lines end; spurs that thinning leaves at corners are no ends.

    Parameters
    ----------
    lines : (H, W) bool
    """
    skeleton = thin(lines)
    _, _, count, groups = _tables()
    codes = neighbour_codes(skeleton)
    is_end = (skeleton > 0) & ((count[codes] == 0) | ((groups[codes] == 1) & (count[codes] <= 2)))
    y, x = np.nonzero(is_end)
    padded = cv2.copyMakeBorder(lines.astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
    half_width = cv2.distanceTransform(padded, cv2.DIST_L2, cv2.DIST_MASK_5)[y + 1, x + 1]
    tail_y, tail_x, steps, forked = _walk_back(np.pad(skeleton, 1), y + 1, x + 1)
    dy, dx = y + 1 - tail_y, x + 1 - tail_x
    length = np.hypot(dx, dy)
    direction = np.stack([dx, dy], axis=1) / np.maximum(length, 1)[:, None]
    keep = ~(forked & (steps <= half_width + 1))
    return LineEnds(
        x[keep].astype(np.int64),
        y[keep].astype(np.int64),
        direction[keep],
        half_width[keep].astype(np.float64),
    )


def _walk_back(
    skeleton: NDArray[np.uint8], y: NDArray[np.int64], x: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """Follow all lines back from their ends at once; stop where a line forks or is over.

    Returns where each walk ended, after how many steps, and whether at a fork.
    """
    _, _, _, groups = _tables()
    codes = neighbour_codes(skeleton)
    y, x = y.copy(), x.copy()
    steps = np.zeros(len(y), np.int64)
    forked = np.zeros(len(y), np.bool_)
    going = np.ones(len(y), np.bool_)
    past_y, past_x = [y.copy()], [x.copy()]
    # Straight neighbours first: a staircase is walked stair by stair.
    order = AROUND[::2] + AROUND[1::2]
    for _ in range(WALK):
        next_y, next_x, found = y.copy(), x.copy(), np.zeros(len(y), np.bool_)
        for dy, dx in order:
            fresh = going & ~found & (skeleton[y + dy, x + dx] > 0)
            for old_y, old_x in zip(past_y[-3:], past_x[-3:], strict=True):
                fresh &= (old_y != y + dy) | (old_x != x + dx)
            next_y[fresh], next_x[fresh] = y[fresh] + dy, x[fresh] + dx
            found |= fresh
        going &= found
        y, x = next_y, next_x
        steps += found
        forked |= going & (groups[codes[y, x]] >= 3)
        going &= ~forked
        past_y.append(y.copy())
        past_x.append(x.copy())
    return y, x, steps, forked
