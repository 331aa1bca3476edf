"""Exact colours of a sheet: what a drawing's areas are painted with, never a blend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintassist.core.lines import Ink
from paintassist.core.palette import pack_colors, unpack_colors
from paintassist.core.references import most_frequent
from paintassist.core.segments import Segments
from paintassist.core.sheets.relining import pure_pixels

# A colour that covers so many pixels of exactly itself, in squares, is meant.
LEAST_PURE = 12


@dataclass(frozen=True, eq=False)
class FigureColors:
    """The colours of a figure's segments.

    Attributes
    ----------
    rgba : (N + 1, 4) uint8
        Row 0 is the line.
    known : (N + 1,) bool
        False where a segment is blends alone and near to no colour of the sheet.
    off_sheet : tuple of colours
        Painted, but no swatch shows them; most frequent first. Empty without swatches.
    """

    rgba: NDArray[np.uint8]
    known: NDArray[np.bool_]
    off_sheet: tuple[tuple[int, int, int], ...] = ()


def figure_colors(
    segments: Segments,
    painting: NDArray[np.uint8],
    swatches: Sequence[tuple[int, int, int]] = (),
    tolerance: int = 8,
    soft: bool = False,
) -> FigureColors:
    """Read the colour of each segment of a figure.

    It is the most frequent of its pixels; of a soft drawing, of those that are no blends. A
    swatch within `tolerance` a channel replaces it; of several the nearest.

    Parameters
    ----------
    segments : Segments
    painting : (H, W, 4) uint8
    swatches : sequence of (red, green, blue)
        In the sheet's order; without any, the colours that areas of the figure have.
    tolerance : int
    soft : bool
        Whether edges are blended.
    """
    codes = pack_colors(painting)
    pure = pure_pixels(painting, swatches) if soft else np.ones(codes.shape, np.bool_)
    open_labels = np.where(segments.inks == Ink.NONE, segments.labels, 0)
    chosen = np.zeros(segments.count + 1, np.uint32)
    has_pure = np.zeros(segments.count + 1, np.bool_)
    seen = np.zeros(segments.count + 1, np.bool_)
    for number, counted in enumerate((np.where(pure, open_labels, 0), open_labels)):
        ids, colors = most_frequent(counted, codes)
        new = ~seen[ids]
        chosen[ids[new]] = colors[new]
        seen[ids] = True
        if number == 0:
            has_pure[ids] = True
    rgba = unpack_colors(chosen)
    meant = _meant_colors(codes, pure & (segments.labels > 0))
    is_clear = rgba[:, 3] == 0
    offered = np.array(swatches, np.uint8).reshape(-1, 3)
    sheet = np.concatenate([offered, meant]) if len(offered) else meant
    near_swatch = _snap(rgba, offered, tolerance) & ~is_clear
    loose = ~has_pure & ~near_swatch & ~is_clear
    part = rgba[loose]
    snapped = _snap(part, sheet, max(tolerance, 24))
    rgba[loose] = part
    known = has_pure | near_swatch | is_clear
    known[np.flatnonzero(loose)[snapped]] = True
    known[0] = False
    rgba[0] = 0
    off: tuple[tuple[int, int, int], ...] = ()
    if len(offered):
        off = _off_sheet(rgba, segments.area, known & ~near_swatch & ~is_clear)
    return FigureColors(rgba, known, off)


def _meant_colors(codes: NDArray[np.uint32], where: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Return the (K, 3) colours that enough pure pixels have, most frequent first."""
    values, counts = np.unique(codes[where], return_counts=True)
    enough = counts >= LEAST_PURE
    order = np.argsort(-counts[enough], kind="stable")
    return unpack_colors(values[enough][order])[:, :3]


def _snap(rgba: NDArray[np.uint8], offered: NDArray[np.uint8], tolerance: int) -> NDArray[np.bool_]:
    """Replace colours in place by the nearest offered within `tolerance`; tell which were."""
    if len(offered) == 0 or len(rgba) == 0:
        return np.zeros(len(rgba), np.bool_)
    away = np.abs(rgba[:, None, :3].astype(np.int16) - offered[None].astype(np.int16)).max(axis=2)
    best = away.argmin(axis=1)
    near = away[np.arange(len(rgba)), best] <= tolerance
    rgba[near, :3] = offered[best[near]]
    return near


def _off_sheet(
    rgba: NDArray[np.uint8], area: NDArray[np.int64], where: NDArray[np.bool_]
) -> tuple[tuple[int, int, int], ...]:
    where = where.copy()
    where[0] = False
    values, inverse = np.unique(rgba[where, :3], axis=0, return_inverse=True)
    weight = np.bincount(inverse.reshape(-1), area[where], len(values))
    order = np.argsort(-weight, kind="stable")
    return tuple((int(r), int(g), int(b)) for r, g, b in values[order])
