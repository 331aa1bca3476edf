"""Figures: the drawings of a sheet, parted from swatches, words and call-out lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.sheets.paper import (
    Mask,
    Sheet,
    filled,
    grown,
    opened,
    rules,
    straight_strokes,
)
from paintassist.core.sheets.swatches import Box, Swatch

# A figure's longer side is at least this share of the sheet's, its area this share of a square
# of that side.
SMALLEST_SHARE = 0.07
LEAST_AREA = 0.002
# Paper inside a figure (a white shirt) is at most this share of the sheet.
LARGEST_HOLE = 0.06
# Drawings have paint of several colours; a letter has one.
LEAST_COLORS = 3
LEAST_PAINT = 0.08
# Pieces nearer than this many strokes' widths belong together, if drawn lines join them.
JOINING_STROKES = 4
# What was cut off with the strokes (tips of hair) grows back by this many strokes' widths.
TIP_STROKES = 5
# Of two boxes, one that lies inside the other by this share is a part of it.
INSIDE_SHARE = 0.7
MARGIN_SHARE = 0.04


class View(StrEnum):
    """From where a figure is seen, as far as the painter told."""

    UNTOLD = ""
    FRONT = "front"
    SIDE = "side"
    BACK = "back"
    FACE = "face"


@dataclass(frozen=True)
class Figure:
    """One drawing of a sheet, and how it is used.

    Attributes
    ----------
    box : Box
        The rectangle of the sheet in which it lies.
    view : View
    on : bool
        Whether it is a reference at all.
    mirrored : bool
        Whether its mirror image is one, too.
    """

    box: Box
    view: View = View.UNTOLD
    on: bool = True
    mirrored: bool = False


def find_figures(sheet: Sheet, swatches: Iterable[Swatch]) -> tuple[list[Figure], Mask]:
    """Find the figures of a sheet.

    Parameters
    ----------
    sheet : Sheet
    swatches : iterable of Swatch

    Returns
    -------
    figures : list of Figure
        From left to right, rows from top to bottom.
    drawn : (H, W) bool
        What belongs to drawings: no swatches, words, rules, nor call-outs away from them.
    """
    height, width = sheet.ink.shape
    ink = sheet.ink & ~rules(sheet)
    for swatch in swatches:
        left, top, right, bottom = padded(swatch.box, sheet.reach, (height, width))
        ink[top:bottom, left:right] = False
    solid = filled(ink, round(LARGEST_HOLE * height * width))
    bodies = opened(solid, sheet.reach)
    solid &= ~straight_strokes(solid & ~bodies) | bodies
    joined = grown(bodies, solid, JOINING_STROKES * sheet.reach)
    count, label_map, stats, _ = cv2.connectedComponentsWithStats(
        joined.astype(np.uint8), connectivity=8
    )
    labels = np.asarray(label_map, np.int32)
    kept = [
        index
        for index in range(1, count)
        if _is_figure(sheet, labels, np.asarray(stats[index], np.int32), index, max(height, width))
    ]
    is_kept = np.zeros(count, np.bool_)
    is_kept[kept] = True
    boxes = _merged([_box(np.asarray(stats[index])) for index in kept])
    inside = np.zeros((height, width), np.bool_)
    for left, top, right, bottom in boxes:
        inside[top:bottom, left:right] = True
    # Small pieces between the large ones (a lock, a hand) are drawn as well, if they are bodies.
    drawn = is_kept[labels] | (joined & inside)
    drawn = grown(drawn, solid, TIP_STROKES * sheet.reach)
    return [Figure(_grown_box(drawn, box)) for box in _in_reading_order(boxes)], drawn


def padded(box: Box, margin: int, shape: tuple[int, ...]) -> Box:
    """Return a box grown on all sides, inside a picture of a shape."""
    left, top, right, bottom = box
    return (
        max(left - margin, 0),
        max(top - margin, 0),
        min(right + margin, shape[1]),
        min(bottom + margin, shape[0]),
    )


def _is_figure(
    sheet: Sheet, labels: NDArray[np.int32], stats: NDArray[np.int32], index: int, side: int
) -> bool:
    left, top, right, bottom = _box(stats)
    longer = max(right - left, bottom - top)
    if longer < SMALLEST_SHARE * side or stats[cv2.CC_STAT_AREA] < LEAST_AREA * side * side:
        return False
    here = labels[top:bottom, left:right] == index
    paint = here & opened(sheet.ink[top:bottom, left:right], 2)
    if paint.sum() < LEAST_PAINT * here.sum():
        return False
    coarse = sheet.rgb[top:bottom, left:right][paint] >> 4
    codes = coarse.astype(np.int32) @ np.array([256, 16, 1])
    counts = np.bincount(codes, minlength=4096)
    return int((counts >= max(8, 0.004 * paint.sum())).sum()) >= LEAST_COLORS


def _merged(boxes: list[Box]) -> list[Box]:
    """Join boxes of which one lies in the other."""
    boxes = sorted(boxes, key=_area, reverse=True)
    result: list[Box] = []
    for box in boxes:
        for index, other in enumerate(result):
            shared = (
                max(box[0], other[0]),
                max(box[1], other[1]),
                min(box[2], other[2]),
                min(box[3], other[3]),
            )
            if _area(shared) >= INSIDE_SHARE * _area(box):
                result[index] = (
                    min(box[0], other[0]),
                    min(box[1], other[1]),
                    max(box[2], other[2]),
                    max(box[3], other[3]),
                )
                break
        else:
            result.append(box)
    return result


def _grown_box(drawn: Mask, box: Box) -> Box:
    """Return a box with what grew back of its drawing and a margin."""
    left, top, right, bottom = box
    margin = max(4, round(MARGIN_SHARE * max(right - left, bottom - top)))
    wide = padded(box, margin, drawn.shape)
    ys, xs = np.nonzero(drawn[wide[1] : wide[3], wide[0] : wide[2]])
    if len(xs) == 0:
        return wide
    tight = (
        wide[0] + int(xs.min()),
        wide[1] + int(ys.min()),
        wide[0] + int(xs.max()) + 1,
        wide[1] + int(ys.max()) + 1,
    )
    return padded(tight, margin // 2, drawn.shape)


def _in_reading_order(boxes: list[Box]) -> list[Box]:
    """Sort from left to right; a box wholly below another row comes later."""
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: box[1]):
        for row in rows:
            overlap = min(box[3], row[0][3]) - max(box[1], row[0][1])
            if overlap > 0.3 * min(box[3] - box[1], row[0][3] - row[0][1]):
                row.append(box)
                break
        else:
            rows.append([box])
    return [box for row in rows for box in sorted(row)]


def _area(box: Box) -> int:
    return max(box[2] - box[0], 0) * max(box[3] - box[1], 0)


def _box(stats: NDArray[np.int32]) -> Box:
    left, top = int(stats[cv2.CC_STAT_LEFT]), int(stats[cv2.CC_STAT_TOP])
    return left, top, left + int(stats[cv2.CC_STAT_WIDTH]), top + int(stats[cv2.CC_STAT_HEIGHT])
