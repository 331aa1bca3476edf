from __future__ import annotations

import numpy as np

from paintassist.core.flicker import Jump, find_jumps
from paintassist.core.matching import NO_COLOR

RED, BLUE = 4, 7
SAME = np.array([0, 1, 2, 3])


def jumps(*frames: list[int], partners: list[np.ndarray] | None = None) -> list[Jump]:
    colors = [np.array([NO_COLOR, *frame], np.int32) for frame in frames]
    areas = [np.array([9, 10, 20, 30]) for _ in frames]
    return find_jumps(colors, areas, partners or [SAME] * (len(frames) - 1))


def test_a_flash_is_listed_once_where_the_odd_colour_is():
    found = jumps([RED, RED, RED], [RED, BLUE, RED], [RED, RED, RED])
    assert found == [Jump(1, 2, RED, BLUE, 20, True)]


def test_a_change_that_stays_comes_after_flashes_and_by_size():
    found = jumps([RED, RED, RED], [RED, RED, BLUE], [BLUE, RED, RED], [BLUE, BLUE, RED])
    assert [(jump.frame, jump.segment, jump.returns) for jump in found] == [
        (1, 3, True), (3, 2, False), (2, 1, False),
    ]  # fmt: skip


def test_what_has_no_colour_or_no_partner_does_not_jump():
    nobody = np.array([0, 0, 2, 3])
    found = jumps([RED, NO_COLOR, RED], [BLUE, RED, NO_COLOR], partners=[nobody])
    assert found == []


def test_parts_are_followed_though_their_numbers_change():
    swapped = np.array([0, 2, 1, 3])
    assert jumps([RED, BLUE, RED], [BLUE, RED, RED], partners=[swapped]) == []
    assert jumps([RED, BLUE, RED], [RED, BLUE, RED], partners=[swapped])[0].segment == 2


def test_nothing_to_compare():
    assert find_jumps([], [], []) == []
    assert jumps([RED, RED, RED]) == []
