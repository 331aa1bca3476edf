"""Cameras: where they stand, what they frame, how points reach the canvas."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Camera:
    """A pinhole camera.

    Attributes
    ----------
    rotation : (3, 3)
        World to camera axes: x right, y down, z away from the camera.
    target : (3,)
        World point at the middle of the canvas.
    distance : float
        From the eye to the target.
    focal : float
        Focal length in canvas widths; 0.9 is wide, 4 is nearly flat.
    """

    rotation: Floats
    target: Floats
    distance: float
    focal: float

    def project(self, points: Floats, size: int) -> tuple[Floats, Floats]:
        """World points (V, 3) to pixels (V, 2) and inverse depth (V,), <= 0 behind the eye."""
        seen = (points - self.target) @ self.rotation.T
        depth = seen[:, 2] + self.distance
        inverse = np.where(depth > 0.02, 1.0 / np.maximum(depth, 0.02), -1.0)
        pixels = (seen[:, :2] * (self.focal * inverse)[:, None] + 0.5) * size
        return pixels, inverse


def view_rotation(yaw: float, pitch: float, roll: float) -> Floats:
    """Camera axes for angles in degrees; yaw 0 sees the face, pitch > 0 looks from above."""
    a, b, c = np.radians([yaw, pitch, roll])
    turn = np.array([[np.cos(a), 0, -np.sin(a)], [0, 1, 0], [np.sin(a), 0, np.cos(a)]])
    tilt = np.array([[1, 0, 0], [0, np.cos(b), -np.sin(b)], [0, np.sin(b), np.cos(b)]])
    spin = np.array([[np.cos(c), -np.sin(c), 0], [np.sin(c), np.cos(c), 0], [0, 0, 1]])
    return np.asarray(np.diag([1.0, -1.0, -1.0]) @ spin @ tilt @ turn)


def frame_points(
    points: Floats,
    rotation: Floats,
    focal: float,
    fill: float = 0.9,
    shift: tuple[float, float] = (0.0, 0.0),
) -> Camera:
    """The camera that just contains all points in `fill` of the canvas.

    Parameters
    ----------
    points : (N, 3)
    fill : float
        Over 1 the canvas cuts the points.
    shift : two floats
        Moves the picture by this share of the canvas.
    """
    seen = points @ rotation.T
    middle = (seen.min(0) + seen.max(0)) / 2
    local = seen - middle
    reach = np.abs(local[:, :2]).max(1) * focal / (fill / 2)
    distance = max(float((reach - local[:, 2]).max()), float(np.abs(local).max()) + 0.05)
    middle[:2] -= np.array(shift) * distance / focal
    return Camera(rotation, rotation.T @ middle, distance, focal)
