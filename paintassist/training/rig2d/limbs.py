"""Arms, hands, legs and feet with the sleeves, trousers, socks and shoes on them."""

from __future__ import annotations

import numpy as np

from paintassist.training.rig2d.design import Design
from paintassist.training.rig2d.geometry import (
    FloatArray,
    along,
    between,
    capsule,
    ellipse,
    ribbon,
    side_band,
    spline,
    turn,
)
from paintassist.training.rig2d.ink import Stage, Tone
from paintassist.training.rig2d.paints import LIGHT, SHADOW
from paintassist.training.rig2d.palette import INDEX as M
from paintassist.training.rig2d.pose import Limb, RigPose


def limb_tones(design: Design, path: FloatArray, radii: tuple[float, ...]) -> list[Tone]:
    """Shadow (and highlight) along one side of a limb."""
    shade = design.shading
    if shade.kind == "none":
        return []
    d = path[-1] - path[0]
    flip = 1 if d[1] >= 0 else -1  # the left normal of a limb that hangs points right
    lo = 0.55 - 0.9 * shade.amount
    zig = {"zigzag": 0.3, "band": 0.06}.get(shade.kind, 0.0)
    s = -shade.light * flip
    bands = [
        Tone(SHADOW, polys=(side_band(part, r, s * lo, s * 1.7, s * zig, 7),))
        for part, r in _pieces(path, radii, shade.broken)
    ]
    if shade.limb_lights and len(radii) > 2:
        bands.append(Tone(LIGHT, polys=(side_band(path, radii, -s * 0.4, -s * 0.62, 0.0, 4),)))
    for k in range(shade.patches):
        tone = LIGHT if shade.bright else SHADOW
        bands.append(Tone(tone, polys=(_bolt(path, radii, 0.2 + 0.45 * k, shade.light),)))
    return bands


def _pieces(
    path: FloatArray, radii: tuple[float, ...], broken: float
) -> list[tuple[FloatArray, tuple[float, ...]]]:
    """The limb, or the two ends of it that a broken shadow covers."""
    if broken < 0.12:
        return [(path, radii)]
    rows = np.concatenate([path[:, :2], np.array(radii)[:, None]], 1)
    spans = ((-0.05, 0.5 - 0.3 * broken), (0.5 + 0.3 * broken, 1.05))
    out = []
    for lo, hi in spans:
        piece = np.array([along(rows, float(t)) for t in np.linspace(lo, hi, 3)])
        out.append((piece[:, :2], tuple(piece[:, 2])))
    return out


def _bolt(path: FloatArray, radii: tuple[float, ...], at: float, light: int) -> FloatArray:
    """A jagged fold of shade inside a limb, around the fraction `at` of its length."""
    shape = np.array([(0, -0.1), (0.5, 0.0), (0.1, 0.05), (0.55, 0.16), (-0.3, 0.1), (-0.05, 0.02)])
    mid = np.array([along(path, float(np.clip(at + t, 0, 1))) for t in shape[:, 1]])[:, :2]
    axis = (path[-1] - path[0])[:2]
    axis = axis / max(float(np.hypot(*axis)), 1e-6)
    side = np.array([axis[1], -axis[0]]) * light
    return mid + side * shape[:, :1] * float(np.mean(radii)) * 1.2


def _segment(
    stage: Stage,
    design: Design,
    a: FloatArray,
    b: FloatArray,
    ra: float,
    rb: float,
    material: int,
    gap_a: bool | float = False,
    gap_b: bool = False,
    bulge: float = 1.06,
) -> None:
    """One bone's worth of limb; gaps leave the outline open at a joint."""
    p, q = a[:2], b[:2]
    mid, rm = between(p, q, 0.45), (ra + rb) / 2 * bulge
    body = ribbon([p, mid, q], (ra, rm, rb), steps=4)
    shapes = [body, ellipse(p, ra, ra, n=16), ellipse(q, rb, rb, n=16)]
    gaps = []
    if gap_a:
        gaps.append((p, ra * (1.03 if gap_a is True else gap_a)))
    if gap_b:
        gaps.append((q, rb * 1.03))
    tones = limb_tones(design, np.array([p, mid, q]), (ra, rm, rb))
    stage.part(shapes, material, gaps=gaps, tones=tones)


