"""What lies inside a lasso, what carries one colour."""

from __future__ import annotations

import numpy as np

from paintassist.core.fills import segments_inside, segments_of_color
from tests.drawing import cel

# 1 is the background; 2, 3 and 4 are boxes.
BOXES = cel("""
    ...............
    .#############.
    .#..#.....#..#.
    .#..#.....#..#.
    .#..#.....#..#.
    .#############.
    ...............
""")


def test_a_lasso_takes_what_lies_mostly_inside():
    ids = np.unique(BOXES.labels[3])[1:].tolist()
    assert ids == [1, 2, 3, 4]
    whole = [(0, 0), (14, 0), (14, 6), (0, 6)]
    assert segments_inside(BOXES, whole).tolist() == [1, 2, 3, 4]
    character = [(1, 1), (13, 1), (13, 5), (1, 5)]
    assert segments_inside(BOXES, character).tolist() == [2, 3, 4]
    # Columns 5 to 7 of the middle box's 5 to 9.
    assert segments_inside(BOXES, [(2, 2), (7.9, 2), (7.9, 4), (2, 4)]).tolist() == [2, 3]
    assert segments_inside(BOXES, [(2, 2), (6.9, 2), (6.9, 4), (2, 4)]).tolist() == [2]


def test_a_lasso_of_any_winding_and_partly_outside():
    lasso = [(8, -50), (8, 50), (90, 50), (90, -50)]
    assert segments_inside(BOXES, lasso).tolist() == segments_inside(BOXES, lasso[::-1]).tolist()
    assert segments_inside(BOXES, lasso).tolist() == [4]
    assert segments_inside(BOXES, [(50, 50), (60, 60), (60, 50)]).tolist() == []
    assert segments_inside(BOXES, [(3, 3)]).tolist() == []


def test_a_bent_segment_counts_though_its_centre_is_outside():
    bent = cel("""
        .........
        .#######.
        .#.....#.
        .#.###.#.
        .#.#.#.#.
        .###.###.
        .........
    """)
    arc = int(bent.labels[2, 2])
    x, y = bent.centroid[arc]
    assert bent.labels[int(y + 0.5), int(x + 0.5)] != arc
    assert arc in segments_inside(bent, [(2, 2), (6, 2), (6, 3), (2, 3)])


def test_segments_of_one_colour():
    red, clear = (255, 0, 0, 255), (0, 0, 0, 0)
    rgba = np.array([clear, red, clear, red, clear, clear], np.uint8)
    unpainted = np.array([False, False, False, False, True, True])
    assert segments_of_color(rgba, unpainted, 1).tolist() == [1, 3]
    # Transparent is a colour, and neither the line's nor that of what is not painted.
    assert segments_of_color(rgba, unpainted, 2).tolist() == [2]
    assert segments_of_color(rgba, unpainted, 4).tolist() == [4]
    assert segments_of_color(rgba, unpainted, 0).tolist() == []
