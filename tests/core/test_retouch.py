"""Joins, trace strokes, dust and erased barriers: each changes the label map, none the file."""

from __future__ import annotations

import numpy as np

from paintassist.core.lines import Ink
from paintassist.core.retouch import Retouch, TraceStroke, apply_retouch, erased
from paintassist.core.segments import Segments
from tests.drawing import cel

# 1 is the background; 2, 3 and 4 are the rooms of the box; a speck of line lies in 4.
ROOMS = cel("""
    ....................
    .##################.
    .#....#.....#.....#.
    .#....#.....#..#..#.
    .#....#.....#.....#.
    .##################.
    ....................
""")


def at(segments: Segments, x: int, y: int) -> int:
    return int(segments.labels[y, x])


def test_a_join_makes_one_of_two_and_back() -> None:
    joined = apply_retouch(ROOMS, Retouch(joins=(((3, 3), (9, 3)),)))
    assert joined.count == ROOMS.count - 1
    assert at(joined, 3, 3) == at(joined, 9, 3) != at(joined, 14, 2)
    assert at(joined, 0, 0) == at(ROOMS, 0, 0)
    apart = apply_retouch(joined, Retouch())
    assert apart.count == ROOMS.count
    assert at(apart, 3, 3) != at(apart, 9, 3)


def test_joins_that_share_a_segment_are_one() -> None:
    joins = (((3, 3), (9, 3)), ((9, 2), (14, 2)), ((0, 3), (0, 0)), ((500, 1), (3, 3)))
    joined = apply_retouch(ROOMS, Retouch(joins=joins))
    assert joined.count == 2
    assert at(joined, 3, 3) == at(joined, 14, 2) != at(joined, 0, 0)


def test_a_trace_stroke_parts_and_is_given_to_one_side() -> None:
    red = TraceStroke(Ink.RED, 1, ((8, 1), (8, 5)))
    traced = apply_retouch(ROOMS, Retouch(traces=(red,)))
    assert traced.count == ROOMS.count + 1
    assert at(traced, 7, 3) != at(traced, 10, 3)
    # The smaller side takes it; main lines stay.
    assert at(traced, 8, 3) == at(traced, 7, 3)
    assert traced.inks[1, 8] == Ink.BLACK
    assert np.array_equal(traced.drawn_inks, ROOMS.inks)


def test_trace_lines_go_where_an_eraser_goes_and_main_lines_stay() -> None:
    red = TraceStroke(Ink.RED, 1, ((8, 2), (8, 4)))
    gone = TraceStroke(Ink.NONE, 3, ((6, 3), (9, 3)))
    again = apply_retouch(apply_retouch(ROOMS, Retouch(traces=(red,))), Retouch(traces=(red, gone)))
    assert np.array_equal(again.inks, ROOMS.inks)
    assert again.count == ROOMS.count


def test_dust_becomes_paper_until_it_is_line_again() -> None:
    clean = apply_retouch(ROOMS, Retouch(dust=(((15, 3), (99, 99)),)))
    assert clean.inks[3, 15] == Ink.NONE
    assert at(clean, 15, 3) == at(clean, 14, 3)
    assert np.array_equal(apply_retouch(clean, Retouch()).inks, ROOMS.inks)


def test_an_eraser_takes_whole_barriers_and_leaves_gaps_open() -> None:
    broken = cel("""
        ......................
        .#######.############.
        .#..#..#.#..........#.
        .#..#..#.#..........#.
        .#..#..#............#.
        .#..#..#.#..........#.
        .#######.############.
        ......................
    """)
    near, far = ((9, 3), (9, 5)), ((19, 2), (19, 5))
    retouch = Retouch(2, (near, far))
    closed = apply_retouch(broken, Retouch(2))
    assert closed.count == broken.count + 1
    barriers, openings = erased(closed.inks, retouch, ((9, 4),))
    assert barriers == (far,)
    assert openings == (((9, 4),),)
    assert apply_retouch(broken, Retouch(2, (), openings)).count == broken.count
    assert erased(closed.inks, Retouch(0, (far,)), ((9, 4),)) == ((far,), ())
