"""Overlays, comparisons and onion skin in a real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from paintassist.ui.canvas.spots import BEFORE, DIFFERENT, LOUD
from tests.ui.clip import BLUE, RED, centres


def shown(driver) -> QImage:
    driver.qtbot.wait(30)
    return driver.window.canvas.grab().toImage()


def colors_in(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def test_holding_a_key_shows_line_proposal_previous_and_reference(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    driver.window.desk.show_frame(1)
    canvas = driver.window.canvas
    driver.hover((3, 3))
    inside = driver.widget_pos(centres(6)["square"])
    before = shown(driver)
    assert before.pixelColor(inside).getRgb() == RED
    driver.take(BLUE)
    driver.click(centres(6)["square"])
    driver.settle()
    driver.hover((3, 3))
    document = driver.window.workspace.document
    frame, segments = document.frames[1], document.segments(1)
    segment = int(segments.labels[centres(6)["square"][::-1]])
    # The correction is a reference for its own frame too; the engine may think otherwise.
    frame.proposed[segment] = [entry.color for entry in document.palette].index(RED)
    for key, color in (
        (Qt.Key.Key_6, (255, 255, 255, 255)),
        (Qt.Key.Key_7, RED),
        (Qt.Key.Key_8, None),
        (Qt.Key.Key_9, None),
    ):
        QTest.keyPress(canvas, key)
        image = shown(driver)
        if color:
            assert image.pixelColor(inside).getRgb() == color
        else:
            assert image != before
        QTest.keyRelease(canvas, key)
        assert shown(driver).pixelColor(inside).getRgb() == BLUE


def test_differences_frame_what_changed_colour(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    driver.window.desk.show_frame(1)
    driver.window.actions_by_id["overlay_differences"].trigger()
    driver.hover((3, 3))
    assert int(DIFFERENT) not in colors_in(shown(driver))
    # Both are locked, so nothing spreads from the one to the other.
    document = driver.window.workspace.document
    document.accept(0)
    driver.take(BLUE)
    driver.click(centres(6)["square"])
    driver.hover((3, 3))
    driver.settle()
    differing = driver.window.sight.differing()
    segment = int(document.segments(1).labels[centres(6)["square"][::-1]])
    assert differing[segment]
    assert int(DIFFERENT) in colors_in(shown(driver))


@pytest.mark.parametrize("name", ["onion_skin", "overlay_unpainted"])
def test_marks_come_and_go(make_driver, clip: Path, name: str):
    driver = make_driver()
    driver.open(clip / "line")
    driver.window.desk.show_frame(1)
    loud = int(BEFORE if name == "onion_skin" else LOUD)
    assert loud not in colors_in(shown(driver))
    driver.window.actions_by_id[name].trigger()
    assert loud in colors_in(shown(driver))
    off = "onion_skin" if name == "onion_skin" else "overlay_off"
    driver.window.actions_by_id[off].trigger()
    assert loud not in colors_in(shown(driver))


def test_painting_hits_what_is_seen_in_a_turned_and_flipped_view(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    for action in ("turn_right", "flip_view", "turn_right"):
        driver.window.actions_by_id[action].trigger()
    driver.take(BLUE)
    driver.click(centres(0)["star"])
    assert driver.color_at(0, centres(0)["star"]) == BLUE
    driver.window.actions_by_id["turn_upright"].trigger()
    assert driver.window.canvas.view.angle == 0


def test_compare_keys_are_keys_like_others_and_the_menu_shows_until_the_next_touch(
    make_driver, clip: Path
):
    driver = make_driver()
    driver.open(clip)
    window, canvas = driver.window, driver.window.canvas
    driver.hover((3, 3))
    plain = shown(driver)
    window.actions_by_id.keys.assign("compare_line", ("F8",))
    window.actions_by_id.set_keys(window.actions_by_id.keys)
    assert window.actions_by_id["compare_line"].text().endswith("\tF8")
    QTest.keyPress(canvas, Qt.Key.Key_6)
    assert shown(driver) == plain
    QTest.keyPress(canvas, Qt.Key.Key_F8)
    assert shown(driver) != plain
    QTest.keyRelease(canvas, Qt.Key.Key_F8)
    assert shown(driver) == plain
    window.actions_by_id["compare_line"].trigger()
    assert shown(driver) != plain
    driver.click((3, 3))
    driver.settle()
    assert canvas._peek is None
