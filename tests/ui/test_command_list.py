"""Commands by a few letters, keyboard only."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from paintassist.ui.command_list import CommandList, load_recent

CONTROL = Qt.KeyboardModifier.ControlModifier


def open_list(driver) -> CommandList:
    driver.window.activateWindow()
    driver.window.canvas.setFocus()
    driver.qtbot.waitUntil(driver.window.canvas.hasFocus)
    driver.key(Qt.Key.Key_K, CONTROL)
    commands = driver.window.findChild(CommandList)
    driver.qtbot.waitUntil(commands.field.hasFocus)
    return commands


def names(commands: CommandList) -> list[str]:
    rows = range(commands.list.topLevelItemCount())
    return [commands.list.topLevelItem(row).text(0) for row in rows]


def test_type_and_run(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    commands = open_list(driver)
    QTest.keyClicks(commands.field, "nex fra")
    assert names(commands)[0] == "Next Frame"
    assert commands.list.topLevelItem(0).text(2) == "G"
    QTest.keyClick(commands.field, Qt.Key.Key_Return)
    assert driver.window.desk.frame_index == 1
    driver.qtbot.waitUntil(lambda: driver.window.findChild(CommandList) is None)
    commands = open_list(driver)
    # The recent one is first; arrows go on from it, past what cannot be done now.
    assert names(commands)[0] == "Next Frame"
    QTest.keyClicks(commands.field, "do")
    rows = names(commands)
    assert commands.list.topLevelItem(rows.index("Undo")).isDisabled()
    QTest.keyClick(commands.field, Qt.Key.Key_Down)
    assert not commands.list.currentItem().isDisabled()
    QTest.keyClick(commands.field, Qt.Key.Key_Escape)
    assert driver.window.desk.frame_index == 1
    assert load_recent(driver.window.comfort.preferences) == ["next_frame"]


def test_nothing_found_runs_nothing(make_driver):
    driver = make_driver()
    commands = open_list(driver)
    QTest.keyClicks(commands.field, "xyzzy")
    assert names(commands) == []
    QTest.keyClick(commands.field, Qt.Key.Key_Return)
    assert commands.isVisible()
    commands.reject()