def _folds(stage: Stage, at: FloatArray, axis: FloatArray, r: float, n: int, side: int) -> None:
    """Short open wrinkles inside a bend."""
    u = axis[:2] / max(float(np.linalg.norm(axis[:2])), 1e-6)
    v = np.array([-u[1], u[0]]) * side
    for k in range(n):
        o = at[:2] + u * r * (0.35 * k - 0.3)
        stage.line(
            spline(
                [o + v * r * 0.9, o + v * r * 0.4 + u * 0.12 * r, o - v * r * 0.1 + u * r * 0.3]
            ),
            0.8,
        )


def draw_leg(stage: Stage, design: Design, pose: RigPose, leg: Limb, side: int) -> None:
    """Draw a leg from the hip down: skin, sock, shoe, then trousers over them."""
    b, o = design.build, design.outfit
    r0, r1, r2 = b.leg_r, b.leg_r * 0.72 * leg.near[0], b.leg_r * 0.5 * leg.near[1]
    covered = o.bottom in ("trousers", "shorts")
    cover = {"trousers": 1.0, "shorts": 0.4}.get(o.bottom, 0.0)
    if cover < 0.95:
        _segment(stage, design, leg.mid, leg.end, r1, r2, M["skin"], bulge=1.22)
        _segment(stage, design, leg.root, leg.mid, r0, r1, M["skin"], gap_b=True)
        knee = leg.mid[:2] + [0.2 * r1 * side, 0.3 * r1]
        stage.line(
            spline([knee - [r1 * 0.4, 0], knee + [0, 0.12 * r1], knee + [r1 * 0.35, -0.1 * r1]]),
            0.7,
        )
    if o.sock > 0:
        _sock(stage, design, leg, (r0, r1, r2))
    _foot(stage, design, pose, leg, side)
    if covered:
        w = o.leg_w
        end = between(leg.mid, leg.end, 0.94)
        if cover > 0.9:
            _segment(
                stage, design, leg.mid, end, r1 * w * 1.1, r2 * w * 1.35, M["bottom"], bulge=1.0
            )
        knee_pt = leg.mid if cover > 0.9 else between(leg.root, leg.mid, 0.8)
        _segment(
            stage,
            design,
            leg.root,
            knee_pt,
            r0 * min(w, 1.2),
            r1 * w * 1.15,
            M["bottom"],
            gap_b=cover > 0.9,
            gap_a=True,
        )
        if o.folds > 1:
            _folds(stage, leg.mid, leg.end - leg.root, r1 * w, min(o.folds, 3), side)
        if o.cuff and cover <= 0.9:
            a, c = between(leg.root, leg.mid, 0.72), between(leg.root, leg.mid, 0.84)
            stage.part(ribbon([a[:2], c[:2]], (r1 * w * 1.2, r1 * w * 1.22)), M["bottom2"])


def _sock(stage: Stage, design: Design, leg: Limb, radii: tuple[float, float, float]) -> None:
    r0, r1, r2 = radii
    sock = design.outfit.sock
    if sock > 1.0:
        _segment(stage, design, leg.mid, leg.end, r1 * 1.02, r2 * 1.05, M["sock"], bulge=1.22)
        top = between(leg.mid, leg.root, min(sock - 1.0, 0.6))
        rt = r1 + (r0 - r1) * min(sock - 1.0, 0.6)
        _segment(stage, design, top, leg.mid, rt * 1.0, r1 * 1.02, M["sock"], gap_b=True)
        band = (top, between(top, leg.mid, 0.12), rt * 1.06)
    else:
        top = between(leg.end, leg.mid, sock)
        rt = (r2 + (r1 * 1.15 - r2) * sock) * 1.05
        tones = limb_tones(design, np.array([top[:2], leg.end[:2]]), (rt, r2 * 1.1))
        stage.part(
            [
                ribbon(
                    [top[:2], between(top, leg.end, 0.5)[:2], leg.end[:2]],
                    (rt, (rt + r2) * 0.54, r2 * 1.1),
                )
            ],
            M["sock"],
            tones=tones,
        )
        band = (top, between(top, leg.end, 0.16), rt * 1.05)
    if design.outfit.sock_band:
        stage.part(ribbon([band[0][:2], band[1][:2]], (band[2], band[2])), M["trim"])


