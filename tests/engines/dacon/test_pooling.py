"""Pooling against its definition, mask by mask."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn import functional

from paintassist.core.label_maps import renumber
from paintassist.core.segments import segment
from paintassist.engines.dacon import blocks, pooling
from paintassist.engines.dacon.config import Fusion
from paintassist.engines.dacon.pooling import SegmentPooling, pool_cells
from tests.drawing import ink_maps
from tests.drawing import labels as read_labels


def _by_definition(
    labels: np.ndarray, feature_map: np.ndarray, variant: Fusion, mask_rows: int = 512
) -> np.ndarray:
    """Upsample the map, one mask a segment, mean over the mask."""
    height, width = labels.shape
    step = (1, 1)
    if variant == "v1.1":
        step = (max(1, height // mask_rows), max(1, width // mask_rows))
    size = (height // step[0], width // step[1])
    large = functional.interpolate(
        torch.from_numpy(feature_map)[None], size=size, mode="bilinear", align_corners=False
    )[0]
    means = []
    for index in range(1, int(labels.max()) + 1):
        mask = torch.from_numpy(labels == index).float()[None, None]
        mask = functional.max_pool2d(mask, step, step)[0, 0]
        means.append((large * mask).sum(dim=(1, 2)) / mask.sum())
    return torch.stack(means).numpy()


def _random_map(shape: tuple[int, int], channels: int = 3) -> np.ndarray:
    return np.random.default_rng(0).normal(size=(channels, *shape)).astype(np.float32)


def _lines(height: int, width: int, every: int, seed: int = 3) -> np.ndarray:
    """Boxes with a line between them, and single pixels that are segments of their own."""
    rng = np.random.default_rng(seed)
    inks = np.zeros((height, width), np.uint8)
    inks[rng.integers(0, height, height // every)] = 1
    inks[:, rng.integers(0, width, width // every)] = 1
    return segment(inks).labels


@pytest.mark.parametrize("variant", ["v1.0", "v1.1"])
@pytest.mark.parametrize(
    ("labels", "shape"),
    [
        (_lines(60, 90, 20), (37, 37)),  # Enlarged a little.
        (_lines(40, 60, 20), (64, 96)),  # Shrunk: some places of the map are never read.
        (_lines(130, 47, 9), (9, 7)),  # Enlarged much.
        (_lines(64, 64, 8), (64, 64)),  # As it is.
        (_lines(1100, 1030, 300), (24, 24)),  # Pooled masks; rows and columns are left over.
    ],
    ids=["small", "smaller", "large", "equal", "over-1024"],
)
def test_pooling_is_the_mean_under_each_mask(
    labels: np.ndarray, shape: tuple[int, int], variant: Fusion
) -> None:
    feature_map = _random_map(shape)
    expected = _by_definition(labels, feature_map, variant)

    found = SegmentPooling(labels, len(expected), variant)

    np.testing.assert_allclose(found.of_map(feature_map), expected, atol=1e-5)
    rows = np.ascontiguousarray(feature_map.reshape(3, -1).T)
    np.testing.assert_allclose(found.of_rows(rows, shape), expected, atol=1e-5)


@pytest.mark.parametrize("variant", ["v1.0", "v1.1"])
@pytest.mark.parametrize("places", [(24, 40), (512, 300)], ids=["enlarged", "shrunk"])
def test_the_background_has_what_no_other_segment_has(
    places: tuple[int, int], variant: Fusion
) -> None:
    labels = np.ones((1040, 130), np.int32)
    labels[300:500, 20:90] = 0
    labels[310:490, 30:80] = 2
    labels[400, 30:80] = 3
    feature_map = _random_map(places) + 5

    found = SegmentPooling(labels, 3, variant).of_map(feature_map)

    np.testing.assert_allclose(found, _by_definition(labels, feature_map, variant), rtol=2e-6)


@given(
    inks=ink_maps(14),
    shape=st.tuples(st.integers(1, 9), st.integers(1, 9)),
    variant=st.sampled_from(["v1.0", "v1.1"]),
    mask_rows=st.integers(1, 8),
    band=st.sampled_from([1, 30, 2**19]),
)
@settings(max_examples=60, deadline=None)
def test_pooling_is_the_mean_under_each_mask_of_any_drawing(
    inks: np.ndarray, shape: tuple[int, int], variant: Fusion, mask_rows: int, band: int
) -> None:
    labels = segment(inks).labels
    height, width = labels.shape
    step = [max(1, side // mask_rows) if variant == "v1.1" else 1 for side in labels.shape]
    # What lies beyond the last full cell alone has a test of its own.
    inside = labels[: height // step[0] * step[0], : width // step[1] * step[1]]
    labels = renumber(np.where(np.isin(labels, inside), labels, 0))
    if not labels.any():
        return
    feature_map = _random_map(shape, 2)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pooling, "MASK_ROWS", mask_rows)
        patch.setattr(blocks, "BAND", band)
        found = SegmentPooling(labels, int(labels.max()), variant).of_map(feature_map)

    expected = _by_definition(labels, feature_map, variant, mask_rows)

    np.testing.assert_allclose(found, expected, atol=1e-5)


def test_a_cell_counts_for_every_segment_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pooling, "MASK_ROWS", 2)
    labels = read_labels(
        """
        1122
        1322
        1144
        1144
        """
    )

    matrix = SegmentPooling(labels, 4, "v1.1").matrix((2, 2)).toarray()

    np.testing.assert_allclose(matrix, [[0.5, 0, 0.5, 0], [0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1]])


def test_a_segment_beyond_the_last_full_cell_is_given_the_last_cells(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pooling, "MASK_ROWS", 2)
    labels = read_labels("11111\n11111\n11111\n11111\n22233")

    matrix = SegmentPooling(labels, 3, "v1.1").matrix((2, 2)).toarray()

    np.testing.assert_allclose(matrix[1], [0, 0, 0.5, 0.5])
    np.testing.assert_allclose(matrix[2], [0, 0, 0, 1])


@pytest.mark.parametrize("variant", ["v1.0", "v1.1"])
def test_memory_grows_neither_with_segments_nor_with_the_enlarged_map(variant: Fusion) -> None:
    import tracemalloc

    feature_map = _random_map((512, 512), 4)
    peaks = []
    for every in (1000, 50):
        labels = _lines(2000, 2000, every)
        tracemalloc.start()
        SegmentPooling(labels, int(labels.max()), variant).of_map(feature_map)
        peaks.append(tracemalloc.get_traced_memory()[1] / 2**20)
        tracemalloc.stop()

    assert labels.max() > 800
    # One mask a segment would be 3 GB, the enlarged map 64 MB.
    assert max(peaks) < 70
    assert peaks[1] < 2 * peaks[0]


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
