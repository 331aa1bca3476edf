"""The picture of a sheet, with rectangles that can be drawn, moved and sized."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from paintassist.core.sheets.swatches import Box
from paintassist.ui.canvas.picture import checker_brush

GRIP = 7.0
SMALLEST = 8
ZOOM_STEP = 1.25
MOST_ZOOM = 16.0
ON, OFF, CHOSEN = QColor(220, 60, 40), QColor(130, 130, 130), QColor(20, 120, 230)
SWATCH = QColor(0, 150, 70)


class SheetPicture(QWidget):
    """Shows a sheet; figures are rectangles. Wheel zooms, the middle button moves.

    Signals
    -------
    chosen : number of the figure, -1 for none.
    changed : number of the figure, its new box.
    drawn : box of a new figure.
    deleted : number of the figure.
    """

    chosen = Signal(int)
    changed = Signal(int, object)
    drawn = Signal(object)
    deleted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._boxes: list[tuple[Box, bool]] = []
        self._swatches: list[Box] = []
        self._overlay: tuple[QImage, Box] | None = None
        self._current = -1
        self._zoom, self._offset = 1.0, QPointF()
        self._fitted = True
        self._drag: tuple[str, QPointF, Box] | None = None
        self._pan: QPointF | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(360, 300)

    def sizeHint(self) -> QSize:
        """Return a size that suits a dialog."""
        return QSize(820, 640)

    def show_picture(self, rgba: NDArray[np.uint8]) -> None:
        """Show a sheet: (H, W, 4) uint8."""
        self._image = to_image(rgba)
        self._overlay = None
        self.fit()

    def show_boxes(
        self, boxes: Sequence[tuple[Box, bool]], swatches: Sequence[Box], current: int
    ) -> None:
        """Show rectangles: of figures, on or off, and of swatches."""
        self._boxes, self._swatches, self._current = list(boxes), list(swatches), current
        self.update()

    def show_overlay(self, rgba: NDArray[np.uint8] | None, box: Box = (0, 0, 0, 0)) -> None:
        """Show other pixels in place of a rectangle; None shows the sheet itself."""
        self._overlay = None if rgba is None else (to_image(rgba), box)
        self.update()

    def fit(self) -> None:
        """Show all of the sheet."""
        if self._image.isNull():
            return
        width, height = self._image.width(), self._image.height()
        self._zoom = min(self.width() / width, self.height() / height) * 0.98
        self._offset = QPointF(
            (self.width() - width * self._zoom) / 2, (self.height() - height * self._zoom) / 2
        )
        self._fitted = True
        self.update()

    def pos_image(self, pos_widget: QPointF) -> QPointF:
        """Return the place on the sheet under a place on the widget."""
        return (pos_widget - self._offset) / self._zoom

    def pos_widget(self, pos_image: QPointF) -> QPointF:
        """Undo `pos_image`."""
        return pos_image * self._zoom + self._offset

    def _rect(self, box: Box) -> QRectF:
        left, top, right, bottom = box
        return QRectF(self.pos_widget(QPointF(left, top)), self.pos_widget(QPointF(right, bottom)))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint sheet, overlay, rectangles."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().dark())
        if self._image.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._zoom < 2)
        whole = self._rect((0, 0, self._image.width(), self._image.height()))
        painter.fillRect(whole, checker_brush())
        painter.drawImage(whole, self._image)
        if self._overlay is not None:
            image, box = self._overlay
            painter.fillRect(self._rect(box), QColor(255, 255, 255))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(self._rect(box), image)
        painter.setPen(QPen(SWATCH, 1.5))
        for swatch in self._swatches:
            painter.drawRect(self._rect(swatch).adjusted(-1.5, -1.5, 1.5, 1.5))
        for number, (box, on) in enumerate(self._boxes):
            self._paint_box(painter, number, box, on)
        if self._drag is not None and self._drag[0] == "new":
            painter.setPen(QPen(CHOSEN, 1.5, Qt.PenStyle.DashLine))
            painter.drawRect(self._rect(self._drag[2]))

    def _paint_box(self, painter: QPainter, number: int, box: Box, on: bool) -> None:
        color = CHOSEN if number == self._current else ON if on else OFF
        style = Qt.PenStyle.SolidLine if on else Qt.PenStyle.DashLine
        rect = self._rect(box)
        painter.setPen(QPen(color, 2, style))
        painter.drawRect(rect)
        label = QRectF(rect.left(), rect.top(), 20, 18)
        painter.fillRect(label, color)
        painter.setPen(Qt.GlobalColor.white)
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, str(number + 1))
        if number == self._current:
            for corner in _corners(rect).values():
                grip = QRectF(corner.x() - GRIP / 2, corner.y() - GRIP / 2, GRIP, GRIP)
                painter.fillRect(grip, color)

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose, or begin to move, size or draw."""
        pos = event.position()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan = pos
            return
        if event.button() != Qt.MouseButton.LeftButton or self._image.isNull():
            return
        place = self.pos_image(pos)
        side = self._side_at(pos)
        if side:
            self._drag = side, place, self._boxes[self._current][0]
            return
        hit = [
            number for number, (box, _) in enumerate(self._boxes) if self._rect(box).contains(pos)
        ]
        if hit:
            number = self._current if self._current in hit else hit[-1]
            self.chosen.emit(number)
            self._drag = "move", place, self._boxes[number][0]
        else:
            self.chosen.emit(-1)
            x, y = round(place.x()), round(place.y())
            self._drag = "new", place, (x, y, x, y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with what was begun."""
        pos = event.position()
        if self._pan is not None:
            self._offset += pos - self._pan
            self._pan, self._fitted = pos, False
            self.update()
            return
        if self._drag is None:
            self.setCursor(_CURSORS.get(self._side_at(pos), Qt.CursorShape.ArrowCursor))
            return
        kind, start, box = self._drag
        step = self.pos_image(pos) - start
        moved = _moved(kind, box, round(step.x()), round(step.y()), self._image.size(), start)
        if kind == "new":
            self._drag = kind, start, moved
        else:
            self._boxes[self._current] = moved, self._boxes[self._current][1]
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it."""
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan = None
            return
        drag, self._drag = self._drag, None
        if drag is None:
            return
        kind, _, box = drag
        if kind == "new":
            if min(box[2] - box[0], box[3] - box[1]) >= SMALLEST:
                self.drawn.emit(box)
        elif self._boxes[self._current][0] != box:
            self.changed.emit(self._current, self._boxes[self._current][0])
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom where the pointer is."""
        factor = ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP
        place = self.pos_image(event.position())
        self._zoom = min(max(self._zoom * factor, 0.02), MOST_ZOOM)
        self._offset = event.position() - place * self._zoom
        self._fitted = False
        self.update()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes the chosen figure."""
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if event.key() in keys and 0 <= self._current < len(self._boxes):
            self.deleted.emit(self._current)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep showing all of it, if that was so."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def _side_at(self, pos: QPointF) -> str:
        """Return which corner or side of the chosen rectangle is there: "left top"; or ""."""
        if not 0 <= self._current < len(self._boxes):
            return ""
        rect = self._rect(self._boxes[self._current][0])
        if not rect.adjusted(-GRIP, -GRIP, GRIP, GRIP).contains(pos):
            return ""
        sides = []
        for name, value, at in (
            ("left", rect.left(), pos.x()),
            ("right", rect.right(), pos.x()),
            ("top", rect.top(), pos.y()),
            ("bottom", rect.bottom(), pos.y()),
        ):
            if abs(value - at) <= GRIP:
                sides.append(name)
        return " ".join(sides)


_CURSORS = {
    "left": Qt.CursorShape.SizeHorCursor,
    "right": Qt.CursorShape.SizeHorCursor,
    "top": Qt.CursorShape.SizeVerCursor,
    "bottom": Qt.CursorShape.SizeVerCursor,
    "left top": Qt.CursorShape.SizeFDiagCursor,
    "right bottom": Qt.CursorShape.SizeFDiagCursor,
    "right top": Qt.CursorShape.SizeBDiagCursor,
    "left bottom": Qt.CursorShape.SizeBDiagCursor,
}


def to_image(rgba: NDArray[np.uint8]) -> QImage:
    """Return (H, W, 4) uint8 as an image of its own."""
    pixels = np.ascontiguousarray(rgba)
    height, width = pixels.shape[:2]
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    return image.copy()


def _corners(rect: QRectF) -> dict[str, QPointF]:
    return {
        "left top": rect.topLeft(),
        "right top": rect.topRight(),
        "left bottom": rect.bottomLeft(),
        "right bottom": rect.bottomRight(),
    }


def _moved(kind: str, box: Box, dx: int, dy: int, size: QSize, start: QPointF) -> Box:
    """Return a box after a drag, inside the sheet and never smaller than a few pixels."""
    left, top, right, bottom = box
    width, height = size.width(), size.height()
    if kind == "move":
        dx = min(max(dx, -left), width - right)
        dy = min(max(dy, -top), height - bottom)
        return left + dx, top + dy, right + dx, bottom + dy
    if kind == "new":
        xs = sorted((start.x(), start.x() + dx))
        ys = sorted((start.y(), start.y() + dy))
        return (
            max(round(xs[0]), 0),
            max(round(ys[0]), 0),
            min(round(xs[1]), width),
            min(round(ys[1]), height),
        )
    if "left" in kind:
        left = min(max(left + dx, 0), right - SMALLEST)
    if "right" in kind:
        right = max(min(right + dx, width), left + SMALLEST)
    if "top" in kind:
        top = min(max(top + dy, 0), bottom - SMALLEST)
    if "bottom" in kind:
        bottom = max(min(bottom + dy, height), top + SMALLEST)
    return left, top, right, bottom
