"""A widget that shows one picture with pan, zoom and crisp pixels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QCursor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from paintassist.ui.canvas.levels import Box
from paintassist.ui.canvas.outline import segment_outline
from paintassist.ui.canvas.pen import Pen
from paintassist.ui.canvas.picture import (
    checker_brush,
    paint_picture,
    qt_transform,
    renew_picture,
)
from paintassist.ui.canvas.renderer import FrameRenderer, union_box
from paintassist.ui.canvas.view import Point, ViewTransform, fit_rect

ZOOM_STEP = 1.2
# How much closer one key goes: enough to judge a hand or an eye of a full figure.
CLOSER = 3.0
WHEEL_NOTCH = 120.0
KEEP_VISIBLE = 48.0
# How far in widget units the smoothing and the outline of a segment reach around it.
RIM = 6


class ViewWidget(QWidget):
    """Shows a `FrameRenderer`; pan by Space-drag or middle button, zoom by wheel.

    Signals
    -------
    view_changed : the picture moved or was zoomed.
    picture_changed : another picture, or other colours of it.
    space_tapped : Space was pressed and released without panning.
    """

    view_changed = Signal()
    picture_changed = Signal()
    space_tapped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ViewTransform()
        self.renderer: FrameRenderer | None = None
        self.empty_text = ""
        self._images: list[QImage] = []
        self._peek: tuple[FrameRenderer, ViewTransform, list[QImage]] | None = None
        self._fitted = True
        self._space_held = False
        self._space_used = False
        self._pan_from: QPointF | None = None
        self._marked: list[tuple[int, QColor]] = []
        self._outlines: dict[int, list[QPolygonF]] = {}
        self._checker = checker_brush()
        self._renewal = QTimer(self)
        self._renewal.setSingleShot(True)
        self._renewal.timeout.connect(self._on_renewal)
        self._pen = Pen(self._mouse_event, self)
        self.setMouseTracking(True)
        self.setTabletTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(120, 90)

    def sizeHint(self) -> QSize:
        """Return a size that suits a dock."""
        return QSize(320, 320)

    # The picture

    def show_renderer(self, renderer: FrameRenderer | None, keep_view: bool = False) -> None:
        """Show another picture, with the same view where sizes agree and it is wanted."""
        before = self.renderer.segments.size if self.renderer else None
        self.renderer = renderer
        self._images, self._outlines, self._marked, self._peek = [], {}, [], None
        if renderer and not (keep_view and before == renderer.segments.size):
            self.fit()
        self.update()
        self.picture_changed.emit()

    def peek(self, renderer: FrameRenderer | None) -> None:
        """Show another picture for a while, without marks; None shows this one again.

        A picture of another size is fitted.
        """
        if renderer is None or self.renderer is None:
            self._peek = None
        else:
            view = self.view
            if renderer.segments.size != self.renderer.segments.size:
                width, height = renderer.segments.size
                view = fit_rect((0, 0, width, height), self._size_widget())
            self._peek = renderer, view.snapped(self.devicePixelRatioF()), []
        self.update()

    def mark_segments(self, marks: list[tuple[int, QColor]]) -> None:
        """Outline segments, each in a colour; replaces the marks before."""
        if marks != self._marked:
            before, self._marked = self._marked, marks
            for segment, _ in [*before, *marks]:
                self.update_segments([segment])

    def update_segments(self, segments: Iterable[int]) -> None:
        """Paint the rectangle around some segments again, with their outlines."""
        ids = list(segments)
        if self.renderer and ids:
            self.update_box(union_box(self.renderer.segments.bbox[ids]))

    def update_box(self, box_image: Box | None) -> None:
        """Paint an image rectangle again, and what smoothing and outlines add around it."""
        if box_image is not None:
            rect = QRectF(*self.view.rect_to_widget(box_image)).toAlignedRect()
            self.update(rect.adjusted(-RIM, -RIM, RIM, RIM))

    # The view

    def set_view(self, view: ViewTransform) -> None:
        """Look at another part of the picture."""
        if self.renderer:
            size_image = self.renderer.segments.size
            view = view.kept_in_sight(size_image, self._size_widget(), KEEP_VISIBLE)
        self.view = view.snapped(self.devicePixelRatioF())
        self._fitted = False
        self.update()
        self.view_changed.emit()

    def fit(self) -> None:
        """Show the whole picture."""
        if self.renderer:
            width, height = self.renderer.segments.size
            whole = (0.0, 0.0, float(width), float(height))
            self.set_view(fit_rect(whole, self._size_widget(), like=self.view))
        self._fitted = True

    def zoom(self, factor: float, anchor_widget: Point | None = None) -> None:
        """Zoom at a widget position, by default the middle."""
        self.set_view(self.view.zoomed(factor, anchor_widget or self._middle()))

    def look_closer(self) -> None:
        """Zoom in where the pointer is, or show the whole picture if it is closer already."""
        if not self._fitted:
            self.fit()
            return
        pointer = self.mapFromGlobal(QCursor.pos())
        inside = self.rect().contains(pointer)
        self.zoom(CLOSER, (pointer.x(), pointer.y()) if inside else None)

    def turn(self, degrees: float) -> None:
        """Turn the picture clockwise about the middle of the widget."""
        self._look_anew(self.view.turned(degrees, self._middle()))

    def flip(self) -> None:
        """Swap left and right of the picture about the middle of the widget."""
        self._look_anew(self.view.flipped(self._middle()))

    def turn_upright(self) -> None:
        """Show the picture neither turned nor mirrored."""
        self._look_anew(self.view.upright(self._middle()))

    def _look_anew(self, view: ViewTransform) -> None:
        fitted = self._fitted
        self.set_view(view)
        if fitted:
            self.fit()

    def _middle(self) -> Point:
        width, height = self._size_widget()
        return width / 2, height / 2

    def actual_size(self) -> None:
        """Show one image pixel on one device pixel."""
        self.zoom(1 / (self.view.scale * self.devicePixelRatioF()))

    def centre_on(self, segment: int, share: float = 0.2) -> None:
        """Bring a segment to the middle, large enough to judge, with its surroundings."""
        if not self.renderer or not 0 < segment <= self.renderer.segments.count:
            return
        x, y, width, height = (float(v) for v in self.renderer.segments.bbox[segment])
        size = self._size_widget()
        wanted = min(size[0] * share / width, size[1] * share / height)
        whole = fit_rect((0, 0, *self.renderer.segments.size), size).scale
        scale = min(max(wanted, whole), 8.0)
        if self.view.scale < scale:
            # Only zoom in: a painter who is closer already wants to stay there.
            self.view = replace(self.view, scale=scale)
        self.set_view(self.view.centred_on((x + width / 2, y + height / 2), size))

    def look_at(self, pos_image: Point, scale: float = 4.0) -> None:
        """Bring an image position to the middle, at least this large."""
        view = replace(self.view, scale=max(self.view.scale, scale))
        self.set_view(view.centred_on(pos_image, self._size_widget()))

    def pos_image(self, pos_widget: QPointF) -> Point:
        """Return the image position under a widget position."""
        return self.view.to_image((pos_widget.x(), pos_widget.y()))

    def _size_widget(self) -> tuple[float, float]:
        return float(max(self.width(), 1)), float(max(self.height(), 1))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw paper, picture, overlay and marks where needed; nothing is encoded here."""
        painter, ratio = QPainter(self), self.devicePixelRatioF()
        for rect in event.region():  # type: ignore[attr-defined]
            painter.setClipRect(rect)
            painter.fillRect(rect, self.palette().mid())
            if self.renderer is None:
                self._paint_empty(painter)
                continue
            if self._peek:
                if not paint_picture(painter, *self._peek, rect, self._checker, ratio):
                    self._renewal.start()
                continue
            if not paint_picture(
                painter, self.renderer, self.view, self._images, rect, self._checker, ratio
            ):
                self._renewal.start()
            self.paint_overlay(painter, rect)
            self._paint_marks(painter)
            self.paint_hand(painter)
        painter.end()

    @Slot()
    def _on_renewal(self) -> None:
        """Paint some of what a draft stands for, then let other events have their turn."""
        if self._peek:
            renderer, view, _ = self._peek
        elif self.renderer:
            renderer, view = self.renderer, self.view
        else:
            return
        if renew_picture(renderer, view, self.rect(), self.devicePixelRatioF()):
            self.update()
        else:
            self._renewal.start()

    def paint_overlay(self, painter: QPainter, rect: QRect) -> None:
        """Draw what belongs between picture and marks in a rectangle; nothing by default."""

    def paint_hand(self, painter: QPainter) -> None:
        """Draw what the hand is doing, over everything; nothing by default."""

    def _paint_empty(self, painter: QPainter) -> None:
        painter.setPen(self.palette().placeholderText().color())
        painter.drawText(
            self.rect().adjusted(24, 24, -24, -24),
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
            self.empty_text,
        )

    def _paint_marks(self, painter: QPainter) -> None:
        if not self._marked or not self.renderer:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(qt_transform(self.view), combine=True)
        for segment, color in self._marked:
            for pen_color, pen_width in ((QColor(0, 0, 0, 200), 4.0), (color, 2.0)):
                pen = QPen(pen_color, pen_width)
                pen.setCosmetic(True)
                painter.setPen(pen)
                for polygon in self._outline(segment):
                    painter.drawPolygon(polygon)
        painter.restore()

    def _outline(self, segment: int) -> list[QPolygonF]:
        assert self.renderer is not None
        if segment not in self._outlines:
            loops = segment_outline(self.renderer.segments, segment)
            self._outlines[segment] = [
                QPolygonF([QPointF(float(x), float(y)) for x, y in loop]) for loop in loops
            ]
        return self._outlines[segment]

    # Hands

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a fitted picture fitted, and the middle of any other in the middle."""
        if self._fitted:
            self.fit()
        elif event.oldSize().isValid():
            grown = event.size() - event.oldSize()
            self.set_view(self.view.panned(grown.width() / 2, grown.height() / 2))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the cursor; a touchpad's pixel deltas with Shift pan."""
        notches = event.angleDelta().y() / WHEEL_NOTCH
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            delta: QPoint = event.angleDelta()
            self.set_view(self.view.panned(delta.y() / 2, delta.x() / 2))
        elif notches:
            at = event.position()
            self.zoom(ZOOM_STEP**notches, (at.x(), at.y()))
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Keep Space for panning: a shortcut on it fires when it is tapped."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
            and not event.modifiers()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start panning with Space."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat():
                self._space_held, self._space_used = True, False
                self.update_cursor()
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """End panning; a Space that moved nothing is a tap."""
        if event.key() == Qt.Key.Key_Space and self._space_held:
            if not event.isAutoRepeat():
                self._space_held = False
                self.update_cursor()
                if not self._space_used:
                    self.space_tapped.emit()
            return
        super().keyReleaseEvent(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Let a pen do what a mouse does."""
        self._pen.take(event)

    def _mouse_event(self, event: QMouseEvent) -> None:
        if event.type() is QEvent.Type.MouseButtonPress:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.mousePressEvent(event)
        elif event.type() is QEvent.Type.MouseMove:
            self.mouseMoveEvent(event)
        else:
            self.mouseReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pan with the middle button or Space; the rest is for the hand."""
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self._space_held):
            self._pan_from, self._space_used = event.position(), True
            self.update_cursor()
        elif left:
            self.hand_pressed(event)
        elif event.button() == Qt.MouseButton.RightButton:
            self.hand_took(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, or let the hand move."""
        if self._pan_from is not None:
            moved = event.position() - self._pan_from
            self._pan_from = event.position()
            self.set_view(self.view.panned(moved.x(), moved.y()))
        else:
            self.hand_moved(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End panning, or let the hand go."""
        if self._pan_from is not None:
            self._pan_from = None
            self.update_cursor()
        elif event.button() == Qt.MouseButton.LeftButton:
            self.hand_released(event)

    def hand_pressed(self, event: QMouseEvent) -> None:
        """Act on the left button; nothing by default."""

    def hand_took(self, event: QMouseEvent) -> None:
        """Act on the right button; nothing by default."""

    def hand_moved(self, event: QMouseEvent) -> None:
        """Act on a move that does not pan; nothing by default."""

    def hand_released(self, event: QMouseEvent) -> None:
        """Act on the left button going up; nothing by default."""

    def hand_cursor(self) -> Qt.CursorShape:
        """Return the cursor of the hand."""
        return Qt.CursorShape.ArrowCursor

    def update_cursor(self) -> None:
        """Show the cursor that says what a press would do."""
        if self._pan_from is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._space_held:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.setCursor(self.hand_cursor())
