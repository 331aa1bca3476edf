"""Label map and colours to pixels."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from paintassist.core.painting import LINE_COLOR, composite
from paintassist.core.references import segment_colors
from paintassist.core.segments import segment
from tests.drawing import cel, ink_maps

SKIN, HAIR = (250, 220, 200, 255), (90, 60, 40, 255)


def colors_of(*rows):
    return np.array([(1, 2, 3, 4), *rows], np.uint8)


def test_lines_are_black_and_segments_flat():
    painted = composite(cel(".#.."), colors_of(SKIN, HAIR))
    assert painted.tolist() == [[list(c) for c in (SKIN, LINE_COLOR, HAIR, HAIR)]]


def test_trace_lines_take_the_colour_of_their_region():
    painted = composite(cel(".r.."), colors_of(SKIN, HAIR))
    assert painted.tolist() == [[list(c) for c in (SKIN, SKIN, HAIR, HAIR)]]


def test_colours_given_are_left_alone():
    colors = colors_of(SKIN, HAIR)
    composite(cel(".#."), colors)
    assert colors[0].tolist() == [1, 2, 3, 4]


def test_non_contiguous_colours():
    wide = np.zeros((3, 8), np.uint8)
    wide[:, ::2] = colors_of(SKIN, HAIR)
    assert composite(cel(".#."), wide[:, ::2])[0, 2].tolist() == list(HAIR)


@given(ink_maps(), st.integers(0, 2**32 - 1))
def test_what_is_painted_is_read_back(inks, seed):
    drawn = segment(inks)
    colors = np.random.default_rng(seed).integers(1, 256, (drawn.count + 1, 4), np.uint8)
    painted = composite(drawn, colors)
    assert painted.shape == (*inks.shape, 4)
    assert np.array_equal(segment_colors(drawn, painted)[1:], colors[1:])
