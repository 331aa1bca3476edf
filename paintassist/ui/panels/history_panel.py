"""The steps of the painter's work, to go back to and forth to."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from paintassist.document.history import History
from paintassist.ui.edit_names import edit_words

Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractListModel):
    """Row 0 is how the work began; row n is edit n. What is undone is pale."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._history = History()

    @property
    def current(self) -> int:
        """The row of the edit done last."""
        return len(self._history.done)

    def show_history(self, history: History) -> None:
        """Show a history as it is now."""
        self.beginResetModel()
        self._history = history
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else self._history.count + 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return an edit's name."""
        if not index.isValid() or index.row() > self._history.count:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(index.row())
        if role == Qt.ItemDataRole.ForegroundRole and index.row() > self.current:
            parent = self.parent()
            if isinstance(parent, QWidget):
                return parent.palette().color(QPalette.ColorRole.PlaceholderText)
        return None

    def _words(self, row: int) -> str:
        if row:
            return edit_words(self._history.name(row - 1))
        if self._history.forgotten:
            text = self.tr("Older steps that are forgotten: %1")
            return text.replace("%1", f"{self._history.forgotten:,}")
        return self.tr("Beginning")


class HistoryPanel(QListView):
    """Lists the steps with their names; a click, or Enter, goes there.

    Signals
    -------
    chosen : int, how many edits shall be done.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = HistoryModel(self)
        self.setModel(self._model)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._on_clicked)
        self.activated.connect(self._on_clicked)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(self.tr("History"))
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return a width for a name."""
        return QSize(230, 420)

    def show_history(self, history: History) -> None:
        """Show a history as it is now, with the last step in sight."""
        self._model.show_history(history)
        self.setCurrentIndex(self._model.index(self._model.current))

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.row() != self._model.current:
            self.chosen.emit(index.row())
