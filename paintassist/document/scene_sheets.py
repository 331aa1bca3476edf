"""A painting that differs from a sheet in colour only: a scene of the palette."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from paintassist.core.palette import Color, Palette
from paintassist.core.variants import (
    PaintedSheet,
    match_variant,
    painted_pixels,
)
from paintassist.document.sheet import Sheet


def scene_colors(
    palette: Palette, sheets: Sequence[Sheet], painting: NDArray[np.uint8]
) -> tuple[Color, ...] | None:
    """Return the colours of a scene, one a palette entry, that a painting shows.

    Each sheet is looked for where it lies in its own painting; those that are there in other
    colours count. Costs a second for a large painting; may run beside the window.

    Parameters
    ----------
    palette : Palette
    sheets : sequence of Sheet
    painting : (H, W, 4) uint8

    Returns
    -------
    tuple of Color or None
        None if no sheet shows the same drawing.
    """
    found: dict[int, Color] = {}
    whole = painted_pixels(painting)
    for sheet in sheets:
        left, top, right, bottom = sheet.use.box
        # A sheet that is all of its painting may lie elsewhere on another canvas.
        labels = whole.labels if sheet.figure is None else whole.labels[top:bottom, left:right]
        other = PaintedSheet(labels, whole.rgba)
        match = match_variant(_painted(palette, sheet), sheet.colors, other)
        if match.is_same_drawing:
            found = {**match.colors, **found}
    if not found:
        return None
    return tuple(found.get(index, entry.color) for index, entry in enumerate(palette))


def _painted(palette: Palette, sheet: Sheet) -> PaintedSheet:
    # `NO_COLOR`, the line's, is the last row.
    rgba = np.concatenate([palette.colors(), np.zeros((1, 4), np.uint8)])[sheet.colors]
    return PaintedSheet(sheet.segments().labels, rgba)
