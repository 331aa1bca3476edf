"""A figure of boxes that can be moved, scaled and recognised."""

from __future__ import annotations

import cv2
import numpy as np

from paintassist.core.lines import Ink
from paintassist.core.segments import Segments, segment

# x, y, width, height of the parts of a figure, on a canvas of 100 x 100; no two alike.
PARTS = {
    "head": (40, 5, 20, 20),
    "body": (35, 25, 30, 35),
    "arm": (65, 28, 22, 8),
    "leg": (38, 60, 9, 30),
    "other leg": (52, 60, 9, 30),
    "eye": (45, 12, 4, 4),
}


def figure(dx: int = 0, dy: int = 0, scale: int = 4, canvas: int = 120) -> Segments:
    """Draw the outlines of all parts; background is segment 1."""
    inks = np.zeros((canvas * scale, canvas * scale), np.uint8)
    for x, y, width, height in PARTS.values():
        one = ((x + dx) * scale, (y + dy) * scale)
        other = ((x + dx + width) * scale, (y + dy + height) * scale)
        cv2.rectangle(inks, one, other, int(Ink.BLACK), 1)
    return segment(inks)


def part_ids(segments: Segments, dx: int = 0, dy: int = 0, scale: int = 4) -> list[int]:
    """Return the segment of every part, in the order of `PARTS`, then the background."""
    ids = []
    for x, y, _, _ in PARTS.values():
        ids.append(int(segments.labels[(y + dy + 1) * scale, (x + dx + 1) * scale]))
    return [*ids, segments.background]
