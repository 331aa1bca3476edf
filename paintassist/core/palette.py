"""The palette: exact colours in the design sheet's own order, one each a scene."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Color = tuple[int, int, int, int]
"""Straight-alpha RGBA, 0..255 each."""

BACKGROUND: Color = (0, 0, 0, 0)


def pack_colors(rgba: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """Pack (..., 4) uint8 into (...) uint32, ordered as the RGBA tuples are.

    All fully transparent colours are one and the same background, packed as 0.
    """
    packed = np.ascontiguousarray(rgba, np.uint8).view(">u4")[..., 0].astype(np.uint32)
    packed[(packed & np.uint32(0xFF)) == 0] = 0
    return packed


def unpack_colors(packed: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """Unpack (...) uint32 into (..., 4) uint8."""
    shifts = np.array([24, 16, 8, 0], np.uint32)
    return ((packed[..., None] >> shifts) & 0xFF).astype(np.uint8)


def to_color(rgba: Iterable[int]) -> Color:
    """Turn any four channel values into a `Color`; fully transparent is `BACKGROUND`."""
    red, green, blue, alpha = (int(value) for value in rgba)
    return (red, green, blue, alpha) if alpha else BACKGROUND


def hex_of(color: Sequence[int]) -> str:
    """Write an RGB or RGBA colour as #RRGGBB; how opaque it is goes unsaid."""
    red, green, blue = color[:3]
    return f"#{red:02X}{green:02X}{blue:02X}"


class Role(StrEnum):
    """Which tone of its part an entry is."""

    HIGHLIGHT = "highlight"
    NORMAL = "normal"
    SHADOW_1 = "shadow 1"
    SHADOW_2 = "shadow 2"
    OTHER = "other"


@dataclass(frozen=True)
class PaletteEntry:
    """One colour of the palette.

    Attributes
    ----------
    color : Color
        In the variant that is shown.
    name : str
        The painter's or the sheet's word for it; may be empty.
    part : str
        Which part of the character it paints ("hair"); empty if nobody said.
    role : Role
        Which tone of the part.
    temporary : bool
        A loud colour that stands for one that is not known yet.
    """

    color: Color
    name: str = ""
    part: str = ""
    role: Role = Role.OTHER
    temporary: bool = False


@dataclass(frozen=True)
class Variant:
    """The colours of one scene: day, night, dusk.

    Attributes
    ----------
    name : str
        Empty for the only one of a palette that knows no scenes.
    colors : tuple of Color
        One an entry.
    """

    name: str = ""
    colors: tuple[Color, ...] = ()


@dataclass(frozen=True)
class Variants:
    """All variants of a palette, one at least, and which one is shown."""

    items: tuple[Variant, ...] = (Variant(),)
    active: int = 0


