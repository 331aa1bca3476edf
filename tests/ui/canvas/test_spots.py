from __future__ import annotations

import numpy as np

from paintassist.ui.canvas.spots import (
    AFTER,
    DARK,
    DIFFERENT,
    LOUD,
    draw_onion,
    line_mask,
    mark_differing,
    mark_leftovers,
    mark_unpainted,
    to_device,
)
from paintassist.ui.canvas.view import ViewTransform

LABELS = np.ones((30, 40), np.int32)
LABELS[:, 20] = 0
LABELS[:, 21:] = 2
NOWHERE = np.zeros((0, 2), np.int64)


def blank() -> np.ndarray:
    return np.zeros(LABELS.shape, np.uint32)


def only(segment: int) -> np.ndarray:
    return np.arange(3) == segment


def test_unpainted_is_ringed_outside_and_left_as_it_is_inside():
    picture = blank()
    mark_unpainted(picture, LABELS, only(2), NOWHERE, 1)
    assert (picture[:, 17:21] == LOUD).all()
    assert (picture[:, 16] == DARK).any()
    assert not picture[:, 21:].any()
    assert not picture[:, :16].any()


def test_a_speck_that_sampling_misses_is_ringed():
    picture = blank()
    mark_unpainted(picture, LABELS, np.array([False] * 3), np.array([[8, 9], [900, 9]]), 1)
    assert picture[9, 8] == 0
    assert picture[9, 9] == LOUD
    assert (picture == LOUD).sum() > 30


def test_leftovers_cover_their_pixels():
    picture = blank()
    mark_leftovers(picture, np.array([[5, 6]]), 1, 1)
    assert (picture[6, 4:7] == LOUD).all()
    assert picture[6, 8] == DARK
    assert not picture[6, 12:].any()


def test_differing_is_framed_within_itself():
    picture = blank()
    mark_differing(picture, LABELS, only(1), 1)
    assert (picture[:, 14:20] == DIFFERENT).all()
    assert not picture[:, :14].any()
    assert not picture[:, 20:].any()


def test_onion_never_covers_own_lines_and_leaves_half_of_the_paint():
    picture, line = blank(), np.zeros(LABELS.shape, np.int32)
    line[10] = 1
    draw_onion(picture, LABELS, line, AFTER, 1)
    assert picture[10, 20] == 0
    assert (picture[10] == AFTER).sum() in (19, 20)
    assert not picture[11].any()


def test_lines_stay_visible_from_afar():
    assert line_mask(LABELS, 1.0).sum() == 30
    assert (line_mask(LABELS, 0.25).sum(axis=1) == 4).all()


def test_points_follow_a_turned_view():
    view = ViewTransform(2.0, (10.0, 20.0), 90.0)
    at = to_device(np.array([[3.5, 1.5]]), view, 2.0, (4, 6))
    x, y = view.to_widget((3.5, 1.5))
    assert at.tolist() == [[int(x * 2) - 4, int(y * 2) - 6]]
