"""Icons, drawn by us in the colour of the text: sharp at every size."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPalette, QPen, QPixmap, QPolygonF

from paintassist.resources import data_folder

GRID = 24
RATIO = 3

Draw = Callable[[QPainter], None]


def _path(painter: QPainter, *points: tuple[float, float], closed: bool = False) -> None:
    polygon = QPolygonF([QPointF(x, y) for x, y in points])
    if closed:
        painter.drawPolygon(polygon)
    else:
        painter.drawPolyline(polygon)


def _fill(painter: QPainter) -> None:
    painter.setBrush(painter.pen().color())


def _folder(painter: QPainter) -> None:
    _path(painter, (3, 19), (3, 5), (9, 5), (11, 8), (21, 8), (21, 19), closed=True)


def _sheet(painter: QPainter) -> None:
    painter.drawRect(QRectF(4, 3, 16, 18))
    painter.drawEllipse(QPointF(9.5, 9), 2.6, 2.6)
    _path(painter, (9.5, 11.6), (9.5, 18))
    for y in (7, 11, 15):
        painter.drawRect(QRectF(14.5, y - 1, 2.6, 2.6))


def _save(painter: QPainter) -> None:
    _path(painter, (4, 4), (17, 4), (20, 7), (20, 20), (4, 20), closed=True)
    painter.drawRect(QRectF(8, 4, 7, 5))
    painter.drawRect(QRectF(7, 13, 10, 7))


def _export(painter: QPainter) -> None:
    _path(painter, (12, 15), (12, 3))
    _path(painter, (8, 7), (12, 3), (16, 7))
    _path(painter, (4, 13), (4, 20), (20, 20), (20, 13))


def _bucket(painter: QPainter) -> None:
    _path(painter, (10, 4), (19, 13), (11, 20.5), (3, 12.5), closed=True)
    _path(painter, (10, 4), (10, 11))
    painter.save()
    _fill(painter)
    _path(painter, (4.5, 13), (17.5, 13), (11, 19.3), closed=True)
    drop = QPainterPath(QPointF(21, 15))
    drop.cubicTo(24, 20, 22.5, 21.5, 21, 21.5)
    drop.cubicTo(19.5, 21.5, 18.5, 20, 21, 15)
    painter.drawPath(drop)
    painter.restore()


def _eyedropper(painter: QPainter) -> None:
    _path(painter, (13, 8), (4.5, 16.5), (3.5, 20.5), (7.5, 19.5), (16, 11), closed=True)
    painter.save()
    _fill(painter)
    _path(painter, (12, 6), (15, 6.5), (18, 3), (21, 6), (17.5, 9), (18, 12), closed=True)
    painter.restore()


def _lasso(painter: QPainter) -> None:
    loop = QPainterPath(QPointF(8, 16))
    loop.cubicTo(-1, 11, 4, 3, 13, 3.5)
    loop.cubicTo(24, 4, 23, 15, 13, 16)
    loop.cubicTo(10, 16.5, 7, 15.5, 7.5, 18)
    loop.cubicTo(8, 20, 12, 18.5, 11, 22)
    painter.drawPath(loop)


def _rectangle(painter: QPainter) -> None:
    painter.drawRect(QRectF(3, 5, 18, 14))
    painter.save()
    _fill(painter)
    painter.drawRect(QRectF(7, 9, 10, 6))
    painter.restore()


def _gap_pen(painter: QPainter) -> None:
    _path(painter, (3, 20), (8, 20))
    _path(painter, (16, 20), (21, 20))
    _path(painter, (10, 19), (11, 15), (18, 3.5), (21, 5.5), (14, 17), closed=True)


def _split(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(3, 6, 18, 12), 3, 3)
    for start in (2, 8, 14, 20):
        _path(painter, (14.5 - start * 0.22, start), (13.9 - start * 0.22, start + 2.6))


def _mark(painter: QPainter) -> None:
    _path(painter, (3, 12), (11, 4), (20, 4), (20, 13), (12, 21), closed=True)
    painter.drawEllipse(QRectF(14.2, 6.8, 3, 3))


def _merge(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(3, 6, 18, 12), 3, 3)
    _path(painter, (5.5, 12), (18.5, 12))
    _path(painter, (8.5, 9.5), (5.5, 12), (8.5, 14.5))
    _path(painter, (15.5, 9.5), (18.5, 12), (15.5, 14.5))


def _swap(painter: QPainter) -> None:
    _path(painter, (4, 8), (20, 8), (16, 4))
    _path(painter, (20, 16), (4, 16), (8, 20))


def _accept(painter: QPainter) -> None:
    _path(painter, (4, 13), (9.5, 18.5), (20, 6))


def _accept_frame(painter: QPainter) -> None:
    painter.drawRect(QRectF(3, 4, 18, 16))
    _path(painter, (7.5, 12), (11, 15.5), (17, 8.5))


def _undo(painter: QPainter) -> None:
    _path(painter, (8, 4), (4, 8), (8, 12))
    arc = QPainterPath(QPointF(4, 8))
    arc.lineTo(14, 8)
    arc.cubicTo(22, 8, 22, 19, 14, 19)
    arc.lineTo(9, 19)
    painter.drawPath(arc)


def _redo(painter: QPainter) -> None:
    painter.translate(GRID, 0)
    painter.scale(-1, 1)
    _undo(painter)


def _fit(painter: QPainter) -> None:
    for x, y, dx, dy in ((4, 4, 1, 1), (20, 4, -1, 1), (4, 20, 1, -1), (20, 20, -1, -1)):
        _path(painter, (x + 5 * dx, y), (x, y), (x, y + 5 * dy))
    painter.drawRect(QRectF(8.5, 8.5, 7, 7))


def _previous(painter: QPainter) -> None:
    _path(painter, (15, 4), (7, 12), (15, 20))


def _next(painter: QPainter) -> None:
    _path(painter, (9, 4), (17, 12), (9, 20))


def _next_doubtful(painter: QPainter) -> None:
    question = QPainterPath(QPointF(5.5, 8))
    question.cubicTo(5.5, 2.5, 13.5, 2.5, 13.5, 8)
    question.cubicTo(13.5, 11, 9.5, 11, 9.5, 15)
    painter.drawPath(question)
    painter.drawPoint(QPointF(9.5, 19))
    _path(painter, (16, 10), (21, 14.5), (16, 19))


def _previous_doubtful(painter: QPainter) -> None:
    painter.translate(4.5, 0)
    _path(painter, (2.5, 10), (-2.5, 14.5), (2.5, 19))
    question = QPainterPath(QPointF(6, 8))
    question.cubicTo(6, 2.5, 14, 2.5, 14, 8)
    question.cubicTo(14, 11, 10, 11, 10, 15)
    painter.drawPath(question)
    painter.drawPoint(QPointF(10, 19))


def _hatch(painter: QPainter) -> None:
    painter.drawRect(QRectF(4, 4, 16, 16))
    for start in (10, 16, 22):
        _path(painter, (max(4, start - 16), min(20, start)), (min(20, start), max(4, start - 16)))
    _path(painter, (12, 20), (20, 12))


def _confidence(painter: QPainter) -> None:
    for x, top in ((5, 15), (10, 11), (15, 7), (20, 3)):
        _path(painter, (x, 20), (x, top))


def _rainbow(painter: QPainter) -> None:
    for radius in (4, 7, 10):
        painter.drawArc(QRectF(12 - radius, 18 - radius, 2 * radius, 2 * radius), 0, 180 * 16)


def _overlay_off(painter: QPainter) -> None:
    painter.drawRect(QRectF(4, 4, 16, 16))


def _lines(painter: QPainter) -> None:
    curve = QPainterPath(QPointF(3, 18))
    curve.cubicTo(8, 2, 13, 24, 21, 5)
    painter.drawPath(curve)


def _propose(painter: QPainter) -> None:
    painter.save()
    _fill(painter)
    for x, y, size in ((10, 13, 8), (19, 5, 4)):
        star = QPainterPath(QPointF(x, y - size))
        for end_x, end_y in ((x + size, y), (x, y + size), (x - size, y), (x, y - size)):
            star.quadTo(x, y, end_x, end_y)
        painter.drawPath(star)
    painter.restore()


def _cancel(painter: QPainter) -> None:
    _path(painter, (6, 6), (18, 18))
    _path(painter, (18, 6), (6, 18))


ICONS: Mapping[str, Draw] = {
    "folder": _folder,
    "sheet": _sheet,
    "save": _save,
    "export": _export,
    "bucket": _bucket,
    "eyedropper": _eyedropper,
    "lasso": _lasso,
    "rectangle": _rectangle,
    "gap_pen": _gap_pen,
    "split": _split,
    "mark": _mark,
    "merge": _merge,
    "swap": _swap,
    "accept": _accept,
    "accept_frame": _accept_frame,
    "undo": _undo,
    "redo": _redo,
    "fit": _fit,
    "previous": _previous,
    "next": _next,
    "next_doubtful": _next_doubtful,
    "previous_doubtful": _previous_doubtful,
    "hatch": _hatch,
    "confidence": _confidence,
    "rainbow": _rainbow,
    "overlay_off": _overlay_off,
    "lines": _lines,
    "propose": _propose,
    "cancel": _cancel,
}


def app_icon() -> QIcon:
    """Return the program's own icon, the same as that of its installers."""
    return QIcon(str(data_folder("resources") / "icons" / "paintassist.png"))


def make_icon(name: str, palette: QPalette) -> QIcon:
    """Draw an icon in the text colours of a palette."""
    icon = QIcon()
    groups = {
        QIcon.Mode.Normal: QPalette.ColorGroup.Active,
        QIcon.Mode.Disabled: QPalette.ColorGroup.Disabled,
    }
    for mode, group in groups.items():
        color = palette.color(group, QPalette.ColorRole.ButtonText)
        icon.addPixmap(_draw(ICONS[name], color), mode)
    return icon


def _draw(draw: Draw, color: QColor) -> QPixmap:
    pixmap = QPixmap(GRID * RATIO, GRID * RATIO)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(RATIO, RATIO)
    pen = QPen(color, 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    draw(painter)
    painter.end()
    return pixmap
