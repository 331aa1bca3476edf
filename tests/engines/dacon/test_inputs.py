"""What the compact model looks at."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from paintassist.core.segments import Segments, segment
from paintassist.engines.dacon import inputs
from paintassist.engines.dacon.patches import patches as read_patches
from tests.drawing import cel, ink_maps


def _ring(size: int, line: int = 1) -> Segments:
    """A square frame of lines in the middle of an empty canvas."""
    inks = np.zeros((size, size), np.uint8)
    low, high = size // 4, size - size // 4
    inks[low:high, low:high] = 1
    inks[low + line : high - line, low + line : high - line] = 0
    return segment(inks)


def test_window_is_the_square_around_the_lines_with_a_margin() -> None:
    window = inputs.drawing_window(_ring(400))

    assert window.side == pytest.approx(199 * 1.08 + 1)
    assert window.x + window.side / 2 == pytest.approx(200)


def test_a_thin_line_stays_dark_when_the_drawing_is_shrunk() -> None:
    picture = inputs.picture(_ring(2000), inputs.drawing_window(_ring(2000)), 64)

    # The middle row crosses two lines; each may fall between two cells.
    assert picture[0, 32].sum() == pytest.approx(2, abs=0.2)
    assert picture[0, 32].max() > 0.45


def test_every_segment_touches_cells_whose_weights_sum_to_one() -> None:
    segments = _ring(80)

    cells, owners, weights = inputs.touching_cells(segments, inputs.drawing_window(segments), 8)

    np.testing.assert_allclose(np.bincount(owners, weights, segments.count), 1, rtol=1e-5)
    assert cells.max() < 64


def test_patches_show_the_segment_and_its_lines() -> None:
    patches = read_patches(_ring(100, line=3))

    outside, inside = patches
    assert inside[0, 12, 12] == 1
    assert outside[0, 12, 12] == 0
    assert inside[1].max() > 0.5
    assert (inside[2:] == 0).all()


def test_ink_shares_tell_which_lines_bound_a_segment() -> None:
    segments = cel(
        """
        #######
        #.....#
        #.rrr.#
        #.r.r.#
        #.rrr.#
        #.....#
        #######
        """
    )

    shares = inputs.ink_shares(segments)

    outer, inner = shares
    np.testing.assert_allclose(inner[:4], [0, 1, 0, 0])
    assert outer[0] > 0.5
    # The trace line belongs to the smaller region.
    assert inner[4] > 0
    assert outer[4] == 0


def test_border_shares_of_some_segments_are_those_of_all() -> None:
    segments = cel("..#..#..\n..#..#..\n..#..#..")
    frame = inputs.compact_inputs(segments, 32, 2)

    shares = frame.border_shares()

    np.testing.assert_allclose(shares, [[0, 1, 0], [0.5, 0, 0.5], [0, 1, 0]])
    np.testing.assert_allclose(frame.border_shares(np.array([0, 1])), [[0, 1], [1, 0]])


def test_inputs_of_a_blank_frame_are_finite() -> None:
    frame = inputs.compact_inputs(segment(np.zeros((9, 30), np.uint8)), 32, 2)

    assert all(np.isfinite(part).all() for part in (frame.picture, frame.patches, frame.geometry))


@given(ink_maps(max_side=14), st.sampled_from([2, 8]))
def test_cells_hold_the_pixels_of_their_segments(inks: NDArray[np.uint8], grid: int) -> None:
    segments = segment(inks)
    if segments.count == 0:
        return
    window = inputs.drawing_window(segments)
    counted: Counter[tuple[int, int]] = Counter()
    for (y, x), label in np.ndenumerate(segments.labels):
        row, column = (
            min(max(int((at + 0.5 - low) * grid / window.side), 0), grid - 1)
            for at, low in ((y, window.y), (x, window.x))
        )
        if label:
            counted[int(label) - 1, row * grid + column] += 1

    cells, owners, weights = inputs.touching_cells(segments, window, grid)

    pixels = np.rint(weights * segments.area[1:][owners]).astype(int)
    assert (
        dict(zip(zip(owners.tolist(), cells.tolist(), strict=True), pixels.tolist(), strict=True))
        == counted
    )


@given(ink_maps(max_side=10))
def test_rims_count_every_line_pixel_beside_an_open_one(inks: NDArray[np.uint8]) -> None:
    segments = segment(inks)
    rim = np.zeros((segments.count + 1, 5))
    for y, x in np.ndindex(*inks.shape):
        for v, u in ((y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)):
            inside = 0 <= v < inks.shape[0] and 0 <= u < inks.shape[1]
            if inside and inks[y, x] == 0 and inks[v, u] > 0:
                rim[segments.labels[y, x], inks[v, u]] += 1
    rim = rim[1:, 1:] / np.maximum(rim[1:, 1:].sum(axis=1, keepdims=True), 1)
    np.testing.assert_allclose(inputs.ink_shares(segments)[:, :4], rim, rtol=1e-6)
