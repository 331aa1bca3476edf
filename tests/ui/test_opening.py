from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from paintassist.core.palette import PaletteEntry, Role
from paintassist.io.colorbook import write_colorbook
from paintassist.ui.opening import odd_sizes
from tests.ui.conftest import PATIENCE, Driver


@pytest.fixture
def frames(tmp_path: Path) -> list[tuple[str, Path]]:
    made = []
    for number, size in enumerate([(20, 10)] * 3 + [(16, 9), (20, 10)], start=1):
        path = tmp_path / f"A{number:04}.png"
        Image.new("RGBA", size, (255, 255, 255, 255)).save(path)
        made.append((path.stem, path))
    return made


def test_frames_of_other_sizes_are_listed(frames: list[tuple[str, Path]]) -> None:
    sentence = odd_sizes(frames, lambda: None)
    assert "20 x 10" in sentence
    assert "A0004 (16 x 9)" in sentence
    assert "A0001" not in sentence


def test_one_size_says_nothing(frames: list[tuple[str, Path]]) -> None:
    assert odd_sizes(frames[:3], lambda: None) == ""


def test_many_are_counted(frames: list[tuple[str, Path]]) -> None:
    odd = [(f"B{number}", frames[3][1]) for number in range(12)]
    same = [(f"C{number}", frames[0][1]) for number in range(20)]
    assert "and 4 more" in odd_sizes(odd + same, lambda: None)


def test_damaged_files_are_told_elsewhere(frames: list[tuple[str, Path]]) -> None:
    frames[0][1].write_bytes(b"\x89PNG")
    assert "A0004" in odd_sizes(frames, lambda: None)


def test_the_window_says_it_when_frames_are_opened(
    make_driver: Callable[..., Driver], frames: list[tuple[str, Path]]
) -> None:
    driver = make_driver()
    said: list[str] = []
    driver.window.workspace.problem_raised.connect(said.append)
    driver.window.open_path(frames[0][1].parent)
    driver.qtbot.waitUntil(lambda: any("16 x 9" in line for line in said), timeout=PATIENCE)
    driver.settle()


def test_the_book_of_a_clip_is_opened_not_work(
    make_driver: Callable[..., Driver], frames: list[tuple[str, Path]]
) -> None:
    folder = frames[0][1].parent
    book = [
        PaletteEntry((200, 40, 40, 255), "hair", "hair", Role.NORMAL),
        PaletteEntry((120, 10, 10, 255), "hair", "hair", Role.SHADOW_1),
    ]
    write_colorbook(folder / "colorbook.yml", book)
    driver = make_driver()
    driver.window.open_path(folder)
    driver.settle()
    window = driver.window
    assert [entry.part for entry in window.workspace.document.palette][:2] == ["hair", "hair"]
    assert not window.workspace.is_unsaved
    assert not window.isWindowModified()
    assert not window.actions_by_id["undo"].isEnabled()
