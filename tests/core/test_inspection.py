from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from paintassist.core.inspection import (
    Finding,
    FindingKind,
    find_changed_lines,
    find_odd_sizes,
    in_order,
    inspect_colors,
    inspect_specks,
)
from paintassist.core.lines import Ink, LineSettings, TraceMeaning, TraceRule, TraceSetting
from paintassist.core.matching import NO_COLOR
from paintassist.core.segments import segment
from tests.drawing import cel, inks

# 1 outside, 2 left, 3 right.
BOXES = """
    ...........
    .###.#####.
    .#.#.#...#.
    .###.#...#.
    .....#####.
    ...........
"""
RED, GREEN, CLEAR = (200, 0, 0, 255), (0, 200, 0, 255), (0, 0, 0, 0)


def look(index: list[int], colors: list[tuple[int, ...]], drawing: str = BOXES, **options: Any):
    table = np.array([CLEAR if one < 0 else colors[one] for one in index], np.uint8)
    return inspect_colors(cel(drawing), "A1", np.array(index, np.int32), table, **options)


def test_a_painted_cel_is_clean_and_its_background_may_stay_open() -> None:
    assert look([NO_COLOR, NO_COLOR, 0, 1], [RED, GREEN]) == []


def test_an_unpainted_segment_is_told_with_a_place_inside_it() -> None:
    assert look([NO_COLOR, 2, 0, NO_COLOR], [RED, GREEN, CLEAR]) == [
        Finding(FindingKind.UNPAINTED, "A1", 3, (6, 2), 6)
    ]


def test_placeholders_are_told() -> None:
    (found,) = look([NO_COLOR, NO_COLOR, 0, 1], [RED, GREEN], temporary={1})
    assert (found.kind, found.segment) == (FindingKind.TEMPORARY, 3)


def test_colours_off_the_palette_are_told() -> None:
    (found,) = look([NO_COLOR, NO_COLOR, 0, 1], [RED, GREEN], unlisted={1})
    assert (found.kind, found.segment) == (FindingKind.OFF_PALETTE, 3)
    transparent = look([NO_COLOR, 1, 0, 1], [RED, CLEAR], unlisted={1})
    assert transparent == []


def test_half_transparent_colours_are_told() -> None:
    (found,) = look([NO_COLOR, NO_COLOR, 0, 1], [RED, (1, 2, 3, 128)])
    assert (found.kind, found.segment) == (FindingKind.TRANSLUCENT, 3)


OWN = LineSettings(traces={Ink.RED: TraceSetting(TraceMeaning.HIGHLIGHT, TraceRule.OWN)})
LINED = """
    .......
    .#####.
    .#r..#.
    .#####.
    .......
"""


@pytest.mark.parametrize(
    ("color", "kinds"),
    [
        (None, [FindingKind.TRACE]),
        ((255, 0, 0, 255), [FindingKind.TRACE]),
        (GREEN, []),
    ],
)
def test_a_trace_line_that_would_show_is_left_over(
    color: tuple[int, ...] | None, kinds: list[FindingKind]
) -> None:
    segments = segment(inks(LINED), OWN)
    own = int(segments.labels[2, 2])
    index = np.array([NO_COLOR, NO_COLOR, 0, 0], np.int32)
    colors = np.array([CLEAR, CLEAR, GREEN, GREEN], np.uint8)
    index[own], colors[own] = (NO_COLOR, CLEAR) if color is None else (1, color)
    found = inspect_colors(segments, "A1", index, colors)
    assert [(item.kind, item.segment) for item in found] == [(kind, own) for kind in kinds]


def test_a_red_segment_with_a_red_trace_line_is_none() -> None:
    segments = cel(LINED)
    index = np.array([NO_COLOR, NO_COLOR, 0], np.int32)
    colors = np.array([CLEAR, CLEAR, (255, 0, 0, 255)], np.uint8)
    assert inspect_colors(segments, "A1", index, colors) == []


DUSTY = """
    ............
    .#########..
    .#.......#..
    .#..##...#..
    .#..##.....#
    .#.......#..
    .#########..
    ............
"""


def test_dots_of_line_are_dust() -> None:
    segments = cel(DUSTY)
    colors = np.zeros((segments.count + 1, 4), np.uint8)
    found = inspect_specks(segments, "A1", colors, 4)
    assert [(item.place, item.area, item.note) for item in found] == [
        ((4, 3), 4, "line"),
    ] + [((11, 4), 1, "line")]
    assert len(inspect_specks(segments, "A1", colors, 1)) == 1


HOLED = """
    #######
    #.....#
    #.###.#
    #.#.#.#
    #.###.#
    #.....#
    #######
"""


def test_a_tiny_segment_in_a_colour_of_its_own_is_dust() -> None:
    segments = cel(HOLED)
    colors = np.array([CLEAR, RED, GREEN], np.uint8)
    (found,) = inspect_specks(segments, "A1", colors, 4)
    assert (found.segment, found.place, found.note) == (2, (3, 3), "paint")
    colors[2] = RED
    assert inspect_specks(segments, "A1", colors, 4) == []


def test_changed_lines_are_told_with_the_first_place() -> None:
    segments = cel(BOXES)
    drawn = segments.inks.copy()
    assert find_changed_lines(segments, "A1", drawn) == []
    drawn[4, 2:5] = Ink.BLACK
    assert find_changed_lines(segments, "A1", drawn) == [
        Finding(FindingKind.LINES, "A1", 0, (2, 4), 3)
    ]
    (found,) = find_changed_lines(segments, "A1", drawn[:-1])
    assert found.note == "the drawing is 11 x 5 now"


def test_odd_sizes_are_those_of_the_few() -> None:
    sizes = [("A1", (10, 5)), ("A2", (10, 6)), ("A3", (10, 5))]
    assert find_odd_sizes(sizes) == [Finding(FindingKind.SIZE, "A2", note="10 x 6, others 10 x 5")]
    assert find_odd_sizes([]) == find_odd_sizes(sizes[:1]) == []


def test_the_worst_come_first() -> None:
    items = [
        Finding(FindingKind.SPECK, "A1", area=1),
        Finding(FindingKind.UNPAINTED, "A2", 1, area=5),
        Finding(FindingKind.UNPAINTED, "A1", 2, area=5),
        Finding(FindingKind.UNPAINTED, "A1", 1, area=9),
        Finding(FindingKind.SIZE, "A2"),
    ]
    ordered = in_order(items, ["A1", "A2"])
    assert [items.index(item) for item in ordered] == [4, 3, 2, 1, 0]
