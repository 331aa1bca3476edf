"""How line art is read, chosen in a dialog."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QComboBox, QLineEdit

from paintassist.core.guides import DEFAULT_GUIDES
from paintassist.core.lines import Ink, LineSettings, TraceMeaning, TraceRule
from paintassist.core.palette import PaletteEntry, Role
from paintassist.core.shade import Shade
from paintassist.io.colorbook import write_colorbook
from paintassist.io.images import read_image
from paintassist.ui.line_dialog import PART, SHADE, LineDialog
from tests.ui.clip import RED, centres, write

SHADE_COLOR = (188, 201, 251, 255)


def test_the_dialog_gives_back_what_it_was_given(make_driver):
    driver = make_driver()
    dialog = LineDialog(LineSettings(), driver.window)
    assert dialog.settings() == LineSettings()
    dialog.deleteLater()


def test_every_choice_arrives(make_driver):
    driver = make_driver()
    dialog = LineDialog(LineSettings(), driver.window)
    dialog.threshold.setValue(120)
    dialog.trace_shades.setChecked(True)
    dialog._meanings[Ink.RED].setCurrentIndex(1)
    dialog._rules[Ink.RED].setCurrentIndex(3)
    dialog.guides.selectRow(0)
    dialog._on_remove()
    shade, part = dialog.guides.cellWidget(0, SHADE), dialog.guides.cellWidget(0, PART)
    assert isinstance(shade, QComboBox)
    assert isinstance(part, QLineEdit)
    shade.setCurrentIndex(shade.findData(Shade.SHADOW_2.value))
    part.setText(" face ")
    chosen = dialog.settings()
    assert (chosen.threshold, chosen.trace_shades) == (120, True)
    assert chosen.traces[Ink.RED].meaning is TraceMeaning.SHADOW
    assert chosen.traces[Ink.RED].rule is TraceRule.OWN
    assert len(chosen.guides) == len(DEFAULT_GUIDES) - 1
    assert chosen.guides[0].rgb == DEFAULT_GUIDES[1].rgb
    assert (chosen.guides[0].shade, chosen.guides[0].part) == (Shade.SHADOW_2, "face")
    dialog._on_usual()
    assert dialog.settings().guides == DEFAULT_GUIDES
    dialog.deleteLater()


def test_frames_are_read_anew_and_decisions_stay(make_driver, clip: Path):
    path = clip / "line" / "A1.png"
    line = read_image(path).copy()
    x, y = centres(0)["disc"]
    line[y - 5 : y + 5, x - 5 : x + 5] = SHADE_COLOR
    write(path, line)
    driver = make_driver()
    driver.open(clip)
    window, document = driver.window, driver.window.workspace.document
    segments = document.segments(0)
    assert segments is not None
    assert segments.inks[y, x] == Ink.NONE
    driver.click(centres(0)["square"])
    decided = int(np.count_nonzero(document.frames[0].decided))
    assert decided == 1
    dialog = LineDialog(document.settings.lines, window)
    dialog.guides.setRowCount(0)
    window.line_reading.apply(dialog)
    dialog.deleteLater()
    driver.settle()
    segments = document.segments(0)
    assert segments is not None
    # Without guide colours the filling is a thick trace line again.
    assert segments.inks[y, x] == Ink.BLUE
    assert int(np.count_nonzero(document.frames[0].decided)) == decided


def test_an_annotated_clip_opens_with_its_parts_and_shades(make_driver, clip: Path):
    """The square of the second frame is in shadow; nothing but the annotation says so."""
    line = read_image(clip / "line" / "A2.png").copy()
    x, y = centres(6)["square"]
    line[y - 20 : y + 20, x - 20 : x + 20] = SHADE_COLOR
    write(clip / "line_anno" / "A2.png", line)
    dark = (120, 10, 10, 255)
    book = [
        PaletteEntry(RED, "cloak", "cloak", Role.NORMAL),
        PaletteEntry(dark, "cloak", "cloak", Role.SHADOW_1),
    ]
    write_colorbook(clip / "colorbook.yml", book)
    driver = make_driver()
    driver.open(clip)
    assert driver.color_at(0, centres(0)["square"]) == RED
    assert driver.color_at(1, centres(6)["square"]) == dark
