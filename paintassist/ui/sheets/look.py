"""What was read of a figure, as pixels to look at. Knows no Qt."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from paintassist.core.lines import Ink
from paintassist.core.sheets.reading import ReadFigure

# Loud, so that an area without a colour stands out.
UNREAD = (255, 0, 255, 255)
LINE = (0, 0, 0, 255)
# Neighbouring ids get hues far apart: the golden ratio of a turn.
TURN = 0.618034


def areas_look(read: ReadFigure) -> NDArray[np.uint8]:
    """Return each area in a colour of its own, (H, W, 4) uint8; lines are black."""
    ids = np.arange(read.segments.count + 1)
    hue = (ids * TURN % 1.0) * 6
    ramps = np.stack([np.abs(hue - 3) - 1, 2 - np.abs(hue - 2), 2 - np.abs(hue - 4)], axis=1)
    table = np.full((len(ids), 4), 255, np.uint8)
    table[:, :3] = (110 + 130 * np.clip(ramps, 0, 1)).astype(np.uint8)
    table[read.colors.rgba[:, 3] == 0] = (255, 255, 255, 255)
    table[0] = LINE
    return table[read.segments.labels]


def lines_look(read: ReadFigure) -> NDArray[np.uint8]:
    """Return the lines over the exact colours, (H, W, 4) uint8; what was not read is loud."""
    table = read.colors.rgba.copy()
    table[~read.colors.known] = UNREAD
    table[0] = LINE
    picture = table[read.segments.labels]
    picture[read.segments.inks == Ink.BLACK] = LINE
    return picture
