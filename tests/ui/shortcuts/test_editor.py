"""Changing keys in a real window, and using them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from paintassist.ui.shortcuts.editor import ShortcutEditor


def open_editor(driver) -> ShortcutEditor:
    driver.window.actions_by_id["shortcuts"].trigger()
    editor = driver.window.findChild(ShortcutEditor)
    driver.qtbot.waitUntil(editor.isVisible)
    return editor


def row(editor: ShortcutEditor, action_id: str) -> list[str]:
    return [editor._item(action_id).text(column) for column in range(3)]


def record(editor: ShortcutEditor, key: Qt.Key, held=Qt.KeyboardModifier.NoModifier) -> None:
    editor.recorder.click()
    QTest.keyClick(editor.recorder, key, held)


def test_record_conflict_and_reset(make_driver):
    driver = make_driver()
    actions = driver.window.actions_by_id
    editor = open_editor(driver)
    assert row(editor, "save") == ["Save", "File", "Ctrl+S"]
    editor.select("fit")
    record(editor, Qt.Key.Key_F9)
    assert row(editor, "fit")[2] == "Shift+Z, F9"
    record(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert editor.message.text() == "Ctrl+S belongs to Save."
    assert row(editor, "fit")[2] == "Shift+Z, F9"
    editor.move_here.click()
    assert row(editor, "fit")[2] == "Shift+Z, F9, Ctrl+S"
    assert row(editor, "save")[2] == ""
    record(editor, Qt.Key.Key_Tab)
    assert editor.message.text() == "Tab belongs to Next Doubtful."
    record(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert editor.recorder.text() == "&Record Key"
    editor.select("save")
    editor.reset.click()
    assert (row(editor, "save")[2], row(editor, "fit")[2]) == ("Ctrl+S", "Shift+Z, F9")
    # Nothing counts before it is accepted.
    assert [key.toString() for key in actions["fit"].shortcuts()] == ["Shift+Z"]
    editor.accept()
    assert [key.toString() for key in actions["fit"].shortcuts()] == ["Shift+Z", "F9"]
    assert "F9" in actions["fit"].toolTip()


def test_a_changed_key_works_and_is_there_in_the_next_window(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    editor = open_editor(driver)
    editor.select("next_frame")
    record(editor, Qt.Key.Key_Right)
    editor.move_here.click()
    editor.select("zoom_in")
    record(editor, Qt.Key.Key_Asterisk, Qt.KeyboardModifier.ShiftModifier)
    assert row(editor, "zoom_in")[2].endswith("*")
    editor.accept()
    driver.window.canvas.setFocus()
    driver.key(Qt.Key.Key_Right)
    assert driver.window.desk.frame_index == 1
    # Away from the canvas the arrow belongs to the list.
    driver.window.palette_panel.setFocus()
    QTest.keyClick(driver.window.palette_panel, Qt.Key.Key_Right)
    assert driver.window.desk.frame_index == 1
    other = make_driver()
    other.open(clip)
    other.key(Qt.Key.Key_Right)
    assert other.window.desk.frame_index == 1


def test_presets_switch_and_search_finds(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    editor = open_editor(driver)
    editor.search.setText("frame nxt")
    visible = [item.text(0) for item in editor._items() if not item.isHidden()]
    assert visible == ["Next Frame"]
    editor.search.setText("shift+z")
    assert not editor._item("fit").isHidden()
    editor.preset.setCurrentIndex(editor.preset.findText("Clip Studio-like"))
    assert row(editor, "bucket")[2] == "G"
    editor.accept()
    driver.window.canvas.setFocus()
    driver.window.actions_by_id["eyedropper"].trigger()
    driver.key(Qt.Key.Key_G)
    assert driver.window.actions_by_id["bucket"].isChecked()
    assert driver.window.desk.frame_index == 0
    driver.key(Qt.Key.Key_Period)
    assert driver.window.desk.frame_index == 1
