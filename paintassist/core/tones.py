"""The tones of a palette's parts, and votes held by them to what marks say.

First the part is matched, by the best of its tones; then the tone comes from the palette's row of
that part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintassist.core.marks import NO_PART, Marks
from paintassist.core.palette import Color, PaletteEntry, Role
from paintassist.core.shade import Shade

ROLE_SHADES: Mapping[Role, Shade] = {
    Role.HIGHLIGHT: Shade.HIGHLIGHT,
    Role.NORMAL: Shade.NORMAL,
    Role.SHADOW_1: Shade.SHADOW_1,
    Role.SHADOW_2: Shade.SHADOW_2,
}
# Which tones a mark allows; where a row of the palette has none of them, the next ones serve.
ALLOWED: Mapping[Shade, tuple[tuple[Shade, ...], ...]] = {
    Shade.HIGHLIGHT: ((Shade.HIGHLIGHT,),),
    Shade.NORMAL: ((Shade.NORMAL,),),
    Shade.SHADOW: ((Shade.SHADOW_1, Shade.SHADOW_2),),
    Shade.SHADOW_1: ((Shade.SHADOW_1,), (Shade.SHADOW_2,)),
    Shade.SHADOW_2: ((Shade.SHADOW_2,), (Shade.SHADOW_1,)),
}


@dataclass(frozen=True, eq=False)
class Tones:
    """The palette as rows: which colours are tones of one part.

    Attributes
    ----------
    row : (C,) int32
        Number of the part; `NO_PART` for colours without one.
    shade : (C,) uint8
        Which tone of it; `Shade.UNSAID` for others.
    names : tuple of str
        Of the parts.
    first : (C,) int32
        The first colour that looks the same: references know only that one.
    """

    row: NDArray[np.int32]
    shade: NDArray[np.uint8]
    names: tuple[str, ...]
    first: NDArray[np.int32]

    def rows_called(self, part: str) -> NDArray[np.int64]:
        """Return (K,) int64: the numbers of the parts that a mark's word means."""
        wanted = part.casefold().split()
        words = [name.casefold().split() for name in self.names]
        exact = [number for number, name in enumerate(words) if name == wanted]
        loose = [number for number, name in enumerate(words) if wanted and set(wanted) <= set(name)]
        return np.array(exact or loose, np.int64)


def tones_of(entries: Iterable[PaletteEntry]) -> Tones:
    """Read the rows of a palette."""
    names: dict[str, int] = {}
    looks: dict[Color, int] = {}
    row, shade, first = [], [], []
    for index, entry in enumerate(entries):
        row.append(names.setdefault(entry.part, len(names)) if entry.part else NO_PART)
        shade.append(ROLE_SHADES.get(entry.role, Shade.UNSAID))
        first.append(looks.setdefault(entry.color, index))
    return Tones(
        np.array(row, np.int32),
        np.array(shade, np.uint8),
        tuple(names),
        np.array(first, np.int32),
    )


def constrain(
    votes: NDArray[np.float32], tones: Tones, marks: Marks, unknown: float
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Hold votes to what marks say.

    A part has the vote of its best tone. Where a shade is marked, the tone of that shade gets
    it and the other tones of the part none; a part without such a tone keeps its votes.
    Where a part is marked, all other parts have no vote; of a colour that several parts
    have, the votes count for the part that is marked. A part that no reference shows is
    proposed at the level of the unknown, by its tone of plain light.

    Parameters
    ----------
    votes : (K, C) float32
        -inf where there is none.
    tones : Tones
        Of at least one colour more or fewer than C.
    marks : Marks
        Of these K segments.
    unknown : float
        Vote of a part that is marked and that no reference shows.

    Returns
    -------
    votes : (K, D) float32
        D = max(C, colours of the palette).
    origin : (K, D) int64
        The colour whose vote it is.
    """
    count, colors = votes.shape
    width = max(colors, len(tones.row))
    wide = np.full((count, width), -np.inf, np.float32)
    wide[:, :colors] = votes
    origin = np.tile(np.arange(width, dtype=np.int64), (count, 1))
    row, shade = _padded(tones.row, width, NO_PART), _padded(tones.shade, width, Shade.UNSAID)
    _share_colors(wide, origin, tones, marks)
    _limit_parts(wide, tones, marks, row, shade, unknown)
    for number in range(len(tones.names)):
        members = np.flatnonzero(row == number)
        for wanted, choices in ALLOWED.items():
            rows = np.flatnonzero(marks.shade == wanted)
            sets = (np.isin(shade[members], choice) for choice in choices)
            allowed = next((found for found in sets if found.any()), None)
            if allowed is None or len(rows) == 0:
                continue
            part = wide[np.ix_(rows, members)]
            best = part.argmax(axis=1)
            held = np.where(allowed, part, -np.inf)
            tone = held.argmax(axis=1)
            tone[~np.isfinite(held).any(axis=1)] = np.flatnonzero(allowed)[0]
            every = np.arange(len(rows))
            held[every, tone] = part[every, best]
            wide[np.ix_(rows, members)] = held
            origin[rows, members[tone]] = origin[rows, members[best]]
    return wide, origin


def _share_colors(
    votes: NDArray[np.float32], origin: NDArray[np.int64], tones: Tones, marks: Marks
) -> None:
    """Let a part that is marked have the votes for its colours that another part has too."""
    rows = np.flatnonzero(marks.part != NO_PART)
    for index in np.flatnonzero(tones.first != np.arange(len(tones.first))) if len(rows) else ():
        first = tones.first[index]
        better = rows[votes[rows, first] > votes[rows, index]]
        votes[better, index] = votes[better, first]
        origin[better, index] = first


def _limit_parts(
    votes: NDArray[np.float32],
    tones: Tones,
    marks: Marks,
    row: NDArray[np.int64],
    shade: NDArray[np.int64],
    unknown: float,
) -> None:
    """Take the votes of other parts away where parts are marked, in place."""
    for index, part in enumerate(marks.parts):
        rows = np.flatnonzero(marks.part == index)
        allowed = np.isin(row, tones.rows_called(part))
        if len(rows) == 0 or not allowed.any():
            continue
        votes[np.ix_(rows, np.flatnonzero(~allowed))] = -np.inf
        blind = rows[~np.isfinite(votes[rows]).any(axis=1)]
        plain = allowed & (shade == Shade.NORMAL)
        votes[np.ix_(blind, np.flatnonzero(plain if plain.any() else allowed))] = unknown


def _padded(values: NDArray[np.generic], width: int, value: int) -> NDArray[np.int64]:
    padded = np.full(width, value, np.int64)
    padded[: len(values)] = values
    return padded
