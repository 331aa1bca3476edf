"""What the next window finds again, and what a screen reader finds."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDockWidget,
    QHeaderView,
    QLineEdit,
    QMenu,
    QWidget,
)

from paintassist.ui.canvas.view_widget import ViewWidget
from paintassist.ui.command_list import CommandList
from paintassist.ui.shortcuts.editor import ShortcutEditor

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, ViewWidget)


def nameless(root: QWidget) -> list[QWidget]:
    """Return the visible controls that a screen reader has no name for."""
    controls = [
        widget
        for widget in root.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and widget.isVisible()
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), QComboBox | QMenu)
        and not isinstance(widget, QHeaderView)
    ]
    assert controls
    names = [QAccessible.queryAccessibleInterface(widget) for widget in controls]
    return [
        widget
        for widget, interface in zip(controls, names, strict=True)
        if not interface.text(QAccessible.Text.Name).strip()
    ]


def test_docks_are_where_they_were_left(make_driver, clip: Path):
    driver = make_driver()
    window = driver.window
    dock = window.findChild(QDockWidget, "palette")
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    window.findChild(QDockWidget, "sheets").close()
    window.close()
    other = make_driver().window
    again = other.findChild(QDockWidget, "palette")
    assert other.dockWidgetArea(again) == Qt.DockWidgetArea.LeftDockWidgetArea
    assert not other.findChild(QDockWidget, "sheets").isVisible()


def test_a_damaged_layout_is_no_layout(make_driver):
    first = make_driver().window
    first.comfort.preferences.setValue("layout/docks", "nonsense")
    first.comfort.preferences.setValue("layout/geometry", 7)
    first.comfort.preferences.sync()
    assert make_driver().window.findChild(QDockWidget, "palette").isVisible()


def test_every_control_has_a_name(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    driver.window.messages.show_message("a problem")
    assert nameless(driver.window) == []
    for action_id, kind in (("shortcuts", ShortcutEditor), ("commands", CommandList)):
        driver.window.actions_by_id[action_id].trigger()
        dialog = driver.window.findChild(kind)
        driver.qtbot.waitUntil(dialog.isVisible)
        assert nameless(dialog) == []
        dialog.reject()
