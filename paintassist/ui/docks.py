"""The dock that a widget lies in."""

from __future__ import annotations

from PySide6.QtWidgets import QDockWidget, QWidget


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
