"""The export dialog in a real window."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt

from paintassist.core.inspection import Finding, FindingKind, place_in
from paintassist.core.layers import Layer
from paintassist.io.export.formats import ImageFormat
from paintassist.io.export.presets import PresetStore
from paintassist.ui.exporting.dialog import ExportDialog
from paintassist.ui.exporting.finding_list import ROLE
from tests.ui.clip import BLUE, SHIFTS, centres
from tests.ui.conftest import Driver

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def painter(make_driver: Callable[..., Driver], clip: Path) -> Driver:
    """A painter who has decided every segment of the clip."""
    driver = make_driver()
    driver.open(clip)
    document = driver.window.workspace.document
    blue = document.paints.find_or_add(BLUE)
    for index, shift in enumerate(SHIFTS):
        segments = document.segments(index)
        assert segments is not None
        x, y = centres(shift)["star"]
        document.paint(index, [int(segments.labels[y, x])], blue)
        document.accept(index)
    driver.settle()
    return driver


def open_dialog(driver: Driver, out: Path) -> ExportDialog:
    driver.key(Qt.Key.Key_E, CTRL)
    dialog = driver.window.findChild(ExportDialog)
    assert dialog is not None
    dialog.form.folder.setText(str(out))
    driver.settle()
    return dialog


def plan_of(driver: Driver, dialog: ExportDialog) -> str:
    driver.qtbot.wait(200)
    return dialog.form.example.text()


def kinds(dialog: ExportDialog) -> list[FindingKind]:
    return [finding.kind for finding in dialog.flow.findings or []]


def test_a_clean_clip_is_written_at_one_click(painter: Driver, tmp_path: Path) -> None:
    dialog = open_dialog(painter, tmp_path / "out")
    assert kinds(dialog) == []
    assert dialog.heading.text() == "Nothing is wrong"
    assert plan_of(painter, dialog) == "4 files: A1.png ... A4.png"
    dialog.export_button.click()
    painter.settle()
    assert dialog.message.text() == "4 files written and read back"
    assert plan_of(painter, dialog).endswith("; 4 are there already")
    dialog.export_button.click()
    painter.settle()
    assert "4 were there with the same content" in dialog.message.text()


def test_findings_hold_the_export_up_and_lead_to_their_place(
    painter: Driver, tmp_path: Path
) -> None:
    desk, document = painter.window.desk, painter.window.workspace.document
    segments = document.segments(2)
    assert segments is not None
    x, y = centres(SHIFTS[2])["disc"]
    disc = int(segments.labels[y, x])
    placeholder = document.paints.find_or_add((255, 0, 255, 255), "?")
    entry = document.palette.entries[placeholder]
    document.paints.update(placeholder, replace(entry, temporary=True))
    document.paint(2, [disc], placeholder)
    painter.settle()
    dialog = open_dialog(painter, tmp_path / "out")
    assert FindingKind.TEMPORARY in kinds(dialog)
    assert dialog.export_button.text() == "&Export Anyway"
    head = dialog.list.topLevelItem(0)
    assert head is not None
    assert head.text(0) == "Temporary colour  (1)"
    dialog.list.itemClicked.emit(head.child(0), 0)
    assert (desk.frame_index, painter.window.canvas.current_segment) == (2, disc)
    dialog.export_button.click()
    painter.settle()
    report = json.loads((tmp_path / "out/report.json").read_text())["export"]
    assert report["inspections"][-1]["exported_anyway"] is True
    assert "temporary" in [item["kind"] for item in report["inspections"][-1]["findings"]]


def test_keys_step_through_the_findings(painter: Driver, tmp_path: Path) -> None:
    desk = painter.window.desk
    findings = [(FindingKind.UNPAINTED, "A2"), (FindingKind.UNPAINTED, "A4")]
    painter.key(Qt.Key.Key_F8)
    dialog = painter.window.findChild(ExportDialog)
    assert dialog is not None
    painter.settle()
    segments = desk.document.segments(3)
    assert segments is not None
    # The segment had another number when it was found: its place says which it is.
    x, y = place_in(segments, 2)
    dialog.list.show_findings([Finding(kind, frame, 1, (x, y), 9) for kind, frame in findings])
    seen = []
    for step in (1, 1, 1, -1):
        painter.window.files.step_finding(step)
        seen.append(desk.frame_index)
    assert seen == [1, 3, 1, 3]
    assert painter.window.canvas.current_segment == 2


def test_what_changed_since_is_inspected_again_before_anything_is_written(
    painter: Driver, tmp_path: Path
) -> None:
    dialog = open_dialog(painter, tmp_path / "out")
    # Quicker than the list is renewed.
    dialog.flow._timer.setInterval(10**6)
    red = painter.window.workspace.document.frames[0].color[2]
    painter.window.workspace.document.paint(1, [2], (int(red) + 1) % 3)
    painter.settle()
    assert "Something changed" in dialog.heading.text()
    assert dialog.export_button.text() == "&Export"
    dialog.export_button.click()
    painter.settle()
    assert kinds(dialog) == [FindingKind.FLICKER]
    assert not (tmp_path / "out").exists()
    dialog.export_button.click()
    painter.settle()
    assert (tmp_path / "out/A2.png").exists()


def test_what_is_mended_is_struck_off_while_the_list_is_open(
    painter: Driver, tmp_path: Path
) -> None:
    document = painter.window.workspace.document
    before = int(document.frames[1].color[2])
    document.paint(1, [2], (before + 1) % 3)
    painter.settle()
    dialog = open_dialog(painter, tmp_path / "out")
    assert kinds(dialog) == [FindingKind.FLICKER]
    painter.window.files.step_finding(1)
    assert painter.window.desk.frame_index == 1

    def shown() -> list[tuple[str, list[bool]]]:
        heads = [dialog.list.topLevelItem(at) for at in range(dialog.list.topLevelItemCount())]
        return [
            (head.text(0), [head.child(at).font(0).strikeOut() for at in range(head.childCount())])
            for head in heads
            if head is not None
        ]

    assert shown() == [("Colour jumps  (1)", [False])]
    document.paint(1, [2], before)
    painter.qtbot.waitUntil(lambda: kinds(dialog) == [])
    assert shown() == [("Colour jumps  (0)", [True])]
    assert dialog.heading.text() == "Nothing is wrong"
    assert dialog.list.currentItem().data(0, ROLE).kind is FindingKind.FLICKER
    document.undo()
    painter.qtbot.waitUntil(lambda: kinds(dialog) == [FindingKind.FLICKER])
    assert shown() == [("Colour jumps  (1)", [False])]
    assert dialog.export_button.text() == "&Export Anyway"


def test_presets_are_shown_saved_and_removed(painter: Driver, tmp_path: Path) -> None:
    dialog = open_dialog(painter, tmp_path / "out")
    form = dialog.form

    def choose(name: str) -> None:
        form.presets.setCurrentIndex(form.presets.findData(name))
        form.presets.activated.emit(form.presets.currentIndex())

    choose("layers")
    assert form.preset().layers == tuple(Layer)
    assert plan_of(painter, dialog).startswith("24 files: line/A1.png")
    choose("retas")
    assert form.preset().formats == (ImageFormat.TGA_24,)
    form.pattern.setEditText("{cut}/{cel}/{cel}{frame:04d}.tga")
    assert plan_of(painter, dialog).startswith("4 files: カット 12/A/A0001.tga")
    form.save_preset("our house")
    assert PresetStore().find("our house").pattern == "{cut}/{cel}/{cel}{frame:04d}.tga"
    assert form.presets.currentText() == "our house"
    assert form.remove_button.isEnabled()
    form.remove_button.click()
    assert PresetStore().own() == []
    assert form.presets.currentData() == "png"


def test_what_cannot_be_is_told_while_typing(painter: Driver, tmp_path: Path) -> None:
    dialog = open_dialog(painter, tmp_path / "out")
    dialog.form.pattern.setEditText("../{name}")
    assert "cannot be a file name" in plan_of(painter, dialog)
    assert not dialog.export_button.isEnabled()
    dialog.form.pattern.setEditText("{name}")
    dialog.form.frames.setText("2-3")
    assert plan_of(painter, dialog) == "2 files: A2.png ... A3.png"
    assert dialog.export_button.isEnabled()


def test_files_of_others_are_told_in_the_dialog(painter: Driver, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/A1.png").write_text("precious")
    dialog = open_dialog(painter, tmp_path / "out")
    dialog.export_button.click()
    painter.settle()
    assert "A1.png exists with other content" in dialog.message.text()
    assert (tmp_path / "out/A1.png").read_text() == "precious"
    dialog.form.overwrite.setChecked(True)
    dialog.export_button.click()
    painter.settle()
    with Image.open(tmp_path / "out/A1.png") as image:
        assert np.array(image).shape == (140, 200, 4)


def test_the_project_remembers_what_was_asked(painter: Driver, tmp_path: Path) -> None:
    dialog = open_dialog(painter, tmp_path / "out")
    dialog.form.cel.setText("B")
    dialog.export_button.click()
    painter.settle()
    dialog.close()
    painter.qtbot.waitUntil(lambda: painter.window.findChild(ExportDialog) is None)
    painter.window.files.export()
    again = painter.window.findChild(ExportDialog)
    assert again is not None
    assert (again.form.folder.text(), again.form.cel.text()) == (str(tmp_path / "out"), "B")
    painter.settle()


def test_it_speaks_another_language_at_once(painter: Driver, tmp_path: Path) -> None:
    dialog = open_dialog(painter, tmp_path / "out")
    dialog.retranslate()
    dialog.form.retranslate()
    dialog.list.retranslate()
    assert dialog.export_button.text() == "&Export"


def test_without_frames_there_is_nothing_to_export(make_driver: Callable[..., Driver]) -> None:
    driver = make_driver()
    driver.key(Qt.Key.Key_E, CTRL)
    assert driver.window.findChild(ExportDialog) is None
    assert "nothing to export" in driver.window.messages.messages[0]


def test_an_export_that_was_stopped_goes_on(painter: Driver, tmp_path: Path) -> None:
    dialog = open_dialog(painter, tmp_path / "out")
    written = []
    dialog.flow.progressed.connect(lambda done, total: written.append(done))
    dialog.export_button.click()
    painter.qtbot.waitUntil(lambda: bool(written), timeout=20_000)
    dialog.cancel_button.click()
    painter.settle()
    there = len(list((tmp_path / "out").glob("*.png")))
    assert 0 < there <= 4
    if there < 4:
        assert "stopped, export again to go on" in dialog.message.text()
    dialog.export_button.click()
    painter.settle()
    assert f"{there} w" in dialog.message.text()
    assert len(list((tmp_path / "out").glob("*.png"))) == 4


def test_closing_the_window_stops_an_export(painter: Driver, tmp_path: Path) -> None:
    dialog = open_dialog(painter, tmp_path / "out")
    dialog.export_button.click()
    painter.window.close()
    assert not painter.window.workspace.is_running
