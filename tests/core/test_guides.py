"""Areas that an animator filled in to say what is light and shadow."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from paintassist.core.guides import DEFAULT_GUIDES, GuideColor, find_guides, without_guides
from paintassist.core.lines import Ink, LineSettings, binarize, inks_to_rgba, read_lines
from paintassist.core.shade import Shade
from tests.drawing import inks

YELLOW, BLUISH = (255, 245, 139), (188, 201, 251)
GUIDES = (GuideColor(YELLOW, Shade.HIGHLIGHT), GuideColor(BLUISH, Shade.SHADOW))
BOX = """
    ......
    .####.
    .#..#.
    .#..#.
    .####.
    ......
"""


def filled(
    drawing: str, color: tuple[int, int, int], rows: slice, cols: slice
) -> NDArray[np.uint8]:
    rgba = inks_to_rgba(inks(drawing))
    rgba[rows, cols] = (*color, 255)
    return rgba


def test_a_filling_is_a_guide_and_no_line() -> None:
    rgba = filled(BOX, YELLOW, slice(2, 4), slice(2, 4))
    read = read_lines(rgba, LineSettings(guides=GUIDES))
    assert read.guides is not None
    assert np.argwhere(read.guides == 1).tolist() == [[2, 2], [2, 3], [3, 2], [3, 3]]
    np.testing.assert_array_equal(read.inks, inks(BOX))


def test_without_guide_colours_a_filling_is_line() -> None:
    rgba = filled(BOX, YELLOW, slice(2, 4), slice(2, 4))
    read = read_lines(rgba, LineSettings(guides=()))
    assert read.guides is None
    assert (read.inks[2:4, 2:4] != Ink.NONE).all()


def test_a_colour_a_little_off_is_the_guide_still() -> None:
    rgba = filled(BOX, (251, 243, 141), slice(2, 4), slice(2, 4))
    found = find_guides(rgba, GUIDES, aliased=True)
    assert found is not None
    assert found.sum() == 4


def test_edges_of_antialiased_trace_lines_are_no_guides() -> None:
    rgba = np.full((9, 9, 4), 255, np.uint8)
    rgba[4] = (0, 0, 255, 255)
    rgba[[3, 5]] = (188, 201, 251, 255)
    assert find_guides(rgba, GUIDES, aliased=False) is None
    # Three rows of it are an area.
    rgba[5:8] = (188, 201, 251, 255)
    found = find_guides(rgba, GUIDES, aliased=False)
    assert found is not None
    assert np.unique(np.argwhere(found)[:, 0]).tolist() == [5, 6, 7]


def test_the_soft_rim_of_a_guide_becomes_paper() -> None:
    rgba = np.full((9, 9, 4), 255, np.uint8)
    rgba[2:7, 2:7] = (*YELLOW, 255)
    rgba[1, 2:7] = (255, 250, 197, 255)  # half yellow, half white
    found = find_guides(rgba, GUIDES, aliased=False)
    assert found is not None
    assert not binarize(without_guides(rgba, found)).any()


def test_a_line_beside_a_guide_stays() -> None:
    rgba = filled(BOX, BLUISH, slice(2, 4), slice(2, 4))
    found = find_guides(rgba, GUIDES, aliased=True)
    assert found is not None
    np.testing.assert_array_equal(binarize(without_guides(rgba, found)), inks(BOX))


def test_transparent_pixels_are_no_guides() -> None:
    rgba = filled(BOX, YELLOW, slice(2, 4), slice(2, 4))
    rgba[2:4, 2:4, 3] = 0
    assert find_guides(rgba, GUIDES, aliased=True) is None


def test_the_default_guides_are_told_apart() -> None:
    rgba = np.full((4 * len(DEFAULT_GUIDES), 4, 4), 255, np.uint8)
    for number, guide in enumerate(DEFAULT_GUIDES):
        rgba[4 * number : 4 * number + 4, :, :3] = guide.rgb
    found = find_guides(rgba, DEFAULT_GUIDES, aliased=True)
    assert found is not None
    assert found[::4, 0].tolist() == [1, 2, 3, 4, 5, 6]
