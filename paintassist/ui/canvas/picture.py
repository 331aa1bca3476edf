"""Painting one picture through a view: only what is visible, with crisp pixels."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPixmap, QTransform

from paintassist.ui.canvas.levels import Box
from paintassist.ui.canvas.overlay import sample_labels
from paintassist.ui.canvas.renderer import FrameRenderer
from paintassist.ui.canvas.view import Rect, ViewTransform

# Pixels of a picture that a paint event may paint before it draws them; else it shows a draft.
AT_ONCE = 3 * 2**20
# Pixels that are painted between two events.
A_LITTLE = 2**19
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


def visible_box(renderer: FrameRenderer, view: ViewTransform, rect: QRect, level: int) -> Box:
    """Return the part of a copy that lies in a rectangle of the widget; may be empty."""
    step = 2**level
    rows, columns = renderer.levels[level].shape
    left, top, across, down = view.rect_to_image(_plain(rect))
    x, y = max(int(left) // step - 1, 0), max(int(top) // step - 1, 0)
    width = min(int(left + across) // step + 2, columns) - x
    height = min(int(top + down) // step + 2, rows) - y
    return x, y, max(width, 0), max(height, 0)


def paint_picture(
    painter: QPainter,
    renderer: FrameRenderer,
    view: ViewTransform,
    images: list[QImage],
    rect: QRect,
    checker: QBrush,
    ratio: float,
) -> bool:
    """Paint the part of a picture that lies in a rectangle of the widget.

    Parameters
    ----------
    images : list of QImage
        The renderer's levels as images, made here when first needed.
    checker : QBrush
        Shown through what is transparent.
    ratio : float
        Device pixels a widget unit.

    Returns
    -------
    bool
        False if that would have taken too long: then a draft is shown, and `renew_picture`
        is to be called until it says that there is more.
    """
    level = renderer.level_for(view.scale * ratio)
    while len(images) < len(renderer.levels):
        images.append(as_image(renderer.levels[len(images)]))
    image = images[level]
    step = 2**level
    # Only what is visible: a zoomed-in picture is many times larger than the widget.
    x, y, width, height = box = visible_box(renderer, view, rect, level)
    if not width or not height:
        return True
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
    is_ready = renderer.waiting(level, box) <= AT_ONCE and renderer.renew(level, box)
    if is_ready:
        smooth = view.scale * ratio < 1
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.drawImage(target, image, QRectF(x, y, width, height))
    else:
        painter.setTransform(QTransform())
        _paint_draft(painter, renderer, view, rect, ratio)
    painter.restore()
    return is_ready


def renew_picture(renderer: FrameRenderer, view: ViewTransform, rect: QRect, ratio: float) -> bool:
    """Paint a little more of what a rectangle of the widget shows; True if it is all there."""
    level = renderer.level_for(view.scale * ratio)
    return renderer.renew(level, visible_box(renderer, view, rect, level), A_LITTLE)


def _paint_draft(
    painter: QPainter, renderer: FrameRenderer, view: ViewTransform, rect: QRect, ratio: float
) -> None:
    """Paint the nearest pixel's colour on each device pixel."""
    left, top = math.floor(rect.x() * ratio), math.floor(rect.y() * ratio)
    right, bottom = (
        math.ceil(rect.right() * ratio + ratio),
        math.ceil(rect.bottom() * ratio + ratio),
    )
    size = right - left, bottom - top
    labels, inks = (
        sample_labels(values, view, size, ratio, (left, top))
        for values in (renderer.segments.labels, renderer.segments.inks)
    )
    pixels = renderer.draft(labels, inks)
    image = as_image(pixels)
    image.setDevicePixelRatio(ratio)
    painter.drawImage(QPointF(left / ratio, top / ratio), image)
