"""What tests of the tools draw with, and on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from paintassist.io.images import read_image
from tests.ui.clip import write

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def drag(driver, *points, held=NONE) -> None:
    """Press at the first point, let go at the last."""
    canvas = driver.window.canvas
    at = [driver.widget_pos(point) for point in points]
    QTest.mousePress(canvas, LEFT, held, at[0])
    for pos in at[1:]:
        QTest.mouseMove(canvas, pos)
    QTest.mouseRelease(canvas, LEFT, held, at[-1])


def open_square(clip: Path) -> None:
    """Erase 4 px of the square's right side in the first frame."""
    path = clip / "line" / "A1.png"
    line = read_image(path).copy()
    line[38:42, 60:65] = 255
    write(path, line)