class Palette:
    """Palette entries; an index, once given, never changes its meaning.

    Every entry has one colour in each variant. The entries carry those of the active one; in
    the others, an entry that nobody coloured there has the colour it came with.

    Parameters
    ----------
    entries : iterable of PaletteEntry
    variants : Variants
        Their colours are cut to the entries or filled up with them; those of the active one
        are the entries' own.
    order : iterable of int
        Sheet order, as far as it is known; what it leaves out follows by index.

    Attributes
    ----------
    entries : list of PaletteEntry
        By index.
    order : list of int
        Every index once, in sheet order.
    active : int
        Number of the variant that is shown.
    """

    def __init__(
        self,
        entries: Iterable[PaletteEntry] = (),
        variants: Variants = Variants(),
        order: Iterable[int] = (),
    ) -> None:
        self.entries = list(entries)
        known = dict.fromkeys(index for index in order if 0 <= index < len(self.entries))
        self.order = list(known | dict.fromkeys(range(len(self.entries))))
        self.active = variants.active
        self._variants = [
            Variant(
                variant.name,
                variant.colors[: len(self.entries)]
                + tuple(entry.color for entry in self.entries[len(variant.colors) :]),
            )
            for variant in variants.items
        ]
        self._known: dict[Color, int] | None = None

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[PaletteEntry]:
        return iter(self.entries)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Palette):
            return NotImplemented
        mine, theirs = (self.entries, self.order), (other.entries, other.order)
        return mine == theirs and self.variants == other.variants

    __hash__ = None  # type: ignore[assignment]

    @property
    def _index(self) -> dict[Color, int]:
        """Index by colour; of equal ones the first counts."""
        if self._known is None:
            self._known = {}
            for index, entry in enumerate(self.entries):
                self._known.setdefault(entry.color, index)
        return self._known

    @property
    def variants(self) -> Variants:
        """All variants with all their colours."""
        items = list(self._variants)
        own = tuple(entry.color for entry in self.entries)
        items[self.active] = replace(items[self.active], colors=own)
        return Variants(tuple(items), self.active)

    def copy(self) -> Palette:
        """Return a palette of its own with the same entries."""
        return Palette(self.entries, self.variants, self.order)

    def with_entries(self, entries: Iterable[PaletteEntry]) -> Palette:
        """Return the palette with other entries; what is new comes last, what is gone was."""
        return Palette(entries, self.variants, self.order)

    def with_order(self, order: Iterable[int]) -> Palette:
        """Return the palette in another sheet order."""
        return Palette(self.entries, self.variants, order)

    def with_variants(self, variants: Variants) -> Palette:
        """Return the palette with other variants; entries take the colours of the active one."""
        colors = variants.items[variants.active].colors
        entries = [
            replace(entry, color=color) for entry, color in zip(self.entries, colors, strict=False)
        ]
        return Palette([*entries, *self.entries[len(colors) :]], variants, self.order)

    def add(self, color: Color, name: str = "") -> int:
        """Return the index of `color`, appending it if it is new."""
        color = to_color(color)
        index = self._index.get(color)
        return self.append(PaletteEntry(color, name)) if index is None else index

    def append(self, entry: PaletteEntry) -> int:
        """Append an entry, even of a colour that is there; returns its index."""
        index = len(self.entries)
        self.entries.append(entry)
        self.order.append(index)
        if self._known is not None:
            self._known.setdefault(entry.color, index)
        for number, variant in enumerate(self._variants):
            if number != self.active:
                colors = (*variant.colors, entry.color)
                self._variants[number] = replace(variant, colors=colors)
        return index

    def set_entry(self, index: int, entry: PaletteEntry) -> None:
        """Put another entry in the place of one; the colours of inactive variants stay."""
        self.entries[index] = entry
        self._known = None

    def remove_last(self) -> None:
        """Take the last entry off, in all variants."""
        index = len(self.entries) - 1
        del self.entries[index]
        self.order.remove(index)
        self._variants = [
            replace(variant, colors=variant.colors[:index]) for variant in self._variants
        ]
        self._known = None

    def add_all(self, rgba: NDArray[np.uint8]) -> NDArray[np.int32]:
        """Return (N,) int32: the indices of (N, 4) colours, new ones appended in row order.

        They are looked up in the variant that knows most of them, the active one on a tie: a
        sheet of the night finds its entries while the day is shown.
        """
        packed = pack_colors(rgba)
        _, first, inverse = np.unique(packed, return_index=True, return_inverse=True)
        ordered = [to_color(rgba[row]) for row in np.sort(first)]
        known = self.find_all(ordered)
        added = [
            known[color] if color in known else self.append(PaletteEntry(color))
            for color in ordered
        ]
        indices = np.zeros(len(first), np.int32)
        indices[np.argsort(first, kind="stable")] = added
        return indices[inverse].reshape(-1)

    def find_all(self, colors: Sequence[Color]) -> dict[Color, int]:
        """Return the indices of known colours in the variant that knows most of `colors`."""
        return {color: indices[0] for color, indices in self.find_every(colors).items()}

    def find_every(self, colors: Sequence[Color]) -> dict[Color, tuple[int, ...]]:
        """Return all indices of known colours, in the variant that knows most of `colors`."""
        shown = tuple(entry.color for entry in self.entries)
        best, most = shown, sum(color in self._index for color in colors)
        for number, variant in enumerate(self._variants):
            if number == self.active or most == len(colors):
                continue
            known = set(variant.colors)
            count = sum(color in known for color in colors)
            if count > most:
                best, most = variant.colors, count
        wanted, found = set(colors), dict[Color, tuple[int, ...]]()
        for index, color in enumerate(best):
            if color in wanted:
                found[color] = (*found.get(color, ()), index)
        return {color: found[color] for color in colors if color in found}

    def colors(self) -> NDArray[np.uint8]:
        """Return all entries as (len, 4) uint8."""
        return np.array([entry.color for entry in self.entries], np.uint8).reshape(-1, 4)


_HEX = re.compile(r"#?([0-9A-Fa-f]{6})([0-9A-Fa-f]{2})?")
_NUMBERS = re.compile(r"\d{1,3}")


def color_from_text(text: str) -> Color | None:
    """Read a colour as painters write it: #FF8000, FF8000C0, #FF8000 192, or 255, 128, 0.

    Returns
    -------
    Color or None
        None if it is none.
    """
    found = _HEX.match(text.strip())
    rest = text.strip()[found.end() :].strip() if found else ""
    if found and (not rest or (found.group(2) is None and _NUMBERS.fullmatch(rest))):
        values = [*bytes.fromhex(found.group(1) + (found.group(2) or ""))]
        values += [int(rest)] if rest else []
    else:
        values = [int(number) for number in _NUMBERS.findall(text)]
        if re.fullmatch(r"[\s\d,;()]+", text) is None:
            return None
    if len(values) not in (3, 4) or max(values) > 255:
        return None
    return to_color([*values, 255][:4])
