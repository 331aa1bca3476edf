"""Read binary glTF (GLB, and VRM 0.x, which is GLB) into numpy arrays.

A GLB is a JSON chunk and a binary chunk, so `json` and `numpy.frombuffer` read it
without a dependency; only images need Pillow.
"""

from __future__ import annotations

import io
import json
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Floats = NDArray[np.float64]

_MAGIC, _JSON_CHUNK, _BIN_CHUNK = b"glTF", 0x4E4F534A, 0x004E4942
_DTYPES = {
    5120: np.int8,
    5121: np.uint8,
    5122: np.int16,
    5123: np.uint16,
    5125: np.uint32,
    5126: np.float32,
}
_WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}


@dataclass(frozen=True)
class Gltf:
    """One opened file: the JSON tree and the binary chunk it points into."""

    path: Path
    tree: dict[str, Any]
    blob: bytes

    def items(self, key: str) -> list[dict[str, Any]]:
        """The list `key` of the file, empty when the file has none."""
        return list(self.tree.get(key, []))

    def accessor(self, index: int) -> NDArray[Any]:
        """Values of accessor `index` as (N, width) (or (N,) for scalars), normalised to float."""
        entry = self.tree["accessors"][index]
        dtype = np.dtype(_DTYPES[entry["componentType"]])
        width, count = _WIDTHS[entry["type"]], int(entry["count"])
        if "bufferView" not in entry:
            return np.zeros((count, width), dtype)
        view = self.tree["bufferViews"][entry["bufferView"]]
        start = view.get("byteOffset", 0) + entry.get("byteOffset", 0)
        stride = view.get("byteStride", dtype.itemsize * width)
        steps = (stride, dtype.itemsize)
        values: NDArray[Any] = np.ndarray((count, width), dtype, self.blob, start, steps)
        if entry.get("normalized") and dtype.kind in "iu":
            values = values.astype(np.float32) / float(np.iinfo(str(dtype)).max)
        return values[:, 0].copy() if width == 1 else values.copy()

    def image(self, index: int) -> NDArray[np.uint8]:
        """Image `index` as (H, W, 4) uint8 RGBA."""
        view = self.tree["bufferViews"][self.tree["images"][index]["bufferView"]]
        start = view.get("byteOffset", 0)
        with Image.open(io.BytesIO(self.blob[start : start + view["byteLength"]])) as picture:
            return np.asarray(picture.convert("RGBA"))

    def parents(self) -> NDArray[np.int32]:
        """Parent node of each node, -1 for roots, (N,) int32."""
        result = np.full(len(self.tree.get("nodes", [])), -1, np.int32)
        for index, node in enumerate(self.items("nodes")):
            for child in node.get("children", []):
                result[child] = index
        return result


def read_gltf(path: Path) -> Gltf:
    """Open a GLB or VRM.

    Raises
    ------
    FileNotFoundError
        `path` does not exist.
    ValueError
        `path` is not a readable GLB.
    """
    if not path.is_file():
        raise FileNotFoundError(f"{path} does not exist.")
    data = path.read_bytes()
    if len(data) < 20 or data[:4] != _MAGIC:
        raise ValueError(f"{path} is not a binary glTF file.")
    chunks: dict[int, bytes] = {}
    at = 12
    while at + 8 <= len(data):
        length, kind = struct.unpack_from("<II", data, at)
        chunks[kind] = data[at + 8 : at + 8 + length]
        at += 8 + length
    try:
        tree = json.loads(chunks[_JSON_CHUNK])
    except (KeyError, ValueError) as error:
        raise ValueError(f"{path} has no readable JSON chunk.") from error
    return Gltf(path, tree, chunks.get(_BIN_CHUNK, b""))


