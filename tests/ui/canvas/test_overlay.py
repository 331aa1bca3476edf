from __future__ import annotations

import numpy as np
import pytest

from paintassist.ui.canvas.overlay import (
    CONFIDENCE_RAMP,
    OverlayMode,
    SegmentMarks,
    confidence_colors,
    draw_overlay,
    rainbow,
    sample_labels,
)
from paintassist.ui.canvas.view import ViewTransform

LABELS = np.repeat(np.repeat(np.array([[1, 0, 2], [1, 0, 3]], np.int32), 20, 0), 20, 1)


def marks(unpainted: int = 0, proposed: tuple[int, ...] = (), clear: int = 0) -> SegmentMarks:
    ids = np.arange(4)
    return SegmentMarks(
        (ids == unpainted) & (ids > 0),
        np.isin(ids, proposed),
        np.array([0, 0.05, 0.5, 0.99]),
        ids == clear,
    )


def test_sampling_agrees_with_the_view():
    view = ViewTransform(2.5, (7.0, -3.0))
    sampled = sample_labels(LABELS, view, (160, 90), 1.0)
    for x, y in ((0, 0), (8, 0), (60, 30), (110, 80), (159, 40), (157, 2)):
        column, row = view.to_image((x + 0.5, y + 0.5))
        inside = 0 <= column < 60 and 0 <= row < 40
        want = LABELS[int(row), int(column)] if inside else -1
        assert sampled[y, x] == want


def test_sampling_at_two_device_pixels_a_unit():
    one = sample_labels(LABELS, ViewTransform(1.0, (0.0, 0.0)), (60, 40), 1.0)
    two = sample_labels(LABELS, ViewTransform(1.0, (0.0, 0.0)), (120, 80), 2.0)
    assert np.array_equal(one, LABELS)
    assert np.array_equal(two[::2, ::2], LABELS)


@pytest.mark.parametrize("mode", list(OverlayMode))
def test_every_pixel_is_opaque_or_empty(mode: OverlayMode):
    picture = draw_overlay(LABELS, marks(1, (2, 3)), mode, (0, 0))
    assert set(np.unique(picture >> 24)) <= {0, 255}


def test_off_marks_unpainted_alone():
    picture = draw_overlay(LABELS, marks(1, (2, 3)), OverlayMode.OFF, (0, 0))
    assert (picture[LABELS == 1] != 0).all()
    assert not picture[LABELS != 1].any()


def test_hatching_leaves_most_of_the_exact_colour_bare():
    picture = draw_overlay(LABELS, marks(0, (2,)), OverlayMode.PROPOSALS, (0, 0))
    share = (picture[LABELS == 2] != 0).mean()
    assert 0.1 < share < 0.25
    assert not picture[LABELS != 2].any()


def test_background_is_hatched_sparsely():
    labels = np.ones((80, 80), np.int32)
    picture = draw_overlay(labels, marks(0, (1,), clear=1), OverlayMode.PROPOSALS, (0, 0))
    assert 0 < (picture != 0).mean() < 0.05


def test_confidence_outlines_inside_the_segment():
    picture = draw_overlay(LABELS, marks(0, (1, 3)), OverlayMode.CONFIDENCE, (0, 0))
    assert not picture[np.isin(LABELS, (0, 2))].any()
    assert picture[20, 19] != 0
    assert picture[20, 5] == 0
    assert picture[20, 19] != picture[30, 41]


def test_the_colour_of_confidence_changes_where_it_matters():
    confidence = np.float32([0.4, 0.5, 0.69, 0.7, 0.9, 0.979, 0.98, 1.0])
    all_proposed, none = np.ones(8, np.bool_), np.zeros(8, np.bool_)
    colors = confidence_colors(SegmentMarks(none, all_proposed, confidence, none))
    levels = [CONFIDENCE_RAMP.tolist().index(color) for color in colors.tolist()]
    assert levels == [0, 1, 1, 2, 3, 3, 4, 4]


def test_patterns_move_with_the_drawing():
    still = draw_overlay(LABELS, marks(1), OverlayMode.OFF, (0, 0))
    moved = draw_overlay(np.roll(LABELS, 5, 1), marks(1), OverlayMode.OFF, (5, 0))
    assert np.array_equal(moved[:, 5:25], still[:, :20])


def test_rainbow_tells_neighbours_apart():
    table = rainbow(600)
    assert len(np.unique(table)) == 601


@pytest.mark.parametrize("angle", [0.0, 30.0, 90.0, 180.0, 211.0])
@pytest.mark.parametrize("mirrored", [False, True])
def test_sampling_follows_turning_and_mirroring(angle: float, mirrored: bool):
    view = ViewTransform(2.5, (70.0, 60.0), angle, mirrored)
    sampled = sample_labels(LABELS, view, (160, 120), 1.0, (10, 5))
    right = 0
    for y, x in np.ndindex(120, 160):
        column, row = view.to_image((x + 10.5, y + 5.5))
        inside = 0 <= column < 60 and 0 <= row < 40
        want = LABELS[int(row), int(column)] if inside else -1
        right += sampled[y, x] == want
    # Where an edge runs through the middle of a pixel, either side is right.
    assert right > 0.997 * sampled.size


def test_what_changed_between_marks():
    assert marks(1, (2, 3)).changed(marks(1, (2,))).tolist() == [3]
    assert marks(1).changed(marks(2)).tolist() == [1, 2]
    assert marks(1, (2,)).changed(marks(1, (2,))).tolist() == []
