"""The same drawing in other colours becomes a scene."""

from dataclasses import replace

import numpy as np

from paintassist.core.sheets.figures import Figure
from paintassist.document.scene_sheets import match_sheet, scene_colors
from tests.document.drawings import make_document, make_sheet

DAY = [(200, 0, 0, 255), (0, 200, 0, 255), (0, 0, 200, 255)]
NIGHT = [(60, 0, 30, 255), (0, 60, 30, 255), (0, 0, 90, 255)]


def test_the_night_sheet_becomes_a_scene_and_no_index_moves():
    document = make_document(colors=1)
    document.add_sheet(make_sheet("day", DAY))
    before = document.sheets[0].colors.tolist()
    found = match_sheet(document.palette, document.sheets[0], make_sheet("night", NIGHT))
    assert found.is_same_drawing
    document.paints.add_variant("night", found.variant_colors(document.palette), "day")
    assert [entry.color for entry in document.palette][1:] == NIGHT
    assert document.palette.entries[0].color == (0, 10, 20, 255)
    assert document.sheets[0].colors.tolist() == before


def test_another_drawing_does_not():
    document = make_document(colors=0)
    document.add_sheet(make_sheet("day", DAY))
    other = make_sheet("other", [*NIGHT, (1, 1, 1, 255)], seed=3)
    assert not match_sheet(document.palette, document.sheets[0], other).is_same_drawing


def test_a_painting_shows_the_scene_of_a_figure_where_it_lies():
    document = make_document(colors=1)
    document.add_sheet(make_sheet("day", DAY))
    sheet = document.sheets[0]
    labels = sheet.segments().labels
    height, width = labels.shape
    table = np.array([(0, 0, 0, 255), *NIGHT], np.uint8)
    painting = np.zeros((height + 9, width + 20, 4), np.uint8)
    painting[4 : 4 + height, 7 : 7 + width] = table[labels]
    painting[0, :] = (9, 9, 9, 255)
    figure = Figure((7, 4, 7 + width, 4 + height))
    placed = replace(sheet, figure=figure)
    colors = scene_colors(document.palette, [placed], painting)
    assert colors == (document.palette.entries[0].color, *NIGHT)
    elsewhere = replace(sheet, figure=Figure((500, 500, 600, 600)))
    assert scene_colors(document.palette, [elsewhere], painting) is None
    assert scene_colors(document.palette, [sheet], painting) is None
