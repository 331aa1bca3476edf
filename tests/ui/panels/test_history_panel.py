"""The list of steps in a real window, across frames."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget

from tests.ui.clip import BLUE, GREEN, RED, centres


def rows(driver) -> list[str]:
    model = driver.window.history_panel.model()
    return [model.index(row).data() for row in range(model.rowCount())]


def click(driver, row: int) -> None:
    panel = driver.window.history_panel
    at = panel.visualRect(panel.model().index(row)).center()
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(panel.viewport(), Qt.MouseButton.LeftButton, none, at)


def test_click_a_step_to_go_there(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window = driver.window
    window.findChild(QDockWidget, "history").raise_()
    assert rows(driver) == ["Beginning"]
    square = centres(0)["square"]
    for color in (GREEN, BLUE):
        driver.take(color)
        driver.click(square)
    window.desk.step_frame(1)
    driver.click(centres(6)["square"])
    assert len(rows(driver)) == 4
    assert all(rows(driver))
    click(driver, 1)
    driver.settle()
    assert driver.color_at(0, square) == GREEN
    assert window.desk.frame_index == 1
    assert len(rows(driver)) == 4
    assert window.history_panel.currentIndex().row() == 1
    assert window.actions_by_id["redo"].isEnabled()
    click(driver, 0)
    driver.settle()
    assert driver.color_at(0, square) == RED
    click(driver, 3)
    driver.settle()
    assert driver.color_at(0, square) == BLUE
    assert driver.color_at(1, centres(6)["square"]) == BLUE
    assert not window.actions_by_id["redo"].isEnabled()
