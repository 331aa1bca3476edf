"""Motion clips in canonical bones, read from GLB animations and BVH, 12 frames a second."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.training.render3d.bones import BONES, PARENT, map_bones
from paintassist.training.render3d.bvh import read_bvh
from paintassist.training.render3d.gltf import (
    Gltf,
    compose,
    matrix_to_quaternion,
    node_transform,
    quaternions_to_matrices,
    read_gltf,
    rest_world,
    world_transforms,
)
from paintassist.training.render3d.skeleton import (
    Skeleton,
    build_skeleton,
    canonical_axes,
    limb_directions,
)

Floats = NDArray[np.float64]

RATE = 12.0
_LONGEST = 150


@dataclass(frozen=True)
class Motion:
    """One movement.

    Attributes
    ----------
    name : str
    rotations : (F, B, 4) float64
        World rotation since rest of every canonical bone, xyzw.
    hips : (F, 3) float64
        Movement of the hips since rest, in hip heights.
    directions : (B, 3) float64
        Rest directions of the source's limbs, see `skeleton.alignment`.
    """

    name: str
    rotations: Floats
    hips: Floats
    directions: Floats

    def __len__(self) -> int:
        return len(self.rotations)

    def liveliness(self) -> float:
        """Largest rotation away from the first frame, over bones and frames, radians."""
        cosine = np.abs((self.rotations * self.rotations[:1]).sum(-1))
        return float(2 * np.arccos(np.clip(cosine, 0, 1)).max())


def _motion(name: str, skeleton: Skeleton, world: Floats, positions: Floats) -> Motion:
    """From world rotations since rest (F, J, 3, 3) and hip positions (F, 3)."""
    axes = canonical_axes(skeleton)
    count = len(world)
    rotations = np.tile(np.eye(3), (count, len(BONES), 1, 1))
    for bone in range(len(BONES)):
        found = np.flatnonzero(skeleton.bones == bone)
        if len(found):
            rotations[:, bone] = axes @ world[:, found[0]] @ axes.T
        elif PARENT[bone] >= 0:
            rotations[:, bone] = rotations[:, PARENT[bone]]
    rest = skeleton.rest @ axes.T
    hips = rest[np.flatnonzero(skeleton.bones == 0)[0]]
    height = max(float(hips[1] - rest[:, 1].min()), 1e-6)
    directions = limb_directions(skeleton) @ axes.T
    moves = (positions @ axes.T - hips) / height
    # BVH roots start anywhere on the floor, and only their height means something.
    moves[:, [0, 2]] -= moves[:1, [0, 2]]
    if moves[:, 1].min() > 0.3:
        moves[:, 1] -= np.percentile(moves[:, 1], 90)
    return Motion(name, matrix_to_quaternion(rotations), moves, directions)


def read_motions(path: Path) -> list[Motion]:
    """All clips of a GLB or BVH file.

    Raises
    ------
    FileNotFoundError, ValueError
        The file is missing, unreadable, or holds no rig that we can map.
    """
    try:
        return _from_bvh(path) if path.suffix.lower() == ".bvh" else _from_gltf(path)
    except ValueError as error:
        if str(path) in str(error):
            raise
        raise ValueError(f"{path}: {error}.") from error


def _from_bvh(path: Path) -> list[Motion]:
    bvh = read_bvh(path)
    rest = np.zeros_like(bvh.offsets)
    for joint, parent in enumerate(bvh.parents):
        rest[joint] = bvh.offsets[joint] + (rest[parent] if parent >= 0 else 0.0)
    skeleton, order = build_skeleton(bvh.names, bvh.parents, rest, map_bones(bvh.names))
    step = max(1.0 / (RATE * bvh.frame_time), 1.0)
    frames = np.arange(0, len(bvh.root), step).astype(int)
    motions = []
    for part, start in enumerate(range(0, len(frames), _LONGEST)):
        chosen = frames[start : start + _LONGEST]
        if len(chosen) >= 4:
            motions.append(
                _motion(
                    f"{path.stem}#{part}",
                    skeleton,
                    bvh.rotations[chosen][:, order],
                    bvh.root[chosen],
                )
            )
    return motions


def _bind_world(gltf: Gltf) -> Floats:
    """World matrices at rest: the bind pose of skin joints, the file's pose elsewhere."""
    world = rest_world(gltf)
    for skin in gltf.items("skins"):
        if "inverseBindMatrices" in skin:
            inverse = gltf.accessor(skin["inverseBindMatrices"]).astype(float)
            bind = np.linalg.inv(inverse.reshape(-1, 4, 4).transpose(0, 2, 1))
            world[skin["joints"]] = bind
    return world


