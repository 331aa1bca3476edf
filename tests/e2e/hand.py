"""A hand at a real window: mouse and keys as Qt gets them, and a count of what it did.

Knows nothing of what the work is; `whole_clip.py`, the painter's session in `benchmarks/` and the
screenshots of the manual are driven by it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import cv2
import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from paintassist.core.segments import Segments
from paintassist.document.document import Document
from paintassist.document.frame import Frame
from paintassist.ui.canvas.view import Point
from paintassist.ui.dialogs import Answer, Dialogs
from paintassist.ui.main_window import MainWindow
from paintassist.ui.workspace import MakeEngine

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

# The keystroke-level model (Card, Moran and Newell, CACM 1980): seconds a practised hand needs
# to press a key, to press and release a button, to point, and a mind to decide.
KEY, BUTTON, POINT, DECIDE = 0.28, 0.2, 1.1, 1.35


@dataclass
class Effort:
    """What a hand did.

    Attributes
    ----------
    clicks, drags, keys, notches : int
        Clicks of a button, strokes with it held, keys (with their modifiers), of the wheel.
    pointings : int
        How often the hand went somewhere: every click and drag, and rests before a key.
    decisions : int
        How often the painter had to make up a mind.
    waited : float
        Seconds in which the hand waited for the window.
    """

    clicks: int = 0
    drags: int = 0
    keys: int = 0
    notches: int = 0
    pointings: int = 0
    decisions: int = 0
    waited: float = 0.0

    @property
    def acts(self) -> int:
        """Clicks, drags and keys; the wheel is counted apart."""
        return self.clicks + self.drags + self.keys

    @property
    def seconds(self) -> float:
        """Return what the keystroke-level model says of a practised painter, and the waits."""
        return (
            KEY * self.keys
            + BUTTON * (self.clicks + self.drags)
            + POINT * self.pointings
            + DECIDE * self.decisions
            + self.waited
        )


class Answers:
    """Files and answers that the painter would give to the system's own dialogs."""

    def __init__(self) -> None:
        self.frames: Path | None = None
        self.project: Path | None = None
        self.save_path: Path | None = None

    def ask_frames_folder(self) -> Path | None:
        """Return the folder to open."""
        return self.frames

    def ask_project(self) -> Path | None:
        """Return the project to open."""
        return self.project

    def ask_save_path(self, suggestion: str) -> Path | None:
        """Return where to save."""
        return self.save_path

    def ask_unsaved(self, title: str) -> Answer:
        """Let unsaved work go."""
        return Answer.DISCARD


