"""Scenes in the palette dock: one click shows all frames in other colours."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtTest import QTest

from tests.ui.clip import BLUE, GREEN, RED, centres, write
from tests.ui.panels.palettes import LEFT, NIGHT, NONE, palette_of, type_into


def test_a_scene_is_one_click_and_asks_the_engine_nothing(driver, monkeypatch):
    window, panel = driver.window, driver.window.palette_panel
    assert not panel.scenes.isVisible()
    driver.dialogs.text = "night"
    window.actions_by_id["add_scene"].trigger()
    assert panel.scenes.isVisible()
    driver.take(RED)
    type_into(panel.card.value, "#140A3C")
    asked = []
    monkeypatch.setattr(window.workspace.queue, "put", asked.append)
    at = centres(0)["square"]
    QTest.mouseClick(panel.scenes, LEFT, NONE, panel.scenes.tabRect(0).center())
    assert driver.color_at(0, at) == RED
    window.actions_by_id["next_scene"].trigger()
    assert driver.color_at(0, at) == NIGHT
    assert panel.scenes.tabText(0) == "Standard"
    window.desk.undo()
    assert driver.color_at(0, at) == RED
    driver.dialogs.text = "day"
    window.actions_by_id["rename_scene"].trigger()
    assert panel.scenes.tabText(0) == "day"
    window.actions_by_id["remove_scene"].trigger()
    assert (driver.color_at(0, at), panel.scenes.isVisible()) == (NIGHT, False)
    assert asked == []


def test_a_sheet_that_differs_in_colour_only_is_a_scene(driver, clip: Path, tmp_path: Path):
    window, night = driver.window, tmp_path / "night.png"
    with Image.open(clip / "ref" / "gt" / "design.png") as sheet:
        painting = np.array(sheet)
    for day, color in ((RED, NIGHT), (GREEN, (0, 40, 60, 255))):
        painting[(painting == day).all(axis=2)] = color
    write(night, painting)
    driver.dialogs.palette = night
    window.actions_by_id["add_scene_sheet"].trigger()
    driver.qtbot.waitUntil(lambda: len(palette_of(driver).variants.items) == 2)
    assert driver.color_at(1, centres(6)["square"]) == NIGHT
    assert driver.color_at(1, centres(6)["bar"]) == BLUE
    assert window.palette_panel.scenes.tabText(1) == "night"
    painting[40:100, 20:120] = RED
    write(night, painting)
    window.actions_by_id["add_scene_sheet"].trigger()
    driver.qtbot.waitUntil(lambda: bool(window.messages.messages))
    assert "night.png shows none of the sheets" in window.messages.messages[-1]
    assert len(palette_of(driver).variants.items) == 2
