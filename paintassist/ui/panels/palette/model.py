"""The rows of the palette as Qt wants them: words, swatches, names that can be edited, drops."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QWidget

from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import Palette, PaletteEntry, Role
from paintassist.core.parts import TONES
from paintassist.ui.actions.spec import QT_TRANSLATE_NOOP
from paintassist.ui.color_words import entry_label, role_words, value_words
from paintassist.ui.panels.palette.rows import (
    COLUMNS,
    FIRST_TONE,
    NAME,
    USE,
    Row,
    order_after_move,
    rows_of,
)

INDEX_ROLE = int(Qt.ItemDataRole.UserRole)
ENTRY_ROLE = INDEX_ROLE + 1
ROW_ROLE = INDEX_ROLE + 2
MIME = "application/x-paintassist-palette-entry"
# Short, as design sheets abbreviate them.
HEADS = dict(
    zip(
        TONES,
        (
            QT_TRANSLATE_NOOP("PaletteModel", "HL"),
            QT_TRANSLATE_NOOP("PaletteModel", "N"),
            QT_TRANSLATE_NOOP("PaletteModel", "S1"),
            QT_TRANSLATE_NOOP("PaletteModel", "S2"),
        ),
        strict=True,
    )
)

Index = QModelIndex | QPersistentModelIndex


class PaletteModel(QAbstractTableModel):
    """Rows of the palette; what the painter does to them is a wish, told by signals.

    Signals
    -------
    renamed : int, str; an entry.
    part_renamed : str, str.
    ordered : list of int; the sheet order.
    assigned : int, str, Role; an entry to a part and a tone.
    """

    renamed = Signal(int, str)
    part_renamed = Signal(str, str)
    ordered = Signal(list)
    assigned = Signal(int, str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._palette = Palette()
        self._wanted = ""
        self._rows: list[Row] = []
        self._here: NDArray[np.int64] = np.zeros(0, np.int64)
        self._everywhere: NDArray[np.int64] = np.zeros(0, np.int64)

    # What is shown

    def show_palette(self, palette: Palette) -> None:
        """Show a palette as it is now."""
        self._palette = palette
        self._renew()

    def set_wanted(self, words: str) -> None:
        """Show only rows in which words are found."""
        self._wanted = words
        self._renew()

    def _renew(self) -> None:
        rows = rows_of(self._palette, self._wanted)
        if [row.indices for row in rows] != [row.indices for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        self._rows = rows
        self._tell()

    def set_usage(self, here: NDArray[np.int64], everywhere: NDArray[np.int64]) -> None:
        """Show how many segments use each entry, in the frame in view and in all."""
        self._here, self._everywhere = here, everywhere
        self._tell()

    def _tell(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, USE))

    @property
    def rows(self) -> list[Row]:
        """The rows that are shown."""
        return self._rows

    def place_of(self, entry: int) -> QModelIndex:
        """Return where an entry is shown; invalid if it is not."""
        for number, row in enumerate(self._rows):
            if entry in row.indices:
                return self.index(number, row.column_of(entry))
        return QModelIndex()

    def usage(self, entry: int) -> tuple[int, int]:
        """Return how many segments use an entry, in the frame in view and in all."""
        inside = 0 <= entry < min(len(self._here), len(self._everywhere))
        return (int(self._here[entry]), int(self._everywhere[entry])) if inside else (0, 0)

    # Qt's side

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else COLUMNS

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return a cell in the words that a role asks for."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], index.column()
        entry = row.entry_at(column)
        if role == INDEX_ROLE:
            return entry
        if role == ENTRY_ROLE:
            return self._palette.entries[entry] if entry != NO_COLOR else None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column, entry)
        if role == Qt.ItemDataRole.EditRole:
            return self._palette.entries[entry].name if entry != NO_COLOR else row.part
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            separator = "\n" if role == Qt.ItemDataRole.ToolTipRole else ", "
            return separator.join(self._described(row, column, entry))
        return None

    def _words(self, row: Row, column: int, entry: int) -> str:
        if column == USE:
            uses = [self.usage(each) for each in row.indices]
            here, everywhere = (sum(counts) for counts in zip(*uses, strict=True))
            return f"{here:,} / {everywhere:,}" if everywhere else ""
        if entry == NO_COLOR:
            return row.part if column == NAME else ""
        return entry_label(self._palette.entries[entry])

    def _described(self, row: Row, column: int, entry: int) -> list[str]:
        if entry == NO_COLOR:
            if FIRST_TONE <= column < USE:
                role = role_words(TONES[column - FIRST_TONE])
                return [f"{row.part}, {role}", self.tr("Double click adds a temporary colour")]
            return [row.part]
        shown: PaletteEntry = self._palette.entries[entry]
        words = [entry_label(shown)]
        if shown.part:
            tone = "" if shown.role is Role.OTHER else f", {role_words(shown.role)}"
            words.append(f"{shown.part}{tone}")
        value = value_words(shown.color) if shown.color[3] else self.tr("transparent")
        words += [value] if value not in words else []
        if shown.temporary:
            words.append(self.tr("temporary colour"))
        here, everywhere = self.usage(entry)
        text = self.tr("Segments: %1 here, %2 in all frames")
        return [*words, text.replace("%1", f"{here:,}").replace("%2", f"{everywhere:,}")]

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        """Name the tones."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        is_tone = FIRST_TONE <= section < USE
        if role == Qt.ItemDataRole.DisplayRole:
            if section == NAME:
                return self.tr("Part")
            return self.tr(HEADS[TONES[section - FIRST_TONE]]) if is_tone else self.tr("Used")
        if role == Qt.ItemDataRole.ToolTipRole:
            if section == USE:
                return self.tr("Segments in this frame / in all frames")
            return role_words(TONES[section - FIRST_TONE]) if is_tone else None
        return None

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        """Wish a new name."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row, text = self._rows[index.row()], str(value).strip()
        entry = row.entry_at(index.column())
        if entry != NO_COLOR:
            self.renamed.emit(entry, text)
        elif index.column() == NAME and text:
            self.part_renamed.emit(row.part, text)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let names be edited and rows be moved."""
        flags = super().flags(index) | Qt.ItemFlag.ItemIsDropEnabled
        if index.isValid() and index.column() != USE:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
            empty = self.data(index, INDEX_ROLE) == NO_COLOR and index.column() != NAME
            if not empty:
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    # Dragging

    def mimeTypes(self) -> list[str]:
        """Return what can be dropped."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry an entry, or with the name of a part all of its tones."""
        data = QMimeData()
        index = indexes[0]
        words = f"{os.getpid()} {id(self)} {index.row()} {self.data(index, INDEX_ROLE)}"
        data.setData(MIME, words.encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """Return what a drop does: the source keeps nothing to remove."""
        return Qt.DropAction.CopyAction

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Wish another order (between rows) or another part and tone (on a row of tones)."""
        if not data.hasFormat(MIME):
            return False
        process, model, source, entry = map(int, bytes(data.data(MIME).data()).split())
        if (process, model) != (os.getpid(), id(self)):
            return False
        moved = self._rows[source]
        if parent.isValid():
            target = self._rows[parent.row()]
            if entry != NO_COLOR and target.single == NO_COLOR:
                at = parent.column()
                role = TONES[at - FIRST_TONE] if FIRST_TONE <= at < USE else Role.OTHER
                self.assigned.emit(entry, target.part, role)
                return True
            row = parent.row()
        if entry != NO_COLOR:
            moved = Row(moved.part, single=entry)
        below = self._rows[row] if 0 <= row < len(self._rows) else None
        if below is None or not set(below.indices) & set(moved.indices):
            self.ordered.emit(order_after_move(self._palette, moved, below))
        return True
