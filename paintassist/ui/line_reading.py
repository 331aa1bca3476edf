"""How the project reads its line art, changed in a dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from paintassist.ui.desk import Desk
from paintassist.ui.line_dialog import LineDialog


class LineReading(QObject):
    """Shows the dialog; frames are read anew where something changed, decisions stay."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk)
        self._desk, self._parent = desk, parent

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of this object do."""
        return {"line_art": self.show}

    def show(self) -> None:
        """Ask how line art is read, and apply it."""
        settings = self._desk.document.settings
        dialog = LineDialog(settings.lines, self._parent)
        dialog.accepted.connect(lambda: self.apply(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def apply(self, dialog: LineDialog) -> None:
        """Take over what a dialog says."""
        document = self._desk.document
        lines = dialog.settings()
        if lines == document.settings.lines:
            return
        self._desk.edit(lambda: document.set_settings(replace(document.settings, lines=lines)))
