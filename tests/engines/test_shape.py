"""The classical baseline."""

import cv2
import numpy as np
import pytest
from hypothesis import given

from paintassist.core.segments import segment
from paintassist.engines.shape import ShapeEngine, describe, distances, figure_box, hu_moments
from tests.drawing import cel, ink_maps
from tests.engines.figures import figure, part_ids

engine = ShapeEngine()


def test_distances_as_defined():
    rng = np.random.default_rng(0)
    one, other = (rng.normal(size=(count, 5)).astype(np.float32) for count in (3, 4))
    expected = np.linalg.norm(one[:, None] - other[None], axis=2)
    assert distances(one, other) == pytest.approx(expected, abs=1e-4)


def test_a_drawing_is_most_like_itself():
    features = engine.encode(figure())
    similarity = engine.similarity(features, features)
    assert np.array_equal(similarity.argmax(axis=1), np.arange(features.count))
    assert np.diag(similarity) == pytest.approx(0, abs=1e-2)


@pytest.mark.parametrize(("dx", "dy", "scale"), [(0, 0, 4), (12, 9, 4), (-20, 10, 4), (0, 0, 7)])
def test_a_figure_moved_or_scaled_is_recognised(dx, dy, scale):
    sheet, frame = figure(), figure(dx, dy, scale)
    similarity = engine.similarity(engine.encode(frame), engine.encode(sheet))
    wanted = dict(zip(part_ids(frame, dx, dy, scale), part_ids(sheet), strict=True))
    found = similarity.argmax(axis=1) + 1
    assert {part: int(found[part - 1]) for part in wanted} == wanted


def test_rows_choose_reference_segments():
    features = engine.encode(figure())
    whole = engine.similarity(features, features)
    rows = np.array([4, 1])
    assert engine.similarity(features, features, rows) == pytest.approx(whole[:, rows], abs=1e-5)


@pytest.mark.parametrize("text", ["###", "...", ".", "#"])
def test_drawings_without_line_or_segment(text):
    features = engine.encode(cel(text))
    assert engine.similarity(features, features).shape == (features.count, features.count)
    assert np.isfinite(features.vectors).all()


@given(ink_maps())
def test_descriptors_are_finite_whatever_is_drawn(inks):
    drawn = segment(inks)
    described = describe(drawn)
    assert described.dtype == np.float32
    assert len(described) == drawn.count
    assert np.isfinite(described).all()


def test_figure_box_is_the_box_of_the_lines():
    assert figure_box(cel("....\n.#r.\n.##.\n....")) == (1.5, 1.5, 2.0)
    assert figure_box(cel("....\n....")) == (2.0, 1.0, 4.0)


def test_hu_moments_ignore_place_and_size():
    small, large = figure(), figure(5, 8, scale=8)
    one = hu_moments(small)[np.array(part_ids(small)[:3]) - 1]
    other = hu_moments(large)[np.array(part_ids(large, 5, 8, 8)[:3]) - 1]
    assert one[:, 0] == pytest.approx(other[:, 0], abs=0.05)


@given(ink_maps())
def test_hu_moments_as_opencv_defines_them(inks):
    segments = segment(inks)
    expected = np.zeros((segments.count, 4))
    for label in range(1, segments.count + 1):
        mask = (segments.labels == label).astype(np.uint8)
        expected[label - 1] = cv2.HuMoments(cv2.moments(mask, binaryImage=True))[:4, 0]
    expected = np.maximum(np.log10(np.abs(expected) + 1e-7) + 7, 0) / 2
    assert hu_moments(segments) == pytest.approx(expected, abs=1e-6)
