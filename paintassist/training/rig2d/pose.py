"""Poses: what changes from drawing to drawing, and the skeleton a pose gives a build."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import numpy as np

from paintassist.training.rig2d.design import Build
from paintassist.training.rig2d.geometry import FloatArray, two_bone, yaw_pitch

Vec3 = tuple[float, float, float]


@dataclass(frozen=True)
class RigPose:
    """One drawing. Angles in radians, lengths in head heights, index 0 = picture left.

    Attributes
    ----------
    yaw, head_yaw : turn of the body, of the head against it; positive to picture right.
    pitch, roll, lean, bend : nod, tilt of the head, sideways and forward lean of the trunk.
    hands, feet : (out, down, front) targets as shares of the limb from its joint.
    sway : sideways swing of hair and cloth. eye : 0 closed, 1 open. gaze : (x, y).
    brow : -1 angry, 1 sad. mouth : 0 closed, 1 wide open; smile -1..1. squash : stretch.
    centre, zoom, tilt, high : camera: world point in mid-frame, canvas heights a head height
        fills, roll, and its height (positive sees from above).
    phase : drawing number's tremor. swapped : red and blue trace inks change roles here.
    depth : how much limbs grow towards the viewer; 0 = not at all. palms : whether a hand
        shows its palm. wrists : bend of the hand against the forearm.
    mouth_kind : one of `mouths.KINDS`. wink : side of a shut eye. flush : red cheeks.
    mood : none, tears, sweat or vein. bob : how far the head swings off the neck.
    """

    yaw: float = 0.0
    head_yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    lean: float = 0.0
    bend: float = 0.0
    hand_l: Vec3 = (0.15, 0.97, 0.1)
    hand_r: Vec3 = (0.15, 0.97, 0.1)
    pole_l: Vec3 = (0.5, 0.5, -0.6)
    pole_r: Vec3 = (0.5, 0.5, -0.6)
    foot_l: Vec3 = (0.06, 1.0, 0.0)
    foot_r: Vec3 = (0.06, 1.0, 0.0)
    sway: float = 0.0
    eye: float = 1.0
    gaze: tuple[float, float] = (0.0, 0.0)
    brow: float = 0.0
    mouth: float = 0.0
    smile: float = 0.4
    squash: float = 1.0
    centre: tuple[float, float] = (0.0, 0.0)
    zoom: float = 0.15
    tilt: float = 0.0
    high: float = 0.05
    phase: float = 0.0
    grip_l: str = "relaxed"
    grip_r: str = "relaxed"
    prop: bool = True
    happy: bool = False
    effect: str = "none"
    swapped: bool = False
    depth: float = 0.0
    palm_l: bool = False
    palm_r: bool = False
    wrist_l: float = 0.0
    wrist_r: float = 0.0
    mouth_kind: str = "plain"
    wink: int = 0
    flush: bool = False
    mood: str = "none"
    bob: tuple[float, float] = (0.0, 0.0)


def mix(a: RigPose, b: RigPose, t: float) -> RigPose:
    """Pose between `a` (t = 0) and `b` (t = 1); words switch half way."""
    out: dict[str, object] = {}
    for f in fields(RigPose):
        u, v = getattr(a, f.name), getattr(b, f.name)
        if isinstance(u, float):
            out[f.name] = u + (v - u) * t
        elif isinstance(u, tuple):
            out[f.name] = tuple(p + (q - p) * t for p, q in zip(u, v, strict=True))
        else:
            out[f.name] = u if t < 0.5 else v
    return replace(a, **out)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Limb:
    """Three joints of an arm or leg in view space, (3,) each.

    Attributes
    ----------
    near : how much larger than life perspective draws the middle and the end.
    """

    root: FloatArray
    mid: FloatArray
    end: FloatArray
    near: tuple[float, float] = (1.0, 1.0)


class Trunk:
    """The trunk as a bent stack of elliptic rings that can be asked for surface points."""

    _T = np.array([-0.14, 0.0, 0.16, 0.38, 0.68, 0.86, 0.93, 1.0])

    def __init__(self, build: Build, pose: RigPose) -> None:
        b = build
        self.build, self.pose = build, pose
        self._half = np.array(
            [
                b.hip * 0.72,
                b.hip,
                b.hip * 0.97,
                b.waist,
                b.chest,
                b.shoulder * 0.9,
                b.shoulder * 0.66,
                b.neck_r * 1.2,
            ]
        )
        deep = np.array([0.6, 0.72, 0.72, 0.7, 0.72, 0.42, 0.4, 0.95])
        wide = np.array([b.hip, b.hip, b.hip, b.waist, b.chest, b.chest, b.chest, b.neck_r * 1.15])
        self._deep = wide * deep

    def centre(self, t: float) -> FloatArray:
        """(3,) view position of the spine at height `t` (0 = hips, 1 = neck)."""
        p, b = self.pose, self.build
        k = max(t, 0.0)
        z = p.bend * k**1.4 * b.torso
        belly = b.bust * 1.4 * np.exp(-(((t - 0.66) / 0.16) ** 2)) * 0.5
        forward = z + belly
        return np.array(
            [
                forward * np.sin(p.yaw) + p.lean * k**1.3 * b.torso,
                -t * b.torso * (1 - 0.25 * abs(p.bend) * k),
                forward * np.cos(p.yaw),
            ]
        )

    def half(self, t: float, yaw: float | None = None) -> float:
        """Half width of the silhouette at height `t`."""
        a = float(np.interp(t, self._T, self._half))
        d = float(np.interp(t, self._T, self._deep))
        psi = self.pose.yaw if yaw is None else yaw
        return float(np.hypot(a * np.cos(psi), d * np.sin(psi)))

    def at(self, azimuth: float, t: float, grow: float = 1.0) -> FloatArray:
        """(2,) world point on the front surface; hidden azimuths slide to the silhouette."""
        rel = (azimuth + self.pose.yaw + np.pi) % (2 * np.pi) - np.pi
        rel = float(np.clip(rel, -np.pi / 2, np.pi / 2))
        c = self.centre(t)
        return np.array([c[0] + self.half(t) * grow * np.sin(rel), c[1]])

    def wrap(self, points: list[tuple[float, float]], grow: float = 1.0) -> FloatArray:
        """(N, 2) world points of (azimuth, t) pairs."""
        return np.array([self.at(a, t, grow) for a, t in points])

    def facing(self, azimuth: float) -> float:
        """Cosine between the surface at `azimuth` and the viewer; positive = visible."""
        return float(np.cos(azimuth + self.pose.yaw))

    def outline(self, lo: float, hi: float, grow: float = 1.0, steps: int = 12) -> FloatArray:
        """Closed (2 steps, 2) silhouette between two heights."""
        ts = np.linspace(lo, hi, steps)
        mid = np.array([self.centre(float(t))[:2] for t in ts])
        half = np.array([self.half(float(t)) * grow for t in ts])
        right = mid + np.stack([half, np.zeros(steps)], 1)
        left = mid - np.stack([half, np.zeros(steps)], 1)
        return np.concatenate([right, left[::-1]])


@dataclass(frozen=True)
class Skeleton:
    """Joints of one pose in view space (x right, y down, z to the viewer)."""

    trunk: Trunk
    neck: FloatArray
    head: FloatArray
    arms: tuple[Limb, Limb]
    legs: tuple[Limb, Limb]


def _limb(
    root: FloatArray,
    target: Vec3,
    length: float,
    pole: Vec3,
    side: int,
    yaw: float,
    lengths: tuple[float, float],
    depth: float,
) -> Limb:
    local = np.array([target[0] * side, target[1], target[2]]) * length
    bend = np.array([pole[0] * side, pole[1], pole[2]])
    goal = root + yaw_pitch(local, yaw)
    mid, end = two_bone(root, goal, lengths[0] * length, lengths[1] * length, yaw_pitch(bend, yaw))
    return Limb(root, mid, end, (_nearness(mid, length, depth), _nearness(end, length, depth)))


def _nearness(joint: FloatArray, length: float, depth: float) -> float:
    """Scale that perspective of strength `depth` gives to a joint."""
    return 1.0 / (1.0 - 0.62 * depth * float(np.clip(joint[2] / length, -0.6, 1.0)))


def skeleton(build: Build, pose: RigPose) -> Skeleton:
    """Joints of `pose` for a body of `build`; the hips are the origin."""
    trunk = Trunk(build, pose)
    arms, legs = [], []
    shoulders, hips = trunk.centre(0.845), trunk.centre(0.0)
    for k, side in enumerate((-1, 1)):
        off = yaw_pitch(
            np.array([side * (build.shoulder - build.arm_r * 0.95), 0.0, 0.0]), pose.yaw
        )
        hand, pole = (pose.hand_l, pose.pole_l) if k == 0 else (pose.hand_r, pose.pole_r)
        arms.append(
            _limb(shoulders + off, hand, build.arm, pole, side, pose.yaw, (0.52, 0.48), pose.depth)
        )
        off = yaw_pitch(np.array([side * build.hip * 0.5, 0.0, 0.0]), pose.yaw)
        foot = pose.foot_l if k == 0 else pose.foot_r
        legs.append(
            _limb(
                hips + off,
                foot,
                build.leg,
                (0.12, 0.0, 1.0),
                side,
                pose.yaw,
                (0.5, 0.5),
                pose.depth,
            )
        )
    neck = trunk.centre(1.0)
    yaw = pose.yaw + pose.head_yaw
    up = np.array(
        [
            pose.roll * 0.2 + 0.10 * np.sin(yaw) * build.head,
            -build.neck - 0.38 * build.head,
            0.1 * np.cos(yaw),
        ]
    )
    up[:2] += np.array(pose.bob) * build.head
    return Skeleton(trunk, neck, neck + up, (arms[0], arms[1]), (legs[0], legs[1]))
