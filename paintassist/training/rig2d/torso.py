"""The trunk: neck, tops, collars, skirts, belts, capes and what is sewn on them."""

from __future__ import annotations

import numpy as np

from paintassist.training.rig2d.design import Design
from paintassist.training.rig2d.geometry import FloatArray, ellipse, ribbon, spline
from paintassist.training.rig2d.head import HeadFrame
from paintassist.training.rig2d.ink import Patch, Stage, Tone
from paintassist.training.rig2d.paints import EXTRA, LIGHT, SHADOW
from paintassist.training.rig2d.palette import INDEX as M
from paintassist.training.rig2d.pose import Skeleton, Trunk


def draw_neck(stage: Stage, design: Design, bones: Skeleton, head: HeadFrame) -> None:
    """Draw the neck, in the shadow of the jaw."""
    b = design.build
    base, top = bones.trunk.centre(0.93)[:2], bones.head[:2] + [0, 0.3 * b.head]
    top = top - [0.06 * np.sin(head.yaw), 0.0]
    tones = []
    if design.shading.neck and design.shading.kind != "none" and head.front:
        drop = head.face() + [0.02 * design.shading.light, 0.16 * b.head]
        tones.append(Tone(SHADOW, polys=(drop,)))
    r = b.neck_r
    nape = head.plane(ellipse((-0.1 * np.sin(head.yaw), 0.16), 0.24, 0.24))
    column = ribbon([top, (base + top) / 2, base], (r, r * 0.95, r * 1.25))
    stage.part([column, nape], M["skin"], tones=tones)


def _tones(design: Design, trunk: Trunk, lo: float, hi: float) -> list[Tone]:
    shade = design.shading
    if shade.kind == "none":
        return []
    light = shade.light
    if shade.kind == "crescent":
        wide = trunk.half(0.5) * 0.5 * shade.amount
        return [Tone(SHADOW, shift=(light * wide, -0.02))]
    ts = np.linspace(lo, hi, 9)
    depth = 0.75 - 0.8 * shade.amount
    jag = {"zigzag": 0.3, "band": 0.08}.get(shade.kind, 0.0) * np.where(np.arange(9) % 2, 1.0, -1.0)
    inner, outer = [], []
    for t, j in zip(ts, jag, strict=True):
        c, h = trunk.centre(float(t)), trunk.half(float(t))
        inner.append((c[0] - light * h * (depth + j), c[1]))
        outer.append((c[0] - light * h * 1.5, c[1]))
    out = [Tone(SHADOW, polys=(np.array(inner + outer[::-1]),))]
    if shade.second:
        low = [
            (x - light * 0.25 * abs(x - o[0]), y) for (x, y), o in zip(inner, outer, strict=True)
        ]
        out.append(Tone(EXTRA, polys=(np.array(low[1:6:2] + outer[5:1:-2]),)))
    if shade.lights:
        c, h = trunk.centre(0.8), trunk.half(0.8)
        out.append(
            Tone(LIGHT, polys=(ellipse(c[:2] + [light * h * 0.55, 0.1], h * 0.1, h * 0.25, 0.3),))
        )
    return out


