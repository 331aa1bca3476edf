"""The navigator follows the canvas, and the canvas the navigator."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget

from tests.ui.clip import BLUE, centres

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def driver(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    dock = driver.window.findChild(QDockWidget, "navigator")
    dock.show()
    dock.raise_()
    driver.qtbot.waitUntil(driver.window.navigator.isVisible)
    return driver


def spot(driver, name: str) -> QPoint:
    x, y = driver.window.navigator.view.to_widget(centres(0)[name])
    return QPoint(round(x), round(y))


def test_a_click_looks_there(driver):
    canvas, navigator = driver.window.canvas, driver.window.navigator
    canvas.actual_size()
    canvas.zoom(20)
    canvas.turn(30)
    QTest.mouseClick(navigator, LEFT, NONE, spot(driver, "star"))
    middle = canvas.view.to_image((canvas.width() / 2, canvas.height() / 2))
    assert middle == pytest.approx(centres(0)["star"], abs=1.5)


def test_it_shows_what_is_painted_and_the_frame_that_is_shown(driver):
    window = driver.window
    driver.take(BLUE)
    driver.click(centres(0)["square"])
    driver.qtbot.wait(60)
    shown = window.navigator.grab().toImage()
    assert shown.pixelColor(spot(driver, "square")).getRgb() == BLUE
    window.desk.show_frame(2)
    assert window.navigator.renderer is window.canvas.renderer


def test_hidden_it_costs_nothing_and_catches_up(driver):
    window = driver.window
    window.findChild(QDockWidget, "navigator").close()
    driver.qtbot.waitUntil(lambda: not window.navigator.isVisible())
    before = window.navigator.renderer
    window.desk.show_frame(2)
    assert window.navigator.renderer is before
    window.findChild(QDockWidget, "navigator").show()
    driver.qtbot.waitUntil(lambda: window.navigator.renderer is window.canvas.renderer)
