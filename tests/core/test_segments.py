"""Segments: what is one, in which order they are numbered, what is counted of them."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given

from paintassist.core.errors import InputError
from paintassist.core.lines import Ink
from paintassist.core.segments import (
    MOST_SEGMENTS,
    check_count,
    mirror,
    segment,
    segments_from_labels,
)
from tests import drawing
from tests.drawing import cel, ink_maps, show


def flood(inks):
    """Segment by the definition: flood every open pixel that has no number yet, in scan order."""
    height, width = inks.shape
    labels = np.zeros((height, width), np.int32)
    count = 0
    for y in range(height):
        for x in range(width):
            if inks[y, x] or labels[y, x]:
                continue
            count += 1
            stack = [(y, x)]
            while stack:
                v, u = stack.pop()
                if 0 <= v < height and 0 <= u < width and not inks[v, u] and not labels[v, u]:
                    labels[v, u] = count
                    stack += [(v + 1, u), (v - 1, u), (v, u + 1), (v, u - 1)]
    return labels


def test_diagonal_gap_does_not_leak():
    assert show(cel("#.\n.#").labels) == ".1\n2."


def test_numbers_follow_the_first_pixel_in_scan_order():
    drawn = cel("""
        ##.##
        #..#.
        .####
    """)
    assert show(drawn.labels) == "..1..\n.11.2\n3...."


@given(ink_maps(traces=False))
def test_segments_are_the_flooded_areas_in_scan_order(inks):
    assert show(segment(inks).labels) == show(flood(inks))


@given(ink_maps())
def test_tables_count_what_the_label_map_shows(inks):
    drawn = segment(inks)
    assert drawn.count == drawn.labels.max()
    for label in range(1, drawn.count + 1):
        rows, cols = np.nonzero(drawn.labels == label)
        x, y, width, height = drawn.bbox[label]
        assert drawn.area[label] == len(rows)
        assert (x, y) == (cols.min(), rows.min())
        assert (x + width - 1, y + height - 1) == (cols.max(), rows.max())
        assert drawn.centroid[label] == pytest.approx((cols.mean(), rows.mean()))


@given(ink_maps())
def test_every_pixel_but_black_belongs_to_a_segment(inks):
    drawn = segment(inks)
    assert np.array_equal(drawn.labels == 0, inks == Ink.BLACK)
    first = [int(np.flatnonzero(drawn.labels.ravel() == i)[0]) for i in range(1, drawn.count + 1)]
    assert first == sorted(first)


def test_labels_that_do_not_occur_have_no_area():
    drawn = segments_from_labels(drawing.labels("1.3"), drawing.inks(".#."))
    assert drawn.area.tolist() == [1, 1, 0, 1]
    assert drawn.bbox[2].tolist() == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("text", "count"), [("....", 1), ("####", 0), (".", 1), ("#", 0)], ids=["open", "line"] * 2
)
def test_bare_and_black_drawings(text, count):
    drawn = cel(text)
    assert drawn.count == count
    assert drawn.background == count
    assert drawn.adjacency.shape == (0, 3)


def test_size_is_width_then_height():
    assert cel("...\n...").size == (3, 2)


def test_background_is_what_covers_most_of_the_rim():
    drawn = cel("""
        ##....
        .#....
        ##....
    """)
    assert show(drawn.labels)[2] == "1"
    assert drawn.background == 1


def test_no_background_where_the_line_is_all_around():
    assert cel("###\n#.#\n###").background == 0


def test_background_is_a_segment_though_the_line_covers_more_of_the_rim():
    assert cel("####\n#..#\n#..#\n#.##").background == 1


def test_the_key_tells_shapes_inks_and_labels_apart():
    empty = np.zeros((2, 3), np.int32), np.zeros((2, 3), np.uint8)
    drawn = segments_from_labels(*empty)
    assert drawn.key == segments_from_labels(*(one.copy() for one in empty)).key
    others = [
        segments_from_labels(*(one.reshape(3, 2) for one in empty)),
        segments_from_labels(empty[0] + 1, empty[1]),
        segments_from_labels(empty[0], empty[1] + 1),
    ]
    assert len({drawn.key, *(other.key for other in others)}) == 4


def test_borders_are_seen_from_both_sides():
    found = drawing.labels("1122\n1133")
    one, other, length = segments_from_labels(found, np.zeros_like(found, np.uint8)).borders()
    assert one.tolist() == [0, 0, 1, 1, 2, 2]
    assert other.tolist() == [1, 2, 2, 0, 0, 1]
    assert length.tolist() == [1, 1, 2, 1, 1, 2]


def test_a_mirror_turns_lines_too():
    drawn = cel(".#b.")
    seen = mirror(drawn)
    assert seen.inks.tolist() == [drawn.inks[0, ::-1].tolist()]
    assert seen.labels.tolist() == [drawn.labels[0, ::-1].tolist()]


def test_noise_is_refused():
    rows = np.arange(MOST_SEGMENTS + 1, dtype=np.int32)[None] + 1
    most = segments_from_labels(rows[:, :-1], np.zeros(rows[:, :-1].shape, np.uint8))
    check_count(most, Path("A1.png"))
    noise = segments_from_labels(rows, np.zeros(rows.shape, np.uint8))
    with pytest.raises(InputError, match=r"A1.png has 30,001 segments, more than"):
        check_count(noise, Path("A1.png"))
