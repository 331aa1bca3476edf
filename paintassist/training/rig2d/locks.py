"""Big locks that stand off the skull: flames, quiffs and spikes of cartoon hair."""

from __future__ import annotations

import numpy as np

from paintassist.training.rig2d.chance import Rng, maybe, one, within
from paintassist.training.rig2d.geometry import FloatArray, ellipse, ribbon, side_band, yaw_pitch
from paintassist.training.rig2d.hair import shaded
from paintassist.training.rig2d.head import HeadFrame
from paintassist.training.rig2d.ink import Stage, Tone
from paintassist.training.rig2d.paints import LIGHT, SHADOW
from paintassist.training.rig2d.palette import INDEX as M

# Azimuth and height of the root, length, half width, bend to the side, fall (1 = hangs down).
Lock = tuple[float, float, float, float, float, float]


def sample_crest(rng: Rng) -> tuple[Lock, ...]:
    """Locks of one hair-do: a few huge ones or many small ones, swept one way."""
    kind = one(rng, "flame", "flame", "bangs", "hedgehog", "quiff")
    sweep = within(rng, -0.5, 0.5)
    size = within(rng, 0.3, 0.75)
    out: list[Lock] = []
    if kind in ("flame", "hedgehog"):
        n = int(rng.integers(3, 7)) if kind == "flame" else int(rng.integers(6, 10))
        for az in np.linspace(-2.6, 2.6, n):
            length = size * within(rng, 0.7, 1.2)
            height = -0.36 + 0.2 * abs(az) / 2.6 + within(rng, -0.05, 0.05)
            out.append((float(az), height, length, within(rng, 0.12, 0.2), sweep, 0.0))
    if kind in ("bangs", "quiff") or maybe(rng, 0.4):
        n = int(rng.integers(2, 5))
        for az in np.linspace(-0.8, 0.8, n) + sweep * 0.3:
            fall = -0.5 if kind == "quiff" else within(rng, 0.7, 1.1)
            out.append(
                (float(az), -0.33, within(rng, 0.3, 0.6), within(rng, 0.1, 0.18), sweep, fall)
            )
    if maybe(rng, 0.5):
        for az in (2.0, 2.7, -2.7, -2.0):
            out.append((az, 0.15, within(rng, 0.25, 0.5), within(rng, 0.1, 0.16), 0.2, 0.35))
    return tuple(out)


def draw_locks(stage: Stage, head: HeadFrame, front: bool) -> None:
    """Draw the locks rooted on the near (`front`) or the far side of the skull."""
    locks = [lock for lock in head.design.hair.crest if (np.cos(head.rel(lock[0])) > 0) == front]
    for lock in sorted(locks, key=lambda lock: (lock[5], float(np.cos(head.rel(lock[0]))))):
        _draw_lock(stage, head, lock)


def _draw_lock(stage: Stage, head: HeadFrame, lock: Lock) -> None:
    az, y, length, width, bend, fall = lock
    ring = float(np.sqrt(max(1 - (y / 0.56) ** 2, 0.05)))
    root = np.array([np.sin(az) * ring * 0.46, y, np.cos(az) * ring * 0.46])
    out = root / max(float(np.linalg.norm(root)), 1e-6) + [0.0, 1.6 * fall - 0.25, 0.0]
    out /= max(float(np.linalg.norm(out)), 1e-6)
    side = np.array([np.cos(az), 0.0, -np.sin(az)]) * (bend + 0.5 * head.pose.sway)
    steps = [-0.12, 0.25, 0.65, 1.0]
    solid = np.array([root + out * length * t + side * length * t * abs(t) for t in steps])
    path = yaw_pitch(solid, head.yaw, head.pose.pitch)[:, :2]
    radii = (width * 0.9, width, width * 0.6, 0.0)
    tones = _tones(head, path, radii)
    root_at = head.plane(path[:1])[0]
    patch = stage.part(
        head.plane(ribbon(path, radii, steps=4)),
        M["hair"],
        tones=tones,
        gaps=((root_at, width * 1.15 * head.scale),),
    )
    if patch is not None and head.design.hair.gloss != "none":
        bead = ellipse(path[1] + [0.02, -0.02], width * 0.2, width * 0.42, bend, n=12)
        stage.shade(patch, M["hair"], Tone(LIGHT, polys=(head.plane(bead),)))


def _tones(head: HeadFrame, path: FloatArray, radii: tuple[float, ...]) -> list[Tone]:
    if not shaded(head):
        return []
    d = path[-1] - path[0]
    s = -head.design.shading.light * (1 if d[1] >= 0 else -1)
    zig = 0.22 if head.design.shading.kind == "zigzag" else 0.0
    lo = 0.5 - 0.8 * head.design.shading.amount
    return [Tone(SHADOW, polys=(head.plane(side_band(path, radii, s * lo, s * 1.8, s * zig, 5)),))]
