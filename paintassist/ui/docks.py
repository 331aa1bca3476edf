"""The dock that a widget lies in, and the actions that show and hide docks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from paintassist.ui.actions import ACTIONS

PREFIX = "dock_"


def dock_of(widget: QWidget | None) -> QDockWidget | None:
    """Return the dock around a widget, None if there is none."""
    while widget is not None and not isinstance(widget, QDockWidget):
        widget = widget.parentWidget()
    return widget


def raise_dock(widget: QWidget) -> None:
    """Show the dock around a widget before the others."""
    dock = dock_of(widget)
    if dock is not None:
        dock.show()
        dock.raise_()


def dock_handlers(window: QMainWindow) -> dict[str, Callable[[], object]]:
    """Return what the actions `dock_NAME` do with the docks of these names."""

    def toggler(name: str) -> Callable[[], None]:
        return lambda: _toggle(window, name)

    names = [spec.id.removeprefix(PREFIX) for spec in ACTIONS if spec.id.startswith(PREFIX)]
    return {PREFIX + name: toggler(name) for name in names}


def follow_dock(dock: QDockWidget, action: QAction) -> None:
    """Keep an action checked while its dock is open."""
    action.setChecked(dock.toggleViewAction().isChecked())
    dock.toggleViewAction().toggled.connect(action.setChecked)


def _toggle(window: QMainWindow, name: str) -> None:
    dock = window.findChild(QDockWidget, name)
    action = window.findChild(QAction, PREFIX + name)
    assert dock is not None
    assert action is not None
    # Behind another tab it is not closed, and yet nobody sees it.
    if not dock.toggleViewAction().isChecked() or dock.visibleRegion().isEmpty():
        dock.show()
        dock.raise_()
    else:
        dock.close()
    action.setChecked(dock.toggleViewAction().isChecked())
