"""References: painted drawings whose segments lend their colours."""

from __future__ import annotations

from functools import reduce

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.label_maps import renumber
from paintassist.core.lines import Ink
from paintassist.core.palette import pack_colors, unpack_colors
from paintassist.core.runs import runs_of_all
from paintassist.core.segments import Segments, segments_from_labels

# A pixel of a painting with every channel at or below this may be a main line.
LINE_DARKNESS = 16
# A dark colour of fewer pixels is a blend.
LEAST_BLACK = 24
# Black areas that a disc of this diameter fits into are paint, not line.
WIDEST_LINE = 9
# A painting is not flat if most of its areas, and more than a few, are specks of this many
# pixels or less.
SPECK = 2
SOFT_SPECKS = 500
# Neighbours in a soft painting differ by up to this much a channel and are one colour still.
SOFT_TOLERANCE = 6


def segment_colors(segments: Segments, painting: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the most frequent colour of every segment, the smallest RGBA on a tie.

    Trace-line pixels count only where a segment has no others: paintings may show the
    lines over the paint.

    Parameters
    ----------
    segments : Segments
        Of the painting's line art.
    painting : (H, W, 4) uint8
        Straight alpha, same size as the label map.

    Returns
    -------
    (count + 1, 4) uint8
        Row 0 (the line) is transparent; so is every fully transparent colour.

    Raises
    ------
    ValueError
        If the sizes differ.
    """
    if painting.shape[:2] != segments.labels.shape:
        height, width = painting.shape[:2]
        want_width, want_height = segments.size
        raise ValueError(
            f"painting is {width} x {height} but its line art is {want_width} x {want_height}"
        )
    raw = np.ascontiguousarray(painting, np.uint8)
    bare = segments.inks == Ink.NONE
    start, length = runs_of_all(segments.labels, raw.view(np.uint32)[..., 0], bare)
    label, packed = segments.labels.ravel()[start], pack_colors(raw.reshape(-1, 4)[start])
    is_bare = bare.ravel()[start]
    chosen = np.zeros(segments.count + 1, np.uint32)
    seen = np.zeros(segments.count + 1, np.bool_)
    for counted in (is_bare, np.ones_like(is_bare)):
        ids, colors = _most_counted(label[counted], packed[counted], length[counted])
        new = ~seen[ids]
        chosen[ids[new]] = colors[new]
        seen[ids] = True
        if seen[1:].all():
            break
    return unpack_colors(chosen)


def most_frequent(
    labels: NDArray[np.int32], packed: NDArray[np.uint32]
) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
    """Return ids with at least one pixel and their most frequent packed colour."""
    start, length = runs_of_all(labels, packed)
    return _most_counted(labels.ravel()[start], packed.ravel()[start], length)


def _most_counted(
    labels: NDArray[np.int32], packed: NDArray[np.uint32], length: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
    """Do what `most_frequent` does with runs of so many pixels each."""
    key = (labels.astype(np.uint64) << np.uint64(32)) | packed
    unique, inverse = np.unique(key, return_inverse=True)
    counts = np.bincount(inverse, length)
    ids = (unique >> np.uint64(32)).astype(np.int64)
    keep = ids > 0
    unique, counts, ids = unique[keep], counts[keep], ids[keep]
    # `unique` ascends, so a stable sort by count leaves the smallest colour of a tie first.
    order = np.lexsort((-counts, ids))
    ids, unique = ids[order], unique[order]
    first = np.flatnonzero(np.diff(ids, prepend=-1))
    return ids[first], (unique[first] & np.uint64(0xFFFFFFFF)).astype(np.uint32)


def clear_background(
    segments: Segments, painting: NDArray[np.uint8], colors: NDArray[np.uint8]
) -> NDArray[np.uint8]:
    """Make the background of an opaque painting transparent.

    Paintings without any transparent pixel stand on paper: its colour is the most frequent
    one on the rim, and segments of that colour that reach the rim are background. The same
    colour inside the figure (the white of an eye) stays.

    Parameters
    ----------
    segments : Segments
    painting : (H, W, 4) uint8
    colors : (count + 1, 4) uint8
        From `segment_colors`.

    Returns
    -------
    (count + 1, 4) uint8
    """
    if not painting[..., 3].all():
        return colors
    rim = np.zeros(painting.shape[:2], np.bool_)
    rim[[0, -1]] = True
    rim[:, [0, -1]] = True
    values, counts = np.unique(pack_colors(painting[rim]), return_counts=True)
    at_rim = np.zeros(len(colors), np.bool_)
    at_rim[segments.labels[rim]] = True
    cleared = colors.copy()
    cleared[at_rim & (pack_colors(colors) == values[counts.argmax()])] = 0
    return cleared


def lines_in_painting(painting: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Find the main lines of a painting that came without its line art.

    Lines are the opaque, nearly black strokes; black areas wider than a line are paint.

    Parameters
    ----------
    painting : (H, W, 4) uint8

    Returns
    -------
    (H, W) uint8
        `Ink.BLACK` on lines, `Ink.NONE` elsewhere.
    """
    dark = (painting[..., :3].max(axis=2) <= LINE_DARKNESS) & (painting[..., 3] > 127)
    dark &= ~_black_paint(pack_colors(painting), dark)
    mask = dark.astype(np.uint8)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (WIDEST_LINE, WIDEST_LINE))
    areas = cv2.morphologyEx(mask, cv2.MORPH_OPEN, disc)
    # The rim of a black area stays line: it separates the area from its neighbours.
    areas = cv2.erode(areas, np.ones((3, 3), np.uint8))
    return np.where(dark & (areas == 0), np.uint8(Ink.BLACK), np.uint8(Ink.NONE))


