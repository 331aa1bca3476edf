"""Saying which part segments belong to, in a real window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt

from paintassist.core.palette import Role
from paintassist.core.shade import Shade
from tests.ui.clip import BLUE, RED, centres
from tests.ui.tools.strokes import SHIFT, drag


def give_part(driver, color: tuple[int, ...], part: str, role: Role) -> None:
    document = driver.window.workspace.document
    index = document.palette.add(color)
    entry = document.palette.entries[index]
    assert document.paints.update(index, replace(entry, part=part, role=role))


def test_a_stroke_limits_what_is_proposed_to_a_part(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window, document = driver.window, driver.window.workspace.document
    square = centres(0)["square"]
    before = driver.color_at(0, square)
    other = BLUE if before != BLUE else RED
    give_part(driver, other, "cloak", Role.NORMAL)
    driver.take(other)
    window.actions_by_id["mark_part"].trigger()
    plain = window.canvas.grab().toImage()
    drag(driver, (square[0] - 3, square[1]), (square[0] + 3, square[1]))
    driver.settle()
    assert driver.color_at(0, square) == other
    assert document.history.undo_name == "Mark segments"
    assert [mark.part for mark in document.frames[0].retouch.marks] == ["cloak"]
    assert document.frames[0].retouch.marks[0].shade is Shade.UNSAID
    assert window.canvas.grab().toImage() != plain
    window.actions_by_id["mark_eraser"].trigger()
    drag(driver, (square[0], square[1] - 3), (square[0], square[1] + 3))
    driver.settle()
    assert driver.color_at(0, square) == before
    assert document.frames[0].retouch.marks == ()
    window.desk.undo()
    driver.settle()
    assert driver.color_at(0, square) == other
    window.desk.undo()
    driver.settle()
    assert driver.color_at(0, square) == before


def test_what_a_mark_changed_flashes_and_is_stepped_through(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window, square = driver.window, centres(0)["square"]
    other = BLUE if driver.color_at(0, square) != BLUE else RED
    give_part(driver, other, "cloak", Role.NORMAL)
    driver.settle()
    driver.take(other)
    window.actions_by_id["mark_part"].trigger()
    drag(driver, (square[0] - 3, square[1]), (square[0] + 3, square[1]))
    driver.settle()
    driver.qtbot.waitUntil(lambda: window.canvas._flash.is_lit)
    marked = window.canvas.renderer.segments.labels[square[1], square[0]]
    assert window.spread._changed["A1"].tolist() == [marked]
    assert "1 segment changed in 1 frame" in window.status.currentMessage()
    driver.key(Qt.Key.Key_M)
    assert (window.desk.frame_index, window.canvas.current_segment) == (0, marked)
    window.desk.undo()
    driver.settle()
    driver.qtbot.waitUntil(lambda: not window.spread._timer.isActive())
    assert window.spread._changed["A1"].tolist() == [marked]


def mark_as_shadow(driver, clip: Path):
    """Mark the square as the shadow of the cloak; returns its middle."""
    driver.open(clip)
    give_part(driver, RED, "cloak", Role.NORMAL)
    give_part(driver, BLUE, "cloak", Role.SHADOW_1)
    driver.take(BLUE)
    driver.window.actions_by_id["mark_part"].trigger()
    square = centres(0)["square"]
    drag(driver, (square[0] - 3, square[1]), (square[0] + 3, square[1]), held=SHIFT)
    driver.settle()
    return square


def test_with_shift_the_tone_is_said_as_well(make_driver, clip: Path):
    driver = make_driver()
    square = mark_as_shadow(driver, clip)
    assert driver.color_at(0, square) == BLUE
    document = driver.window.workspace.document
    assert document.frames[0].retouch.marks[0].shade is Shade.SHADOW_1


def test_a_colour_without_a_part_is_told(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window = driver.window
    driver.take(BLUE)
    window.actions_by_id["mark_part"].trigger()
    square = centres(0)["square"]
    drag(driver, (square[0] - 3, square[1]), (square[0] + 3, square[1]))
    driver.qtbot.waitUntil(lambda: "belongs to no part" in window.status.currentMessage())
    assert window.workspace.document.frames[0].retouch.marks == ()


def test_a_part_can_be_named_by_its_first_stroke(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window, document = driver.window, driver.window.workspace.document
    square = centres(0)["square"]
    other = BLUE if driver.color_at(0, square) != BLUE else RED
    driver.dialogs.text = "cloak"
    driver.take(other)
    window.actions_by_id["mark_part"].trigger()
    drag(driver, (square[0] - 3, square[1]), (square[0] + 3, square[1]))
    driver.qtbot.waitUntil(lambda: document.history.undo_name == "Mark segments")
    driver.settle()
    assert driver.color_at(0, square) == other
    assert [entry.part for entry in document.palette if entry.color == other] == ["cloak"]
    window.desk.undo()
    window.desk.undo()
    assert not document.history.undo_name


def test_what_is_marked_is_told_and_follows_the_name_of_its_part(make_driver, clip: Path):
    driver = make_driver()
    square = mark_as_shadow(driver, clip)
    window, document = driver.window, driver.window.workspace.document
    segment = window.canvas.renderer.segment_at(square)
    window.canvas.set_current_segment(segment)
    driver.qtbot.waitUntil(lambda: "marked as cloak Shadow 1" in window.status.segment.text())
    document.paints.rename_part("cloak", "cape")
    driver.settle()
    assert driver.color_at(0, square) == BLUE
    assert [mark.part for mark in document.frames[0].retouch.marks] == ["cape"]
    window.canvas.set_current_segment(segment)
    driver.qtbot.waitUntil(lambda: "marked as cape" in window.status.segment.text())
    window.desk.undo()
    assert [mark.part for mark in document.frames[0].retouch.marks] == ["cloak"]
