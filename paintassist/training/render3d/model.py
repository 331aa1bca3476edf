"""A rigged character as flat arrays: what is skinned, rasterised and packed."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from paintassist.training.render3d import flatten
from paintassist.training.render3d.bones import INDEX, map_bones
from paintassist.training.render3d.gltf import Gltf, read_gltf, rest_world
from paintassist.training.render3d.skeleton import Skeleton, build_skeleton, canonical_axes

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

FROM_TEXTURE = -1


@dataclass(frozen=True)
class Model3D:
    """One character at rest: +Y up, facing +Z, feet at 0, one unit tall.

    Attributes
    ----------
    vertices, normals : (V, 3) float64
    joints : (V, 4) uint8, weights : (V, 4) float64
    uv : (V, 2) float32
    triangles : (T, 3) int32
    parts : (T,) int32
        Connected piece of surface.
    colours : (T,) int32
        Palette index, or `FROM_TEXTURE`.
    textures : (T,) int32
        Index into `labels` of triangles painted by a texture, else -1.
    labels : list of (h, w) uint8
        Palette index per texel, 255 = hole.
    palette : (P, 3) uint8
    skin_tones : (P,) bool
        Palette entries that some material called skin uses.
    """

    name: str
    vertices: Floats
    normals: Floats
    joints: NDArray[np.uint8]
    weights: Floats
    uv: NDArray[np.float32]
    triangles: NDArray[np.int32]
    parts: NDArray[np.int32]
    colours: NDArray[np.int32]
    textures: NDArray[np.int32]
    labels: list[NDArray[np.uint8]]
    palette: NDArray[np.uint8]
    skin_tones: NDArray[np.bool_]
    skeleton: Skeleton


def family_of(name: str) -> str:
    """'dcl_girl_02' -> 'render3d:dcl_girl'; the last word names the individual."""
    words = name.split("_")
    if words[0] == "quaternius":
        return "render3d:" + "_".join(words[: 2 if words[1:2] == ["uacp"] else 3])
    return (
        "render3d:" + ("_".join(words[:-1]) or words[0])
        if words[0] == "dcl"
        else "render3d:" + words[0]
    )


def smooth_normals(vertices: Floats, triangles: NDArray[np.int32]) -> Floats:
    """Area-weighted normals, shared by vertices at one place, (V, 3)."""
    corners = vertices[triangles]
    face = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    group = weld(vertices)
    total = np.zeros((int(group.max()) + 1, 3))
    for corner in range(3):
        for axis in range(3):
            total[:, axis] += np.bincount(group[triangles[:, corner]], face[:, axis], len(total))
    normals = total[group]
    return np.asarray(normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12))


def weld(vertices: Floats, grid: float = 5e-4) -> Ints:
    """Group index of vertices that lie at the same place, (V,)."""
    _, group = np.unique(np.round(vertices / grid).astype(np.int64), axis=0, return_inverse=True)
    return np.asarray(group.reshape(-1), np.int64)


def connected(groups: Ints, triangles: NDArray[np.int32]) -> NDArray[np.int32]:
    """Connected piece of each triangle when its corners are glued by `groups`, (T,)."""
    glued = groups[triangles]
    rows = np.concatenate([glued[:, 0], glued[:, 1]])
    columns = np.concatenate([glued[:, 1], glued[:, 2]])
    count = int(groups.max()) + 1
    graph = coo_matrix((np.ones(len(rows), np.int8), (rows, columns)), (count, count))
    return np.asarray(connected_components(graph, directed=False)[1][glued[:, 0]], np.int32)


@dataclass
class _Builder:
    """Collects primitives while a file is read."""

    gltf: Gltf
    world: Floats
    joint_nodes: list[int]
    rows: dict[str, list[NDArray[Any]]] = field(default_factory=dict)
    labels: list[NDArray[np.uint8]] = field(default_factory=list)
    palettes: list[Floats] = field(default_factory=list)
    count: int = 0

    def add(self, name: str, values: NDArray[Any]) -> None:
        self.rows.setdefault(name, []).append(values)

    def joined(self, name: str) -> NDArray[Any]:
        return np.concatenate(self.rows[name])


def load_model(path: Path) -> Model3D:
    """Read a GLB or VRM character.

    Raises
    ------
    FileNotFoundError, ValueError
        The file is missing, unreadable, has no skinned mesh or no rig that we can map.
    """
    gltf = read_gltf(path)
    joint_nodes = sorted({joint for skin in gltf.items("skins") for joint in skin["joints"]})
    if not joint_nodes or not gltf.items("meshes"):
        raise ValueError(f"{path} holds no skinned character.")
    builder = _Builder(gltf, rest_world(gltf), joint_nodes)
    for number, node in enumerate(gltf.items("nodes")):
        if "mesh" in node:
            for primitive in gltf.items("meshes")[node["mesh"]]["primitives"]:
                if primitive.get("mode", 4) == 4:
                    _add_primitive(builder, number, node, primitive)
    if not builder.count:
        raise ValueError(f"{path} holds no triangles.")
    try:
        return _finish(builder, path.stem)
    except ValueError as error:
        raise ValueError(f"{path}: {error}.") from error


def _skinned(
    builder: _Builder, number: int, node: dict[str, Any], primitive: dict[str, Any]
) -> tuple[Floats, NDArray[np.uint8], Floats]:
    """World rest positions, joints (indices into `joint_nodes`) and weights of a primitive."""
    gltf, attributes = builder.gltf, primitive["attributes"]
    vertices = np.asarray(gltf.accessor(attributes["POSITION"]), float)
    rank = {joint: index for index, joint in enumerate(builder.joint_nodes)}
    if "skin" not in node or "JOINTS_0" not in attributes:
        parents, holder = gltf.parents(), number
        while holder >= 0 and holder not in rank:
            holder = int(parents[holder])
        matrix = builder.world[number]
        joints = np.zeros((len(vertices), 4), np.uint8)
        joints[:, 0] = rank.get(holder, 0)
        weights = np.tile([1.0, 0, 0, 0], (len(vertices), 1))
        return vertices @ matrix[:3, :3].T + matrix[:3, 3], joints, weights
    skin = gltf.items("skins")[node["skin"]]
    inverse = np.tile(np.eye(4), (len(skin["joints"]), 1, 1))
    if "inverseBindMatrices" in skin:
        raw = np.asarray(gltf.accessor(skin["inverseBindMatrices"]), float)
        inverse = raw.reshape(-1, 4, 4).transpose(0, 2, 1)
    own = np.asarray(gltf.accessor(attributes["JOINTS_0"]), np.int64)
    weights = np.asarray(gltf.accessor(attributes["WEIGHTS_0"]), float)
    order = np.argsort(-weights, axis=1)
    own, weights = np.take_along_axis(own, order, 1), np.take_along_axis(weights, order, 1)
    weights /= np.maximum(weights.sum(1, keepdims=True), 1e-9)
    bind = builder.world[skin["joints"]] @ inverse
    blended = np.einsum("vs,vsab->vab", weights, bind[own])
    placed = np.einsum("vab,vb->va", blended[:, :3, :3], vertices) + blended[:, :3, 3]
    lookup = np.array([rank[joint] for joint in skin["joints"]], np.uint8)
    return placed, lookup[own], weights


def _add_primitive(
    builder: _Builder, number: int, node: dict[str, Any], primitive: dict[str, Any]
) -> None:
    gltf, attributes = builder.gltf, primitive["attributes"]
    vertices, joints, weights = _skinned(builder, number, node, primitive)
    uv = np.zeros((len(vertices), 2))
    if "TEXCOORD_0" in attributes:
        uv = np.asarray(gltf.accessor(attributes["TEXCOORD_0"]), float)
    corners = (
        gltf.accessor(primitive["indices"]) if "indices" in primitive else np.arange(len(vertices))
    )
    triangles = np.asarray(corners, np.int32).reshape(-1, 3)
    material = gltf.items("materials")[primitive["material"]] if "material" in primitive else {}
    colours, texture = _paint(builder, material, vertices, uv, triangles)
    for name, values in (
        ("vertices", vertices),
        ("joints", joints),
        ("weights", weights),
        ("uv", uv),
        ("triangles", triangles + builder.count),
        ("colours", colours),
        ("textures", np.full(len(triangles), texture, np.int32)),
        ("skin", np.full(len(triangles), "skin" in str(material.get("name", "")).lower())),
    ):
        builder.add(name, values)
    builder.count += len(vertices)


def _paint(
    builder: _Builder,
    material: dict[str, Any],
    vertices: Floats,
    uv: Floats,
    triangles: NDArray[np.int32],
) -> tuple[Floats, int]:
    """Colour of each triangle (T, 3), and its label texture if it needs one (else -1)."""
    surface = material.get("pbrMetallicRoughness", {})
    factor = np.array(surface.get("baseColorFactor", [1, 1, 1, 1])[:3], float)
    tint = flatten.linear_to_srgb(factor)
    if "baseColorTexture" not in surface:
        return np.tile(tint, (len(triangles), 1)), -1
    source = builder.gltf.items("textures")[surface["baseColorTexture"]["index"]]["source"]
    texture = builder.gltf.image(source).copy()
    texture[:, :, :3] = np.rint(texture[:, :, :3] * (tint / 255.0)).astype(np.uint8)
    corners = vertices[triangles]
    areas = np.linalg.norm(
        np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1
    )
    probes = flatten.probe_texture(uv[triangles], texture)
    mixed, slight = flatten.disagreement(probes, areas)
    cut_out = material.get("alphaMode", "OPAQUE") != "OPAQUE" and (probes[:, :, 3] < 128).any()
    if cut_out or mixed > 0.2:
        labels, palette = flatten.label_texture(texture, uv[triangles])
        builder.labels.append(labels)
        builder.palettes.append(palette)
        return np.zeros((len(triangles), 3)), len(builder.labels) - 1
    colours = np.median(probes[:, :, :3], axis=1)
    if slight > 0.3:
        spot = np.concatenate([vertices, uv], 1)
        island = connected(weld(spot / np.abs(spot).max()), triangles)
        colours = flatten.average_per_group(colours, areas, np.asarray(island, np.int64))
        merged, index = flatten.dominant_colours(colours, areas, 16.0, 0.0)
        colours = merged[index]
    return colours, -1


def _shared_palette(
    builder: _Builder, areas: Floats
) -> tuple[NDArray[np.int32], list[NDArray[np.uint8]], Floats]:
    """Merge equal colours across materials and textures, so that skin stays one colour."""
    textures = builder.joined("textures")
    plain = textures < 0
    colours = [builder.joined("colours")[plain]]
    weights = [areas[plain]]
    for palette in builder.palettes:
        colours.append(palette)
        weights.append(np.full(len(palette), areas.mean()))
    palette, index = flatten.dominant_colours(
        np.concatenate(colours), np.concatenate(weights), 5.0, 0.0
    )
    per_triangle = np.full(len(textures), FROM_TEXTURE, np.int32)
    per_triangle[plain] = index[: int(plain.sum())]
    at = int(plain.sum())
    labels = []
    for old, own in zip(builder.labels, builder.palettes, strict=True):
        lookup = np.full(256, flatten.TRANSPARENT, np.uint8)
        lookup[: len(own)] = index[at : at + len(own)]
        labels.append(lookup[old])
        at += len(own)
    return per_triangle, labels, palette[: flatten.TRANSPARENT]


def _finish(builder: _Builder, name: str) -> Model3D:
    gltf, nodes = builder.gltf, builder.joint_nodes
    names = [str(gltf.items("nodes")[node].get("name", node)) for node in nodes]
    rank = {node: index for index, node in enumerate(nodes)}
    tree = gltf.parents()
    parents = np.array([_joint_above(int(tree[node]), rank, tree) for node in nodes], np.int32)
    rest = builder.world[nodes][:, :3, 3]
    skeleton, order = build_skeleton(names, parents, rest, map_bones(names))
    axes = canonical_axes(skeleton)
    vertices = builder.joined("vertices") @ axes.T
    low, high = vertices.min(0), vertices.max(0)
    scale = 1.0 / max(float(high[1] - low[1]), 1e-9)
    origin = np.array([(low[0] + high[0]) / 2, low[1], 0.0])
    vertices = (vertices - origin) * scale
    skeleton = Skeleton(skeleton.parents, (skeleton.rest @ axes.T - origin) * scale, skeleton.bones)
    place = np.empty(len(order), np.uint8)
    place[order] = np.arange(len(order))
    triangles = builder.joined("triangles").astype(np.int32)
    corners = vertices[triangles]
    areas = np.linalg.norm(
        np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1
    )
    colours, labels, palette = _shared_palette(builder, areas)
    tones = np.zeros(len(palette), bool)
    tones[colours[builder.joined("skin") & (colours >= 0)]] = True
    return Model3D(
        name=name,
        vertices=vertices,
        normals=smooth_normals(vertices, triangles),
        joints=place[builder.joined("joints")],
        weights=builder.joined("weights"),
        uv=builder.joined("uv").astype(np.float32),
        triangles=triangles,
        parts=connected(weld(vertices), triangles),
        colours=colours,
        textures=builder.joined("textures").astype(np.int32),
        labels=labels,
        palette=np.round(palette).astype(np.uint8),
        skin_tones=tones,
        skeleton=skeleton,
    )


def _joint_above(node: int, rank: dict[int, int], tree: NDArray[np.int32]) -> int:
    while node >= 0 and node not in rank:
        node = int(tree[node])
    return rank.get(node, -1)


def head_vertices(model: Model3D) -> NDArray[np.bool_]:
    """Vertices that the head bone, or what hangs on it, carries, (V,)."""
    skeleton = model.skeleton
    of_head = skeleton.bones == INDEX["head"]
    for joint, parent in enumerate(skeleton.parents):
        of_head[joint] |= parent >= 0 and bool(of_head[parent]) and skeleton.bones[joint] < 0
    chosen = of_head[model.joints[:, 0]]
    return chosen if chosen.any() else model.vertices[:, 1] > 0.8


def head_box(model: Model3D) -> tuple[Floats, float]:
    """Middle and half diagonal of the head, hats included, at rest."""
    chosen = model.vertices[head_vertices(model)]
    low, high = np.percentile(chosen, 2, axis=0), np.percentile(chosen, 98, axis=0)
    return (low + high) / 2, float(np.linalg.norm((high - low)[:2]) / 2)
