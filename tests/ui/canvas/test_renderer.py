from __future__ import annotations

import numpy as np
import pytest

from paintassist.core.lines import Ink
from paintassist.core.segments import segment
from paintassist.ui.canvas.outline import segment_outline
from paintassist.ui.canvas.renderer import FrameRenderer, to_argb, union_box
from tests.fakes import strip

RED = (255, 0, 0, 255)


def colors(count: int) -> np.ndarray:
    table = np.zeros((count + 1, 4), np.uint8)
    table[1:] = [(i * 10 % 256, i * 7 % 256, i * 3 % 256, 255) for i in range(1, count + 1)]
    return table


def painted(renderer: FrameRenderer) -> np.ndarray:
    count = renderer.segments.count
    renderer.set_colors(colors(count), np.zeros(count + 1, bool))
    return renderer.levels[0].copy()


def test_argb_is_premultiplied():
    rgba = np.array([[255, 128, 0, 255], [255, 128, 0, 128], [9, 9, 9, 0]], np.uint8)
    assert [hex(value) for value in to_argb(rgba)] == ["0xffff8000", "0x80804000", "0x0"]


def test_picture_is_the_table_at_every_label():
    renderer = FrameRenderer(strip(6))
    picture = painted(renderer)
    table = to_argb(colors(6))
    table[0] = 0xFF000000
    assert np.array_equal(picture, table[renderer.segments.labels])


@pytest.mark.parametrize("count", [6, 100])
def test_recolour_touches_its_own_rectangle_only(count: int):
    renderer = FrameRenderer(strip(count))
    renderer.level_for(0.2)
    assert len(renderer.levels) > 2
    painted(renderer)
    before = [level.copy() for level in renderer.levels]
    table = colors(count)
    table[3] = RED
    box = renderer.set_colors(table, np.zeros(count + 1, bool))
    assert box == tuple(renderer.segments.bbox[3])
    x, y, width, height = box
    changed = before[0] != renderer.levels[0]
    assert changed.any()
    changed[y : y + height, x : x + width] = False
    assert not changed.any()
    # The halved copies are what halving the whole picture gives.
    fresh = FrameRenderer(renderer.segments)
    fresh.level_for(0.2)
    fresh.set_colors(table, np.zeros(count + 1, bool))
    for level, wanted in zip(renderer.levels, fresh.levels, strict=True):
        assert np.array_equal(level, wanted)


def test_nothing_new_changes_nothing():
    renderer = FrameRenderer(strip(4))
    painted(renderer)
    assert renderer.set_colors(colors(4), np.zeros(5, bool)) is None


def test_pixels_stay_in_place_so_that_images_may_wrap_them():
    renderer = FrameRenderer(strip(100))
    address = renderer.levels[0].ctypes.data
    painted(renderer)
    renderer.set_lines_on_top(True)
    assert renderer.levels[0].ctypes.data == address


def test_trace_lines_show_on_open_segments_and_on_demand():
    inks = np.zeros((9, 12), np.uint8)
    inks[[0, -1]] = inks[:, [0, -1]] = Ink.BLACK
    inks[1:-1, 6] = Ink.RED
    renderer = FrameRenderer(segment(inks))
    count = renderer.segments.count
    red = 0xFFFF0000
    assert (renderer.levels[0][1:-1, 6] == red).all()
    assert (painted(renderer)[1:-1, 6] != red).all()
    renderer.set_lines_on_top(True)
    assert (renderer.levels[0][1:-1, 6] == red).all()
    renderer.set_lines_on_top(False)
    opened = np.zeros(count + 1, bool)
    opened[renderer.segments.labels[3, 6]] = True
    renderer.set_colors(colors(count), opened)
    assert (renderer.levels[0][1:-1, 6] == red).all()


def test_hits():
    renderer = FrameRenderer(strip(5))
    labels = renderer.segments.labels
    x = int(np.flatnonzero(labels[5] == 3)[0])
    assert renderer.segment_at((x + 0.99, 5.5)) == 3
    assert renderer.segment_at((x - 0.5, 5.5)) == 0
    assert renderer.nearest_segment((x - 0.5, 5.5)) in (2, 3)
    for outside in ((-0.1, 5), (5, -0.1), (labels.shape[1], 5), (5, labels.shape[0])):
        assert renderer.segment_at(outside) == 0
        assert renderer.nearest_segment(outside) == 0
    far = labels.shape[1] - 2.0
    assert renderer.segments_along((1.5, 5.5), (far, 5.5)) == [1, 2, 3, 4, 5]
    assert renderer.segments_along((far, 5.5), (far, 5.5)) == [5]


def test_union_box():
    assert union_box([[2, 3, 4, 5], [0, 6, 1, 1]]) == (0, 3, 6, 5)


def test_outline_runs_along_pixel_edges():
    segments = strip(3)
    x, y, width, height = segments.bbox[2].tolist()
    (loop,) = segment_outline(segments, 2)
    assert loop.min(axis=0) == pytest.approx((x, y), abs=0.5)
    assert loop.max(axis=0) == pytest.approx((x + width, y + height), abs=0.5)
