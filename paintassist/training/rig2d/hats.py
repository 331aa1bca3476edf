"""Hats, hair ornaments, animal ears, horns, wings and tails."""

from __future__ import annotations

import numpy as np

from paintassist.training.rig2d.geometry import FloatArray, ellipse, ribbon, spline
from paintassist.training.rig2d.head import HeadFrame
from paintassist.training.rig2d.ink import Stage, Tone
from paintassist.training.rig2d.paints import LIGHT, SHADOW
from paintassist.training.rig2d.palette import INDEX as M
from paintassist.training.rig2d.pose import Skeleton


def _crescent(head: HeadFrame, size: float) -> list[Tone]:
    s = head.design.shading
    if s.kind == "none":
        return []
    return [Tone(SHADOW, shift=(size * s.light * head.scale, -0.4 * size * head.scale))]


def _dome(head: HeadFrame, grow: float, height: float, low: float = -0.2) -> FloatArray:
    """Picture-plane outline of a dome on the skull whose rim is at `low`."""
    wide = (head.design.hair.wide + 0.02) * grow
    t = np.linspace(0, np.pi, 17)
    top = np.stack([wide * np.cos(t), low - (0.5 + height + low) * np.sin(t) ** 0.8], 1)
    rim = [
        (
            x * wide,
            low + head.pose.pitch * 0.4 * (1 - x * x) * np.cos(head.yaw) + 0.05 * (1 - x * x),
        )
        for x in np.linspace(-0.9, 0.9, 7)
    ]
    return np.concatenate([top, rim])


def draw_hat_back(stage: Stage, head: HeadFrame) -> None:
    """Draw what is behind the head: wide brims."""
    if head.design.outfit.hat in ("witch", "straw"):
        c = (0.0, -0.24 - head.pose.pitch * 0.1)
        stage.part(
            head.plane(ellipse(c, 0.95, 0.2 + 0.25 * abs(head.pose.pitch))),
            M["brim"],
            tones=[Tone(SHADOW, polys=(head.plane(ellipse((0, -0.2), 0.7, 0.15)),))],
        )


def draw_hat(stage: Stage, head: HeadFrame) -> None:
    """Draw the hat or ornament over the hair."""
    routine = {
        "cap": _cap,
        "cap_back": _cap,
        "beanie": _beanie,
        "witch": _witch,
        "straw": _witch,
        "band": _band,
        "crown": _crown,
        "helmet": _helmet,
        "phones": _phones,
        "flower": _flower,
        "bow": _bow,
        "clip": _clip,
    }.get(head.design.outfit.hat)
    if routine is not None:
        routine(stage, head)


def _cap(stage: Stage, head: HeadFrame) -> None:
    back = head.design.outfit.hat == "cap_back"
    az = np.pi if back else 0.0
    s, c = np.sin(head.rel(az)), np.cos(head.rel(az))
    dome = _dome(head, 1.05, 0.17)
    patch = stage.part(head.plane(spline(dome, True, 3)), M["hat"], tones=_crescent(head, 0.16))
    split = head.rel(np.pi / 2 if head.rel(np.pi / 2) > 0 else -np.pi / 2)
    for a in (-1.0, 0.0, 1.0, 2.2, -2.2):
        r = head.rel(a)
        if abs(r) < 1.4:
            x = np.sin(r) * 0.55
            stage.line(
                head.plane(spline([(0, -0.66), (x * 0.85, -0.5), (x, -0.2)])), 0.9, clip=patch
            )
    if head.design.outfit.stripes and patch is not None:
        sign = np.sign(s) if abs(s) > 0.2 else 1
        piece = np.array([(0.1, -0.8), (0.9, -0.8), (0.9, 0.1), (0.35, 0.1), (0.2, -0.35)]) * [
            -sign,
            1,
        ]
        stage.part(head.plane(piece), M["brim"], clip=patch)
    if c > -0.25:
        w = 0.5 * max(abs(c), 0.55)
        tip = (0.62 * s, -0.16 + 0.17 * max(c, 0) + head.pose.pitch * 0.4)
        root = 0.34 * s
        brim = spline(
            [
                (root - w, -0.2),
                (tip[0] * 1.1 - w * 0.8, tip[1] - 0.03),
                (tip[0] * 1.3, tip[1] + 0.06),
                (tip[0] * 1.1 + w * 0.8, tip[1] - 0.03),
                (root + w, -0.2),
                (root, -0.24),
            ],
            True,
        )
        stage.part(head.plane(brim), M["brim"], tones=_crescent(head, 0.06))
    if abs(head.rel(0.0)) < 1.2 and not back:
        p = head.skull(0.0, -0.42, 0.52)
        stage.part(
            ellipse(p, 0.09 * head.scale * np.cos(head.rel(0.0)), 0.08 * head.scale),
            M["badge"],
            clip=patch,
        )
    del split
    stage.part(head.plane(ellipse((0, -0.675), 0.05, 0.03, n=10)), M["brim"])


