"""Several engines as one."""

import numpy as np
import pytest

from paintassist.engines.flow import FlowEngine
from paintassist.engines.fused import FusedEngine
from paintassist.engines.shape import ShapeEngine
from tests.engines.figures import figure


@pytest.fixture
def fused():
    return FusedEngine([ShapeEngine(), FlowEngine()], [1.0, 0.25], 0.2, -1.0)


def test_similarity_is_the_weighted_sum(fused):
    target, reference = fused.encode(figure(2, 0)), fused.encode(figure())
    shape, flow = fused.parts
    rows = np.array([3, 0, 1])
    expected = shape.similarity(target.parts[0], reference.parts[0], rows) + 0.25 * flow.similarity(
        target.parts[1], reference.parts[1], rows
    )
    assert fused.similarity(target, reference, rows) == pytest.approx(expected)
    assert fused.similarity(target, reference).dtype == np.float32


def test_name_and_model_are_those_of_the_parts(fused):
    assert fused.name == "shape+flow"
    assert fused.model == ""
    assert (fused.temperature, fused.unknown) == (0.2, -1.0)


def test_features_are_keyed_by_content(fused):
    assert fused.encode(figure()).key == ShapeEngine().encode(figure()).key
    assert fused.encode(figure()).count == figure().count
