"""Pen tablets do what mice do, outside the pen's own event."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QApplication

from tests.ui.clip import BLUE, centres

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


def send(driver, kind: QEvent.Type, at, button=NONE, buttons=NONE, pressure: float = 0.0):
    pos = QPointF(driver.widget_pos(at))
    where = QPointF(driver.window.canvas.mapToGlobal(pos))
    device = QPointingDevice.primaryPointingDevice()
    event = QTabletEvent(
        kind, device, pos, where, pressure, 0, 0, 0, 0, 0,
        Qt.KeyboardModifier.NoModifier, button, buttons,
    )  # fmt: skip
    QApplication.sendEvent(driver.window.canvas, event)
    return event


def test_a_pen_hovers_and_fills_along_its_stroke(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    at, canvas = centres(0), driver.window.canvas
    document = driver.window.workspace.document
    driver.take(BLUE)
    canvas.set_current_segment(0)
    for spot in ((2, 2), (5, 5), at["square"]):
        assert send(driver, QEvent.Type.TabletMove, spot).isAccepted()
    # Nothing has been worked on inside the pen's events.
    assert canvas.current_segment == 0
    driver.qtbot.waitUntil(lambda: canvas.current_segment != 0)
    assert canvas.current_segment == document.segments(0).labels[at["square"][::-1]]
    send(driver, QEvent.Type.TabletPress, at["square"], LEFT, LEFT, 0.3)
    send(driver, QEvent.Type.TabletMove, at["disc"], NONE, LEFT, 0.9)
    assert not document.history.done
    send(driver, QEvent.Type.TabletRelease, at["disc"], LEFT, NONE)
    driver.qtbot.waitUntil(lambda: bool(document.history.done))
    assert driver.color_at(0, at["square"]) == driver.color_at(0, at["disc"]) == BLUE
    assert len(document.history.done) == 1


def test_a_hovering_pen_leaves_one_event_to_work_on(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    for x in range(20, 40):
        send(driver, QEvent.Type.TabletMove, (x, 40))
    assert len(driver.window.canvas._pen._waiting) == 1
    driver.qtbot.waitUntil(lambda: not driver.window.canvas._pen._waiting)
