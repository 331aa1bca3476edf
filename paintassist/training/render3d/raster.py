"""Z-buffer rasteriser in numpy: triangles to spans, spans to fragments, one winner a pixel.

Spans keep the work proportional to covered pixels (bounding boxes would test about twice
as many), and one `maximum.at` on packed (1/z, triangle) keys resolves all depths at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
KeepFragments = Callable[[Ints, Ints, Ints], NDArray[np.bool_]]

NOTHING = -1


@dataclass(frozen=True)
class Raster:
    """What is in front, per pixel.

    Attributes
    ----------
    triangle : (H, W) int32
        Index of the visible triangle, -1 = background.
    inverse_depth : (H, W) float32
        1 / distance along the view axis, 0 = background.
    """

    triangle: NDArray[np.int32]
    inverse_depth: NDArray[np.float32]


def _expand(counts: Ints) -> tuple[Ints, Ints]:
    """For counts [2, 3]: owners [0, 0, 1, 1, 1] and offsets [0, 1, 0, 1, 2]."""
    owners = np.repeat(np.arange(len(counts)), counts)
    starts = np.cumsum(counts) - counts
    return owners, np.arange(len(owners)) - starts[owners]


def plane_coefficients(points: Floats, values: Floats) -> Floats:
    """Planes value = gx * x + gy * y + g0 through three points.

    Parameters
    ----------
    points : (T, 3, 2)
        Screen positions of the corners.
    values : (T, 3, K)
        Values at the corners.

    Returns
    -------
    (T, 3, K)
        gx, gy, g0; zero gradients where the triangle has no area.
    """
    a, b = points[:, 1] - points[:, 0], points[:, 2] - points[:, 0]
    area = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    inverse = np.where(np.abs(area) > 1e-9, 1.0 / np.where(area == 0, 1.0, area), 0.0)[:, None]
    u, v = values[:, 1] - values[:, 0], values[:, 2] - values[:, 0]
    gx = (u * b[:, 1:2] - v * a[:, 1:2]) * inverse
    gy = (v * a[:, 0:1] - u * b[:, 0:1]) * inverse
    g0 = values[:, 0] - gx * points[:, 0, 0:1] - gy * points[:, 0, 1:2]
    return np.stack([gx, gy, g0], 1)


def _spans(points: Floats, size: int) -> tuple[Ints, Ints, Ints, Ints]:
    """Triangle, row, first column and length of every covered pixel run."""
    low, high = points[:, :, 1].min(1), points[:, :, 1].max(1)
    first = np.clip(np.ceil(low - 0.5), 0, size).astype(np.int64)
    last = np.clip(np.ceil(high - 0.5), 0, size).astype(np.int64)
    owner, offset = _expand(np.maximum(last - first, 0))
    row = first[owner] + offset
    y = row + 0.5
    left = np.full(len(owner), -1e9)
    right = np.full(len(owner), 1e9)
    for corner in range(3):
        start, end = points[:, corner], points[:, (corner + 1) % 3]
        # The run between the edges crossed by this row: each crossing is an end of it.
        dy = end[:, 1] - start[:, 1]
        slope = (end[:, 0] - start[:, 0]) / np.where(dy == 0, 1.0, dy)
        lower = np.minimum(start[:, 1], end[:, 1])[owner]
        upper = np.maximum(start[:, 1], end[:, 1])[owner]
        crossed = (y >= lower) & (y < upper)
        x = start[owner, 0] + (y - start[owner, 1]) * slope[owner]
        right = np.where(crossed, np.where(right > 1e8, x, np.maximum(right, x)), right)
        left = np.where(crossed, np.where(left < -1e8, x, np.minimum(left, x)), left)
    begin = np.clip(np.ceil(left - 0.5), 0, size).astype(np.int64)
    stop = np.clip(np.ceil(right - 0.5), 0, size).astype(np.int64)
    length = np.where((left > -1e8) & (right < 1e8), stop - begin, 0)
    keep = length > 0
    return owner[keep], row[keep], begin[keep], length[keep]


def rasterise(
    points: Floats,
    inverse_depth: Floats,
    triangles: NDArray[np.int32],
    size: int,
    keep: KeepFragments | None = None,
    masked: NDArray[np.bool_] | None = None,
) -> Raster:
    """Draw triangles on a square canvas; pixel centres are at +0.5.

    Parameters
    ----------
    points : (V, 2)
        Screen positions in pixels, x right, y down.
    inverse_depth : (V,)
        1 / view distance; triangles with a corner <= 0 (behind the camera) are dropped.
    triangles : (T, 3)
    keep : callable, optional
        Gets triangle, column and row of the fragments of `masked` triangles, says which stay.
    masked : (T,) bool, optional
        Triangles with holes (alpha test).
    """
    corners = points[triangles]
    inverse = inverse_depth[triangles]
    inside = (inverse > 0).all(1) & (corners.max(1) > 0).all(1) & (corners.min(1) < size).all(1)
    alive = np.flatnonzero(inside)
    corners, inverse = corners[alive], inverse[alive]
    owner, row, begin, length = _spans(corners, size)
    planes = plane_coefficients(corners, inverse[:, :, None])[:, :, 0]
    depth_start = (
        planes[owner, 0] * (begin + 0.5) + planes[owner, 1] * (row + 0.5) + planes[owner, 2]
    )
    step = planes[owner, 0]
    span, offset = _expand(length)
    depth = (depth_start[span] + step[span] * offset).astype(np.float32)
    np.maximum(depth, 1e-9, out=depth)
    pixel = (row * size + begin)[span] + offset
    triangle = alive[owner][span]
    if masked is not None and keep is not None and masked.any():
        holes = masked[triangle]
        tested = np.flatnonzero(holes)
        passed = keep(triangle[tested], pixel[tested] % size, pixel[tested] // size)
        holes[tested[passed]] = False
        kept = ~holes
        depth, pixel, triangle = depth[kept], pixel[kept], triangle[kept]
    # Positive floats sort like their bit patterns, so (1/z, triangle) packs into one integer.
    key = (depth.view(np.int32).astype(np.int64) << 32) | triangle
    best = np.full(size * size, NOTHING, np.int64)
    np.maximum.at(best, pixel, key)
    hit = best >= 0
    index = np.where(hit, best & 0xFFFFFFFF, NOTHING).astype(np.int32)
    front = np.where(hit, best >> 32, 0).astype(np.int32).view(np.float32)
    return Raster(index.reshape(size, size), front.reshape(size, size))
