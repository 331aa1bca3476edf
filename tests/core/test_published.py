"""The published program's segments, colours and paint, against the plain way of making them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paintassist.core.lines import inks_to_rgba
from paintassist.core.published import (
    published_colors,
    published_composite,
    published_segments,
)
from paintassist.engines.dacon import straightforward
from paintassist.engines.dacon.straightforward import Art
from tests.drawing import ink_maps, inks, show

PALE, WHITE = (200, 200, 200, 255), (255, 255, 255, 255)


def _read(text: str) -> str:
    return show(published_segments(inks_to_rgba(inks(text)), True).labels)


def test_a_trace_line_goes_to_the_segment_that_it_touches_most() -> None:
    # The smallest one is inside; the larger one touches more pixels of the ring.
    assert (
        _read(
            """
        ........
        .rrrrr..
        .r...r..
        .rrrrr..
        ........
        """
        )
        == "11111111\n11111111\n11222111\n11111111\n11111111"
    )


def test_the_lower_id_wins_a_tie() -> None:
    assert _read("..r..\n..r..") == "11122\n11122"


def test_lines_given_away_before_count_with_the_label_they_got() -> None:
    # Blue is smaller than red as (R, G, B), so it comes first and takes 1.
    assert _read("#.b\n##r\n###") == ".11\n..1\n..."


def test_a_line_without_neighbours_becomes_the_last_segment() -> None:
    assert _read("r##.\n####\n....") == "3..1\n....\n2222"


def test_lines_are_joined_across_corners() -> None:
    assert _read("r#.\n#r.\n..#") == "1.1\n.11\n22."


def test_pixels_of_a_file_without_alpha_are_lines_where_they_are_not_white() -> None:
    pixels = np.full((1, 3, 4), 255, np.uint8)
    pixels[0, 1] = (0, 0, 0, 255)

    assert show(published_segments(pixels, False).labels) == "1.2"
    # With alpha white is a trace colour like any other, and a line of its own.
    assert show(published_segments(pixels, True).labels) == "1.2"
    pixels[0, 2, 3] = 0
    assert published_segments(pixels, True).inks.tolist() == [[2, 1, 0]]


@given(ink_maps(14), st.integers(0, 2**32), st.booleans())
@settings(max_examples=200, deadline=None)
def test_segments_are_those_of_the_plain_way(drawn: np.ndarray, seed: int, has_alpha: bool) -> None:
    pixels = inks_to_rgba(drawn)
    shades = np.array([PALE, WHITE, (0, 0, 0, 90), (0, 0, 1, 255)], np.uint8)
    rng = np.random.default_rng(seed)
    at = (drawn > 0) & (rng.random(drawn.shape) < 0.3)
    pixels[at] = shades[rng.integers(0, len(shades), at.sum())]

    found = published_segments(pixels, has_alpha)

    expected = straightforward.segment(Art(pixels, has_alpha))
    assert np.array_equal(found.labels, expected)
    assert found.count == expected.max()


def test_more_than_255_segments_and_antialiased_lines() -> None:
    rng = np.random.default_rng(4)
    pixels = np.full((90, 90, 4), 255, np.uint8)
    pixels[::4] = pixels[:, ::4] = 0
    pixels[..., 3] = 255
    soft = rng.random((90, 90)) < 0.1
    pixels[soft, :3] = rng.integers(1, 5, (soft.sum(), 1), np.uint8) * 50

    found = published_segments(pixels, False)

    assert found.count > 400
    assert np.array_equal(found.labels, straightforward.segment(Art(pixels, False)))
    assert np.array_equal(straightforward.store_and_read(found.labels), found.labels)


@pytest.mark.parametrize("seed", range(4))
def test_colours_and_paint_are_those_of_the_plain_way(seed: int) -> None:
    rng = np.random.default_rng(seed)
    pixels = inks_to_rgba(rng.choice([0, 0, 0, 1, 2, 3], (30, 20)).astype(np.uint8))
    segments = published_segments(pixels, True)
    # Few values, so that ties come, and colours that differ only where nothing is seen.
    painting = rng.choice([0, 9, 255], (30, 20, 4)).astype(np.uint8)

    colors = published_colors(segments, painting)

    assert np.array_equal(colors, straightforward.reference_colors(segments.labels, painting))
    table = np.concatenate([np.zeros((1, 4), np.uint8), colors])
    expected = straightforward.paint(segments.labels, colors, Art(pixels, True))
    assert np.array_equal(published_composite(segments, table), expected)
