"""Small closed surfaces around the origin, for what a character wears or holds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Mesh = tuple[Floats, NDArray[np.int32]]


def _grid_faces(rows: int, columns: int) -> NDArray[np.int32]:
    """Triangles of a (rows, columns) grid of vertices that closes around its columns."""
    index = np.arange(rows * columns).reshape(rows, columns)
    a, b = index[:-1], index[1:]
    c, d = np.roll(b, -1, 1), np.roll(a, -1, 1)
    first, second = np.stack([a, b, c], -1), np.stack([a, c, d], -1)
    return np.concatenate([first.reshape(-1, 3), second.reshape(-1, 3)]).astype(np.int32)


def lathe(profile: Floats, sides: int = 16) -> Mesh:
    """Turn a profile of (radius, height) rows, (N, 2), around the y axis."""
    angle = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    radius, height = profile[:, 0, None], profile[:, 1, None]
    points = np.stack(
        [radius * np.cos(angle), np.broadcast_to(height, (len(profile), sides)),
         radius * np.sin(angle)], -1,
    )  # fmt: skip
    return points.reshape(-1, 3), _grid_faces(len(profile), sides)


def ellipsoid(radii: Floats) -> Mesh:
    """Half axes (3,)."""
    turn = np.linspace(-np.pi / 2, np.pi / 2, 11)
    points, faces = lathe(np.stack([np.cos(turn), np.sin(turn)], 1))
    return points * radii, faces


def frustum(low: float, high: float, length: float) -> Mesh:
    """Radii at the bottom and the top, from y = 0 to `length`; closed."""
    profile = [[0, 0], [low, 0], [low, 0], [high, length], [high, length], [0, length]]
    return lathe(np.array(profile, float), 12)


def box(half: Floats) -> Mesh:
    """Half sizes (3,); with bevelled corners through shared normals."""
    corners = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], float)
    faces = [[0, 1, 3], [0, 3, 2], [4, 6, 7], [4, 7, 5], [0, 4, 5], [0, 5, 1],
             [2, 3, 7], [2, 7, 6], [0, 2, 6], [0, 6, 4], [1, 5, 7], [1, 7, 3]]  # fmt: skip
    return corners * half, np.array(faces, np.int32)


def tilt(mesh: Mesh, axis: int, degrees: float) -> Mesh:
    """Turn a mesh about x, y or z."""
    angle = np.radians(degrees)
    turn = np.eye(3)
    i, j = (axis + 1) % 3, (axis + 2) % 3
    turn[i, i] = turn[j, j] = np.cos(angle)
    turn[j, i], turn[i, j] = np.sin(angle), -np.sin(angle)
    return mesh[0] @ turn.T, mesh[1]
