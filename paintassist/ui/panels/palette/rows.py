"""What the palette shows in which row and column. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import Palette, PaletteEntry, Role
from paintassist.core.parts import TONES, part_rows
from paintassist.ui.color_words import value_words

NAME, FIRST_TONE, USE = 0, 1, 1 + len(TONES)
COLUMNS = USE + 1
NO_TONES = (NO_COLOR,) * len(TONES)


@dataclass(frozen=True)
class Row:
    """One row: a part with its four tones, or a single entry.

    Attributes
    ----------
    part : str
        Empty for a single entry that belongs to none.
    tones : tuple of int
        Palette index per role of `TONES`, `NO_COLOR` where the part has none.
    single : int
        The entry of a single row, `NO_COLOR` for a row of tones.
    """

    part: str
    tones: tuple[int, ...] = NO_TONES
    single: int = NO_COLOR

    @property
    def indices(self) -> tuple[int, ...]:
        """All entries of the row."""
        return tuple(index for index in (*self.tones, self.single) if index != NO_COLOR)

    @property
    def main(self) -> int:
        """The entry that stands for the row: the normal tone, or the first there is."""
        normal = self.tones[TONES.index(Role.NORMAL)]
        return normal if normal != NO_COLOR else self.indices[0]

    def entry_at(self, column: int) -> int:
        """Return the palette index in a column, `NO_COLOR` where there is none."""
        if self.single != NO_COLOR:
            return self.single
        return self.tones[column - FIRST_TONE] if FIRST_TONE <= column < USE else NO_COLOR

    def column_of(self, index: int) -> int:
        """Return the column of an entry of this row."""
        return NAME if index == self.single else FIRST_TONE + self.tones.index(index)


def rows_of(palette: Palette, wanted: str = "") -> list[Row]:
    """Return the rows in sheet order; of those, only the ones that words are found in."""
    rows: list[Row] = []
    for found in part_rows(palette):
        tones = tuple(found.tones.get(role, NO_COLOR) for role in TONES)
        if tones != NO_TONES:
            rows.append(Row(found.part, tones))
        rows += [Row(found.part, NO_TONES, index) for index in found.others]
    words = wanted.casefold().split()
    return [row for row in rows if not words or _is_wanted(row, palette, words)]


def _is_wanted(row: Row, palette: Palette, words: list[str]) -> bool:
    texts = [row.part, *(_text(palette.entries[index]) for index in row.indices)]
    text = " ".join(texts).casefold()
    return all(word in text for word in words)


def _text(entry: PaletteEntry) -> str:
    role = "" if entry.role is Role.OTHER else str(entry.role)
    return f"{entry.name} {role} {value_words(entry.color)}"


def order_after_move(palette: Palette, moved: Row, target: Row | None) -> list[int]:
    """Return the sheet order in which the entries of a row stand before another, or last."""
    taken = set(moved.indices)
    rest = [index for index in palette.order if index not in taken]
    before = min((rest.index(index) for index in target.indices), default=0) if target else None
    place = len(rest) if before is None else before
    return [*rest[:place], *(index for index in palette.order if index in taken), *rest[place:]]
