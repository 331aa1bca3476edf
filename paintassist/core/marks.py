"""Marks: what a drawing or a painter says of a segment before its colour is known.

A mark names a shade (light, shadow) or the parts a segment can belong to. First the part is
matched, by the best of its tones; then the tone comes from the palette's row of that part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintassist.core.guides import GuideColor, guides_of_segments
from paintassist.core.lines import Ink, LineSettings, TraceMeaning, TraceSetting
from paintassist.core.palette import Color, PaletteEntry, Role
from paintassist.core.retouch import MarkStroke, stroke_mask
from paintassist.core.segments import Segments
from paintassist.core.shade import Shade

NO_PART = -1
ROLE_SHADES: Mapping[Role, Shade] = {
    Role.HIGHLIGHT: Shade.HIGHLIGHT,
    Role.NORMAL: Shade.NORMAL,
    Role.SHADOW_1: Shade.SHADOW_1,
    Role.SHADOW_2: Shade.SHADOW_2,
}
MEANING_SHADES: Mapping[TraceMeaning, Shade] = {
    TraceMeaning.HIGHLIGHT: Shade.HIGHLIGHT,
    TraceMeaning.SHADOW: Shade.SHADOW_1,
    TraceMeaning.SHADOW_2: Shade.SHADOW_2,
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
class Marks:
    """What is said of the N segments of a frame; row i is segment i + 1.

    Attributes
    ----------
    shade : (N,) uint8
        `Shade`.
    part : (N,) int32
        Index into `parts`; `NO_PART` where any part will do.
    parts : tuple of str
        What a segment can belong to: the palette's parts of that name, or whose name holds
        it as a word ("hair" holds for "hair shade").
    """

    shade: NDArray[np.uint8]
    part: NDArray[np.int32]
    parts: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything is said."""
        return bool(self.shade.any() or (self.part != NO_PART).any())

    @property
    def said(self) -> NDArray[np.bool_]:
        """(N,) bool: the segments of which something is said."""
        return np.asarray((self.shade != Shade.UNSAID) | (self.part != NO_PART))


def no_marks(count: int) -> Marks:
    """Say nothing of `count` segments."""
    return Marks(np.zeros(count, np.uint8), np.full(count, NO_PART, np.int32))


def marks_of_guides(segments: Segments, guides: Sequence[GuideColor]) -> Marks:
    """Return what filled-in guides say of segments.

    In a drawing with guides, what none covers and what is not the background is in plain
    light (`Shade.NORMAL`).

    Parameters
    ----------
    segments : Segments
    guides : sequence of GuideColor
        Those that the drawing was read with.
    """
    found = segments.guides
    if found is None or int(found.max(initial=0)) > len(guides):
        return no_marks(segments.count)
    paper = segments.drawn_inks == Ink.NONE
    covers = guides_of_segments(segments.labels, paper, found, segments.count)[1:]
    if not (covers > 0).any():
        return no_marks(segments.count)
    # The last ones are for -1: a segment that is trace line all over.
    shades = [Shade.NORMAL, *(guide.shade for guide in guides), Shade.UNSAID]
    names = list(dict.fromkeys(guide.part for guide in guides if guide.part))
    parts = [names.index(guide.part) if guide.part else NO_PART for guide in guides]
    shade = np.array(shades, np.uint8)[covers]
    if segments.background:
        shade[segments.background - 1] = Shade.UNSAID
    return Marks(shade, np.array([NO_PART, *parts, NO_PART], np.int32)[covers], tuple(names))


