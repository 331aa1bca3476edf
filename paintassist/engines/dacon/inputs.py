"""What the compact model looks at: the drawing, each segment's surroundings, and geometry.

Everything here is numpy and OpenCV and runs once a frame. A frame is given to the network as

- a *picture* of the whole drawing, cropped to it, lines kept visible when shrunk;
- one *patch* a segment: the segment and the lines around it, at the segment's own scale;
- one row of *geometry* a segment, and for each pair of segments how they lie to each other.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.bands import bands
from paintassist.core.lines import Ink
from paintassist.core.segments import Segments
from paintassist.engines.dacon.blocks import Axis, read_bands
from paintassist.engines.dacon.patches import INKS, patches
from paintassist.engines.placing import Window, drawing_window, places

PICTURE_CHANNELS = 7
GEOMETRY_WIDTH = 40
PAIR_WIDTH = 7
# Waves that write a position, in turns over the window.
FREQUENCIES = (1.0, 2.0, 4.0, 8.0)


@dataclass(frozen=True, eq=False)
class CompactInputs:
    """One frame as the compact model sees it.

    Attributes
    ----------
    picture : (PICTURE_CHANNELS, S, S) float32
    patches : (N, PATCH_CHANNELS, PATCH_SIDE, PATCH_SIDE) float32, 0..1
    geometry : (N, GEOMETRY_WIDTH) float32
    place : (N, 4) float32
        x, y in -1..1 of the window, log side of the box, log root area.
    edges : (E, 3) int64
        Neighbours and their common border, see `Segments.adjacency`.
    cells, owners : (P,) int64
        The pairs (cell of the feature map, row of the segment) that touch ...
    weights : (P,) float32
        ... and their share of the segment, summing to 1 per segment.
    """

    picture: NDArray[np.float32]
    patches: NDArray[np.float32]
    geometry: NDArray[np.float32]
    place: NDArray[np.float32]
    edges: NDArray[np.int64]
    cells: NDArray[np.int64]
    owners: NDArray[np.int64]
    weights: NDArray[np.float32]

    def border_shares(self, rows: NDArray[np.int64] | None = None) -> NDArray[np.float32]:
        """Return which share of its border each segment has in common with which.

        Parameters
        ----------
        rows : (M,) int64, optional
            The segments (id - 1) to look at; all by default.

        Returns
        -------
        (M, M) float32
        """
        count = len(self.place)
        rows = np.arange(count) if rows is None else rows
        slot = np.full(count, -1)
        slot[rows] = np.arange(len(rows))
        one, other = slot[self.edges[:, 0] - 1], slot[self.edges[:, 1] - 1]
        both = (one >= 0) & (other >= 0)
        shared = np.zeros((len(rows), len(rows)), np.float32)
        shared[one[both], other[both]] = self.edges[both, 2]
        shared[other[both], one[both]] = self.edges[both, 2]
        return shared / np.maximum(shared.sum(axis=1, keepdims=True), 1)


def compact_inputs(segments: Segments, side: int, stride: int) -> CompactInputs:
    """Prepare a frame for a picture of `side` pixels whose feature map is `stride` coarser."""
    window = drawing_window(segments)
    cells, owners, weights = touching_cells(segments, window, side // stride)
    place = places(segments, window)
    return CompactInputs(
        picture=picture(segments, window, side),
        patches=patches(segments),
        geometry=geometry(segments, place),
        place=place,
        edges=segments.adjacency,
        cells=cells,
        owners=owners,
        weights=weights,
    )


def picture(segments: Segments, window: Window, side: int) -> NDArray[np.float32]:
    """Draw the inks, the distance to the nearest line, and x and y.

    Returns
    -------
    (PICTURE_CHANNELS, side, side) float32
        A line stays as dark as it was however much it is shrunk.
    """
    scale = side / window.side
    result = np.empty((PICTURE_CHANNELS, side, side), np.float32)
    for channel, ink in enumerate(INKS):
        result[channel] = _shrink(segments.inks, ink, window, side, scale)
    lines = result[: len(INKS)].max(axis=0)
    bare = (lines < 0.35).astype(np.uint8)
    distance = cv2.distanceTransform(bare, cv2.DIST_L2, 3)
    result[4] = np.log1p(distance) / 4
    axis = np.linspace(-1, 1, side, dtype=np.float32)
    result[5], result[6] = axis[None, :], axis[:, None]
    return result


def _shrink(
    inks: NDArray[np.uint8], ink: Ink, window: Window, side: int, scale: float
) -> NDArray[np.float32]:
    """Resample an ink's mask into the window; lines keep their darkness when shrunk."""
    height, width = inks.shape
    if scale < 1:
        # Averaging a one-pixel line over 1 / scale pixels fades it by `scale`.
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        narrow = _narrowed(inks, ink, size[0])
        small = np.asarray(cv2.resize(narrow, size, interpolation=cv2.INTER_AREA), np.float32)
        small /= scale
        shift = (-window.x * size[0] / width, -window.y * size[1] / height)
        warp = np.array([[1, 0, shift[0]], [0, 1, shift[1]]])
    else:
        small = (inks == ink).astype(np.float32)
        warp = np.array([[scale, 0, -window.x * scale], [0, scale, -window.y * scale]])
    drawn = cv2.warpAffine(small, warp, (side, side), flags=cv2.INTER_LINEAR)
    return np.minimum(drawn, 1)


