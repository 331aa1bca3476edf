"""What the hand has drawn so far, over the picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from paintassist.ui.canvas.view import Point, ViewTransform

# Light on dark, so that it shows on any paint.
PENS = ((QColor(0, 0, 0, 220), 3.0), (QColor(255, 80, 200), 1.5))


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
