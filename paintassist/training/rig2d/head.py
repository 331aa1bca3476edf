"""The head's frame: where points of the skull and the face land in the picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from paintassist.training.rig2d.design import Design
from paintassist.training.rig2d.geometry import FloatArray, spline, turn, yaw_pitch
from paintassist.training.rig2d.pose import RigPose, Skeleton

# Outlines of a face turned to the picture's right: frontal, three-quarter, profile. They
# share their numbering (crown, far side down to the chin, near side up), so they blend.
_FRONT = np.array(
    [
        (0, -0.45),
        (0.40, -0.24),
        (0.435, -0.02),
        (0.425, 0.10),
        (0.405, 0.22),
        (0.31, 0.385),
        (0.085, 0.53),
        (-0.085, 0.53),
        (-0.31, 0.385),
        (-0.405, 0.22),
        (-0.425, 0.10),
        (-0.435, -0.02),
        (-0.40, -0.24),
    ]
)
_THREE = np.array(
    [
        (0.05, -0.45),
        (0.40, -0.26),
        (0.425, -0.07),
        (0.385, 0.06),
        (0.405, 0.20),
        (0.32, 0.385),
        (0.21, 0.52),
        (0.09, 0.54),
        (-0.16, 0.39),
        (-0.30, 0.21),
        (-0.34, 0.05),
        (-0.40, -0.05),
        (-0.40, -0.26),
    ]
)
_SIDE = np.array(
    [
        (0.10, -0.46),
        (0.40, -0.27),
        (0.445, -0.07),
        (0.405, 0.06),
        (0.50, 0.185),
        (0.43, 0.31),
        (0.385, 0.49),
        (0.29, 0.535),
        (0.03, 0.37),
        (-0.05, 0.22),
        (-0.09, 0.05),
        (-0.20, -0.10),
        (-0.20, -0.30),
    ]
)
_JAW = np.array([0, 0, 0, 0.2, 0.5, 1, 0.4, 0.4, 1, 0.5, 0.2, 0, 0])
_CHIN = np.array([0, 0, 0, 0, 0, 0.35, 1, 1, 0.35, 0, 0, 0, 0])


class HeadFrame:
    """Maps skull coordinates (head heights, origin mid-skull, z to the front) to the world."""

    def __init__(self, design: Design, pose: RigPose, bones: Skeleton) -> None:
        self.design, self.pose = design, pose
        yaw = pose.yaw + pose.head_yaw
        self.yaw = float((yaw + np.pi) % (2 * np.pi) - np.pi)
        self.scale = design.build.head
        self.origin = bones.head[:2]
        self.side = 1 if self.yaw >= 0 else -1
        self.depth = 0.42

    def plane(self, points: ArrayLike) -> FloatArray:
        """World (N, 2) of points given in the picture plane of the head, (N, 2)."""
        pts = np.asarray(points, np.float64).reshape(-1, 2)
        return turn(pts * self.scale, self.pose.roll) + self.origin

    def place(self, points: ArrayLike) -> FloatArray:
        """World (N, 2) of skull points (N, 3)."""
        p = yaw_pitch(np.asarray(points, np.float64).reshape(-1, 3), self.yaw, self.pose.pitch)
        return self.plane(p[:, :2])

    def rel(self, azimuth: float) -> float:
        """Azimuth seen from the viewer, -pi..pi; within +-pi/2 it is visible."""
        return float((azimuth + self.yaw + np.pi) % (2 * np.pi) - np.pi)

    def skull_x(self, azimuth: float, wide: float) -> float:
        """Picture x of a point on the skull; hidden ones slide to the silhouette."""
        rel = float(np.clip(self.rel(azimuth), -np.pi / 2, np.pi / 2))
        return float(np.sin(rel)) * wide

    def lift(self, azimuth: float) -> float:
        """How far nodding brings down a point at `azimuth`."""
        return float(np.cos(self.rel(azimuth))) * self.pose.pitch * 0.42

    def skull(self, azimuth: float, y: float, wide: float = 0.5) -> FloatArray:
        """(2,) world point on the skull's surface."""
        shrink = np.sqrt(max(1 - max(-y - 0.1, 0.0) ** 2 / 0.27, 0.05))
        x = self.skull_x(azimuth, wide * float(shrink))
        return self.plane([(x, y + self.lift(azimuth))])[0]

    def feature(self, x: float, y: float, bulge: float = 0.27) -> FloatArray:
        """(2,) picture-plane position of a facial feature given in frontal coordinates."""
        c, s = np.cos(self.yaw), np.sin(self.yaw)
        yy = y + self.pose.pitch * (0.30 - 0.2 * abs(s))
        forward = bulge + 0.28 * max(abs(s) - 0.75, 0.0)
        return np.array([x * c + forward * s, yy])

    def face(self) -> FloatArray:
        """Closed world outline of the face, bent by the style and the turn."""
        style = self.design.face
        a = min(abs(self.yaw), np.pi / 2)
        knots = np.radians([0.0, 38.0, 85.0])
        w = [float(np.interp(a, knots, np.eye(3)[k])) for k in range(3)]
        pts = w[0] * _FRONT + w[1] * _THREE + w[2] * _SIDE
        x = pts[:, 0] * (1 + (style.jaw - 1) * _JAW) * style.cheek
        y = pts[:, 1] + (style.chin - 1) * 0.25 * _CHIN
        if abs(self.yaw) > np.pi / 2:
            x = x - (abs(self.yaw) - np.pi / 2) * 0.45
        y = y + self.pose.pitch * 0.16 * (0.5 + pts[:, 1]) + self.pose.mouth * 0.03 * _CHIN
        return self.plane(spline(np.stack([x * self.side, y], 1), closed=True, steps=5))

    @property
    def front(self) -> bool:
        """Whether any of the face can be seen."""
        return abs(self.yaw) < 1.95
