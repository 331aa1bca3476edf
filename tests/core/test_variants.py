"""Sheets that differ in colour only become variants of one palette."""

import numpy as np
import pytest

from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import BACKGROUND, Palette, PaletteEntry
from paintassist.core.variants import PaintedSheet, match_palette, match_variant, painted_pixels

SKIN, HAIR, EYE = (250, 220, 200, 255), (90, 60, 40, 255), (10, 20, 200, 255)
NIGHT = {SKIN: (90, 80, 120, 255), HAIR: (30, 20, 60, 255), EYE: (5, 5, 90, 255)}
DRAWING = """
........
.#####..
.#hhh#..
.#hsh#..
.#sss#..
.#s#e#..
.#####..
........
"""


def sheet(drawing, colors, shift=(0, 0), size=(8, 8)):
    """Segments are the letters of a drawing: one id a letter, '#' is line, '.' background."""
    rows = np.array([list(row) for row in drawing.split()])
    letters = [letter for letter in ".hse" if letter in drawing]
    labels = np.ones(size, np.int32)
    for number, letter in enumerate(["#", *letters]):
        at = np.argwhere(rows == letter) + shift
        labels[tuple(at.T)] = number
    rgba = np.array([BACKGROUND, *(colors.get(letter, BACKGROUND) for letter in letters)], np.uint8)
    return PaintedSheet(labels, rgba)


DAY_COLORS = {"h": HAIR, "s": SKIN, "e": EYE}
NIGHT_COLORS = {letter: NIGHT[color] for letter, color in DAY_COLORS.items()}
# Palette: background, skin, hair, eye; segments: line, background, hair, skin, eye.
INDICES = np.array([NO_COLOR, 0, 2, 1, 3], np.int32)


def palette():
    return Palette(PaletteEntry(color) for color in (BACKGROUND, SKIN, HAIR, EYE, SKIN))


@pytest.mark.parametrize(("shift", "size"), [((0, 0), (8, 8)), ((2, 3), (11, 14))])
def test_the_colours_of_the_night_go_to_the_entries_of_the_day(shift, size):
    night = sheet(DRAWING, NIGHT_COLORS, shift, size)
    found = match_variant(sheet(DRAWING, DAY_COLORS), INDICES, night)
    assert found.is_same_drawing
    assert found.variant_colors(palette()) == (
        BACKGROUND,
        NIGHT[SKIN],
        NIGHT[HAIR],
        NIGHT[EYE],
        SKIN,
    )


def test_parts_that_become_alike_by_night_are_the_same_drawing():
    alike = NIGHT_COLORS | {"e": NIGHT[HAIR]}
    found = match_variant(sheet(DRAWING, DAY_COLORS), INDICES, sheet(DRAWING, alike))
    assert found.is_same_drawing
    assert found.colors[2] == found.colors[3] == NIGHT[HAIR]


@pytest.mark.parametrize(
    "other",
    [
        sheet(DRAWING.replace("hsh", "sss"), NIGHT_COLORS),
        sheet(DRAWING.replace(".#####..", ".######."), NIGHT_COLORS),
        sheet(DRAWING, {"h": SKIN, "s": SKIN, "e": SKIN}),
        sheet(DRAWING, {"h": HAIR}),
        sheet("." * 8, {}),
    ],
    ids=["another area", "another outline", "all alike", "not painted", "empty"],
)
def test_another_drawing_is_no_variant(other):
    found = match_variant(sheet(DRAWING, DAY_COLORS), INDICES, other)
    assert not found.is_same_drawing


def test_a_sheet_is_its_own_variant():
    day = sheet(DRAWING, DAY_COLORS)
    found = match_variant(day, INDICES, day)
    assert (found.figure, found.areas, found.parts) == (1, 1, 1)
    assert found.variant_colors(palette()) == tuple(entry.color for entry in palette())


def test_palettes_are_matched_by_name_or_else_by_place():
    day = Palette([PaletteEntry(SKIN, "skin"), PaletteEntry(HAIR, "hair"), PaletteEntry(EYE)])
    night = Palette([PaletteEntry(NIGHT[HAIR], "hair"), PaletteEntry(NIGHT[SKIN], "skin")])
    assert match_palette(day, night) == (NIGHT[SKIN], NIGHT[HAIR], EYE)
    nameless = Palette([PaletteEntry(NIGHT[HAIR]), PaletteEntry(NIGHT[SKIN])], order=[1, 0])
    assert match_palette(day, nameless) == (NIGHT[SKIN], NIGHT[HAIR], EYE)
    twice = Palette([PaletteEntry(SKIN, "skin"), PaletteEntry(HAIR, "skin")])
    assert match_palette(twice, night) == (NIGHT[HAIR], NIGHT[SKIN])


def test_paper_is_background_as_far_as_it_reaches_from_the_rim():
    day = sheet(DRAWING, DAY_COLORS)
    painting = np.full((8, 8, 4), 255, np.uint8)
    for letter, color in NIGHT_COLORS.items():
        for row, col in np.argwhere(np.array([list(row) for row in DRAWING.split()]) == letter):
            painting[row, col] = color if letter != "e" else (255, 255, 255, 255)
    painting[np.array([list(row) for row in DRAWING.split()]) == "#"] = (0, 0, 0, 255)
    found = match_variant(day, INDICES, painted_pixels(painting))
    assert found.is_same_drawing
    assert [found.colors[index] for index in (1, 2, 3)] == [
        NIGHT[SKIN],
        NIGHT[HAIR],
        (255, 255, 255, 255),
    ]
