"""Palette files: as colours, as a scene, dropped, exported, and those that cannot be read."""

from __future__ import annotations

from pathlib import Path

from paintassist.core.palette import PaletteEntry, Role
from paintassist.io.palettes import read_palette
from paintassist.ui.dialogs import Answer
from tests.ui.clip import BLUE, GREEN, RED, centres
from tests.ui.panels.palettes import NIGHT, index_of, palette_of


def test_a_palette_file_names_what_is_there(driver, tmp_path: Path):
    window = driver.window
    table = tmp_path / "sheet.csv"
    table.write_text(
        "name,color,color night\nbow normal,#DC281E,#140A3C\nbow shadow 1,#1EA03C,#000010\n"
        "pin,#010203,#000000\n"
    )
    driver.dialogs.palette, driver.dialogs.role = table, Answer.COLORS
    count = len(palette_of(driver))
    window.actions_by_id["import_palette"].trigger()
    palette = palette_of(driver)
    assert len(palette) == count + 1
    red = palette.entries[index_of(driver, RED)]
    assert (red.name, red.part, red.role) == ("bow normal", "bow", Role.NORMAL)
    assert palette.order[:2] == [index_of(driver, RED), index_of(driver, GREEN)]
    assert [variant.name for variant in palette.variants.items] == ["", "night"]
    assert palette.variants.items[1].colors[index_of(driver, RED)] == NIGHT
    window.desk.undo()
    assert len(palette_of(driver)) == count
    assert palette_of(driver).entries[index_of(driver, RED)].name == ""


def test_a_palette_file_as_a_scene(driver, tmp_path: Path):
    window = driver.window
    names = {RED: "bow", GREEN: "leaf"}
    window.workspace.document.paints.update_all(
        {index_of(driver, color): PaletteEntry(color, name) for color, name in names.items()}
    )
    night = tmp_path / "night.gpl"
    night.write_text("GIMP Palette\n#\n0 0 9 leaf\n20 10 60 bow\n")
    driver.dialogs.palette, driver.dialogs.role = night, Answer.SCENE
    window.actions_by_id["import_palette"].trigger()
    assert driver.color_at(0, centres(0)["square"]) == NIGHT
    assert driver.color_at(0, centres(0)["bar"]) == BLUE
    assert [variant.name for variant in palette_of(driver).variants.items] == ["Standard", "night"]


def test_export_and_what_cannot_be_read(driver, tmp_path: Path):
    window = driver.window
    driver.dialogs.palette_target = tmp_path / "out.ase"
    window.actions_by_id["export_palette"].trigger()
    colors = [entry.color for entry in read_palette(tmp_path / "out.ase").palette]
    assert colors == [entry.color for entry in palette_of(driver) if entry.color[3]]
    driver.dialogs.palette = tmp_path / "broken.aco"
    driver.dialogs.palette.write_bytes(b"\0\1\0\5")
    before = palette_of(driver).copy()
    window.actions_by_id["import_palette"].trigger()
    assert "broken.aco ends too early" in window.messages.messages[-1]
    assert palette_of(driver) == before


def test_a_dropped_palette_is_read(driver, tmp_path: Path):
    table = tmp_path / "drop.csv"
    table.write_text("name,color\npin,#010203\n")
    driver.dialogs.role = Answer.COLORS
    driver.window.files.open_dropped([table])
    assert palette_of(driver).entries[-1].name == "pin"
