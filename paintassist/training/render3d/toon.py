"""From id maps to a drawn cel: cleaned regions, black lines, trace lines, flat paint."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.training.cel import BLACK, BLUE, GREEN, NO_INK, RED, Cel

Ints = NDArray[np.int32]
Bools = NDArray[np.bool_]
Bytes = NDArray[np.uint8]

BASE, SHADOW, HIGHLIGHT, SECOND = 0, 1, 2, 3
BY_TONE = 255
# Which tone of a pair owns the trace line between them: the one further from the base.
_RANK = np.array([0, 1, 3, 2], np.uint8)
_TRACE = np.array([NO_INK, BLUE, RED, GREEN], np.uint8)
_CROSS = np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]], np.uint8)


@dataclass(frozen=True)
class Scene:
    """What the renderer knows of every pixel.

    Attributes
    ----------
    size : int
        The canvas is a square of this size;
    corner : (row, column)
        the maps are the part of it that holds the figure, from here on.
    keys : (H, W) int32
        Identity of the surface and its colour; 0 = background.
    colours : (H, W) int32
        Palette index, -1 = background. A function of `keys`.
    surfaces : (H, W) int32
        Identity of the connected surface, whatever its colour; -1 = background.
    tones : (H, W) uint8
        `BASE`, `SHADOW`, `HIGHLIGHT` or `SECOND`.
    cut_right, cut_down : (H, W) bool
        The surface breaks (depth jump) between a pixel and its right / lower neighbour.
    creases : (H, W) bool
        Pixels of extra open lines.
    """

    size: int
    corner: tuple[int, int]
    keys: Ints
    colours: Ints
    surfaces: Ints
    tones: Bytes
    cut_right: Bools
    cut_down: Bools
    creases: Bools


@dataclass(frozen=True)
class LineStyle:
    """How one character is inked.

    Attributes
    ----------
    width, trace_width : int
        Pixels on a 512 px canvas.
    least_region, least_tone : int
        Smaller surfaces / tones are left out; pixels on a 512 px canvas.
    pattern_inks : (P,) uint8
        How a palette entry is set off from the rest of its surface: 0 = black, an ink class,
        or `BY_TONE` for blue, red or green by its brightness against the neighbour.
    """

    width: int
    trace_width: int
    least_region: int
    least_tone: int
    pattern_inks: Bytes


def components(
    labels: Ints, cut_right: Bools | None = None, cut_down: Bools | None = None
) -> tuple[Ints, NDArray[np.int64]]:
    """4-connected components of equal labels.

    A grid of twice the size has a bridge between neighbours that belong together, which
    lets OpenCV's binary labelling do the work.

    Returns
    -------
    (H, W) int32 component numbers from 1 on, and the area of each number.
    """
    height, width = labels.shape
    grid = np.zeros((2 * height, 2 * width), np.uint8)
    grid[::2, ::2] = 1
    right = labels[:, 1:] == labels[:, :-1]
    down = labels[1:] == labels[:-1]
    if cut_right is not None:
        right &= ~cut_right[:, :-1]
    if cut_down is not None:
        down &= ~cut_down[:-1]
    grid[::2, 1:-1:2] = right
    grid[1:-1:2, ::2] = down
    _, numbered = cv2.connectedComponents(grid, connectivity=4, ltype=cv2.CV_32S)
    result = np.asarray(numbered[::2, ::2], np.int32)
    return result, np.asarray(np.bincount(result.ravel()), np.int64)


def nearest_kept(keep: Bools) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Row and column of the nearest kept pixel, per pixel."""
    _, near = cv2.distanceTransformWithLabels(
        (~keep).astype(np.uint8), cv2.DIST_L1, 3, labelType=cv2.DIST_LABEL_PIXEL
    )
    flat = np.zeros(int(near.max()) + 1, np.int64)
    flat[near[keep]] = np.flatnonzero(keep)
    return np.divmod(flat[near], keep.shape[1])


