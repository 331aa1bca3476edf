"""Splitting, merging, erasing barriers, trace lines and dust in a real window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt

from paintassist.core.lines import Ink
from paintassist.io.images import read_image
from paintassist.io.project_file import open_project
from paintassist.ui.tools.dust_dialog import DustDialog
from tests.ui.clip import BLUE, centres, write
from tests.ui.tools.strokes import SHIFT, drag, open_square

CTRL = Qt.KeyboardModifier.ControlModifier


def segment_at(driver, at: tuple[int, int], frame: int = 0) -> int:
    segments = driver.window.workspace.document.segments(frame)
    assert segments is not None
    return int(segments.labels[at[1], at[0]])


def test_split_then_merge_and_every_step_is_undone(make_driver, clip: Path, tmp_path: Path):
    driver = make_driver()
    driver.open(clip)
    window, document = driver.window, driver.window.workspace.document
    x, y = centres(0)["square"]
    before = document.frames[0].count
    driver.key(Qt.Key.Key_T)
    # Short of the lines on both sides.
    drag(driver, (x - 8, y), (x, y), (x + 8, y))
    driver.settle()
    assert document.frames[0].count == before + 1
    assert segment_at(driver, (x, y - 10)) != segment_at(driver, (x, y + 10))
    assert document.history.undo_name == "Split segment"
    driver.take(BLUE)
    driver.key(Qt.Key.Key_K)
    driver.click((x, y - 10))
    driver.settle()
    assert driver.color_at(0, (x, y - 10)) == BLUE
    assert document.frames[0].decided[segment_at(driver, (x, y + 10))] == 0
    driver.key(Qt.Key.Key_Y)
    plain = window.canvas.grab().toImage()
    drag(driver, (x, y + 10), centres(0)["disc"])
    driver.settle()
    # The background between the two was crossed as well.
    assert segment_at(driver, (x, y + 10)) == segment_at(driver, (0, 0))
    assert segment_at(driver, centres(0)["disc"]) == segment_at(driver, (0, 0))
    assert window.canvas.grab().toImage() != plain
    path = tmp_path / "cut.paintassist"
    window.workspace.save_as(path)
    drag(driver, (x, y + 10), held=SHIFT)
    driver.settle()
    assert document.history.undo_name == "Take segments apart"
    assert segment_at(driver, (x, y + 10)) != segment_at(driver, (0, 0))
    kept = open_project(path)
    assert kept.frames[0].retouch == document.frames[0].retouch
    assert kept.frames[0].decided.tolist() == document.frames[0].decided.tolist()
    assert kept.store is not None
    kept.store.close()
    while document.history.done:
        window.desk.undo()
    driver.settle()
    assert document.frames[0].count == before
    assert document.frames[0].retouch.barriers == ()


def test_the_eraser_opens_what_was_closed(make_driver, clip: Path):
    open_square(clip)
    driver = make_driver()
    driver.open(clip)
    window, document = driver.window, driver.window.workspace.document
    before = document.frames[0].count
    driver.key(Qt.Key.Key_B)
    drag(driver, (62, 34), (62, 46))
    driver.settle()
    assert document.frames[0].count == before + 1
    window.actions_by_id["gap_eraser"].trigger()
    drag(driver, (58, 40), (66, 40))
    driver.settle()
    assert document.frames[0].count == before
    assert document.history.undo_name == "Erase barriers"
    drag(driver, (5, 5), (9, 5))
    driver.settle()
    assert len(document.history.done) == 2
    assert "Nothing changed" in window.status.currentMessage()


def test_quick_strokes_wait_for_each_other(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    document = driver.window.workspace.document
    before = document.frames[0].count
    x, y = centres(0)["square"]
    driver.key(Qt.Key.Key_B)
    drag(driver, (x - 30, y - 10), (x + 30, y - 10))
    drag(driver, (x - 30, y), (x + 30, y))
    drag(driver, (x - 30, y + 10), (x + 30, y + 10))
    driver.settle()
    assert document.frames[0].count == before + 3
    assert len(document.history.done) == 3


def test_trace_lines_are_drawn_and_erased_and_the_file_is_not_touched(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window, document = driver.window, driver.window.workspace.document
    drawn = (clip / "line" / "A1.png").read_bytes()
    x, y = centres(0)["square"]
    before = document.frames[0].count
    window.actions_by_id["trace_blue"].trigger()
    drag(driver, (x - 30, y), (x + 30, y))
    driver.settle()
    assert document.frames[0].count == before + 1
    segments = document.segments(0)
    assert segments.inks[y, x] == Ink.BLUE
    assert segments.inks[y, x - 22] == Ink.BLACK
    window.actions_by_id["trace_thicker"].trigger()
    assert "3 px" in window.status.currentMessage()
    drag(driver, (x - 18, y), (x + 18, y), held=SHIFT)
    driver.settle()
    assert document.history.undo_name == "Erase trace line"
    segments = document.segments(0)
    assert segments.inks[y, x] == Ink.NONE
    assert document.frames[0].count == before
    window.desk.undo()
    window.desk.undo()
    driver.settle()
    assert not (document.segments(0).inks > Ink.BLACK).any()
    assert (clip / "line" / "A1.png").read_bytes() == drawn


def test_dust_is_listed_and_goes_in_one_step(make_driver, clip: Path):
    for number, spots in ((1, [(45, 45), (150, 20)]), (2, [(20, 100)])):
        path = clip / "line" / f"A{number}.png"
        line = read_image(path).copy()
        for x, y in spots:
            line[y : y + 2, x : x + 2, :3] = 0
        write(path, line)
    driver = make_driver()
    driver.open(clip)
    window, document = driver.window, driver.window.workspace.document
    driver.key(Qt.Key.Key_D, CTRL)
    dialog = window.findChild(DustDialog)
    driver.settle()
    assert dialog.list.count() == 2
    dialog.every.setChecked(True)
    driver.qtbot.waitUntil(lambda: dialog.list.count() == 3)
    dialog.list.itemClicked.emit(dialog.list.item(2))
    assert window.desk.frame_index == 1
    driver.settle()
    assert dialog.list.count() == 3
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.found.text().startswith("2 specks")
    dialog.apply.click()
    driver.settle()
    assert document.history.undo_name == "Remove 2 specks"
    assert document.segments(0).inks[45, 45] == Ink.NONE
    assert document.segments(0).inks[20, 150] == Ink.BLACK
    assert document.segments(1).inks[100, 20] == Ink.NONE
    driver.settle()
    assert dialog.list.count() == 1
    window.desk.undo()
    driver.settle()
    assert np.array_equal(document.segments(1).inks, document.segments(1).drawn_inks)
    dialog.close()
