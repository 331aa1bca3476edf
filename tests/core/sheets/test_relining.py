from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from paintassist.core.lines import Ink
from paintassist.core.sheets.colors import figure_colors
from paintassist.core.sheets.relining import LineReading, find_lines, line_coverage, segment_figure
from tests.drawing import cel, painting

SKIN, HAIR, SHADE = (250, 214, 190), (80, 120, 200), (60, 95, 170)


def soft_drawing(line: tuple[int, int, int] = (0, 0, 0)) -> NDArray[np.uint8]:
    """Two halves of one paint, parted by a blended line, a shade beside; 120 x 120."""
    large = np.full((480, 480, 3), SKIN, np.uint8)
    large[200:] = HAIR
    large[200:, 300:] = SHADE
    large[196:204] = line
    large[204:, 140:148] = line
    turn = cv2.getRotationMatrix2D((240, 240), 7, 1)
    turned = cv2.warpAffine(large, turn, (480, 480), borderMode=cv2.BORDER_REPLICATE)
    small = cv2.resize(turned, (120, 120), interpolation=cv2.INTER_AREA)
    noise = np.arange(120 * 120).reshape(120, 120)
    rgba = np.dstack([small, np.full((120, 120), 255, np.uint8)])
    # A wide soft ramp, as an airbrush leaves it, makes thousands of colours.
    rgba[:20, :, 0] = (noise[:20] % 251).astype(np.uint8)
    return rgba


def test_coverage_is_full_on_a_line_and_none_beside() -> None:
    rgba = np.full((21, 21, 4), 255, np.uint8)
    rgba[10, :, :3] = 0
    rgba[4, :, :3] = 128
    coverage = line_coverage(rgba)
    assert coverage[10, 10] == 1
    assert coverage[4, 10] == pytest.approx(0.5, abs=0.01)
    assert coverage[15, 10] == 0


def test_a_wide_black_area_is_paint() -> None:
    rgba = np.full((60, 60, 4), 255, np.uint8)
    rgba[20:40, 20:40, :3] = 0
    assert line_coverage(rgba)[30, 30] == 0


@pytest.mark.parametrize("line", [(0, 0, 0), (120, 40, 20)])
def test_blended_lines_close_between_areas_of_one_color(line: tuple[int, int, int]) -> None:
    rgba = soft_drawing(line)
    segments, soft = segment_figure(rgba, LineReading(line))
    assert soft
    left, right = segments.labels[90, 8], segments.labels[90, 60]
    assert left > 0
    assert right > 0
    assert left != right
    colors = figure_colors(segments, rgba, soft=soft)
    assert tuple(colors.rgba[left][:3]) == tuple(colors.rgba[right][:3]) == HAIR


def test_paint_borders_paint_without_a_line_between() -> None:
    rgba = soft_drawing()
    segments, _ = segment_figure(rgba, LineReading())
    hair, shade = segments.labels[90, 60], segments.labels[90, 110]
    assert hair != shade
    row = segments.labels[90]
    assert 0 not in row[60:110]


def test_a_lower_threshold_makes_thicker_lines() -> None:
    rgba = soft_drawing()
    counts = [
        int((find_lines(rgba, LineReading(threshold=threshold)) == Ink.BLACK).sum())
        for threshold in (20, 50, 80)
    ]
    assert counts[0] > counts[1] > counts[2] > 0


class TestColors:
    text = """
        #######
        #AAA#B#
        #AAA###
        #######
    """

    def test_a_near_swatch_replaces_what_was_painted(self) -> None:
        rgba = painting(self.text, {"A": (*SKIN, 255), "B": (10, 200, 30, 255)})
        segments = cel(self.text.replace("A", ".").replace("B", "."))
        near = (SKIN[0] - 3, SKIN[1] + 2, SKIN[2])
        colors = figure_colors(segments, rgba, [HAIR, near], tolerance=4)
        assert tuple(colors.rgba[1][:3]) == near
        assert tuple(colors.rgba[2][:3]) == (10, 200, 30)
        assert colors.off_sheet == ((10, 200, 30),)

    def test_the_nearest_of_two_swatches_wins(self) -> None:
        rgba = painting(self.text, {"A": (*SKIN, 255), "B": (*SKIN, 255)})
        segments = cel(self.text.replace("A", ".").replace("B", "."))
        other = (SKIN[0] - 1, SKIN[1], SKIN[2])
        colors = figure_colors(segments, rgba, [other, SKIN], tolerance=8)
        assert tuple(colors.rgba[1][:3]) == SKIN
