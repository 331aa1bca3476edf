"""Where a fill runs out: the narrowest way from a place to the rest of its segment."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.lines import Ink
from paintassist.core.segments import Segments

# A way this much narrower than the place it leads out of is a leak.
NARROW = 0.7
# How exactly the clearance of the narrowest way is found, in pixels.
PRECISION = 0.25
# How far from the middle of a way the shortest line across it is looked for.
NEAR = 3
CROSS = np.ones((3, 3), np.uint8)


@dataclass(frozen=True)
class Leak:
    """A gap through which a place is one with the rest of its segment.

    Attributes
    ----------
    start, end : (int, int)
        x, y of the pixels on either side; a barrier between them closes the gap.
    """

    start: tuple[int, int]
    end: tuple[int, int]

    @property
    def width(self) -> int:
        """Open pixels across the gap, about."""
        x, y = self.end[0] - self.start[0], self.end[1] - self.start[1]
        return max(round(float(np.hypot(x, y))) - 1, 1)


def find_leak(segments: Segments, x: int, y: int) -> Leak | None:
    """Find the narrowest gap between a place and the widest place of its segment.

    Parameters
    ----------
    segments : Segments
    x, y : int
        The place, in image pixels.

    Returns
    -------
    Leak or None
        None on a line, and where the way out is hardly narrower than the place itself.
    """
    width, height = segments.size
    segment = int(segments.labels[y, x]) if 0 <= x < width and 0 <= y < height else 0
    if segment == 0 or segments.inks[y, x] != Ink.NONE:
        return None
    left, top, wide, high = (int(side) for side in segments.bbox[segment])
    part = np.s_[top : top + high, left : left + wide]
    room = (segments.labels[part] == segment) & (segments.inks[part] == Ink.NONE)
    # The border of the image is no line; any other side of the box is.
    sides = [int(top == 0), int(top + high == height), int(left == 0), int(left + wide == width)]
    room = np.pad(room, ((1 - sides[0], 1 - sides[1]), (1 - sides[2], 1 - sides[3])))
    left, top = left - (1 - sides[2]), top - (1 - sides[0])
    if room.all():
        return None
    clear = np.asarray(
        cv2.distanceTransform(room.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_5), np.float32
    )
    here = _climb(clear, y - top, x - left)
    goal = np.unravel_index(int(clear.argmax()), clear.shape)
    low, high_level = 0.5, float(clear[here])
    if _joined(clear, high_level, here, goal):
        return None
    while high_level - low > PRECISION:
        middle = (low + high_level) / 2
        if _joined(clear, middle, here, goal):
            low = middle
        else:
            high_level = middle
    if high_level > NARROW * clear[here]:
        return None
    at = _passage(clear, low, high_level, here)
    ends = _narrowest(room, clear, at, low, here, goal) if at else None
    if ends is None:
        return None
    (y0, x0), (y1, x1) = ends
    return Leak((x0 + left, y0 + top), (x1 + left, y1 + top))


def _climb(clear: NDArray[np.float32], y: int, x: int) -> tuple[int, int]:
    """Go to the widest place that is reached without any narrowing."""
    while True:
        reach = max(int(clear[y, x]) - 1, 1)
        top, left = max(y - reach, 0), max(x - reach, 0)
        near = clear[top : y + reach + 1, left : x + reach + 1]
        row, col = np.unravel_index(int(near.argmax()), near.shape)
        if near[row, col] <= clear[y, x]:
            return y, x
        y, x = top + int(row), left + int(col)


def _rooms(clear: NDArray[np.float32], level: float) -> NDArray[np.int32]:
    _, rooms = cv2.connectedComponents((clear >= level).astype(np.uint8), connectivity=4)
    return np.asarray(rooms, np.int32)


def _joined(
    clear: NDArray[np.float32], level: float, one: tuple[int, int], other: tuple[np.intp, ...]
) -> bool:
    rooms = _rooms(clear, level)
    return bool(rooms[one] == rooms[other])


def _passage(
    clear: NDArray[np.float32], low: float, high: float, here: tuple[int, int]
) -> tuple[int, int] | None:
    """Return the middle of the way that leads out of a room at one level, but not at the next."""
    way = _rooms(clear, low)
    way_open = (way == way[here]).astype(np.uint8)
    rooms = _rooms(clear, high)
    inside = (rooms == rooms[here]).astype(np.uint8)
    outside = (((rooms > 0) & (inside == 0)) & (way_open > 0)).astype(np.uint8)
    grown = [inside]
    while not (grown[-1] & outside).any():
        more = cv2.dilate(grown[-1], CROSS) & way_open
        if int(np.count_nonzero(more)) == int(np.count_nonzero(grown[-1])):
            return None
        grown.append(np.asarray(more, np.uint8))
    back = grown[-1] & outside
    for _ in range(len(grown) // 2):
        back = np.asarray(cv2.dilate(back, CROSS) & way_open, np.uint8)
    meeting = back & grown[(len(grown) + 1) // 2]
    if not meeting.any():
        return None
    row, col = np.unravel_index(int(np.where(meeting > 0, clear, -1).argmax()), clear.shape)
    return int(row), int(col)


def _narrowest(
    room: NDArray[np.bool_],
    clear: NDArray[np.float32],
    at: tuple[int, int],
    level: float,
    here: tuple[int, int],
    goal: tuple[np.intp, ...],
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return the shortest line across a way that parts it, as y, x of the wall on either side.

    Where another way is as wide, no line parts the two; then the shortest one will do.
    """
    top, left = max(at[0] - NEAR, 0), max(at[1] - NEAR, 0)
    places = np.argwhere(room[top : at[0] + NEAR + 1, left : at[1] + NEAR + 1]) + (top, left)
    found = [_across(room, clear, (int(row), int(col))) for row, col in places]
    ways = sorted({way for way in found if way is not None}, key=_length)
    for one, other in ways:
        closed = (clear >= level).astype(np.uint8)
        cv2.line(closed, one[::-1], other[::-1], 0, 1, cv2.LINE_8)
        _, rooms = cv2.connectedComponents(closed, connectivity=4)
        if rooms[here] != rooms[goal]:
            return one, other
    return ways[0] if ways else None


def _length(way: tuple[tuple[int, int], tuple[int, int]]) -> float:
    (y0, x0), (y1, x1) = way
    return float(np.hypot(y1 - y0, x1 - x0))


def _across(
    room: NDArray[np.bool_], clear: NDArray[np.float32], at: tuple[int, int]
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return the nearest wall pixels on either side of a place, as y, x."""
    reach = 2 * int(np.ceil(clear[at])) + 3
    top, left = max(at[0] - reach, 0), max(at[1] - reach, 0)
    near = room[top : at[0] + reach + 1, left : at[1] + reach + 1]
    walls = np.argwhere(~near) + (top, left)
    if len(walls) == 0:
        return None
    away = (walls - at).astype(np.float64)
    far = np.hypot(away[:, 0], away[:, 1])
    first = int(far.argmin())
    facing = (away @ away[first]) / (far * far[first])
    cost = np.where(facing < -0.5, far, np.inf)
    second = int(cost.argmin())
    if not np.isfinite(cost[second]):
        return None
    one, other = walls[first].tolist(), walls[second].tolist()
    return (one[0], one[1]), (other[0], other[1])