def quaternions_to_matrices(quaternions: Floats) -> Floats:
    """(..., 4) xyzw quaternions, normalised here, to (..., 3, 3) rotation matrices."""
    unit = quaternions / np.maximum(np.linalg.norm(quaternions, axis=-1, keepdims=True), 1e-12)
    x, y, z, w = np.moveaxis(unit, -1, 0)
    rows = [
        1 - 2 * (y * y + z * z),
        2 * (x * y - z * w),
        2 * (x * z + y * w),
        2 * (x * y + z * w),
        1 - 2 * (x * x + z * z),
        2 * (y * z - x * w),
        2 * (x * z - y * w),
        2 * (y * z + x * w),
        1 - 2 * (x * x + y * y),
    ]
    return np.stack(rows, -1).reshape(*unit.shape[:-1], 3, 3)


def compose(translation: Floats, rotation: Floats, scale: Floats) -> Floats:
    """(F, 3) translations, (F, 4) quaternions, (F, 3) scales to (F, 4, 4) matrices."""
    result = np.zeros((len(translation), 4, 4))
    result[:, :3, :3] = quaternions_to_matrices(rotation) * scale[:, None, :]
    result[:, :3, 3] = translation
    result[:, 3, 3] = 1.0
    return result


def node_transform(node: dict[str, Any]) -> tuple[Floats, Floats, Floats]:
    """Rest translation, quaternion and scale of a node (a matrix is decomposed)."""
    if "matrix" in node:
        matrix = np.array(node["matrix"], float).reshape(4, 4).T
        scale = np.linalg.norm(matrix[:3, :3], axis=0)
        return matrix[:3, 3], matrix_to_quaternion(matrix[:3, :3] / scale), scale
    return (
        np.array(node.get("translation", [0, 0, 0]), float),
        np.array(node.get("rotation", [0, 0, 0, 1]), float),
        np.array(node.get("scale", [1, 1, 1]), float),
    )


def matrix_to_quaternion(matrix: Floats) -> Floats:
    """(..., 3, 3) rotations to (..., 4) xyzw quaternions (largest-component method)."""
    m = matrix.reshape(-1, 3, 3)
    trace = np.trace(m, axis1=1, axis2=2)
    squares = np.stack([m[:, 0, 0], m[:, 1, 1], m[:, 2, 2], trace], -1)
    pick = squares.argmax(-1)
    result = np.empty((len(m), 4))
    rows = np.arange(len(m))
    for first in range(3):
        chosen = rows[pick == first]
        i, j, k = first, (first + 1) % 3, (first + 2) % 3
        part = m[chosen]
        result[chosen, i] = 1 - trace[chosen] + 2 * part[:, i, i]
        result[chosen, j] = part[:, j, i] + part[:, i, j]
        result[chosen, k] = part[:, k, i] + part[:, i, k]
        result[chosen, 3] = part[:, k, j] - part[:, j, k]
    last = rows[pick == 3]
    part = m[last]
    result[last] = np.stack(
        [
            part[:, 2, 1] - part[:, 1, 2],
            part[:, 0, 2] - part[:, 2, 0],
            part[:, 1, 0] - part[:, 0, 1],
            1 + trace[last],
        ],
        -1,
    )
    result /= np.linalg.norm(result, axis=-1, keepdims=True)
    return result.reshape(*matrix.shape[:-2], 4)


def world_transforms(gltf: Gltf, local: Floats) -> Floats:
    """Multiply local matrices down the node tree.

    Parameters
    ----------
    local : (F, N, 4, 4)
        Local matrix of every node in every frame.

    Returns
    -------
    (F, N, 4, 4)
    """
    parents = gltf.parents()
    result = np.empty_like(local)
    done = np.zeros(len(parents), bool)

    def visit(node: int) -> None:
        if done[node]:
            return
        if parents[node] < 0:
            result[:, node] = local[:, node]
        else:
            visit(int(parents[node]))
            result[:, node] = result[:, parents[node]] @ local[:, node]
        done[node] = True

    for node in range(len(parents)):
        visit(node)
    return result


def rest_world(gltf: Gltf) -> Floats:
    """World matrices of all nodes in the file's own pose, (N, 4, 4)."""
    parts = [node_transform(node) for node in gltf.items("nodes")]
    if not parts:
        raise ValueError(f"{gltf.path} has no nodes.")
    translation, rotation, scale = (np.stack(values) for values in zip(*parts, strict=True))
    return world_transforms(gltf, compose(translation, rotation, scale)[None])[0]
