"""The canvas: one frame to paint on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from paintassist.core.fills import segments_inside, segments_of_color
from paintassist.core.palette import Color
from paintassist.ui.canvas.comparing import MODIFIERS, Comparing
from paintassist.ui.canvas.flash import Flash
from paintassist.ui.canvas.guides import (
    BARRIER_PENS,
    JOIN_PENS,
    GuidePen,
    draw_guide,
    draw_mark,
    draw_stroke,
)
from paintassist.ui.canvas.marking import Marking
from paintassist.ui.canvas.overlay import (
    FrameLook,
    OverlayMode,
)
from paintassist.ui.canvas.picture import as_image
from paintassist.ui.canvas.renderer import FrameRenderer
from paintassist.ui.canvas.view import Point
from paintassist.ui.canvas.view_widget import ViewWidget
from paintassist.ui.tools.base import HandEvent, Tool
from paintassist.ui.tools.requests import ToolRequest

CURRENT_MARK = QColor(255, 255, 255)
# A click this many widget units beside a segment, on its line, still means the segment.
REACH_WIDGET = 3.0


class Canvas(ViewWidget):
    """Shows a frame with its overlay and lets a tool work on it.

    Signals
    -------
    current_changed : the segment that keys act on is another one; 0 = none.
    painted : list of int; segments shall get the current colour.
    color_picked : int; the colour of this segment shall be the current one.
    asked : ToolRequest; a tool wants more than painting.
    """

    current_changed = Signal(int)
    painted = Signal(list)
    color_picked = Signal(int)
    asked = Signal(object)

    def __init__(self, tool: Tool, picker: Tool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Canvas"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.current_color: Color | None = None
        self.current_segment = 0
        self.overlay = OverlayMode.OFF
        self._tool, self._picker = tool, picker
        self._stroke_tool: Tool | None = None
        self._alt_held = False
        self._guide: tuple[Sequence[Point], bool, GuidePen | None] = ((), False, None)
        self._barriers: tuple[Sequence[Sequence[Point]], Sequence[Sequence[Point]]] = ((), ())
        self._strokes: Sequence[Sequence[Point]] = ()
        self._look: FrameLook | None = None
        self.marking = Marking()
        self.comparing = Comparing(self)
        self._flash = Flash(self)

    # What is shown

    def show_frame(
        self, renderer: FrameRenderer | None, look: FrameLook | None, keep_view: bool
    ) -> None:
        """Show another frame, or none."""
        self._look = look
        if renderer and look:
            renderer.set_colors(look.rgba, look.marks.unpainted)
        self.marking.forget()
        self.comparing.forget()
        self._flash.stop()
        self.show_renderer(renderer, keep_view)
        self.set_current_segment(0)

    def set_look(self, look: FrameLook) -> None:
        """Show other colours or states of the same frame."""
        before, self._look = self._look, look
        if self.renderer:
            self.update_box(self.renderer.set_colors(look.rgba, look.marks.unpainted))
            self.picture_changed.emit()
            if before is None:
                self.update()
            elif self.overlay is not OverlayMode.OFF:
                self.update_segments(before.marks.changed(look.marks).tolist())

    def set_overlay(self, mode: OverlayMode) -> None:
        """Show other marks over the paint."""
        self.overlay = mode
        self.update()

    def set_lines_on_top(self, on_top: bool) -> None:
        """Show trace lines over the paint, or the paint as it will be exported."""
        if self.renderer:
            self.renderer.set_lines_on_top(on_top)
            self.update()

    def set_current_segment(self, segment: int) -> None:
        """Make keys act on a segment and outline it."""
        if segment == self.current_segment and (segment or not self._marked):
            return
        self.current_segment = segment
        self.mark_segments([(segment, CURRENT_MARK)] if segment else [])
        self.current_changed.emit(segment)

    def paint_overlay(self, painter: QPainter, rect: QRect) -> None:
        """Draw the marks of a rectangle from the labels under its device pixels."""
        if not self.renderer or not self._look:
            return
        self.marking.flashing = self._flash.wanted if self._flash.is_lit else None
        ratio = self.devicePixelRatioF()
        area = float(rect.x()), float(rect.y()), float(rect.width()), float(rect.height())
        drawn = self.marking.draw(
            self.renderer, self._look.marks, self.overlay, self.view, ratio, area
        )
        if drawn is not None:
            pixels, (left, top) = drawn
            image = as_image(pixels)
            image.setDevicePixelRatio(ratio)
            painter.drawImage(QPointF(left / ratio, top / ratio), image)

    def set_onion(self, frames: Sequence[tuple[NDArray[np.int32], np.uint32]]) -> None:
        """Show the lines of other frames of the same size, each in a colour."""
        shape = self.renderer.segments.labels.shape if self.renderer else None
        self.marking.set_onion([frame for frame in frames if frame[0].shape == shape])
        self.update()

    def set_emphasis(self, wanted: NDArray[np.bool_] | None) -> None:
        """Frame some segments (count + 1,), under every overlay; None takes the frames away."""
        self.marking.emphasis = wanted
        self.update()

    def set_differing(self, differing: NDArray[np.bool_]) -> None:
        """Tell which segments (count + 1,) differ from the frame before."""
        self.marking.differing = differing
        self.update()

    def flash(self, segments: NDArray[np.int64]) -> None:
        """Let segments blink for a moment: they look different now."""
        if self.renderer:
            wanted = np.zeros(self.renderer.segments.count + 1, np.bool_)
            wanted[segments[segments < len(wanted)]] = True
            self._flash.start(wanted)

    def paint_hand(self, painter: QPainter) -> None:
        """Draw the stroke of the hand on top of everything."""
        for strokes, pens in zip(self._barriers, (BARRIER_PENS, JOIN_PENS), strict=True):
            for stroke in strokes:
                draw_guide(painter, self.view, stroke, False, pens)
        for stroke in self._strokes:
            draw_mark(painter, self.view, stroke)
        points, closed, pen = self._guide
        if pen is None or not points:
            draw_guide(painter, self.view, points, closed)
        else:
            draw_stroke(painter, self.view, points, pen)

    # What tools ask for

    def segments_along(self, start: Point, end: Point) -> list[int]:
        """Return the segments under a straight stroke in image space."""
        return self.renderer.segments_along(start, end) if self.renderer else []

    def segments_inside(self, outline: Sequence[Point]) -> list[int]:
        """Return the segments that lie mostly inside an outline in image space."""
        return segments_inside(self.renderer.segments, outline).tolist() if self.renderer else []

    def segments_like(self, segment: int) -> list[int]:
        """Return the segments of the frame that carry the colour of one of them."""
        if not self._look:
            return []
        return segments_of_color(self._look.rgba, self._look.marks.unpainted, segment).tolist()

    def unpainted(self, segments: Sequence[int]) -> list[int]:
        """Return those of some segments that show no colour, in their order."""
        look = self._look
        return [segment for segment in segments if look and look.marks.unpainted[segment]]

    def show_guide(
        self, points: Sequence[Point], closed: bool = False, pen: GuidePen | None = None
    ) -> None:
        """Draw a stroke of the hand over the picture; no points take it away."""
        self._guide = (points, closed, pen)
        self.update()

    def set_barriers(
        self, barriers: Sequence[Sequence[Point]], joins: Sequence[Sequence[Point]]
    ) -> None:
        """Show what parts segments invisibly, and what makes one of several."""
        self._barriers = (barriers, joins)
        self.update()

    def show_strokes(self, strokes: Sequence[Sequence[Point]]) -> None:
        """Mark where lines would be drawn into the picture; none takes the marks away."""
        self._strokes = strokes
        self.update()

    def ask(self, request: ToolRequest) -> None:
        """Hand on what is more than painting."""
        self.asked.emit(request)

    def preview_paint(self, segments: Sequence[int]) -> None:
        """Show segments in the current colour without deciding anything."""
        if not self.renderer or not self._look or self.current_color is None:
            return
        rgba, unpainted = self._look.rgba.copy(), self._look.marks.unpainted.copy()
        rgba[list(segments)] = self.current_color
        unpainted[list(segments)] = False
        self.update_box(self.renderer.set_colors(rgba, unpainted))

    def paint(self, segments: Sequence[int]) -> None:
        """Ask to decide the current colour for segments."""
        if segments:
            self.painted.emit(list(segments))
        if self._look:
            # Whatever the preview showed and nobody decided goes back to what it was.
            self.set_look(self._look)

    def pick_color(self, segment: int) -> None:
        """Ask to make the colour of a segment the current one."""
        if segment:
            self.color_picked.emit(segment)

    # Hands

    def set_tool(self, tool: Tool) -> None:
        """Take a tool into the hand; a stroke under way ends with the tool before."""
        self._tool = tool
        self.update_cursor()

    def hand_cursor(self) -> Qt.CursorShape:
        """Return the cursor of the tool in the hand."""
        return (self._picker if self._alt_held else self._tool).cursor

    def hand_pressed(self, event: QMouseEvent) -> None:
        """Start a stroke with the tool, or with the eyedropper while Alt is held."""
        self.comparing.end()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self._stroke_tool = self._picker if alt else self._tool
        self._hover(event)
        self._stroke_tool.pressed(self, self._hand_event(event))

    def hand_took(self, event: QMouseEvent) -> None:
        """Take the colour under the hand, as many painting programs do."""
        if self._stroke_tool is None:
            self.comparing.end()
            self._hover(event)
            self.pick_color(self._segment_under(event))

    def hand_moved(self, event: QMouseEvent) -> None:
        """Carry the stroke on and follow the hand."""
        self._hover(event)
        if self._stroke_tool:
            self._stroke_tool.moved(self, self._hand_event(event))

    def hand_released(self, event: QMouseEvent) -> None:
        """End the stroke."""
        tool, self._stroke_tool = self._stroke_tool, None
        if tool:
            tool.released(self, self._hand_event(event))

    def _hand_event(self, event: QMouseEvent) -> HandEvent:
        held = event.modifiers()
        return HandEvent(
            self.pos_image(event.position()),
            self._segment_under(event),
            bool(held & Qt.KeyboardModifier.ShiftModifier),
            bool(held & Qt.KeyboardModifier.ControlModifier),
        )

    def _segment_under(self, event: QMouseEvent) -> int:
        if not self.renderer:
            return 0
        reach = max(1, round(REACH_WIDGET / self.view.scale))
        return self.renderer.nearest_segment(self.pos_image(event.position()), min(reach, 8))

    def _hover(self, event: QMouseEvent) -> None:
        self.set_current_segment(self._segment_under(event))

    def leaveEvent(self, event: QEvent) -> None:
        """Keep nothing under a hand that is gone."""
        self.set_current_segment(0)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hold Alt for the eyedropper."""
        if event.key() == Qt.Key.Key_Alt:
            self._alt_held = True
            self.update_cursor()
        if event.key() not in MODIFIERS and self.comparing.pressed(event):
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of the eyedropper."""
        if event.key() == Qt.Key.Key_Alt:
            self._alt_held = False
            self.update_cursor()
        self.comparing.released(event)
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget held keys: their release goes to another window."""
        self._alt_held = self._space_held = False
        self.comparing.end()
        self.update_cursor()
        super().focusOutEvent(event)
