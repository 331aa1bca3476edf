"""The trunk: neck, tops, collars, skirts, belts, capes and what is sewn on them."""

from __future__ import annotations

import numpy as np

from paintassist.training.rig2d.design import Design
from paintassist.training.rig2d.geometry import FloatArray, ellipse, ribbon, spline
from paintassist.training.rig2d.head import HeadFrame
from paintassist.training.rig2d.ink import EXTRA, LIGHT, SHADOW, Patch, Stage, Tone
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
        low = [(x - light * 0.25 * abs(x - o[0]), y) for (x, y), o in zip(inner, outer, strict=True)]
        out.append(Tone(EXTRA, polys=(np.array(low[1:6:2] + outer[5:1:-2]),)))
    if shade.lights:
        c, h = trunk.centre(0.8), trunk.half(0.8)
        out.append(Tone(LIGHT, polys=(ellipse(c[:2] + [light * h * 0.55, 0.1], h * .1, h * .25, .3),)))
    return out


def draw_torso(stage: Stage, design: Design, bones: Skeleton) -> None:
    """Draw the top with everything on it."""
    trunk, o, b = bones.trunk, design.outfit, design.build
    bare = trunk.outline(-0.14, 1.0, steps=14)
    if o.top in ("crop", "tank", "swim"):
        stage.part(spline(bare, closed=True, steps=2), M["skin"], tones=_tones(design, trunk, -.1, 1.0))
    lo, hi, grow = o.hem, 0.985, 1.04
    if o.top == "crop":
        lo = 0.44
    if o.top == "tank":
        hi = 0.9
    if o.top in ("jacket", "hoodie", "robe", "armor"):
        grow = 1.09
    shape = spline(trunk.outline(lo, hi, grow, 14), closed=True, steps=2)
    patch = stage.part(shape, M["top"], tones=_tones(design, trunk, lo, hi))
    if patch is None:
        return
    _print(stage, design, trunk, patch)
    _front(stage, design, trunk, patch)
    _folds(stage, design, trunk, patch, lo)
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


def _band(stage: Stage, trunk: Trunk, path: list[tuple[float, float]], r: float, material: int,
          clip: Patch) -> None:
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
        stage.shade(patch, M["top"], Tone(EXTRA, polys=(np.concatenate([outer, outer[:1], inner, inner[:1]]),)))
        bar = c + np.array([(-.15, -.6), (.1, -.6), (.15, .6), (-.1, .6)]) * [r * f, r]
        stage.shade(patch, M["top"], Tone(EXTRA, polys=(bar,)))
    elif o.logo == "star":
        t = np.arange(10) * np.pi / 5
        rad = np.where(np.arange(10) % 2 == 0, 0.75, 0.33)
        star = c + np.stack([rad * np.sin(t) * f, -rad * np.cos(t)], 1) * r
        stage.shade(patch, M["top"], Tone(EXTRA, polys=(star,)))
    else:
        heart = spline([(0, -.35), (.4, -.7), (.75, -.3), (0, .7), (-.75, -.3), (-.4, -.7)], closed=True)
        stage.part(c + heart * [r * f, r], M["logo"], clip=patch)


