"""The table of swatches: exact colours, the selection frames them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import PaletteEntry
from paintassist.ui.color_words import entry_label, value_words
from paintassist.ui.panels.choices import paint_swatch
from paintassist.ui.panels.palette.model import ENTRY_ROLE, INDEX_ROLE, ROW_ROLE, PaletteModel
from paintassist.ui.panels.palette.rows import COLUMNS, FIRST_TONE, NAME, USE, Row

ROW_HEIGHT = 24
TONE_WIDTH = 38
SWATCH_WIDTH = 40
MARGIN = 3
INDENT = 16
EDITOR_WIDTH = 150
# Widget units that the hand has to go with the button down before a row is dragged.
DRAG_WAY = 24

Index = QModelIndex | QPersistentModelIndex


class SwatchDelegate(QStyledItemDelegate):
    """Draws swatches, names, values and usage."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        shown: Any = option
        row: Row = index.data(ROW_ROLE)
        selected = bool(shown.state & QStyle.StateFlag.State_Selected)
        if index.column() == USE and row.single != NO_COLOR:
            selected = self._view.currentIndex().row() == index.row()
        painter.save()
        if selected:
            painter.fillRect(shown.rect, shown.palette.highlight())
        if index.column() == USE:
            self._paint_usage(painter, shown, str(index.data()), selected)
        elif row.single != NO_COLOR:
            self._paint_single(painter, shown, index.data(ENTRY_ROLE), row, selected)
        elif index.column() == NAME:
            self._paint_part(painter, shown, row.part, selected)
        else:
            self._paint_tone(painter, QRectF(shown.rect), index.data(ENTRY_ROLE), shown.palette)
        painter.restore()

    def _paint_usage(self, painter: QPainter, option: Any, words: str, selected: bool) -> None:
        palette: QPalette = option.palette
        color = palette.highlightedText() if selected else palette.placeholderText()
        painter.setPen(color.color())
        room = QRectF(option.rect).adjusted(0, 0, -6, 0)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(room, right, words)

    def _paint_part(self, painter: QPainter, option: Any, part: str, selected: bool) -> None:
        font = painter.font()
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        self._paint_words(
            painter, option, QRectF(option.rect).adjusted(6, 0, -4, 0), part, selected
        )

    def _paint_single(
        self, painter: QPainter, option: Any, entry: PaletteEntry, row: Row, selected: bool
    ) -> None:
        box = QRectF(option.rect)
        left = box.x() + 6 + (INDENT if row.part else 0)
        swatch = QRectF(left, box.y() + MARGIN, SWATCH_WIDTH, box.height() - 2 * MARGIN)
        paint_swatch(painter, swatch, entry.color)
        if entry.temporary:
            mark_temporary(painter, swatch)
        room = QRectF(swatch.right() + 8, box.y(), box.right() - swatch.right() - 12, box.height())
        self._paint_words(painter, option, room, entry_label(entry), selected)
        label = entry_label(entry)
        if label != value_words(entry.color) and entry.color[3]:
            used = painter.fontMetrics().horizontalAdvance(label) + 12
            palette: QPalette = option.palette
            pale = palette.highlightedText() if selected else palette.placeholderText()
            painter.setPen(pale.color())
            rest = room.adjusted(used, 0, 0, 0)
            if rest.width() > painter.fontMetrics().horizontalAdvance("#000000"):
                painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, value_words(entry.color))

    def _paint_words(
        self, painter: QPainter, option: Any, room: QRectF, words: str, selected: bool
    ) -> None:
        palette: QPalette = option.palette
        painter.setPen((palette.highlightedText() if selected else palette.text()).color())
        metrics = painter.fontMetrics()
        elided = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, elided)

    def _paint_tone(
        self, painter: QPainter, box: QRectF, entry: PaletteEntry | None, palette: QPalette
    ) -> None:
        box = box.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        if entry is None:
            painter.setPen(QPen(palette.placeholderText().color(), 1, Qt.PenStyle.DotLine))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            return
        paint_swatch(painter, box, entry.color)
        if entry.temporary:
            mark_temporary(painter, box)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Give a name room beside its swatch; that of a tone lies over its neighbours."""
        shown: Any = option
        row: Row = index.data(ROW_ROLE)
        rect = shown.rect
        if row.single != NO_COLOR:
            rect.setLeft(rect.left() + 10 + SWATCH_WIDTH + (INDENT if row.part else 0))
        elif index.column() != NAME:
            rect.setLeft(max(0, rect.right() - EDITOR_WIDTH))
        editor.setGeometry(rect)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a row high enough to judge a colour."""
        width = option.fontMetrics.horizontalAdvance(str(index.data())) + 16
        return QSize(TONE_WIDTH if FIRST_TONE <= index.column() < USE else width, ROW_HEIGHT)