def _narrowed(inks: NDArray[np.uint8], ink: Ink, width: int) -> NDArray[np.float32]:
    """Average an ink's mask across to (H, width) float32, without a mask of the whole image."""
    narrow = np.zeros((inks.shape[0], width), np.float32)
    for rows in bands(*inks.shape):
        mask = inks[rows] == ink
        if mask.any():
            size = (width, len(mask))
            narrow[rows] = cv2.resize(mask.astype(np.float32), size, interpolation=cv2.INTER_AREA)
    return narrow


def touching_cells(
    segments: Segments, window: Window, grid: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    """List which cells of a grid over the window each segment touches.

    Returns
    -------
    cells : (P,) int64
        Row-major index into the grid x grid map.
    owners : (P,) int64
        Row of the segment (id - 1). Every segment occurs.
    weights : (P,) float32
        Pixels of the segment in the cell over all its pixels.
    """
    height, width = segments.labels.shape
    step = window.side / grid
    columns = np.clip(((np.arange(width) + 0.5 - window.x) / step).astype(np.int64), 0, grid - 1)
    lines = np.clip(((np.arange(height) + 0.5 - window.y) / step).astype(np.int64), 0, grid - 1)
    across = Axis(np.flatnonzero(np.diff(columns, prepend=-1)), width)
    down = Axis(np.flatnonzero(np.diff(lines, prepend=-1)), height)
    keys, counts = [], []
    for band in read_bands(segments.labels, down, across):
        rows = slice(band.first, band.first + len(band.owner))
        row, column = np.nonzero(band.owner)
        place = lines[down.starts[rows]][row] * grid + columns[across.starts][column]
        keys.append(band.owner[row, column].astype(np.int64) * (grid * grid) + place)
        tall, wide = (down.ends - down.starts)[rows], across.ends - across.starts
        counts.append(tall[row] * wide[column])
        keys.append(band.label * (grid * grid) + lines[band.row] * grid + columns[band.start])
        counts.append(band.end - band.start)
    unique, inverse = np.unique(np.concatenate(keys), return_inverse=True)
    pixels = np.bincount(inverse, np.concatenate(counts), len(unique))
    owners, cells = unique // (grid * grid) - 1, unique % (grid * grid)
    weights = pixels / segments.area[owners + 1]
    return cells, owners, weights.astype(np.float32)


def neighbours(
    segments: Segments, size: NDArray[np.float32]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return each segment's number of neighbours and their border-weighted mean size, (N,)."""
    count = segments.count
    one, other, border = segments.borders()
    total = np.maximum(np.bincount(one, border, count), 1)
    mean = np.bincount(one, border * size[other], count) / total
    return np.bincount(one, minlength=count).astype(np.float64), mean


def geometry(segments: Segments, place: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return (N, GEOMETRY_WIDTH): size, shape, position, inks around, neighbours."""
    width, height = segments.size
    count = segments.count
    box = segments.bbox[1:].astype(np.float32)
    area = np.maximum(segments.area[1:], 1).astype(np.float32)
    fill = area / (box[:, 2] * box[:, 3])
    stretch = np.log2(box[:, 2] / box[:, 3]) / 3
    at_edge = np.stack(
        [
            box[:, 0] == 0,
            box[:, 1] == 0,
            box[:, 0] + box[:, 2] == width,
            box[:, 1] + box[:, 3] == height,
        ],
        axis=1,
    )
    back = np.arange(1, count + 1) == segments.background
    degree, mean_size = neighbours(segments, place[:, 3])
    waves = [
        wave(np.pi * frequency * place[:, axis])
        for axis in (0, 1)
        for frequency in FREQUENCIES
        for wave in (np.sin, np.cos)
    ]
    parts = [
        place,
        np.stack([fill, stretch, back, np.log1p(degree) / 2, mean_size], axis=1),
        at_edge,
        ink_shares(segments),
        np.stack(waves, axis=1),
        centre_offset(segments),
        np.ones((count, 2)) * min(1.0, count / 300),
    ]
    joined = np.concatenate(parts, axis=1, dtype=np.float32)
    return np.pad(joined, ((0, 0), (0, GEOMETRY_WIDTH - joined.shape[1])))


def centre_offset(segments: Segments) -> NDArray[np.float32]:
    """Return (N, 2): the centroid within the box, -1..1 on each axis."""
    box = segments.bbox[1:].astype(np.float64)
    inside = (segments.centroid[1:] + 0.5 - box[:, :2]) / box[:, 2:]
    return (inside * 2 - 1).astype(np.float32)


def ink_shares(segments: Segments) -> NDArray[np.float32]:
    """Return (N, 7): which inks line the segment's rim, and which trace inks it holds.

    The first four columns are the shares of black, red, blue and green among the line
    pixels that touch its open pixels; the last three are its own trace-line pixels over
    the root of its area.
    """
    count = segments.count + 1
    inks = segments.inks
    height, width = inks.shape
    drawn = np.flatnonzero(inks)
    ink, (row, column) = inks.ravel()[drawn], np.divmod(drawn, width)
    labels, touching = segments.labels.ravel(), np.zeros(count * len(Ink), np.int64)
    for inside, step in (
        (column > 0, -1),
        (column < width - 1, 1),
        (row > 0, -width),
        (row < height - 1, width),
    ):
        near, own = drawn[inside] + step, ink[inside]
        is_open = inks.ravel()[near] == Ink.NONE
        key = labels[near[is_open]].astype(np.int64) * len(Ink) + own[is_open]
        key = key[key >= len(Ink)]
        touching += np.bincount(key, minlength=len(touching))
    rim = touching.reshape(count, len(Ink))[1:, 1:].astype(np.float64)
    rim /= np.maximum(rim.sum(axis=1, keepdims=True), 1)
    trace = ink > Ink.BLACK
    key = labels[drawn[trace]].astype(np.int64) * len(Ink) + ink[trace]
    pixels = np.bincount(key, minlength=len(touching)).reshape(count, len(Ink))[1:, 2:]
    held = pixels / np.sqrt(np.maximum(segments.area[1:, None], 1))
    return np.concatenate([rim, np.minimum(held, 4) / 4], axis=1, dtype=np.float32)
