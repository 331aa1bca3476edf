"""Line art: which pixels are lines, and of which ink."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.bands import bands
from paintassist.core.guides import DEFAULT_GUIDES, GuideColor, find_guides, without_guides
from paintassist.core.runs import runs_of_all

# A pixel is a line from this coverage on when lines are anti-aliased: low enough that a
# one-pixel line that falls between two pixel rows (0.5 / 0.5) does not break.
ANTIALIASED_THRESHOLD = 100
# Paper of aliased line art is not always pure: houses that key white out write 254 for white.
ALIASED_THRESHOLD = 4
# Aliased line art has a handful of colours; more than this means anti-aliasing.
ALIASED_COLOR_LIMIT = 16
# Channel spread from which on a line pixel is a trace colour and not a tinted black; that of a
# pale pixel is taken as if its ink covered it fully.
TRACE_CHROMA = 80


class Ink(IntEnum):
    """What a pixel of line art carries."""

    NONE = 0
    BLACK = 1
    RED = 2
    BLUE = 3
    GREEN = 4


INK_RGB: Mapping[Ink, tuple[int, int, int]] = {
    Ink.BLACK: (0, 0, 0),
    Ink.RED: (255, 0, 0),
    Ink.BLUE: (0, 0, 255),
    Ink.GREEN: (0, 255, 0),
}
TRACE_INKS: tuple[Ink, ...] = (Ink.RED, Ink.BLUE, Ink.GREEN)


class TraceRule(StrEnum):
    """Which neighbouring region the pixels of a trace line belong to."""

    SMALLEST = "smallest"
    LARGEST = "largest"
    TOUCHING = "touching"
    OWN = "own"


class TraceMeaning(StrEnum):
    """What a trace colour bounds."""

    HIGHLIGHT = "highlight"
    SHADOW = "shadow"
    SHADOW_2 = "shadow2"
    OTHER = "other"


@dataclass(frozen=True)
class TraceSetting:
    """Meaning and region rule of one trace colour."""

    meaning: TraceMeaning
    rule: TraceRule = TraceRule.SMALLEST


def default_trace_settings() -> dict[Ink, TraceSetting]:
    """Red = highlight, blue = shadow, green = second shadow; smallest neighbour each."""
    return {
        Ink.RED: TraceSetting(TraceMeaning.HIGHLIGHT),
        Ink.BLUE: TraceSetting(TraceMeaning.SHADOW),
        Ink.GREEN: TraceSetting(TraceMeaning.SHADOW_2),
    }


@dataclass(frozen=True)
class LineSettings:
    """How a project reads its line art.

    Attributes
    ----------
    threshold : int or None
        Coverage 1..255 from which on a pixel is a line; None decides by whether the image
        is aliased (`ALIASED_THRESHOLD`) or anti-aliased (`ANTIALIASED_THRESHOLD`).
    traces : mapping of Ink to TraceSetting
        What each trace colour means and where its pixels belong.
    guides : tuple of GuideColor
        Fillings that mean light and shadow; none reads every colour as line.
    trace_shades : bool
        Whether a segment that owns a trace line takes the tone that the line's colour means.
    """

    threshold: int | None = None
    traces: Mapping[Ink, TraceSetting] = field(default_factory=default_trace_settings)
    guides: tuple[GuideColor, ...] = DEFAULT_GUIDES
    trace_shades: bool = False


@dataclass(frozen=True, eq=False)
class ReadLines:
    """What line art shows.

    Attributes
    ----------
    inks : (H, W) uint8
        Values of `Ink`; guides are paper.
    guides : (H, W) uint8 or None
        Number of the guide colour + 1, 0 elsewhere; None if there are none.
    """

    inks: NDArray[np.uint8]
    guides: NDArray[np.uint8] | None = None


def read_lines(rgba: NDArray[np.uint8], settings: LineSettings) -> ReadLines:
    """Tell lines, guides and paper apart.

    Parameters
    ----------
    rgba : (H, W, 4) uint8
        Line art on white or transparent, straight alpha.
    settings : LineSettings
    """
    guides = find_guides(rgba, settings.guides, is_aliased(rgba))
    if guides is not None:
        rgba = without_guides(rgba, guides)
    return ReadLines(binarize(rgba, settings.threshold), guides)


def ink_coverage(rgba: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return how much ink covers each pixel, from alpha and from distance to white.

    Parameters
    ----------
    rgba : (H, W, 4) uint8
        Straight alpha.

    Returns
    -------
    (H, W) uint8
        0 = bare paper, 255 = full ink of any saturated colour or black.
    """
    # One by one: OpenCV's split takes four times as long.
    red, green, blue, alpha = (cv2.extractChannel(rgba, channel) for channel in range(4))
    strength = cv2.bitwise_not(cv2.min(cv2.min(red, green), blue))
    if _is_partly(rgba):
        strength = cv2.multiply(strength, alpha, scale=1 / 255)
    else:
        strength = cv2.bitwise_and(strength, alpha)
    return np.asarray(strength, np.uint8)


