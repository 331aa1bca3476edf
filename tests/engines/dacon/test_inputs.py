"""What the compact model looks at."""

import numpy as np
import pytest

from paintassist.core.segments import Segments, segment
from paintassist.engines.dacon import inputs
from paintassist.engines.dacon.patches import patches as read_patches
from tests.drawing import cel


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
