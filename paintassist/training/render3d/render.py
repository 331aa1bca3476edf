"""Model, pose and camera to the maps that are inked and painted."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.training.render3d import toon
from paintassist.training.render3d.camera import Camera
from paintassist.training.render3d.flatten import TRANSPARENT, texel_index
from paintassist.training.render3d.model import Model3D
from paintassist.training.render3d.motif import apply_motifs, stroke_lines
from paintassist.training.render3d.raster import Raster, plane_coefficients, rasterise
from paintassist.training.render3d.style import Style

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

_MARGIN = 12


def _texture_colour(model: Model3D, triangles: Ints, uv: Floats) -> Ints:
    """Palette index of textured fragments, `TRANSPARENT` in holes, (N,)."""
    result = np.full(len(triangles), TRANSPARENT, np.int64)
    which = model.textures[triangles]
    for number, labels in enumerate(model.labels):
        mine = np.flatnonzero(which == number)
        row, column = texel_index(uv[mine], labels.shape)
        result[mine] = labels[row, column]
    return result


def _planes(
    model: Model3D, triangles: Ints, pixels: Floats, inverse: Floats, values: Floats
) -> Floats:
    """Screen planes of value / depth, last column those of 1 / depth, (T, 3, K + 1)."""
    corners = model.triangles[triangles]
    weight = inverse[corners][:, :, None]
    stacked = np.concatenate([values[corners] * weight, weight], 2)
    # Single precision from here on: these planes are gathered for every pixel.
    return plane_coefficients(pixels[corners], stacked).astype(np.float32)


def _at(planes: Floats, owner: Ints, x: Floats, y: Floats) -> Floats:
    """Perspective-correct values at pixel positions, (N, K)."""
    flat = planes[owner]
    place = np.stack([x, y, np.ones_like(x)], 1).astype(np.float32)
    value = np.einsum("nck,nc->nk", flat, place)
    return np.asarray(value[:, :-1] / np.maximum(value[:, -1:], 1e-9))


def _rasterise(model: Model3D, pixels: Floats, inverse: Floats, size: int) -> Raster:
    masked = model.textures >= 0
    if not masked.any():
        return rasterise(pixels, inverse, model.triangles, size)
    textured = np.flatnonzero(masked)
    planes = _planes(model, textured, pixels, inverse, model.uv.astype(float))
    rank = np.zeros(len(masked), np.int64)
    rank[textured] = np.arange(len(textured))

    def keep(triangle: Ints, column: Ints, row: Ints) -> Bools:
        x, y = np.asarray(column + 0.5, float), np.asarray(row + 0.5, float)
        uv = _at(planes, rank[triangle], x, y)
        return np.asarray(_texture_colour(model, triangle, uv) != TRANSPARENT)

    # Decals lie on the face within rounding: pull them a little towards the eye.
    decal = np.zeros(len(inverse), bool)
    decal[model.triangles[textured]] = True
    lifted = np.where(decal, inverse * 1.002, inverse)
    return rasterise(pixels, lifted, model.triangles, size, keep, masked)


def _window(triangle: NDArray[np.int32], margin: int) -> tuple[slice, slice]:
    """The figure with a margin that keeps the background in one piece."""
    seen = triangle >= 0
    result = []
    for axis in (1, 0):
        hit = np.flatnonzero(seen.any(axis))
        low, high = (int(hit[0]), int(hit[-1])) if len(hit) else (0, 0)
        result.append(slice(max(low - margin, 0), min(high + margin + 1, len(triangle))))
    return result[0], result[1]


def wobble_map(size: int, amplitude: float, rng: np.random.Generator) -> tuple[Ints, Ints]:
    """Source row and column of each pixel under a smooth random displacement."""
    cells = int(rng.integers(8, 22))
    field = np.clip(rng.normal(0, 0.5, (2, cells, cells)), -1, 1) * (amplitude * size / 512)
    moves = [cv2.resize(part, (size, size), interpolation=cv2.INTER_CUBIC) for part in field]
    row, column = np.mgrid[:size, :size]
    return (
        np.clip(np.rint(row + moves[0]), 0, size - 1).astype(np.int64),
        np.clip(np.rint(column + moves[1]), 0, size - 1).astype(np.int64),
    )


def render(
    model: Model3D,
    posed: Floats,
    normals: Floats,
    camera: Camera,
    style: Style,
    noise: Floats,
    size: int,
    rng: np.random.Generator,
) -> toon.Scene:
    """Rasterise a posed model and look up everything that inking needs.

    Parameters
    ----------
    posed, normals : (V, 3)
        World positions and unit normals.
    noise : (V,)
        See `Style.noise`.
    rng
        Drives the wobble of this frame only.
    """
    pixels, inverse = camera.project(posed, size)
    raster = _rasterise(model, pixels, inverse, size)
    row, column = wobble_map(size, style.wobble, rng)
    window = _window(raster.triangle, _MARGIN + style.line.width)
    row, column = row[window], column[window]
    triangle = raster.triangle[row, column]
    shape = triangle.shape
    figure = np.flatnonzero(triangle >= 0)
    hit = triangle.ravel()[figure].astype(np.int64)
    used = np.zeros(len(model.triangles), bool)
    used[hit] = True
    visible = np.flatnonzero(used)
    rank = np.zeros(len(used), np.int64)
    rank[visible] = np.arange(len(visible))
    owner = rank[hit]
    lighting = _lighting(normals, camera, style, noise)
    values = np.concatenate([model.uv, lighting, model.vertices], 1)
    planes = _planes(model, visible, pixels, inverse, values)
    x, y = (np.asarray(part.ravel()[figure] + 0.5, float) for part in (column, row))
    sampled = _at(planes, owner, x, y)
    colour = model.colours[hit].astype(np.int64)
    textured = np.flatnonzero(colour < 0)
    colour[textured] = _texture_colour(model, hit[textured], sampled[textured, :2])
    colour[colour == TRANSPARENT] = 0
    colour, own_tones, strokes = apply_motifs(style.motifs, colour, sampled[:, 4:7])
    cut_right, cut_down = _depth_cuts(triangle, figure, planes, owner, x, y, style.depth_step)
    lit, shine = _maps(shape, figure, sampled[:, 2:4].T)
    if style.cast:
        lit = _cast(lit, raster.inverse_depth[row, column], style, size)
    tones = _tones(_put(shape, figure, colour, -1), lit, shine, style, textured, figure)
    fixed = own_tones >= 0
    tones.reshape(-1)[figure[fixed]] = own_tones[fixed]
    faces = model.triangles[visible]
    corners = posed[faces]
    face = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    face /= np.maximum(np.linalg.norm(face, axis=1, keepdims=True), 1e-12)
    surfaces = _put(shape, figure, model.parts[hit], -1)
    return toon.Scene(
        size=size,
        corner=(window[0].start, window[1].start),
        keys=_put(shape, figure, model.parts[hit].astype(np.int64) * 256 + colour + 1, 0),
        colours=_put(shape, figure, colour, -1),
        surfaces=surfaces,
        tones=tones,
        cut_right=cut_right,
        cut_down=cut_down,
        creases=_creases(shape, figure, face[owner], surfaces, style.crease_cosine)
        | stroke_lines(_maps(shape, figure, strokes[None] * 1e3)[0].astype(float), surfaces),
    )


def _put(
    shape: tuple[int, ...], where: Ints, values: NDArray[np.generic], empty: int
) -> NDArray[np.int32]:
    result = np.full(shape, empty, np.int32)
    result.reshape(-1)[where] = values
    return result


def _maps(shape: tuple[int, ...], where: Ints, rows: Floats) -> list[NDArray[np.float32]]:
    result = []
    for values in rows:
        flat = np.zeros(shape, np.float32)
        flat.reshape(-1)[where] = values
        result.append(flat)
    return result


def _lighting(normals: Floats, camera: Camera, style: Style, noise: Floats) -> Floats:
    """Diffuse and glossy term per vertex, roughened, (V, 2)."""
    light = camera.rotation.T @ style.light if style.light_follows_camera else style.light
    half = light - camera.rotation[2]
    half = half / max(float(np.linalg.norm(half)), 1e-9)
    return np.stack([normals @ light + noise, normals @ half + 0.35 * noise], 1)


def _cast(
    lit: NDArray[np.float32], inverse_depth: NDArray[np.float32], style: Style, size: int
) -> NDArray[np.float32]:
    """Darken what lies behind a nearer part, a little away from the light (hair on a face)."""
    reach = max(2, round(style.cast * size))
    shift = -1 if style.light[0] > 0 else 1
    depth = 1.0 / np.maximum(inverse_depth, 1e-6)
    dark = np.zeros(lit.shape, bool)
    for step in (reach, reach // 2):
        dy, dx = step, shift * step // 2
        moved = np.roll(depth, (dy, dx), (0, 1))
        gap = depth - moved
        dark |= (gap > 0.02) & (gap < 0.25) & (inverse_depth > 0)
    return np.where(dark, np.minimum(lit, style.shadow_below - 0.05), lit).astype(np.float32)


def _tones(
    colours: NDArray[np.int32],
    lit: NDArray[np.float32],
    shine: NDArray[np.float32],
    style: Style,
    textured: Ints,
    figure: Ints,
) -> NDArray[np.uint8]:
    index = np.maximum(colours, 0)
    tones = np.zeros(colours.shape, np.uint8)
    shaded = style.shaded[index]
    tones[(lit < style.shadow_below) & shaded] = toon.SHADOW
    tones[(lit < style.second_below) & shaded] = toon.SECOND
    tones[(shine > style.highlight_above) & style.glossy[index] & (tones == 0)] = toon.HIGHLIGHT
    # Eyes and mouths are drawn, not lit.
    tones.reshape(-1)[figure[textured]] = toon.BASE
    tones[colours < 0] = toon.BASE
    return np.asarray(cv2.medianBlur(tones, 5))


def _depth_cuts(
    triangle: NDArray[np.int32],
    figure: Ints,
    planes: Floats,
    owner: Ints,
    x: Floats,
    y: Floats,
    step: float,
) -> tuple[Bools, Bools]:
    """Neighbours of which neither continues the other's plane, in depth, (H, W) bool each."""
    flat = np.ascontiguousarray(planes[:, :, -1])[owner]
    here = flat[:, 0] * x + flat[:, 1] * y + flat[:, 2]
    inverse, gx, gy = _maps(triangle.shape, figure, np.stack([here, flat[:, 0], flat[:, 1]]))
    seen = triangle >= 0
    cuts = []
    for axis, gradient in ((1, gx), (0, gy)):
        near, far = (slice(None), slice(None, -1)), (slice(None), slice(1, None))
        if axis == 0:
            near, far = near[::-1], far[::-1]
        both = seen[near] & seen[far]
        z_near, z_far = (1 / np.maximum(inverse[part], 1e-6) for part in (near, far))
        ahead = 1 / np.maximum(inverse[near] + gradient[near], 1e-6)
        back = 1 / np.maximum(inverse[far] - gradient[far], 1e-6)
        jump = np.minimum(
            np.minimum(np.abs(ahead - z_far), np.abs(back - z_near)), np.abs(z_near - z_far)
        )
        cut = np.zeros(triangle.shape, bool)
        cut[near] = both & (jump > step)
        cuts.append(cut)
    return cuts[0], cuts[1]


def _creases(
    shape: tuple[int, ...], figure: Ints, faces: Floats, surfaces: NDArray[np.int32], cosine: float
) -> Bools:
    """Sharp bends of one surface, (H, W) bool."""
    result = np.zeros(shape, bool)
    if cosine < -1:
        return result
    normal = np.stack(_maps(shape, figure, faces.T), -1)
    for near, far in (
        ((slice(None), slice(None, -1)), (slice(None), slice(1, None))),
        ((slice(None, -1), slice(None)), (slice(1, None), slice(None))),
    ):
        same = (surfaces[near] == surfaces[far]) & (surfaces[near] >= 0)
        bend = np.abs((normal[near] * normal[far]).sum(-1)) < cosine
        result[near] |= same & bend
    return result
