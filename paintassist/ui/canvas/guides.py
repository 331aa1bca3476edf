"""What the hand has drawn so far, over the picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from paintassist.ui.canvas.view import Point, ViewTransform

Pens = tuple[tuple[QColor, float], ...]
"""Colours and widths in widget units, one over the other."""

# Light on dark, so that it shows on any paint.
PENS: Pens = ((QColor(0, 0, 0, 220), 3.0), (QColor(255, 80, 200), 1.5))
BARRIER_PENS: Pens = ((QColor(255, 255, 255, 230), 4.0), (QColor(214, 30, 140), 2.0))
JOIN_PENS: Pens = ((QColor(255, 255, 255, 230), 4.0), (QColor(20, 130, 90), 2.0))
# Room around a mark in widget units: a gap of 2 px must be found in a picture zoomed out.
RING = 7.0


@dataclass(frozen=True)
class GuidePen:
    """A stroke drawn as what it will be: its colour, and its width in image pixels."""

    color: QColor
    width: float


def draw_guide(
    painter: QPainter,
    view: ViewTransform,
    points: Sequence[Point],
    closed: bool,
    pens: Pens = PENS,
) -> None:
    """Draw a stroke given in image space."""
    if not points:
        return
    polygon = QPolygonF([QPointF(*view.to_widget(point)) for point in points])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for color, width in pens:
        painter.setPen(QPen(color, width))
        if closed:
            painter.drawPolygon(polygon)
        else:
            painter.drawPolyline(polygon)
    painter.restore()


def draw_stroke(
    painter: QPainter, view: ViewTransform, points: Sequence[Point], pen: GuidePen
) -> None:
    """Draw a stroke as wide as it will be in the picture."""
    round_pen = QPen(pen.color, max(pen.width * view.scale, 1.0))
    round_pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    round_pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.setPen(round_pen)
    polygon = QPolygonF([QPointF(*view.to_widget(point)) for point in points])
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
