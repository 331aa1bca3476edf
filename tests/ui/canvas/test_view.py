from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintassist.ui.canvas.view import MAX_SCALE, MIN_SCALE, ViewTransform, fit_rect

coordinates = st.floats(-5000, 5000)
views = st.builds(
    ViewTransform, st.floats(MIN_SCALE, MAX_SCALE), st.tuples(coordinates, coordinates)
)


@given(views, st.tuples(coordinates, coordinates))
def test_there_and_back(view: ViewTransform, pos_image: tuple[float, float]):
    back = view.to_image(view.to_widget(pos_image))
    assert back == pytest.approx(pos_image, abs=1e-4)


@given(views, st.floats(0.01, 100), st.tuples(coordinates, coordinates))
def test_zoom_keeps_what_is_under_the_cursor(
    view: ViewTransform, factor: float, anchor_widget: tuple[float, float]
):
    before = view.to_image(anchor_widget)
    zoomed = view.zoomed(factor, anchor_widget)
    assert MIN_SCALE <= zoomed.scale <= MAX_SCALE
    assert zoomed.to_widget(before) == pytest.approx(anchor_widget, abs=1e-3)


def test_fit_shows_the_whole_rectangle_centred():
    view = fit_rect((0, 0, 400, 100), (232, 232), margin=16)
    assert view.scale == 0.5
    assert view.rect_to_widget((0, 0, 400, 100)) == (16, 91, 200, 50)


def test_pan_centre_and_snap():
    view = ViewTransform(2.0, (10.0, 10.0)).panned(0.3, -0.3)
    assert view.offset == pytest.approx((10.3, 9.7))
    assert view.snapped().offset == (10, 10)
    assert view.snapped(2.0).offset == (10.5, 9.5)
    assert view.centred_on((5, 5), (100, 60)).to_widget((5, 5)) == (50, 30)


def test_the_picture_cannot_be_lost():
    view = ViewTransform(1.0, (9000.0, -9000.0)).kept_in_sight((300, 200), (640, 480), 48)
    assert view.offset == (640 - 48, 48 - 200)
    small = ViewTransform(0.1, (-500.0, 0.0)).kept_in_sight((300, 200), (640, 480), 48)
    assert small.offset[0] == 0


angles = st.sampled_from([0.0, 15.0, 90.0, 123.4, 180.0, 270.0])


@given(views, angles, st.booleans(), st.tuples(coordinates, coordinates))
def test_there_and_back_turned_and_mirrored(
    view: ViewTransform, angle: float, mirrored: bool, pos_image: tuple[float, float]
):
    view = replace(view, angle=angle, mirrored=mirrored)
    assert view.to_image(view.to_widget(pos_image)) == pytest.approx(pos_image, abs=1e-4)


def test_turning_is_clockwise_and_flipping_is_of_the_widget():
    quarter = ViewTransform(1.0).turned(90, (0.0, 0.0))
    assert quarter.to_widget((10, 0)) == (0, 10)
    assert quarter.to_widget((0, 10)) == (-10, 0)
    # Whichever way the picture stands, what was left is right.
    flipped = quarter.flipped((0.0, 0.0))
    assert flipped.to_widget((10, 0)) == (0, 10)
    assert flipped.to_widget((0, 10)) == (10, 0)
    assert flipped.flipped((0.0, 0.0)) == quarter
    assert flipped.upright((0.0, 0.0)) == ViewTransform(1.0)


@given(views, angles, st.booleans(), st.tuples(coordinates, coordinates))
def test_turn_flip_and_zoom_keep_what_is_under_the_anchor(
    view: ViewTransform, angle: float, mirrored: bool, anchor: tuple[float, float]
):
    view = replace(view, mirrored=mirrored)
    before = view.to_image(anchor)
    for moved in (view.turned(angle, anchor), view.turned(angle, anchor).flipped(anchor)):
        assert moved.to_widget(before) == pytest.approx(anchor, abs=1e-3)
        assert moved.zoomed(1.3, anchor).to_widget(before) == pytest.approx(anchor, abs=1e-3)


def test_fit_leaves_room_for_a_turned_picture():
    view = fit_rect((0, 0, 400, 100), (132, 432), 16, ViewTransform(angle=90))
    assert view.scale == 1.0
    assert view.rect_to_widget((0, 0, 400, 100)) == (16, 16, 100, 400)
    assert view.rect_to_image((16, 16, 100, 400)) == (0, 0, 400, 100)
