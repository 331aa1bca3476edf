"""Where segments lie in their drawing, wherever that lies in the image."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintassist.core.lines import Ink
from paintassist.core.segments import Segments


@dataclass(frozen=True, eq=False)
class Window:
    """The square window of the image that holds the drawing.

    Attributes
    ----------
    x, y : float
        Upper left corner in image pixels; may lie outside the image.
    side : float
        Length of a side in image pixels.
    """

    x: float
    y: float
    side: float


def drawing_window(segments: Segments) -> Window:
    """Return the smallest square around all lines, with a margin of 4 %."""
    drawn = segments.inks > Ink.NONE
    rows, cols = np.flatnonzero(drawn.any(axis=1)), np.flatnonzero(drawn.any(axis=0))
    width, height = segments.size
    if len(rows) == 0:
        side = float(max(width, height))
        return Window((width - side) / 2, (height - side) / 2, side)
    side = max(rows[-1] - rows[0], cols[-1] - cols[0], 15) * 1.08 + 1
    middle_x, middle_y = (cols[0] + cols[-1] + 1) / 2, (rows[0] + rows[-1] + 1) / 2
    return Window(middle_x - side / 2, middle_y - side / 2, side)


def places(segments: Segments, window: Window) -> NDArray[np.float32]:
    """Return (N, 4): x, y in the window (-1..1), log box side and log root area to its side."""
    middle = (segments.centroid[1:] + 0.5 - (window.x, window.y)) / window.side * 2 - 1
    side = segments.bbox[1:, 2:].max(axis=1, initial=1) / window.side
    root = np.sqrt(np.maximum(segments.area[1:], 1)) / window.side
    scale = np.log2(np.stack([side, root], axis=1)) / 4 + 1
    return np.concatenate([np.clip(middle, -1.5, 1.5), scale], axis=1, dtype=np.float32)
