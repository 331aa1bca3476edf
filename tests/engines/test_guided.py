"""Flow and shape guide where drawings are neighbours, and keep silent elsewhere."""

import numpy as np
import pytest

from paintassist.engines.base import VectorFeatures
from paintassist.engines.guided import GuidedEngine, agreement, nearness
from paintassist.engines.keys import content_key
from tests.engines.figures import figure, part_ids


class SameOrder:
    """A learned engine that takes equal ids for the same part."""

    name, model = "learned", "toy"
    temperature, unknown = 0.1, 0.0

    def encode(self, segments):
        vectors = np.eye(segments.count, 12, dtype=np.float32)
        return VectorFeatures(content_key(segments), segments.count, vectors)

    def similarity(self, target, reference, rows=None):
        others = reference.vectors if rows is None else reference.vectors[rows]
        return target.vectors @ others.T


@pytest.fixture
def engine():
    return GuidedEngine(SameOrder())


def test_agreement_is_one_where_flow_lands_on_the_best_match():
    assert agreement(np.eye(3, dtype=np.float32), np.eye(3, dtype=np.float32)) == 1


def test_agreement_is_low_where_it_lands_elsewhere():
    assert agreement(np.eye(3, dtype=np.float32), np.eye(3, dtype=np.float32)[::-1]) < 0.4


def test_agreement_without_any_landing_is_none():
    assert agreement(np.eye(2, dtype=np.float32), np.zeros((2, 2), np.float32)) == 0


def test_neighbours_are_guided(engine):
    one, other = engine.encode(figure()), engine.encode(figure(2, 1))
    assert engine.pair(one, other, engine.clues(one, other)).nearness > 0.9
    raised = engine.similarity(one, other) - np.eye(one.count)
    wanted = dict(zip(part_ids(figure()), part_ids(figure(2, 1), 2, 1), strict=True))
    for part, found in wanted.items():
        assert raised[part - 1].argmax() == found - 1


def test_nearness_rises_with_agreement_and_is_none_for_strangers():
    assert nearness(0.1) == 0
    assert 0 < nearness(0.4) < nearness(0.6) < 1
    assert nearness(0.9) == 1


def test_strangers_are_left_to_the_learned_engine(engine, monkeypatch):
    one, other = engine.encode(figure()), engine.encode(figure(2, 1))
    monkeypatch.setattr("paintassist.engines.guided.nearness", lambda share: 0.0)
    assert np.array_equal(engine.similarity(one, other), np.eye(one.count, dtype=np.float32))


def test_a_drawing_does_not_guide_itself(engine):
    one = engine.encode(figure())
    assert np.array_equal(engine.similarity(one, one), np.eye(one.count, dtype=np.float32))


def test_rows_are_columns_of_the_whole(engine):
    one, other = engine.encode(figure()), engine.encode(figure(2, 1))
    rows = np.array([3, 0])
    whole = engine.similarity(one, other)
    assert np.allclose(engine.similarity(one, other, rows), whole[:, rows], atol=1e-6)


def test_name_and_model(engine):
    assert engine.name == "learned+shape+flow"
    assert engine.model == "toy"