def _is_partly(rgba: NDArray[np.uint8]) -> bool:
    """Tell whether any pixel of (H, W, 4) is neither opaque nor transparent."""
    alpha = cv2.extractChannel(rgba, 3)
    return cv2.countNonZero(cv2.inRange(alpha, np.array(1), np.array(254))) > 0


def is_aliased(rgba: NDArray[np.uint8]) -> bool:
    """Tell whether the line art uses a handful of fully opaque colours only."""
    if any(_is_partly(rgba[rows]) for rows in bands(*rgba.shape[:2])):
        return False
    packed = np.ascontiguousarray(rgba).view(np.uint32)[..., 0]
    # A sample of rows finds anti-aliasing without sorting millions of pixels.
    step = max(1, packed.shape[0] // 256)
    sample = packed[::step].ravel()
    distinct = np.unique(sample[np.append(True, sample[1:] != sample[:-1])])
    return bool(len(distinct) <= ALIASED_COLOR_LIMIT)


def binarize(rgba: NDArray[np.uint8], threshold: int | None = None) -> NDArray[np.uint8]:
    """Turn line art into inks, trace colours snapped by hue.

    Parameters
    ----------
    rgba : (H, W, 4) uint8
        Line art on white or transparent, straight alpha.
    threshold : int or None
        See `LineSettings.threshold`.

    Returns
    -------
    (H, W) uint8
        Values of :class:`Ink`.
    """
    if threshold is None:
        threshold = ALIASED_THRESHOLD if is_aliased(rgba) else ANTIALIASED_THRESHOLD
    inks = np.empty(rgba.shape[:2], np.uint8)
    for rows in bands(*rgba.shape[:2]):
        # Neighbours mostly are of one colour, which is looked at once.
        packed = np.ascontiguousarray(rgba[rows]).view(np.uint32)
        start, length = runs_of_all(packed)
        colors = packed.ravel()[start].view(np.uint8).reshape(-1, 1, 4)
        found = np.zeros(len(start), np.uint8)
        drawn = np.flatnonzero(ink_coverage(colors) >= max(1, threshold))
        found[drawn] = _ink_of_colors(colors[drawn, 0, :3])
        inks[rows] = np.repeat(found, length).reshape(-1, rgba.shape[1])
    return inks


def _ink_of_colors(rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Snap (N, 3) colours to inks: near-grey is black, the rest by the nearest hue."""
    red, green, blue = (rgb[:, channel].astype(np.int16) for channel in range(3))
    lowest = np.minimum(np.minimum(red, green), blue)
    highest = np.maximum(np.maximum(red, green), blue)
    # The channel that dominates is the nearest of the hues 0, 120 and 240 degrees.
    snapped = np.full(len(rgb), Ink.BLUE, np.uint8)
    snapped[green == highest] = Ink.GREEN
    snapped[red == highest] = Ink.RED
    chroma, strength = highest - lowest, 255 - lowest
    snapped[chroma.astype(np.int32) * 255 < TRACE_CHROMA * strength.astype(np.int32)] = Ink.BLACK
    return snapped


def is_trace(inks: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Return the (H, W) mask of trace-line pixels."""
    return inks > Ink.BLACK


def inks_to_rgba(inks: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Draw inks as (H, W, 4) uint8: opaque pure colours on transparent white."""
    table = np.zeros((len(Ink), 4), np.uint8)
    table[Ink.NONE] = (255, 255, 255, 0)
    for ink, rgb in INK_RGB.items():
        table[ink] = (*rgb, 255)
    return table[inks]