def mark_temporary(painter: QPainter, box: QRectF) -> None:
    """Mark a swatch as a colour that is not known yet: a badge with a question mark."""
    side = min(box.height() - 6, 16.0)
    badge = QRectF(box.right() - side - 2, box.center().y() - side / 2, side, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("#ffffff"), 1))
    painter.setBrush(QColor("#101014"))
    painter.drawEllipse(badge)
    font = painter.font()
    font.setPixelSize(int(side * 0.72))
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), "?")
    painter.restore()


class PaletteView(QTableView):
    """The palette as a table; a click chooses an entry, F2 renames it.

    Signals
    -------
    chosen : int, a palette index.
    missing : str, int; a double click on the tone (by column) that a part does not have.
    usage_asked : a click on the number of segments that use the chosen entry.
    """

    chosen = Signal(int)
    missing = Signal(str, int)
    usage_asked = Signal()

    def __init__(self, model: PaletteModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(SwatchDelegate(self))
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(False)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setDropIndicatorShown(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(TONE_WIDTH)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        for column in range(COLUMNS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, TONE_WIDTH)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(USE, QHeaderView.ResizeMode.ResizeToContents)
        model.modelReset.connect(self._span)
        self._span()
        self._pressed_at = QPoint()
        self.pressed.connect(self._on_pressed)
        self.clicked.connect(self._on_clicked)
        self.activated.connect(self._on_activated)
        self.doubleClicked.connect(self._on_double_clicked)

    def _span(self) -> None:
        """Give single entries the room of the tones; heads only where there are tones."""
        self.clearSpans()
        has_tones = False
        for number, row in enumerate(self._model.rows):
            if row.single != NO_COLOR:
                self.setSpan(number, NAME, 1, USE)
            else:
                has_tones = True
        self.horizontalHeader().setVisible(has_tones)

    def set_current(self, entry: int) -> None:
        """Show which entry is in the hand."""
        place = self._model.place_of(entry)
        if place != self.currentIndex():
            self.setCurrentIndex(place)
        if place.isValid():
            self.scrollTo(place)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Draw both rows anew as a whole: a cell may look selected with its row."""
        super().currentChanged(current, previous)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, and take the colour under the hand."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let a hand in a hurry move on: only a long way is meant as a drag.

        A press scrolls to a row that is half hidden. That alone would be far enough for Qt.
        """
        way = event.position().toPoint() - self._pressed_at
        if event.buttons() == Qt.MouseButton.NoButton or way.manhattanLength() >= DRAG_WAY:
            super().mouseMoveEvent(event)

    def _on_pressed(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        row: Row = index.data(ROW_ROLE)
        entry = row.main if index.column() in (NAME, USE) else index.data(INDEX_ROLE)
        if entry != NO_COLOR:
            self.chosen.emit(entry)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.isValid() and index.column() == USE:
            self.usage_asked.emit()

    def _on_activated(self, index: QModelIndex) -> None:
        # A double click may have changed the rows before it is told as an activation.
        entry = index.data(INDEX_ROLE) if index.isValid() else NO_COLOR
        if entry != NO_COLOR:
            self.chosen.emit(entry)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        row: Row = index.data(ROW_ROLE)
        is_tone = row.single == NO_COLOR and FIRST_TONE <= index.column() < USE
        if is_tone and index.data(INDEX_ROLE) == NO_COLOR:
            self.missing.emit(row.part, index.column() - FIRST_TONE)
