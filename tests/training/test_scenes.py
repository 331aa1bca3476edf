"""Scenes: drawn, packed, written and read."""

from pathlib import Path

import numpy as np
import pytest

from paintassist.core.errors import InputError
from paintassist.training.cel import Cel
from paintassist.training.scenes import LINE_SHADE, load_scene, pack_cels, save_scene
from paintassist.training.sources import (
    GeneratedScenes,
    SceneFolder,
    family_of_file,
    file_of_family,
    fill_folder,
)
from tests.training.figures import Discs, discs_scene


def test_a_scene_survives_its_file(tmp_path: Path) -> None:
    scene = discs_scene()
    save_scene(tmp_path / "a.npz", scene)

    again = load_scene(tmp_path / "a.npz")

    assert (again.family, again.near) == (scene.family, scene.near)
    np.testing.assert_array_equal(again.inks, scene.inks)
    np.testing.assert_array_equal(again.shades, scene.shades)


def test_black_lines_have_no_shade() -> None:
    scene = discs_scene()

    assert ((scene.shades == LINE_SHADE) == (scene.inks == 1)).all()


def test_too_many_colours_are_refused() -> None:
    paint = np.full((20, 20, 4), 255, np.uint8)
    paint[..., 0] = np.arange(400).reshape(20, 20) % 256
    paint[..., 1] = np.arange(400).reshape(20, 20) // 256

    with pytest.raises(InputError, match="400 colours"):
        pack_cels("x", [Cel(np.zeros((20, 20), np.uint8), paint)], 1)


def test_a_damaged_scene_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.npz").write_bytes(b"PK not a zip")

    with pytest.raises(InputError, match=r"bad\.npz"):
        load_scene(tmp_path / "bad.npz")


def test_the_family_can_be_read_from_the_file_name() -> None:
    assert family_of_file(Path(file_of_family("rig2d:a_b", 3))) == "rig2d:a_b"


def test_a_folder_is_filled_once_and_deterministically(tmp_path: Path) -> None:
    source = GeneratedScenes({"discs": (1.0, lambda rng: Discs())})

    assert fill_folder(tmp_path / "a", source, 5, 2) == 2
    assert fill_folder(tmp_path / "a", source, 5, 3) == 1
    fill_folder(tmp_path / "b", source, 5, 1)
    first = sorted((tmp_path / "a").iterdir())[0]
    np.testing.assert_array_equal(
        load_scene(first).inks, load_scene(tmp_path / "b" / first.name).inks
    )


def test_an_empty_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no training scenes"):
        SceneFolder(tmp_path).scene(np.random.default_rng(0))


def test_held_out_families_are_not_drawn(tmp_path: Path) -> None:
    save_scene(tmp_path / file_of_family("a:x", 1), discs_scene())
    save_scene(tmp_path / file_of_family("b:x", 2), discs_scene())

    folder = SceneFolder(tmp_path, lambda family: family.startswith("a"))

    assert [family_of_file(path) for path in folder.files()] == ["a:x"]
