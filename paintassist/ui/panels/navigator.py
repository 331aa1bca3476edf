"""The whole frame, small, with what the canvas shows of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QPolygonF, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from paintassist.ui.canvas.view_widget import ZOOM_STEP, ViewWidget

PENS = ((QColor(0, 0, 0, 220), 3.0), (QColor(255, 80, 200), 1.5))
WHEEL_NOTCH = 120.0


class Navigator(ViewWidget):
    """Follows a canvas: a click or drag looks there, the wheel zooms the canvas.

    It shares the canvas's pixels, so that it costs no memory and always agrees.
    """

    def __init__(self, canvas: ViewWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        canvas.view_changed.connect(self.follow)
        canvas.picture_changed.connect(self.follow)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(self.tr("Navigator"))

    def sizeHint(self) -> QSize:
        """Return a size that suits a dock."""
        return QSize(240, 180)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        self.follow()

    def follow(self) -> None:
        """Show what the canvas shows now."""
        if not self.isVisible():
            return
        if self.renderer is not self._canvas.renderer:
            self.show_renderer(self._canvas.renderer)
        self.update()

    def paint_hand(self, painter: QPainter) -> None:
        """Draw the rim of the canvas."""
        width, height = float(self._canvas.width()), float(self._canvas.height())
        corners = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)]
        image = [self._canvas.view.to_image(corner) for corner in corners]
        rim = QPolygonF([QPointF(*self.view.to_widget(corner)) for corner in image])
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for color, pen_width in PENS:
            painter.setPen(QPen(color, pen_width))
            painter.drawPolygon(rim)
        painter.restore()

    def hand_pressed(self, event: QMouseEvent) -> None:
        """Look there."""
        self._dragged = True
        self.hand_moved(event)

    def hand_moved(self, event: QMouseEvent) -> None:
        """Look wherever the hand goes."""
        if self._dragged and self.renderer:
            canvas = self._canvas
            size = float(canvas.width()), float(canvas.height())
            canvas.set_view(canvas.view.centred_on(self.pos_image(event.position()), size))

    def hand_released(self, event: QMouseEvent) -> None:
        """Let go."""
        self._dragged = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom the canvas about its middle."""
        self._canvas.zoom(ZOOM_STEP ** (event.angleDelta().y() / WHEEL_NOTCH))
        event.accept()
