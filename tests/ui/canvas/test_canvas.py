"""The canvas in a window: what is painted again, and where a hand is when the view is turned."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, QRect
from PySide6.QtGui import QImage, QPaintEvent
from pytestqt.qtbot import QtBot

from paintassist.ui.canvas import levels, picture
from paintassist.ui.canvas.canvas import Canvas
from paintassist.ui.canvas.overlay import FrameLook, OverlayMode, SegmentMarks
from paintassist.ui.canvas.renderer import FrameRenderer
from paintassist.ui.tools.bucket import BucketTool
from paintassist.ui.tools.eyedropper import EyedropperTool
from tests.fakes import strip

COUNT = 12


class PaintWatch(QObject):
    """Notes which rectangles a widget paints."""

    def __init__(self) -> None:
        super().__init__()
        self.rects: list[QRect] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self.rects.append(event.region().boundingRect())
        return False


def look(red: int = 0, proposed: tuple[int, ...] = (), unpainted: tuple[int, ...] = ()):
    ids = np.arange(COUNT + 1)
    rgba = np.full((COUNT + 1, 4), 255, np.uint8)
    rgba[ids == red] = (200, 0, 0, 255)
    none = np.zeros(COUNT + 1, np.bool_)
    marks = SegmentMarks(
        np.isin(ids, unpainted), np.isin(ids, proposed), np.full(COUNT + 1, 0.6, np.float32), none
    )
    return FrameLook(rgba, marks)


@pytest.fixture
def canvas(no_leaks: None, qtbot: QtBot):
    canvas = Canvas(BucketTool(), EyedropperTool())
    qtbot.addWidget(canvas)
    canvas.resize(640, 300)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.show_frame(FrameRenderer(strip(COUNT)), look(), keep_view=False)
    canvas.set_overlay(OverlayMode.PROPOSALS)
    # What showing a window paints is over before anything is watched.
    qtbot.wait(60)
    return canvas


def painted_rects(canvas: Canvas, qtbot: QtBot) -> list[QRect]:
    watch = PaintWatch()
    canvas.installEventFilter(watch)
    qtbot.waitUntil(lambda: bool(watch.rects))
    canvas.removeEventFilter(watch)
    return watch.rects


def rect_of(canvas: Canvas, segment: int) -> QRect:
    box = canvas.renderer.segments.bbox[segment].tolist()
    x, y, width, height = canvas.view.rect_to_widget(tuple(box))
    return QRect(round(x), round(y), round(width), round(height))


def test_recolour_paints_the_rectangle_of_the_segment_again(canvas: Canvas, qtbot: QtBot):
    canvas.set_look(look(red=3))
    (rect,) = painted_rects(canvas, qtbot)
    assert rect.contains(rect_of(canvas, 3))
    assert not rect.contains(rect_of(canvas, 6))
    assert rect.width() < 640 // 2


def test_accepting_paints_only_what_loses_its_hatching(canvas: Canvas, qtbot: QtBot):
    canvas.set_look(look(proposed=(2, 9)))
    painted_rects(canvas, qtbot)
    canvas.set_look(look(proposed=(2,)))
    (rect,) = painted_rects(canvas, qtbot)
    assert rect.contains(rect_of(canvas, 9))
    assert not rect.intersects(rect_of(canvas, 2))


def test_hovering_paints_the_outlines_that_come_and_go(canvas: Canvas, qtbot: QtBot):
    canvas.set_current_segment(2)
    painted_rects(canvas, qtbot)
    canvas.set_current_segment(11)
    rects = painted_rects(canvas, qtbot)
    assert any(rect.contains(rect_of(canvas, 11)) for rect in rects)


def test_what_is_painted_in_parts_is_what_is_painted_whole(canvas: Canvas, qtbot: QtBot):
    for mode in OverlayMode:
        canvas.set_overlay(mode)
        canvas.repaint()
        canvas.set_look(look(red=3, proposed=(2, 5), unpainted=(7,)))
        canvas.set_current_segment(4)
        canvas.set_current_segment(5)
        qtbot.wait(40)
        parts = canvas.screen().grabWindow(canvas.winId()).toImage()
        canvas.update()
        qtbot.wait(40)
        assert not parts.isNull()
        assert parts.pixelColor(5, 5) != parts.pixelColor(320, 150)
        assert parts == canvas.screen().grabWindow(canvas.winId()).toImage(), mode
        canvas.set_current_segment(0)
        canvas.set_look(look())


@pytest.mark.parametrize("angle", [0, 15, 90, 200])
@pytest.mark.parametrize("flips", [0, 1])
def test_a_hand_hits_what_it_sees(canvas: Canvas, angle: float, flips: int):
    canvas.set_overlay(OverlayMode.OFF)
    canvas.set_look(look(red=4))
    canvas.turn(angle)
    for _ in range(flips):
        canvas.flip()
    x, y = canvas.renderer.segments.centroid[4]
    at = canvas.view.to_widget((float(x), float(y)))
    color = canvas.grab().toImage().pixelColor(int(at[0]), int(at[1]))
    assert color.getRgb() == (200, 0, 0, 255)
    assert canvas.renderer.segment_at(canvas.pos_image(QPointF(*at))) == 4
    canvas.turn_upright()
    assert (canvas.view.angle, canvas.view.mirrored) == (0, False)


@pytest.mark.parametrize("turned", [0, 30])
def test_a_draft_is_shown_until_the_picture_is_painted_little_by_little(
    canvas: Canvas, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, turned: int
):
    def shown() -> QImage:
        return canvas.grab().toImage()

    canvas.set_overlay(OverlayMode.OFF)
    canvas.turn(turned)
    expected = shown()
    drafts: list[bool] = []
    draft = FrameRenderer.draft
    monkeypatch.setattr(
        FrameRenderer, "draft", lambda *inputs: drafts.append(True) or draft(*inputs)
    )
    monkeypatch.setattr(picture, "AT_ONCE", 0)
    monkeypatch.setattr(picture, "A_LITTLE", 1)
    monkeypatch.setattr(levels, "TILE", 32)
    canvas.show_frame(FrameRenderer(strip(COUNT)), look(), keep_view=True)
    first = shown()
    assert drafts
    assert first.pixelColor(320, 150) == expected.pixelColor(320, 150)
    drafts.clear()
    height, width = canvas.renderer.levels[0].shape
    whole = 0, 0, width, height
    qtbot.waitUntil(lambda: canvas.renderer.waiting(0, whole) == 0)
    drafts.clear()
    qtbot.waitUntil(lambda: shown() == expected)
    assert not drafts
