"""Variants of a model's body: other proportions, things worn on the head or held."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from paintassist.training.render3d.bones import BONES, INDEX
from paintassist.training.render3d.held import hold
from paintassist.training.render3d.model import Model3D, head_vertices, smooth_normals
from paintassist.training.render3d.shapes import box, ellipsoid, frustum, tilt
from paintassist.training.render3d.skeleton import Skeleton, forward, skin
from paintassist.training.render3d.wardrobe import Wardrobe

Floats = NDArray[np.float64]


def reproportion(model: Model3D, rng: np.random.Generator) -> Model3D:
    """Longer or shorter limbs, a larger or smaller head, a broader or slimmer body."""
    scales = np.tile(np.eye(3), (len(BONES), 1, 1))
    radius = float(np.ptp(model.vertices[head_vertices(model)][:, 1])) if len(model.vertices) else 0
    # Human heads may grow to anime size, chibi heads are large already.
    head = rng.uniform(0.95, 1.5) if radius < 0.3 else rng.uniform(0.75, 1.05)
    leg, arm, trunk = rng.uniform(0.85, 1.2), rng.uniform(0.9, 1.12), rng.uniform(0.88, 1.1)
    thin = rng.uniform(0.85, 1.12)
    for bone, name in enumerate(BONES):
        if name == "head":
            scales[bone] *= head
        elif name.startswith(("upperleg", "lowerleg")):
            scales[bone] = np.diag([thin, leg, thin])
        elif name.startswith(("upperarm", "lowerarm")):
            scales[bone] = np.diag([arm, thin, thin])
        elif name in ("hips", "spine", "spine1", "chest"):
            scales[bone] = np.diag([thin, trunk, thin])
    skeleton = model.skeleton
    stretched, positions = forward(skeleton, scales, np.zeros(3))
    vertices, _ = skin(model.vertices, model.normals, model.joints, model.weights, skeleton,
                       stretched, positions)  # fmt: skip
    low, high = vertices[:, 1].min(), vertices[:, 1].max()
    scale, origin = 1.0 / max(float(high - low), 1e-9), np.array([0.0, low, 0.0])
    vertices = (vertices - origin) * scale
    rest = (positions - origin) * scale
    return replace(
        model,
        vertices=vertices,
        normals=smooth_normals(vertices, model.triangles),
        skeleton=Skeleton(skeleton.parents, rest, skeleton.bones),
    )


def _ears(wardrobe: Wardrobe) -> None:
    middle, half = wardrobe.head()
    size, lean = float(wardrobe.rng.uniform(0.3, 0.55)), float(wardrobe.rng.uniform(5, 35))
    outer, inner = wardrobe.hair(), wardrobe.new_colour()
    for side in (-1, 1):
        place = middle + half * (side * 0.6, 0.72, 0.0)
        cone = frustum(half[0] * size, 0.0, half[1] * size * 2)
        small = frustum(half[0] * size * 0.6, 0.0, half[1] * size * 1.5)
        wardrobe.bind(tilt(cone, 2, -side * lean), place, "head", outer)
        front = place + (0, half[1] * 0.06, half[0] * size * 0.5)
        wardrobe.bind(tilt(small, 2, -side * lean), front, "head", inner)


def _buns(wardrobe: Wardrobe) -> None:
    middle, half = wardrobe.head()
    size, height = wardrobe.rng.uniform(0.3, 0.6), wardrobe.rng.uniform(0.2, 0.9)
    colour = wardrobe.hair() if wardrobe.rng.random() < 0.7 else wardrobe.new_colour()
    tie = wardrobe.new_colour()
    for side in (-1, 1):
        place = middle + half * (side * 0.95, height, -0.2)
        wardrobe.bind(ellipsoid(half.mean() * size * np.ones(3)), place, "head", colour)
        tie_place = middle + half * (side * 0.8, height * 0.92, -0.2)
        wardrobe.bind(ellipsoid(half.mean() * size * np.array([0.5, 0.75, 0.75])), tie_place,
                      "head", tie)  # fmt: skip


def _tails(wardrobe: Wardrobe) -> None:
    middle, half = wardrobe.head()
    length, width = wardrobe.rng.uniform(0.8, 1.9), wardrobe.rng.uniform(0.15, 0.32)
    colour, tie = wardrobe.hair(), wardrobe.new_colour()
    out = wardrobe.rng.uniform(8, 30)
    for side in (-1, 1):
        root = middle + half * (side * 1.0, 0.45, -0.3)
        strand = ellipsoid(half[1] * np.array([width, length, width]))
        hung = tilt((strand[0] - (0, half[1] * length * 0.9, 0), strand[1]), 2, side * out)
        wardrobe.bind(hung, root, "head", colour)
        wardrobe.bind(ellipsoid(half[1] * width * np.array([1.1, 0.6, 1.1])), root, "head", tie)


def _bow(wardrobe: Wardrobe) -> None:
    middle, half = wardrobe.head()
    side, size = float(wardrobe.rng.choice([-0.6, 0.0, 0.6])), wardrobe.rng.uniform(0.4, 0.8)
    place = middle + half * (side, 0.95, wardrobe.rng.choice([-0.5, 0.2]))
    ribbon, knot = wardrobe.new_colour(), wardrobe.new_colour()
    for turn in (90, -90):
        wing = frustum(half[0] * 0.08, half[0] * size * 0.5, half[0] * size)
        wing = (wing[0] * (1, 1, 0.5), wing[1])
        wardrobe.bind(tilt(wing, 2, turn), place, "head", ribbon)
    wardrobe.bind(ellipsoid(half[0] * size * np.array([0.2, 0.25, 0.25])), place, "head", knot)


def _cap(wardrobe: Wardrobe) -> None:
    middle, half = wardrobe.head()
    crown, brim, band = (wardrobe.new_colour() for _ in range(3))
    top = middle + half * (0, 0.5, -0.06)
    turn = float(wardrobe.rng.choice([0, 0, 0, 180, 40]))
    wardrobe.bind(ellipsoid(half * (1.1, 0.72, 1.12)), top, "head", crown)
    wardrobe.bind(ellipsoid(half * (1.14, 0.13, 1.16)), top, "head", band)
    flat = ellipsoid(half * (0.95, 0.07, 0.9))
    moved = (flat[0] + half * (0, -0.02, 0.95), flat[1])
    wardrobe.bind(tilt(tilt(moved, 0, 8), 1, turn), top, "head", brim)


def _pack(wardrobe: Wardrobe) -> None:
    chest = wardrobe.model.skeleton.rest_of(INDEX["chest"])
    if chest is None:
        return
    model = wardrobe.model
    near = (np.abs(model.vertices - chest)[:, :2] < 0.08).all(1)
    back = float(model.vertices[near][:, 2].min()) if near.any() else float(chest[2]) - 0.08
    half = wardrobe.rng.uniform((0.06, 0.06, 0.025), (0.12, 0.13, 0.06))
    bag, flap = wardrobe.new_colour(), wardrobe.new_colour()
    place = np.array([chest[0], chest[1], back - half[2] * 0.8])
    wardrobe.bind(box(half), place, "chest", bag)
    wardrobe.bind(box(half * (1.04, 0.35, 1.08)), place + (0, half[1] * 0.7, 0), "chest", flap)


_ITEMS: tuple[Callable[[Wardrobe], None], ...] = (_ears, _buns, _tails, _bow, _cap, hold, hold,
                                                   _pack)  # fmt: skip


def dress(model: Model3D, rng: np.random.Generator) -> Model3D:
    """Put zero to two things on a model."""
    count = int(rng.choice([0, 1, 2], p=[0.35, 0.4, 0.25]))
    wardrobe = Wardrobe(model, rng)
    for item in rng.choice(len(_ITEMS), count, replace=False):
        _ITEMS[int(item)](wardrobe)
    return _joined(wardrobe) if wardrobe.pieces else model


def _joined(wardrobe: Wardrobe) -> Model3D:
    model, pieces = wardrobe.model, wardrobe.pieces
    starts = len(model.vertices) + np.cumsum([0, *(len(mesh[0]) for mesh, _, _ in pieces)])
    added = np.concatenate([mesh[0] for mesh, _, _ in pieces])
    sizes = [len(mesh[0]) for mesh, _, _ in pieces]
    counts = [len(mesh[1]) for mesh, _, _ in pieces]
    joints = np.zeros((len(added), 4), np.uint8)
    joints[:, 0] = np.repeat([joint for _, joint, _ in pieces], sizes)
    weights = np.zeros((len(added), 4))
    weights[:, 0] = 1.0
    triangles = np.concatenate([mesh[1] + start for (mesh, _, _), start
                                in zip(pieces, starts, strict=False)])  # fmt: skip
    numbers = int(model.parts.max()) + 1 + np.arange(len(pieces))
    vertices = np.concatenate([model.vertices, added])
    own = smooth_normals(added, (triangles - len(model.vertices)).astype(np.int32))
    none = np.full(len(triangles), -1, np.int32)
    return replace(
        model,
        vertices=vertices,
        normals=np.concatenate([model.normals, own]),
        joints=np.concatenate([model.joints, joints]),
        weights=np.concatenate([model.weights, weights]),
        uv=np.concatenate([model.uv, np.zeros((len(added), 2), np.float32)]),
        triangles=np.concatenate([model.triangles, triangles]).astype(np.int32),
        parts=np.concatenate([model.parts, np.repeat(numbers, counts)]).astype(np.int32),
        colours=np.concatenate(
            [model.colours, np.repeat([colour for _, _, colour in pieces], counts)]
        ).astype(np.int32),
        textures=np.concatenate([model.textures, none]),
        palette=np.concatenate(
            [model.palette, wardrobe.rng.integers(30, 226, (wardrobe.fresh, 3))]
        ).astype(np.uint8),
        skin_tones=np.concatenate([model.skin_tones, np.zeros(wardrobe.fresh, bool)]),
    )
