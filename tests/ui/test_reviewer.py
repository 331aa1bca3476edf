"""Accepting many at once and stepping through changes, in a real window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt

from paintassist.document.frame import DecisionState
from paintassist.ui.accept_dialog import AcceptDialog
from tests.ui.clip import BLUE, RED, centres

SHIFT = Qt.KeyboardModifier.ShiftModifier


def accepted(driver) -> list[int]:
    frames = driver.window.workspace.document.frames
    return [int(np.count_nonzero(frame.state == DecisionState.ACCEPTED)) for frame in frames]


def test_a_colour_in_this_frame_then_everywhere(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    driver.hover(centres(0)["square"])
    driver.key(Qt.Key.Key_V)
    assert accepted(driver) == [1, 0, 0, 0]
    driver.key(Qt.Key.Key_V, SHIFT)
    assert accepted(driver)[1:] == [1, 1, 1]
    driver.window.desk.undo()
    driver.window.desk.undo()
    assert accepted(driver) == [0, 0, 0, 0]


def test_a_part_is_followed_through_all_frames(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window, document = driver.window, driver.window.workspace.document
    driver.hover(centres(0)["disc"])
    driver.key(Qt.Key.Key_J)
    driver.qtbot.waitUntil(lambda: bool(document.history.done), timeout=20_000)
    assert accepted(driver) == [1, 1, 1, 1]
    for index, frame in enumerate(document.frames):
        segments = document.segments(index)
        x, y = centres(6 * index)["disc"]
        assert frame.state[segments.labels[y, x]] == DecisionState.ACCEPTED
    window.desk.undo()
    assert accepted(driver) == [0, 0, 0, 0]


def test_a_part_that_was_cancelled_is_accepted_no_more(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window, document = driver.window, driver.window.workspace.document
    window.kin._known.clear()
    driver.hover(centres(0)["disc"])
    driver.key(Qt.Key.Key_J)
    driver.key(Qt.Key.Key_Escape)
    assert not window.workspace.busy
    window.kin.want(range(4))
    driver.settle()
    assert not window.kin.missing(range(4))
    assert not document.history.done


def test_the_threshold_is_chosen_with_its_count_in_sight(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window, document = driver.window, driver.window.workspace.document
    window.actions_by_id["accept_above"].trigger()
    dialog = window.findChild(AcceptDialog)
    dialog.slider.setValue(60)
    dialog.every.setChecked(True)
    wanted = sum(
        int(np.count_nonzero((frame.state == DecisionState.PROPOSED) & (frame.confidence >= 0.6)))
        for frame in document.frames
    )
    assert 0 < wanted < 20
    assert dialog.found.text() == f"{wanted} segments would be accepted"
    dialog.apply.click()
    assert sum(accepted(driver)) == wanted
    assert dialog.found.text() == "0 segments would be accepted"
    assert window.reviewer.least == 0.6
    dialog.close()
    window.desk.undo()
    driver.key(Qt.Key.Key_C)
    assert accepted(driver)[1:] == [0, 0, 0]
    assert accepted(driver)[0] > 0
    driver.key(Qt.Key.Key_C, SHIFT)
    assert sum(accepted(driver)) == wanted


def test_carrying_on_goes_to_the_first_doubt_and_is_one_undo(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window, document = driver.window, driver.window.workspace.document
    for frame in document.frames:
        frame.confidence[1:] = 0.95
    doubtful = int(document.segments(2).labels[centres(12)["bar"][::-1]])
    document.frames[2].confidence[doubtful] = 0.1
    driver.key(Qt.Key.Key_Return, SHIFT)
    assert (window.desk.frame_index, window.canvas.current_segment) == (2, doubtful)
    counts = accepted(driver)
    assert counts[0] == document.frames[0].count
    assert counts[2] == document.frames[2].count - 1
    assert counts[3] == 0
    assert len(document.history.done) == 1
    driver.key(Qt.Key.Key_Return, SHIFT)
    assert accepted(driver)[3] == document.frames[3].count
    assert "Nothing is doubtful" in window.status.currentMessage()
    window.desk.undo()
    window.desk.undo()
    assert accepted(driver) == [0, 0, 0, 0]


def test_later_leaves_a_segment_for_the_end(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window = driver.window
    driver.key(Qt.Key.Key_N)
    first = window.desk.frame_index, window.canvas.current_segment
    seen = []
    driver.key(Qt.Key.Key_L)
    while (place := (window.desk.frame_index, window.canvas.current_segment)) not in seen:
        seen.append(place)
        driver.key(Qt.Key.Key_N)
    assert len(seen) > 1
    assert first not in seen


def test_what_a_correction_changed_flashes_and_is_stepped_through(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window, document = driver.window, driver.window.workspace.document
    assert driver.color_at(1, centres(6)["square"]) == RED
    driver.take(BLUE)
    driver.click(centres(0)["square"])
    driver.settle()
    assert driver.color_at(1, centres(6)["square"]) == BLUE
    driver.qtbot.waitUntil(lambda: not window.spread._timer.isActive())
    count = window.spread.count
    assert count >= 3
    plain = None
    driver.key(Qt.Key.Key_M)
    assert window.desk.frame_index == 1
    assert document.frames[1].color[window.canvas.current_segment] >= 0
    assert window.canvas._flash.is_lit
    lit = window.canvas.grab().toImage()
    driver.qtbot.waitUntil(lambda: not window.canvas._flash._turns)
    plain = window.canvas.grab().toImage()
    assert lit != plain
    places = {(window.desk.frame_index, window.canvas.current_segment)}
    for _ in range(count - 1):
        driver.key(Qt.Key.Key_M)
        places.add((window.desk.frame_index, window.canvas.current_segment))
    assert len(places) == count
    driver.key(Qt.Key.Key_M, SHIFT)
    assert (window.desk.frame_index, window.canvas.current_segment) in places


def test_a_locked_segment_is_left_alone_by_the_bucket(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window, document = driver.window, driver.window.workspace.document
    driver.take(BLUE)
    driver.hover(centres(0)["square"])
    driver.key(Qt.Key.Key_Z)
    assert "locked" in window.status.segment.text()
    driver.click(centres(0)["square"])
    assert driver.color_at(0, centres(0)["square"]) == RED
    assert "keeps its colour" in window.status.currentMessage()
    driver.key(Qt.Key.Key_Z)
    driver.click(centres(0)["square"])
    assert driver.color_at(0, centres(0)["square"]) == BLUE
    driver.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | SHIFT)
    frame = document.frames[0]
    assert (frame.decided[1:][frame.color[1:] >= 0] == DecisionState.LOCKED).all()
