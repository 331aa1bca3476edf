"""What synth writes is what evaluate reads."""

from pathlib import Path

import numpy as np

from paintassist.cli.main import main
from paintassist.io.colorbook import write_colorbook
from paintassist.io.layouts import find_clip
from paintassist.training.layout import write_character
from tests.training.figures import Discs


def test_a_drawn_character_is_a_clip_with_truth_and_references(tmp_path: Path) -> None:
    write_character(tmp_path / "discs", Discs(), np.random.default_rng(0), 3, 96, write_colorbook)

    clip = find_clip(tmp_path / "discs")

    assert [frame.name for frame in clip.frames] == ["0000", "0001", "0002"]
    assert all(frame.has_truth for frame in clip.frames)
    assert len(clip.references) == 1
    assert not list(tmp_path.glob("*.part"))


def test_synth_draws_the_same_characters_from_the_same_seed(tmp_path: Path) -> None:
    for out in ("a", "b"):
        words = ["synth", "--out", str(tmp_path / out), "--count", "1", "--seed", "3"]
        assert main([*words, "--frames", "1", "--size", "128"]) == 0

    first, second = (sorted((tmp_path / out).rglob("*.png")) for out in ("a", "b"))

    assert len(first) >= 6
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_train_on_an_empty_folder_is_bad_input(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()

    assert main(["train", "--scenes", str(tmp_path / "none"), "--out", str(tmp_path / "run")]) == 2
