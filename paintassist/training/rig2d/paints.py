"""Exact colours and inks of a character, and the last steps from maps to a cel."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.training.cel import BLACK, BLUE, GREEN, NO_INK, RED, Cel

Mask = NDArray[np.uint8]
TONES = 4  # base, shadow, highlight, second shadow or pattern
BASE, SHADOW, LIGHT, EXTRA = range(TONES)


@dataclass(frozen=True)
class InkStyle:
    """How a character's lines are drawn; widths in pixels of a 512 px canvas.

    Attributes
    ----------
    width : main lines. rim : extra width of the silhouette. trace : width of trace lines.
    wobble : hand tremor in pixels. pressure : 0..1, share of the lines drawn thicker.
    sliver : regions smaller than this many pixels are inked over (0 = keep all).
    pools : corners between main lines narrower than this become black areas; 0 = none.
    """

    width: float = 2.0
    rim: float = 0.0
    trace: float = 1.0
    wobble: float = 0.6
    pressure: float = 0.0
    sliver: int = 0
    pools: float = 0.0


@dataclass(frozen=True)
class Paints:
    """Exact colours and trace inks of a character.

    Attributes
    ----------
    rgb : (P * 4, 3) uint8, row = material * 4 + tone; material 0 is the background.
    trace : (P * 4,) uint8, ink class that bounds the tone.
    """

    rgb: NDArray[np.uint8]
    trace: NDArray[np.uint8]

    def swapped(self) -> Paints:
        """The same paints with red and blue trace inks in each other's role."""
        other = np.array([NO_INK, BLACK, BLUE, RED, GREEN], np.uint8)
        return Paints(self.rgb, other[self.trace])


def pool_ink(ids: Mask, inks: Mask, dark: int, dry: Mask, span: int) -> None:
    """Turn the acute corners between black lines into black areas of their own, in place.

    A brush line is thick; traced as two thin lines it leaves black areas at joints and folds.

    Parameters
    ----------
    dark : id of the black paint. dry : (H, W) 0/1, where no ink may gather.
    span : corners narrower than this fill up, pixels.
    """
    lines = (inks == BLACK).view(np.uint8)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (span, span))
    filled = np.asarray(cv2.morphologyEx(lines, cv2.MORPH_CLOSE, disc), np.uint8)
    corners = filled & ~lines & ~dry & 1
    _, labels, stats, _ = cv2.connectedComponentsWithStats(corners, connectivity=4)
    area = stats[:, cv2.CC_STAT_AREA]
    fits = (area >= span) & (area <= 4 * span * span)
    fits[0] = False
    pool = fits[labels].view(np.uint8)
    around = np.asarray(cv2.dilate(pool, np.ones((3, 3), np.uint8)), np.uint8)
    inks[(around > 0) & (pool == 0) & (inks == NO_INK)] = BLACK
    inside = pool.view(bool)
    ids[inside] = dark
    inks[inside] = NO_INK


def close_leaks(ids: Mask, inks: Mask, paints: Paints) -> None:
    """Put an ink pixel between any two line-free neighbours of different paint, in place."""
    rgb = paints.rgb.astype(np.int32)
    key = (rgb[:, 0] << 16) | (rgb[:, 1] << 8) | rgb[:, 2]
    key[:TONES] = -1
    for axis in (0, 1):
        a = (slice(None, -1), slice(None)) if axis == 0 else (slice(None), slice(None, -1))
        b = (slice(1, None), slice(None)) if axis == 0 else (slice(None), slice(1, None))
        colour = key[ids]
        leak = (colour[a] != colour[b]) & (inks[a] == NO_INK) & (inks[b] == NO_INK)
        ys, xs = np.nonzero(leak)
        dy, dx = (1, 0) if axis == 0 else (0, 1)
        ia, ib = ids[ys, xs], ids[ys + dy, xs + dx]
        second = (ib % TONES != 0) | ((ia % TONES == 0) & (ia == 0))
        inner = (ia // TONES == ib // TONES) & (ia != ib)
        chosen = np.where(second, ib, ia)
        ink = np.where(inner, paints.trace[chosen], BLACK).astype(np.uint8)
        inks[ys + dy * second, xs + dx * second] = ink


def fill_slivers(ids: Mask, inks: Mask, paints: Paints, limit: int) -> None:
    """Ink over line-free regions smaller than `limit` pixels, in place."""
    free = (inks == NO_INK).view(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(free, connectivity=4)
    small = stats[:, cv2.CC_STAT_AREA] < limit
    small[0] = False
    where = small[labels]
    inked = ids[where]
    inks[where] = np.where(inked % TONES != BASE, paints.trace[inked], BLACK)


def to_cel(ids: Mask, inks: Mask, paints: Paints) -> Cel:
    """Colours from the table; black lines over them, background transparent."""
    table = np.zeros((len(paints.rgb), 4), np.uint8)
    table[:, :3] = paints.rgb
    table[:, 3] = 255
    table[:TONES] = (255, 255, 255, 0)
    paint = table[ids]
    paint[inks == BLACK] = (0, 0, 0, 255)
    return Cel(inks=inks, paint=paint)
