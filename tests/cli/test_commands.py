from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from paintassist.cli import models
from paintassist.cli.main import main
from tests.clipfiles import boxes_clip, save_line, save_painting


def printed(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


class TestEvaluate:
    def words(self, root: Path, *more: str) -> list[str]:
        return ["evaluate", str(root), "--task", "clip", "--engine", "shape", *more]

    def test_table(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        boxes_clip(tmp_path / "boxes", 3, 3)
        assert main(self.words(tmp_path)) == 0
        head, titles, clip, mean, gap, curve, *_ = capsys.readouterr().out.splitlines()
        assert head == "task clip, engine shape"
        assert titles.split()[-5:] == ["Acc", "Acc-Thresh", "Pix-Acc", "Pix-F-Acc", "Pix-B-MIoU"]
        assert clip.split() == ["boxes", "2", "6", *["100.00"] * 5]
        assert mean.split()[0] == "mean"
        assert (gap, curve.split()) == ("", ["confidence", "segments", "mean", "right"])

    def test_curve_as_a_picture(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        boxes_clip(tmp_path / "boxes", 3, 3)
        plot = tmp_path / "曲線.png"
        assert main(self.words(tmp_path, "--plot", str(plot))) == 0
        with Image.open(plot) as picture:
            assert picture.format == "PNG"
        assert main(self.words(tmp_path, "--plot", str(tmp_path / "curve.jpg"))) == 2
        assert "--plot writes PNG" in capsys.readouterr().err
        assert not (tmp_path / "curve.jpg").exists()

    def test_json_on_stdout(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        boxes_clip(tmp_path / "boxes", 3, 3)
        assert main(self.words(tmp_path, "--json")) == 0
        found = printed(capsys)
        assert list(found) == ["task", "engine", "model", "clips", "mean", "certainty"]
        assert found["mean"]["acc"] == 1
        assert found["certainty"]["accepted_unseen"] == 1
        assert sum(row["segments"] for row in found["certainty"]["curve"]) == 6

    def test_json_in_a_file(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        boxes_clip(tmp_path / "boxes", 3, 3)
        target = tmp_path / "結果.json"
        assert main(self.words(tmp_path, "--shots", "max", "--json", str(target))) == 2
        assert main(self.words(tmp_path, "--shots", "2", "--json", str(target))) == 0
        assert json.loads(target.read_text("utf-8"))["clips"]["boxes"]["frames"] == 1
        assert capsys.readouterr().out == ""


class TestSimulate:
    def test_text(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        boxes_clip(tmp_path / "boxes", 3, 3)
        assert main(["simulate", str(tmp_path / "boxes"), "--engine", "shape"]) == 0
        assert "0 of 6 segments (0.000 each)" in capsys.readouterr().out

    def test_json(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        boxes_clip(tmp_path / "boxes", 3, 3)
        words = ["simulate", str(tmp_path / "boxes"), "--engine", "shape", "--threshold", "0"]
        assert main([*words, "--json", "-"]) == 0
        assert printed(capsys) == {
            "clip": "boxes",
            "engine": "shape",
            "model": "",
            "segments": 6,
            "corrections": 0,
            "corrections_per_segment": 0.0,
            "accepted_unseen": 6,
            "wrong_unseen": 0,
        }


class TestColorize:
    def words(self, out: Path, *more: str | Path) -> list[str]:
        return ["colorize", "--out", str(out), "--engine", "shape", *map(str, more)]

    def test_one_source(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        boxes_clip(tmp_path / "c", 3, 1)
        assert main(self.words(tmp_path / "out", tmp_path / "c", "--json", "--format", "tga")) == 0
        out, err = capsys.readouterr()
        assert [frame["file"] for frame in json.loads(out)["frames"]] == ["0001.tga", "0002.tga"]
        assert "2 written" in err

    def test_several_sources(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        for name in ("a", "b"):
            boxes_clip(tmp_path / name, 2, 1)
        sources = (tmp_path / "a", tmp_path / "none", tmp_path / "b")
        assert main(self.words(tmp_path / "out", *sources, "--json")) == 2
        out, err = capsys.readouterr()
        assert list(json.loads(out)) == ["a", "b"]
        assert "none does not exist" in err
        for name in ("a", "b"):
            assert (tmp_path / "out" / name / "0001.png").is_file()
            assert (tmp_path / "out" / name / "report.json").is_file()

    def test_references_by_hand(self, tmp_path: Path) -> None:
        save_line(tmp_path / "frames/A 1.png")
        sheet = save_painting(tmp_path / "設定 1.png")
        assert main(self.words(tmp_path / "out", tmp_path / "frames", "--ref", sheet)) == 0
        assert (tmp_path / "out/A 1.png").is_file()

    def test_a_bad_frame_shows_in_the_status(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        boxes_clip(tmp_path / "c", 3, 1)
        (tmp_path / "c/line/0001.png").write_bytes(b"")
        assert main(self.words(tmp_path / "out", tmp_path / "c")) == 2
        err = capsys.readouterr().err
        assert "0001.png is empty (0 bytes)" in err
        assert "1 written" in err
        assert "1 left out" in err

    def test_again(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        boxes_clip(tmp_path / "c", 2, 1)
        words = self.words(tmp_path / "out", tmp_path / "c")
        assert main(words) == 0
        assert main(words) == 0
        assert "0 written" in capsys.readouterr().err
        assert main([*words, "--overwrite", "--order", "forward"]) == 0
        assert "1 written" in capsys.readouterr().err

    @pytest.mark.parametrize("content", ["missing", "empty", "file"])
    def test_sources_that_cannot_be(
        self, tmp_path: Path, content: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        source = tmp_path / "source"
        if content == "empty":
            source.mkdir()
        elif content == "file":
            source.touch()
        assert main(self.words(tmp_path / "out", source)) == 2
        assert str(source) in capsys.readouterr().err or content == "file"

    def test_sources_of_one_name(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        sources = (tmp_path / "a/line", tmp_path / "b/line")
        assert main(self.words(tmp_path / "out", *sources)) == 2
        assert "are called line" in capsys.readouterr().err

    def test_an_output_folder_that_cannot_be_written(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        boxes_clip(tmp_path / "c", 2, 1)
        (tmp_path / "file").touch()
        assert main(self.words(tmp_path / "file", tmp_path / "c")) == 2
        assert "choose another folder" in capsys.readouterr().err


class TestModels:
    @pytest.fixture
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setattr(models, "models_folder", lambda: tmp_path)
        return tmp_path

    def test_none(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["models", "list", "--json"]) == 0
        out, err = capsys.readouterr()
        assert json.loads(out) == {"models": []}
        assert "no models" in err

    def test_a_model(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        bundle = pytest.importorskip("paintassist.engines.dacon.bundle")
        config = pytest.importorskip("paintassist.engines.dacon.config")
        (folder / "tiny").mkdir()
        (folder / "tiny" / bundle.WEIGHTS).write_bytes(b"weights")
        facts = {"licence": "Apache-2.0", "made": {"steps": 3}}
        bundle.write_manifest(folder / "tiny", "tiny", config.DaconConfig(), facts)
        (folder / "broken").mkdir()
        (folder / "broken" / bundle.MANIFEST).write_text("{")
        assert main(["models", "list"]) == 0
        out, err = capsys.readouterr()
        assert out.split()[0] == "tiny"
        assert "broken" in err
        assert main(["models", "info", "tiny"]) == 0
        assert "steps: 3" in capsys.readouterr().out
        (folder / "tiny" / bundle.WEIGHTS).write_bytes(b"changed")
        assert main(["models", "info", str(folder / "tiny"), "--json"]) == 0
        (row,) = printed(capsys)["models"]
        assert row["checked"] == {bundle.WEIGHTS: "missing or changed"}


def test_bench(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target, chart = tmp_path / "bench.json", tmp_path / "bench.png"
    words = [
        "bench",
        "--engine",
        "shape",
        "--no-plain",
        "--threads",
        "1",
        "--size",
        "64",
        "--stage",
        "paint",
    ]
    assert main([*words, "--chart", str(chart)]) == 0
    shown = capsys.readouterr().out
    assert "paint" in shown
    assert "decode" not in shown
    assert chart.read_bytes().startswith(b"\x89PNG")
    assert main([*words, "--sizes", "64", "--json", str(target)]) == 0
    assert list(json.loads(target.read_text())["sizes"]) == ["64"]
