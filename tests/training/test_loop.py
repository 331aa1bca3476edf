"""Training stops on time and when asked to, and leaves log, curves, settings and weights."""

import json
import signal
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import load_file

from paintassist.core.errors import InputError
from paintassist.training import record
from paintassist.training.checkpoint import saved_step
from paintassist.training.curves import draw_curves
from paintassist.training.loop import Clock, export, train
from paintassist.training.record import CURVES_FILE, LOG_FILE, RUN_FILE, WEIGHTS_FILE, read_log
from paintassist.training.scenes import Scene
from paintassist.training.settings import TrainSettings
from paintassist.training.stream import SceneSource, validation_batches
from paintassist.training.trainer import Trainer
from tests.engines.dacon.tiny import TINY_COMPACT
from tests.training.figures import DiscsSource, discs_scene

SETTINGS = TrainSettings(
    steps=6, characters=1, frames=2, workers=0, threads=1, validate_every=3, rate=3e-3, warmup=1
)


class Interrupting:
    """A source during whose third scene somebody presses Ctrl-C."""

    def __init__(self, number: signal.Signals) -> None:
        self.number, self.count = number, 0

    def scene(self, rng: np.random.Generator) -> Scene:
        self.count += 1
        if self.count == 3:
            signal.raise_signal(self.number)
        return discs_scene()


def make(folder: Path, settings: TrainSettings = SETTINGS) -> Trainer:
    trainer = Trainer(folder, settings, TINY_COMPACT)
    trainer.resume()
    return trainer


def run(trainer: Trainer, clock: Clock | None = None, sources: Sequence[SceneSource] = ()) -> bool:
    validation = validation_batches(DiscsSource(), TINY_COMPACT, 1, frames=2)
    found = list(sources) or [DiscsSource()]
    return train(trainer, found, validation, clock, facts={"drawings": "discs"})


def test_a_run_leaves_weights_settings_log_and_curves(tmp_path: Path) -> None:
    trainer = make(tmp_path / "run")

    assert run(trainer)

    rows = read_log(tmp_path / "run")
    assert [row["step"] for row in rows] == [3, 6]
    assert {"loss", "hit", "validation", "seconds"} <= set(rows[0])
    weights = load_file(tmp_path / "run" / WEIGHTS_FILE)
    assert set(weights) == set(trainer.net.state_dict())
    told = json.loads((tmp_path / "run" / RUN_FILE).read_text())
    assert told["settings"]["seed"] == SETTINGS.seed
    assert told["versions"]["torch"] == torch.__version__
    assert (told["step"], told["drawings"]) == (6, "discs")
    with Image.open(tmp_path / "run" / CURVES_FILE) as image:
        assert image.size == (900, 600)


def test_time_that_is_over_means_one_step(tmp_path: Path) -> None:
    trainer = make(tmp_path / "run")

    assert run(trainer, Clock(1e-6))

    assert trainer.step == 1
    assert saved_step(tmp_path / "run") == 1


def test_the_clock_keeps_time_for_the_end() -> None:
    clock = Clock(100.0, time.monotonic() - 50)
    assert not clock.is_over

    clock.needs(40.0)

    assert clock.is_over
    assert not Clock(None).is_over


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_finishes_the_step_and_saves(tmp_path: Path, number: signal.Signals) -> None:
    before = signal.getsignal(number)
    trainer = make(tmp_path / "run")

    finished = run(trainer, sources=[Interrupting(number)])

    assert not finished
    assert trainer.step == saved_step(tmp_path / "run") == 3
    assert signal.getsignal(number) == before
    again = make(tmp_path / "run")
    assert again.step == 3
    assert run(again)
    assert again.step == 6


def test_rows_after_a_lost_checkpoint_are_dropped(tmp_path: Path) -> None:
    (tmp_path / LOG_FILE).write_text('{"step": 2}\n{"step": 4}\nno row\n{"step": 900}\n')

    run(make(tmp_path))

    assert [row["step"] for row in read_log(tmp_path)] == [2, 3, 6]


def test_a_finished_run_is_left_alone(tmp_path: Path) -> None:
    run(make(tmp_path))
    log = (tmp_path / LOG_FILE).read_bytes()

    assert run(make(tmp_path))

    assert (tmp_path / LOG_FILE).read_bytes() == log


def test_between_two_rows_it_saves_by_time(tmp_path: Path) -> None:
    settings = replace(SETTINGS, validate_every=100, save_every=0.0)
    trainer = Trainer(tmp_path, settings, TINY_COMPACT)
    seen: list[int | None] = []

    class Watching:
        def scene(self, rng: np.random.Generator) -> Scene:
            seen.append(saved_step(tmp_path))
            return discs_scene()

    run(trainer, sources=[Watching()])

    assert seen == [None, 1, 2, 3, 4, 5]


def test_a_disk_that_fills_up_leaves_the_checkpoint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(record, "write_whole", full)

    with pytest.raises(InputError, match=r"No space left.*checkpoint of step 3 is intact"):
        run(make(tmp_path))

    assert saved_step(tmp_path) == 3


def test_the_curves_show_what_the_log_has() -> None:
    rows = [{"step": 10.0 * i, "loss": 3.0 / i, "hit": 0.1 * i} for i in range(1, 6)]
    encoded = np.frombuffer(draw_curves(rows), np.uint8)
    import cv2

    image = cv2.imdecode(encoded, cv2.IMREAD_COLOR)
    assert image is not None
    blue = (image == (180, 90, 30)).all(axis=2)
    columns = np.flatnonzero(blue[50:250].any(axis=0))
    # The loss falls: its curve starts at the top and ends at the bottom.
    first, last = columns[columns > 100][0], columns[-1]
    assert np.flatnonzero(blue[50:250, first])[0] < 20
    assert np.flatnonzero(blue[50:250, last])[-1] > 150


def test_curves_of_an_empty_log_are_a_picture() -> None:
    assert draw_curves([]).startswith(b"\x89PNG")


def test_a_run_becomes_a_model(tmp_path: Path) -> None:
    from paintassist.engines.dacon.bundle import open_bundle

    trainer = make(tmp_path)
    run(trainer)

    export(trainer, tmp_path / "mine", "mine")

    bundle = open_bundle(tmp_path / "mine")
    assert bundle.facts["made"]["steps"] == 6
    assert {"weights.safetensors", "spatial.onnx", "head.onnx"} <= set(bundle.files)
