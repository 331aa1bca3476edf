"""The same drawing in other colours becomes a scene."""

from dataclasses import replace

import numpy as np

from paintassist.core.sheets.figures import Figure
from paintassist.document.packing import unpack_segments
from paintassist.document.scene_sheets import scene_colors
from tests.document.drawings import make_document, make_sheet

DAY = [(200, 0, 0, 255), (0, 200, 0, 255), (0, 0, 200, 255)]
NIGHT = [(60, 0, 30, 255), (0, 60, 30, 255), (0, 0, 90, 255)]


def painting_of(loaded):
    """(H, W, 4) uint8: what was read as this sheet, with black lines."""
    table = loaded.rgba.copy()
    table[0] = 0, 0, 0, 255
    return table[unpack_segments(loaded.packed).labels]


def on_paper(painting):
    """The painting with transparent paper around it."""
    return np.pad(painting, ((2, 2), (3, 3), (0, 0)))


def test_the_night_sheet_becomes_a_scene_and_no_index_moves():
    document = make_document(colors=1)
    document.add_sheet(make_sheet("day", DAY))
    before = document.sheets[0].colors.tolist()
    night = on_paper(painting_of(make_sheet("night", NIGHT)))
    colors = scene_colors(document.palette, document.sheets, night)
    assert colors is not None
    document.paints.add_variant("night", colors, "day")
    assert [entry.color for entry in document.palette][1:] == NIGHT
    assert document.palette.entries[0].color == (0, 10, 20, 255)
    assert document.sheets[0].colors.tolist() == before


def test_another_drawing_does_not():
    document = make_document(colors=0)
    document.add_sheet(make_sheet("day", DAY))
    other = make_sheet("other", [*NIGHT, (1, 1, 1, 255)], seed=3)
    assert scene_colors(document.palette, document.sheets, on_paper(painting_of(other))) is None


def test_a_painting_shows_the_scene_of_a_figure_where_it_lies():
    document = make_document(colors=1)
    document.add_sheet(make_sheet("day", DAY))
    sheet = document.sheets[0]
    height, width = sheet.segments().labels.shape
    painting = np.zeros((height + 9, width + 20, 4), np.uint8)
    painting[4 : 4 + height, 7 : 7 + width] = painting_of(make_sheet("night", NIGHT))
    painting[0, :] = (9, 9, 9, 255)
    figure = Figure((7, 4, 7 + width, 4 + height))
    placed = replace(sheet, figure=figure)
    colors = scene_colors(document.palette, [placed], painting)
    assert colors == (document.palette.entries[0].color, *NIGHT)
    elsewhere = replace(sheet, figure=Figure((500, 500, 600, 600)))
    assert scene_colors(document.palette, [elsewhere], painting) is None
    assert scene_colors(document.palette, [sheet], painting) is None
