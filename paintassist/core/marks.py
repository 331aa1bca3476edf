"""Marks: what a drawing or a painter says of a segment before its colour is known.

A mark names a shade (light, shadow) or the part a segment belongs to; `core.tones` heeds it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintassist.core.guides import GuideColor, guides_of_segments
from paintassist.core.lines import Ink, LineSettings, TraceMeaning, TraceSetting
from paintassist.core.retouch import MarkStroke, stroke_mask
from paintassist.core.segments import Segments
from paintassist.core.shade import Shade

NO_PART = -1
MEANING_SHADES: Mapping[TraceMeaning, Shade] = {
    TraceMeaning.HIGHLIGHT: Shade.HIGHLIGHT,
    TraceMeaning.SHADOW: Shade.SHADOW_1,
    TraceMeaning.SHADOW_2: Shade.SHADOW_2,
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
