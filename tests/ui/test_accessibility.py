"""Contrast that eyes can read, names that screen readers can say, work without a mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QDockWidget,
    QWidget,
)

from paintassist.document.frame import DecisionState
from paintassist.ui.actions import ACTIONS
from paintassist.ui.dialogs import Answer
from paintassist.ui.panels import message_bar
from paintassist.ui.theme import make_palette
from tests.ui.clip import BLUE, SHIFTS, centres

Role = QPalette.ColorRole
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
# WCAG 2.2, success criteria 1.4.3 (text) and 1.4.11 (marks of the interface).
TEXT, MARK = 4.5, 3.0
PAIRS = [
    (Role.WindowText, Role.Window, TEXT),
    (Role.Text, Role.Base, TEXT),
    (Role.Text, Role.AlternateBase, TEXT),
    (Role.ButtonText, Role.Button, TEXT),
    (Role.ToolTipText, Role.ToolTipBase, TEXT),
    (Role.HighlightedText, Role.Highlight, TEXT),
    (Role.PlaceholderText, Role.Base, TEXT),
    (Role.PlaceholderText, Role.Window, TEXT),
    (Role.Link, Role.Base, TEXT),
    (Role.Link, Role.Window, TEXT),
    (Role.Highlight, Role.Base, MARK),
    (Role.Accent, Role.Window, MARK),
]
# Dialogs that actions open without asking the system for a file.
DIALOGS = [
    spec.id
    for spec in ACTIONS
    if spec.text.endswith("...")
    and spec.id not in {"open_frames", "open_sheet", "open_project", "save_as", "export"}
]


def luminance(color: QColor) -> float:
    """Return the relative luminance of WCAG, 0..1."""

    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(value) for value in color.getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of WCAG, 1..21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_ratio_is_that_of_the_guidelines():
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    # A grey that is known to just pass on white.
    assert contrast(QColor("#767676"), QColor("white")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("dark", [True, False], ids=["dark", "light"])
def test_both_themes_can_be_read(dark: bool):
    palette = make_palette(dark)
    ratios = {
        (front.name, back.name): (contrast(palette.color(front), palette.color(back)), least)
        for front, back, least in PAIRS
    }
    poor = {pair: ratio for pair, (ratio, least) in ratios.items() if ratio < least}
    assert not poor


def test_messages_can_be_read():
    assert contrast(QColor(message_bar.TEXT), QColor(message_bar.BACK)) >= TEXT


def nameless(root: QWidget) -> list[str]:
    """Return the widgets below that take the keyboard or the mouse and have no name."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        # Parts of a widget that Qt makes are named by it.
        own = not widget.objectName().startswith("qt_")
        if not own or not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        parent = widget.parentWidget()
        inside = (
            isinstance(parent, QAbstractItemView | QComboBox)
            or "ScrollArea" in type(parent).__name__
        )
        if interface is not None and not interface.text(QAccessible.Text.Name) and not inside:
            found.append(f"{type(widget).__name__} in {type(parent).__name__}")
    return found


