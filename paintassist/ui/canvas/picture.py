"""Painting one picture through a view: only what is visible, with crisp pixels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPixmap, QTransform

from paintassist.ui.canvas.renderer import FrameRenderer
from paintassist.ui.canvas.view import Rect, ViewTransform

CHECKER = 8
CHECKER_LIGHT, CHECKER_DARK = QColor(236, 236, 238), QColor(216, 216, 220)


def as_image(pixels: NDArray[np.uint32], opaque: bool = False) -> QImage:
    """Wrap (H, W) premultiplied ARGB without a copy; `pixels` must outlive the image."""
    kind = QImage.Format.Format_RGB32 if opaque else QImage.Format.Format_ARGB32_Premultiplied
    height, width = pixels.shape
    return QImage(pixels.data, width, height, pixels.strides[0], kind)


def checker_brush() -> QBrush:
    """Make the pattern that stands for transparent."""
    tile = QPixmap(2 * CHECKER, 2 * CHECKER)
    tile.fill(CHECKER_LIGHT)
    painter = QPainter(tile)
    painter.fillRect(0, 0, CHECKER, CHECKER, CHECKER_DARK)
    painter.fillRect(CHECKER, CHECKER, CHECKER, CHECKER, CHECKER_DARK)
    painter.end()
    return QBrush(tile)


def _plain(rect: QRect) -> Rect:
    return float(rect.x()), float(rect.y()), float(rect.width()), float(rect.height())


def qt_transform(view: ViewTransform) -> QTransform:
    """Return a view as Qt's transform, image to widget."""
    a, b, c, d = view.matrix
    return QTransform(a, c, b, d, *view.offset)


def paint_picture(
    painter: QPainter,
    renderer: FrameRenderer,
    view: ViewTransform,
    images: list[QImage],
    rect: QRect,
    checker: QBrush,
    ratio: float,
) -> None:
    """Paint the part of a picture that lies in a rectangle of the widget.

    Parameters
    ----------
    images : list of QImage
        The renderer's levels as images, made here when first needed.
    checker : QBrush
        Shown through what is transparent.
    ratio : float
        Device pixels a widget unit.
    """
    level = renderer.level_for(view.scale * ratio)
    while len(images) < len(renderer.levels):
        images.append(as_image(renderer.levels[len(images)]))
    image = images[level]
    step = 2**level
    # Only what is visible: a zoomed-in picture is many times larger than the widget.
    left, top, across, down = view.rect_to_image(_plain(rect))
    x, y = max(int(left) // step - 1, 0), max(int(top) // step - 1, 0)
    width = min(int(left + across) // step + 2, image.width()) - x
    height = min(int(top + down) // step + 2, image.height()) - y
    if width <= 0 or height <= 0:
        return
    area = float(x * step), float(y * step), float(width * step), float(height * step)
    painter.save()
    if view.angle == 0 and not view.mirrored:
        target = QRectF(*view.rect_to_widget(area))
        painter.setBrushOrigin(QPointF(*view.offset))
        painter.fillRect(target, checker)
    else:
        target = QRectF(*area)
        painter.setTransform(qt_transform(view), combine=True)
        painter.fillRect(target, CHECKER_LIGHT)
    smooth = view.scale * ratio < 1
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
    painter.drawImage(target, image, QRectF(x, y, width, height))
    painter.restore()
