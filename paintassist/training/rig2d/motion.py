"""Gestures, cameras, poses far apart, clips of neighbouring poses, and the neutral sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from paintassist.training.rig2d.design import Design
from paintassist.training.rig2d.effects import EFFECTS
from paintassist.training.rig2d.mouths import KINDS
from paintassist.training.rig2d.pose import RigPose, Vec3, mix, skeleton

Rng = np.random.Generator
# Hand targets (out, down, front) as shares of the arm, with the elbow's direction.
_ARMS: dict[str, tuple[Vec3, Vec3]] = {
    "rest": ((0.14, 0.97, 0.08), (0.5, 0.4, -0.6)),
    "away": ((0.45, 0.82, 0.1), (0.5, 0.4, -0.6)),
    "hip": ((0.1, 0.66, 0.18), (1.0, 0.1, -0.35)),
    "raised": ((0.4, -0.85, 0.1), (0.8, 0.2, -0.3)),
    "wave": ((0.42, -0.34, 0.25), (0.6, 1.0, 0.0)),
    "crossed": ((-0.42, 0.44, 0.36), (0.7, 1.0, 0.2)),
    "chest": ((-0.2, 0.42, 0.42), (0.8, 0.9, 0.0)),
    "mic": ((-0.12, 0.16, 0.5), (0.9, 1.0, 0.1)),
    "forward": ((0.12, 0.12, 0.95), (0.5, 1.0, -0.2)),
    "side": ((0.93, 0.1, 0.15), (0.2, 1.0, -0.3)),
    "behind": ((-0.12, 0.66, -0.3), (1.0, 0.3, -0.6)),
    "cheek": ((-0.1, -0.14, 0.3), (0.9, 1.0, 0.1)),
    "head": ((0.0, -0.45, -0.05), (1.0, -0.3, 0.1)),
    "carry": ((0.1, 0.5, 0.55), (0.6, 1.0, -0.3)),
    "lens": ((0.02, -0.02, 0.97), (0.7, 1.0, -0.1)),
    "reach": ((-0.2, -0.15, 0.9), (0.8, 1.0, 0.0)),
    "mouth": ((-0.3, -0.12, 0.42), (0.9, 0.9, 0.1)),
    "aim": ((-0.28, 0.06, 0.85), (0.8, 1.0, 0.0)),
    "across": ((-0.5, 0.3, 0.5), (0.7, 1.0, 0.3)),
    "face": ((-0.35, -0.42, 0.35), (0.9, 0.9, 0.3)),
    "belly": ((-0.35, 0.62, 0.4), (1.0, 0.5, 0.2)),
    "point_up": ((0.25, -0.75, 0.35), (0.9, 0.6, 0.1)),
    "throw": ((0.6, -0.6, 0.4), (0.6, -0.2, -0.5)),
}
_CLOSE = ("lens", "reach", "mouth", "aim", "across", "face", "belly", "point_up", "throw")
_FEET: dict[str, tuple[Vec3, Vec3]] = {
    "stand": ((0.06, 1.0, 0.0), (0.06, 1.0, 0.0)),
    "wide": ((0.32, 0.95, 0.05), (0.32, 0.95, 0.0)),
    "step": ((0.04, 0.95, 0.3), (0.05, 0.96, -0.28)),
    "bent": ((0.2, 0.84, 0.05), (0.24, 0.84, 0.0)),
    "kick": ((0.05, 1.0, 0.0), (0.3, 0.7, 0.5)),
    "run": ((0.05, 0.9, 0.35), (0.05, 0.7, -0.5)),
    "sit": ((0.12, 0.6, 0.6), (0.16, 0.62, 0.58)),
    "crouch": ((0.4, 0.74, 0.2), (0.46, 0.76, -0.05)),
    "leap": ((0.2, 0.62, 0.35), (0.3, 0.9, -0.3)),
    "weight": ((0.02, 1.0, 0.0), (0.28, 0.96, 0.12)),
}


_KIND_SHARES = (0.5, 0.1, 0.08, 0.08, 0.06, 0.06, 0.04, 0.08)


def _normal(rng: Rng, spread: float) -> float:
    return float(np.clip(rng.normal(0, spread), -2 * spread, 2 * spread))


def _near(rng: Rng, v: Vec3, spread: float) -> Vec3:
    a, b, c = (float(x) + _normal(rng, spread) for x in v)
    return a, b, c


def sample_turn(rng: Rng) -> float:
    """A turn of the body: mostly frontal and three-quarter, some profile and back views."""
    kind = rng.choice(5, p=[0.3, 0.36, 0.14, 0.13, 0.07])
    lo, hi = [(0.0, 0.2), (0.25, 0.95), (1.15, 1.55), (1.7, 2.6), (2.6, 3.2)][int(kind)]
    return float(rng.uniform(lo, hi) * rng.choice([-1, 1]))


def _gesture(rng: Rng, design: Design) -> dict[str, Any]:
    out: dict[str, Any] = {}
    names = list(_ARMS)
    weights = np.array([4, 2, 2, 1, 2, 1.5, 2, 1.5, 1, 1, 0.7, 0.7, 0.6, 2, *[0.0] * len(_CLOSE)])
    close = rng.random() < design.reach
    if close:
        weights[-len(_CLOSE) :] = 3.0
    pair = rng.random()
    both = str(rng.choice(["crossed", "hip", "rest", "raised", "chest"])) if pair < 0.3 else ""
    for k, tag in enumerate("lr"):
        name = both or str(rng.choice(names, p=weights / weights.sum()))
        own = design.outfit.prop_side == (-1, 1)[k]
        holds = (design.outfit.prop if own else design.outfit.second) != "none"
        if holds and rng.random() < 0.75:
            shown = ["mic", "carry", "chest", "away", "raised", "forward", "wave"]
            name = str(rng.choice(_CLOSE if close else shown))
        out[f"palm_{tag}"] = bool(rng.random() < 0.45)
        out[f"wrist_{tag}"] = _normal(rng, 0.3)
        hand, pole = _ARMS[name]
        out[f"hand_{tag}"], out[f"pole_{tag}"] = _near(rng, hand, 0.05), pole
        out[f"grip_{tag}"] = (
            "fist"
            if name in ("hip", "crossed")
            else str(
                rng.choice(
                    ["relaxed", "open", "fist", "point", "peace"], p=[0.4, 0.25, 0.2, 0.08, 0.07]
                )
            )
        )
    calm = np.array([0.28, 0.17, 0.13, 0.1, 0.05, 0.07, 0.06, 0.03, 0.03, 0.14])
    wild = np.array([0.04, 0.3, 0.12, 0.14, 0.06, 0.08, 0.02, 0.16, 0.06, 0.08])
    step = calm if rng.random() > design.bounce else wild
    feet = _FEET[str(rng.choice(list(_FEET), p=step / step.sum()))]
    if rng.random() < 0.5:
        feet = (feet[1], feet[0])
    out["foot_l"], out["foot_r"] = _near(rng, feet[0], 0.02), _near(rng, feet[1], 0.02)
    return out


def _expression(rng: Rng) -> dict[str, Any]:
    closed = rng.random() < 0.1
    squint = rng.random() < 0.15
    return {
        "eye": 0.0
        if closed
        else float(rng.uniform(0.2, 0.55) if squint else rng.uniform(0.55, 1.1)),
        "gaze": (_normal(rng, 0.3), _normal(rng, 0.25)),
        "brow": _normal(rng, 0.5),
        "mouth": 0.0 if rng.random() < 0.5 else float(rng.uniform(0.2, 1.1)),
        "smile": float(rng.uniform(-0.8, 1.4)),
        "happy": bool(rng.random() < 0.07),
        "mouth_kind": str(rng.choice(KINDS, p=_KIND_SHARES)),
        "wink": int(rng.choice([0, -1, 1], p=[0.92, 0.04, 0.04])),
        "flush": bool(rng.random() < 0.12),
        "mood": str(rng.choice(["none", "tears", "sweat", "vein"], p=[0.88, 0.04, 0.05, 0.03])),
    }


def _camera(rng: Rng, design: Design, pose: RigPose, shot: str) -> RigPose:
    """Frame the figure: whole, to the knee or bust, or the face; off-centre at times."""
    b = design.build
    bones = skeleton(b, pose)
    head = bones.head
    foot = max(leg.end[1] for leg in bones.legs) + b.foot * 0.5
    top = head[1] - 0.75 * b.head
    reach = [a.end[0] for a in bones.arms] + [leg.end[0] for leg in bones.legs]
    wide = max(max(reach) - min(reach) + 0.5, 1.4)
    if shot == "full":
        height = max(foot - top, wide)
        centre = (float((max(reach) + min(reach)) / 2 * 0.7), float((foot + top) / 2))
        zoom = float(rng.uniform(0.72, 0.98)) / height
    elif shot == "bust":
        low = float(rng.uniform(0.0, 1.0)) * (b.torso + 0.4 * b.leg)
        height = max(bones.neck[1] + 0.35 + low - top, 1.4)
        centre = (float(head[0] * 0.7), float(top + height / 2))
        zoom = float(rng.uniform(0.85, 1.1)) / height
    else:
        height = float(rng.uniform(0.9, 1.9)) * b.head
        centre = (float(head[0]), float(head[1] + 0.1 * b.head))
        zoom = 1.0 / height
    if rng.random() < 0.1:
        part = [bones.head, bones.neck, bones.arms[0].end, bones.arms[1].end, bones.legs[0].mid]
        at = part[int(rng.integers(len(part)))]
        centre = (float(at[0]), float(at[1]))
        zoom = float(rng.uniform(0.35, 0.9)) / b.head
    off = float(rng.choice([0.05, 0.16, 0.3], p=[0.66, 0.24, 0.1]))
    centre = (centre[0] + _normal(rng, off) / zoom, centre[1] + _normal(rng, off * 0.6) / zoom)
    return replace(pose, centre=centre, zoom=zoom)


def sample_pose(rng: Rng, design: Design, shot: str = "") -> RigPose:
    """One pose with its own turn, gesture, expression and camera."""
    yaw = sample_turn(rng)
    shot = shot or str(rng.choice(["full", "bust", "face"], p=design.shots))
    if shot == "face" and abs(yaw) > 1.7:
        yaw *= 0.4
    pose = RigPose(
        yaw=yaw,
        head_yaw=_normal(rng, 0.25),
        pitch=_normal(rng, 0.14),
        roll=_normal(rng, 0.12),
        lean=_normal(rng, 0.08 * design.lively + 0.14 * design.bounce),
        bend=_normal(rng, 0.08 * design.lively + 0.1 * design.bounce),
        bob=(_normal(rng, 0.06 * design.bounce), _normal(rng, 0.06 * design.bounce)),
        sway=_normal(rng, 0.22),
        squash=1 + _normal(rng, 0.03 * design.lively + 0.09 * design.bounce),
        tilt=_normal(rng, 0.03) if rng.random() < 0.8 else _normal(rng, 0.2),
        high=_normal(rng, 0.2),
        phase=float(rng.uniform(0, 6.28)),
        prop=bool(rng.random() < 0.85),
        depth=design.depth,
        **_gesture(rng, design),
        **_expression(rng),
    )
    if rng.random() < 0.07:
        pose = replace(pose, effect=str(rng.choice(list(EFFECTS))))
    if rng.random() < design.fickle:
        pose = replace(pose, swapped=True)
    return _camera(rng, design, pose, shot)


def _target(rng: Rng, design: Design, pose: RigPose, amount: float) -> RigPose:
    """A pose that a movement from `pose` arrives at; `amount` 0..1 says how far."""
    k = amount * design.lively
    new: dict[str, Any] = {
        "yaw": pose.yaw + _normal(rng, 0.3 * k),
        "head_yaw": pose.head_yaw + _normal(rng, 0.35 * k),
        "pitch": pose.pitch + _normal(rng, 0.12 * k),
        "roll": pose.roll + _normal(rng, 0.12 * k),
        "lean": pose.lean + _normal(rng, 0.08 * k),
        "bend": pose.bend + _normal(rng, 0.06 * k),
        "sway": _normal(rng, 0.4 * k),
        "squash": 1 + _normal(rng, 0.06 * k + 0.1 * design.bounce),
        "bob": (_normal(rng, 0.06 * design.bounce), _normal(rng, 0.07 * design.bounce)),
        "wrist_l": pose.wrist_l + _normal(rng, 0.2 * k),
        "wrist_r": pose.wrist_r + _normal(rng, 0.2 * k),
        "hand_l": _near(rng, pose.hand_l, 0.1 * k),
        "hand_r": _near(rng, pose.hand_r, 0.1 * k),
        "foot_l": _near(rng, pose.foot_l, 0.04 * k),
        "foot_r": _near(rng, pose.foot_r, 0.04 * k),
        "centre": (
            pose.centre[0] + _normal(rng, 0.05 * k) / pose.zoom,
            pose.centre[1] + _normal(rng, 0.05 * k) / pose.zoom,
        ),
        "zoom": pose.zoom * (1 + _normal(rng, 0.05 * k)),
        "tilt": pose.tilt + _normal(rng, 0.03 * k),
    }
    if rng.random() < 0.6 * amount:
        fresh = _gesture(rng, design)
        keep = str(rng.choice(["l", "r"]))
        new.update(
            {n: v for n, v in fresh.items() if not n.endswith(f"_{keep}") and "foot" not in n}
        )
        if rng.random() < 0.3:
            new.update({n: v for n, v in fresh.items() if "foot" in n})
    if rng.random() < 0.6:
        new.update({n: v for n, v in _expression(rng).items() if n != "happy"})
    return replace(pose, **new)


def _leap(rng: Rng, design: Design, pose: RigPose, amount: float) -> RigPose:
    """Another gesture altogether under the same camera: a turn, a jump, arms thrown up."""
    fresh = sample_pose(rng, design)
    lift = (_normal(rng, 0.12) / pose.zoom, _normal(rng, 0.1) / pose.zoom)
    return replace(
        fresh,
        yaw=pose.yaw + _normal(rng, 0.5 + 0.3 * amount),
        head_yaw=fresh.head_yaw * 1.6,
        centre=(pose.centre[0] + lift[0], pose.centre[1] + lift[1]),
        zoom=pose.zoom * (1 + _normal(rng, 0.06)),
        tilt=pose.tilt + _normal(rng, 0.08),
        effect=pose.effect,
    )


def sample_clip(rng: Rng, design: Design, frames: int) -> list[RigPose]:
    """Poses of one movement: two or three keys with eased in-betweens, blinks and talk."""
    shot = str(rng.choice(["full", "bust", "face"], p=design.shots))
    amount = float(rng.choice([0.25, 0.6, 1.0, 1.6], p=[0.2, 0.35, 0.3, 0.15]))
    keys = [sample_pose(rng, design, shot)]
    leaps = rng.random() < 0.5 * design.bounce
    for _ in range(int(rng.integers(1, 3))):
        keys.append((_leap if leaps else _target)(rng, design, keys[-1], amount))
    if rng.random() < 0.25:
        keys.append(keys[0])
    ease, beat = float(rng.uniform(0.6, 2.0)), float(rng.uniform(0, 6.28))
    talk, blink = rng.random() < 0.4, int(rng.integers(0, max(frames * 3, 1)))
    acts = rng.random() < 0.35
    out = []
    for n in range(frames):
        at = (n / max(frames - 1, 1)) ** ease * (len(keys) - 1)
        k = min(int(at), len(keys) - 2)
        pose = mix(keys[k], keys[k + 1], at - k)
        extra: dict[str, Any] = {
            "phase": float(rng.uniform(0, 6.28)),
            "sway": pose.sway + 0.12 * amount * float(np.sin(beat + 1.3 * n)),
            "squash": pose.squash * (1 + 0.07 * design.bounce * float(np.sin(beat + 1.9 * n))),
        }
        if acts and rng.random() < 0.6:
            extra |= _expression(rng)
        if talk:
            extra["mouth"] = float(rng.choice([0.0, 0.25, 0.6, 1.0]))
        if design.fickle:
            extra["swapped"] = bool(rng.random() < design.fickle)
        if n == blink:
            extra["eye"] = 0.0
        out.append(replace(pose, **extra))
    return out


def sheet(design: Design) -> list[RigPose]:
    """Front, three-quarter, side and back view, whole figure, neutral."""
    out = []
    bones = skeleton(design.build, RigPose())
    foot, top = bones.legs[0].end[1] + design.build.foot * 0.55, bones.head[1] - design.build.head
    for yaw in (0.0, 0.65, 1.4, np.pi):
        pose = RigPose(
            yaw=float(yaw), hand_l=(0.3, 0.9, 0.1), hand_r=(0.3, 0.9, 0.1), phase=float(yaw)
        )
        zoom = 0.93 / max(float(foot - top), 2.2)
        out.append(replace(pose, centre=(0.0, float(foot + top) / 2), zoom=zoom))
    return out