def _beanie(stage: Stage, head: HeadFrame) -> None:
    patch = stage.part(
        head.plane(spline(_dome(head, 1.04, 0.2), True, 3)), M["hat"], tones=_crescent(head, 0.14)
    )
    if head.design.outfit.stripes:
        stage.part(
            head.plane([(-1, -0.5), (1, -0.5), (1, -0.38), (-1, -0.38)]), M["badge"], clip=patch
        )
    x = np.linspace(-1, 1, 7)
    mid = np.stack(
        [x * (head.design.hair.wide + 0.02), -0.2 + 0.06 * (1 - x * x) + head.pose.pitch * 0.3], 1
    )
    band = stage.part(head.plane(ribbon(mid, (0.075,) * 7)), M["brim"])
    for k in np.linspace(-0.9, 0.9, 9):
        stage.line(head.plane([(k * 0.55, -0.26), (k * 0.56, -0.1)]), 0.7, clip=band)
    stage.part(head.plane(ellipse((0, -0.74), 0.11, 0.1)), M["badge"], tones=_crescent(head, 0.06))


def _witch(stage: Stage, head: HeadFrame) -> None:
    sway = head.pose.sway * 0.3
    if head.design.outfit.hat == "witch":
        cone = spline(
            [
                (0.5, -0.28),
                (0.3, -0.75),
                (0.2 + sway, -1.15),
                (0.42 + sway, -1.3),
                (0.0 + sway, -1.3),
                (-0.28, -0.8),
                (-0.5, -0.28),
            ],
            steps=4,
        )
    else:
        cone = spline(
            [(0.5, -0.28), (0.46, -0.6), (0.0, -0.72), (-0.46, -0.6), (-0.5, -0.28)], steps=4
        )
    patch = stage.part(head.plane(cone), M["hat"], tones=_crescent(head, 0.2))
    stage.part(
        head.plane([(-0.8, -0.28), (0.8, -0.28), (0.8, -0.42), (-0.8, -0.42)]),
        M["ribbon"],
        clip=patch,
    )
    x = np.linspace(-1, 1, 9)
    low = np.stack([x * 0.98, -0.26 + (0.16 + head.pose.pitch * 0.5) * (1 - x * x)], 1)
    up = np.stack([x[::-1] * 0.98, -0.28 + 0.02 * (1 - x * x)], 1)
    stage.part(head.plane(np.concatenate([low, up])), M["brim"], tones=_crescent(head, 0.04))
    if head.design.outfit.hat == "witch" and abs(head.rel(0.4)) < 1.2:
        c = head.skull(0.4, -0.33, 0.5)
        stage.part(
            c + np.array([(-0.1, -0.08), (0.1, -0.08), (0.1, 0.08), (-0.1, 0.08)]) * head.scale,
            M["badge"],
        )
        stage.part(
            c + np.array([(-0.05, -0.04), (0.05, -0.04), (0.05, 0.04), (-0.05, 0.04)]) * head.scale,
            M["ribbon"],
        )


