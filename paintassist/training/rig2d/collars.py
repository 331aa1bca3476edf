"""Collars, ties, bows and scarves over the top."""

from __future__ import annotations

import numpy as np

from paintassist.training.rig2d.design import Design
from paintassist.training.rig2d.geometry import ellipse, ribbon, spline
from paintassist.training.rig2d.ink import Stage, Tone
from paintassist.training.rig2d.paints import SHADOW
from paintassist.training.rig2d.palette import INDEX as M
from paintassist.training.rig2d.pose import Skeleton, Trunk


def draw_collar(stage: Stage, design: Design, bones: Skeleton) -> None:
    """Draw collars, lapels, ties, bows and scarves over the top."""
    o, trunk = design.outfit, bones.trunk
    f = trunk.facing(0.0)
    if o.collar == "sailor":
        _sailor(stage, design, trunk)
    elif o.collar == "turtle":
        r = design.build.neck_r * 1.25
        top = trunk.centre(1.05)[:2] * 0.55 + bones.head[:2] * 0.45 + [0, 0.06]
        base = trunk.centre(0.97)[:2]
        stage.part(ribbon([top, base], (r, r * 1.3)), M["collar"])
    elif o.collar in ("shirt", "lapel") and f > -0.2:
        low = 0.52 if o.collar == "lapel" else 0.83
        skin = trunk.wrap([(-0.55, 1.01), (0.55, 1.01), (0.03, low), (-0.03, low)])
        stage.part(skin, M["skin"] if o.collar == "shirt" else M["white"])
        for s in (-1, 1):
            if o.collar == "lapel":
                pts = [
                    (s * 1.0, 1.0),
                    (s * 0.35, 0.985),
                    (s * 0.02, low),
                    (s * 0.55, 0.74),
                    (s * 0.95, 0.8),
                    (s * 0.6, 0.83),
                    (s * 1.0, 0.88),
                ]
            else:
                pts = [
                    (s * 1.0, 1.0),
                    (s * 0.3, 0.985),
                    (s * 0.03, 0.87),
                    (s * 0.6, 0.76),
                    (s * 0.95, 0.87),
                ]
            flap = trunk.wrap(pts, 1.12)
            stage.part(
                flap,
                M["collar"],
                tones=[] if design.shading.kind == "none" else [Tone(SHADOW, shift=(0.0, -0.05))],
            )
    elif o.collar == "round" and f > -0.3:
        ring = trunk.wrap([(-1.2, 1.0), (-0.6, 0.95), (0, 0.92), (0.6, 0.95), (1.2, 1.0)], 1.1)
        stage.part(ribbon(ring, (0.035,) * 5), M["collar"])
    elif o.collar == "hood":
        r = design.build.neck_r
        for s in (-1, 1):
            cowl = trunk.wrap(
                [(s * 2.2, 1.0), (s * 1.3, 0.93), (s * 0.5, 0.86), (s * 0.06, 0.8)], 1.25
            )
            stage.part(ribbon(cowl, (r * 0.6, r * 0.7, r * 0.6, r * 0.15)), M["collar"])
    elif o.collar == "scarf":
        c = bones.neck[:2] + [0, -0.02]
        r = design.build.neck_r
        for k in (0, 1):
            stage.part(ellipse(c + [0, 0.06 - 0.1 * k], r * (2.0 - 0.2 * k), r * 0.75), M["collar"])
        sway = bones.trunk.pose.sway * 0.3
        stage.part(
            ribbon(
                [c + [r, 0], c + [r * 1.3, 0.4], c + [r * 1.2 + sway, 0.8]],
                (r * 0.4, r * 0.5, r * 0.6),
            ),
            M["collar"],
        )
    _neckwear(stage, design, trunk)


