"""What the hand has drawn so far, over the picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from paintassist.ui.canvas.view import Point, ViewTransform

# Light on dark, so that it shows on any paint.
PENS = ((QColor(0, 0, 0, 220), 3.0), (QColor(255, 80, 200), 1.5))
# Room around a mark in widget units: a gap of 2 px must be found in a picture zoomed out.
RING = 7.0


def draw_guide(
    painter: QPainter, view: ViewTransform, points: Sequence[Point], closed: bool
) -> None:
    """Draw a stroke given in image space."""
    if not points:
        return
    polygon = QPolygonF([QPointF(*view.to_widget(point)) for point in points])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for color, width in PENS:
        painter.setPen(QPen(color, width))
        if closed:
            painter.drawPolygon(polygon)
        else:
            painter.drawPolyline(polygon)
    painter.restore()


def draw_mark(painter: QPainter, view: ViewTransform, points: Sequence[Point]) -> None:
    """Draw a stroke with a ring around it, large enough to be seen at any zoom."""
    draw_guide(painter, view, points, closed=False)
    if not points:
        return
    rect = QPolygonF([QPointF(*view.to_widget(point)) for point in points]).boundingRect()
    radius = RING + max(rect.width(), rect.height()) / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for color, width in PENS:
        painter.setPen(QPen(color, width))
        painter.drawEllipse(rect.center(), radius, radius)
    painter.restore()
