"""Work that was never saved outlives a window that ends without being asked to."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from paintassist.io.drafts import list_drafts, new_draft
from paintassist.io.project_file import open_project
from paintassist.resources import user_drafts_folder
from paintassist.ui.dialogs import Answer
from tests.ui.clip import RED, centres


class Endless:
    """Work that the worker never ends by itself."""

    def steps(self) -> Iterator[tuple[int, int]]:
        while True:
            time.sleep(0.005)
            yield 0, 0


def painted(driver, clip: Path) -> None:
    driver.open(clip)
    driver.take(RED)
    driver.click(centres(0)["disc"])
    driver.settle()
    driver.window.keeper.keep_draft()


def drafts() -> list[Path]:
    return list(user_drafts_folder().glob("*.paintassist"))


def end(driver) -> None:
    """Let a window go as when the session of the computer ends: nobody is asked."""
    driver.window.presenter.stop()
    driver.window.workspace.close()
    driver.window.deleteLater()


def test_a_draft_is_kept_and_goes_when_it_is_saved(make_driver, clip: Path, tmp_path: Path):
    driver = make_driver()
    driver.open(clip)
    driver.window.keeper.keep_draft()
    assert not drafts()
    painted(driver, clip)
    window = driver.window
    assert len(drafts()) == 1
    assert list_drafts() == []
    assert window.workspace.is_unsaved
    assert clip.name in window.windowTitle()
    assert drafts()[0].stem not in window.windowTitle()
    driver.dialogs.save_path = tmp_path / "a.paintassist"
    driver.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not window.workspace.is_unsaved
    assert "a.paintassist" in window.windowTitle()
    assert not window.isWindowModified()
    assert not drafts()


def test_what_is_not_wanted_is_gone(make_driver, clip: Path):
    driver = make_driver()
    painted(driver, clip)
    driver.dialogs.unsaved = Answer.CANCEL
    assert not driver.window.close()
    assert len(drafts()) == 1
    driver.dialogs.unsaved = Answer.DISCARD
    driver.open(clip)
    assert not drafts()
    painted(driver, clip)
    driver.window.desk.undo()
    driver.settle()
    assert driver.window.close()
    assert not drafts()


def test_what_a_dead_window_left_is_offered(make_driver, clip: Path, tmp_path: Path):
    first = make_driver()
    painted(first, clip)
    end(first)
    second = make_driver()
    window = second.window
    window.files.offer_drafts()
    assert clip.name in window.messages.messages[0]
    window.messages.offers[0].click()
    second.settle()
    assert second.color_at(0, centres(0)["disc"]) == RED
    assert window.workspace.is_unsaved
    assert window.isWindowModified()
    window.desk.undo()
    second.settle()
    assert second.color_at(0, centres(0)["disc"]) != RED
    second.dialogs.save_path = tmp_path / "b.paintassist"
    window.files.save()
    assert not drafts()


def test_a_draft_can_be_deleted_if_the_painter_is_sure(make_driver, clip: Path):
    first = make_driver()
    painted(first, clip)
    end(first)
    second = make_driver()
    second.window.files.offer_drafts()
    second.dialogs.sure = False
    second.window.messages.offers[1].click()
    assert len(drafts()) == 1
    second.dialogs.sure = True
    second.window.messages.offers[1].click()
    assert not drafts()
    assert not second.window.messages.offers


def test_the_first_edit_is_kept_though_the_worker_is_busy_and_the_painter_never_rests(
    make_driver, clip: Path
):
    driver = make_driver()
    driver.open(clip)
    driver.take(RED)
    workspace = driver.window.workspace
    workspace.do("something long", Endless())
    for shape in ("disc", "star", "bar"):
        driver.click(centres(0)[shape])
        QApplication.processEvents()
        assert workspace.busy
        kept = open_project(drafts()[0], writes=False)
        with closing(kept.store):
            assert len(kept.history.done) == len(workspace.document.history.done)
    workspace.cancel()
    driver.settle()


def test_without_a_place_for_drafts_painting_goes_on(make_driver, clip: Path):
    folder = user_drafts_folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_bytes(b"in the way")
    driver = make_driver()
    painted(driver, clip)
    assert driver.color_at(0, centres(0)["disc"]) == RED
    assert driver.window.workspace.document.store is None
    assert not driver.window.messages.messages
    folder.unlink()
    driver.window.keeper.keep_draft()
    assert len(drafts()) == 1


def test_titles_become_names_of_files():
    assert new_draft('cut/1: "a"').name.startswith("cut_1_ _a_-")
    assert new_draft("").suffix == ".paintassist"
