"""Two sheets that differ in colour only: the colours of one, matched by position."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import (
    Color,
    Palette,
    Role,
    pack_colors,
    to_color,
    unpack_colors,
)
from paintassist.core.references import most_frequent

# Two sheets show one drawing if so much of both figures together is in both...
SAME_FIGURE = 0.97
# ... if so much of it has the colour that most of its entry has on the other sheet ...
SAME_AREAS = 0.97
# ... and if so much of it has the entry that most of its colour has: by night, parts may
# become alike, but not all of them.
SAME_PARTS = 0.7


@dataclass(frozen=True)
class VariantMatch:
    """What another sheet says of the palette's entries.

    Attributes
    ----------
    colors : mapping of palette index to Color
        For the entries that are on both sheets.
    figure, areas, parts : float
        How much alike the sheets are, 0..1 each; see the constants of this module.
    """

    colors: Mapping[int, Color]
    figure: float
    areas: float
    parts: float

    @property
    def is_same_drawing(self) -> bool:
        """Whether the sheets differ in colour only."""
        return self.figure >= SAME_FIGURE and self.areas >= SAME_AREAS and self.parts >= SAME_PARTS

    def variant_colors(self, palette: Palette) -> tuple[Color, ...]:
        """Return the colours of a variant, one an entry; what is on one sheet only stays."""
        return tuple(self.colors.get(index, entry.color) for index, entry in enumerate(palette))


def match_palette(palette: Palette, other: Palette) -> tuple[Color, ...]:
    """Return the colours that another palette gives to the entries of one, one an entry.

    Entries are the same if part, role and name are, where each palette has them once; if no
    two are, those at the same place of the sheet order. What is in one only stays.
    """
    mine, theirs = _places_by_name(palette), _places_by_name(other)
    pairs = [(mine[name], theirs[name]) for name in mine if name in theirs]
    if not pairs:
        pairs = list(zip(palette.order, other.order, strict=False))
    colors = {index: other.entries[place].color for index, place in pairs}
    return tuple(colors.get(index, entry.color) for index, entry in enumerate(palette))


def _places_by_name(palette: Palette) -> dict[tuple[str, str, str], int]:
    """Return indices by part, role and name, where these are not those of another entry."""
    names = [(entry.part, str(entry.role), entry.name) for entry in palette]
    counts = Counter(names)
    nameless = ("", str(Role.OTHER), "")
    return {
        name: index for index, name in enumerate(names) if counts[name] == 1 and name != nameless
    }


@dataclass(frozen=True, eq=False)
class PaintedSheet:
    """A sheet whose segments are known.

    Attributes
    ----------
    labels : (H, W) int32
        0 = line.
    rgba : (N + 1, 4) uint8
        Colour per segment id; transparent is background.
    """

    labels: NDArray[np.int32]
    rgba: NDArray[np.uint8]

    def cropped(self) -> NDArray[np.int32]:
        """Return (h, w) int32: the label map cut to the figure, to all that is not background."""
        shown = self.rgba[:, 3] > 0
        shown[0] = True
        figure = shown[self.labels]
        rows, cols = np.flatnonzero(figure.any(axis=1)), np.flatnonzero(figure.any(axis=0))
        if not len(rows):
            return self.labels[:0, :0]
        return self.labels[rows[0] : rows[-1] + 1, cols[0] : cols[-1] + 1]


def painted_pixels(painting: NDArray[np.uint8]) -> PaintedSheet:
    """Return a painting as a sheet whose segments are its colours, lines among them.

    Where it has no transparent pixel, the most frequent colour of its rim is the paper, as far
    as it reaches from the rim.

    Parameters
    ----------
    painting : (H, W, 4) uint8
    """
    packed = pack_colors(painting)
    if painting[..., 3].all():
        rim = np.concatenate([packed[0], packed[-1], packed[:, 0], packed[:, -1]])
        values, counts = np.unique(rim, return_counts=True)
        paper = packed == values[counts.argmax()]
        _, areas = cv2.connectedComponents(paper.astype(np.uint8), connectivity=4)
        outside = np.zeros(int(areas.max()) + 1, np.bool_)
        for side in (areas[0], areas[-1], areas[:, 0], areas[:, -1]):
            outside[side] = True
        outside[0] = False
        packed[outside[areas]] = 0
    flat = packed.ravel()
    # Runs of one colour are few, and only they are sorted.
    starts = np.flatnonzero(np.concatenate([[True], flat[1:] != flat[:-1]]))
    colors, codes = np.unique(flat[starts], return_inverse=True)
    labels = np.repeat(codes.astype(np.int32) + 1, np.diff(starts, append=flat.size))
    rgba = np.concatenate([np.zeros((1, 4), np.uint8), unpack_colors(colors)])
    return PaintedSheet(labels.reshape(packed.shape), rgba)


def match_variant(
    known: PaintedSheet, indices: NDArray[np.int32], other: PaintedSheet
) -> VariantMatch:
    """Say which colour each palette entry of a sheet has on another one, pixel by pixel.

    The figures may stand at different places of their canvases. Lines are left out.

    Parameters
    ----------
    known : PaintedSheet
        With the colours of its variant.
    indices : (N + 1,) int32
        Palette index per segment id of `known`; row 0 is `NO_COLOR`.
    other : PaintedSheet
    """
    mine, theirs = known.cropped(), other.cropped()
    if mine.shape != theirs.shape or not mine.size:
        return VariantMatch({}, 0.0, 0.0, 0.0)
    # Transparent colours of both are one, packed as 0.
    packed = pack_colors(other.rgba)
    _, codes = np.unique(packed, return_inverse=True)
    painted = (indices[mine] != NO_COLOR) & (mine > 0) & (theirs > 0)
    entry = np.where(painted, indices[mine] + 1, 0).astype(np.int32)
    color, code = packed[theirs], np.where(painted, codes[theirs] + 1, 0).astype(np.int32)
    here, there = painted & (known.rgba[mine, 3] > 0), painted & (other.rgba[theirs, 3] > 0)
    figure = _share(here & there, here | there)
    ids, chosen = most_frequent(entry, color)
    areas = _agreement(ids, chosen, entry, color, here)
    parts = _agreement(*most_frequent(code, entry.astype(np.uint32)), code, entry, here)
    found = {
        int(index) - 1: to_color(rgba)
        for index, rgba in zip(ids, unpack_colors(chosen), strict=True)
    }
    return VariantMatch(found, figure, areas, parts)


def _agreement(
    ids: NDArray[np.int64],
    chosen: NDArray[np.uint32],
    keys: NDArray[np.int32],
    values: NDArray[np.integer],
    counted: NDArray[np.bool_],
) -> float:
    """Return the share of pixels whose value is the one chosen for their key."""
    table = np.zeros(int(ids.max(initial=0)) + 1, np.uint32)
    table[ids] = chosen
    return _share(counted & (table[keys] == values), counted)


def _share(part: NDArray[np.bool_], whole: NDArray[np.bool_]) -> float:
    count = int(np.count_nonzero(whole))
    return np.count_nonzero(part) / count if count else 0.0
