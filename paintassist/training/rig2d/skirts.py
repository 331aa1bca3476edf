"""Skirts, robes, capes and shoulder plates: what stands off the body."""

from __future__ import annotations

import numpy as np

from paintassist.training.rig2d.design import Design
from paintassist.training.rig2d.geometry import FloatArray, ellipse, spline
from paintassist.training.rig2d.ink import Stage, Tone
from paintassist.training.rig2d.paints import SHADOW
from paintassist.training.rig2d.palette import INDEX as M
from paintassist.training.rig2d.pose import Skeleton


def skirt_hem(design: Design, bones: Skeleton) -> tuple[FloatArray, float, float]:
    """Hem centre (2,), half width and height of the opening of a skirt."""
    o, b = design.outfit, design.build
    trunk = bones.trunk
    drop = o.bottom_len * b.leg
    wide = trunk.half(0.0, 0.0) * o.flare
    k = min(drop / (b.leg * 0.5), 2.0)
    knees = np.array([leg.mid[:2] if k < 1.2 else leg.end[:2] for leg in bones.legs])
    reach = knees * min(k, 1.0)
    left, right = (
        min(-wide * 0.9, reach[:, 0].min() - b.leg_r * 1.15),
        max(wide * 0.9, reach[:, 0].max() + b.leg_r * 1.15),
    )
    mid = np.array([(left + right) / 2 + trunk.pose.sway * 0.25 * drop, drop * 0.96])
    return mid, (right - left) / 2, 0.06 * wide + 0.25 * wide * max(trunk.pose.high, 0.0)


def draw_skirt(stage: Stage, design: Design, bones: Skeleton) -> None:
    """Draw a skirt or the lower half of a dress or robe, with pleats that turn."""
    o, trunk = design.outfit, bones.trunk
    if o.bottom not in ("skirt", "dress", "robe"):
        return
    mid, half, open_h = skirt_hem(design, bones)
    waist_t = 0.3 if o.bottom == "skirt" else 0.36
    w0 = trunk.half(waist_t) * 1.05
    c0 = trunk.centre(waist_t)[:2]
    n = max(o.pleats, 3)
    yaw = trunk.pose.yaw
    base = np.arange(2 * n) * np.pi / n
    rel = np.sort((base + yaw + np.pi) % (2 * np.pi) - np.pi)
    rel = np.concatenate([[-np.pi / 2], rel[np.abs(rel) < np.pi / 2 * 0.97], [np.pi / 2]])
    hem = np.stack([mid[0] + half * np.sin(rel), mid[1] + open_h * np.cos(rel)], 1)
    zig: list[FloatArray] = []
    for k, p in enumerate(hem):
        zig.append(p)
        if k + 1 < len(hem):
            q = (p + hem[k + 1]) / 2
            zig.append(q + [0.0, 0.02 + 0.03 * half if o.pleats else 0.01])
    hips = trunk.half(0.0) * 1.06
    yh = trunk.centre(0.0)[1]
    right = spline([(c0[0] + w0, c0[1]), (max(hips, w0 * 0.9) + 0.02, yh + 0.03), tuple(hem[-1])])
    left = spline([tuple(hem[0]), (-max(hips, w0 * 0.9) - 0.02, yh + 0.03), (c0[0] - w0, c0[1])])
    material = M["bottom"] if o.bottom == "skirt" else M["top"]
    if stage.scale * half > 6:
        inner = np.concatenate([hem + [0, -open_h * 0.2], (hem - [0, 2.2 * open_h])[::-1]])
        inner = (inner - mid) * [0.96, 1.0] + mid
        stage.part(inner, M["bottom2"])
    tones = []
    if design.shading.kind != "none":
        for k in range(1, len(hem) - 1, 2):
            a, q = hem[k], (hem[k] * 0.6 + hem[k + 1] * 0.4)
            top = c0 + [w0 * np.sin(rel[k]) * 0.95, 0.1]
            tones.append(Tone(SHADOW, polys=(np.array([top, a, q + [0, 0.1]]),)))
    patch = stage.part(np.concatenate([right, np.array(zig)[::-1], left]), material, tones=tones)
    for k in range(1, len(hem) - 1):
        top = c0 + [w0 * np.sin(rel[k]), 0.03 + 0.3 * (0 if o.pleats > 6 else 1)]
        if o.pleats:
            stage.line(
                np.array([hem[k], top + (hem[k] - top) * (0.0 if o.pleats > 6 else 0.35)]),
                0.9,
                clip=patch,
            )
    if o.sock_band:
        low = np.concatenate([hem - [0, 0.12], (hem - [0, 0.2])[::-1]])
        stage.part(low, M["trim"], clip=patch, outline=0.8)


def draw_cape(stage: Stage, design: Design, bones: Skeleton) -> None:
    """Draw a cape hanging from the shoulders."""
    trunk, b = bones.trunk, design.build
    top, half = trunk.centre(0.95)[:2], trunk.half(0.86)
    end = b.leg * 0.75
    sway = trunk.pose.sway
    x = np.linspace(1, -1, 7)
    hem = np.stack(
        [x * half * 1.7 - 0.3 * np.sin(trunk.pose.yaw) + sway * 0.5, end + 0.1 * np.cos(x * 9)], 1
    )
    pts = np.concatenate([[top + [half * 0.9, 0.03]], hem, [top + [-half * 0.9, 0.03]]])
    front = trunk.facing(0.0) > 0
    tones = (
        []
        if design.shading.kind == "none"
        else [Tone(SHADOW, polys=(pts * [0.85, 0.98],))]
        if front
        else [Tone(SHADOW, shift=(0.2 * design.shading.light, -0.1))]
    )
    patch = stage.part(spline(pts, True, 4), M["cape"], tones=tones)
    for k in (2, 3, 4, 5):
        stage.line(spline([top + [hem[k, 0] * 0.5, 0.2], hem[k] * [0.9, 0.7]]), 0.9, clip=patch)


def draw_pauldrons(stage: Stage, design: Design, bones: Skeleton, k: int) -> None:
    """Draw a shoulder plate over arm `k`."""
    arm, b = bones.arms[k], design.build
    r = b.arm_r * 2.1
    c = arm.root[:2] + [0.3 * r * (-1 if k == 0 else 1) * np.cos(bones.trunk.pose.yaw), 0.0]
    tones = (
        []
        if design.shading.kind == "none"
        else [Tone(SHADOW, shift=(0.4 * r * design.shading.light, -0.4 * r))]
    )
    for s in (1.0, 0.72):
        plate = ellipse(c + [0, (1 - s) * -r * 0.5], r * s, r * 0.85 * s)
        stage.part(plate, M["armor"] if s == 1.0 else M["trim"], tones=tones)