def absorb(labels: Ints, numbers: Ints, areas: NDArray[np.int64], least: int) -> Ints:
    """Give the pixels of components under `least` pixels the label of the nearest large one."""
    keep = areas[numbers] >= least
    if keep.all() or not keep.any():
        return labels
    row, column = nearest_kept(keep)
    return np.asarray(labels[row, column])


def boundary(labels: Ints) -> tuple[Bools, Bools]:
    """Pixels that differ from the right / the lower neighbour, two (H, W) bool."""
    right = np.zeros(labels.shape, bool)
    down = np.zeros(labels.shape, bool)
    right[:, :-1] = labels[:, 1:] != labels[:, :-1]
    down[:-1] = labels[1:] != labels[:-1]
    return right, down


def thicken(right: Bools, down: Bools, width: int) -> Bools:
    """Pixels of a line of `width` along edges between pixels; closed for 4-neighbours."""
    line = right | down
    if width <= 1:
        return line
    line = line.copy()
    line[:, 1:] |= right[:, :-1]
    line[1:] |= down[:-1]
    if width > 2:
        span = width - 1
        kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (span, span))
        line = cv2.dilate(line.astype(np.uint8), kernel) > 0
    return line


def drop_short(mask: Bools, least: int) -> Bools:
    """Remove 8-connected specks of fewer than `least` pixels."""
    _, numbers, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    large = stats[:, cv2.CC_STAT_AREA] >= least
    large[0] = False
    return np.asarray(large[numbers])


def _pattern_edges(
    regions: Ints,
    surfaces: Ints,
    colours: Ints,
    pattern_inks: Bytes,
    brightness: NDArray[np.float64],
    right: Bools,
    down: Bools,
) -> Bytes:
    """Trace inks around patterns, on the pattern's side; takes their edges off the black ones.

    Returns
    -------
    (H, W) uint8
        Inks. `right` and `down` (see `boundary`) are changed in place.
    """
    inks = np.zeros(regions.size, np.uint8)
    surface, colour = surfaces.ravel(), colours.ravel()
    for step, edges in ((1, right), (regions.shape[1], down)):
        here = np.flatnonzero(edges)
        there = here + step
        # Of two patterns the later one lies on top.
        order = [
            np.where((colour[at] >= 0) & (pattern_inks[colour[at]] > 0), colour[at], -1)
            for at in (here, there)
        ]
        ours = (surface[here] == surface[there]) & (colour[here] != colour[there])
        ours &= (colour[here] >= 0) & (colour[there] >= 0) & (np.maximum(*order) >= 0)
        own = np.where(order[0] > order[1], here, there)[ours]
        other = (here + there)[ours] - own
        change = brightness[colour[own]] - brightness[colour[other]]
        by_tone = np.where(change < -25, BLUE, np.where(change > 25, RED, GREEN))
        wanted = pattern_inks[colour[own]]
        inks[own] = np.where(wanted == BY_TONE, by_tone, wanted)
        edges.ravel()[here[ours]] = False
    return inks.reshape(regions.shape)


def _pair(dy: int, dx: int) -> tuple[tuple[slice, slice], tuple[slice, slice]]:
    """Slices of all pixels with a neighbour at (dy, dx), and of those neighbours."""

    def cut(step: int) -> tuple[slice, slice]:
        if step > 0:
            return slice(None, -step), slice(step, None)
        if step < 0:
            return slice(-step, None), slice(None, step)
        return slice(None), slice(None)

    rows, columns = cut(dy), cut(dx)
    return (rows[0], columns[0]), (rows[1], columns[1])


def _tone_edges(regions: Ints, tones: Bytes, width: int) -> Bytes:
    """Trace inks on the owning side of tone changes within a region, (H, W) uint8."""
    rank = _RANK[tones]
    mark = np.zeros(regions.shape, bool)
    for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        here, there = _pair(dy, dx)
        mark[here] |= (regions[here] == regions[there]) & (rank[here] > rank[there])
    for _ in range(width - 1):
        for tone in (SHADOW, HIGHLIGHT, SECOND):
            own = tones == tone
            mark |= own & (cv2.dilate((mark & own).astype(np.uint8), _CROSS) > 0)
    return np.where(mark, _TRACE[tones], NO_INK).astype(np.uint8)


