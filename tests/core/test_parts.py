"""Rows of the palette, and entries that wait for their colour."""

import pytest

from paintassist.core.palette import Palette, PaletteEntry, Role, Variant, Variants
from paintassist.core.parts import (
    LOUD,
    PartRow,
    loud_color,
    part_rows,
    split_name,
    with_parts,
)

GREY = (9, 9, 9, 255)


def entry(part="", role=Role.OTHER, temporary=False):
    return PaletteEntry(GREY, "", part, role, temporary)


def test_a_part_is_a_row_where_its_first_entry_stands():
    palette = Palette(
        [
            entry("hair", Role.SHADOW_1),
            entry(),
            entry("skin", Role.NORMAL),
            entry("hair", Role.NORMAL),
            entry("hair", Role.NORMAL),
            entry("hair"),
        ],
        order=[1, 0, 5],
    )
    hair = PartRow("hair", {Role.SHADOW_1: 0, Role.NORMAL: 3}, [5, 4])
    assert part_rows(palette) == [
        PartRow("", {}, [1]),
        hair,
        PartRow("skin", {Role.NORMAL: 2}, []),
    ]
    assert hair.indices == [3, 0, 5, 4]


def test_a_loud_colour_is_nobodys():
    night = Variants((Variant("day"), Variant("night", (LOUD[1],))))
    palette = Palette([PaletteEntry(LOUD[0])], night)
    assert loud_color(palette) == LOUD[2]
    everything = Palette([PaletteEntry(color) for color in LOUD])
    assert loud_color(everything) not in LOUD


@pytest.mark.parametrize(
    ("name", "part", "role"),
    [
        ("hair shadow 1", "hair", Role.SHADOW_1),
        ("Front Hair - Shadow2", "Front Hair", Role.SHADOW_2),
        ("skin_HL", "skin", Role.HIGHLIGHT),
        ("髪 影2", "髪", Role.SHADOW_2),
        ("肌（影）", "肌", Role.SHADOW_1),
        ("目/ノーマル", "目", Role.NORMAL),
        ("shadow 1", "", Role.OTHER),
        ("eye of the storm", "", Role.OTHER),
        ("hair 2", "", Role.OTHER),
    ],
)
def test_names_of_sheets_tell_part_and_role(name, part, role):
    assert split_name(name) == (part, role)
    (found,) = with_parts([PaletteEntry(GREY, name)])
    assert (found.name, found.part, found.role) == (name, part, role)


def test_a_role_may_stand_alone_in_its_part():
    (found,) = with_parts([PaletteEntry(GREY, "影1", "髪")])
    assert (found.part, found.role) == ("髪", Role.SHADOW_1)
    kept = PaletteEntry(GREY, "hair shadow 1", "bow", Role.NORMAL)
    assert with_parts([kept]) == [kept]