def _front(stage: Stage, design: Design, trunk: Trunk, patch: Patch) -> None:
    """Openings, lapels, buttons, pockets, armour plates."""
    o, b = design.outfit, design.build
    f = trunk.facing(0.0)
    if o.top == "armor" and f > 0:
        plate = trunk.wrap([(-1.1, 0.9), (0, 0.84), (1.1, 0.9), (1.2, 0.6), (0, 0.42), (-1.2, 0.6)], 1.08)
        stage.part(plate, M["armor"], clip=patch, tones=_tones(design, trunk, 0.4, 0.9))
        stage.line(trunk.wrap([(0, 0.84), (0.02, 0.42)], 1.08), 1.0, clip=patch)
        for t in (0.34, 0.2):
            stage.line(trunk.wrap([(-1.4, t + .06), (0, t - .02), (1.4, t + .06)], 1.09), 1.0, clip=patch)
    if o.open_front and f > -0.3:
        w = 0.32 if o.top == "jacket" else 0.22
        inner = trunk.wrap([(-w * .9, 0.99), (w * .9, 0.99), (w * 1.1, .7), (w * .5, o.hem - .1),
                            (-w * .5, o.hem - .1), (-w * 1.1, .7)])
        stage.part(inner, M["top2"], clip=patch)
    elif o.buttons and f > 0:
        stage.line(trunk.wrap([(0.06, 0.95), (0.06, 0.5), (0.05, o.hem)]), 0.8, clip=patch)
    if f > 0.15 and not (o.open_front and o.top != "jacket"):
        for k in range(o.buttons):
            c = trunk.at(0.0 if not o.open_front else 0.42, 0.82 - 0.68 * k / max(o.buttons, 1), 1.0)
            stage.part(ellipse(c, 0.03 * b.hip / .5 * f + 0.008, 0.036 * b.hip / .5, n=10), M["button"], clip=patch, outline=.8)
    if o.pocket and f > 0.2:
        stage.part(trunk.wrap([(.35, .72), (.85, .72), (.85, .56), (.6, .53), (.35, .56)]), M["top"], clip=patch)
        if o.hem < 0.1:
            for s in (-1, 1):
                stage.line(trunk.wrap([(s * .4, .2), (s * 1.0, .24)]), 0.9, clip=patch)


def _folds(stage: Stage, design: Design, trunk: Trunk, patch: Patch, lo: float) -> None:
    n = design.outfit.folds
    spots = [(-1.3, .78, -.7, .7), (1.3, .78, .7, .7), (1.35, .42, .8, .36), (-1.35, .4, -.7, .34),
             (1.3, .3, .6, .2), (-1.3, .25, -.8, .18), (.3, .15, .1, .02)]
    for a0, t0, a1, t1 in spots[:n]:
        if t1 > lo:
            mid = ((a0 + a1) / 2, (t0 + t1) / 2 - 0.015)
            stage.line(spline(trunk.wrap([(a0, t0), mid, (a1, t1)], 1.05)), 0.8, clip=patch)


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
        big = 1.6 if o.collar == "lapel" else 1.0
        skin = trunk.wrap([(-.55, 1.01), (.55, 1.01), (.05, .93 - .1 * big)])
        stage.part(skin, M["skin"] if o.collar == "shirt" else M["white"])
        for s in (-1, 1):
            flap = trunk.wrap([(s * 1.0, 1.0), (s * .3, .985), (s * .03, .9 - .12 * big),
                               (s * .75, .86 - .1 * big), (s * .95, .93 - .04 * big)], 1.12)
            stage.part(flap, M["collar"], tones=[] if design.shading.kind == "none" else [
                Tone(SHADOW, shift=(0.0, -0.05))])
    elif o.collar == "round" and f > -0.3:
        ring = trunk.wrap([(-1.2, 1.0), (-.6, .95), (0, .92), (.6, .95), (1.2, 1.0)], 1.1)
        stage.part(ribbon(ring, (0.035,) * 5), M["collar"])
    elif o.collar == "hood":
        r = design.build.neck_r
        for s in (-1, 1):
            pts = trunk.wrap([(s * 2.2, 1.0), (s * 1.3, .93), (s * .5, .86), (s * .06, .8)], 1.25)
            stage.part(ribbon(pts, (r * .6, r * .7, r * .6, r * .15)), M["collar"])
    elif o.collar == "scarf":
        c = bones.neck[:2] + [0, -0.02]
        r = design.build.neck_r
        for k in (0, 1):
            stage.part(ellipse(c + [0, 0.06 - 0.1 * k], r * (2.0 - .2 * k), r * .75), M["collar"])
        sway = bones.trunk.pose.sway * 0.3
        stage.part(ribbon([c + [r, 0], c + [r * 1.3, .4], c + [r * 1.2 + sway, .8]], (r * .4, r * .5, r * .6)), M["collar"])
    _neckwear(stage, design, trunk)


