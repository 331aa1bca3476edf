"""A variant of a model that can be posed and drawn: the `Character` of `cel.py`."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from paintassist.core.palette import PaletteEntry
from paintassist.training.cel import Cel, Pose
from paintassist.training.render3d import toon
from paintassist.training.render3d.bones import BONES, INDEX
from paintassist.training.render3d.camera import Camera, frame_points, view_rotation
from paintassist.training.render3d.gltf import matrix_to_quaternion
from paintassist.training.render3d.model import Model3D, head_box
from paintassist.training.render3d.motion import Motion, pose_matrices
from paintassist.training.render3d.render import render
from paintassist.training.render3d.skeleton import (
    alignment,
    finger_curls,
    finger_sides,
    forward,
    skin,
)
from paintassist.training.render3d.style import Style, book_of

Floats = NDArray[np.float64]

FRAMINGS = ("face", "bust", "body", "near", "hand")
_FRAMING_SHARES = (0.18, 0.24, 0.36, 0.12, 0.1)
_GAPS = (0.5, 1.0, 1.0, 1.5, 2.0, 3.0, 5.0)


@dataclass(frozen=True)
class Pose3D:
    """A moment of a motion, seen by a camera.

    Attributes
    ----------
    seed : int
        Drives the wobble of the draughtsman's hand.
    curl : float
        Bend of the finger joints, degrees.
    """

    motion: int
    frame: float
    camera: Camera
    seed: int
    curl: float = 20.0


def neutral_motion() -> Motion:
    """Two frames of standing with lowered arms."""
    rotations = np.tile(np.eye(3), (2, len(BONES), 1, 1))
    for side, sign in (("l", -1.0), ("r", 1.0)):
        angle = np.radians(sign * 68)
        turn = np.array(
            [[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]]
        )
        for part in ("upperarm", "lowerarm", "hand"):
            rotations[:, INDEX[f"{part}_{side}"]] = turn
    return Motion(
        "neutral", matrix_to_quaternion(rotations), np.zeros((2, 3)), np.zeros((len(BONES), 3))
    )


@dataclass
class Character3D:
    """One model with one style; `motions[0]` is the neutral stand."""

    family: str
    model: Model3D
    motions: list[Motion]
    style: Style
    _noise: Floats = field(init=False)
    _head: tuple[Floats, float] = field(init=False)
    _fingers: NDArray[np.int32] = field(init=False)
    _turns: dict[int, Floats] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._noise = self.style.noise(self.model.vertices)
        self._head = head_box(self.model)
        self._fingers = finger_sides(self.model.skeleton)

    def book(self) -> list[PaletteEntry]:
        """Every colour it can be painted in, with part and role."""
        return book_of(self.style.table)

    def clip(self, rng: np.random.Generator, frames: int) -> list[Pose]:
        """Neighbouring poses of one movement under one slowly moving camera."""
        motion = self._pick_motion(rng)
        length = len(self.motions[motion]) - 1
        gap = min(float(rng.choice(_GAPS)), length / max(frames - 1, 1))
        start = rng.uniform(0, max(length - gap * (frames - 1), 0))
        times = start + gap * np.arange(frames)
        if rng.random() < 0.5:
            times = times[::-1]
        framing = str(rng.choice(FRAMINGS, p=_FRAMING_SHARES))
        points = np.concatenate([self._framed(motion, float(time), framing) for time in times])
        angles = _angles(rng)
        drift = rng.normal(0, 1, 3) * rng.choice([0.0, 1.0, 4.0])
        aim = self._aim(rng, framing, points)
        poses: list[Pose] = []
        curl = _curl(rng)
        for step, time in enumerate(times):
            turn = view_rotation(*(angles + drift * step))
            poses.append(Pose3D(motion, float(time), aim(turn), int(rng.integers(2**31)), curl))
        return poses

    def poses(self, rng: np.random.Generator, count: int) -> list[Pose]:
        """Different movements, moments and cameras."""
        result: list[Pose] = []
        for _ in range(count):
            motion = self._pick_motion(rng)
            time = float(rng.uniform(0, len(self.motions[motion]) - 1))
            framing = str(rng.choice(FRAMINGS, p=_FRAMING_SHARES))
            aim = self._aim(rng, framing, self._framed(motion, time, framing))
            camera = aim(view_rotation(*_angles(rng)))
            result.append(Pose3D(motion, time, camera, int(rng.integers(2**31)), _curl(rng)))
        return result

    def sheet(self) -> list[Pose]:
        """Front, three-quarter and back view of the neutral stand, and a front bust."""
        views = [("body", 0.0), ("body", 40.0), ("body", 180.0), ("bust", 0.0)]
        result: list[Pose] = []
        for seed, (framing, yaw) in enumerate(views):
            points = self._framed(0, 0.0, framing)
            camera = frame_points(points, view_rotation(yaw, 3.0, 0.0), 2.5)
            result.append(Pose3D(0, 0.0, camera, seed))
        return result

    def draw(self, pose: Pose, size: int) -> Cel:
        """Draw `pose` on a square canvas of `size` pixels; deterministic."""
        if not isinstance(pose, Pose3D):
            raise TypeError("Character3D draws only poses that a Character3D made.")
        model = self.model
        rotations, positions = self._joints(pose.motion, pose.frame, pose.curl)
        posed, normals = skin(
            model.vertices,
            model.normals,
            model.joints,
            model.weights,
            model.skeleton,
            rotations,
            positions,
        )
        scene = render(
            model,
            posed,
            normals,
            pose.camera,
            self.style,
            self._noise,
            size,
            np.random.default_rng(pose.seed),
        )
        return toon.draw_cel(scene, self.style.table, self.style.line)

    def _pick_motion(self, rng: np.random.Generator) -> int:
        weights = np.array([min(motion.liveliness(), 1.5) + 0.1 for motion in self.motions])
        weights[0] = 0.0 if len(weights) > 1 else 1.0
        return int(rng.choice(len(weights), p=weights / weights.sum()))

    def _joints(self, motion: int, frame: float, curl: float = 0.0) -> tuple[Floats, Floats]:
        clip, skeleton = self.motions[motion], self.model.skeleton
        if motion not in self._turns:
            self._turns[motion] = alignment(clip.directions, skeleton)
        rotations, hips = pose_matrices(clip, frame)
        rest = skeleton.rest_of(INDEX["hips"])
        height = float(rest[1]) if rest is not None else 0.5
        return forward(
            skeleton,
            rotations @ self._turns[motion],
            hips * height,
            finger_curls(self._fingers, curl),
        )

    def _framed(self, motion: int, frame: float, framing: str) -> Floats:
        """World points that a framing must contain, (N, 3)."""
        rotations, positions = self._joints(motion, frame)
        bones = self.model.skeleton.bones
        head = int(np.flatnonzero(bones == INDEX["head"])[0])
        middle, radius = self._head
        middle = positions[head] + rotations[head] @ (middle - self.model.skeleton.rest[head])
        ball = middle + radius * np.concatenate([np.eye(3), -np.eye(3)]) * 0.8
        if framing == "face":
            return np.asarray(ball)
        if framing == "hand":
            hands = np.flatnonzero(np.isin(bones, [INDEX["hand_l"], INDEX["hand_r"]]))
            if len(hands):
                hand = positions[hands[motion % len(hands)]]
                reach = radius * np.concatenate([np.eye(3), -np.eye(3)]) * 0.5
                return np.concatenate([hand + reach, ball[:3]])
        if framing == "bust":
            wanted = [INDEX[name] for name in ("chest", "upperarm_l", "upperarm_r", "spine1")]
            return np.concatenate([ball, positions[np.isin(bones, wanted)]])
        return np.concatenate(
            [
                ball,
                positions[bones >= 0],
                positions[bones >= 0] + (0, 0.03, 0),
                positions[bones >= 0] - (0, 0.03, 0),
            ]
        )

    def _aim(self, rng: np.random.Generator, framing: str, points: Floats) -> _Aim:
        focal = float(np.exp(rng.uniform(np.log(0.75), np.log(3.5))))
        fill, reach = float(rng.uniform(0.75, 0.95)), 0.04
        if framing == "face":
            fill, reach = float(rng.uniform(0.6, 1.15)), 0.12
        elif framing == "hand":
            focal, reach = float(rng.uniform(0.6, 1.1)), 0.2
        elif framing == "near":
            fill, reach = float(rng.uniform(1.2, 2.2)), 0.35
        shift = (float(rng.uniform(-reach, reach)), float(rng.uniform(-reach, reach)))
        return _Aim(points, focal, fill, shift)


@dataclass(frozen=True)
class _Aim:
    """All of a camera but its direction."""

    points: Floats
    focal: float
    fill: float
    shift: tuple[float, float]

    def __call__(self, rotation: Floats) -> Camera:
        return frame_points(self.points, rotation, self.focal, self.fill, self.shift)


def _curl(rng: np.random.Generator) -> float:
    """Open hand, relaxed hand or fist."""
    return float(rng.choice([rng.uniform(0, 10), rng.uniform(15, 40), rng.uniform(55, 75)]))


def _angles(rng: np.random.Generator) -> Floats:
    """Yaw, pitch, roll in degrees: mostly front and three-quarter, some back, above, below."""
    kind = rng.choice(4, p=[0.45, 0.3, 0.15, 0.1])
    yaw = (
        rng.normal(0, 22),
        rng.choice([-1, 1]) * rng.uniform(30, 80),
        180 + rng.normal(0, 35),
        rng.uniform(-180, 180),
    )[kind]
    pitch = rng.normal(4, 9) if rng.random() < 0.8 else rng.uniform(-40, 50)
    roll = 0.0 if rng.random() < 0.7 else rng.normal(0, 10)
    return np.array([yaw, pitch, roll], float)
