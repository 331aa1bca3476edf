"""The command that fits calibrations, on a tiny model and scenes drawn here."""

import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks.calibrate import FEWEST_SCENES, Case, Painted, cases_of, held_out, main
from paintassist.core.calibration import IDENTITY
from paintassist.core.errors import InputError
from paintassist.core.segments import segment
from paintassist.engines.base import Features
from paintassist.engines.dacon.bundle import MANIFEST, open_bundle
from paintassist.engines.registry import GUIDED, EngineRequest, make_engine
from paintassist.training.scenes import LINE_SHADE, Scene, save_scene
from paintassist.training.sources import file_of_family
from tests.engines.dacon.tiny import TINY_COMPACT, tiny_bundle
from tests.fakes import boxes


def save_boxes(folder: Path, family: str, seed: int) -> None:
    """Five drawings of six boxes in three colours, the first three near."""
    inks = boxes(6, seed, height=24)
    shades = (segment(inks).labels % 3).astype(np.uint8)
    shades[inks > 0] = LINE_SHADE
    scene = Scene(family, np.stack([inks] * 5), np.stack([shades] * 5), near=3)
    folder.mkdir(exist_ok=True)
    save_scene(folder / file_of_family(family, seed), scene)


def test_it_writes_what_the_engines_then_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = tiny_bundle(tmp_path / "m", TINY_COMPACT).folder
    before = json.loads((model / MANIFEST).read_text("utf-8"))
    for seed in range(FEWEST_SCENES + 2):
        save_boxes(tmp_path / "scenes", "render3d:kaykit", seed)

    main([str(tmp_path / "scenes"), "--write", str(model), "--seconds", "0"])

    told = capsys.readouterr().out
    assert f"{FEWEST_SCENES} scenes of {FEWEST_SCENES + 2}" in told
    assert "expected calibration error" in told
    after = json.loads((model / MANIFEST).read_text("utf-8"))
    fitted = after.pop("calibration")
    assert after == before
    assert set(fitted) == {"dacon", GUIDED}
    bundle = open_bundle(model)
    assert all(bundle.path(file) for file in bundle.files)
    for name in fitted:
        engine = make_engine(name, EngineRequest(model=str(model), device="cpu"))
        assert engine.calibration == bundle.calibrations[name] != IDENTITY
        assert engine.unknown == fitted[name]["unknown"]


def test_scenes_that_were_trained_on_do_not_count(tmp_path: Path) -> None:
    model = tiny_bundle(tmp_path / "m", TINY_COMPACT).folder
    manifest = (model / MANIFEST).read_bytes()
    for seed in range(FEWEST_SCENES):
        save_boxes(tmp_path / "scenes", "rig2d:boy", seed)
    with pytest.raises(InputError, match="holds 0 scenes of held-out families"):
        main([str(tmp_path / "scenes"), "--write", str(model)])
    assert (model / MANIFEST).read_bytes() == manifest


@pytest.mark.parametrize(
    ("family", "held"),
    [("rig2d:suit", True), ("render3d:quaternius_smooth_male", True), ("rig2d:boy", False)],
)
def test_held_out_families(family: str, held: bool) -> None:
    assert held_out(family) is held


def test_no_drawing_is_its_own_reference() -> None:
    drawn = [Painted(Features(str(i), 4), np.zeros(4, np.int32)) for i in range(5)]
    cases: list[Case] = list(cases_of(drawn[:3], drawn[3:], np.random.default_rng(0)))
    kinds = {case.kind for case in cases}
    assert {"sheet", "previous", "first", "growing", "first and last", "in work", "far, 4"} == (
        kinds - {"far, 1", "far, 2"}
    )
    for case in cases:
        assert case.references
        assert all(page is not case.target for page in case.references)
