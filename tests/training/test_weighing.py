"""Training of the weights on scenes whose answer is known."""

import numpy as np
import pytest

from paintassist.engines.base import VectorFeatures
from paintassist.engines.guided import GuidedEngine
from paintassist.engines.keys import content_key
from paintassist.engines.weighing.evidence import EVIDENCE
from paintassist.training.weighing import Compared, Weigher, compare_scene, fit, loss_of
from tests.training.figures import discs_scene

COSINE, SHAPE = EVIDENCE.index("cosine"), EVIDENCE.index("shape")


class Blind:
    """A learned engine to which all segments look alike."""

    name, model = "learned", ""
    temperature, unknown = 0.1, 0.0

    def encode(self, segments):
        vectors = np.ones((segments.count, 1), np.float32)
        return VectorFeatures(content_key(segments), segments.count, vectors)

    def similarity(self, target, reference, rows=None):
        others = reference.vectors if rows is None else reference.vectors[rows]
        return target.vectors @ others.T


def misleading_scene(seed):
    """Cosines at random; shape knows."""
    rng = np.random.default_rng(seed)
    colors = [np.arange(4), np.arange(4)]
    found = {}
    for i in range(2):
        for j in range(2):
            values = np.zeros((4, 4, len(EVIDENCE)), np.float16)
            values[..., COSINE] = rng.normal(0, 0.3, (4, 4))
            values[..., SHAPE] = np.eye(4)
            found[i, j] = values
    return Compared(colors, found)


def as_engine(found):
    """Evidence as the engine collects it."""
    return np.moveaxis(found, 2, 0).astype(np.float32)


def test_fitting_finds_the_clue_that_is_right():
    scenes = [misleading_scene(seed) for seed in range(20)]
    losses = []
    weights = fit(scenes, 150, seed=0, rate=0.02, report=lambda step, loss: losses.append(loss))
    assert np.mean(losses[-20:]) < 0.5 * np.mean(losses[:20])
    similarity = weights.similarity(as_engine(misleading_scene(99).evidence[0, 1]))
    assert similarity.argmax(axis=1).tolist() == [0, 1, 2, 3]


def test_the_same_seed_gives_the_same_weights():
    scenes = [misleading_scene(seed) for seed in range(3)]
    one, other = (fit(scenes, 5, seed=3) for _ in range(2))
    assert all(map(np.array_equal, one.matrices, other.matrices))


def test_engine_and_training_weigh_alike():
    weigher = Weigher()
    found = misleading_scene(0).evidence[0, 1].astype(np.float32)
    import torch

    with torch.no_grad():
        want = weigher(torch.from_numpy(found)).numpy()
    assert np.allclose(weigher.trained().similarity(np.moveaxis(found, 2, 0)), want, atol=1e-5)


def test_colours_that_no_reference_has_are_left_out():
    scene = misleading_scene(0)
    scene.colors[1][:] = 9
    own = np.zeros(4, np.bool_)
    assert loss_of(Weigher(), scene, 0, [1], own) is None


def test_own_segments_given_away_count_as_references():
    scene = misleading_scene(0)
    scene.colors[0][:] = [5, 5, 6, 6]
    own = np.array([True, False, False, False])
    loss = loss_of(Weigher(), scene, 0, [1], own)
    # Only the other segment of colour 5 has a reference of its colour.
    assert loss is not None
    assert float(loss.detach()) > 0


def test_scenes_are_compared_with_all_their_drawings():
    compared = compare_scene(discs_scene(), GuidedEngine(Blind()), np.random.default_rng(0))
    assert compared is not None
    count = len(compared.colors)
    assert count >= 3
    assert set(compared.evidence) == {(i, j) for i in range(count) for j in range(count)}
    shape = compared.evidence[0, 1].shape
    assert shape == (len(compared.colors[0]), len(compared.colors[1]), len(EVIDENCE))


def test_weights_of_real_scenes_match_discs_by_where_they_are():
    rng = np.random.default_rng(0)
    scenes = [compare_scene(discs_scene(), GuidedEngine(Blind()), rng) for _ in range(2)]
    weights = fit([scene for scene in scenes if scene is not None], 60, seed=0, rate=0.02)
    engine = GuidedEngine(Blind(), weights=weights)
    assert engine.voting == pytest.approx(weights.voting)
    scene = discs_scene()
    from paintassist.core.segments import segment

    one, other = (engine.encode(segment(np.ascontiguousarray(scene.inks[i]))) for i in (0, 1))
    assert one.count == other.count
    found = engine.similarity(one, other).argmax(axis=1)
    assert (found == np.arange(one.count)).mean() > 0.7
