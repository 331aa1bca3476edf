"""Hair in layers: back hair, tails, the cap with its fringe, side locks, ribbons, gloss."""

from __future__ import annotations

import numpy as np

from paintassist.training.rig2d.geometry import FloatArray, ellipse, ribbon, side_band, spline
from paintassist.training.rig2d.head import HeadFrame
from paintassist.training.rig2d.ink import Patch, Stage, Tone
from paintassist.training.rig2d.paints import LIGHT, SHADOW
from paintassist.training.rig2d.palette import INDEX as M


def shaded(head: HeadFrame) -> bool:
    """Whether this character has shades at all."""
    return head.design.shading.kind != "none"


def swing(head: HeadFrame, down: float) -> float:
    """Sideways swing of hair that hangs `down` below its root."""
    return head.pose.sway * down**1.5 * 0.35


def draw_back_hair(stage: Stage, head: HeadFrame) -> None:
    """Draw the mass of hair that hangs from the back of the skull."""
    style = head.design.hair
    if style.back <= 0 or style.bald:
        return
    c, s = np.cos(head.yaw), np.sin(head.yaw)
    half = style.back_w * np.hypot(c, 0.62 * s) * (1.0 if c > 0 else 0.97)
    mid = -0.2 * s
    end = 0.3 + style.back
    arc = np.linspace(0.15, np.pi - 0.15, 9)
    wide = style.wide * 0.985
    crown = np.stack([wide * np.cos(arc) - 0.03 * s, -(0.49 + style.top) * np.sin(arc) ** 0.9], 1)
    belly = half * (1.05 + 0.05 * min(style.back, 1.5))
    left = [tuple(crown[-1]), (mid - belly, 0.3), (mid - half * 0.96, end * 0.75)]
    tips: list[tuple[float, float]] = []
    n = style.back_tips
    for k in range(n + 1):
        x = mid - half + 2 * half * k / n
        inner = 0 < k < n
        tips.append(
            (
                x * (1.0 if inner else 0.97),
                end - (0.16 if inner else 0.22) - 0.06 * np.sin(k * 2.4 + 1),
            )
        )
        if k < n:
            tips.append((x + half / n * 1.15, end + 0.06 * np.sin(k * 1.7)))
    right = [(mid + half * 0.96, end * 0.75), (mid + belly, 0.3), tuple(crown[0])]
    pts = np.concatenate([spline(left), np.array(tips), spline(right), crown])
    pts[:, 0] += np.array([swing(head, max(y + 0.1, 0.0)) for y in pts[:, 1]])
    tones = []
    if shaded(head) and c > 0:
        tones.append(Tone(SHADOW, polys=(head.plane(pts * [0.86, 0.97]),)))
    elif shaded(head):
        tones.append(Tone(SHADOW, shift=(0.12 * head.design.shading.light * head.scale, -0.06)))
    patch = stage.part(head.plane(pts), M["hair2"], tones=tones)
    for k in range(1, n):
        x = mid - half + 2 * half * k / n
        y0 = end * (0.45 + 0.12 * np.sin(k * 3.1)) if c > 0 else 0.2 + 0.1 * np.sin(k * 3.1)
        strand = spline(
            [
                (x * 0.9 + swing(head, y0), y0),
                (x + swing(head, end * 0.8), end * 0.8),
                (x + swing(head, end), end * 0.96),
            ]
        )
        stage.line(head.plane(strand), 0.8, clip=patch)


def _edge(head: HeadFrame) -> list[tuple[float, float]]:
    """Lower edge of the hair cap all round the skull: (azimuth, y), by azimuth."""
    style = head.design.hair
    out: list[tuple[float, float]] = []
    for az, tip, notch in style.fringe:
        out += [(az, tip), (az + 0.11, notch)]
    first, last = out[0][0], out[-1][0]
    ear = 0.02 if style.nape > 0.2 else -0.1
    before = [(-np.pi + k * 0.22, style.nape + 0.05 * (k % 2)) for k in range(6)]
    before += [(-1.75, style.nape * 0.7), (-1.6, ear), (min(first - 0.12, -1.35), ear + 0.05)]
    after = [(-a, y) for a, y in reversed(before)]
    after[0] = (max(last + 0.1, 1.35), ear + 0.05)
    return [*before, *out, *after]


