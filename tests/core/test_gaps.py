"""Gaps are found and closed; nothing is merged, nothing stays unpainted."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from paintassist.core.barriers import part_regions
from paintassist.core.gaps import MOST_RADIUS
from paintassist.core.lines import Ink
from paintassist.core.retouch import Retouch, apply_retouch, barrier_mask, open_bridges, touches
from paintassist.core.segments import Segments, segment
from paintassist.core.thinning import find_line_ends, thin
from tests.drawing import cel, ink_maps, inks, show

RINGS = st.tuples(st.integers(12, 30), st.integers(1, 3), st.integers(0, 359), st.integers(1, 12))


def broken_ring(radius: int, width: int, angle: int, gap: int) -> tuple[NDArray[np.uint8], int]:
    """Draw a ring, erase about `gap` px of it, and tell how many open px part its ends."""
    side = 2 * radius + 51
    middle = side // 2
    drawn = np.zeros((side, side), np.uint8)
    cv2.circle(drawn, (middle, middle), radius, 1, width)
    at = np.deg2rad(angle)
    x, y = middle + radius * np.cos(at), middle + radius * np.sin(at)
    rows, cols = np.mgrid[:side, :side]
    along = -(cols - x) * np.sin(at) + (rows - y) * np.cos(at)
    across = (cols - x) * np.cos(at) + (rows - y) * np.sin(at)
    drawn[(np.abs(along) < gap / 2) & (np.abs(across) < 6)] = 0
    sides = [
        np.argwhere((drawn > 0) & (np.abs(across) < 6) & (sign * along > 0)) for sign in (-1, 1)
    ]
    far = np.linalg.norm(sides[0][:, None] - sides[1][None], axis=2).min()
    return drawn, int(np.ceil(far - 1))


def assert_only_parted(before: Segments, after: Segments) -> None:
    """Every segment lies in one segment of before, and every pixel that had one has one."""
    pairs = np.unique(np.stack([after.labels.ravel(), before.labels.ravel()], 1), axis=0)
    assert len(np.unique(pairs[:, 0])) == len(pairs)
    assert np.array_equal(before.labels > 0, after.labels > 0)


def test_ends_and_where_they_point():
    drawing = inks("""
        ...........
        .#####.....
        .....#.....
        .....#.....
        ...........
    """)
    ends = find_line_ends(drawing > 0)
    assert sorted(zip(ends.x.tolist(), ends.y.tolist(), strict=True)) == [(1, 1), (5, 3)]
    down = ends.direction[ends.y == 3][0]
    assert down[1] > 0


def test_a_corner_of_a_thick_line_is_no_end():
    drawn = np.zeros((40, 40), np.uint8)
    cv2.rectangle(drawn, (8, 8), (30, 30), 1, 4)
    assert len(find_line_ends(drawn > 0).x) == 0
    assert thin(drawn > 0).sum() < drawn.sum() / 2


def test_a_gap_in_a_box_is_closed_and_its_pixels_are_painted():
    before = cel("""
        .............
        .###########.
        .#.........#.
        .#.........#.
        ...........#.
        .#.........#.
        .#.........#.
        .#.........#.
        .###########.
        .............
    """)
    assert before.count == 1
    after = apply_retouch(before, Retouch(1))
    assert after.count == 2
    assert_only_parted(before, after)
    # The larger piece, the inside, goes on as segment 1; the barrier belongs to one of the two.
    assert show(after.labels).splitlines()[4] in ("22111111111.2", "21111111111.2")
    assert apply_retouch(after, Retouch(0)).count == 1


@given(ink_maps(16))
@settings(max_examples=60, deadline=None)
def test_radius_0_changes_nothing(drawing: NDArray[np.uint8]):
    before = segment(drawing)
    assert not barrier_mask(drawing, Retouch()).any()
    assert np.array_equal(apply_retouch(before, Retouch()).labels, before.labels)


def test_a_barrier_takes_no_pixel_of_a_line():
    drawing = inks("..#..")
    across = Retouch(barriers=(((0, 0), (4, 0)),))
    assert barrier_mask(drawing, across).tolist() == [[True, True, False, True, True]]


def test_a_stroke_from_outside_the_picture_touches_what_it_runs_over():
    mask = np.zeros((3, 6), np.bool_)
    mask[1, 1] = True
    assert touches(mask, ((-4, 1), (2, 1)))
    assert not touches(mask, ((-4, 1), (0, 1)))
    assert not touches(mask, ((-4, 1), (-1, 1)))


def test_no_gap_wider_than_the_widest_is_closed():
    # The rim is far from both ends.
    drawing = np.zeros((99, 140), np.uint8)
    drawing[49, :50] = drawing[49, 50 + MOST_RADIUS + 5 :] = Ink.BLACK
    assert not len(open_bridges(drawing > 0, Retouch(MOST_RADIUS + 9)))
    drawing[49, 50:60] = Ink.BLACK
    assert len(open_bridges(drawing > 0, Retouch(MOST_RADIUS + 9)))


@given(ink_maps(16), st.integers(1, 20))
@settings(max_examples=80, deadline=None)
def test_closing_never_merges(drawing: NDArray[np.uint8], radius: int):
    barriers = barrier_mask(drawing, Retouch(radius))
    assert not (barriers & (drawing > 0)).any()
    whole, pieces = part_regions(drawing, np.zeros_like(barriers)), part_regions(drawing, barriers)
    pairs = np.unique(np.stack([pieces.ravel(), whole.ravel()], 1), axis=0)
    assert len(np.unique(pairs[:, 0])) == len(pairs)
    assert np.array_equal(pieces > 0, whole > 0)


@given(RINGS, st.integers(0, 8))
@settings(max_examples=80, deadline=None)
def test_a_broken_ring_becomes_two_segments(ring: tuple[int, int, int, int], more: int):
    radius, width, angle, gap = ring
    drawn, wide = broken_ring(radius, width, angle, gap)
    before = segment(drawn)
    assume(before.count == 1)
    after = apply_retouch(before, Retouch(min(wide + more, 20)))
    assert after.count == 2
    assert_only_parted(before, after)


@pytest.mark.parametrize("gap", [4, 8, 12])
def test_a_wide_gap_stays_open_for_a_small_radius(gap: int):
    drawn, wide = broken_ring(24, 1, 0, gap)
    assert apply_retouch(segment(drawn), Retouch(wide - 3)).count == 1


def test_the_pen_parts_what_the_radius_does_not():
    before = segment(broken_ring(24, 1, 0, 12)[0])
    after = apply_retouch(before, Retouch(0, (((73, 38), (73, 60)),)))
    assert after.count == 2
    assert_only_parted(before, after)


def test_untouched_segments_keep_their_ids():
    before = cel("""
        ....................
        .#######.##########.
        .#..#..#.#........#.
        .#..#..#.#........#.
        .#..#..#..........#.
        .#..#..#.#........#.
        .#..#..#.#........#.
        .#######.##########.
        ....................
    """)
    assert before.count == 3
    after = apply_retouch(before, Retouch(2))
    assert after.count == 4
    for box in (before.labels[3, 2], before.labels[3, 5]):
        assert np.array_equal(after.labels == box, before.labels == box)
    assert after.labels[0, 0] == before.labels[0, 0]
    assert after.labels[4, 14] == 4
    assert not barrier_mask(before.inks, Retouch()).any()