def test_screen_readers_have_a_name_for_everything_in_the_window(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window = driver.window
    for dock in window.findChildren(QDockWidget):
        dock.show()
        dock.raise_()
        QTest.qWait(20)
        assert dock.windowTitle()
        assert not nameless(dock), dock.objectName()
    assert not nameless(window)
    for action in window.actions_by_id.actions.values():
        assert action.text()


class Asked:
    """Stands for the dialogs that wait for an answer, and gives none."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> Callable[..., object]:
        self.asked.append(name)
        return lambda *args, **kwargs: Answer.DISCARD if name == "ask_unsaved" else None


@pytest.mark.parametrize("action_id", DIALOGS)
def test_screen_readers_have_a_name_for_everything_in_dialogs(
    make_driver, clip: Path, action_id: str
):
    driver = make_driver()
    driver.open(clip)
    before = {id(widget) for widget in QApplication.topLevelWidgets() if widget.isVisible()}
    asked = driver.window.dialogs = Asked()
    driver.window.actions_by_id[action_id].trigger()
    QTest.qWait(60)
    opened = [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QDialog) and widget.isVisible() and id(widget) not in before
    ]
    assert opened or asked.asked, f"{action_id} opens no dialog"
    for dialog in opened:
        assert dialog.windowTitle()
        assert not nameless(dialog)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible(), "Escape must close a dialog"


def test_a_whole_clip_without_a_mouse(make_driver, clip: Path, tmp_path: Path):
    driver = make_driver()
    window, key = driver.window, Qt.Key
    driver.dialogs.folder = clip
    driver.key(key.Key_O, CTRL)
    driver.settle()
    document = window.workspace.document

    # To the star, which the sheet does not know, by the arrows.
    driver.key(key.Key_Right)
    star = segment_at(driver, centres(SHIFTS[0])["star"])
    ways = [key.Key_Left, key.Key_Right, key.Key_Up, key.Key_Down]
    assert star in reachable(driver, ways), "the arrows do not reach every segment"
    go_to(driver, star, ways)
    assert window.canvas.current_segment == star

    # Its colour from the palette: to its pane, along the list, Enter, and back.
    colors = [entry.color for entry in document.palette]
    to_pane(driver, window.palette_panel)
    listed = QApplication.focusWidget()
    assert isinstance(listed, QAbstractItemView)
    QTest.keyClick(listed, key.Key_Home)
    for _ in range(colors.index(BLUE)):
        QTest.keyClick(listed, key.Key_Down)
    QTest.keyClick(listed, key.Key_Return)
    assert document.palette.entries[window.desk.color_index].color == BLUE
    to_pane(driver, window.canvas)
    assert window.canvas.current_segment == star, "the outlined segment is lost on the way"
    driver.key(key.Key_K, SHIFT)
    driver.settle()
    assert document.frames[0].decided[star] == DecisionState.CORRECTED
    assert driver.color_at(0, centres(SHIFTS[0])["star"]) == BLUE

    # The rest of the clip.
    for _ in document.frames:
        driver.key(key.Key_Return, CTRL, SHIFT)
        driver.settle()
    assert all(frame.decided[1:].all() for frame in document.frames)
    driver.dialogs.save_path = tmp_path / "keys.paintassist"
    driver.key(key.Key_S, CTRL)
    driver.settle()
    assert driver.dialogs.save_path.exists()


def segment_at(driver, pos_image: tuple[int, int]) -> int:
    segments = driver.window.workspace.document.segments(driver.window.desk.frame_index)
    return int(segments.labels[pos_image[1], pos_image[0]])


def reachable(driver, ways: list[Qt.Key]) -> dict[int, list[Qt.Key]]:
    """Return the keys that lead to each segment from the outlined one, by trying them."""
    canvas = driver.window.canvas
    routes: dict[int, list[Qt.Key]] = {canvas.current_segment: []}
    waiting = list(routes)
    begin = canvas.current_segment
    while waiting:
        here = waiting.pop(0)
        for way in ways:
            canvas.set_current_segment(here)
            driver.key(way)
            there = canvas.current_segment
            if there not in routes:
                routes[there] = [*routes[here], way]
                waiting.append(there)
    canvas.set_current_segment(begin)
    return routes


def go_to(driver, segment: int, ways: list[Qt.Key]) -> None:
    for way in reachable(driver, ways)[segment]:
        driver.key(way)


def to_pane(driver, pane: QWidget) -> None:
    """Press F6 until the keyboard is in a pane."""
    for _ in range(12):
        focused = QApplication.focusWidget()
        if focused is pane or (focused is not None and pane.isAncestorOf(focused)):
            return
        QTest.keyClick(focused, Qt.Key.Key_F6)
    raise AssertionError(f"F6 does not lead to {type(pane).__name__}")