def _sailor(stage: Stage, design: Design, trunk: Trunk) -> None:
    tones = [] if design.shading.kind == "none" else [Tone(SHADOW, shift=(.05 * design.shading.light, -.03))]
    if trunk.facing(np.pi) > 0.05:
        cape = trunk.wrap([(np.pi - 1.5, .99), (np.pi - 1.2, .68), (np.pi + 1.2, .68), (np.pi + 1.5, .99)], 1.1)
        patch = stage.part(cape, M["collar"], tones=tones)
        stage.line(trunk.wrap([(np.pi - 1.1, .95), (np.pi - 1.05, .72), (np.pi + 1.05, .72), (np.pi + 1.1, .95)], 1.1), .9, clip=patch)
    if trunk.facing(0.0) < -0.2:
        return
    skin = trunk.wrap([(-.6, 1.0), (.6, 1.0), (.0, .76)])
    stage.part(skin, M["skin"] if design.outfit.buttons else M["white"])
    for s in (-1, 1):
        flap = trunk.wrap([(s * 1.5, 1.0), (s * .5, 1.0), (s * .25, .88), (s * .0, .70), (s * .35, .69), (s * 1.25, .84)], 1.1)
        patch = stage.part(flap, M["collar"], tones=tones)
        edge = trunk.wrap([(s * 1.2, .88), (s * .4, .745), (s * .05, .74)], 1.1)
        stage.part(ribbon(edge, (.012, .012, .012)), M["trim"], clip=patch, outline=0.5)


def _neckwear(stage: Stage, design: Design, trunk: Trunk) -> None:
    kind, f = design.outfit.neckwear, trunk.facing(0.0)
    if kind == "none" or f < 0.05:
        return
    y = {"sailor": .70, "lapel": .93}.get(design.outfit.collar, .88)
    c = trunk.at(0.0, y, 1.05)
    k = 0.55 * trunk.half(0.68, 0.0) / 0.45
    w = max(f, 0.35)
    shade = design.shading.kind != "none"
    sway = trunk.pose.sway * 0.1
    if kind == "tie":
        pts = np.array([(-.06, .1), (.06, .1), (.15 + sway, .95), (0 + sway, 1.15), (-.15 + sway, .95)]) * [k * w, k]
        tones = [Tone(SHADOW, polys=(c + np.array([(0, 0), (.5, 0), (.5, 2), (.02, 2)]) * k,))] if shade else []
        stage.part(c + pts, M["tie"], tones=tones)
        stage.part(c + np.array([(-.11, -.06), (.11, -.06), (.07, .13), (-.07, .13)]) * [k * w, k], M["tie"])
    elif kind in ("bow", "scarf"):
        for s in (-1, 1):
            if kind == "scarf":
                down = spline([(0, 0), (.15 * s, .3), (.3 * s + sway, .75), (.1 * s + sway, .72), (.02 * s, .3)], True)
                stage.part(c + down * [k * w, k], M["tie"], tones=[Tone(SHADOW, shift=(.04, -.02))] if shade else [])
            loop = spline([(0, 0), (.2 * s, -.17), (.46 * s, -.16), (.44 * s, .12), (.2 * s, .12)], True)
            inner = ellipse(c + np.array([.2 * s * w, .02]) * k, .12 * k * w, .05 * k)
            patch = stage.part(c + loop * [k * w, k], M["tie"], tones=[Tone(SHADOW, polys=(inner,))] if shade else [])
            stage.line(c + np.array([(0, 0), (.2 * s, -.04)]) * [k * w, k], 0.7, clip=patch)
        stage.part(ellipse(c, .08 * k * w + .01, .09 * k, n=12), M["tie"])
    elif kind == "pendant":
        stage.line(trunk.wrap([(-.7, .98), (0, .8), (.7, .98)], 1.05), .8)
        stage.part(ellipse(trunk.at(0, .78, 1.05), .05 * w, .06, n=12), M["buckle"])


