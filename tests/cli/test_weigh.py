"""`paintassist weigh` on a copy of the bundled model."""

import shutil

import pytest

from paintassist.cli.main import main
from paintassist.engines.registry import EngineRequest, make_engine
from paintassist.resources import models_folder
from paintassist.training.scenes import save_scene
from paintassist.training.sources import file_of_family
from tests.training.figures import discs_scene


@pytest.fixture
def model(tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(models_folder() / "compact", copy)
    return copy


@pytest.fixture
def scenes(tmp_path):
    folder = tmp_path / "scenes"
    folder.mkdir()
    save_scene(folder / file_of_family("test:discs", 1), discs_scene())
    return folder


def test_trained_weights_are_used_from_then_on(model, scenes, capsys):
    words = ["weigh", "--model", str(model), "--scenes", str(scenes), "--count", "2"]
    assert main([*words, "--steps", "5"]) == 0
    assert "trained on 2 scenes" in capsys.readouterr().out
    engine = make_engine("dacon+shape+flow", EngineRequest(model=str(model), cached=False))
    # The command's random start differs from what the bundled model brings.
    assert engine.weights is not None
    assert engine.voting == engine.weights.voting


def test_a_folder_without_scenes_is_told(model, tmp_path, capsys):
    before = sorted(path.name for path in model.iterdir())
    assert main(["weigh", "--model", str(model), "--scenes", str(tmp_path / "none")]) == 2
    assert "none is not a folder" in capsys.readouterr().err
    assert sorted(path.name for path in model.iterdir()) == before