def _fill_specks(inks: Bytes, colours: Ints, least: int) -> None:
    """Ink over holes too small to be filled by hand, in place."""
    numbers, areas = components((inks != NO_INK).astype(np.int32))
    specks = (areas[numbers] < least) & (inks == NO_INK)
    if specks.any():
        touching = cv2.dilate((inks == BLACK).astype(np.uint8), _CROSS) > 0
        touching |= colours < 0
        around = cv2.dilate(inks, _CROSS)
        row, column = nearest_kept(inks != NO_INK)
        fill = np.where(touching, BLACK, np.where(around > 0, around, inks[row, column]))
        inks[specks] = fill[specks].astype(np.uint8)


def draw_cel(scene: Scene, table: Bytes, style: LineStyle) -> Cel:
    """Ink and paint a scene.

    Parameters
    ----------
    table : (P, 4, 3) uint8
        Colour of every palette entry in every tone.
    """
    zoom = scene.size / 512
    width = max(1, round(style.width * zoom))
    trace_width = max(1, round(style.trace_width * zoom))
    least = max(6, round(style.least_region * zoom * zoom))
    numbers, areas = components(scene.keys, scene.cut_right, scene.cut_down)
    index = np.arange(numbers.size, dtype=np.int32).reshape(numbers.shape)
    source = absorb(index, numbers, areas, least)
    regions, colours = numbers.ravel()[source], scene.colours.ravel()[source]
    surfaces = scene.surfaces.ravel()[source]
    tones = _clean_tones(
        regions,
        np.where(colours >= 0, scene.tones, BASE).astype(np.uint8),
        max(4, round(style.least_tone * zoom * zoom)),
    )
    tones[colours < 0] = BASE
    right, down = boundary(regions)
    inks = _tone_edges(regions, tones, trace_width)
    if style.pattern_inks.any():
        brightness = table[:, BASE].astype(float) @ np.array([0.3, 0.59, 0.11])
        pattern = _pattern_edges(
            regions, surfaces, colours, style.pattern_inks, brightness, right, down
        )
        inks = np.where(pattern > 0, pattern, inks)
    opened = drop_short(scene.cut_right | scene.cut_down | scene.creases, max(5, round(7 * zoom)))
    black = thicken(right | (scene.cut_right & opened), down | (scene.cut_down & opened), width)
    extra = scene.creases & opened & (colours >= 0)
    black |= thicken(extra, extra, max(1, width - 1)) & (colours >= 0)
    inks[black] = BLACK
    _fill_specks(inks, colours, max(4, round(5 * zoom * zoom)))
    return _on_canvas(scene, inks, _paint(inks, colours, tones, table))


def _clean_tones(regions: Ints, tones: Bytes, least: int) -> Bytes:
    """Merge tone specks into what surrounds them."""
    for _ in range(2):
        numbers, areas = components(regions * 4 + tones)
        tones = absorb(tones.astype(np.int32), numbers, areas, least).astype(np.uint8)
    return tones


def _paint(inks: Bytes, colours: Ints, tones: Bytes, table: Bytes) -> Bytes:
    opaque = np.full((len(table) + 1, 4, 4), 255, np.uint8)
    opaque[1:, :, :3] = table
    opaque[0, :, 3] = 0
    flat = opaque.reshape(-1, 4).view(np.uint32).reshape(-1)
    words = flat[(colours + 1) * 4 + tones]
    paint = words.view(np.uint8).reshape(*inks.shape, 4)
    paint[inks == BLACK] = (0, 0, 0, 255)
    return paint


def _on_canvas(scene: Scene, inks: Bytes, paint: Bytes) -> Cel:
    all_inks = np.zeros((scene.size, scene.size), np.uint8)
    all_paint = np.full((scene.size, scene.size, 4), (255, 255, 255, 0), np.uint8)
    top, left = scene.corner
    window = slice(top, top + inks.shape[0]), slice(left, left + inks.shape[1])
    all_inks[window], all_paint[window] = inks, paint
    return Cel(all_inks, all_paint)
