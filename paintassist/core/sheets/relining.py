"""Lines and areas found anew in a painted drawing, blended edges included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.label_maps import renumber
from paintassist.core.lines import Ink
from paintassist.core.palette import pack_colors
from paintassist.core.references import (
    SOFT_TOLERANCE,
    areas_of_one_color,
    has_body,
    is_soft,
    lines_in_painting,
)
from paintassist.core.segments import Segments, segments_from_labels

BLACK = (0, 0, 0)
# Figures are smaller than frames: fewer specks tell that their edges are blended.
SOFT_SPECKS = 60
# Dark strokes up to this wide are lines; wider ones are paint.
WIDEST_LINE = 9
# Paint this near to the line's colour hides lines on it.
LEAST_CONTRAST = 40
# Blended pixels this near to an area belong to it; further away they are line.
BLEND_REACH = 3


@dataclass(frozen=True)
class LineReading:
    """How lines are told from paint.

    Attributes
    ----------
    color : (int, int, int)
        What the lines are drawn in.
    threshold : int
        Percent of a pixel that a line covers, from which on it is line; 1..99. Lower closes
        more, higher keeps thin areas apart.
    """

    color: tuple[int, int, int] = BLACK
    threshold: int = 50


def line_coverage(
    painting: NDArray[np.uint8], color: tuple[int, int, int] = BLACK
) -> NDArray[np.float32]:
    """Return how much of each pixel a thin stroke of the line's colour covers.

    The paint beside a stroke is what a grey-scale closing of the distance to the line's
    colour leaves: there thin strokes are gone. A pixel's share of the way from that paint to
    the line's colour is its coverage.

    Parameters
    ----------
    painting : (H, W, 4) uint8
        Straight alpha; transparent counts as white.
    color : (int, int, int)

    Returns
    -------
    (H, W) float32
        0..1
    """
    rgb = painting[..., :3].astype(np.int16)
    rgb[painting[..., 3] < 128] = 255
    away = np.abs(rgb - np.array(color, np.int16)).max(axis=2).astype(np.uint8)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (WIDEST_LINE, WIDEST_LINE))
    beside = cv2.morphologyEx(away, cv2.MORPH_CLOSE, disc).astype(np.float32)
    covered = (beside - away) / np.maximum(beside, 1)
    return np.where(beside >= LEAST_CONTRAST, covered, 0).astype(np.float32)


def find_lines(painting: NDArray[np.uint8], reading: LineReading) -> NDArray[np.uint8]:
    """Return the (H, W) uint8 inks of a painting: `Ink.BLACK` on lines."""
    line = line_coverage(painting, reading.color) * 100 >= reading.threshold
    return np.where(line, np.uint8(Ink.BLACK), np.uint8(Ink.NONE))


def segment_figure(
    painting: NDArray[np.uint8],
    reading: LineReading,
    swatches: Sequence[tuple[int, int, int]] = (),
) -> tuple[Segments, bool]:
    """Segment a painted drawing of a sheet: areas of one colour between its lines.

    A flat drawing with black lines is read exactly. In any other, areas are what is exactly
    of one colour; the blended pixels between go to the nearest area, or are line.

    Parameters
    ----------
    painting : (H, W, 4) uint8
    reading : LineReading
    swatches : sequence of (red, green, blue)
        Areas of these colours count, however thin.

    Returns
    -------
    segments : Segments
    soft : bool
        Whether the drawing has blended edges.
    """
    exact = lines_in_painting(painting)
    labels = areas_of_one_color(painting, exact, 0)
    soft = is_soft(labels, SOFT_SPECKS)
    if reading == LineReading() and not soft:
        return segments_from_labels(renumber(labels), exact), False
    inks = find_lines(painting, reading)
    if reading.color == BLACK:
        # Black strokes stay lines, however high the threshold.
        inks |= exact
    if soft:
        return _segment_soft(painting, inks, swatches), True
    labels = areas_of_one_color(painting, inks, 0)
    return segments_from_labels(renumber(labels), inks), False


def meant_colors(
    painting: NDArray[np.uint8], swatches: Sequence[tuple[int, int, int]] = ()
) -> NDArray[np.uint32]:
    """Return (C,) uint32: the packed colours, ascending, that are no blends of neighbours.

    Of an (H, W, 4) painting those of swatches, and those that fill a square of 3 x 3 pixels;
    along a straight soft edge a blend is as long as the edge, but thin.
    """
    codes = pack_colors(painting)
    solid = np.ones((codes.shape[0] - 2, codes.shape[1] - 2), np.bool_)
    inner = codes[1:-1, 1:-1]
    for dy in range(3):
        for dx in range(3):
            solid &= codes[dy : dy + solid.shape[0], dx : dx + solid.shape[1]] == inner
    told = np.array([(*color, 255) for color in swatches], np.uint8).reshape(-1, 4)
    return np.unique(np.concatenate([np.unique(inner[solid]), pack_colors(told)]))


def pure_pixels(
    painting: NDArray[np.uint8], swatches: Sequence[tuple[int, int, int]] = ()
) -> NDArray[np.bool_]:
    """Return (H, W) bool: the pixels of meant colours, in squares of 2 x 2 at least."""
    codes = pack_colors(painting)
    corner = codes[:-1, :-1]
    square = (corner == codes[1:, :-1]) & (corner == codes[:-1, 1:]) & (corner == codes[1:, 1:])
    square &= np.isin(corner, meant_colors(painting, swatches))
    pure = np.zeros(codes.shape, np.bool_)
    for part in (np.s_[:-1, :-1], np.s_[1:, :-1], np.s_[:-1, 1:], np.s_[1:, 1:]):
        pure[part] |= square
    return pure


def _segment_soft(
    painting: NDArray[np.uint8],
    inks: NDArray[np.uint8],
    swatches: Sequence[tuple[int, int, int]],
) -> Segments:
    areas = areas_of_one_color(painting, np.zeros_like(inks), 0)
    pure = pure_pixels(painting, swatches) & (inks == Ink.NONE)
    if pure.sum() < 0.3 * (inks == Ink.NONE).sum():
        # Compressed: hardly a pixel is exactly its neighbour's colour.
        areas = areas_of_one_color(painting, inks, SOFT_TOLERANCE)
        pure = has_body(areas)[areas]
    nearest, distance = _nearest(pure)
    codes = pack_colors(painting)
    if not pure.any():
        return segments_from_labels(np.zeros(inks.shape, np.int32), inks)
    # Pixels of one colour and its blends: areas again, 4-connected between the lines.
    of_area = areas.ravel()[nearest]
    values, first = np.unique(areas.ravel(), return_index=True)
    color_of = np.zeros(int(values.max()) + 1, np.uint32)
    color_of[values] = codes.ravel()[_pure_pixel(areas, pure, values, first)]
    _, kinds = np.unique(color_of[of_area], return_inverse=True)
    kind = (kinds.reshape(inks.shape) + 1).astype(np.int32)
    kind[(inks != Ink.NONE) | (distance > BLEND_REACH)] = 0
    labels = _connected(kind)
    has_pure = np.zeros(int(labels.max(initial=0)) + 1, np.bool_)
    has_pure[labels[pure]] = True
    labels = np.where(has_pure[labels], labels, 0).astype(np.int32)
    inks = np.where(labels == 0, np.uint8(Ink.BLACK), np.uint8(Ink.NONE))
    return segments_from_labels(renumber(labels), inks)


def _pure_pixel(
    areas: NDArray[np.int32],
    pure: NDArray[np.bool_],
    values: NDArray[np.int32],
    first: NDArray[np.int64],
) -> NDArray[np.int64]:
    """Return the flat index of a pixel of each area, a pure one where it has any."""
    table = np.zeros(int(values.max()) + 1, np.int64)
    table[values] = first
    pixels = np.flatnonzero(pure)
    table[areas.ravel()[pixels[::-1]]] = pixels[::-1]
    return table[values]


def _nearest(pure: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return for each pixel the flat index of the nearest pure one, and how far it is."""
    if not pure.any():
        shape = pure.shape
        return np.zeros(shape, np.int64), np.full(shape, np.inf, np.float32)
    distance, labels = cv2.distanceTransformWithLabels(
        (~pure).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    table = np.zeros(int(labels.max()) + 1, np.int64)
    pixels = np.flatnonzero(pure)
    table[labels.ravel()[pixels]] = pixels
    return table[labels], np.asarray(distance, np.float32)


def _connected(kinds: NDArray[np.int32]) -> NDArray[np.int32]:
    """Label 4-connected pixels of one kind; kind 0 stays 0."""
    height, width = kinds.shape
    grid = np.zeros((2 * height - 1, 2 * width - 1), np.uint8)
    grid[::2, ::2] = kinds > 0
    grid[::2, 1::2] = (kinds[:, :-1] == kinds[:, 1:]) & (kinds[:, 1:] > 0)
    grid[1::2, ::2] = (kinds[:-1] == kinds[1:]) & (kinds[1:] > 0)
    _, labels = cv2.connectedComponents(grid, connectivity=4, ltype=cv2.CV_32S)
    return np.ascontiguousarray(labels[::2, ::2], dtype=np.int32)