def _foot(stage: Stage, design: Design, pose: RigPose, leg: Limb, side: int) -> None:
    """Draw the shoe: heel to toe in the picture, seen a little from above."""
    b, o = design.build, design.outfit
    turn_out = pose.yaw + side * 0.45 * np.cos(pose.yaw) ** 2 * (1 if np.cos(pose.yaw) > 0 else -1)
    length = b.foot * leg.near[1]
    reach = np.array([np.sin(turn_out), 0.34 * np.cos(turn_out)]) * length * 0.62
    ankle = leg.end[:2]
    shin = leg.end[:2] - leg.mid[:2]
    tilt = float(np.clip(np.arctan2(-shin[0], max(shin[1], 0.15)), -0.9, 0.9)) * 0.6
    h = length * 0.27
    heel = ankle + turn([[0.0, h * 0.45]], tilt)[0] - reach * 0.28
    toe = ankle + turn([reach + [0.0, h * 0.62]], tilt)[0]
    away = np.cos(turn_out) < 0
    rh, rt = h * 0.85, h * (1.0 if o.shoe != "pump" else 0.62)
    boot = 0.5 if o.shoe == "boot" else 0.0
    body = [capsule(heel, toe, rh, rt, 9)]
    collar = between(ankle, leg.mid[:2], 0.08 + boot)
    rc = b.leg_r * (0.62 if boot == 0 else 0.85) * leg.near[1]
    if o.shoe != "pump":
        body.append(capsule(collar, heel + [0, -h * 0.2], rc, rh * 0.9))
    sole_h = h * (0.42 if o.shoe in ("sneaker", "boot") else 0.16)
    down = np.array([0.0, sole_h])
    if o.shoe == "bare":
        stage.part(body, M["skin"])
        return
    sole = [capsule(heel + down, toe + down, rh * 1.02, rt * 1.04, 9)]
    tones = []
    if design.shading.kind != "none":
        tones.append(Tone(SHADOW, shift=(design.shading.light * h * 0.5, -h * 0.5)))
    stage.part(sole, M["sole"], tones=tones)
    upper = stage.part(body, M["shoe"], tones=tones)
    if upper is None:
        return
    if o.shoe == "sneaker" and not away:
        cap = ellipse(toe + reach * 0.18, rt * 0.95, rt * 0.8)
        stage.part(cap, M["trim"] if o.sock_band else M["shoe"], clip=upper, outline=0.9)
    if o.shoe == "sneaker" and o.folds % 2:
        panel = [heel - reach * 0.6 + [0, -h], heel + reach * 0.12 + [0, -h * 0.9]]
        panel += [heel + reach * 0.3 + [0, h], heel - reach * 0.6 + [0, h]]
        stage.part(np.array(panel), M["button"], clip=upper, outline=0.9, tones=tones)
    if o.laces and not away:
        top, front = collar * 0.4 + heel * 0.6, toe
        for k in range(o.laces):
            c = between(top + [0.0, -h * 0.3], front + [0, -rt * 0.55], 0.3 + 0.5 * k / o.laces)
            d = np.array([h * 0.45, 0.06 * h * (-1) ** k])
            stage.part(capsule(c - d, c + d, h * 0.12, h * 0.12, 5), M["lace"], outline=0.8)
    if o.shoe in ("sneaker", "boot"):
        stage.part(
            ribbon(
                [collar - [rc * 1.05, 0], collar + [0, rc * 0.25], collar + [rc * 1.05, 0]],
                (rc * 0.22, rc * 0.22, rc * 0.22),
            ),
            M["trim"],
        )


