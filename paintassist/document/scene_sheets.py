"""A sheet that differs from another in colour only: a scene of the palette, not a reference."""

from __future__ import annotations

import numpy as np

from paintassist.core.palette import Palette
from paintassist.core.variants import PaintedSheet, VariantMatch, match_variant
from paintassist.document.packing import unpack_segments
from paintassist.document.sheet import LoadedSheet, Sheet


def match_sheet(palette: Palette, sheet: Sheet, loaded: LoadedSheet) -> VariantMatch:
    """Say how a sheet that was read just now colours the entries of one that is there.

    If `is_same_drawing`, ``document.paints.add_variant(name, match.variant_colors(palette))``
    makes it a scene. Costs some ten milliseconds; may run beside the window.
    """
    # `NO_COLOR`, the line's, is the last row.
    rgba = np.concatenate([palette.colors(), np.zeros((1, 4), np.uint8)])[sheet.colors]
    known = PaintedSheet(sheet.segments().labels, rgba)
    other = PaintedSheet(unpack_segments(loaded.packed).labels, loaded.rgba)
    return match_variant(known, sheet.colors, other)
