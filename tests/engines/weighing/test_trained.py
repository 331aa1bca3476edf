"""Trained weights: what they compute, and files that are not theirs."""

import numpy as np
import pytest

from paintassist.core.errors import InputError
from paintassist.engines.weighing.evidence import EVIDENCE
from paintassist.engines.weighing.trained import TrainedWeights, load_weights, weights_from_arrays

WIDTH = len(EVIDENCE)


@pytest.fixture
def weights():
    rng = np.random.default_rng(0)
    shapes = [(WIDTH, 4), (4, 1)]
    matrices = tuple(rng.normal(0, 1, shape).astype(np.float32) for shape in shapes)
    offsets = tuple(rng.normal(0, 1, shape[1]).astype(np.float32) for shape in shapes)
    return TrainedWeights(np.array([1, 2, 3], np.float32), matrices, offsets, 0.07)


def test_direct_part_plus_network(weights):
    found = np.random.default_rng(1).normal(0, 1, (2, 3, WIDTH)).astype(np.float32)
    hidden = np.maximum(found @ weights.matrices[0] + weights.offsets[0], 0)
    network = (hidden @ weights.matrices[1] + weights.offsets[1])[..., 0]
    near = found[..., EVIDENCE.index("nearness")]
    direct = found[..., 0] + near * (2 * found[..., 1] + 3 * found[..., 2])
    assert np.allclose(weights.similarity(np.moveaxis(found, 2, 0)), direct + network, atol=1e-4)


def test_files_give_back_the_weights(weights, tmp_path):
    path = tmp_path / "weighing.npz"
    np.savez(path, **weights.as_arrays())
    back = load_weights(path)
    found = np.random.default_rng(1).normal(0, 1, (WIDTH, 5, 1)).astype(np.float32)
    assert np.array_equal(back.similarity(found), weights.similarity(found))
    assert back.voting == weights.voting


def spoilt(weights, **changes):
    return {**weights.as_arrays(), **changes}


@pytest.mark.parametrize(
    "change",
    [
        {"evidence": np.array(["cosine"])},
        {"direct": np.zeros(2, np.float32)},
        {"matrix1": np.zeros((3, 1), np.float32)},
        {"offset0": np.full(4, np.nan, np.float32)},
        {"voting": np.array(0.0)},
    ],
)
def test_weights_that_do_not_fit_are_refused(weights, change):
    with pytest.raises(ValueError, match=r"its|weights"):
        weights_from_arrays(spoilt(weights, **change))


def test_pickles_are_not_read(tmp_path):
    path = tmp_path / "weighing.npz"
    np.savez(path, evidence=np.array([object()]))
    with pytest.raises(InputError, match=r"weighing\.npz cannot be used"):
        load_weights(path)


def test_a_cut_off_file_is_told(weights, tmp_path):
    path = tmp_path / "weighing.npz"
    np.savez(path, **weights.as_arrays())
    path.write_bytes(path.read_bytes()[:300])
    with pytest.raises(InputError, match=r"weighing\.npz cannot be used"):
        load_weights(path)
