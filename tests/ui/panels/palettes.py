"""What tests of the palette dock share."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from paintassist.core.palette import Palette

NIGHT = (20, 10, 60, 255)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def palette_of(driver) -> Palette:
    return driver.window.workspace.document.palette


def index_of(driver, color) -> int:
    return [entry.color for entry in palette_of(driver)].index(color)


def type_into(field, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
