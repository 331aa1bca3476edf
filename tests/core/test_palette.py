"""The palette: exact colours in sheet order."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintassist.core.palette import (
    BACKGROUND,
    Palette,
    PaletteEntry,
    Variant,
    Variants,
    color_from_text,
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


def with_night(*colors):
    entries = [PaletteEntry(HAIR, "hair"), PaletteEntry(SKIN, "skin")]
    return Palette(entries, Variants((Variant("day"), Variant("night", colors))))


def test_every_entry_has_a_colour_in_each_variant():
    palette = with_night(EYE)
    day, night = palette.variants.items
    assert (day.colors, night.colors) == ((HAIR, SKIN), (EYE, SKIN))
    assert palette.append(PaletteEntry(HAIR)) == 2
    assert palette.variants.items[1].colors == (EYE, SKIN, HAIR)


def test_showing_another_variant_recolours_entries_and_moves_none():
    palette = with_night(EYE, HAIR)
    night = palette.with_variants(replace(palette.variants, active=1))
    assert [(entry.color, entry.name) for entry in night] == [(EYE, "hair"), (HAIR, "skin")]
    edited = night.with_entries([night.entries[0], PaletteEntry(SKIN, "skin")])
    assert edited.variants.items[1].colors == (EYE, SKIN)
    day = edited.with_variants(replace(edited.variants, active=0))
    assert day == palette.with_variants(replace(edited.variants, active=0))
    assert [entry.color for entry in day] == [HAIR, SKIN]


def test_colours_are_looked_up_where_most_of_them_are_known():
    palette = with_night(EYE, HAIR)
    rows = np.array([EYE, HAIR, (1, 2, 3, 255)], np.uint8)
    assert palette.add_all(rows[:2]).tolist() == [0, 1]
    assert palette.add_all(rows).tolist() == [0, 1, 2]
    assert palette.add_all(np.array([HAIR], np.uint8)).tolist() == [0]


def test_sheet_order_holds_every_index_once():
    entries = [PaletteEntry(HAIR), PaletteEntry(SKIN), PaletteEntry(EYE)]
    palette = Palette(entries, order=[2, 9, 2, 0])
    assert palette.order == [2, 0, 1]
    assert palette.with_entries(entries[:2]).order == [0, 1]
    palette.append(PaletteEntry(HAIR))
    assert palette.order == [2, 0, 1, 3]


def test_an_empty_palette_has_no_colours():
    assert Palette().colors().shape == (0, 4)


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("#FF8000", (255, 128, 0, 255)),
        (" ff8000 ", (255, 128, 0, 255)),
        ("#FF8000C0", (255, 128, 0, 192)),
        ("#FF8000 192", (255, 128, 0, 192)),
        ("255, 128, 0", (255, 128, 0, 255)),
        ("(255 128 0 0)", BACKGROUND),
        ("255128", (37, 81, 40, 255)),
        ("256, 0, 0", None),
        ("1, 2", None),
        ("#FF80", None),
        ("#FF8000 300", None),
        ("reddish", None),
        ("", None),
    ],
)
def test_colours_as_painters_write_them(text, color):
    assert color_from_text(text) == color
