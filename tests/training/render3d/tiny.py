"""A rigged box figure as a GLB, written by the tests themselves."""

import io
import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

# name, parent, position
JOINTS = [
    ("Hips", -1, (0.0, 1.0, 0.0)), ("Head", 0, (0.0, 1.5, 0.0)),
    ("UpperLeg.L", 0, (0.2, 0.9, 0.0)), ("UpperLeg.R", 0, (-0.2, 0.9, 0.0)),
]  # fmt: skip
_CORNERS = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], float)
_FACES = np.array([
    [0, 1, 3], [0, 3, 2], [4, 6, 7], [4, 7, 5], [0, 4, 5], [0, 5, 1],
    [2, 3, 7], [2, 7, 6], [0, 2, 6], [0, 6, 4], [1, 5, 7], [1, 7, 3],
])  # fmt: skip
# middle, half size, joint, material
BOXES = [
    ((0.0, 0.7, 0.0), (0.4, 0.7, 0.2), 0, 0),
    ((0.0, 1.7, 0.0), (0.3, 0.3, 0.3), 1, 1),
]


def _checker() -> bytes:
    """A texture of a red and a blue half, with a hole."""
    pixels = np.zeros((8, 8, 4), np.uint8)
    pixels[:, :4], pixels[:, 4:] = (200, 30, 30, 255), (30, 30, 200, 255)
    pixels[3:5, 1:3, 3] = 0
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG")
    return stream.getvalue()


def write_figure(path: Path) -> Path:
    """Two skinned boxes, one flat, one textured; a wave of the head as animation."""
    blob = bytearray()
    views: list[dict[str, int]] = []
    accessors: list[dict[str, Any]] = []

    def store(values: np.ndarray, kind: int, shape: str) -> int:
        while len(blob) % 4:
            blob.append(0)
        views.append({"buffer": 0, "byteOffset": len(blob), "byteLength": values.nbytes})
        accessors.append(
            {"bufferView": len(views) - 1, "componentType": kind, "type": shape,
             "count": len(values)}
        )  # fmt: skip
        blob.extend(values.tobytes())
        return len(accessors) - 1

    primitives = []
    for middle, half, joint, material in BOXES:
        vertices = (_CORNERS * half + middle).astype(np.float32)
        uv = ((_CORNERS[:, :2] + 1) / 2).astype(np.float32)
        joints = np.zeros((8, 4), np.uint8)
        joints[:, 0] = joint
        weights = np.tile([1, 0, 0, 0], (8, 1)).astype(np.float32)
        primitives.append({
            "attributes": {
                "POSITION": store(vertices, 5126, "VEC3"),
                "TEXCOORD_0": store(uv, 5126, "VEC2"),
                "JOINTS_0": store(joints, 5121, "VEC4"),
                "WEIGHTS_0": store(weights, 5126, "VEC4"),
            },
            "indices": store(_FACES.astype(np.uint16).ravel(), 5123, "SCALAR"),
            "material": material,
        })  # fmt: skip
    inverse = np.tile(np.eye(4), (len(JOINTS), 1, 1))
    inverse[:, :3, 3] = [-np.array(place) for _, _, place in JOINTS]
    binds = store(inverse.transpose(0, 2, 1).astype(np.float32), 5126, "MAT4")
    times = store(np.array([0, 0.5, 1], np.float32), 5126, "SCALAR")
    turns = store(np.array([[0, 0, 0, 1], [0, 0.6, 0, 0.8], [0, 0, 0, 1]], np.float32), 5126,
                  "VEC4")  # fmt: skip
    picture = _checker()
    views.append({"buffer": 0, "byteOffset": len(blob), "byteLength": len(picture)})
    blob.extend(picture)
    nodes: list[dict[str, Any]] = []
    for name, parent, place in JOINTS:
        base = JOINTS[parent][2] if parent >= 0 else (0, 0, 0)
        nodes.append({"name": name, "translation": list(np.subtract(place, base).tolist())})
    nodes[0]["children"] = [1, 2, 3]
    nodes.append({"name": "Body", "mesh": 0, "skin": 0})
    tree = {
        "asset": {"version": "2.0"}, "nodes": nodes, "meshes": [{"primitives": primitives}],
        "skins": [{"joints": [0, 1, 2, 3], "inverseBindMatrices": binds}],
        "materials": [
            {"name": "Skin", "pbrMetallicRoughness": {"baseColorFactor": [1, 0.5, 0.2, 1]}},
            {"name": "Hair", "alphaMode": "MASK",
             "pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}},
        ],
        "textures": [{"source": 0}], "images": [{"bufferView": len(views) - 1}],
        "animations": [{"name": "look", "samplers": [{"input": times, "output": turns}],
                        "channels": [{"sampler": 0,
                                      "target": {"node": 1, "path": "rotation"}}]}],
        "accessors": accessors, "bufferViews": views, "buffers": [{"byteLength": len(blob)}],
    }  # fmt: skip
    text = json.dumps(tree).encode()
    text += b" " * (-len(text) % 4)
    blob.extend(b"\0" * (-len(blob) % 4))
    chunks = struct.pack("<II", len(text), 0x4E4F534A) + text
    chunks += struct.pack("<II", len(blob), 0x004E4942) + bytes(blob)
    path.write_bytes(b"glTF" + struct.pack("<II", 2, 12 + len(chunks)) + chunks)
    return path
