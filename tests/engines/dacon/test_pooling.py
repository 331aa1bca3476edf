"""Pooling against its definition, mask by mask."""

import numpy as np
import pytest
import torch
from torch.nn import functional

from paintassist.core.segments import Segments, segment
from paintassist.engines.dacon.config import Fusion
from paintassist.engines.dacon.pooling import pool_cells, pooling_matrix


def _random_cel(height: int, width: int, seed: int) -> Segments:
    rng = np.random.default_rng(seed)
    inks = np.zeros((height, width), np.uint8)
    for at in rng.integers(2, width - 2, 4):
        inks[:, at] = 1
    for at in rng.integers(2, height - 2, 4):
        inks[at] = 1
    return segment(inks)


def _by_definition(
    segments: Segments, feature_map: np.ndarray, variant: Fusion, rows: int
) -> np.ndarray:
    """Upsample the map, one mask a segment, mean over the mask."""
    height, width = segments.labels.shape
    step = (1, 1)
    if variant == "v1.1":
        step = (max(1, height // rows), max(1, width // rows))
    size = (height // step[0], width // step[1])
    large = functional.interpolate(
        torch.from_numpy(feature_map)[None], size=size, mode="bilinear", align_corners=False
    )[0]
    means = []
    for index in range(1, segments.count + 1):
        mask = torch.from_numpy(segments.labels == index).float()[None, None]
        mask = functional.max_pool2d(mask, step, step)[0, 0]
        means.append((large * mask).sum(dim=(1, 2)) / mask.sum())
    return torch.stack(means).numpy()


@pytest.mark.parametrize("variant", ["v1.0", "v1.1"])
def test_pooling_matrix_equals_the_definition(
    variant: Fusion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("paintassist.engines.dacon.pooling.MASK_ROWS", 16)
    segments = _random_cel(52, 67, seed=3)
    feature_map = np.random.default_rng(0).normal(size=(5, 7, 9)).astype(np.float32)

    matrix = pooling_matrix(segments, (7, 9), variant)
    pooled = matrix @ feature_map.reshape(5, -1).T

    np.testing.assert_allclose(
        pooled, _by_definition(segments, feature_map, variant, 16), atol=1e-5
    )


def test_a_segment_beyond_the_last_full_cell_does_not_vanish(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("paintassist.engines.dacon.pooling.MASK_ROWS", 2)
    inks = np.zeros((5, 5), np.uint8)
    inks[3] = 1
    segments = segment(inks)

    matrix = pooling_matrix(segments, (2, 2), "v1.1")

    np.testing.assert_allclose(matrix.sum(axis=1), [1, 1], rtol=1e-6)


def test_pool_cells_is_the_weighted_mean_of_the_listed_cells() -> None:
    feature_map = np.arange(8, dtype=np.float32).reshape(2, 2, 2)

    pooled = pool_cells(
        feature_map,
        cells=np.array([0, 3, 1]),
        owners=np.array([0, 0, 1]),
        weights=np.array([0.25, 0.75, 1], np.float32),
        count=2,
    )

    np.testing.assert_allclose(pooled, [[2.25, 6.25], [1, 5]])
