"""Which pixels are lines, and of which ink."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintassist.core.lines import (
    ANTIALIASED_THRESHOLD,
    Ink,
    binarize,
    ink_coverage,
    inks_to_rgba,
    is_aliased,
    is_trace,
)
from tests import drawing
from tests.drawing import ink_maps

CLEAR = (255, 255, 255, 0)
WHITE = (255, 255, 255, 255)
BLACK = (0, 0, 0, 255)


def pixels(*colors):
    return np.array([colors], np.uint8)


def read(*colors, threshold=None):
    return [Ink(value) for value in binarize(pixels(*colors), threshold)[0]]


@given(ink_maps())
def test_drawn_inks_are_read_back(inks):
    assert np.array_equal(binarize(inks_to_rgba(inks)), inks)


@given(ink_maps())
def test_on_white_as_on_transparent(inks):
    rgba = inks_to_rgba(inks)
    rgba[rgba[..., 3] == 0] = WHITE
    assert np.array_equal(binarize(rgba), inks)


@pytest.mark.parametrize(
    ("color", "ink"),
    [
        ((255, 0, 0, 255), Ink.RED),
        ((230, 60, 90, 255), Ink.RED),
        ((255, 120, 0, 255), Ink.RED),
        ((0, 0, 255, 255), Ink.BLUE),
        ((30, 120, 220, 255), Ink.BLUE),
        ((0, 255, 0, 255), Ink.GREEN),
        ((40, 200, 90, 255), Ink.GREEN),
        ((255, 190, 200, 255), Ink.RED),
        ((150, 190, 255, 255), Ink.BLUE),
        ((190, 255, 200, 255), Ink.GREEN),
        ((200, 190, 195, 255), Ink.BLACK),
        ((40, 30, 35, 255), Ink.BLACK),
        ((0, 0, 60, 255), Ink.BLACK),
        ((90, 90, 90, 255), Ink.BLACK),
    ],
)
def test_near_hues_snap(color, ink):
    assert read(WHITE, color) == [Ink.NONE, ink]


def test_transparent_pixels_are_paper_whatever_their_colour():
    assert read((0, 0, 0, 0), (255, 0, 0, 0), BLACK) == [Ink.NONE, Ink.NONE, Ink.BLACK]


def test_any_ink_counts_in_aliased_line_art():
    assert read(WHITE, BLACK, (250, 250, 250, 255)) == [Ink.NONE, Ink.BLACK, Ink.BLACK]


def test_white_that_is_not_keyed_out_is_paper():
    assert read((254, 254, 254, 255), BLACK, (255, 0, 0, 255)) == [Ink.NONE, Ink.BLACK, Ink.RED]


def grey_ramp():
    grey = np.arange(256, dtype=np.uint8)
    return np.stack([grey, grey, grey, np.full(256, 255, np.uint8)], axis=1)[None]


def test_soft_grey_is_cut_at_the_threshold():
    assert not is_aliased(grey_ramp())
    lines = binarize(grey_ramp())[0] == Ink.BLACK
    assert lines.sum() == 256 - ANTIALIASED_THRESHOLD
    assert lines[: 256 - ANTIALIASED_THRESHOLD].all()


def test_soft_alpha_is_cut_at_the_threshold():
    ramp = np.zeros((1, 256, 4), np.uint8)
    ramp[..., 3] = np.arange(256)
    assert not is_aliased(ramp)
    assert np.flatnonzero(binarize(ramp)[0])[0] == ANTIALIASED_THRESHOLD


def test_a_hairline_between_two_rows_does_not_break():
    # A black line over half of each row covers 128 of 255.
    soft = np.full((2, 40, 4), 255, np.uint8)
    soft[..., :3] = 127
    soft[0, 0, 3] = 254
    assert binarize(soft).all()


@given(st.integers(1, 255))
def test_given_threshold_wins(threshold):
    lines = binarize(grey_ramp(), threshold)[0] > 0
    assert lines.sum() == 256 - threshold


def test_threshold_zero_still_leaves_paper():
    assert read(WHITE, BLACK, threshold=0) == [Ink.NONE, Ink.BLACK]


def test_coverage_of_saturated_trace_colours_is_full():
    row = pixels((255, 0, 0, 255), (0, 255, 0, 255), (0, 0, 255, 255), BLACK, WHITE, CLEAR)
    assert ink_coverage(row)[0].tolist() == [255, 255, 255, 255, 0, 0]


def test_coverage_is_strength_times_alpha():
    row = pixels((0, 0, 0, 128), (128, 128, 128, 255), (128, 128, 128, 128))
    assert ink_coverage(row)[0].tolist() == [128, 127, 64]


def test_trace_mask():
    assert is_trace(drawing.inks("#rbg.")).tolist() == [[False, True, True, True, False]]