def skirt_hem(design: Design, bones: Skeleton) -> tuple[FloatArray, float, float]:
    """Hem centre (2,), half width and height of the opening of a skirt."""
    o, b = design.outfit, design.build
    trunk = bones.trunk
    drop = o.bottom_len * b.leg
    wide = trunk.half(0.0, 0.0) * o.flare
    k = min(drop / (b.leg * 0.5), 2.0)
    knees = np.array([leg.mid[:2] if k < 1.2 else leg.end[:2] for leg in bones.legs])
    reach = knees * min(k, 1.0)
    left, right = min(-wide * 0.9, reach[:, 0].min() - b.leg_r * 1.15), max(wide * 0.9, reach[:, 0].max() + b.leg_r * 1.15)
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
    right = spline([(c0[0] + w0, c0[1]), (max(hips, w0 * .9) + 0.02, yh + 0.03), tuple(hem[-1])])
    left = spline([tuple(hem[0]), (-max(hips, w0 * .9) - 0.02, yh + 0.03), (c0[0] - w0, c0[1])])
    material = M["bottom"] if o.bottom == "skirt" else M["top"]
    if stage.scale * half > 6:
        inner = np.concatenate([hem + [0, -open_h * 0.2], (hem - [0, 2.2 * open_h])[::-1]])
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
            stage.line(np.array([hem[k], top + (hem[k] - top) * (0.0 if o.pleats > 6 else 0.35)]), 0.9, clip=patch)
    if o.sock_band:
        low = np.concatenate([hem - [0, .12], (hem - [0, .2])[::-1]])
        stage.part(low, M["trim"], clip=patch, outline=0.8)


def draw_cape(stage: Stage, design: Design, bones: Skeleton) -> None:
    """Draw a cape hanging from the shoulders."""
    trunk, b = bones.trunk, design.build
    top, half = trunk.centre(0.95)[:2], trunk.half(0.86)
    end = b.leg * 0.75
    sway = trunk.pose.sway
    x = np.linspace(1, -1, 7)
    hem = np.stack([x * half * 1.7 - .3 * np.sin(trunk.pose.yaw) + sway * .5, end + .1 * np.cos(x * 9)], 1)
    pts = np.concatenate([[top + [half * .9, .03]], hem, [top + [-half * .9, .03]]])
    front = trunk.facing(0.0) > 0
    tones = [] if design.shading.kind == "none" else [Tone(SHADOW, polys=(pts * [0.85, 0.98],))] if front else [
        Tone(SHADOW, shift=(.2 * design.shading.light, -.1))]
    patch = stage.part(spline(pts, True, 4), M["cape"], tones=tones)
    for k in (2, 3, 4, 5):
        stage.line(spline([top + [hem[k, 0] * .5, .2], hem[k] * [.9, .7]]), .9, clip=patch)


def draw_pauldrons(stage: Stage, design: Design, bones: Skeleton, k: int) -> None:
    """Draw a shoulder plate over arm `k`."""
    arm, b = bones.arms[k], design.build
    r = b.arm_r * 2.1
    c = arm.root[:2] + [0.3 * r * (-1 if k == 0 else 1) * np.cos(bones.trunk.pose.yaw), 0.0]
    tones = [] if design.shading.kind == "none" else [Tone(SHADOW, shift=(.4 * r * design.shading.light, -.4 * r))]
    for s in (1.0, 0.72):
        plate = ellipse(c + [0, (1 - s) * -r * .5], r * s, r * .85 * s)
        stage.part(plate, M["armor"] if s == 1.0 else M["trim"], tones=tones)
