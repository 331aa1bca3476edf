"""One compressed .npz for all models and motions, without pickle.

Positions are kept as 16-bit fractions, weights as bytes; names travel as UTF-8 bytes.
"""

from __future__ import annotations

import json
import zipfile
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.training.render3d.model import Model3D, smooth_normals
from paintassist.training.render3d.motion import Motion
from paintassist.training.render3d.skeleton import Skeleton

Arrays = dict[str, NDArray[np.generic]]

_FORMAT = 1


def model_arrays(model: Model3D) -> Arrays:
    """A model as small arrays."""
    low, high = model.vertices.min(0), model.vertices.max(0)
    span = np.maximum(high - low, 1e-9)
    arrays: Arrays = {
        "box": np.stack([low, span]).astype(np.float32),
        "vertices": np.round((model.vertices - low) / span * 65535).astype(np.uint16),
        "joints": model.joints,
        "weights": np.round(model.weights * 255).astype(np.uint8),
        "uv": (model.uv if model.labels else model.uv[:0]).astype(np.float32),
        "triangles": model.triangles.astype(np.uint16 if len(model.vertices) < 65536 else np.int32),
        "parts": model.parts.astype(np.int16),
        "colours": model.colours.astype(np.int16),
        "textures": model.textures.astype(np.int8),
        "palette": model.palette,
        "skin_tones": model.skin_tones,
        "parents": model.skeleton.parents.astype(np.int16),
        "rest": model.skeleton.rest.astype(np.float32),
        "bones": model.skeleton.bones.astype(np.int8),
    }
    return arrays | {f"labels{index}": labels for index, labels in enumerate(model.labels)}


def model_from_arrays(name: str, arrays: Arrays) -> Model3D:
    """The inverse of `model_arrays`, up to rounding."""
    low, span = np.asarray(arrays["box"], float)
    vertices = np.asarray(arrays["vertices"], float) / 65535 * span + low
    triangles = np.asarray(arrays["triangles"], np.int32)
    weights = np.asarray(arrays["weights"], float)
    weights /= np.maximum(weights.sum(1, keepdims=True), 1e-9)
    uv = np.asarray(arrays["uv"], np.float32)
    count = sum(key.startswith("labels") for key in arrays)
    return Model3D(
        name=name,
        vertices=vertices,
        normals=smooth_normals(vertices, triangles),
        joints=np.asarray(arrays["joints"], np.uint8),
        weights=weights,
        uv=uv if len(uv) else np.zeros((len(vertices), 2), np.float32),
        triangles=triangles,
        parts=np.asarray(arrays["parts"], np.int32),
        colours=np.asarray(arrays["colours"], np.int32),
        textures=np.asarray(arrays["textures"], np.int32),
        labels=[np.asarray(arrays[f"labels{index}"], np.uint8) for index in range(count)],
        palette=np.asarray(arrays["palette"], np.uint8),
        skin_tones=np.asarray(arrays["skin_tones"], bool),
        skeleton=Skeleton(
            np.asarray(arrays["parents"], np.int32),
            np.asarray(arrays["rest"], float),
            np.asarray(arrays["bones"], np.int32),
        ),
    )


def motion_arrays(motions: list[Motion]) -> Arrays:
    """All motions end to end."""
    return {
        "names": np.frombuffer("\n".join(motion.name for motion in motions).encode(), np.uint8),
        "lengths": np.array([len(motion) for motion in motions], np.int32),
        "rotations": np.round(
            np.concatenate([motion.rotations for motion in motions]) * 32767
        ).astype(np.int16),
        "hips": np.concatenate([motion.hips for motion in motions]).astype(np.float32),
        "directions": np.stack([motion.directions for motion in motions]).astype(np.float32),
    }


def motions_from_arrays(arrays: Arrays) -> list[Motion]:
    """The inverse of `motion_arrays`, up to rounding."""
    names = bytes(np.asarray(arrays["names"], np.uint8)).decode().split("\n")
    stops = np.cumsum(np.asarray(arrays["lengths"], np.int64))
    rotations = np.asarray(arrays["rotations"], float) / 32767
    hips = np.asarray(arrays["hips"], float)
    directions = np.asarray(arrays["directions"], float)
    return [
        Motion(name, rotations[stop - length : stop], hips[stop - length : stop], direction)
        for name, length, stop, direction in zip(
            names, arrays["lengths"], stops, directions, strict=True
        )
    ]


def write_pack(path: Path, models: dict[str, Arrays], motions: Arrays) -> None:
    """Write atomically."""
    header = json.dumps({"format": _FORMAT, "models": list(models)}).encode()
    everything: Arrays = {"header": np.frombuffer(header, np.uint8)}
    everything |= {f"motion/{key}": values for key, values in motions.items()}
    for number, arrays in enumerate(models.values()):
        everything |= {f"{number}/{key}": values for key, values in arrays.items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".part")
    with draft.open("wb") as stream:
        np.savez_compressed(stream, **everything)  # type: ignore[arg-type]
    draft.replace(path)


def open_pack(path: Path) -> tuple[dict[str, Arrays], Arrays]:
    """Arrays of each model by name, and those of the motions.

    Raises
    ------
    FileNotFoundError, ValueError
        `path` is missing or no pack.
    """
    if not path.is_file():
        raise FileNotFoundError(f"{path} does not exist.")
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            names = json.loads(bytes(stored["header"]))["models"]
            models: dict[str, Arrays] = {name: {} for name in names}
            motions: Arrays = {}
            for key in stored.files:
                group, _, field = key.partition("/")
                if group == "motion":
                    motions[field] = stored[key]
                elif field:
                    models[names[int(group)]][field] = stored[key]
    except (OSError, KeyError, ValueError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise ValueError(f"{path} is not a packed character library.") from error
    return models, motions