def _sailor(stage: Stage, design: Design, trunk: Trunk) -> None:
    tones = (
        []
        if design.shading.kind == "none"
        else [Tone(SHADOW, shift=(0.05 * design.shading.light, -0.03))]
    )
    if trunk.facing(np.pi) > 0.05:
        cape = trunk.wrap(
            [(np.pi - 1.5, 0.99), (np.pi - 1.2, 0.68), (np.pi + 1.2, 0.68), (np.pi + 1.5, 0.99)],
            1.1,
        )
        patch = stage.part(cape, M["collar"], tones=tones)
        stage.line(
            trunk.wrap(
                [
                    (np.pi - 1.1, 0.95),
                    (np.pi - 1.05, 0.72),
                    (np.pi + 1.05, 0.72),
                    (np.pi + 1.1, 0.95),
                ],
                1.1,
            ),
            0.9,
            clip=patch,
        )
    if trunk.facing(0.0) < -0.2:
        return
    skin = trunk.wrap([(-0.6, 1.0), (0.6, 1.0), (0.0, 0.76)])
    stage.part(skin, M["white"] if design.outfit.pocket else M["skin"])
    for s in (-1, 1):
        flap = trunk.wrap(
            [
                (s * 1.5, 1.0),
                (s * 0.5, 1.0),
                (s * 0.25, 0.88),
                (s * 0.0, 0.70),
                (s * 0.35, 0.69),
                (s * 1.25, 0.84),
            ],
            1.1,
        )
        patch = stage.part(flap, M["collar"], tones=tones)
        edge = trunk.wrap([(s * 1.2, 0.88), (s * 0.4, 0.745), (s * 0.05, 0.74)], 1.1)
        stage.part(ribbon(edge, (0.012, 0.012, 0.012)), M["trim"], clip=patch, outline=0.5)


def _neckwear(stage: Stage, design: Design, trunk: Trunk) -> None:
    kind, f = design.outfit.neckwear, trunk.facing(0.0)
    if kind == "none" or f < 0.05:
        return
    y = {"sailor": 0.70, "lapel": 0.93}.get(design.outfit.collar, 0.88)
    c = trunk.at(0.0, y, 1.05)
    k = 0.55 * trunk.half(0.68, 0.0) / 0.45
    w = max(f, 0.35)
    shade = design.shading.kind != "none"
    sway = trunk.pose.sway * 0.1
    if kind == "tie":
        pts = np.array(
            [(-0.06, 0.1), (0.06, 0.1), (0.15 + sway, 0.95), (0 + sway, 1.15), (-0.15 + sway, 0.95)]
        ) * [k * w, k]
        tones = (
            [Tone(SHADOW, polys=(c + np.array([(0, 0), (0.5, 0), (0.5, 2), (0.02, 2)]) * k,))]
            if shade
            else []
        )
        stage.part(c + pts, M["tie"], tones=tones)
        stage.part(
            c + np.array([(-0.11, -0.06), (0.11, -0.06), (0.07, 0.13), (-0.07, 0.13)]) * [k * w, k],
            M["tie"],
        )
    elif kind in ("bow", "scarf"):
        for s in (-1, 1):
            if kind == "scarf":
                down = spline(
                    [
                        (0, 0),
                        (0.15 * s, 0.3),
                        (0.3 * s + sway, 0.75),
                        (0.1 * s + sway, 0.72),
                        (0.02 * s, 0.3),
                    ],
                    True,
                )
                stage.part(
                    c + down * [k * w, k],
                    M["tie"],
                    tones=[Tone(SHADOW, shift=(0.04, -0.02))] if shade else [],
                )
            loop = spline(
                [(0, 0), (0.2 * s, -0.17), (0.46 * s, -0.16), (0.44 * s, 0.12), (0.2 * s, 0.12)],
                True,
            )
            inner = ellipse(c + np.array([0.2 * s * w, 0.02]) * k, 0.12 * k * w, 0.05 * k)
            patch = stage.part(
                c + loop * [k * w, k],
                M["tie"],
                tones=[Tone(SHADOW, polys=(inner,))] if shade else [],
            )
            stage.line(c + np.array([(0, 0), (0.2 * s, -0.04)]) * [k * w, k], 0.7, clip=patch)
        stage.part(ellipse(c, 0.08 * k * w + 0.01, 0.09 * k, n=12), M["tie"])
    elif kind == "pendant":
        stage.line(trunk.wrap([(-0.7, 0.98), (0, 0.8), (0.7, 0.98)], 1.05), 0.8)
        stage.part(ellipse(trunk.at(0, 0.78, 1.05), 0.05 * w, 0.06, n=12), M["buckle"])
