"""Where a proposal came from lights up, whichever drawing that is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from paintassist.document.requests import frame_page
from tests.ui.clip import BLUE, GREEN, centres, draw, paint, write

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def marked(panel) -> list[int]:
    return [segment for segment, _ in panel.view._marked]


def test_the_sheet_that_won_comes_into_view_when_the_hand_rests(make_driver, clip: Path):
    line, at = draw(0), centres(0)
    write(clip / "ref" / "line" / "star.png", line)
    write(clip / "ref" / "gt" / "star.png", paint(line, {at["star"]: GREEN}))
    driver = make_driver()
    driver.open(clip)
    panel = driver.window.references
    for name, point in (("star", "star"), ("design", "bar")):
        panel.select("design" if name == "star" else "star")
        driver.hover((3, 3))
        frame = driver.window.workspace.document.frames[0]
        segments = driver.window.workspace.document.segments(0)
        segment = int(segments.labels[at[point][::-1]])
        source = frame.source(segment)
        assert source
        driver.hover(at[point])
        driver.qtbot.waitUntil(lambda source=source: marked(panel) == [source.segment])
        assert panel.shown.name == source.reference.split(":")[1]


def test_a_frame_that_lent_its_colour_is_shown_and_lends_it_to_the_hand(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    document, panel = driver.window.workspace.document, driver.window.references
    segments = document.segments(1)
    segment = int(segments.labels[centres(6)["star"][::-1]])
    panel.show_source(frame_page("A2"), segment)
    assert marked(panel) == []
    driver.qtbot.waitUntil(lambda: marked(panel) == [segment])
    assert np.array_equal(panel.view.renderer.segments.labels, segments.labels)
    blue = [entry.color for entry in document.palette].index(BLUE)
    document.paint(1, [segment], blue)
    x, y = panel.view.view.to_widget(centres(6)["star"])
    QTest.mouseClick(panel.view, LEFT, NONE, QPoint(round(x), round(y)))
    assert driver.window.desk.color_index == blue
    panel.show_source("", 0)
    driver.qtbot.waitUntil(lambda: panel.view.renderer.segments.count != segments.count)
    assert panel.shown.name == "design"