def draw_torso(stage: Stage, design: Design, bones: Skeleton) -> None:
    """Draw the top with everything on it."""
    trunk, o, b = bones.trunk, design.outfit, design.build
    bare = trunk.outline(-0.14, 1.0, steps=14)
    if o.top in ("crop", "tank", "swim"):
        stage.part(
            spline(bare, closed=True, steps=2), M["skin"], tones=_tones(design, trunk, -0.1, 1.0)
        )
    lo, hi, grow = o.hem, 0.985, 1.04
    if o.top == "crop":
        lo = 0.44
    if o.top == "tank":
        hi = 0.9
    if o.top in ("jacket", "hoodie", "robe", "armor"):
        grow = 1.09
    shape = trunk.outline(lo, hi, grow, 24)
    patch = stage.part(shape, M["top"], tones=_tones(design, trunk, lo, hi))
    if patch is None:
        return
    _print(stage, design, trunk, patch)
    _front(stage, design, trunk, patch)
    _folds(stage, design, trunk, patch, lo)
    _bolts(stage, design, trunk, patch)
    if o.strap:
        _band(stage, trunk, [(-0.9, 0.9), (0.2, 0.5), (1.0, 0.1)], 0.05, M["strap"], patch)
    if o.belt:
        at = max(lo, 0.05) if o.top != "crop" else 0.05
        ring = trunk.outline(at, at + 0.09, grow * 1.03, 4)
        belt = stage.part(ring, M["belt"])
        if trunk.facing(0.0) > 0.1:
            c = trunk.at(0.0, at + 0.045, grow)
            stage.part(_box(c, 0.07 * b.hip / 0.5 * trunk.facing(0), 0.06), M["buckle"])
            stage.part(_box(c, 0.03 * trunk.facing(0), 0.025), M["belt"], clip=belt, outline=0.7)


def _box(c: FloatArray, rx: float, ry: float) -> FloatArray:
    return c + np.array([(-rx, -ry), (rx, -ry), (rx, ry), (-rx, ry)])


def _band(
    stage: Stage,
    trunk: Trunk,
    path: list[tuple[float, float]],
    r: float,
    material: int,
    clip: Patch,
) -> None:
    if trunk.facing(0.0) > 0.2:
        stage.part(ribbon(trunk.wrap(path), (r,) * len(path)), material, clip=clip)


def _print(stage: Stage, design: Design, trunk: Trunk, patch: Patch) -> None:
    """Stripes and logos, bounded by black lines or by green trace lines."""
    o, f = design.outfit, trunk.facing(0.0)
    for k in range(o.stripes):
        t = 0.12 + 0.7 * k / max(o.stripes, 1)
        ring = trunk.outline(t, t + 0.3 / o.stripes, 1.2, 4)
        stage.part(ring, M["top2"], clip=patch)
    if o.logo == "none" or f < 0.25:
        return
    c, r = trunk.at(0.0, 0.62, 1.0), 0.55 * trunk.half(0.62, 0.0)
    if o.logo == "ring":
        outer, inner = ellipse(c, r * f, r * 0.8, n=24), ellipse(c, r * f * 0.62, r * 0.48, n=24)
        stage.shade(
            patch,
            M["top"],
            Tone(EXTRA, polys=(np.concatenate([outer, outer[:1], inner, inner[:1]]),)),
        )
        bar = c + np.array([(-0.15, -0.6), (0.1, -0.6), (0.15, 0.6), (-0.1, 0.6)]) * [r * f, r]
        stage.shade(patch, M["top"], Tone(EXTRA, polys=(bar,)))
    elif o.logo == "star":
        angle = np.arange(10) * np.pi / 5
        rad = np.where(np.arange(10) % 2 == 0, 0.75, 0.33)
        star = c + np.stack([rad * np.sin(angle) * f, -rad * np.cos(angle)], 1) * r
        stage.shade(patch, M["top"], Tone(EXTRA, polys=(star,)))
    else:
        heart = spline(
            [(0, -0.35), (0.4, -0.7), (0.75, -0.3), (0, 0.7), (-0.75, -0.3), (-0.4, -0.7)],
            closed=True,
        )
        stage.part(c + heart * [r * f, r], M["logo"], clip=patch)


