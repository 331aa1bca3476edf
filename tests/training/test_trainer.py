"""A trainer learns, is kept, and goes on as if it had not been stopped."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from paintassist.core.errors import InputError
from paintassist.training.batches import Batch
from paintassist.training.settings import TrainSettings, choose_device
from paintassist.training.stream import StepBatches, validation_batches
from paintassist.training.trainer import OLD_STATE_FILE, Trainer
from paintassist.training.validation import validate
from tests.engines.dacon.tiny import TINY_COMPACT, random_weights
from tests.training.figures import DiscsSource

SETTINGS = TrainSettings(steps=6, characters=1, frames=2, workers=0, threads=1, rate=3e-3, warmup=1)


@pytest.fixture
def batch() -> Batch:
    (found,) = validation_batches(DiscsSource(), TINY_COMPACT, 1, frames=2)
    return found


def all_weights(trainer: Trainer) -> dict[str, Tensor]:
    moments = {
        f"{name}/{kind}": trainer.optimizer.state[parameter][kind]
        for name, parameter in trainer.net.named_parameters()
        for kind in ("exp_avg", "exp_avg_sq", "step")
    }
    average = {f"average/{name}": value for name, value in trainer.average.items()}
    return {**trainer.net.state_dict(), **average, **moments, "t": trainer.log_temperature.data}


def test_loss_falls_on_an_easy_scene(tmp_path: Path, batch: Batch) -> None:
    trainer = Trainer(tmp_path, SETTINGS, TINY_COMPACT)

    losses = [float(trainer.train_step(batch)["loss"]) for _ in range(25)]

    assert losses[-1] < losses[0]


@pytest.mark.parametrize("precision", ["bf16", "fp32"])
def test_a_stopped_run_goes_on_as_if_it_had_not_been(tmp_path: Path, precision: Any) -> None:
    settings = replace(SETTINGS, precision=precision)
    stream = StepBatches([DiscsSource()], settings, TINY_COMPACT)
    whole = Trainer(tmp_path / "whole", settings, TINY_COMPACT)
    for step in range(6):
        whole.train_step(stream[step])
        if step == 2:
            whole.save()

    first = Trainer(tmp_path / "run", settings, TINY_COMPACT)
    for step in range(3):
        first.train_step(stream[step])
    first.save()
    torch.manual_seed(123)
    second = Trainer(tmp_path / "run", settings, TINY_COMPACT)
    assert second.resume()
    for step in range(second.step, 6):
        second.train_step(stream[step])

    assert second.step == 6
    for name, value in all_weights(whole).items():
        torch.testing.assert_close(all_weights(second)[name], value, rtol=0, atol=0, msg=name)


def test_a_new_folder_has_nothing_to_go_on_from(tmp_path: Path) -> None:
    assert not Trainer(tmp_path, SETTINGS, TINY_COMPACT).resume()


def test_a_checkpoint_of_an_earlier_version_is_read(tmp_path: Path, batch: Batch) -> None:
    old = Trainer(tmp_path, SETTINGS, TINY_COMPACT)
    old.train_step(batch)
    state = {
        "net": old.net.state_dict(),
        "optimizer": old.optimizer.state_dict(),
        "average": old.average,
        "log_temperature": old.log_temperature.detach(),
        "step": old.step,
    }
    torch.save(state, tmp_path / OLD_STATE_FILE)

    new = Trainer(tmp_path, SETTINGS, TINY_COMPACT)
    assert new.resume()

    assert new.step == 1
    for name, value in all_weights(old).items():
        torch.testing.assert_close(all_weights(new)[name], value, rtol=0, atol=0)
    new.save()
    third = Trainer(tmp_path, SETTINGS, TINY_COMPACT)
    assert third.resume()
    torch.testing.assert_close(third.net.state_dict(), old.net.state_dict())


@pytest.mark.parametrize("content", [b"", b"no pickle", b"PK\x03\x04 half an archive"])
def test_a_damaged_old_checkpoint_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / OLD_STATE_FILE).write_bytes(content)

    with pytest.raises(InputError, match=r"state\.pt is damaged"):
        Trainer(tmp_path, SETTINGS, TINY_COMPACT).resume()


def test_a_checkpoint_of_another_architecture_is_told(tmp_path: Path) -> None:
    Trainer(tmp_path, SETTINGS, TINY_COMPACT).save()

    with pytest.raises(InputError, match="another architecture"):
        Trainer(tmp_path, SETTINGS, replace(TINY_COMPACT, pooled=8)).resume()


def test_diverged_weights_are_not_saved_over_good_ones(tmp_path: Path, batch: Batch) -> None:
    trainer = Trainer(tmp_path, SETTINGS, TINY_COMPACT)
    trainer.train_step(batch)
    trainer.save()
    with torch.no_grad():
        next(iter(trainer.net.parameters())).fill_(float("nan"))

    with pytest.raises(InputError, match="diverged"):
        trainer.save()

    again = Trainer(tmp_path, SETTINGS, TINY_COMPACT)
    assert again.resume()
    assert all(bool(value.isfinite().all()) for value in again.net.state_dict().values())


def test_a_run_can_begin_with_the_weights_of_a_model(tmp_path: Path) -> None:
    weights = random_weights(TINY_COMPACT)
    trainer = Trainer(tmp_path, SETTINGS, TINY_COMPACT)

    trainer.start_from(weights)

    torch.testing.assert_close(dict(trainer.averaged_net().state_dict()), weights)


def test_validation_is_a_share(tmp_path: Path, batch: Batch) -> None:
    found = validate(Trainer(tmp_path, SETTINGS, TINY_COMPACT).averaged_net(), [batch])

    assert 0 <= found.hit <= 1
    assert found.loss > 0


def test_a_gpu_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)

    assert choose_device("auto") == choose_device("cpu") == "cpu"
    with pytest.raises(InputError, match="no usable GPU; use --device cpu"):
        choose_device("cuda")


def test_a_gpu_is_taken_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)

    assert choose_device("auto") == choose_device("cuda") == "cuda"
