"""The leak is the gap that would part the place."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from paintassist.core.leaks import find_leak
from paintassist.core.retouch import Retouch, apply_retouch
from paintassist.core.segments import Segments, segment


def leaky(*gaps: tuple[int, int, int]) -> Segments:
    """Draw two rooms side by side and erase lines: column x, rows from y, so many pixels."""
    drawn = np.zeros((100, 160), np.uint8)
    cv2.rectangle(drawn, (20, 20), (70, 80), 1, 1)
    cv2.rectangle(drawn, (70, 20), (120, 80), 1, 1)
    for x, y, size in gaps:
        drawn[y : y + size, x] = 0
    return segment(drawn)


@pytest.mark.parametrize("size", [1, 3, 6, 10])
def test_the_gap_is_found_and_closing_it_parts_the_place(size: int):
    cel = leaky((20, 40, size))
    leak = find_leak(cel, 30, 70)
    assert leak is not None
    assert {leak.start[0], leak.end[0]} == {20}
    assert sorted([leak.start[1], leak.end[1]]) == [39, 40 + size]
    assert leak.width == size
    assert apply_retouch(cel, Retouch(0, ((leak.start, leak.end),))).count == cel.count + 1


def test_of_two_gaps_on_the_way_the_narrower_is_shown():
    cel = leaky((20, 40, 9), (70, 60, 3))
    leak = find_leak(cel, 95, 50)
    assert leak is not None
    assert leak.start[0] == leak.end[0] == 70
    # From the room between, the way out is the wide gap.
    leak = find_leak(cel, 45, 30)
    assert leak is not None
    assert leak.start[0] == leak.end[0] == 20


def test_no_leak_where_nothing_narrows():
    cel = leaky()
    assert find_leak(cel, 45, 50) is None
    assert find_leak(cel, 20, 50) is None
    assert find_leak(cel, 500, 50) is None
    assert find_leak(cel, 150, 90) is None
    assert find_leak(segment(np.zeros((8, 8), np.uint8)), 3, 3) is None


def test_a_slanted_gap_is_crossed_and_not_the_steps_of_its_line():
    drawn = np.zeros((140, 140), np.uint8)
    corners = np.array([[70, 20], [115, 60], [70, 110], [25, 70]], np.int32)
    cv2.polylines(drawn, [corners], True, 1, 2)
    rows, cols = np.mgrid[:140, :140]
    drawn[np.hypot(rows - 40, cols - 92) < 4] = 0
    cel = segment(drawn)
    assert cel.count == 1
    leak = find_leak(cel, 70, 70)
    assert leak is not None
    assert leak.width >= 5
    assert apply_retouch(cel, Retouch(0, ((leak.start, leak.end),))).count == 2
