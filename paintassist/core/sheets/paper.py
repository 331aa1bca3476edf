"""What of a sheet is paper, what is drawn on it, and what are only thin strokes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.palette import pack_colors, unpack_colors

Mask = NDArray[np.bool_]

# Paper differs from itself by up to this much a channel: scans, compression, soft edges.
PAPER_TOLERANCE = 24
# Straight strokes of at least this share of the sheet's longer side are rules of a frame or a
# table, or call-out lines.
RULE_SHARE = 0.05
SHORTEST_RULE = 60
# Lines, letters and call-outs are thinner than this share of the sheet's longer side.
STROKE_SHARE = 1 / 400
THINNEST_STROKE = 3
# A mesh of call-out lines is at least this long, has straight sides (deviation in pixels), and
# so much paper this near to it; a small one, which may be a sleeve, is nearly all in paper.
SHORTEST_MESH = 20
LARGE_MESH = 60
STRAIGHT = 1.5
NEAR = 5
MESH_PAPER, SMALL_MESH_PAPER = 0.25, 0.7
SHORTEST_CALL_OUT = 40


@dataclass(frozen=True, eq=False)
class Sheet:
    """A sheet's pixels and what is known of them at first sight.

    Attributes
    ----------
    rgb : (H, W, 3) uint8
        Transparent pixels have the colour of the paper.
    paper : (H, W) bool
        Pixels of the paper's colour, inside drawings too.
    ink : (H, W) bool
        All others.
    reach : int
        Half the width in pixels that strokes stay below.
    """

    rgb: NDArray[np.uint8]
    paper: Mask
    ink: Mask
    reach: int


def look_at(rgba: NDArray[np.uint8]) -> Sheet:
    """Tell paper from ink.

    Parameters
    ----------
    rgba : (H, W, 4) uint8
        Straight alpha. Where anything is transparent, that is the paper; else the most
        frequent colour on the rim is.
    """
    height, width = rgba.shape[:2]
    clear = rgba[..., 3] < 128
    rgb = np.ascontiguousarray(rgba[..., :3])
    if clear.any():
        rgb[clear] = 255
        paper = clear
    else:
        color = paper_color(rgba)
        paper = within(rgb, color, PAPER_TOLERANCE)
    reach = max(THINNEST_STROKE, round(max(height, width) * STROKE_SHARE))
    return Sheet(rgb, paper, ~paper, reach)


def paper_color(rgba: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return (3,) uint8: the most frequent colour on the rim of an opaque (H, W, 4) picture."""
    rim = np.concatenate([rgba[0], rgba[-1], rgba[:, 0], rgba[:, -1]])
    values, counts = np.unique(pack_colors(rim), return_counts=True)
    return unpack_colors(values[counts.argmax()])[:3]


def within(rgb: NDArray[np.uint8], color: NDArray[np.uint8], tolerance: int) -> Mask:
    """Return where no channel of (H, W, 3) is more than `tolerance` from a (3,) colour."""
    channels = cv2.split(cv2.absdiff(rgb, np.broadcast_to(color, rgb.shape).copy()))
    return np.asarray(reduce(cv2.max, channels)) <= tolerance


def opened(mask: Mask, radius: int) -> Mask:
    """Return a mask without what a disc of this radius does not fit into."""
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
    # The world beyond the rim is as the rim: a drawing that is cut off there goes on.
    padded = np.pad(mask.astype(np.uint8), 2 * radius, mode="edge")
    result = cv2.morphologyEx(padded, cv2.MORPH_OPEN, disc)
    inner = slice(2 * radius, -2 * radius)
    return result[inner, inner] > 0


def rules(sheet: Sheet) -> Mask:
    """Return the long straight thin strokes: frames, tables, level call-out lines."""
    height, width = sheet.ink.shape
    length = max(SHORTEST_RULE, round(max(height, width) * RULE_SHARE))
    thin = (sheet.ink & ~opened(sheet.ink, sheet.reach)).astype(np.uint8)
    level = cv2.morphologyEx(thin, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    upright = cv2.morphologyEx(thin, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))
    return (np.asarray(level) > 0) | (np.asarray(upright) > 0)


def filled(mask: Mask, most: int) -> Mask:
    """Return a mask with its holes: what the rim does not reach around it.

    Meshes between straight lines that stand on paper, as call-outs make, stay open.

    Parameters
    ----------
    mask : (H, W) bool
    most : int
        Holes of more pixels stay open.
    """
    around = np.pad((~mask).astype(np.uint8), 1, constant_values=1)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(around, connectivity=4)
    outside = labels == labels[0, 0]
    hole = np.zeros(count, np.bool_)
    for index in range(1, count):
        left, top, width, height, area = stats[index]
        if index == labels[0, 0] or area > most:
            continue
        room = np.s_[
            max(top - NEAR, 0) : top + height + NEAR, max(left - NEAR, 0) : left + width + NEAR
        ]
        hole[index] = max(width, height) < SHORTEST_MESH or not _is_mesh(
            labels[room] == index, outside[room]
        )
    return mask | hole[labels[1:-1, 1:-1]]


def _is_mesh(hole: Mask, outside: Mask) -> bool:
    """Tell a mesh of call-out lines from a white area of a drawing."""
    found, _ = cv2.findContours(hole.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    outline = max(found, key=len)
    corners = cv2.approxPolyDP(outline, STRAIGHT, True)[:, 0].astype(np.float64)
    sides = np.hypot(*(np.roll(corners, -1, axis=0) - corners).T)
    longest = max(outline[:, 0].max(axis=0) - outline[:, 0].min(axis=0))
    is_small = longest < LARGE_MESH
    if sides[sides >= (LARGE_MESH / 5 if is_small else LARGE_MESH / 2)].sum() < sides.sum() / 2:
        return False
    kernel = np.ones((2 * NEAR + 1, 2 * NEAR + 1), np.uint8)
    ring = (cv2.dilate(hole.astype(np.uint8), kernel) > 0) & ~hole
    return bool(outside[ring].mean() > (SMALL_MESH_PAPER if is_small else MESH_PAPER))


def straight_strokes(strokes: Mask) -> Mask:
    """Return the straight ones of thin strokes, a little wider than they are."""
    picture = strokes.astype(np.uint8)
    lines = cv2.HoughLinesP(
        picture * 255, 1, np.pi / 360, 30, minLineLength=SHORTEST_CALL_OUT, maxLineGap=3
    )
    found = np.zeros_like(picture)
    for ends in np.asarray(lines).reshape(-1, 4).astype(int) if lines is not None else ():
        cv2.line(found, (int(ends[0]), int(ends[1])), (int(ends[2]), int(ends[3])), 1, 5)
    return found > 0


def grown(seed: Mask, inside: Mask, steps: int) -> Mask:
    """Return `seed` grown by some pixels, never out of `inside`."""
    kernel = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
    result, limit = seed.astype(np.uint8), inside.astype(np.uint8)
    for _ in range(steps):
        result = np.asarray(cv2.dilate(result, kernel), np.uint8) & limit
    return result > 0
