"""Gap pen and closing gaps in a real window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from paintassist.ui.tools.gap_dialog import GapDialog
from tests.ui.clip import BLUE, RED, centres
from tests.ui.tools.strokes import drag, open_square


def test_the_gap_pen_parts_and_undo_makes_one_again(make_driver, clip: Path):
    open_square(clip)
    driver = make_driver()
    driver.open(clip)
    window, document, at = driver.window, driver.window.workspace.document, centres(0)["square"]
    before = document.frames[0].count
    driver.key(Qt.Key.Key_B)
    drag(driver, (62, 34), (62, 46))
    driver.settle()
    assert document.frames[0].count == before + 1
    assert document.history.undo_name == "Draw barrier"
    # The engine has proposed for the new segment.
    assert driver.color_at(0, at) == RED
    driver.take(BLUE)
    driver.key(Qt.Key.Key_K)
    driver.click(at)
    assert driver.color_at(0, at) == BLUE
    assert driver.color_at(0, (62, 40)) != ()
    window.desk.undo()
    window.desk.undo()
    driver.settle()
    assert document.frames[0].count == before
    window.desk.redo()
    driver.settle()
    assert document.frames[0].count == before + 1


def test_closing_gaps_shows_where_and_does_it(make_driver, clip: Path):
    open_square(clip)
    driver = make_driver()
    driver.open(clip)
    window, document = driver.window, driver.window.workspace.document
    before = document.frames[0].count
    plain = window.canvas.grab().toImage()
    window.actions_by_id["close_gaps"].trigger()
    dialog = window.findChild(GapDialog)
    dialog.set_radius(6)
    driver.settle()
    assert dialog._found.text().startswith("1 ")
    assert window.canvas.grab().toImage() != plain
    assert document.frames[0].count == before
    dialog.buttons.button(QDialogButtonBox.StandardButton.Apply).click()
    driver.settle()
    assert document.frames[0].count == before + 1
    assert document.frames[0].retouch.radius == 6
    assert driver.color_at(0, centres(0)["square"]) == RED
    window.desk.show_frame(1)
    assert dialog.slider.value() == 0
    window.desk.show_frame(0)
    assert dialog.slider.value() == 6
    dialog.close()
    assert not window.canvas._strokes


def test_why_a_fill_runs_out_is_shown_and_closed(make_driver, clip: Path):
    open_square(clip)
    driver = make_driver()
    driver.open(clip)
    window, document, at = driver.window, driver.window.workspace.document, centres(0)["square"]
    before = document.frames[0].count
    driver.key(Qt.Key.Key_W)
    driver.click(centres(0)["disc"])
    driver.settle()
    assert "Nothing leaks" in window.status.currentMessage()
    assert not window.canvas._strokes
    plain = window.canvas.grab().toImage()
    driver.click(at)
    driver.settle()
    assert "through 4 px" in window.status.currentMessage()
    assert {point[0] for point in window.canvas._strokes[0]} == {62.5}
    assert window.canvas.grab().toImage() != plain
    drag(driver, at, held=Qt.KeyboardModifier.ShiftModifier)
    driver.settle()
    assert document.frames[0].count == before + 1
    assert driver.color_at(0, at) == RED


def test_escape_closes_the_dialog_and_cancels_nothing(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    cancelled: list[bool] = []
    driver.window.actions_by_id["cancel"].triggered.connect(lambda: cancelled.append(True))
    driver.key(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    dialog = driver.window.findChild(GapDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    driver.qtbot.waitUntil(lambda: driver.window.findChild(GapDialog) is None)
    assert not cancelled
