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
    return whole(renderer).copy()


def whole(renderer: FrameRenderer, level: int = 0) -> np.ndarray:
    height, width = renderer.levels[level].shape
    assert renderer.renew(level, (0, 0, width, height))
    return renderer.levels[level]


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
    before = [whole(renderer, level).copy() for level in range(len(renderer.levels))]
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
    assert len(fresh.levels) == len(renderer.levels)
    for level in range(len(renderer.levels)):
        assert np.array_equal(renderer.levels[level], whole(fresh, level))


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
    assert (whole(renderer)[1:-1, 6] == red).all()
    assert (painted(renderer)[1:-1, 6] != red).all()
    renderer.set_lines_on_top(True)
    assert (whole(renderer)[1:-1, 6] == red).all()
    renderer.set_lines_on_top(False)
    opened = np.zeros(count + 1, bool)
    opened[renderer.segments.labels[3, 6]] = True
    renderer.set_colors(colors(count), opened)
    assert (whole(renderer)[1:-1, 6] == red).all()


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


def crowded(side: int = 1500) -> FrameRenderer:
    """A wall of 20 x 20 pixels a brick, a red line through it: three tiles a side."""
    inks = np.zeros((side, side), np.uint8)
    inks[::20] = inks[:, ::20] = Ink.BLACK
    inks[10, 1:-1:20] = inks[700, 705:715] = Ink.RED
    return FrameRenderer(segment(inks))


def test_tiles_are_painted_when_they_are_looked_at():
    renderer = crowded()
    renderer.level_for(0.2)
    assert not renderer.levels[0].any()
    assert renderer.waiting(0, (0, 0, 10, 10)) == 512 * 512
    assert renderer.renew(0, (600, 0, 10, 10))
    assert renderer.levels[0][:512, 512:1024].any()
    assert not renderer.levels[0][:, :512].any()
    # The second copy shows the same tiles on fewer pixels; the last ones are narrower.
    assert renderer.waiting(2, (0, 0, 375, 10)) == 512 * (512 + 1500 - 1024)


def test_little_by_little_it_becomes_the_same():
    wanted, renderer = crowded(), crowded()
    for item in (wanted, renderer):
        item.level_for(0.1)
        painted(item)
        item.set_lines_on_top(True)
    for level in reversed(range(len(renderer.levels))):
        height, width = renderer.levels[level].shape
        turns = 0
        while not renderer.renew(level, (0, 0, width, height), 300_000):
            turns += 1
            assert turns < 20
        assert (turns > 2) == (level == len(renderer.levels) - 1)
        assert renderer.waiting(level, (0, 0, width, height)) == 0
        assert np.array_equal(renderer.levels[level], whole(wanted, level))


def test_what_changes_while_tiles_wait_is_not_lost():
    wanted, renderer = crowded(), crowded()
    count = renderer.segments.count
    for item in (wanted, renderer):
        item.level_for(0.2)
        table, nothing = colors(count), np.zeros(count + 1, bool)
        item.set_colors(table, nothing)
        if item is renderer:
            item.renew(1, (0, 0, 300, 300))
        for some in ([5], [count], list(range(1, count // 2)), [count // 2]):
            table = table.copy()
            table[some] = RED
            item.set_colors(table, nothing)
            if item is renderer:
                item.renew(0, (700, 700, 40, 40), 1)
    for level in range(len(renderer.levels)):
        assert np.array_equal(whole(renderer, level), whole(wanted, level))


def test_a_draft_shows_colours_and_the_lines_that_nothing_covers():
    renderer = crowded()
    labels, inks = renderer.segments.labels, renderer.segments.inks.astype(np.int32)
    outside = np.full((1, 3), -1, np.int32)
    for _ in range(2):
        assert np.array_equal(renderer.draft(labels, inks), whole(renderer))
        painted(renderer)
    assert not renderer.draft(outside, outside).any()
