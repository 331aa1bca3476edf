"""The main job at a real window: open, propose, correct, see it spread, undo, save, export."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import Qt

from paintassist.document.frame import DecisionState
from paintassist.io.export.formats import ImageFormat
from paintassist.ui.exporting.dialog import ExportDialog
from tests.ui.clip import BLUE, GREEN, RED, SHIFTS, centres, draw, paint

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def star_colors(driver):
    return [driver.color_at(i, centres(shift)["star"]) for i, shift in enumerate(SHIFTS)]


def test_painter_s_main_job(make_driver, clip: Path, tmp_path: Path):
    driver = make_driver()
    window = driver.window
    driver.open(clip)
    document = window.workspace.document
    assert [frame.name for frame in document.frames] == ["A1", "A2", "A3", "A4"]
    assert not window.messages.messages
    for index, shift in enumerate(SHIFTS):
        at = centres(shift)
        shown = [driver.color_at(index, at[name]) for name in ("square", "disc", "bar")]
        assert shown == [RED, GREEN, BLUE]
    before = star_colors(driver)
    assert BLUE not in before[1:]
    assert not window.isWindowModified()

    # Undo is for what the painter did: the sheet stays.
    driver.key(Qt.Key.Key_Z, CTRL)
    assert document.sheets

    driver.take(BLUE)
    driver.click(centres(0)["star"])
    driver.settle()
    assert star_colors(driver) == [BLUE] * 4
    segment = window.canvas.current_segment
    assert document.frames[0].state[segment] == DecisionState.CORRECTED
    driver.qtbot.waitUntil(lambda: "changed in" in window.status.currentMessage())
    assert "in 3 frames" in window.status.currentMessage()
    assert window.isWindowModified()

    driver.key(Qt.Key.Key_Z, CTRL)
    driver.settle()
    assert star_colors(driver) == before
    driver.key(Qt.Key.Key_Y, CTRL)
    driver.settle()
    assert star_colors(driver) == [BLUE] * 4

    driver.key(Qt.Key.Key_Return, CTRL)
    assert (document.frames[0].decided[1:] > 0).all()
    driver.key(Qt.Key.Key_G)
    assert window.desk.frame_index == 1

    project = tmp_path / "仕上げ.paintassist"
    driver.dialogs.save_path = project
    driver.key(Qt.Key.Key_S, CTRL)
    assert project.exists(), window.messages.messages
    assert not window.isWindowModified()
    driver.hover(centres(SHIFTS[1])["disc"])
    driver.key(Qt.Key.Key_Space)
    driver.settle()
    accepted = document.frames[1].decided.copy()
    assert accepted.sum() == DecisionState.ACCEPTED
    window.close()

    again = make_driver()
    again.open(project)
    reopened = again.window.workspace.document
    assert np.array_equal(reopened.frames[1].decided, accepted)
    assert star_colors(again) == [BLUE] * 4
    assert again.window.windowTitle().startswith("仕上げ.paintassist")

    out = tmp_path / "書き出し"
    again.key(Qt.Key.Key_E, CTRL)
    dialog = again.window.findChild(ExportDialog)
    dialog.form.folder.setText(str(out))
    for image_format in (ImageFormat.PNG, ImageFormat.TGA):
        for other, box in dialog.form.formats.items():
            box.setChecked(other is image_format)
        # What the inspection finds in this rough drawing does not matter here.
        again.settle()
        dialog.export_button.click()
        again.settle()
        if not dialog.message.text():
            dialog.export_button.click()
            again.settle()
        assert dialog.message.text().startswith("4 files written"), dialog.message.text()
        for index, shift in enumerate(SHIFTS):
            at = centres(shift)
            shapes = {"square": RED, "disc": GREEN, "bar": BLUE, "star": BLUE}
            want = paint(draw(shift), {at[name]: color for name, color in shapes.items()})
            written = np.array(Image.open(out / f"A{index + 1}.{image_format}").convert("RGBA"))
            assert np.array_equal(written, want)
    assert not again.window.messages.messages


def test_a_stroke_is_one_undo(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window, at = driver.window, centres(0)
    document = window.workspace.document
    before = len(document.history.done)
    driver.take(GREEN)
    press, release = driver.widget_pos(at["bar"]), driver.widget_pos(at["star"])
    from PySide6.QtTest import QTest

    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(window.canvas, button, none, press)
    QTest.mouseMove(window.canvas, (press + release) / 2)
    QTest.mouseMove(window.canvas, release)
    assert len(document.history.done) == before
    QTest.mouseRelease(window.canvas, button, none, release)
    assert len(document.history.done) == before + 1
    assert [driver.color_at(0, at[name]) for name in ("bar", "star")] == [GREEN, GREEN]
    driver.key(Qt.Key.Key_Z, CTRL)
    driver.settle()
    assert driver.color_at(0, at["bar"]) == BLUE


def test_eyedropper_choices_and_clear(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window, at = driver.window, centres(0)
    document = window.workspace.document
    driver.click(at["square"], alt=True)
    assert document.palette.entries[window.desk.color_index].color == RED
    driver.key(Qt.Key.Key_I)
    driver.click(at["disc"])
    assert document.palette.entries[window.desk.color_index].color == GREEN
    driver.key(Qt.Key.Key_K)
    driver.click(at["square"])
    assert driver.color_at(0, at["square"]) == GREEN
    driver.key(Qt.Key.Key_Delete)
    driver.settle()
    assert driver.color_at(0, at["square"]) == RED
    driver.key(Qt.Key.Key_2)
    assert driver.color_at(0, at["square"]) not in (RED, ())
    assert "corrected" in window.status.segment.text()


def test_doubtful_walk_and_accept_next(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window = driver.window
    driver.key(Qt.Key.Key_N)
    first = (window.desk.frame_index, window.canvas.current_segment)
    assert first[1] > 0
    driver.key(Qt.Key.Key_Tab)
    second = (window.desk.frame_index, window.canvas.current_segment)
    assert second != first
    driver.key(Qt.Key.Key_P)
    assert (window.desk.frame_index, window.canvas.current_segment) == first
    driver.key(Qt.Key.Key_Return)
    frame, segment = first
    assert window.workspace.document.frames[frame].decided[segment] == DecisionState.ACCEPTED
    assert (window.desk.frame_index, window.canvas.current_segment) != first


def test_a_frame_is_accepted_and_the_next_one_shown_with_one_key(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window = driver.window
    document = window.workspace.document
    for index in range(len(SHIFTS)):
        assert window.desk.frame_index == index
        driver.key(Qt.Key.Key_Return, CTRL, SHIFT)
        driver.settle()
        assert document.frames[index].decided[1:].all()
        assert len(document.history.done) == index + 1
    assert window.desk.frame_index == len(SHIFTS) - 1
