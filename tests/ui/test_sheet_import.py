"""The import of design sheets, at a real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from paintassist.core.palette import Role
from paintassist.core.sheets.figures import View
from paintassist.ui.sheets.dialog import SheetDialog
from paintassist.ui.sheets.figure_list import MIRRORED, VIEW, VIEWS
from paintassist.ui.sheets.layer_list import LINE, NOTHING
from tests.document.drawings import remove_sheet
from tests.layeredfiles import save_psd
from tests.ui.conftest import PATIENCE, Driver

SKIN, HAIR, SHOE = (250, 214, 190), (80, 120, 200), (120, 60, 40)
NIGHT = {SKIN: (150, 130, 160), HAIR: (40, 50, 110), SHOE: (60, 30, 60)}


def doll(colors: dict[tuple[int, ...], tuple[int, ...]] | None = None) -> NDArray[np.uint8]:
    """A slanting figure of hair, skin and shoe, 40 x 80, outlined."""
    told = colors or {}
    rgba = np.zeros((80, 40, 4), np.uint8)
    ys, xs = np.mgrid[:80, :40]
    middle = 12 + ys / 5 + 4 * np.sin(ys / 6)
    for grow, inner in ((12.0, False), (10.0, True)):
        inside = (np.abs(xs - middle) < grow - ys / 20) & (ys >= 14 - grow) & (ys < 66 + grow)
        if not inner:
            rgba[inside] = (0, 0, 0, 255)
            continue
        for (top, bottom), color in (((0, 26), HAIR), ((28, 56), SKIN), ((58, 80), SHOE)):
            part = inside & (ys >= top) & (ys < bottom)
            rgba[part, :3] = told.get(color, color)
    return rgba


def annotated(colors: dict[tuple[int, ...], tuple[int, ...]] | None = None) -> NDArray[np.uint8]:
    """Two dolls and three swatches on paper, 240 x 120."""
    told = colors or {}
    rgba = np.full((120, 240, 4), 255, np.uint8)
    for left in (10, 70):
        part = doll(colors)
        inside = part[..., 3] > 0
        rgba[20:100, left : left + 40][inside] = part[inside]
    for row, color in enumerate((HAIR, SKIN, SHOE)):
        rgba[20 + 30 * row : 34 + 30 * row, 180:202, :3] = told.get(color, color)
    return rgba


def save(path: Path, rgba: NDArray[np.uint8]) -> Path:
    Image.fromarray(rgba).save(path)
    return path


@pytest.fixture
def driver(make_driver: Callable[..., Driver], clip: Path) -> Driver:
    made = make_driver()
    made.open(clip)
    document = made.window.workspace.document
    while document.sheets:
        remove_sheet(document, 0)
    return made


def ask(driver: Driver, path: Path) -> SheetDialog:
    driver.dialogs.sheets = [path]
    driver.window.files.open_sheet()
    return dialog_of(driver)


def dialog_of(driver: Driver) -> SheetDialog:
    driver.qtbot.waitUntil(
        lambda: driver.window.findChild(SheetDialog) is not None, timeout=PATIENCE
    )
    dialog = driver.window.findChild(SheetDialog)
    assert dialog is not None
    driver.qtbot.waitUntil(lambda: dialog.report.count() > 0, timeout=PATIENCE)
    return dialog


def accept(driver: Driver, dialog: SheetDialog) -> None:
    with driver.qtbot.waitSignal(dialog.finished, timeout=PATIENCE):
        dialog.add.click()
    driver.settle()


def test_a_plain_sheet_stays_one_step(driver: Driver, tmp_path: Path) -> None:
    driver.dialogs.sheets = [save(tmp_path / "A.png", doll())]
    driver.window.files.open_sheet()
    driver.settle()
    assert [sheet.name for sheet in driver.window.workspace.document.sheets] == ["A"]
    assert driver.window.findChild(SheetDialog) is None


def test_figures_and_swatches_are_taken_over_in_one_undo_item(
    driver: Driver, tmp_path: Path
) -> None:
    document = driver.window.workspace.document
    before = len(document.palette)
    dialog = ask(driver, save(tmp_path / "A.png", annotated()))
    assert len(dialog.plan.figures) == 2
    assert [swatch.color[:3] for swatch in dialog.plan.swatches] == [HAIR, SKIN, SHOE]
    dialog.figures.topLevelItem(0).setCheckState(MIRRORED, Qt.CheckState.Checked)
    dialog.figures.itemWidget(dialog.figures.topLevelItem(1), VIEW).setCurrentIndex(
        VIEWS.index(View.BACK)
    )
    dialog.swatches.topLevelItem(1).setText(0, "skin")
    accept(driver, dialog)
    assert [sheet.name for sheet in document.sheets] == ["A 1", "A 2"]
    assert document.sheets[0].use.mirrored
    assert document.sheets[1].use.view is View.BACK
    named = [entry for entry in document.palette if entry.part == "skin"]
    assert [(entry.color[:3], entry.role) for entry in named] == [(SKIN, Role.NORMAL)]
    document.undo()
    assert not document.sheets
    assert len(document.palette) == before


def test_groups_that_nobody_named_become_parts(driver: Driver, tmp_path: Path) -> None:
    document = driver.window.workspace.document
    dialog = ask(driver, save(tmp_path / "A.png", annotated()))
    dialog.swatches.topLevelItem(1).setText(0, "skin")
    accept(driver, dialog)
    parts = {entry.color[:3]: entry.part for entry in document.palette}
    assert parts[SKIN] == "skin"
    assert parts[HAIR]
    assert parts[SHOE]
    assert len({parts[HAIR], parts[SKIN], parts[SHOE]}) == 3


def test_a_figure_can_be_left_out_and_its_rectangle_moved(driver: Driver, tmp_path: Path) -> None:
    dialog = ask(driver, save(tmp_path / "A.png", annotated()))
    picture = dialog.picture
    box = dialog.plan.figures[0].box
    middle = QPointF((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    start = picture.pos_widget(middle).toPoint()
    end = picture.pos_widget(middle + QPointF(0, 6)).toPoint()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(picture, left, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(picture, end)
    QTest.mouseRelease(picture, left, Qt.KeyboardModifier.NoModifier, end)
    moved = dialog.plan.figures[0].box
    assert moved[1] > box[1]
    assert moved[3] - moved[1] == box[3] - box[1]
    dialog.figures.choose(1)
    picture.setFocus()
    QTest.keyClick(picture, Qt.Key.Key_Delete)
    assert len(dialog.plan.figures) == 1
    accept(driver, dialog)
    assert len(driver.window.workspace.document.sheets) == 1


def test_a_new_rectangle_is_a_figure(driver: Driver, tmp_path: Path) -> None:
    dialog = ask(driver, save(tmp_path / "A.png", annotated()))
    dialog.picture.drawn.emit((120, 10, 170, 110))
    assert dialog.plan.figures[-1].box == (120, 10, 170, 110)
    dialog.reject()


def test_colors_of_another_scene_become_a_variant(driver: Driver, tmp_path: Path) -> None:
    document = driver.window.workspace.document
    accept(driver, ask(driver, save(tmp_path / "day.png", annotated())))
    entries = len(document.palette)
    dialog = ask(driver, save(tmp_path / "night.png", annotated(NIGHT)))
    assert dialog.is_variant
    assert dialog.variant_name.text() == "night"
    accept(driver, dialog)
    assert len(document.sheets) == 2
    assert len(document.palette) == entries
    shown = {entry.color[:3] for entry in document.palette}
    assert set(NIGHT.values()) <= shown
    document.undo()
    assert set(NIGHT) <= {entry.color[:3] for entry in document.palette}


def test_layers_can_be_chosen(driver: Driver, tmp_path: Path) -> None:
    rgba = doll()
    line, paint = rgba.copy(), rgba.copy()
    is_line = (rgba[..., :3] == 0).all(axis=2)
    line[~is_line] = 0
    paint[is_line] = 0
    layers = [("paint", paint, (0, 0)), ("line", line, (0, 0))]
    dialog = ask(driver, save_psd(tmp_path / "A.psd", (40, 80), layers))
    assert dialog.layers.chosen(LINE) == (1,)
    assert not dialog.form.threshold.isEnabled()
    box = dialog.layers.itemWidget(dialog.layers.topLevelItem(0), 1)
    box.setCurrentIndex(NOTHING)
    driver.qtbot.waitUntil(dialog.form.threshold.isEnabled, timeout=PATIENCE)
    dialog.reject()


def test_closing_the_dialog_leaves_everything_as_it_was(driver: Driver, tmp_path: Path) -> None:
    document = driver.window.workspace.document
    before = list(document.palette)
    ask(driver, save(tmp_path / "A.png", annotated())).reject()
    driver.settle()
    assert not document.sheets
    assert list(document.palette) == before


def test_a_bad_sheet_is_one_sentence(driver: Driver, tmp_path: Path) -> None:
    path = tmp_path / "A.clip"
    path.write_bytes(b"CSFCHUNK" + bytes(100))
    said: list[str] = []
    driver.window.workspace.problem_raised.connect(said.append)
    driver.dialogs.sheets = [path]
    driver.window.files.open_sheet()
    driver.qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE)
    assert "PSD" in said[0]


def test_the_threshold_changes_the_preview(driver: Driver, tmp_path: Path) -> None:
    dialog = ask(driver, save(tmp_path / "A.png", annotated()))
    dialog.form.show_areas.setChecked(True)
    read = dialog._read
    dialog.form.threshold.setValue(20)
    driver.qtbot.waitUntil(lambda: dialog._read is not read, timeout=PATIENCE)
    dialog.reject()


def test_a_sheet_is_switched_off_and_mirrored_beside_its_picture(
    driver: Driver, tmp_path: Path
) -> None:
    document = driver.window.workspace.document
    accept(driver, ask(driver, save(tmp_path / "A.png", annotated())))
    use = driver.window.references.use
    assert use.isVisible()
    frame = document.frames[0]
    assert (frame.color[1:] >= 0).all()
    use.mirrored.setChecked(True)
    driver.settle()
    assert document.sheets[0].use.mirrored
    driver.window.references.select("A 2")
    assert not use.mirrored.isChecked()
    use.on.setChecked(False)
    driver.window.references.select("A 1")
    use.on.setChecked(False)
    driver.settle()
    assert (frame.color[1:] < 0).all()
    document.undo()
    driver.settle()
    assert (frame.color[1:] >= 0).all()
    assert use.on.isChecked()