def _black_paint(codes: NDArray[np.uint32], dark: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the dark pixels of other colours than the lines' that fill areas.

    Painters keep black paint a little lighter than lines, so that the two stay apart.
    """
    values, counts = np.unique(codes[dark], return_counts=True)
    paint = np.zeros(codes.shape, np.bool_)
    if len(values) < 2:
        return paint
    kernel = np.ones((3, 3), np.uint8)
    thin: list[int] = []
    solid: list[bool] = []
    for value, count in zip(values, counts, strict=True):
        if count < LEAST_BLACK:
            thin.append(0)
            solid.append(False)
            continue
        mask = (codes == value).astype(np.uint8)
        bodies = np.asarray(cv2.morphologyEx(mask, cv2.MORPH_OPEN, kernel)) > 0
        thin.append(int(count) - int(bodies.sum()))
        solid.append(bool(bodies.any()))
    line = int(np.argmax(thin))
    others = [value for index, value in enumerate(values) if solid[index] and index != line]
    return dark & np.isin(codes, others)


def segment_painting(painting: NDArray[np.uint8]) -> Segments:
    """Segment a painting without line art: same-coloured pixels between its lines.

    In an anti-aliased or compressed painting nearly every pixel along an edge has a colour of
    its own. There neighbours of nearly one colour belong together, and areas too thin for
    paint count as line.

    Parameters
    ----------
    painting : (H, W, 4) uint8

    Returns
    -------
    Segments
        4-connected areas of one colour each.
    """
    inks = lines_in_painting(painting)
    labels = areas_of_one_color(painting, inks, 0)
    if is_soft(labels):
        labels = areas_of_one_color(painting, inks, SOFT_TOLERANCE)
        labels = np.where(has_body(labels)[labels], labels, 0)
        inks[labels == 0] = Ink.BLACK
    return segments_from_labels(renumber(labels), inks)


def areas_of_one_color(
    painting: NDArray[np.uint8], inks: NDArray[np.uint8], tolerance: int
) -> NDArray[np.int32]:
    """Label 4-connected open pixels whose neighbours differ by at most `tolerance` a channel."""
    open_pixels = inks == Ink.NONE
    height, width = open_pixels.shape
    visible = painting * (painting[..., 3:] > 0)
    # Doubling the grid makes room for a wall between neighbours of unlike colour.
    grid = np.zeros((2 * height - 1, 2 * width - 1), np.uint8)
    grid[::2, ::2] = open_pixels
    for one, other, wall in (
        (np.s_[:, :-1], np.s_[:, 1:], np.s_[::2, 1::2]),
        (np.s_[:-1], np.s_[1:], np.s_[1::2, ::2]),
    ):
        if grid[wall].size == 0:
            continue
        channels = cv2.split(cv2.absdiff(visible[one], visible[other]))
        near = np.asarray(reduce(cv2.max, channels)) <= tolerance
        grid[wall] = near & open_pixels[one] & open_pixels[other]
    _, labels = cv2.connectedComponents(grid, connectivity=4, ltype=cv2.CV_32S)
    return np.ascontiguousarray(labels[::2, ::2], dtype=np.int32)


def is_soft(labels: NDArray[np.int32], least: int = SOFT_SPECKS) -> bool:
    """Tell by its many areas of a pixel or two, more than `least`, that it is not flat."""
    area = np.bincount(labels.ravel())[1:]
    specks = int((area <= SPECK).sum())
    return specks > least and 2 * specks > len(area)


def has_body(labels: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Tell per label whether a square of 3 x 3 pixels fits into its area."""
    height, width = labels.shape
    inner = labels[1:-1, 1:-1]
    solid = inner > 0
    for dy in range(3):
        for dx in range(3):
            solid &= labels[dy : height - 2 + dy, dx : width - 2 + dx] == inner
    body = np.zeros(int(labels.max(initial=0)) + 1, np.bool_)
    body[inner[solid]] = True
    return body
