"""Joins, trace strokes, dust and erased barriers: each changes the label map, none the file."""

from __future__ import annotations

import numpy as np

from paintassist.core.dust import Speck, find_specks, without_specks
from paintassist.core.lines import Ink
from paintassist.core.retouch import Retouch, TraceStroke, apply_retouch, continued, erased
from paintassist.core.segments import Segments
from paintassist.core.strokes import join_stroke, split_strokes, without_joins
from tests.core.rooms import ROOMS
from tests.drawing import cel


# 1 is the background; 2, 3 and 4 are the rooms of the box; a speck of line lies in 4.
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


def test_a_stroke_splits_the_segment_it_runs_over_and_no_other() -> None:
    # From the second room over its wall into the third, short of every line.
    barriers = split_strokes(ROOMS, ((2, 3), (3, 3), (5, 3)))
    assert len(barriers) == 1
    parted = apply_retouch(ROOMS, Retouch(barriers=barriers))
    assert parted.count == ROOMS.count
    tall = cel("""
        ............
        .##########.
        .#........#.
        .#........#.
        .#........#.
        .#........#.
        .#........#.
        .#........#.
        .##########.
        ............
    """)
    barriers = split_strokes(tall, ((5, 4), (6, 4)))
    parted = apply_retouch(tall, Retouch(barriers=barriers))
    assert parted.count == tall.count + 1
    assert at(parted, 3, 2) != at(parted, 3, 7)
    assert at(parted, 0, 0) == at(tall, 0, 0)
    assert split_strokes(tall, ((1, 1), (1, 5))) == ()
    assert split_strokes(tall, ((-5, -5), (-9, -9))) == ()


def test_a_stroke_joins_what_it_runs_over_until_it_is_taken_apart() -> None:
    join = join_stroke(ROOMS, ((3, 3), (9, 3)))
    assert join == ((3, 3), (7, 3))
    joined = apply_retouch(ROOMS, Retouch(joins=(join,)))
    assert at(joined, 4, 4) == at(joined, 9, 4)
    assert without_joins(joined, (join,), at(joined, 4, 4)) == ()
    assert without_joins(joined, (join,), at(joined, 0, 0)) == (join,)


def test_what_was_parted_or_joined_goes_on_as_its_largest_piece() -> None:
    joined = apply_retouch(ROOMS, Retouch(joins=(((3, 3), (9, 3), (14, 2)),)))
    partner = continued(ROOMS, joined.labels)
    assert partner[at(joined, 3, 3)] == at(ROOMS, 9, 3)
    assert partner[at(joined, 0, 0)] == at(ROOMS, 0, 0)
    back = continued(joined, ROOMS.labels)
    assert [back[at(ROOMS, x, 2)] for x in (3, 9, 14)] == [0, 0, 0]


def test_specks_are_found_and_go() -> None:
    drawing = cel("""
        ..............
        .#############
        .#...#.......#
        .#.#.#.......#
        .#...#..##...#
        .#####..##...#
        .#...........#
        .#############
        ..............
    """)
    assert find_specks(drawing, 3) == [Speck(True, 1, ((3, 3),), (2, 2))]
    specks = find_specks(drawing, 8)
    assert [(speck.is_line, speck.area) for speck in specks] == [(True, 1), (True, 4), (False, 8)]
    clean = apply_retouch(drawing, without_specks(Retouch(), specks))
    assert at(clean, 3, 2) == at(clean, 8, 4) == at(clean, 10, 3) != at(clean, 0, 0)
    assert clean.count == drawing.count - 1
    # A spot that touches two segments may be the end of a line.
    wall = cel("""
        .........
        .###.###.
        .#.....#.
        .###.###.
        ....#....
    """)
    assert not any(speck.is_line for speck in find_specks(wall, 3))
