"""A dialog that stays open beside the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget


class ToolDialog(QDialog):
    """Choices over a row of Apply and Close; deletes itself when it is closed.

    A tool window shares the shortcuts of its window, which would take Escape for themselves.

    Attributes
    ----------
    buttons : QDialogButtonBox
    apply : QPushButton
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Apply | QDialogButtonBox.StandardButton.Close
        )
        self.apply = self.buttons.button(QDialogButtonBox.StandardButton.Apply)
        self.buttons.rejected.connect(self.close)

    def lay_out(self, *rows: QWidget | QHBoxLayout) -> None:
        """Put rows one below the other, and the buttons below them."""
        layout = QVBoxLayout(self)
        for row in (*rows, self.buttons):
            if isinstance(row, QWidget):
                layout.addWidget(row)
            else:
                layout.addLayout(row)

    def event(self, event: QEvent) -> bool:
        """Keep Escape for closing."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)


def side_by_side(*widgets: QWidget) -> QHBoxLayout:
    """Return widgets as one row."""
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    return row
