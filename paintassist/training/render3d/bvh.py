"""Read BVH motion capture."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Bvh:
    """Joints parents first.

    Attributes
    ----------
    names : list of J str
    parents : (J,) int32
    offsets : (J, 3)
        From the parent, at rest.
    rotations : (F, J, 3, 3)
        World rotations; at rest they are the identity.
    root : (F, 3)
        Root positions.
    frame_time : float
        Seconds.
    """

    names: list[str]
    parents: NDArray[np.int32]
    offsets: Floats
    rotations: Floats
    root: Floats
    frame_time: float


def _axis_rotation(axis: int, degrees: Floats) -> Floats:
    """(F,) angles about x, y or z to (F, 3, 3)."""
    angle = np.radians(degrees)
    result = np.tile(np.eye(3), (len(angle), 1, 1))
    i, j = (axis + 1) % 3, (axis + 2) % 3
    result[:, i, i] = result[:, j, j] = np.cos(angle)
    result[:, j, i], result[:, i, j] = np.sin(angle), -np.sin(angle)
    return result


def read_bvh(path: Path) -> Bvh:
    """Parse `path`.

    Raises
    ------
    FileNotFoundError
        `path` does not exist.
    ValueError
        `path` is not BVH.
    """
    if not path.is_file():
        raise FileNotFoundError(f"{path} does not exist.")
    try:
        head, _, body = path.read_text().partition("MOTION")
        return _parse(head.split(), body.split())
    except (ValueError, IndexError, UnicodeDecodeError) as error:
        raise ValueError(f"{path} is not a readable BVH file.") from error


def _parse(words: list[str], body: list[str]) -> Bvh:
    names: list[str] = []
    parents: list[int] = []
    offsets: list[list[float]] = []
    channels: list[list[str]] = []
    stack: list[int] = []
    current = at = 0
    while at < len(words):
        word = words[at]
        if word in ("ROOT", "JOINT"):
            names.append(words[at + 1])
            parents.append(stack[-1] if stack else -1)
            channels.append([])
            current = len(names) - 1
            at += 2
        elif word == "End":
            current = -1
            at += 2
        elif word == "{":
            stack.append(current)
            at += 1
        elif word == "}":
            stack.pop()
            at += 1
        elif word == "OFFSET":
            if current >= 0:
                offsets.append([float(value) for value in words[at + 1 : at + 4]])
            at += 4
        elif word == "CHANNELS":
            count = int(words[at + 1])
            channels[current] = words[at + 2 : at + 2 + count]
            at += 2 + count
        else:
            at += 1
    if not names:
        raise ValueError("no joints")
    frames, frame_time = int(body[1]), float(body[4])
    values = np.array(body[5:], float).reshape(frames, -1)
    tree = np.array(parents, np.int32)
    return _animate(names, tree, np.array(offsets), channels, values, frame_time)


def _animate(
    names: list[str],
    parents: NDArray[np.int32],
    offsets: Floats,
    channels: list[list[str]],
    values: Floats,
    frame_time: float,
) -> Bvh:
    rotations = np.tile(np.eye(3), (len(values), len(names), 1, 1))
    root = np.tile(offsets[0], (len(values), 1))
    column = 0
    for joint, kinds in enumerate(channels):
        if parents[joint] >= 0:
            rotations[:, joint] = rotations[:, parents[joint]]
        for kind in kinds:
            axis = "XYZ".index(kind[0])
            if kind.endswith("rotation"):
                turn = _axis_rotation(axis, values[:, column])
                rotations[:, joint] = rotations[:, joint] @ turn
            elif joint == 0:
                root[:, axis] = values[:, column]
            column += 1
    return Bvh(names, parents, offsets, rotations, root, frame_time)
