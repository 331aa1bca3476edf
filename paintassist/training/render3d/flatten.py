"""From textures and gradients to one flat colour an area, the way cels are painted."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bytes = NDArray[np.uint8]
Ints = NDArray[np.int64]

TRANSPARENT = 255
# Interior points of a triangle at which its texture is looked at; the first is the middle.
_PROBES = np.array(
    [[1, 1, 1], [4, 1, 1], [1, 4, 1], [1, 1, 4], [2, 2, 1], [1, 2, 2], [2, 1, 2]], float
)
_PROBES /= _PROBES.sum(1, keepdims=True)


def linear_to_srgb(linear: Floats) -> Floats:
    """Linear 0..1 to sRGB 0..255."""
    curve = np.where(
        linear <= 0.0031308, linear * 12.92, 1.055 * np.maximum(linear, 1e-9) ** (1 / 2.4) - 0.055
    )
    return np.asarray(np.clip(curve, 0, 1) * 255)


def to_lab(colours: Floats) -> Floats:
    """(N, 3) RGB 0..255 to CIE Lab with L in 0..100."""
    pixels = (np.asarray(colours, np.float32) / 255.0).reshape(-1, 1, 3)
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB).reshape(-1, 3), float)


def texel_index(uv: Floats, shape: tuple[int, ...]) -> tuple[Ints, Ints]:
    """Row and column of the nearest texel, wrapping around."""
    height, width = shape[:2]
    column = np.floor(np.mod(uv[..., 0], 1.0) * width).astype(np.int64)
    row = np.floor(np.mod(uv[..., 1], 1.0) * height).astype(np.int64)
    return np.minimum(row, height - 1), np.minimum(column, width - 1)


def dominant_colours(
    colours: Floats, weights: Floats, distance: float, least_share: float
) -> tuple[Floats, Ints]:
    """Greedy palette: the heaviest colour first, near ones join it, rare ones join the nearest.

    Parameters
    ----------
    colours : (N, 3)
        RGB 0..255.
    weights : (N,)
        Area of each.
    distance : float
        Lab distance within which two colours are one.
    least_share : float
        A colour of less than this share of all the weight founds no entry of its own.

    Returns
    -------
    palette : (P, 3), labels : (N,)
    """
    coded = (colours // 4).astype(np.int64) @ np.array([1 << 12, 1 << 6, 1])
    _, first, inverse = np.unique(coded, return_index=True, return_inverse=True)
    inverse = inverse.reshape(-1)
    mass = np.bincount(inverse, weights)
    candidates = np.asarray(colours, float)[first]
    lab = to_lab(candidates)
    free = np.ones(len(candidates), bool)
    chosen: list[int] = []
    for index in np.argsort(-mass):
        if not free[index]:
            continue
        near = free & (np.linalg.norm(lab - lab[index], axis=1) < distance)
        if chosen and mass[near].sum() < least_share * mass.sum():
            continue
        free &= ~near
        chosen.append(int(index))
    gaps = np.linalg.norm(lab[:, None] - lab[chosen][None], axis=2)
    return candidates[chosen], gaps.argmin(1)[inverse]


def probe_texture(uv: Floats, texture: Bytes) -> Floats:
    """Colours (T, 7, 4) at interior points of triangles with corner uv (T, 3, 2)."""
    points = np.einsum("pc,tck->tpk", _PROBES, uv)
    row, column = texel_index(points, texture.shape)
    return np.asarray(texture[row, column], float)


def disagreement(probes: Floats, areas: Floats) -> tuple[float, float]:
    """How textured triangles are: share of area with clearly / slightly mixed colours."""
    rgb = probes[:, :, :3]
    spread = np.abs(rgb - np.median(rgb, axis=1, keepdims=True)).max(2)
    mixed = (spread > 40).mean(1)
    slight = (spread > 2).mean(1)
    total = max(float(areas.sum()), 1e-12)
    return float((mixed * areas).sum() / total), float((slight * areas).sum() / total)


def label_texture(texture: Bytes, uv: Floats, distance: float = 14.0) -> tuple[Bytes, Floats]:
    """Snap a texture to its dominant colours.

    Parameters
    ----------
    texture : (H, W, 4) uint8
    uv : (T, 3, 2)
        Corners of the triangles that use it; only what they cover counts.

    Returns
    -------
    labels : (H, W) uint8
        Index into the palette, `TRANSPARENT` where alpha is below one half.
    palette : (P, 3)
    """
    height, width = texture.shape[:2]
    used = np.zeros((height, width), np.uint8)
    # Triangles wrap as a whole: a corner at exactly 1 stays at the far edge.
    corners = (uv - np.floor(uv.min(1, keepdims=True) + 1e-6)) * (width, height) - 0.5
    for triangle in np.round(corners).astype(np.int32):
        cv2.fillConvexPoly(used, triangle, 1)
    opaque = texture[:, :, 3] >= 128
    seen = opaque & (used > 0)
    labels = np.full((height, width), TRANSPARENT, np.uint8)
    if not seen.any():
        return labels, np.zeros((0, 3))
    rgb = np.asarray(texture[:, :, :3], float)
    palette, _ = dominant_colours(rgb[seen], np.ones(int(seen.sum())), distance, 0.02)
    gaps = np.linalg.norm(to_lab(rgb[opaque])[:, None] - to_lab(palette)[None], axis=2)
    labels[opaque] = gaps.argmin(1)
    return labels, palette


def average_per_group(colours: Floats, areas: Floats, groups: Ints) -> Floats:
    """Replace each triangle's colour by the area-weighted mean of its group, (T, 3)."""
    total = np.maximum(np.bincount(groups, areas), 1e-12)
    means = np.stack([np.bincount(groups, colours[:, c] * areas) / total for c in range(3)], 1)
    return np.asarray(means[groups])
