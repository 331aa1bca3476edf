"""Shading guides: pale areas that the animator filled in to say what is light and shadow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.shade import Shade

# What keeps a label map small has room for so many.
MOST_GUIDES = 190
# How far a pixel may be from a guide colour, in every channel.
TOLERANCE = 6
# In anti-aliased line art a guide holds a square of so many pixels: edges of trace lines have
# some of these colours, too, and hold none.
SOLID = 3
# Share of a segment's pixels that a guide has to cover.
COVERED = 0.5


@dataclass(frozen=True)
class GuideColor:
    """A colour that means light or shadow where line art is filled with it.

    Attributes
    ----------
    rgb : tuple of int
        0..255 each.
    shade : Shade
    part : str
        Which parts it speaks of ("hair"); empty for any.
    """

    rgb: tuple[int, int, int]
    shade: Shade
    part: str = ""


DEFAULT_GUIDES: tuple[GuideColor, ...] = (
    GuideColor((239, 238, 52), Shade.HIGHLIGHT, "hair"),
    GuideColor((255, 227, 185), Shade.HIGHLIGHT, "skin"),
    GuideColor((255, 245, 139), Shade.HIGHLIGHT),
    GuideColor((185, 137, 253), Shade.SHADOW, "hair"),
    GuideColor((255, 179, 196), Shade.SHADOW, "skin"),
    GuideColor((188, 201, 251), Shade.SHADOW),
)
"""Those of PaintBucket's annotated line art: yellows are highlights, blues and pinks shadows."""


def find_guides(
    rgba: NDArray[np.uint8], guides: Sequence[GuideColor], aliased: bool
) -> NDArray[np.uint8] | None:
    """Find the areas of line art that are filled with guide colours.

    Parameters
    ----------
    rgba : (H, W, 4) uint8
        Straight alpha.
    guides : sequence of GuideColor
        `MOST_GUIDES` at most.
    aliased : bool
        Whether the line art is; otherwise a guide has to be solid somewhere.

    Returns
    -------
    (H, W) uint8 or None
        Number of the guide colour + 1, 0 elsewhere; None if there are no guides.
    """
    if not guides:
        return None
    found = np.zeros(rgba.shape[:2], np.uint8)
    opaque = rgba[..., 3] == 255
    rgb = np.ascontiguousarray(rgba[..., :3])
    kernel = np.ones((SOLID, SOLID), np.uint8)
    for number, guide in enumerate(guides, start=1):
        low = tuple(max(0, value - TOLERANCE) for value in guide.rgb)
        high = tuple(min(255, value + TOLERANCE) for value in guide.rgb)
        mask = cv2.inRange(rgb, low, high)
        if not mask.any():
            continue
        mask[~opaque] = 0
        if aliased:
            found[mask > 0] = number
            continue
        solid = cv2.erode(mask, kernel, borderValue=0)
        if not solid.any():
            continue
        _, pieces = cv2.connectedComponents(mask, connectivity=8, ltype=cv2.CV_32S)
        kept = np.unique(pieces[solid > 0])
        found[np.isin(pieces, kept[kept > 0])] = number
    return found if found.any() else None


def without_guides(rgba: NDArray[np.uint8], found: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the line art with white paper where guides were found.

    Edge pixels between a guide and paper, a mix of both colours, become paper as well.

    Parameters
    ----------
    rgba : (H, W, 4) uint8
    found : (H, W) uint8
        Of `find_guides`.
    """
    clean = rgba.copy()
    clean[found > 0] = 255
    kernel = np.ones((3, 3), np.uint8)
    for number in np.unique(found[found > 0]).tolist():
        area = found == number
        rim = np.flatnonzero((cv2.dilate(area.view(np.uint8), kernel) > 0) & (found == 0))
        guide = rgba[area][0, :3].astype(np.float32)
        pixels = rgba.reshape(-1, 4)[rim, :3].astype(np.float32)
        towards = guide - 255
        share = ((pixels - 255) @ towards) / max(float(towards @ towards), 1.0)
        off = np.abs(pixels - 255 - share[:, None] * towards).max(axis=1)
        mixed = (share > 0) & (share < 1) & (off <= TOLERANCE)
        clean.reshape(-1, 4)[rim[mixed]] = 255
    return clean


def guides_of_segments(
    labels: NDArray[np.int32], paper: NDArray[np.bool_], found: NDArray[np.uint8], count: int
) -> NDArray[np.int16]:
    """Return which guide covers most of each segment.

    Parameters
    ----------
    labels : (H, W) int32, 0 = line
    paper : (H, W) bool
        Pixels without any line, trace lines included.
    found : (H, W) uint8
        Of `find_guides`.
    count : int
        N, the segments.

    Returns
    -------
    (N + 1,) int16
        Number of the guide + 1; 0 where none covers more than half; -1 without any paper.
    """
    label = labels[paper]
    width = int(found.max(initial=0)) + 1
    key = label.astype(np.int64) * width + found[paper]
    votes = np.bincount(key, minlength=(count + 1) * width).reshape(count + 1, width)
    area = votes.sum(axis=1)
    winner = votes.argmax(axis=1)
    covered = votes[np.arange(count + 1), winner] > COVERED * area
    best = np.where(covered, winner, 0).astype(np.int16)
    best[area == 0] = -1
    return best
