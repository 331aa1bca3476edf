"""Colours on keys, the colour in the hand, and looking closer: what a hand does most."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from paintassist.document.frame import DecisionState
from tests.ui.clip import GREEN, RED, centres


@pytest.fixture
def driver(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    return driver


def in_hand(driver) -> tuple[int, ...]:
    desk = driver.window.desk
    entry = desk.entry(desk.color_index)
    return entry.color if entry else ()


def offered(driver) -> list[tuple[int, ...]]:
    window = driver.window
    entries = window.workspace.document.palette.entries
    return [entries[one].color for one in window.chooser.offered(window.canvas.current_segment)]


def test_a_chosen_colour_stays_in_the_hand(driver):
    driver.hover(centres(0)["bar"])
    driver.hover(centres(0)["square"])
    second = offered(driver)[1]
    assert in_hand(driver) != second
    driver.key(Qt.Key.Key_2)
    assert driver.color_at(0, centres(0)["square"]) == in_hand(driver) == second
    driver.click(centres(0)["star"])
    assert driver.color_at(0, centres(0)["star"]) == second


def test_the_first_key_accepts_what_is_proposed(driver):
    # The pointer may rest there already, from another test: then no move is told.
    driver.hover(centres(0)["bar"])
    driver.hover(centres(0)["square"])
    segment = driver.window.canvas.current_segment
    driver.key(Qt.Key.Key_1)
    frame = driver.window.desk.frame
    assert frame.state[segment] == DecisionState.ACCEPTED
    assert driver.color_at(0, centres(0)["square"]) == in_hand(driver) == RED


def test_what_was_used_last_is_offered_until_undo_takes_it_away(driver):
    window = driver.window
    window.palette_desk.add_temporary()
    loud = in_hand(driver)
    driver.hover(centres(0)["square"])
    assert loud not in offered(driver)
    driver.click(centres(0)["star"])
    driver.settle()
    driver.hover(centres(0)["bar"])
    assert loud in offered(driver), "it was used, and there is a fifth place"
    driver.key(Qt.Key.Key_1 + offered(driver).index(loud))
    assert driver.color_at(0, centres(0)["bar"]) == loud
    for _ in range(3):
        window.desk.undo()
    driver.settle()
    driver.hover(centres(0)["square"])
    assert loud not in offered(driver)


def test_the_right_button_takes_the_colour_and_paints_nothing(driver):
    window = driver.window
    driver.take(RED)
    at = driver.widget_pos(centres(0)["disc"])
    QTest.mouseClick(window.canvas, Qt.MouseButton.RightButton, pos=at)
    assert in_hand(driver) == GREEN
    assert not window.workspace.document.history.done


def test_the_bar_shows_what_is_in_the_hand_and_gives_way_to_the_choices(driver):
    bar, entries = driver.window.choices, driver.window.workspace.document.palette.entries
    driver.take(GREEN)

    def shown(widget: QWidget) -> set[tuple[int, ...]]:
        picture = widget.grab().toImage()
        return {
            picture.pixelColor(x, picture.height() // 2).getRgb() for x in range(picture.width())
        }

    others = [entry for entry in entries if entry.color != GREEN]
    bar.setParent(None)
    bar.resize(1000, bar.height())
    bar.set_entries(others)
    assert {RED, GREEN} <= shown(bar)
    bar.set_entries((others * 3)[:5])
    assert {RED, GREEN} <= shown(bar)
    bar.resize(300, bar.height())
    assert GREEN not in shown(bar), "no room: the choices come first"
    assert RED in shown(bar)
    bar.setParent(driver.window)


def test_closer_and_back_with_one_key(driver):
    canvas = driver.window.canvas
    canvas.fit()
    whole = canvas.view
    middle = canvas.rect().center()
    QCursor.setPos(canvas.mapToGlobal(middle))
    driver.key(Qt.Key.Key_A)
    assert canvas.view.scale == pytest.approx(3 * whole.scale)
    under = canvas.view.to_image((middle.x(), middle.y()))
    assert under == pytest.approx(whole.to_image((middle.x(), middle.y())))
    driver.key(Qt.Key.Key_A)
    assert canvas.view == whole
