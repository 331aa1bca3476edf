"""What the document looks like: plain values for canvas, strip and palette. Knows no Qt widget."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import Palette
from paintassist.document.document import Document
from paintassist.document.frame import DecisionState, Frame
from paintassist.document.review import doubtful_ids
from paintassist.document.sheet import Sheet
from paintassist.ui.canvas.overlay import FrameLook, SegmentMarks


def color_table(palette: Palette, color: NDArray[np.int32]) -> NDArray[np.uint8]:
    """Return (count + 1, 4) uint8 for palette indices per segment id; none is transparent."""
    table = np.zeros((len(color), 4), np.uint8)
    known = color != NO_COLOR
    if known.any():
        table[known] = palette.colors()[color[known]]
    return table


def frame_look(document: Document, frame: Frame) -> FrameLook:
    """Return the colours and marks of a frame as they are now."""
    unpainted = frame.color == NO_COLOR
    unpainted[0] = False
    proposed = frame.state == DecisionState.PROPOSED
    rgba = color_table(document.palette, frame.color)
    marks = SegmentMarks(unpainted, proposed, frame.confidence.copy(), rgba[:, 3] == 0)
    return FrameLook(rgba, marks)


def sheet_look(document: Document, sheet: Sheet) -> FrameLook:
    """Return the colours of a sheet."""
    nothing = np.zeros(len(sheet.colors), np.bool_)
    marks = SegmentMarks(nothing, nothing, np.zeros(len(nothing), np.float32), nothing)
    return FrameLook(color_table(document.palette, sheet.colors), marks)


def count_decided(frame: Frame) -> int:
    """Return how many segments of a frame the painter has decided."""
    return int(np.count_nonzero(frame.decided[1:]))


def count_doubtful(frame: Frame) -> int:
    """Return how many open segments of a frame are doubtful."""
    return len(doubtful_ids(frame))


def palette_usage(document: Document, frames: Iterable[Frame]) -> NDArray[np.int64]:
    """Return how many segments of some frames use each palette entry."""
    usage = np.zeros(len(document.palette), np.int64)
    for frame in frames:
        used = frame.color[frame.color != NO_COLOR]
        usage += np.bincount(used, minlength=len(usage))[: len(usage)]
    return usage
