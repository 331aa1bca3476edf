"""Versions, backups, a second window, a drive that goes: at a real window."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import Qt

from paintassist.io.backups import list_backups
from paintassist.io.project_file import open_project
from paintassist.io.project_lock import lock_path
from paintassist.ui.past_dialog import PastDialog
from tests.ui.clip import BLUE, GREEN, RED, centres

CONTROL = Qt.KeyboardModifier.ControlModifier


def kept(driver, clip: Path, path: Path) -> None:
    """Open a clip and keep it in a project."""
    driver.open(clip)
    driver.dialogs.save_path = path
    driver.window.files.save()
    driver.settle()


def past(driver) -> PastDialog:
    driver.window.files.show_past()
    return driver.window.findChild(PastDialog)


def rows(tree, column: int = 0) -> list[str]:
    return [tree.topLevelItem(row).text(column) for row in range(tree.topLevelItemCount())]


def test_save_keeps_versions_to_go_back_to(make_driver, clip: Path, tmp_path: Path):
    driver = make_driver()
    window, disc = driver.window, centres(0)["disc"]
    kept(driver, clip, tmp_path / "a.paintassist")
    driver.take(RED)
    driver.click(disc)
    driver.settle()
    driver.key(Qt.Key.Key_S, CONTROL)
    driver.key(Qt.Key.Key_S, CONTROL)
    assert "Nothing differs from Version 1" in window.status.currentMessage()
    driver.take(BLUE)
    driver.click(disc)
    driver.settle()
    dialog = past(driver)
    assert rows(dialog.versions) == ["Version 1"]
    dialog.versions.topLevelItem(0).setText(0, "red disc")
    dialog.back_button.click()
    driver.settle()
    assert driver.color_at(0, disc) == RED
    assert rows(dialog.versions) == ["Version 2", "red disc"]
    dialog.back_button.click()
    driver.settle()
    assert driver.color_at(0, disc) == BLUE
    dialog.versions.setCurrentItem(dialog.versions.topLevelItem(1))
    dialog.delete_button.click()
    assert rows(dialog.versions) == ["Version 2"]
    assert "Delete red disc" in driver.dialogs.asked[-1]
    dialog.close()


def decided(project: Path) -> set[tuple[int, ...]]:
    """Return the colours that were decided in the first frame of a project."""
    document = open_project(project, writes=False)
    frame = document.frames[0]
    colors = {
        document.palette.entries[index].color for index in frame.decided_color[frame.decided > 0]
    }
    document.store.close()
    return colors


def test_backups_are_made_and_restored(make_driver, qtbot, clip: Path, tmp_path: Path):
    driver = make_driver()
    window, disc = driver.window, centres(0)["disc"]
    path = tmp_path / "a.paintassist"
    kept(driver, clip, path)
    driver.take(RED)
    driver.click(disc)
    driver.settle()
    window.keeper.back_up()
    qtbot.waitUntil(lambda: len(list_backups(path)) == 1)
    driver.take(BLUE)
    driver.click(disc)
    driver.settle()
    dialog = past(driver)
    dialog.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "/" in rows(dialog.backups, 2)[0])
    driver.dialogs.save_path = tmp_path / "copy.paintassist"
    dialog.copy_button.click()
    dialog.back_button.click()
    driver.settle()
    assert driver.color_at(0, disc) == RED
    # What is restored may be copied, too, once its files were looked at.
    assert len(rows(dialog.backups)) in (2, 3)
    assert {RED, BLUE} == {color for backup in list_backups(path) for color in decided(backup.path)}
    dialog.close()
    copy = open_project(tmp_path / "copy.paintassist")
    assert copy.frames[0].path == clip / "line" / "A1.png"
    copy.store.close()


def test_a_backup_is_made_when_a_project_is_opened(make_driver, qtbot, clip: Path, tmp_path: Path):
    driver, path = make_driver(), tmp_path / "a.paintassist"
    kept(driver, clip, path)
    driver.open(path)
    qtbot.waitUntil(lambda: len(list_backups(path)) == 1)


def test_a_second_window_says_that_it_is_read_only(make_driver, clip: Path, tmp_path: Path):
    first, second = make_driver(), make_driver()
    path, disc = tmp_path / "a.paintassist", centres(0)["disc"]
    kept(first, clip, path)
    second.open(path)
    window = second.window
    assert "open in another window" in window.messages.messages[0]
    assert "[read-only]" in window.windowTitle()
    second.take(RED)
    second.click(disc)
    second.settle()
    assert second.color_at(0, disc) == GREEN
    assert len(window.messages.messages) == 1
    second.dialogs.save_path = tmp_path / "b.paintassist"
    elsewhere, _ = window.messages.offers
    elsewhere.click()
    assert not window.messages.isVisible()
    assert "read-only" not in window.windowTitle()
    second.click(disc)
    second.settle()
    assert second.color_at(0, disc) == RED
    first.take(BLUE)
    first.click(disc)
    first.settle()
    assert first.color_at(0, disc) == BLUE


def test_a_drive_that_goes_leaves_the_work_in_memory(make_driver, clip: Path, tmp_path: Path):
    driver = make_driver()
    window, disc = driver.window, centres(0)["disc"]
    drive = tmp_path / "drive"
    drive.mkdir()
    kept(driver, clip, drive / "a.paintassist")
    shutil.rmtree(drive)
    driver.take(RED)
    driver.click(disc)
    driver.settle()
    assert driver.color_at(0, disc) == GREEN
    _, memory = window.messages.offers
    memory.click()
    driver.click(disc)
    driver.settle()
    assert driver.color_at(0, disc) == RED
    assert window.workspace.is_unsaved
    assert window.isWindowModified()
    driver.dialogs.save_path = tmp_path / "b.paintassist"
    driver.key(Qt.Key.Key_S, CONTROL)
    assert not window.workspace.is_unsaved
    kept_now = open_project(tmp_path / "b.paintassist")
    assert kept_now.history.count == 1
    kept_now.store.close()


def test_copies_are_saved_while_the_worker_runs(make_driver, qtbot, clip: Path, tmp_path: Path):
    driver = make_driver()
    window = driver.window
    kept(driver, clip, tmp_path / "a.paintassist")
    window.workspace.propose_again()
    assert window.workspace.busy
    driver.dialogs.save_path = copy = tmp_path / "copy.paintassist"
    window.files.save_copy()
    qtbot.waitUntil(lambda: copy.exists() and not lock_path(copy).exists())
    window.workspace.propose_again()
    driver.dialogs.save_path = tmp_path / "b.paintassist"
    window.files.save_as()
    driver.settle()
    assert window.workspace.document.store.path == tmp_path / "b.paintassist"
    again = open_project(copy)
    assert len(again.frames) == 4
    again.store.close()


def test_a_project_opens_with_a_colour_in_the_hand(make_driver, clip: Path, tmp_path: Path):
    driver = make_driver()
    driver.open(clip)
    driver.window.workspace.save_as(tmp_path / "a.paintassist")
    driver.open(tmp_path / "a.paintassist")
    entry = driver.window.desk.entry(driver.window.desk.color_index)
    assert entry is not None
    assert entry.color[3]


def test_the_view_is_found_again(make_driver, clip: Path, tmp_path: Path):
    driver = make_driver()
    window, path = driver.window, tmp_path / "a.paintassist"
    kept(driver, clip, path)
    window.desk.show_frame(2)
    window.canvas.zoom(3)
    scale = window.canvas.view.scale
    window.keeper.keep_view()
    driver.open(clip)
    driver.open(path)
    assert window.desk.frame_index == 2
    assert abs(window.canvas.view.scale - scale) < 1e-9


def test_a_damaged_project_offers_its_backups(make_driver, qtbot, clip: Path, tmp_path: Path):
    driver = make_driver()
    window, path = driver.window, tmp_path / "a.paintassist"
    kept(driver, clip, path)
    window.keeper.back_up()
    qtbot.waitUntil(lambda: len(list_backups(path)) == 1)
    driver.open(clip)
    path.write_bytes(path.read_bytes()[:6000])
    driver.open(path)
    assert "is damaged" in window.messages.messages[0]
    (button,) = window.messages.offers
    button.click()
    dialog = window.findChild(PastDialog)
    dialog.backups.setCurrentItem(dialog.backups.topLevelItem(0))
    dialog.back_button.click()
    driver.settle()
    assert window.workspace.document.store.path == path
    assert len(window.workspace.document.frames) == 4
    dialog.close()
