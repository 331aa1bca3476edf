"""`paintassist train`, and one sentence for everything that cannot be trained on."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import torch

from paintassist.cli import train as command
from paintassist.cli.main import BAD_INPUT, OK, main
from paintassist.cli.painted import (
    CharacterFolders,
    choose_drawings,
    find_characters,
    hold_out,
    read_project,
)
from paintassist.core.errors import InputError
from paintassist.core.palette import to_color
from paintassist.core.segments import segment
from paintassist.document.document import Document
from paintassist.document.packing import pack_segments
from paintassist.document.requests import LoadedFrame
from paintassist.engines.dacon.bundle import open_bundle
from paintassist.io.layouts import find_clip
from paintassist.io.project_file import save_as
from paintassist.training import finetune, trainer
from paintassist.training.cel import Cel
from paintassist.training.checkpoint import load_checkpoint, saved_step
from paintassist.training.layout import write_cels
from paintassist.training.scenes import UNKNOWN, save_scene
from paintassist.training.sources import file_of_family
from tests.clipfiles import boxes_clip
from tests.engines.dacon.tiny import TINY_COMPACT, tiny_bundle
from tests.training.figures import Discs, Shift, discs_scene


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Train tiny networks."""
    monkeypatch.setattr(trainer.Trainer.__init__, "__defaults__", (TINY_COMPACT, None))
    monkeypatch.setattr(command, "VALIDATION_SCENES", 1)
    monkeypatch.setattr(finetune, "REHEARSAL_SCENES", 1)


@pytest.fixture
def scenes(tmp_path: Path) -> Path:
    folder = tmp_path / "scenes"
    folder.mkdir()
    for seed, family in enumerate(["test:a", "kaykit"]):
        save_scene(folder / file_of_family(family, seed), discs_scene())
    return folder


def words(out: Path, *more: str | Path) -> list[str]:
    fixed = ["--workers", "0", "--threads", "1", "--device", "cpu", "--batch", "1"]
    return ["train", "--out", str(out), *fixed, *map(str, more)]


def discs_character(folder: Path, frames: int = 3) -> Path:
    write_cels(folder, [Discs().draw(Shift(n, n), 96) for n in range(frames)])
    write_cels(folder / "ref", [Discs().draw(Shift(5, 0), 80)])
    return folder


def discs_project(path: Path, decided: int = 3) -> Path:
    document = Document()
    cels: list[Cel] = [Discs().draw(Shift(n, 2 * n), 96) for n in range(4)]
    document.add_frames([(f"{n:04}", path.with_name(f"{n:04}.png")) for n in range(4)])
    for number, drawn in enumerate(cels):
        found = segment(drawn.inks)
        document.land_frame(LoadedFrame(f"{number:04}", pack_segments(found), found))
        if number < decided:
            for one in range(1, found.count + 1):
                pixel = drawn.paint[(found.labels == one)][0]
                color = document.paints.find_or_add(to_color(pixel))
                document.paint(number, [one], color)
    save_as(document, path)
    assert document.store is not None
    document.store.close()
    return path


def complaint(capsys: pytest.CaptureFixture[str]) -> str:
    err = capsys.readouterr().err.strip()
    assert "Traceback" not in err
    assert "our mistake" not in err
    return err.splitlines()[-1]