def _rotation_part(world: Floats) -> Floats:
    """Rotation of (..., 4, 4) matrices without their scale."""
    linear = world[..., :3, :3]
    return np.asarray(linear / np.maximum(np.linalg.norm(linear, axis=-2, keepdims=True), 1e-9))


def _sample(times: Floats, keys: Floats, values: Floats) -> Floats:
    """Linear interpolation of (K, C) values at `times`; quaternion signs made continuous."""
    if values.shape[1] == 4 and len(values) > 1:
        flips = np.cumprod(np.sign((values[1:] * values[:-1]).sum(1) + 1e-12))
        values = values.copy()
        values[1:] *= flips[:, None]
    return np.stack([np.interp(times, keys, column) for column in values.T], 1)


def _from_gltf(path: Path) -> list[Motion]:
    gltf = read_gltf(path)
    nodes = gltf.items("nodes")
    names = [str(node.get("name", index)) for index, node in enumerate(nodes)]
    joints = {joint for skin in gltf.items("skins") for joint in skin["joints"]}
    mapped = map_bones(
        [name if index in joints or not joints else "" for index, name in enumerate(names)]
    )
    bind = _bind_world(gltf)
    skeleton, order = build_skeleton(names, gltf.parents(), bind[:, :3, 3], mapped)
    bind_turn = _rotation_part(bind)
    motions = []
    for number, animation in enumerate(gltf.items("animations")):
        world = _animated(gltf, animation)
        if len(world) < 2:
            continue
        turns = _rotation_part(world) @ bind_turn.transpose(0, 2, 1)
        hips = world[:, mapped.index(0), :3, 3] if 0 in mapped else world[:, 0, :3, 3]
        name = f"{path.stem}#{animation.get('name', number)}"
        motions.append(_motion(name, skeleton, turns[:, order], hips))
    return motions


def _animated(gltf: Gltf, animation: dict[str, object]) -> Floats:
    """World matrices of every node at `RATE`, (F, N, 4, 4)."""
    samplers = animation["samplers"]
    channels = animation["channels"]
    if not isinstance(samplers, list) or not isinstance(channels, list):
        raise ValueError("an animation has no channels")
    keys = [np.asarray(gltf.accessor(sampler["input"]), float) for sampler in samplers]
    end = max(float(key[-1]) for key in keys)
    times = np.arange(0, min(end, _LONGEST / RATE) + 1e-6, 1 / RATE)
    parts = [node_transform(node) for node in gltf.items("nodes")]
    tracks = {
        kind: [np.tile(part[slot], (len(times), 1)) for part in parts]
        for slot, kind in enumerate(("translation", "rotation", "scale"))
    }
    for channel in channels:
        target, sampler = channel["target"], samplers[channel["sampler"]]
        if target.get("path") not in tracks or "node" not in target:
            continue
        values = np.asarray(gltf.accessor(sampler["output"]), float)
        if sampler.get("interpolation") == "CUBICSPLINE":
            values = values.reshape(-1, 3, values.shape[1])[:, 1]
        tracks[target["path"]][target["node"]] = _sample(times, keys[channel["sampler"]], values)
    local = np.stack(
        [compose(*(tracks[kind][node] for kind in tracks)) for node in range(len(parts))], 1
    )
    return world_transforms(gltf, local)


def pose_matrices(motion: Motion, frame: float) -> tuple[Floats, Floats]:
    """Bone rotations (B, 3, 3) and hip movement (3,) at a fractional frame."""
    low = int(np.clip(np.floor(frame), 0, len(motion) - 1))
    high = min(low + 1, len(motion) - 1)
    share = float(np.clip(frame - low, 0.0, 1.0))
    first, second = motion.rotations[low], motion.rotations[high]
    signs = np.where((first * second).sum(-1, keepdims=True) < 0, -1.0, 1.0)
    mixed = first * (1 - share) + second * signs * share
    hips = motion.hips[low] * (1 - share) + motion.hips[high] * share
    return quaternions_to_matrices(mixed), hips
