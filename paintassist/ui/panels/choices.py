"""The colours offered for the current segment, one key each, and the one in the hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from paintassist.core.palette import Color, PaletteEntry
from paintassist.document.review import CHOICES
from paintassist.ui.color_words import entry_label

CHIP_WIDTH, LEAST_WIDTH, CHIP_HEIGHT, GAP = 150, 64, 26, 6
KEY_WIDTH, SWATCH_WIDTH = 14, 34


class ChoiceBar(QWidget):
    """Shows up to five palette entries with their keys, and the one in the hand.

    A click chooses, too.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[PaletteEntry] = []
        self._in_hand: PaletteEntry | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(self.tr("Colour choices for the outlined segment"))
        self.setToolTip(
            self.tr(
                "The most likely colours, then those used last: keys 1 to 5.\n"
                "On the right: the colour in your hand"
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for all chips and what is in the hand."""
        return QSize((CHOICES + 1) * (CHIP_WIDTH + GAP) + GAP, CHIP_HEIGHT + 2 * GAP)

    def minimumSizeHint(self) -> QSize:
        """Return room for one chip."""
        return QSize(CHIP_WIDTH, CHIP_HEIGHT + 2 * GAP)

    def set_entries(self, entries: Sequence[PaletteEntry]) -> None:
        """Show these entries, best first."""
        if list(entries) != self._entries:
            self._entries = list(entries)
            self.update()

    def set_in_hand(self, entry: PaletteEntry | None) -> None:
        """Show what a click on the canvas paints with."""
        if entry != self._in_hand:
            self._in_hand = entry
            self.update()

    @property
    def chip_width(self) -> int:
        """Width of a chip: all of them, and what is in the hand, shall be seen."""
        room = (self.width() - GAP) // (CHOICES + 1) - GAP
        return min(max(room, LEAST_WIDTH), CHIP_WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a chip an entry."""
        painter = QPainter(self)
        if not self._entries:
            painter.setPen(self.palette().placeholderText().color())
            text = self.tr("Point at a segment: its likely colours are on 1 to 5")
            room = self.rect().adjusted(GAP, 0, -self.chip_width - GAP, 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
        step = self.chip_width + GAP
        for index, entry in enumerate(self._entries):
            self._paint_chip(painter, GAP + index * step, str(index + 1), entry)
        left = self.width() - step
        if self._in_hand and left >= GAP + len(self._entries) * step:
            painter.setPen(self.palette().mid().color())
            painter.drawLine(left - GAP, GAP, left - GAP, GAP + CHIP_HEIGHT)
            self._paint_chip(painter, left, "", self._in_hand)
        painter.end()

    def _paint_chip(self, painter: QPainter, left: int, key: str, entry: PaletteEntry) -> None:
        middle, words = Qt.AlignmentFlag.AlignVCenter, self.palette().windowText().color()
        painter.setPen(words)
        painter.drawText(QRectF(left, GAP, KEY_WIDTH, CHIP_HEIGHT), middle, key)
        paint_swatch(painter, QRectF(left + KEY_WIDTH, GAP, SWATCH_WIDTH, CHIP_HEIGHT), entry.color)
        begin = KEY_WIDTH + SWATCH_WIDTH + GAP
        room = self.chip_width - begin
        name = painter.fontMetrics().elidedText(
            entry_label(entry), Qt.TextElideMode.ElideRight, room
        )
        painter.setPen(words)
        painter.drawText(QRectF(left + begin, GAP, room, CHIP_HEIGHT), middle, name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose."""
        index = int((event.position().x() - GAP) // (self.chip_width + GAP))
        if 0 <= index < len(self._entries):
            self.chosen.emit(index)


def paint_swatch(painter: QPainter, rect: QRectF, color: Color) -> None:
    """Draw an exact colour with a thin neutral border; transparent shows a checkerboard."""
    painter.save()
    if color[3] < 255:
        painter.fillRect(rect, QColor(236, 236, 238))
        painter.setClipRect(rect)
        size = 6.0
        for row in range(int(rect.height() / size) + 1):
            for col in range(row % 2, int(rect.width() / size) + 1, 2):
                painter.fillRect(
                    QRectF(rect.x() + col * size, rect.y() + row * size, size, size),
                    QColor(205, 205, 210),
                )
        painter.setClipping(False)
    painter.fillRect(rect, QColor(*color))
    painter.setPen(QColor(128, 128, 128, 150))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0, 0, -1, -1))
    painter.restore()