def _band(stage: Stage, head: HeadFrame) -> None:
    wide = head.design.hair.wide * 1.02
    x = np.linspace(-1, 1, 9)
    y = -0.17 + (0.05 + head.pose.pitch * 0.4) * (1 - x * x) * np.sign(np.cos(head.yaw) + 0.01)
    stage.part(head.plane(ribbon(np.stack([x * wide, y], 1), (0.05,) * 9)), M["ribbon"])
    if abs(head.rel(0.0)) < 1.3:
        c, f = head.skull(0.0, -0.13, wide), np.cos(head.rel(0.0))
        for grow, mat in ((1.0, M["badge"]), (0.6, M["hat"])):
            stage.part(
                c
                + np.array([(-0.12 * f, -0.1), (0.12 * f, -0.1), (0.12 * f, 0.1), (-0.12 * f, 0.1)])
                * grow
                * head.scale,
                mat,
            )


def _crown(stage: Stage, head: HeadFrame) -> None:
    x = np.linspace(-0.34, 0.34, 9)
    up = np.stack([x * 1.15, -0.55 - np.where(np.arange(9) % 2 == 0, 0.28, 0.1)], 1)
    low = np.stack([x[::-1], -0.5 + 0.05 * (1 - (x / 0.34) ** 2)], 1)
    stage.part(head.plane(np.concatenate([up, low])), M["buckle"], tones=_crescent(head, 0.1))
    for az in (-0.6, 0.0, 0.6):
        if abs(head.rel(az)) < 1.3:
            c = (np.sin(head.rel(az)) * 0.34, -0.54)
            stage.part(head.plane(ellipse(c, 0.035, 0.045, n=10)), M["badge"])


def _helmet(stage: Stage, head: HeadFrame) -> None:
    dome = stage.part(
        head.plane(spline(_dome(head, 1.06, 0.14, -0.08), True, 3)),
        M["armor"],
        tones=_crescent(head, 0.16),
    )
    r = head.rel(0.0)
    if abs(r) < 1.5:
        x = np.sin(r) * 0.5
        stage.part(
            head.plane(ribbon([(0, -0.7), (x * 0.9, -0.5), (x, -0.05)], (0.05, 0.06, 0.05))),
            M["trim"],
            clip=dome,
        )
    for az in (-1.57, 1.57):
        if abs(head.rel(az)) < 1.65:
            x = head.skull_x(az, 0.56)
            stage.part(
                head.plane(ellipse((x, 0.0), 0.07 + 0.07 * np.cos(head.rel(az)), 0.16)),
                M["trim"],
                tones=_crescent(head, 0.06),
            )


def _phones(stage: Stage, head: HeadFrame) -> None:
    t = np.linspace(0.1, np.pi - 0.1, 11)
    arc = np.stack([0.58 * np.cos(t), -0.04 - 0.6 * np.sin(t)], 1)
    squeeze = max(abs(np.cos(head.yaw)), 0.25)
    stage.part(head.plane(ribbon(arc * [squeeze, 1], (0.035,) * 11)), M["hat"])
    for az in (-1.57, 1.57):
        r = head.rel(az)
        if abs(r) < 1.8:
            c = (head.skull_x(az, 0.57), 0.08)
            w = 0.09 + 0.1 * max(np.cos(r), 0)
            stage.part(head.plane(ellipse(c, w, 0.17)), M["brim"], tones=_crescent(head, 0.07))
            stage.part(head.plane(ellipse(c, w * 0.55, 0.09)), M["badge"])


def _flower(stage: Stage, head: HeadFrame) -> None:
    az = 0.95
    if abs(head.rel(az)) > 1.6:
        return
    c = head.skull(az, -0.22, 0.54)
    for k in range(5):
        a = k * 1.2566 + 0.3
        p = c + np.array([np.cos(a), np.sin(a)]) * 0.085 * head.scale
        stage.part(ellipse(p, 0.075 * head.scale, 0.055 * head.scale, a, n=12), M["badge"])
    stage.part(ellipse(c, 0.045 * head.scale, 0.045 * head.scale, n=10), M["buckle"])


def _bow(stage: Stage, head: HeadFrame) -> None:
    c = np.array([0.12 * np.cos(head.yaw), -0.56])
    for s in (-1, 1):
        loop = c + spline(
            [(0, 0), (0.2 * s, -0.2), (0.42 * s, -0.2), (0.4 * s, 0.1), (0.18 * s, 0.1)], True, 4
        )
        patch = stage.part(head.plane(loop), M["ribbon"], tones=_crescent(head, 0.07))
        stage.line(head.plane([c + [0.03 * s, 0], c + [0.2 * s, -0.06]]), 0.8, clip=patch)
    stage.part(head.plane(ellipse(c, 0.07, 0.08)), M["ribbon"])


