"""Training learns, stops on time and goes on where it stopped."""

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from paintassist.training.loop import (
    LOG_FILE,
    WEIGHTS_FILE,
    Trainer,
    TrainSettings,
    train,
    validate,
    validation_batches,
)
from tests.engines.dacon.tiny import TINY_COMPACT
from tests.training.figures import DiscsSource

SETTINGS = TrainSettings(
    steps=6, characters=1, frames=2, workers=0, threads=1, validate_every=3, rate=3e-3, warmup=1
)


@pytest.fixture
def source() -> DiscsSource:
    return DiscsSource()


def test_training_saves_weights_settings_and_a_log(tmp_path: Path, source: DiscsSource) -> None:
    validation = validation_batches(source, TINY_COMPACT, 1, frames=2)
    trainer = Trainer(tmp_path / "run", SETTINGS, TINY_COMPACT)

    train(trainer, source, validation)

    rows = [json.loads(line) for line in (tmp_path / "run" / LOG_FILE).read_text().splitlines()]
    assert [row["step"] for row in rows] == [3, 6]
    assert set(load_file(tmp_path / "run" / WEIGHTS_FILE)) == set(trainer.net.state_dict())
    run = json.loads((tmp_path / "run" / "run.json").read_text())
    assert run["settings"]["seed"] == SETTINGS.seed


def test_loss_falls_on_an_easy_scene(tmp_path: Path, source: DiscsSource) -> None:
    (batch,) = validation_batches(source, TINY_COMPACT, 1, frames=2)
    trainer = Trainer(tmp_path, SETTINGS, TINY_COMPACT)

    losses = [trainer.train_step(batch)["loss"] for _ in range(25)]

    assert losses[-1] < losses[0]


def test_a_run_goes_on_where_it_stopped(tmp_path: Path, source: DiscsSource) -> None:
    (batch,) = validation_batches(source, TINY_COMPACT, 1, frames=2)
    first = Trainer(tmp_path / "run", SETTINGS, TINY_COMPACT)
    first.train_step(batch)
    first.save()

    second = Trainer(tmp_path / "run", SETTINGS, TINY_COMPACT)
    second.resume()

    assert second.step == 1
    for name, value in first.net.state_dict().items():
        torch.testing.assert_close(second.net.state_dict()[name], value)


def test_no_time_means_one_step(tmp_path: Path, source: DiscsSource) -> None:
    validation = validation_batches(source, TINY_COMPACT, 1, frames=2)
    trainer = Trainer(tmp_path / "run", SETTINGS, TINY_COMPACT)

    train(trainer, source, validation, time_budget=1e-6)

    assert trainer.step == 1


def test_validation_is_a_share(tmp_path: Path, source: DiscsSource) -> None:
    trainer = Trainer(tmp_path, SETTINGS, TINY_COMPACT)

    share = validate(trainer.averaged_net(), validation_batches(source, TINY_COMPACT, 1, frames=2))

    assert 0 <= share <= 1
