"""The palette: swatches in the sheet's own order."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from paintassist.core.palette import PaletteEntry
from paintassist.ui.panels.choices import entry_label, hex_of, paint_swatch

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)
USAGE_ROLE = ENTRY_ROLE + 1
ROW_HEIGHT = 34

Index = QModelIndex | QPersistentModelIndex


class PaletteModel(QAbstractListModel):
    """Palette entries and how many segments use each; renaming is a wish (`renamed`)."""

    renamed = Signal(int, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: list[PaletteEntry] = []
        self._usage: NDArray[np.int64] = np.zeros(0, np.int64)

    def set_entries(self, entries: list[PaletteEntry]) -> None:
        """Show other entries; the rows that stay keep their selection."""
        before, now = len(self._entries), len(entries)
        if now > before:
            self.beginInsertRows(QModelIndex(), before, now - 1)
            self._entries = list(entries)
            self.endInsertRows()
        elif now < before:
            self.beginRemoveRows(QModelIndex(), now, before - 1)
            self._entries = list(entries)
            self.endRemoveRows()
        self._entries = list(entries)
        self._tell()

    def set_usage(self, usage: NDArray[np.int64]) -> None:
        """Show how many segments use each entry, in all frames."""
        self._usage = usage
        self._tell()

    def _tell(self) -> None:
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of entries."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return an entry in the words that a role asks for."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        usage = int(self._usage[index.row()]) if index.row() < len(self._usage) else 0
        if role == ENTRY_ROLE:
            return entry
        if role == USAGE_ROLE:
            return usage
        if role == Qt.ItemDataRole.DisplayRole:
            return entry_label(entry)
        if role == Qt.ItemDataRole.EditRole:
            return entry.name
        if role == Qt.ItemDataRole.ToolTipRole:
            segments = self.tr("Segments: %1").replace("%1", str(usage))
            return f"{entry_label(entry)}\nRGBA {entry.color}\n{segments}"
        return None

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        """Wish a new name."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        self.renamed.emit(index.row(), str(value).strip())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let names be edited."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable


class SwatchDelegate(QStyledItemDelegate):
    """Draws swatch, name, value and usage; the swatch is exact, the selection frames it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one entry."""
        entry: PaletteEntry = index.data(ENTRY_ROLE)
        usage: int = index.data(USAGE_ROLE)
        rect: Any = option.rect
        palette: QPalette = option.palette
        state: Any = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        text = palette.text().color()
        if selected:
            painter.fillRect(rect, palette.highlight())
            text = palette.highlightedText().color()
        box = QRectF(rect)
        paint_swatch(painter, QRectF(box.x() + 6, box.y() + 4, 44, box.height() - 8), entry.color)
        painter.setPen(text)
        metrics = painter.fontMetrics()
        count = str(usage) if usage else ""
        room = box.width() - 60 - metrics.horizontalAdvance(count) - 12
        middle = Qt.AlignmentFlag.AlignVCenter
        label = QRectF(box.x() + 58, box.y(), room, box.height())
        name = entry_label(entry)
        if entry.name:
            name = f"{entry.name}  {hex_of(entry.color) if entry.color[3] else ''}"
        elided = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(label, middle, elided)
        if not selected:
            painter.setPen(palette.placeholderText().color())
        painter.drawText(box.adjusted(0, 0, -8, 0), middle | Qt.AlignmentFlag.AlignRight, count)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a row high enough to judge a colour."""
        return QSize(160, ROW_HEIGHT)


class PalettePanel(QListView):
    """The palette as a list; a click chooses the current colour, a double click renames.

    Signals
    -------
    chosen : int, the palette index.
    renamed : int, str.
    """

    chosen = Signal(int)
    renamed = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.retranslate()
        self._model = PaletteModel(self)
        self.setModel(self._model)
        self.setItemDelegate(SwatchDelegate(self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.clicked.connect(self._on_clicked)
        self.activated.connect(self._on_clicked)
        self._model.renamed.connect(self.renamed)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(self.tr("Palette"))

    def sizeHint(self) -> QSize:
        """Return a width for a name and its value."""
        return QSize(230, 420)

    def set_entries(self, entries: list[PaletteEntry]) -> None:
        """Show other entries."""
        self._model.set_entries(entries)

    def set_usage(self, usage: NDArray[np.int64]) -> None:
        """Show how many segments use each entry."""
        self._model.set_usage(usage)

    def set_current(self, index: int) -> None:
        """Show which entry is in the hand."""
        if index != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(index))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())
