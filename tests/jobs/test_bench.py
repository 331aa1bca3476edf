from __future__ import annotations

import json

import numpy as np
import pytest

from paintassist.core.lines import binarize
from paintassist.core.matching import propose
from paintassist.core.painting import composite
from paintassist.core.references import segment_colors
from paintassist.core.segments import renumber, segment
from paintassist.engines.shape import ShapeEngine
from paintassist.jobs import bench as job
from paintassist.jobs import straightforward
from paintassist.jobs.bench import bench, draw_cel, peak_mb


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FRAMES", "SEGMENTS", "PAGES"):
        monkeypatch.setattr(job, name, 4)


@pytest.mark.usefixtures("small")
def test_json_has_the_shape_of_the_contract() -> None:
    steps: list[str] = []
    result = bench(ShapeEngine(), [96], lambda done, total, name: steps.append(name))
    assert json.loads(json.dumps(result)) == result
    assert isinstance(result["machine"], str)
    stages = result["sizes"]["96"]["stages"]
    assert {"decode", "segment", "reference colours", "encode", "matching", "paint"} < set(stages)
    for name, timing in stages.items():
        assert list(timing) == ["seconds", "straightforward_seconds", "ratio", "peak_mb"]
        assert timing["seconds"] > 0
        assert (timing["ratio"] is None) == (name == "encode")
    assert len(steps) == len(stages) + 1


@pytest.mark.parametrize("seed", range(3))
def test_both_ways_agree(seed: int) -> None:
    rng = np.random.default_rng(seed)
    drawing = draw_cel(160, rng)
    segments = segment(binarize(drawing))
    labels = straightforward.segment(drawing)
    assert np.array_equal(renumber(labels), segments.labels)
    colors = rng.integers(0, 256, (segments.count + 1, 4), dtype=np.uint8)
    colors[:, 3] = 255
    painting = composite(segments, colors)
    assert np.array_equal(straightforward.paint(segments.labels, colors), painting)
    found = straightforward.reference_colors(segments.labels, painting)
    assert np.array_equal(found[1:], segment_colors(segments, painting)[1:])


def test_both_ways_of_matching_agree() -> None:
    rng = np.random.default_rng(0)
    target = rng.random((7, 5), np.float32)
    pages = [rng.random((6, 5), np.float32) for _ in range(3)]
    colors = [rng.integers(0, 4, 6, dtype=np.int32) for _ in range(3)]
    plain = straightforward.match(target, pages, colors)
    similarity = target @ np.concatenate(pages).T
    joined = np.concatenate(colors)
    best = np.stack([similarity[:, joined == color].max(axis=1) for color in range(4)], axis=1)
    proposals = propose(best, np.zeros(best.shape, np.int64), 0.1)
    fast = list(zip(proposals.color.tolist(), proposals.runners_up[:, 0].tolist(), strict=True))
    assert plain == fast


def test_both_ways_of_pooling_agree() -> None:
    pooling = pytest.importorskip("paintassist.engines.dacon.pooling")
    rng = np.random.default_rng(1)
    segments = segment(binarize(draw_cel(96, rng)))
    feature_map = rng.random((3, 24, 24), np.float32)
    plain = straightforward.pool(segments.labels, feature_map)
    flat = feature_map.reshape(3, -1).T
    fast = pooling.pooling_matrix(segments, (24, 24), "v1.1") @ flat
    assert np.allclose(plain, fast, atol=1e-4)


def test_a_cel_has_as_many_segments_as_a_real_one() -> None:
    cel = segment(binarize(draw_cel(800, np.random.default_rng(800))))
    assert 100 < cel.count < 250


def test_peak_memory_sees_an_array() -> None:
    assert peak_mb(lambda: np.ones((8, 2**20), np.uint8)) >= 8