def _front(stage: Stage, design: Design, trunk: Trunk, patch: Patch) -> None:
    """Openings, lapels, buttons, pockets, armour plates."""
    o, b = design.outfit, design.build
    f = trunk.facing(0.0)
    if o.top == "armor" and f > 0:
        plate = trunk.wrap(
            [(-1.1, 0.9), (0, 0.84), (1.1, 0.9), (1.2, 0.6), (0, 0.42), (-1.2, 0.6)], 1.08
        )
        stage.part(plate, M["armor"], clip=patch, tones=_tones(design, trunk, 0.4, 0.9))
        stage.line(trunk.wrap([(0, 0.84), (0.02, 0.42)], 1.08), 1.0, clip=patch)
        for t in (0.34, 0.2):
            stage.line(
                trunk.wrap([(-1.4, t + 0.06), (0, t - 0.02), (1.4, t + 0.06)], 1.09),
                1.0,
                clip=patch,
            )
    if o.open_front and f > -0.3:
        w = 0.32 if o.top == "jacket" else 0.22
        inner = trunk.wrap(
            [
                (-w * 0.9, 0.99),
                (w * 0.9, 0.99),
                (w * 1.1, 0.7),
                (w * 0.5, o.hem - 0.1),
                (-w * 0.5, o.hem - 0.1),
                (-w * 1.1, 0.7),
            ]
        )
        stage.part(inner, M["top2"], clip=patch)
    elif o.buttons and f > 0:
        stage.line(trunk.wrap([(0.06, 0.95), (0.06, 0.5), (0.05, o.hem)]), 0.8, clip=patch)
    if f > 0.15 and not (o.open_front and o.top != "jacket"):
        for k in range(o.buttons):
            c = trunk.at(
                0.0 if not o.open_front else 0.42, 0.82 - 0.68 * k / max(o.buttons, 1), 1.0
            )
            stage.part(
                ellipse(c, 0.03 * b.hip / 0.5 * f + 0.008, 0.036 * b.hip / 0.5, n=10),
                M["button"],
                clip=patch,
                outline=0.8,
            )
    if o.pocket and f > 0.2:
        stage.part(
            trunk.wrap([(0.35, 0.72), (0.85, 0.72), (0.85, 0.56), (0.6, 0.53), (0.35, 0.56)]),
            M["top"],
            clip=patch,
        )
        if o.hem < 0.1:
            for s in (-1, 1):
                stage.line(trunk.wrap([(s * 0.4, 0.2), (s * 1.0, 0.24)]), 0.9, clip=patch)


def _bolts(stage: Stage, design: Design, trunk: Trunk, patch: Patch) -> None:
    """Jagged shades or lights in the middle of the cloth, each drawing a little different."""
    shade = design.shading
    if shade.kind == "none":
        return
    jag = np.array([(-0.2, 0), (0.3, 0.05), (0.05, 0.1), (0.4, 0.2), (-0.1, 0.14), (-0.3, 0.22)])
    for k in range(shade.patches + shade.spots // 2):
        grow = 0.7 + 0.5 * float(np.sin(stage.phase * 2 + 1.9 * k))
        az, t = 0.5 * shade.light * (-1) ** k, 0.66 - 0.24 * k
        if trunk.facing(az) < 0.2:
            continue
        shape = trunk.wrap([(az + float(x), t - grow * float(y)) for x, y in jag])
        tone = LIGHT if shade.bright or k >= shade.patches else SHADOW
        stage.shade(patch, M["top"], Tone(tone, polys=(shape,)))


def _folds(stage: Stage, design: Design, trunk: Trunk, patch: Patch, lo: float) -> None:
    n = design.outfit.folds
    spots = [
        (-1.3, 0.78, -0.7, 0.7),
        (1.3, 0.78, 0.7, 0.7),
        (1.35, 0.42, 0.8, 0.36),
        (-1.35, 0.4, -0.7, 0.34),
        (1.3, 0.3, 0.6, 0.2),
        (-1.3, 0.25, -0.8, 0.18),
        (0.3, 0.15, 0.1, 0.02),
    ]
    for a0, t0, a1, t1 in spots[:n]:
        if t1 > lo:
            mid = ((a0 + a1) / 2, (t0 + t1) / 2 - 0.015)
            stage.line(spline(trunk.wrap([(a0, t0), mid, (a1, t1)], 1.05)), 0.8, clip=patch)