def draw_arm_upper(stage: Stage, design: Design, arm: Limb, side: int) -> None:
    """Draw the arm from shoulder to elbow with its sleeve."""
    b, o = design.build, design.outfit
    r0, r1 = b.arm_r, b.arm_r * 0.82 * arm.near[0]
    if o.sleeve < 0.5:
        _segment(
            stage,
            design,
            arm.root,
            arm.mid,
            r0,
            r1,
            M["skin"],
            gap_a=o.top in ("tank", "crop") and 1.2,
        )
    if o.sleeve <= 0:
        return
    w = o.sleeve_w
    rgb = design.paints.rgb
    same = bool((rgb[M["sleeve"] * 4] == rgb[M["top"] * 4]).all())
    end = between(arm.root, arm.mid, min(o.sleeve * 2, 1.0))
    flare = 1.1 if o.sleeve < 0.5 else 1.0
    _segment(
        stage,
        design,
        arm.root,
        end,
        r0 * w * 1.02,
        r1 * w * flare,
        M["sleeve"],
        gap_a=1.25 if not o.puff and same else False,
    )
    if o.puff:
        c = between(arm.root, arm.mid, 0.18)
        tones = []
        if design.shading.kind != "none":
            tones = [Tone(SHADOW, shift=(design.shading.light * r0, -r0 * 0.7))]
        puff = stage.part(ellipse(c, r0 * 1.75, r0 * 1.6), M["sleeve"], tones=tones)
        for k in (-0.5, 0.1, 0.6):
            stage.line(
                spline([c[:2] + [k * r0 * 1.2, r0 * 1.4], c[:2] + [k * r0, r0 * 0.5]]),
                0.8,
                clip=puff,
            )
    if o.sleeve <= 0.5 and o.cuff:
        a = between(arm.root, arm.mid, max(o.sleeve * 2 - 0.14, 0.05))
        stage.part(ribbon([a[:2], end[:2]], (r1 * w * 1.15, r1 * w * 1.18)), M["trim"])


def draw_forearm(stage: Stage, design: Design, pose: RigPose, arm: Limb, side: int) -> None:
    """Draw elbow to fingertips: hand (with what it holds beneath the fingers), then sleeve."""
    from paintassist.training.rig2d.hands import draw_hand

    b, o = design.build, design.outfit
    r1, r2 = b.arm_r * 0.82 * arm.near[0], b.arm_r * 0.62 * arm.near[1]
    sleeved = o.sleeve > 0.55 and not (o.puff and side < 0 and not o.cuff_l)
    fore = (arm.end - arm.mid)[:2]
    k = -1 if fore[0] < 0 else 1
    if not sleeved:
        _segment(
            stage, design, arm.mid, arm.end, r1, r2, M["skin"], gap_a=o.sleeve < 0.5, gap_b=True
        )
        draw_hand(stage, design, pose, arm, side)
        if o.glove[0 if side < 0 else 1]:
            a = between(arm.mid, arm.end, 0.72)
            _segment(stage, design, a, arm.end, r2 * 1.3, r2 * 1.15, M["glove"], gap_b=True)
        return
    if o.sleeve < 0.98:
        _segment(stage, design, arm.mid, arm.end, r1, r2, M["skin"], gap_a=True, gap_b=True)
    draw_hand(stage, design, pose, arm, side)
    w = o.sleeve_w
    end = between(arm.mid, arm.end, min((o.sleeve - 0.5) * 2, 0.97))
    _segment(
        stage,
        design,
        arm.mid,
        end,
        r1 * w,
        r2 * w * (1.15 if not o.puff else 1.6),
        M["sleeve"],
        gap_a=True,
    )
    if o.folds:
        _folds(stage, arm.mid, fore, r1 * w, min(o.folds, 3), k)
    if o.cuff:
        a = between(arm.mid, end, 0.84)
        rr = r2 * w * (1.25 if not o.puff else 1.7)
        patch = stage.part(ribbon([a[:2], end[:2]], (rr, rr)), M["trim"])
        if o.buttons:
            stage.part(
                ellipse(along(np.array([a[:2], end[:2]]), 0.5), rr * 0.2, rr * 0.2, n=8),
                M["button"],
                clip=patch,
                outline=0.7,
            )