def _visible_edge(head: HeadFrame, wide: float) -> FloatArray:
    """Picture-plane (N, 2) points of the cap's lower edge, left to right."""
    edge = np.array(_edge(head))
    rel = edge[:, 0] + head.yaw
    rel = np.concatenate([rel - 2 * np.pi, rel, rel + 2 * np.pi])
    ys = np.tile(edge[:, 1], 3)
    order = np.argsort(rel, kind="stable")
    rel, ys = rel[order], ys[order]
    lim = np.pi / 2
    inside = (rel > -lim) & (rel < lim)
    smooth = np.convolve(np.pad(ys, 2, mode="edge"), np.ones(5) / 5, mode="valid")
    fade = np.clip((np.abs(rel) - 1.1) / 0.4, 0, 1)
    ys = ys * (1 - fade) + smooth * fade
    ends = np.interp([-lim, lim], rel, ys)
    r = np.concatenate([[-lim], rel[inside], [lim]])
    y = np.concatenate([ends[:1], ys[inside], ends[1:]])
    drop = np.cos(r) * head.pose.pitch * 0.42
    return np.stack([np.sin(r) * wide, y + drop], 1)


def _crown(head: HeadFrame, wide: float) -> FloatArray:
    """Picture-plane silhouette over the top, right to left, with spikes."""
    style = head.design.hair
    deep = 0.03 * np.sin(head.yaw)
    t = np.linspace(0.0, np.pi, 19)[1:-1]
    top = 0.5 + style.top
    pts = np.stack([wide * np.cos(t) - deep, -top * np.sin(t) ** 0.9 - 0.0], 1)
    if not style.spikes:
        return pts
    base = 0.13
    points = [(float(a), 0.0) for a in t]
    for at, size in style.spikes:
        a = float(np.clip(np.pi * at - 0.25 * np.sin(head.yaw), 0.3, np.pi - 0.3))
        points = [p for p in points if abs(p[0] - a) > base]
        size *= float(np.sin(a)) ** 0.8
        lean = -0.08 * np.sign(np.cos(head.yaw)) + head.pose.sway * 0.1
        points += [(a - base, 0.0), (a + lean, size), (a + base, -0.02)]
    points.sort()
    ang, grow = np.array(points).T
    return np.stack(
        [wide * np.cos(ang) * (1 + grow) - deep, -top * np.sin(ang) ** 0.9 * (1 + grow)], 1
    )


def _fringe_curve(points: FloatArray) -> FloatArray:
    """Bend the straight sides of the locks outwards, like leaves."""
    mids = (points[:-1] + points[1:]) / 2
    mids[:, 0] -= 0.16 * (points[1:, 1] - points[:-1, 1])
    out = np.empty((len(points) + len(mids), 2))
    out[0::2], out[1::2] = points, mids
    return out


def draw_cap(stage: Stage, head: HeadFrame) -> Patch | None:
    """Draw the hair on the skull with its fringe, strand lines, gloss and cast shadow."""
    style = head.design.hair
    if style.bald:
        return None
    wide = style.wide * float(np.hypot(np.cos(head.yaw), 1.04 * np.sin(head.yaw)))
    low = _visible_edge(head, wide)
    outline = np.concatenate([_crown(head, wide), _fringe_curve(low)])
    tones = [] if not shaded(head) else [_tip_shadow(head, wide)]
    shape = head.plane(outline)
    patch = stage.part(shape, M["hair"], tones=tones)
    if patch is None:
        return None
    _gloss(stage, head, patch, wide)
    _strands(stage, head, patch, wide)
    return patch


def cast_fringe(stage: Stage, head: HeadFrame) -> None:
    """Drop the fringe's shadow on the face; called before the cap is drawn."""
    style = head.design.hair
    if style.bald or style.cast <= 0 or not shaded(head):
        return
    wide = style.wide
    low = _visible_edge(head, wide)
    outline = np.concatenate([_crown(head, wide), low])
    ghost = head.plane(outline + [-0.03 * head.design.shading.light, style.cast])
    stage.overlay(ghost, M["skin"], SHADOW)


def _tip_shadow(head: HeadFrame, wide: float) -> Tone:
    amount = 0.3 + 0.5 * head.design.shading.amount
    light = head.design.shading.light
    if head.design.shading.kind in ("zigzag", "band"):
        y = -0.22 + 0.1 * np.array([0, 1, -0.3, 1.2, 0.1, 1.0, -0.4, 0.8, 0])
        x = np.linspace(-1, 1, 9) * wide * 1.3
        top = np.stack([x, y + (light * x) * 0.5 + 0.25 * (1 - amount)], 1)
        return Tone(SHADOW, polys=(head.plane(np.concatenate([top, [(1, 1), (-1, 1)]])),))
    side = -light
    t = np.linspace(-1.4, 1.2, 8)
    inner = np.stack(
        [side * (0.62 - amount * 0.35 + 0.05 * np.cos(t * 9)) * np.ones(8), t * 0.5], 1
    )
    outer = inner[::-1] + [side * 0.8, 0]
    return Tone(SHADOW, polys=(head.plane(np.concatenate([inner, outer])),))


