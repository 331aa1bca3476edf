"""`paintassist synth`, and one sentence for everything that cannot be drawn."""

from pathlib import Path

import numpy as np
import pytest

from paintassist.cli.main import BAD_INPUT, OK, main
from paintassist.training import layout
from paintassist.training.scenes import load_scene


def words(out: Path, *more: str) -> list[str]:
    return ["synth", "--out", str(out), "--count", "1", "--frames", "1", "--size", "64", *more]


def complaint(capsys: pytest.CaptureFixture[str]) -> str:
    err = capsys.readouterr().err.strip()
    assert "Traceback" not in err
    assert "our mistake" not in err
    return err.splitlines()[-1]


def test_a_character_is_drawn_once(tmp_path: Path) -> None:
    assert main(words(tmp_path / "out")) == OK
    (folder,) = (tmp_path / "out").iterdir()
    first = (folder / "line/0000.png").stat().st_mtime_ns
    assert (folder / "ref/gt/0000.png").is_file()

    assert main(words(tmp_path / "out")) == OK

    assert (folder / "line/0000.png").stat().st_mtime_ns == first


def test_scenes(tmp_path: Path) -> None:
    assert main(words(tmp_path / "out", "--scenes", "--seed", "3")) == OK

    (file,) = (tmp_path / "out").iterdir()
    assert len(load_scene(file)) > 5


def test_what_a_killed_run_left_does_not_get_in(tmp_path: Path) -> None:
    assert main(words(tmp_path / "a")) == OK
    (folder,) = (tmp_path / "a").iterdir()
    left = tmp_path / "b" / (folder.name + ".part") / "line"
    left.mkdir(parents=True)
    (left / "0005.png").write_bytes(b"half")

    assert main(words(tmp_path / "b")) == OK

    assert [path.name for path in (tmp_path / "b").iterdir()] == [folder.name]
    assert not (tmp_path / "b" / folder.name / "line/0005.png").exists()


@pytest.mark.parametrize(
    ("option", "value"),
    [("--count", "0"), ("--seed", "-1"), ("--frames", "x"), ("--size", "3"), ("--count", "1.5")],
)
def test_numbers_that_cannot_be(
    tmp_path: Path, option: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["synth", "--out", str(tmp_path / "out"), option, value]) == BAD_INPUT

    assert option in complaint(capsys)
    assert not (tmp_path / "out").exists()


def test_a_file_in_the_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").write_text("mine")

    assert main(words(tmp_path / "out")) == BAD_INPUT

    assert "out is a file; choose a folder" in complaint(capsys)
    assert (tmp_path / "out").read_text() == "mine"


def test_no_folder_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["synth"]) == BAD_INPUT
    assert "--out" in complaint(capsys)


def test_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(path: Path, pixels: np.ndarray) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(layout, "_save", full)

    assert main(words(tmp_path / "out")) == BAD_INPUT

    assert "No space left on device" in complaint(capsys)
    assert all(path.suffix == ".part" for path in (tmp_path / "out").iterdir())


@pytest.mark.parametrize("kind", ["missing", "empty", "no pack", "no motions"])
def test_characters_that_cannot_be(
    tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "models"
    more = ["--characters", str(place), "--motions", str(tmp_path)]
    if kind == "no pack":
        place.write_bytes(b"PK\x03\x04 no")
    elif kind != "missing":
        place.mkdir()
    if kind == "no motions":
        more = more[:2]

    assert main(words(tmp_path / "out", *more)) == BAD_INPUT

    assert "models" in complaint(capsys)


@pytest.mark.parametrize("content", [b"", b"glTF garbage of some length", b"glTF" + bytes(60)])
def test_an_unreadable_character(
    tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    models, motions = tmp_path / "models", tmp_path / "motions"
    models.mkdir()
    motions.mkdir()
    (models / "bad.glb").write_bytes(content)
    (motions / "still.bvh").write_text(
        "HIERARCHY\nROOT Hips\n{\nOFFSET 0 0 0\nCHANNELS 6 Xposition Yposition Zposition "
        "Zrotation Xrotation Yrotation\nEnd Site\n{\nOFFSET 0 1 0\n}\n}\n"
        "MOTION\nFrames: 1\nFrame Time: 0.033\n0 0 0 0 0 0\n"
    )
    more = ["--characters", str(models), "--motions", str(motions)]

    assert main(["synth", "--pack", str(tmp_path / "p.npz"), *more]) == BAD_INPUT

    assert "models" in complaint(capsys) or "motions" in complaint(capsys)
    assert not (tmp_path / "p.npz").exists()


def test_only_characters_of_the_families_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(words(tmp_path / "out", "--seed", "5", "--only", "rig2d:boy")) == OK

    (folder,) = (tmp_path / "out").iterdir()
    assert folder.name.startswith("rig2d_boy")
    monkeypatch.setattr("paintassist.cli.synth.MOST_MISSES", 3)
    assert main(words(tmp_path / "out", "--only", "dinosaur")) == BAD_INPUT
    assert "is of the families dinosaur" in complaint(capsys)