def marks_of_traces(segments: Segments, traces: Mapping[Ink, TraceSetting]) -> Marks:
    """Return what trace lines say of the segments that their pixels belong to.

    Of several colours in one segment the longest line speaks. The background and segments
    that own no trace line stay unsaid.
    """
    owned = np.zeros((len(Ink), segments.count + 1), np.int64)
    pixels = np.flatnonzero((segments.inks > Ink.BLACK) & (segments.labels > 0))
    inks, labels = segments.inks.ravel()[pixels], segments.labels.ravel()[pixels]
    np.add.at(owned, (inks, labels), 1)
    meant = np.zeros(len(Ink), np.uint8)
    for ink, setting in traces.items():
        meant[ink] = MEANING_SHADES.get(setting.meaning, Shade.UNSAID)
    owned[meant == Shade.UNSAID] = 0
    shade = np.where(owned.max(axis=0) > 0, meant[owned.argmax(axis=0)], Shade.UNSAID)
    shade[[0, segments.background]] = Shade.UNSAID
    marks = no_marks(segments.count)
    return Marks(shade[1:].astype(np.uint8), marks.part)


def marks_of_drawing(segments: Segments, settings: LineSettings) -> Marks:
    """Return what a drawing says of its segments: its guides, else its trace lines if asked."""
    marks = marks_of_guides(segments, settings.guides)
    if not marks.any and settings.trace_shades:
        marks = marks_of_traces(segments, settings.traces)
    return marks


def marks_of_strokes(segments: Segments, strokes: Sequence[MarkStroke]) -> Marks:
    """Return what a painter's strokes say of the segments under them.

    The background is not marked by a stroke that runs over other segments as well.
    """
    names = tuple(dict.fromkeys(stroke.part for stroke in strokes if stroke.part))
    marks = Marks(
        np.zeros(segments.count, np.uint8), np.full(segments.count, NO_PART, np.int32), names
    )
    for stroke in strokes:
        under = _under(segments, stroke)
        marks.shade[under - 1] = stroke.shade
        marks.part[under - 1] = names.index(stroke.part) if stroke.part else NO_PART
    return marks


def settled_strokes(segments: Segments, strokes: Sequence[MarkStroke]) -> tuple[MarkStroke, ...]:
    """Leave out the strokes that say nothing any more, because later ones say otherwise.

    An eraser goes as well, unless it parts a stroke that still speaks elsewhere.
    """
    heard: list[tuple[MarkStroke, NDArray[np.int32]]] = []
    said = np.zeros(segments.count + 1, np.bool_)
    for stroke in reversed(strokes):
        under = _under(segments, stroke)
        if not said[under].all():
            heard.insert(0, (stroke, under))
        said[under] = True
    kept: list[MarkStroke] = []
    marked = np.zeros(segments.count + 1, np.bool_)
    for stroke, under in heard:
        if not stroke.erases or marked[under].any():
            kept.append(stroke)
        marked[under] = not stroke.erases
    return tuple(kept)


def _under(segments: Segments, stroke: MarkStroke) -> NDArray[np.int32]:
    """Return the segments that a stroke means."""
    mask = stroke_mask(segments.labels.shape, [stroke.points])
    under = np.unique(segments.labels[mask])
    under = under[under > 0]
    return under[under != segments.background] if len(under) > 1 else under


def marks_of(segments: Segments, settings: LineSettings, strokes: Sequence[MarkStroke]) -> Marks:
    """Return all that is said of segments: the painter is right over the drawing."""
    drawn = marks_of_drawing(segments, settings)
    return merge_marks(marks_of_strokes(segments, strokes), drawn) if strokes else drawn


def merge_marks(first: Marks, second: Marks) -> Marks:
    """Return what either says; where both do, `first` is right."""
    parts = tuple(dict.fromkeys((*first.parts, *second.parts)))
    renamed = np.array([*(parts.index(name) for name in second.parts), NO_PART], np.int32)
    own = np.array([*(parts.index(name) for name in first.parts), NO_PART], np.int32)
    one, other = own[first.part], renamed[second.part]
    return Marks(
        np.where(first.shade != Shade.UNSAID, first.shade, second.shade).astype(np.uint8),
        np.where(one != NO_PART, one, other).astype(np.int32),
        parts,
    )


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
