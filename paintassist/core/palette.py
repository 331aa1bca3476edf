"""The palette: exact colours in the design sheet's own order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

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


@dataclass(frozen=True)
class PaletteEntry:
    """One colour of the palette.

    Attributes
    ----------
    color : Color
    name : str
        The painter's or the sheet's word for it; may be empty.
    """

    color: Color
    name: str = ""


@dataclass
class Palette:
    """Palette entries in sheet order; an index, once given, never changes its meaning."""

    entries: list[PaletteEntry] = field(default_factory=list)
    _index: dict[Color, int] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the given entries; of equal colours the first counts."""
        for index, entry in enumerate(self.entries):
            self._index.setdefault(entry.color, index)

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[PaletteEntry]:
        return iter(self.entries)

    def add(self, color: Color, name: str = "") -> int:
        """Return the index of `color`, appending it if it is new."""
        color = to_color(color)
        index = self._index.get(color)
        if index is None:
            index = self._index[color] = len(self.entries)
            self.entries.append(PaletteEntry(color, name))
        return index

    def add_all(self, rgba: NDArray[np.uint8]) -> NDArray[np.int32]:
        """Return the indices of (N, 4) uint8 colours, appending new ones in row order."""
        packed = pack_colors(rgba)
        _, first, inverse = np.unique(packed, return_index=True, return_inverse=True)
        indices = np.zeros(len(first), np.int32)
        for group in np.argsort(first, kind="stable"):
            indices[group] = self.add(to_color(rgba[first[group]]))
        return indices[inverse].reshape(-1)

    def colors(self) -> NDArray[np.uint8]:
        """Return all entries as (len, 4) uint8."""
        return np.array([entry.color for entry in self.entries], np.uint8).reshape(-1, 4)
