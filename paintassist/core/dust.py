"""Specks: spots of line that touch no other, and segments too small to be meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.lines import Ink
from paintassist.core.retouch import Retouch, Stroke
from paintassist.core.segments import Segments

MOST_PIXELS = 400


@dataclass(frozen=True)
class Speck:
    """One speck.

    Attributes
    ----------
    is_line : bool
        A spot of line; otherwise a segment.
    area : int
        Pixels.
    pixels : Stroke
        All of a spot, one of a segment.
    surrounding : (int, int)
        A place in the segment whose colour it takes.
    """

    is_line: bool
    area: int
    pixels: Stroke
    surrounding: tuple[int, int]


def find_specks(segments: Segments, most: int) -> list[Speck]:
    """Return the specks of at most so many pixels, the smallest first.

    A spot lies within one segment; a small segment belongs to the neighbour with which it has
    the longest border. Highlights in eyes are small too: somebody has to look.

    Parameters
    ----------
    segments : Segments
    most : int
        1 to `MOST_PIXELS`.
    """
    found = [*_spots(segments, most), *_small_segments(segments, most)]
    return sorted(found, key=lambda speck: (speck.area, speck.pixels[0][1], speck.pixels[0][0]))


def find_spots(
    inks: NDArray[np.uint8], most: int
) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Return the spots of line that touch no other line and have at most so many pixels.

    Parameters
    ----------
    inks : (H, W) uint8
    most : int

    Returns
    -------
    list of ((P,) int64, (P,) int64)
        Rows and columns of each spot's pixels, in scan order.
    """
    lines = (inks != Ink.NONE).view(np.uint8)
    _, spot_of, facts, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    spots = []
    for spot in np.flatnonzero(facts[1:, cv2.CC_STAT_AREA] <= most) + 1:
        left, top, wide, high = (int(fact) for fact in facts[spot, :4])
        rows, cols = np.nonzero(spot_of[top : top + high, left : left + wide] == spot)
        spots.append((rows + top, cols + left))
    return spots


def _spots(segments: Segments, most: int) -> list[Speck]:
    specks: list[Speck] = []
    height, width = segments.inks.shape
    for rows, cols in find_spots(segments.inks, most):
        box = np.s_[
            max(int(rows.min()) - 1, 0) : min(int(rows.max()) + 2, height),
            max(int(cols.min()) - 1, 0) : min(int(cols.max()) + 2, width),
        ]
        around = segments.labels[box]
        places = np.argwhere((around > 0) & (segments.inks[box] == Ink.NONE))
        if len(places) == 0 or len(np.unique(around[tuple(places.T)])) > 1:
            # Between two segments it may be the end of a line.
            continue
        y, x = places[0] + (box[0].start, box[1].start)
        pixels = tuple(zip(cols.tolist(), rows.tolist(), strict=True))
        specks.append(Speck(True, len(rows), pixels, (int(x), int(y))))
    return specks


def _small_segments(segments: Segments, most: int) -> list[Speck]:
    small = np.flatnonzero((segments.area[1:] > 0) & (segments.area[1:] <= most)) + 1
    if not len(small):
        return []
    one, other, length = segments.borders()
    specks: list[Speck] = []
    for segment in small.tolist():
        beside = other[one == segment - 1] + 1
        border = length[one == segment - 1]
        large = ~np.isin(beside, small)
        if not large.any():
            continue
        neighbour = int(beside[large][border[large].argmax()])
        specks.append(
            Speck(
                False,
                int(segments.area[segment]),
                (_place(segments, segment),),
                _place(segments, neighbour),
            )
        )
    return specks


def _place(segments: Segments, segment: int) -> tuple[int, int]:
    """Return a pixel of a segment: not of a trace line, unless it is nothing else."""
    x, y, width, height = (int(side) for side in segments.bbox[segment])
    box = np.s_[y : y + height, x : x + width]
    inside = segments.labels[box] == segment
    plain = inside & (segments.inks[box] == Ink.NONE)
    rows, cols = np.nonzero(plain if plain.any() else inside)
    middle = len(rows) // 2
    return int(cols[middle]) + x, int(rows[middle]) + y


def without_specks(retouch: Retouch, specks: Sequence[Speck]) -> Retouch:
    """Return a retouch in which specks are one with what surrounds them."""
    spots = tuple(speck.pixels for speck in specks if speck.is_line)
    joins = tuple((speck.surrounding, *speck.pixels) for speck in specks if not speck.is_line)
    return replace(retouch, dust=(*retouch.dust, *spots), joins=(*retouch.joins, *joins))
