"""The top colours of the current segment, one key each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from paintassist.core.palette import Color, PaletteEntry
from paintassist.ui.color_words import entry_label

CHIP_WIDTH, CHIP_HEIGHT, GAP = 150, 26, 6


class ChoiceBar(QWidget):
    """Shows up to three palette entries with the keys 1 to 3; a click chooses, too."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[PaletteEntry] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(self.tr("Colour choices for the outlined segment"))
        self.setToolTip(self.tr("The most likely colours: keys 1, 2 and 3"))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for three chips."""
        return QSize(3 * CHIP_WIDTH + 2 * GAP, CHIP_HEIGHT + 2 * GAP)

    def minimumSizeHint(self) -> QSize:
        """Return room for one chip."""
        return QSize(CHIP_WIDTH, CHIP_HEIGHT + 2 * GAP)

    def set_entries(self, entries: Sequence[PaletteEntry]) -> None:
        """Show these entries, best first."""
        if list(entries) != self._entries:
            self._entries = list(entries)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a chip an entry."""
        painter = QPainter(self)
        if not self._entries:
            painter.setPen(self.palette().placeholderText().color())
            text = self.tr("Point at a segment: its likely colours are on 1, 2 and 3")
            room = self.rect().adjusted(GAP, 0, 0, 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
        for index, entry in enumerate(self._entries):
            self._paint_chip(painter, index, entry)
        painter.end()

    def _paint_chip(self, painter: QPainter, index: int, entry: PaletteEntry) -> None:
        left = GAP + index * (CHIP_WIDTH + GAP)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(
            QRectF(left, GAP, 14, CHIP_HEIGHT), Qt.AlignmentFlag.AlignVCenter, str(index + 1)
        )
        paint_swatch(painter, QRectF(left + 14, GAP, 34, CHIP_HEIGHT), entry.color)
        metrics = painter.fontMetrics()
        room = CHIP_WIDTH - 56
        name = metrics.elidedText(entry_label(entry), Qt.TextElideMode.ElideRight, room)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(
            QRectF(left + 54, GAP, room, CHIP_HEIGHT), Qt.AlignmentFlag.AlignVCenter, name
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose."""
        index = int((event.position().x() - GAP) // (CHIP_WIDTH + GAP))
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
