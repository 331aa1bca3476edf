"""The canvas without a mouse: from segment to segment, from pane to pane, fill and take."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QDockWidget, QWidget

from paintassist.core.matching import NO_COLOR
from paintassist.core.steering import next_segment
from paintassist.ui.docks import dock_of

if TYPE_CHECKING:
    from paintassist.ui.main_window import MainWindow

DIRECTIONS = {
    "point_left": (-1.0, 0.0),
    "point_right": (1.0, 0.0),
    "point_up": (0.0, -1.0),
    "point_down": (0.0, 1.0),
}


class Steering(QObject):
    """Does by keys what a pointing hand does."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of this object do, by id."""
        return {
            **{name: self._stepper(way) for name, way in DIRECTIONS.items()},
            "fill_outlined": self.fill,
            "take_outlined": self.take,
            "next_pane": lambda: self.step_pane(1),
            "previous_pane": lambda: self.step_pane(-1),
        }

    def _stepper(self, way: tuple[float, float]) -> Callable[[], None]:
        return lambda: self.step(way)

    def step(self, way: tuple[float, float]) -> None:
        """Outline the next segment in a direction on the screen."""
        canvas = self._window.canvas
        if canvas.renderer is None:
            return
        # A turned or mirrored picture moves with what the eye sees.
        begin, end = canvas.view.to_image((0.0, 0.0)), canvas.view.to_image(way)
        direction = end[0] - begin[0], end[1] - begin[1]
        segments = canvas.renderer.segments
        found = next_segment(segments.centroid, canvas.current_segment, direction)
        if not found:
            return
        x, y = segments.centroid[found]
        at = canvas.view.to_widget((float(x), float(y)))
        if not canvas.rect().contains(QPoint(round(at[0]), round(at[1]))):
            size = float(canvas.width()), float(canvas.height())
            canvas.set_view(canvas.view.centred_on((float(x), float(y)), size))
        canvas.set_current_segment(found)

    def fill(self) -> None:
        """Give the outlined segment the colour in the hand."""
        segment = self._window.canvas.current_segment
        if segment:
            self._window.desk.paint([segment], self._window.desk.color_index)

    def take(self) -> None:
        """Take the colour of the outlined segment into the hand."""
        desk, segment = self._window.desk, self._window.canvas.current_segment
        if desk.frame and segment and desk.frame.color[segment] != NO_COLOR:
            desk.take_color(int(desk.frame.color[segment]))

    def panes(self) -> list[QWidget]:
        """Return what the keyboard can go to: the canvas, then each dock in sight."""
        window = self._window
        docks = [dock for dock in window.findChildren(QDockWidget) if _in_sight(dock)]
        inside = [first_focusable(dock.widget()) for dock in docks]
        return [window.canvas, *(widget for widget in inside if widget is not None)]

    def step_pane(self, step: int) -> None:
        """Give the keyboard to the next or previous pane."""
        panes, focused = self.panes(), self._window.focusWidget()
        here = next(
            (
                index
                for index, pane in enumerate(panes)
                if focused is not None and _same_pane(pane, focused)
            ),
            0,
        )
        panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)


def _in_sight(dock: QDockWidget) -> bool:
    return dock.isVisible() and not dock.visibleRegion().isEmpty()


def _same_pane(pane: QWidget, focused: QWidget) -> bool:
    return pane is focused or (dock_of(pane) is not None and dock_of(pane) is dock_of(focused))


def first_focusable(widget: QWidget | None) -> QWidget | None:
    """Return a widget or the first one in it that takes the keyboard by Tab."""
    if widget is None:
        return None
    for candidate in (widget, *widget.findChildren(QWidget)):
        by_tab = candidate.focusPolicy() & Qt.FocusPolicy.TabFocus
        if by_tab and candidate.isVisibleTo(widget) and candidate.isEnabled():
            return candidate
    return None
