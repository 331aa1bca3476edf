"""The palette: exact colours in sheet order."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from paintassist.core.palette import (
    BACKGROUND,
    Palette,
    PaletteEntry,
    pack_colors,
    to_color,
    unpack_colors,
)

SKIN, HAIR, EYE = (250, 220, 200, 255), (90, 60, 40, 255), (10, 20, 200, 255)
colors = st.tuples(*[st.integers(0, 255)] * 3, st.integers(1, 255))


@given(st.lists(colors, min_size=1, max_size=8))
def test_packing_keeps_colours_and_their_order(rows):
    rgba = np.array(rows, np.uint8)
    packed = pack_colors(rgba)
    assert np.array_equal(unpack_colors(packed), rgba)
    assert np.argsort(packed, kind="stable").tolist() == sorted(
        range(len(rows)), key=lambda index: rows[index]
    )


def test_all_transparent_colours_are_one():
    rgba = np.array([[255, 255, 255, 0], [0, 0, 0, 0], [9, 8, 7, 0]], np.uint8)
    assert pack_colors(rgba).tolist() == [0, 0, 0]
    assert to_color((9, 8, 7, 0)) == BACKGROUND


def test_an_index_keeps_its_meaning():
    palette = Palette()
    assert [palette.add(color) for color in (HAIR, SKIN, HAIR, EYE, SKIN)] == [0, 1, 0, 2, 1]
    assert [entry.color for entry in palette] == [HAIR, SKIN, EYE]
    assert palette.colors().tolist() == [list(HAIR), list(SKIN), list(EYE)]


def test_given_entries_are_known():
    palette = Palette([PaletteEntry(HAIR, "hair"), PaletteEntry(SKIN), PaletteEntry(HAIR, "again")])
    assert palette.add(HAIR) == 0
    assert len(palette) == 3


def test_add_all_appends_in_row_order():
    palette = Palette([PaletteEntry(EYE)])
    rows = np.array([SKIN, EYE, HAIR, SKIN], np.uint8)
    assert palette.add_all(rows).tolist() == [1, 0, 2, 1]
    assert palette.add_all(np.empty((0, 4), np.uint8)).tolist() == []


@given(st.lists(colors, max_size=20))
def test_add_all_is_adding_one_by_one(rows):
    together, singly = Palette(), Palette()
    indices = together.add_all(np.array(rows, np.uint8).reshape(-1, 4))
    assert indices.tolist() == [singly.add(row) for row in rows]
    assert together == singly


def test_an_empty_palette_has_no_colours():
    assert Palette().colors().shape == (0, 4)
