"""Calibrations travel in the model's manifest and reach the engines they were fitted for."""

import json
from pathlib import Path

import pytest

from paintassist.core.calibration import IDENTITY, Calibration
from paintassist.core.errors import InputError
from paintassist.engines.dacon.bundle import MANIFEST, open_bundle
from paintassist.engines.dacon.config import DaconConfig
from paintassist.engines.registry import DEFAULT_ENGINE, EngineRequest, make_engine
from tests.engines.dacon.tiny import TINY_COMPACT, tiny_bundle

ALONE = Calibration((0.0, 0.5, 1.0), (0.1, 0.6, 0.9), 0.55)
GUIDED = Calibration((0.0, 1.0), (0.2, 0.8))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny_bundle(tmp_path / "m", TINY_COMPACT).folder


def put(folder: Path, calibration: object) -> None:
    facts = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    facts["calibration"] = calibration
    (folder / MANIFEST).write_text(json.dumps(facts), encoding="utf-8")


def test_each_engine_gets_its_own(folder: Path) -> None:
    put(folder, {"dacon": ALONE.as_dict(), DEFAULT_ENGINE: GUIDED.as_dict()})
    request = EngineRequest(model=str(folder), device="cpu")

    alone, guided = make_engine("dacon", request), make_engine(DEFAULT_ENGINE, request)

    assert alone.calibration == ALONE
    assert alone.unknown == 0.55
    assert guided.calibration == GUIDED
    assert guided.unknown not in (0.55, None)


def test_a_manifest_without_one_leaves_confidences_raw(folder: Path) -> None:
    request = EngineRequest(model=str(folder), device="cpu")
    for name in ("dacon", DEFAULT_ENGINE):
        assert make_engine(name, request).calibration == IDENTITY
    assert make_engine("dacon", request).unknown == DaconConfig().unknown


def test_classical_engines_are_not_calibrated() -> None:
    for name in ("shape", "flow", "shape+flow"):
        assert make_engine(name).calibration == IDENTITY


@pytest.mark.parametrize(
    "calibration",
    [
        [1],
        "raw",
        {"dacon": None},
        {"dacon": {"raw": [0, 1]}},
        {"dacon": {"raw": [0, 1], "sure": [1, 0]}},
        {"dacon": {"raw": [0, 1], "sure": [0, 1], "unknown": [1]}},
    ],
)
def test_a_damaged_one_is_one_sentence_that_names_the_file(
    folder: Path, calibration: object
) -> None:
    put(folder, calibration)

    with pytest.raises(InputError, match=r"manifest\.json is damaged .*install the model again"):
        open_bundle(folder)
