"""The frame strip: a thumbnail a frame, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from paintassist.ui.told import told

THUMBNAIL = (132, 88)
CELL = QSize(THUMBNAIL[0] + 14, THUMBNAIL[1] + 58)
CARD_ROLE = int(Qt.ItemDataRole.UserRole)
DONE_COLOR, DOUBT_COLOR, PROBLEM_COLOR = QColor("#4c9f70"), QColor("#e08a1e"), QColor("#d64545")
PROPOSED_COLOR = QColor("#7c94b5")

Index = QModelIndex | QPersistentModelIndex


@dataclass
class FrameCard:
    """What the strip shows of one frame; counts are of segments."""

    name: str
    image: QImage | None = None
    total: int = 0
    decided: int = 0
    doubtful: int = 0
    problem: str = ""


class StripModel(QAbstractListModel):
    """The cards in frame order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cards: list[FrameCard] = []

    def set_cards(self, cards: list[FrameCard]) -> None:
        """Show other frames."""
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()

    def set_card(self, row: int, card: FrameCard) -> None:
        """Show one frame anew."""
        if 0 <= row < len(self._cards):
            self._cards[row] = card
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of frames."""
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return a card in the words that a role asks for."""
        if not index.isValid() or index.row() >= len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == CARD_ROLE:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{card.name}: {self.words(card)}"
        return None

    def words(self, card: FrameCard) -> str:
        """Say how far a frame is."""
        if card.problem:
            return told(card.problem)
        if not card.total:
            return self.tr("waiting")
        if card.decided == card.total:
            return self.tr("done")
        left = self.tr("%1 open").replace("%1", str(card.total - card.decided))
        doubtful = self.tr("%1 doubtful").replace("%1", str(card.doubtful))
        return f"{left}, {doubtful}" if card.doubtful else left


class CardDelegate(QStyledItemDelegate):
    """Draws thumbnail, name, a bar of how far it is, and the words for it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        card: FrameCard = index.data(CARD_ROLE)
        cell = QRectF(option.rect)
        palette: QPalette = option.palette
        state: Any = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = cell.adjusted(3, 3, -3, -3)
        if selected:
            painter.fillRect(frame, palette.midlight())
        picture = QRectF(cell.x() + 7, cell.y() + 7, *THUMBNAIL)
        painter.fillRect(picture, palette.dark() if not card.image else palette.alternateBase())
        if card.image:
            size = QSize(card.image.width(), card.image.height())
            size.scale(QSize(*THUMBNAIL), Qt.AspectRatioMode.KeepAspectRatio)
            corner = picture.center() - QRectF(0, 0, size.width(), size.height()).center()
            painter.drawImage(
                QRectF(corner.x(), corner.y(), size.width(), size.height()), card.image
            )
        self._paint_bar(
            painter, QRectF(picture.x(), picture.bottom() + 2, picture.width(), 4), card
        )
        self._paint_words(painter, picture, palette, card, index)
        if selected:
            painter.setPen(QPen(palette.highlight().color(), 2))
            painter.drawRect(frame.adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_bar(self, painter: QPainter, bar: QRectF, card: FrameCard) -> None:
        if card.problem:
            painter.fillRect(bar, PROBLEM_COLOR)
        if card.problem or not card.total:
            return
        x = bar.x()
        proposed = card.total - card.decided - card.doubtful
        for count, color in (
            (card.decided, DONE_COLOR),
            (proposed, PROPOSED_COLOR),
            (card.doubtful, DOUBT_COLOR),
        ):
            width = bar.width() * count / card.total
            painter.fillRect(QRectF(x, bar.y(), width, bar.height()), color)
            x += width

    def _paint_words(
        self,
        painter: QPainter,
        picture: QRectF,
        palette: QPalette,
        card: FrameCard,
        index: Index,
    ) -> None:
        model = index.model()
        assert isinstance(model, StripModel)
        top = picture.bottom() + 8
        line = painter.fontMetrics().height()
        name_rect = QRectF(picture.x(), top, picture.width(), line)
        painter.setPen(palette.text().color())
        metrics = painter.fontMetrics()
        name = metrics.elidedText(card.name, Qt.TextElideMode.ElideMiddle, int(picture.width()))
        painter.drawText(name_rect, Qt.AlignmentFlag.AlignLeft, name)
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        painter.setPen(PROBLEM_COLOR if card.problem else palette.placeholderText().color())
        words = painter.fontMetrics().elidedText(
            model.words(card), Qt.TextElideMode.ElideRight, int(picture.width())
        )
        painter.drawText(name_rect.translated(0, line), Qt.AlignmentFlag.AlignLeft, words)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one size for all cards."""
        return CELL


class FrameStrip(QListView):
    """The frames from left to right; choosing one shows it on the canvas."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.retranslate()
        self._model = StripModel(self)
        self.setModel(self._model)
        self.setItemDelegate(CardDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(CELL.height() + 4)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(self.tr("Frames"))
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return one row of cards and its scroll bar."""
        return QSize(600, CELL.height() + 16)

    def set_cards(self, cards: list[FrameCard]) -> None:
        """Show other frames."""
        self._model.set_cards(cards)

    def set_card(self, row: int, card: FrameCard) -> None:
        """Show one frame anew."""
        self._model.set_card(row, card)

    def set_current(self, row: int) -> None:
        """Mark the frame that is on the canvas, and bring it into sight."""
        if row != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(row))

    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.row())
