from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from paintassist.core.errors import InputError
from paintassist.core.lines import binarize
from paintassist.core.painting import composite
from paintassist.core.references import segment_colors
from paintassist.core.segments import segment
from paintassist.engines.dacon import straightforward
from paintassist.engines.dacon.engine import BUNDLED
from paintassist.engines.dacon.straightforward import Art
from paintassist.jobs import bench as job
from paintassist.jobs import bench_stages
from paintassist.jobs.bench import BenchRequest, bench, measure, measure_size, peak_mb
from paintassist.jobs.bench_chart import OURS, PLAIN, write_chart
from paintassist.jobs.bench_stages import Stage, draw_cel
from tests.engines.dacon.tiny import tiny_bundle, tiny_published

OLD = ["seconds", "straightforward_seconds", "ratio", "peak_mb"]
WITH_PLAIN = {"decode", "segment", "reference colours", "pooling", "matching", "paint"}


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FRAMES", "SEGMENTS", "PAGES", "CLIP_PAGES"):
        monkeypatch.setattr(bench_stages, name, 4)
    monkeypatch.setattr(job, "REPEATS", 2)
    for name, value in (("MAP_SIDE", 32), ("GRID", 5), ("HIDDEN", 8)):
        monkeypatch.setattr(bench_stages, name, value)


@pytest.mark.usefixtures("small")
def test_every_stage_is_timed_and_compared() -> None:
    found = measure_size(BenchRequest(engine="shape"), 96)

    stages = found["stages"]
    assert {*WITH_PLAIN, "encode", "total", "frame and reference", "re-propose"} == set(stages)
    for name, timing in stages.items():
        assert list(timing)[:4] == OLD
        assert timing["seconds"] > 0
        assert timing["per_second"] == pytest.approx(1 / timing["seconds"])
        assert (timing["ratio"] is None) == (name not in {*WITH_PLAIN, "re-propose"})
    whole = found["without_network"]
    assert whole["seconds"] == pytest.approx(sum(stages[name]["seconds"] for name in WITH_PLAIN))


@pytest.mark.usefixtures("small")
def test_the_plain_way_can_be_left_out() -> None:
    found = measure_size(BenchRequest(engine="shape", plain=False), 96)

    assert all(timing["ratio"] is None for timing in found["stages"].values())
    assert found["without_network"]["ratio"] is None


@pytest.mark.usefixtures("small")
def test_the_seconds_of_the_network_are_part_of_those_of_encoding() -> None:
    found = measure_size(BenchRequest(engine="dacon+shape+flow", plain=False), 96)

    stages = found["stages"]
    assert 0 < stages["network"]["seconds"] < 2 * stages["encode"]["seconds"]
    assert found["engine"]["device"].startswith("onnxruntime")
    assert found["engine"]["load_seconds"] > 0


def test_each_size_has_a_process_of_its_own_and_json_is_that_of_the_contract() -> None:
    steps: list[str] = []
    request = BenchRequest((64, 80), "shape", threads=1, plain=False, stages=("decode",))

    result = bench(request, lambda done, total, name: steps.append(name))

    assert json.loads(json.dumps(result)) == result
    assert list(result["sizes"]) == ["64", "80"]
    assert list(result["sizes"]["80"]["stages"]["decode"])[:4] == OLD
    assert "1 of" in result["machine"]
    assert (result["engine"], result["device"]) == ("shape", "")
    assert steps == ["64 x 64", "80 x 80", ""]


def test_an_engine_that_is_not_there_is_told_from_the_other_process() -> None:
    with pytest.raises(InputError, match="no engine 'magic'"):
        bench(BenchRequest((64,), engine="magic"))


def test_a_stage_is_timed_by_its_median_and_may_count_for_itself() -> None:
    spans = iter([9.0, 1.0, 5.0, 2.0])

    timing = measure(Stage("s", lambda: next(spans)), with_plain=False, repeats=3)

    # The first call is for memory.
    assert timing.seconds == 2.0


def test_the_chart_shows_longer_bars_for_longer_stages(tmp_path: Path) -> None:
    timing = {"cpu_seconds": 0.001, "straightforward_cpu_seconds": 0.1, "cpu_ratio": 100.0}
    result = {"machine": "m", "engine": "e", "sizes": {"64": {"stages": {"paint": timing}}}}

    write_chart(result, tmp_path / "chart.png")

    pixels = np.asarray(Image.open(tmp_path / "chart.png").convert("RGB"))[80:]
    ours, plain = ((pixels == color).all(axis=2).sum(axis=1).max() for color in (OURS, PLAIN))
    assert 0 < ours < plain / 10


@pytest.mark.parametrize("seed", range(3))
def test_both_ways_agree(seed: int) -> None:
    rng = np.random.default_rng(seed)
    drawing = draw_cel(160, rng)
    segments = segment(binarize(drawing))
    colors = rng.integers(0, 256, (segments.count + 1, 4), dtype=np.uint8)
    colors[:, 3] = 255
    painting = composite(segments, colors)
    assert np.array_equal(
        straightforward.paint(segments.labels, colors[1:], Art(drawing, True)), painting
    )
    found = straightforward.reference_colors(segments.labels, painting)
    assert np.array_equal(found, segment_colors(segments, painting)[1:])


def test_both_ways_of_matching_agree() -> None:
    bank = bench_stages.Bank.make(np.random.default_rng(0), 1, 3, 6)
    (target,) = bank.targets
    painted = [np.stack([colors] * 4, axis=1).astype(np.uint8) for colors in bank.colors]
    plain = straightforward.match(target.vectors, [page.vectors for page in bank.pages], painted)
    assert plain[:, 0].tolist() == bank.matcher().proposals(target.key).color.tolist()


@pytest.mark.usefixtures("small")
def test_both_ways_of_pooling_agree() -> None:
    rng = np.random.default_rng(1)
    (stage,) = bench_stages.pooling_stage(segment(binarize(draw_cel(96, rng))), rng)
    assert stage.plain is not None
    for fast, plain in zip(stage.work(), stage.plain(), strict=True):
        assert fast.shape == plain.shape
        assert np.allclose(fast, plain, atol=1e-4)


@pytest.mark.usefixtures("small")
def test_a_whole_frame_is_compared_with_a_published_model(tmp_path: Path) -> None:
    bundle = tiny_bundle(tmp_path / "tiny", tiny_published("v1.1"))
    request = BenchRequest(engine="dacon", against=str(bundle.folder))

    stages = measure_size(request, 96)["stages"]

    plain = [stages[name]["straightforward_seconds"] for name in bench_stages.PLAIN_FRAME]
    assert stages["network"]["straightforward_seconds"] > 0
    assert stages["total"]["straightforward_seconds"] == pytest.approx(sum(plain))
    assert stages["total"]["ratio"] == pytest.approx(sum(plain) / stages["total"]["seconds"])


def test_only_a_published_model_is_a_yardstick() -> None:
    with pytest.raises(InputError, match="not of the published architecture"):
        straightforward.load_program(BUNDLED)


def test_a_cel_has_as_many_segments_as_a_real_one() -> None:
    cel = segment(binarize(draw_cel(800, np.random.default_rng(800))))
    assert 100 < cel.count < 250


def test_peak_memory_sees_an_array() -> None:
    assert peak_mb(lambda: np.ones((8, 2**20), np.uint8)) > 7
