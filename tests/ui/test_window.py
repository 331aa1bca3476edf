"""Opening by drop, asking before work is lost, hovering, keys, looks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6 import __version_info__ as qt_version
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget

from paintassist.ui.actions import ACTIONS, TOOL_BAR
from paintassist.ui.canvas.overlay import OverlayMode
from paintassist.ui.dialogs import Answer
from paintassist.ui.icons import ICONS
from paintassist.ui.theme import Theme
from tests.ui.clip import RED, centres

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drop(window, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy = Qt.DropAction.CopyAction
    # From Qt 6.12 on places are points between pixels here, too.
    place = QPointF(300, 300) if qt_version >= (6, 12) else QPoint(300, 300)
    entered = QDragEnterEvent(place, copy, data, LEFT, NONE)
    QApplication.sendEvent(window, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), copy, data, LEFT, NONE))


def test_drop_frames_then_a_sheet(make_driver, clip: Path):
    driver = make_driver()
    window = driver.window
    driver.dialogs.role = Answer.FRAMES
    drop(window, [clip / "line"])
    driver.settle()
    document = window.workspace.document
    assert len(document.frames) == 4
    assert not document.sheets
    driver.dialogs.role = Answer.SHEET
    drop(window, [clip / "ref" / "gt" / "design.png"])
    driver.settle()
    assert [sheet.name for sheet in document.sheets] == ["design"]
    assert document.sheets[0].line is not None
    assert driver.color_at(2, centres(12)["square"]) == RED


def test_drop_a_clip_folder_asks_nothing(make_driver, clip: Path):
    driver = make_driver()
    drop(driver.window, [clip])
    driver.settle()
    assert len(driver.window.workspace.document.frames) == 4


def test_unsaved_work_is_asked_about(make_driver, clip: Path, tmp_path: Path):
    driver = make_driver()
    window = driver.window
    driver.open(clip)
    driver.dialogs.unsaved = Answer.CANCEL
    driver.click(centres(0)["disc"])
    assert not window.close()
    assert driver.dialogs.asked == [clip.name]
    window.open_path(tmp_path)
    assert len(window.workspace.document.frames) == 4
    driver.dialogs.unsaved = Answer.SAVE
    driver.dialogs.save_path = tmp_path / "kept.paintassist"
    assert window.close()
    assert (tmp_path / "kept.paintassist").exists()


def test_hover_tells_and_lights_up_the_source(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window = driver.window
    driver.hover(centres(0)["square"])
    text = window.status.segment.text()
    assert "#DC281E" in text
    assert "proposed" in text
    assert "from design" in text
    assert window.references.view._marked
    driver.hover((3, 3))
    assert "background" in window.status.segment.text()
    QTest.mouseMove(window.canvas, QPoint(2, 2))
    assert window.status.segment.text() == ""


def test_space_drag_pans_and_space_tap_accepts(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    canvas = driver.window.canvas
    before, at = canvas.view, driver.widget_pos(centres(0)["square"])
    QTest.mouseMove(canvas, at)
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    QTest.mousePress(canvas, LEFT, NONE, at)
    QTest.mouseMove(canvas, at + QPoint(30, 10))
    QTest.mouseRelease(canvas, LEFT, NONE, at + QPoint(30, 10))
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.view.offset == (before.offset[0] + 30, before.offset[1] + 10)
    assert not driver.window.workspace.document.frames[0].decided.any()
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    assert driver.window.workspace.document.frames[0].decided.sum() == 2


def test_wheel_zooms_at_the_cursor(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    canvas = driver.window.canvas
    at = QPointF(driver.widget_pos(centres(0)["star"]))
    before = canvas.pos_image(at)
    scale = canvas.view.scale
    wheel = QWheelEvent(
        at, canvas.mapToGlobal(at), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton, NONE,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, wheel)
    assert canvas.view.scale == pytest.approx(scale * 1.44)
    assert canvas.pos_image(at) == pytest.approx(before, abs=1.0 / canvas.view.scale)
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.view.scale == pytest.approx(scale)


def test_exact_colour_reaches_the_screen(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    canvas, at = driver.window.canvas, driver.widget_pos(centres(0)["square"])
    driver.hover((3, 3))
    assert canvas.grab().toImage().pixelColor(at).getRgb() == RED
    for mode in OverlayMode:
        driver.window.actions_by_id[f"overlay_{mode.value}"].trigger()
        assert canvas.overlay is mode
        canvas.grab()


def test_rename_in_the_palette_is_an_edit(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window = driver.window
    model = window.palette_panel.model
    row = [entry.color for entry in window.workspace.document.palette].index(RED)
    model.setData(model.index(row, 0), "ribbon")
    assert window.workspace.document.palette.entries[row].name == "ribbon"
    assert "ribbon" in model.index(row, 0).data()
    window.desk.undo()
    assert window.workspace.document.palette.entries[row].name == ""


def test_eyedropper_on_the_sheet(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    view = driver.window.references.view
    x, y = view.view.to_widget(centres(0)["square"])
    QTest.mouseClick(view, LEFT, NONE, QPoint(round(x), round(y)))
    document = driver.window.workspace.document
    assert document.palette.entries[driver.window.desk.color_index].color == RED


def test_painting_without_a_colour_is_told(make_driver, clip: Path):
    driver = make_driver()
    driver.dialogs.role = Answer.FRAMES
    drop(driver.window, [clip / "line"])
    driver.settle()
    driver.click(centres(0)["square"])
    assert "colour first" in driver.window.status.currentMessage()


def test_themes_and_icons(make_driver, qapp: QApplication):
    driver = make_driver()
    for theme in (Theme.DARK, Theme.LIGHT, Theme.SYSTEM):
        driver.window.actions_by_id[f"theme_{theme.value}"].trigger()
        driver.window.grab()
    assert {spec.icon for spec in ACTIONS if spec.icon} <= ICONS.keys()
    for action_id in filter(None, TOOL_BAR):
        assert not driver.window.actions_by_id[action_id].icon().isNull()


def test_the_table_of_actions_is_sound():
    ids = [spec.id for spec in ACTIONS]
    assert len(ids) == len(set(ids))
    keys = [key for spec in ACTIONS for key in (*spec.keys, *spec.canvas_keys)]
    assert len(keys) == len(set(keys))


def test_message_bar_gathers(make_driver):
    bar = make_driver().window.messages
    for number in range(6):
        bar.show_message(f"problem {number}")
        bar.show_message(f"problem {number}")
    assert len(bar.messages) == 6
    assert "and 3 more" in bar._label.text()
    bar.clear()
    assert not bar.isVisible()


def test_docks_come_and_go_by_keys(make_driver):
    driver = make_driver()
    window = driver.window
    docks = {dock.objectName(): dock for dock in window.findChildren(QDockWidget)}
    actions = {spec.id: spec for spec in ACTIONS if spec.id.startswith("dock_")}
    assert {f"dock_{name}" for name in docks} == actions.keys()
    for name, dock in docks.items():
        action = window.actions_by_id[f"dock_{name}"]
        assert action.text() == dock.windowTitle()
        assert action.isChecked() == dock.toggleViewAction().isChecked() == (name != "lost")
        assert action.shortcuts()
    shown = window.actions_by_id["dock_palette"]
    driver.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert (docks["palette"].isVisible(), shown.isChecked()) == (False, False)
    driver.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert (docks["palette"].isVisible(), shown.isChecked()) == (True, True)
    # Behind the palette's tab: the first key brings it to the front, the second closes it.
    driver.qtbot.waitUntil(lambda: docks["history"].visibleRegion().isEmpty())
    driver.key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    driver.qtbot.waitUntil(lambda: not docks["history"].visibleRegion().isEmpty())
    assert window.actions_by_id["dock_history"].isChecked()
    driver.key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert not window.actions_by_id["dock_history"].isChecked()
    docks["frames"].close()
    assert not window.actions_by_id["dock_frames"].isChecked()
