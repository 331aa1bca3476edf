"""Rows of the palette: a part and its tones; and entries that wait for their colour."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, field, replace

from paintassist.core.palette import Color, Palette, PaletteEntry, Role

TONES = (Role.HIGHLIGHT, Role.NORMAL, Role.SHADOW_1, Role.SHADOW_2)

# Colours that no design sheet has and no painter overlooks.
LOUD: tuple[Color, ...] = (
    (255, 0, 255, 255),
    (0, 255, 0, 255),
    (0, 255, 255, 255),
    (255, 255, 0, 255),
    (255, 0, 0, 255),
    (0, 0, 255, 255),
)


@dataclass
class PartRow:
    """One part of the palette and its entries, in sheet order.

    Attributes
    ----------
    part : str
        Empty for a single entry that belongs to none.
    tones : dict of Role to palette index
        The first entry of each of the four tones.
    others : list of int
        Palette indices of whatever else the part has.
    """

    part: str
    tones: dict[Role, int] = field(default_factory=dict)
    others: list[int] = field(default_factory=list)

    @property
    def indices(self) -> list[int]:
        """All entries of the row: the tones from light to dark, then the others."""
        return [*(self.tones[role] for role in TONES if role in self.tones), *self.others]


def part_rows(palette: Palette) -> list[PartRow]:
    """Return parts in the order of their first entries; an entry without a part is a row."""
    rows: list[PartRow] = []
    by_part: dict[str, PartRow] = {}
    for index in palette.order:
        entry = palette.entries[index]
        row = by_part.get(entry.part) if entry.part else None
        if row is None:
            row = PartRow(entry.part)
            rows.append(row)
            if entry.part:
                by_part[entry.part] = row
        if entry.part and entry.role in TONES and entry.role not in row.tones:
            row.tones[entry.role] = index
        else:
            row.others.append(index)
    return rows


def loud_color(palette: Palette) -> Color:
    """Return a loud colour that no entry has in any variant."""
    taken = {color for variant in palette.variants.items for color in variant.colors}
    return next((color for color in LOUD if color not in taken), _any_loud(taken))


def _any_loud(taken: Container[Color]) -> Color:
    """Return the first magenta that is free, paler step by step."""
    paler = ((255, step, 255, 255) for step in range(256))
    return next((color for color in paler if color not in taken), LOUD[0])


# Words of design sheets for the four tones, as they stand alone or behind a part's name.
_WORDS = {
    Role.HIGHLIGHT: r"highlights?|hi(?:light)?|hl|ハイライト|ハイ|高光",
    Role.NORMAL: r"normal|base|ノーマル|通常|基本|固有色",
    Role.SHADOW_1: r"(?:1st )?(?:shadow|shade) ?1?|1号?影|影[1１]?|陰影1|阴影1?|一号影",
    Role.SHADOW_2: r"(?:2nd )?(?:shadow|shade) ?2|2号?影|影[2２]|陰影2|阴影2|二号影",
    Role.OTHER: r"other|その他|其他",
}
_BETWEEN = r"[\s_\-/・:：.,、()（）]+"


def role_of(words: str) -> Role | None:
    """Return the role that a word of a design sheet names, None if it names none."""
    plain = re.sub(_BETWEEN, " ", words).strip().lower()
    return next((role for role, found in _WORDS.items() if re.fullmatch(found, plain)), None)


def split_name(name: str) -> tuple[str, Role]:
    """Return part and role that a name like "hair shadow 1" is made of; no part if it is not."""
    for found in re.finditer(_BETWEEN, name):
        role = role_of(name[found.end() :])
        part = name[: found.start()].strip()
        if part and role not in (None, Role.OTHER):
            assert role is not None
            return part, role
    return "", Role.OTHER


def with_parts(entries: Iterable[PaletteEntry]) -> list[PaletteEntry]:
    """Give entries the part and role that their names tell, unless they have some."""
    found: list[PaletteEntry] = []
    for entry in entries:
        part, role = split_name(entry.name)
        if entry.role is Role.OTHER and role is not Role.OTHER and entry.part in ("", part):
            entry = replace(entry, part=part, role=role)
        elif entry.part and entry.role is Role.OTHER:
            entry = replace(entry, role=role_of(entry.name) or Role.OTHER)
        found.append(entry)
    return found