def _gloss(stage: Stage, head: HeadFrame, patch: Patch, wide: float) -> None:
    style = head.design.hair
    if style.gloss == "none":
        return
    if style.gloss == "ring":
        az = np.linspace(-1.1, 1.1, 15)
        zig = np.where(np.arange(15) % 2 == 0, 0.035, -0.01)
        up = [head.skull(a, -0.30 + 0.10 * a * a, wide) for a in az]
        low = [head.skull(a, -0.24 + 0.10 * a * a + z, wide) for a, z in zip(az, zig, strict=True)]
        if abs(head.rel(0.0)) < 1.7:
            poly = np.concatenate([np.array(up), np.array(low)[::-1]])
            stage.shade(patch, M["hair"], Tone(LIGHT, polys=(poly,)))
        return
    for k, at in enumerate((-0.75, -0.5, 0.1, 0.28, 0.8)):
        if abs(head.rel(at)) > 1.3:
            continue
        c = head.skull(at, -0.22 + 0.1 * at * at, wide)
        poly = ellipse(
            c,
            (0.012 + 0.008 * (k % 2)) * head.scale,
            (0.035 + 0.02 * (k % 3)) * head.scale,
            angle=0.3 * at,
        )
        stage.shade(patch, M["hair"], Tone(LIGHT, polys=(poly,)))


def _strands(stage: Stage, head: HeadFrame, patch: Patch, wide: float) -> None:
    style = head.design.hair
    notches = [(az + 0.11, notch) for az, _, notch in style.fringe]
    for k, (az, y) in enumerate(notches[: style.strands * 2]):
        if (k % 2 == 1 and style.strands < 5) or abs(head.rel(az)) > 1.45:
            continue
        top = y - 0.16 - 0.07 * ((k * 7) % 3)
        pts = [head.skull(az * (0.9 - 0.1 * u), y + (top - y) * u, wide) for u in (0.0, 0.5, 1.0)]
        stage.line(spline(np.array(pts)), 0.8, clip=patch)
    back = head.rel(np.pi)
    if abs(back) < 1.3:
        for az in (-0.7, -0.25, 0.3, 0.75):
            pts = [
                head.skull(np.pi + az * u, y, wide)
                for y, u in ((-0.35, 0.5), (-0.1, 0.9), (0.3, 1.0))
            ]
            stage.line(spline(np.array(pts)), 0.7, clip=patch)


def draw_side_locks(stage: Stage, head: HeadFrame) -> None:
    """Draw the locks that hang in front of the ears."""
    style = head.design.hair
    if style.side <= 0 or style.bald:
        return
    for side in (-1, 1):
        az = side * 1.22
        if abs(head.rel(az)) > 1.75:
            continue
        end = 0.15 + style.side
        x = head.skull_x(az, style.wide * 0.94)
        ys = (-0.25, 0.1, 0.1 + (end - 0.1) * 0.6, end)
        path = [
            (x * (0.9 if k == 0 else 1.0) + swing(head, max(y, 0.0)) - 0.04 * side * (k == 3), y)
            for k, y in enumerate(ys)
        ]
        w = style.side_w
        tones = []
        if shaded(head):
            lo, hi = (0.1, 1.6) if head.design.shading.light < 0 else (-1.6, -0.1)
            tones.append(
                Tone(SHADOW, polys=(head.plane(side_band(path, (w, w, w, 0.02), lo, hi)),))
            )
        patch = stage.part(
            head.plane(ribbon(path, (w * 0.8, w, w * 0.9, 0.0))), M["hair"], tones=tones
        )
        stage.line(head.plane(spline([(x, 0.1), (x - 0.01 * side, end * 0.6)])), 0.7, clip=patch)


def draw_ahoge(stage: Stage, head: HeadFrame) -> None:
    """Draw the lock that stands up from the crown."""
    k = head.design.hair.ahoge
    if abs(k) < 0.02 or head.design.hair.bald:
        return
    top = -0.48 - head.design.hair.top
    s = np.sign(k) * np.cos(head.yaw) + head.pose.sway * 0.5
    path = [
        (0, top),
        (0.05 * s, top - abs(k) * 0.6),
        (0.22 * s, top - abs(k)),
        (0.34 * s, top - abs(k) * 0.7),
    ]
    base = head.plane([(0.0, top)])[0]
    stage.part(
        head.plane(ribbon(path, (0.03, 0.035, 0.025, 0.0))),
        M["hair"],
        gaps=((base, 0.04 * head.scale),),
    )