class Hand:
    """Clicks, drags and types at one window."""

    def __init__(self, window: MainWindow, patience: float = 120.0) -> None:
        self.window, self.patience = window, patience
        self.effort = Effort()
        self.answers = Answers()
        window.dialogs = cast(Dialogs, self.answers)

    @property
    def document(self) -> Document:
        """The open document."""
        return self.window.workspace.document

    @property
    def frame(self) -> Frame:
        """The frame on the canvas."""
        frame = self.window.desk.frame
        assert frame is not None, "no frame is on the canvas"
        return frame

    @property
    def segments(self) -> Segments:
        """The segments on the canvas."""
        segments = self.document.segments(self.window.desk.frame_index)
        assert segments is not None, "the frame on the canvas is not read yet"
        return segments

    # Waiting

    def wait_until(self, ready: Callable[[], bool], what: str) -> None:
        """Let the window live until something is so.

        Raises
        ------
        AssertionError
            If it is not so in time.
        """
        begin = time.monotonic()
        while not ready():
            if time.monotonic() > begin + self.patience:
                raise AssertionError(f"waited {self.patience:.0f} s in vain: {what}")
            QTest.qWait(5)

    def settle(self) -> None:
        """Wait until the worker has nothing to do and the panels have caught up."""
        begin = time.monotonic()
        self.wait_until(lambda: not self.window.workspace.busy, "the worker is still busy")
        self.effort.waited += time.monotonic() - begin
        QTest.qWait(60)

    # Keys

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier, at: QWidget | None = None) -> None:
        """Press a key where the keyboard is, by default on the canvas."""
        held = NO_KEYS
        for modifier in modifiers:
            held |= modifier
        QTest.keyClick(at or self.window.canvas, key, held)
        self.effort.keys += 1

    # The canvas

    def pos_widget(self, pos_image: Point) -> QPoint:
        """Return where on the canvas an image position lies, rounded to the mouse's units."""
        x, y = self.window.canvas.view.to_widget((pos_image[0] + 0.5, pos_image[1] + 0.5))
        return QPoint(int(x), int(y))

    def inside(self, segment: int) -> tuple[int, int]:
        """Return the pixel of a segment that is farthest from its border, as x and y."""
        x, y, width, height = (int(side) for side in self.segments.bbox[segment])
        area = self.segments.labels[y : y + height, x : x + width] == segment
        depth = cv2.distanceTransform(np.pad(area, 1).astype(np.uint8), cv2.DIST_L2, 3)
        row, column = np.unravel_index(int(depth.argmax()), depth.shape)
        return x + int(column) - 1, y + int(row) - 1

    def hits(self, segment: int) -> bool:
        """Tell whether a click into the middle of a segment would mean that segment."""
        canvas = self.window.canvas
        at = self.pos_widget(self.inside(segment))
        if not canvas.rect().contains(at) or canvas.renderer is None:
            return False
        reach = min(max(1, round(3 / canvas.view.scale)), 8)
        found = canvas.renderer.nearest_segment(canvas.view.to_image((at.x(), at.y())), reach)
        return found == segment

    def bring_close(self, segment: int) -> None:
        """Turn the wheel over a segment until a click can mean it; as a painter zooms."""
        canvas = self.window.canvas
        if not self.hits(segment) and not canvas.rect().contains(
            self.pos_widget(self.inside(segment))
        ):
            self.key(Qt.Key.Key_Z, SHIFT)
        for _ in range(40):
            if self.hits(segment):
                return
            self.turn_wheel(self.pos_widget(self.inside(segment)))
        raise AssertionError(f"segment {segment} cannot be pointed at")

    def turn_wheel(self, at: QPoint, notches: int = 1) -> None:
        """Turn the wheel over a place of the canvas."""
        canvas, pos = self.window.canvas, QPointF(at)
        event = QWheelEvent(
            pos,
            canvas.mapToGlobal(pos),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            NO_KEYS,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(canvas, event)
        self.effort.notches += abs(notches)

    def point(self, segment: int) -> None:
        """Rest on a segment."""
        self.bring_close(segment)
        QTest.mouseMove(self.window.canvas, self.pos_widget(self.inside(segment)))
        self.effort.pointings += 1

    def click(self, segment: int, *modifiers: Qt.KeyboardModifier) -> None:
        """Click into the middle of a segment."""
        held = NO_KEYS
        for modifier in modifiers:
            held |= modifier
        self.bring_close(segment)
        at = self.pos_widget(self.inside(segment))
        QTest.mouseClick(self.window.canvas, LEFT, held, at)
        self.effort.clicks += 1
        self.effort.pointings += 1

    def drag(self, stops: Sequence[Point], *modifiers: Qt.KeyboardModifier) -> None:
        """Draw a stroke through image positions."""
        held = NO_KEYS
        for modifier in modifiers:
            held |= modifier
        canvas = self.window.canvas
        spots = [self.pos_widget(stop) for stop in stops]
        QTest.mousePress(canvas, LEFT, held, spots[0])
        for spot in spots[1:]:
            QTest.mouseMove(canvas, spot)
        QTest.mouseRelease(canvas, LEFT, held, spots[-1])
        self.effort.drags += 1
        # Each stop has to be aimed at.
        self.effort.pointings += len(stops)

    # The palette

    def take(self, color: int) -> None:
        """Get a palette index into the hand: by Alt from the frame, else from the palette."""
        if self.window.desk.color_index == color:
            return
        shown = np.flatnonzero(self.frame.color == color)
        near = [int(segment) for segment in shown if segment and self.hits(int(segment))]
        if near:
            largest = max(near, key=lambda segment: int(self.segments.area[segment]))
            self.click(largest, ALT)
        else:
            self._click_swatch(color)
        taken = self.window.desk.color_index
        assert taken == color, f"wanted colour {color}, got {taken}"

    def _click_swatch(self, color: int) -> None:
        panel = self.window.palette_panel
        view, index = panel.view, panel.model.place_of(color)
        assert index.isValid(), f"the palette does not list entry {color}"
        view.scrollTo(index)
        at = view.visualRect(index).center()
        QTest.mouseClick(view.viewport(), LEFT, NO_KEYS, at)
        self.effort.clicks += 1
        self.effort.pointings += 1


@contextmanager
def open_window(make_engine: MakeEngine, size: tuple[int, int] = (1500, 940)) -> Iterator[Hand]:
    """Show a window, give it a hand, and let both go at the end."""
    window = MainWindow(make_engine)
    window.resize(*size)
    window.show()
    hand = Hand(window)
    hand.wait_until(window.isVisible, "the window does not show")
    window.activateWindow()
    window.canvas.setFocus()
    hand.wait_until(window.canvas.hasFocus, "the canvas does not get the keyboard")
    try:
        yield hand
    finally:
        if window.workspace.is_running:
            window.close()
        QTest.qWait(10)