def _clip(stage: Stage, head: HeadFrame) -> None:
    for k in range(2):
        az = 0.7 + 0.08 * k
        if abs(head.rel(az)) < 1.4:
            c = head.skull(az, -0.1 + 0.07 * k, 0.535)
            stage.part(
                ellipse(c, 0.075 * head.scale, 0.018 * head.scale, -0.5 + 0.9 * k, n=10), M["badge"]
            )


def draw_animal(stage: Stage, head: HeadFrame) -> None:
    """Draw animal ears or horns on top of the head."""
    if head.design.face.ear != "animal":
        return
    long = head.design.hair.tail_len > 1.6
    for az in (-0.9, 0.9):
        x = np.sin(az) * 0.45 * np.cos(head.yaw) + 0.1 * np.sin(head.yaw)
        s = np.sign(az) * (1 if np.cos(head.yaw) >= 0 else -1)
        h = 0.85 if long else 0.38
        w = 0.13 if long else 0.18
        shape = spline(
            [
                (x - w, -0.42),
                (x + s * 0.06 - w * 0.6, -0.5 - h * 0.6),
                (x + s * 0.14, -0.5 - h),
                (x + s * 0.06 + w * 0.8, -0.5 - h * 0.5),
                (x + w, -0.4),
            ],
            steps=4,
        )
        patch = stage.part(
            head.plane(shape),
            M["hair"] if not head.design.hair.bald else M["skin"],
            tones=_crescent(head, 0.07),
        )
        if np.cos(head.yaw) > 0:
            core = np.array([x + s * 0.04, -0.5 - h * 0.1]) + (shape - [x, -0.5]) * [0.55, 0.62]
            stage.part(head.plane(core), M["tongue"], clip=patch)


def draw_tail(stage: Stage, head: HeadFrame, bones: Skeleton) -> None:
    """Draw an animal's tail behind the hips."""
    kind = head.design.outfit.tail
    if kind == "none":
        return
    c = bones.trunk.centre(0.05)[:2]
    back = -np.sin(bones.trunk.pose.yaw) if abs(np.sin(bones.trunk.pose.yaw)) > 0.2 else 0.6
    back = back / abs(back)
    s = bones.trunk.pose.sway
    path = (
        np.array(
            [
                (0, 0),
                (0.5 * back, 0.15),
                (0.95 * back, -0.1 + 0.3 * s),
                (1.1 * back + 0.2 * s, -0.6),
                (0.95 * back + 0.4 * s, -1.0),
            ]
        )
        + c
    )
    fat = 0.17 if kind == "fox" else 0.06
    radii = (0.06, fat * 0.8, fat * 1.2, fat * 1.1, 0.0 if kind == "fox" else 0.05)
    mat = M["hair"] if not head.design.hair.bald else M["skin"]
    patch = stage.part(ribbon(path, radii), mat, tones=_crescent(head, 0.08))
    if kind == "fox":
        tip = path[4]
        stage.part(ellipse(tip, 0.22, 0.3, n=14), M["white"], clip=patch)


def draw_wings(stage: Stage, head: HeadFrame, bones: Skeleton) -> None:
    """Draw a pair of wings behind the back."""
    if not head.design.outfit.wings:
        return
    root = bones.trunk.centre(0.75)[:2]
    c, flap = np.cos(bones.trunk.pose.yaw), bones.trunk.pose.sway
    for s in (-1, 1):
        k = s * max(abs(c), 0.4)
        for n in range(3):
            pts = (
                spline(
                    [
                        (0, 0),
                        (0.5 * k, -0.5 - flap * 0.5 + 0.2 * n),
                        (1.25 * k, -0.6 - flap + 0.45 * n),
                        (1.0 * k, 0.0 + 0.35 * n),
                        (0.4 * k, 0.3),
                    ],
                    True,
                    4,
                )
                + root
            )
            stage.part(
                pts,
                M["cape"],
                tones=[Tone(LIGHT, polys=(pts * 0.9 + root * 0.1,))]
                if head.design.shading.lights and n == 2
                else _crescent(head, 0.08),
            )