class TestRuns:
    def test_scenes_to_a_model_and_on(self, tmp_path: Path, scenes: Path) -> None:
        out = tmp_path / "run"
        more = ["--scenes", scenes, "--validate-every", "2", "--export", "mine"]

        assert main(words(out, "--steps", "2", *more)) == OK
        assert main(words(out, "--steps", "3", *more)) == OK

        assert saved_step(out) == 3
        run = json.loads((out / "run.json").read_text())
        assert run["drawings"]["scenes"] == str(scenes)
        assert run["settings"]["seed"] == 1
        assert open_bundle(out / "mine").config == TINY_COMPACT
        assert (out / "curves.png").is_file()

    def test_drawn_on_the_spot(self, tmp_path: Path) -> None:
        assert main(words(tmp_path / "run", "--steps", "1", "--precision", "fp32")) == OK
        assert saved_step(tmp_path / "run") == 1

    def test_painted_folders(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        for name in ("aoi", "rin"):
            discs_character(tmp_path / "data" / name)
        data = ["--data", tmp_path / "data", "--data-share", "1"]

        assert main(words(tmp_path / "run", "--steps", "2", *data)) == OK

        assert "training on 1 painted characters, 1 held out" in capsys.readouterr().err

    def test_beginning_with_a_model(self, tmp_path: Path, scenes: Path) -> None:
        tiny_bundle(tmp_path / "tiny", TINY_COMPACT, half=True)
        more = ["--scenes", scenes, "--from-model", tmp_path / "tiny"]

        assert main(words(tmp_path / "run", "--steps", "1", "--rate", "1e-9", *more)) == OK

        found = load_checkpoint(tmp_path / "run")
        assert found is not None
        from safetensors.torch import load_file

        for name, value in load_file(tmp_path / "tiny/weights.safetensors").items():
            torch.testing.assert_close(found[1][f"net/{name}"], value.float(), atol=1e-5, rtol=1e-3)


class TestBadInput:
    @pytest.mark.parametrize(
        ("more", "told"),
        [
            (["--time-budget", "0"], "--time-budget"),
            (["--rate", "5"], "--rate"),
            (["--data-share", "2"], "--data-share"),
            (["--seed", "-1"], "--seed"),
            (["--steps", "0"], "--steps"),
            (["--workers", "-1"], "--workers"),
            (["--scenes", "s", "--characters", "c"], "--characters"),
            (["--characters", "nowhere"], "nowhere does not exist"),
            (["--scenes", "nowhere"], "nowhere is not a folder"),
            (["--data", "nowhere"], "nowhere"),
            (["--teacher", "nowhere"], "nowhere does not exist"),
            (["--from-model", "nowhere"], "no model 'nowhere'"),
        ],
    )
    def test_arguments(
        self, tmp_path: Path, more: list[str], told: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(words(tmp_path / "run", *more)) == BAD_INPUT
        assert told in complaint(capsys)

    def test_no_gpu(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(torch.cuda, "is_available", lambda: False)

        assert main([*words(tmp_path / "run"), "--device", "cuda"]) == BAD_INPUT

        assert "no usable GPU" in complaint(capsys)

    def test_no_folder_for_the_run(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["train"]) == BAD_INPUT
        assert "--out" in complaint(capsys)

    def test_a_file_in_the_way(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "run").write_text("mine")
        assert main(words(tmp_path / "run")) == BAD_INPUT
        assert "is a file; choose a folder" in complaint(capsys)

    def test_an_empty_folder(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "empty").mkdir()
        assert main(words(tmp_path / "run", "--scenes", tmp_path / "empty")) == BAD_INPUT
        assert "holds no training scenes" in complaint(capsys)
        assert main(words(tmp_path / "run", "--data", tmp_path / "empty")) == BAD_INPUT
        assert "empty" in complaint(capsys)

    def test_one_painted_drawing(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        boxes_clip(tmp_path / "aoi", 3, 1)
        assert main(words(tmp_path / "run", "--data", tmp_path / "aoi")) == BAD_INPUT
        assert "two painted drawings" in complaint(capsys)

    def test_a_damaged_checkpoint_is_left_alone(
        self, tmp_path: Path, scenes: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        out = tmp_path / "run"
        assert main(words(out, "--steps", "1", "--scenes", scenes)) == OK
        (part,) = out.glob("*.bin")
        part.write_bytes(b"other")

        assert main(words(out, "--steps", "2", "--scenes", scenes)) == BAD_INPUT

        assert "damaged" in complaint(capsys)
        assert part.read_bytes() == b"other"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_ctrl_c_in_a_real_run(tmp_path: Path) -> None:
    out = tmp_path / "run"
    options = ["--workers", "1", "--threads", "1", "--batch", "1", "--validate-every", "1"]
    started = subprocess.Popen(
        [sys.executable, "-m", "paintassist", "train", "--out", str(out), *options],
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    while saved_step(out) is None and started.poll() is None:
        time.sleep(0.2)
    started.send_signal(signal.SIGINT)
    _, err = started.communicate()

    assert started.returncode == 130, err
    step = saved_step(out)
    assert f"stopped and saved at step {step}" in err.splitlines()[-1]
    assert "Traceback" not in err


class TestPainted:
    def test_a_scene_has_clip_and_sheet(self, tmp_path: Path) -> None:
        clips = find_characters([discs_character(tmp_path / "aoi")])

        scene = CharacterFolders(clips).scene(np.random.default_rng(0))

        assert scene.family == "data:aoi"
        assert (scene.near, len(scene)) == (3, 4)
        # Five colours (four of discs, the background) and lines; sizes may differ.
        assert len(np.unique(scene.shades[0])) == 6
        assert {len(image) for image in scene.inks} == {96, 80}

    def test_a_drawing_that_cannot_be_read_is_left_out(
        self, tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        folder = discs_character(tmp_path / "aoi")
        (folder / "gt/0001.png").write_bytes(b"no image")
        source = CharacterFolders(find_characters([folder]))

        scenes = [source.scene(np.random.default_rng(seed)) for seed in range(2)]

        assert [len(scene) for scene in scenes] == [3, 3]
        assert sum("0001.png" in text for text in caplog.messages) == 1

    def test_neighbours_are_neighbours(self, tmp_path: Path) -> None:
        clip = find_clip(discs_character(tmp_path / "aoi", frames=12))
        for seed in range(10):
            near, others = choose_drawings(clip, 8, np.random.default_rng(seed))
            numbers = [int(drawing.name) for drawing in near]
            assert numbers == list(range(numbers[0], numbers[0] + 4))
            names = {drawing.name for drawing in [*near, *others]}
            assert len(names) == 8

    def test_characters_are_held_out(self, tmp_path: Path) -> None:
        for index in range(12):
            boxes_clip(tmp_path / f"c{index:02}", 2, 2)
        clips = find_characters([tmp_path])

        used, held = hold_out(clips, ["kaykit"])
        assert [clip.name for clip in held] == ["c09"]
        assert len(used) == 11
        assert [clip.name for clip in hold_out(clips, ["c03"])[1]] == ["c03"]
        assert hold_out(clips[:1], []) == (clips[:1], [])


class TestProjects:
    def words(self, project: Path, *more: str | Path) -> list[str]:
        fixed = ["--workers", "0", "--threads", "1", "--device", "cpu", "--time-budget", "1"]
        return ["train", "--from-project", str(project), *fixed, *map(str, more)]

    @pytest.fixture
    def models(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setenv("PAINTASSIST_MODELS", str(tmp_path / "models"))
        return tmp_path / "models"

    @pytest.fixture
    def tiny(self, tmp_path: Path) -> list[str | Path]:
        tiny_bundle(tmp_path / "tiny", TINY_COMPACT)
        return ["--from-model", tmp_path / "tiny"]

    def test_what_is_decided_is_read(self, tmp_path: Path) -> None:
        drawings, near = read_project(discs_project(tmp_path / "p.paintassist", decided=2))

        assert (len(drawings), near) == (2, 2)
        assert not (drawings[0].colors == UNKNOWN).any()

    def test_a_model_for_one_character(
        self,
        tmp_path: Path,
        models: Path,
        tiny: list[str | Path],
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.setattr(finetune, "is_better", lambda before, after: True)
        project = discs_project(tmp_path / "p.paintassist")

        assert main(self.words(project, "--name", "Aoi", *tiny)) == OK

        assert "use it with --model 'Aoi'" in complaint(capsys)
        bundle = open_bundle(models / "Aoi")
        assert bundle.facts["made"]["fine_tuned_from"] == "tiny"
        assert [path.name for path in models.iterdir()] == ["Aoi"]
        # By its name, and again in its own place.
        boxes_clip(tmp_path / "clip", 2, 2)
        asked = ["evaluate", str(tmp_path / "clip"), "--task", "clip"]
        assert main([*asked, "--engine", "dacon", "--model", "Aoi"]) == OK
        assert main(self.words(project, "--name", "Aoi", *tiny)) == OK

    def test_weights_that_do_not_help_are_not_written(
        self,
        tmp_path: Path,
        models: Path,
        tiny: list[str | Path],
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.setattr(finetune, "is_better", lambda before, after: False)
        project = discs_project(tmp_path / "p.paintassist")

        assert main(self.words(project, "--name", "Aoi", *tiny)) == OK

        assert "did not help" in complaint(capsys)
        assert not models.exists()

    def test_bad_names_and_files(
        self, tmp_path: Path, models: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        project = discs_project(tmp_path / "p.paintassist", decided=1)
        for more, told in (
            ([], "--name"),
            (["--name", "../x"], "cannot be a model's name"),
            (["--name", "compact"], "bundled model"),
        ):
            assert main(self.words(project, *more)) == BAD_INPUT
            assert told in complaint(capsys)
        assert main(self.words(project, "--name", "Aoi")) == BAD_INPUT
        assert "1 drawings to learn from" in complaint(capsys)
        (tmp_path / "no.paintassist").write_bytes(b"no")
        assert main(self.words(tmp_path / "no.paintassist", "--name", "Aoi")) == BAD_INPUT
        assert "not a PaintAssist project" in complaint(capsys)

    def test_a_damaged_model_to_begin_with(
        self, tmp_path: Path, models: Path, tiny: list[str | Path]
    ) -> None:
        (tmp_path / "tiny/weights.safetensors").write_bytes(b"other")
        with pytest.raises(InputError, match="checksum"):
            command.model_weights(str(tmp_path / "tiny"))
