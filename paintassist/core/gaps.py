"""Gaps in lines, and the invisible barriers that close them."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.thinning import LineEnds, find_line_ends

MOST_RADIUS = 20
# Cosine of how far a bridge may turn from where its line was going: 85 degrees.
LEAST_AHEAD = 0.09
# How much farther a target straight ahead may be than one at right angles.
TURN_COST = 0.6
# Two ends that face each other are one broken line: such a bridge is taken first.
END_BONUS = 0.6
# Thinning takes up to a pixel more off an end than half its line's width.
SLACK = 1.0
# Ends that are bridged at once; bounds the memory on noise.
CHUNK = 256


def find_bridges(lines: NDArray[np.bool_], radius: int) -> NDArray[np.int64]:
    """Find where lines end in front of another line, or of the image border.

    From each line end the nearest line in sight is taken that is not farther off than
    `radius` and lies ahead. All ends are looked at together, in one pass.

    Parameters
    ----------
    lines : (H, W) bool
    radius : int
        Open pixels between the two lines, at most; 0 finds nothing.

    Returns
    -------
    (B, 4) int64
        x, y of the line end and x, y of the line pixel it is led to.
    """
    none = np.empty((0, 4), np.int64)
    if radius <= 0 or not lines.any():
        return none
    ends = find_line_ends(lines)
    # The border is as good as a line: what leaves the picture is closed by it.
    walls = np.pad(lines, 1, constant_values=True)
    near_end = np.zeros(walls.shape, np.uint8)
    near_end[ends.y + 1, ends.x + 1] = 1
    by_end = (cv2.dilate(near_end, np.ones((5, 5), np.uint8)) > 0) & walls
    height, width = lines.shape
    margin = np.minimum.reduce([ends.x, ends.y, width - 1 - ends.x, height - 1 - ends.y])
    chosen = np.flatnonzero(margin >= ends.half_width)
    found = [
        _bridge(walls, by_end, ends, chosen[start : start + CHUNK], radius)
        for start in range(0, len(chosen), CHUNK)
    ]
    return _without_returns(np.concatenate(found), lines.shape) if found else none


def _without_returns(bridges: NDArray[np.int64], shape: tuple[int, ...]) -> NDArray[np.int64]:
    """Keep one of two bridges that lead from end to end: between them would be a pocket."""
    height, width = shape
    owner = np.zeros((height + 6, width + 6), np.int32)
    number = np.arange(1, len(bridges) + 1)
    for dy in range(7):
        for dx in range(7):
            owner[bridges[:, 1] + dy, bridges[:, 0] + dx] = number
    partner = np.append(-1, owner[bridges[:, 3] + 3, bridges[:, 2] + 3])
    returns = (partner[1:] > 0) & (partner[partner[1:]] == number) & (partner[1:] < number)
    return bridges[~returns]


def _bridge(
    walls: NDArray[np.bool_],
    near_end: NDArray[np.bool_],
    ends: LineEnds,
    chosen: NDArray[np.int64],
    radius: int,
) -> NDArray[np.int64]:
    """Bridge some of the ends; `walls` and `near_end` have a margin of one pixel."""
    x, y = ends.x[chosen] + 1, ends.y[chosen] + 1
    limit = radius + SLACK + ends.half_width[chosen]
    reach = int(np.ceil(limit.max()))
    dy, dx = (side.ravel() for side in np.mgrid[-reach : reach + 1, -reach : reach + 1])
    far = np.hypot(dx, dy)
    inside = (far > 0) & (far <= reach)
    dy, dx, far = dy[inside], dx[inside], far[inside]
    direction = ends.direction[chosen]
    dot = (direction == 0).all(axis=1)
    ahead = (direction[:, :1] * dx + direction[:, 1:] * dy) / far
    ahead[dot] = 1.0
    near = far <= limit[:, None]
    end, offset = np.nonzero(near & (ahead >= LEAST_AHEAD))
    to_y, to_x = y[end] + dy[offset], x[end] + dx[offset]
    height, width = walls.shape
    hit = (to_y >= 0) & (to_y < height) & (to_x >= 0) & (to_x < width)
    hit[hit] = walls[to_y[hit], to_x[hit]]
    end, offset, to_y, to_x = end[hit], offset[hit], to_y[hit], to_x[hit]
    seen = _in_sight(walls, x[end], y[end], to_x, to_y)
    end, offset, to_y, to_x = end[seen], offset[seen], to_y[seen], to_x[seen]
    cost = far[offset] * (1 + TURN_COST * (1 - ahead[end, offset]))
    cost = np.where(near_end[to_y, to_x], cost * END_BONUS, cost)
    order = np.lexsort((cost, end))
    first = order[np.flatnonzero(np.diff(end[order], prepend=-1))]
    corner = np.array([width - 3, height - 3])
    target = np.clip(np.stack([to_x[first], to_y[first]], axis=1) - 1, 0, corner)
    start = np.stack([x[end[first]], y[end[first]]], axis=1) - 1
    return np.concatenate([start, target], axis=1)


def _in_sight(
    walls: NDArray[np.bool_],
    x: NDArray[np.int64],
    y: NDArray[np.int64],
    to_x: NDArray[np.int64],
    to_y: NDArray[np.int64],
) -> NDArray[np.bool_]:
    """Tell which straight ways leave the line, and cross nothing until they arrive."""
    steps = int(max(np.abs(to_x - x).max(initial=1), np.abs(to_y - y).max(initial=1)))
    share = np.linspace(0.0, 1.0, steps + 1)
    rows = np.rint(y[:, None] + (to_y - y)[:, None] * share).astype(np.int64)
    cols = np.rint(x[:, None] + (to_x - x)[:, None] * share).astype(np.int64)
    on_line = walls[rows, cols]
    leaves = (on_line[:, :-1] & ~on_line[:, 1:]).sum(axis=1)
    return np.asarray(leaves == 1)


def draw_bridges(bridges: NDArray[np.int64], lines: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return (H, W) bool: the pixels off the lines that (B, 4) bridges take, 8-connected."""
    barriers = np.zeros(lines.shape, np.uint8)
    for x, y, to_x, to_y in bridges.tolist():
        cv2.line(barriers, (x, y), (to_x, to_y), 1, 1, cv2.LINE_8)
    return (barriers > 0) & ~lines
