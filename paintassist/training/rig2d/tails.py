"""Hair that is tied: twin tails, ponytails, buns and braids with their ribbons."""

from __future__ import annotations

import numpy as np

from paintassist.training.rig2d.geometry import ellipse, ribbon, side_band, spline
from paintassist.training.rig2d.hair import shaded, swing
from paintassist.training.rig2d.head import HeadFrame
from paintassist.training.rig2d.ink import Stage, Tone
from paintassist.training.rig2d.paints import LIGHT, SHADOW
from paintassist.training.rig2d.palette import INDEX as M


def tail_roots(head: HeadFrame) -> list[tuple[float, float, float]]:
    """(azimuth, y, cosine to the viewer) of each tail, farthest first."""
    style = head.design.hair
    if style.bald:
        return []
    spots = {
        "twin": [-1.75, 1.75],
        "buns": [-1.3, 1.3],
        "braids": [-1.9, 1.9],
        "pony": [np.pi],
        "side": [1.6],
    }.get(style.tails, [])
    roots = [(az, style.tail_y, float(np.cos(head.rel(az)))) for az in spots]
    return sorted(roots, key=lambda r: r[2])


def draw_tail(stage: Stage, head: HeadFrame, root: tuple[float, float, float]) -> None:
    """Draw one tail, bun or braid with its ribbon."""
    az, y, _ = root
    style = head.design.hair
    rel = head.rel(az)
    x = float(np.sin(rel)) * style.wide
    out = float(np.sign(np.sin(rel))) * min(abs(float(np.sin(rel))) * 1.5, 1.0)
    start = (x, y + head.lift(az))
    if style.tails == "buns":
        _bun(stage, head, start, out)
    elif style.tails == "braids":
        _braid(stage, head, start, out)
    else:
        _long_tail(stage, head, start, out)
    _tie(stage, head, start, out)


def _long_tail(stage: Stage, head: HeadFrame, start: tuple[float, float], out: float) -> None:
    style = head.design.hair
    x, y = start
    n, w = style.tail_len, style.tail_w
    ts = np.array([0.0, 0.12, 0.35, 0.65, 1.0])
    outs = np.array([0.0, 0.16, 0.26, 0.2, 0.14])
    path = [
        (
            x + o * out * (0.6 + n * 0.25) + swing(head, t * n) * 1.4,
            y + t * n - 0.1 * np.sin(t * np.pi),
        )
        for t, o in zip(ts, outs, strict=True)
    ]
    radii = (0.06, w * 0.75, w, w * 0.75, 0.0)
    tones = []
    if shaded(head):
        light = head.design.shading.light
        zig = 0.25 if head.design.shading.kind == "zigzag" else 0.08
        lo, hi = (0.15, 1.7) if light < 0 else (-1.7, -0.15)
        tones.append(Tone(SHADOW, polys=(head.plane(side_band(path, radii, lo, hi, zig)),)))
    shapes = [head.plane(ribbon(path, radii))]
    fork = [*path[2:4], (path[4][0] + out * 0.18 * w / 0.2, path[4][1] * 0.93)]
    shapes.append(head.plane(ribbon(fork, (w * 0.6, w * 0.6, 0.0))))
    patch = stage.part(shapes, M["hair2"], tones=tones)
    if patch is not None and style.gloss != "none":
        c = path[2]
        stage.shade(
            patch,
            M["hair2"],
            Tone(LIGHT, polys=(head.plane(ellipse((c[0] + 0.3 * w, c[1]), w * 0.14, w * 0.5)),)),
        )
    for k in (-0.45, 0.1, 0.5):
        mid = np.array(path) + np.array([[k * r, 0.0] for r in radii])
        stage.line(head.plane(spline(mid[1:4])), 0.8, clip=patch)


def _bun(stage: Stage, head: HeadFrame, start: tuple[float, float], out: float) -> None:
    w = head.design.hair.tail_w * 1.15
    c = (start[0] + out * w * 0.75, start[1] - w * 0.75)
    tones = []
    if shaded(head):
        tones.append(
            Tone(SHADOW, shift=(0.5 * w * head.design.shading.light * head.scale, -0.4 * w))
        )
    patch = stage.part(head.plane(ellipse(c, w, w * 0.95)), M["hair2"], tones=tones)
    swirl = spline(
        [
            (c[0] - w * 0.5, c[1] + w * 0.3),
            (c[0] + w * 0.1, c[1] - w * 0.5),
            (c[0] + w * 0.5, c[1] + w * 0.1),
        ]
    )
    stage.line(head.plane(swirl), 0.8, clip=patch)


def _braid(stage: Stage, head: HeadFrame, start: tuple[float, float], out: float) -> None:
    style = head.design.hair
    w = style.tail_w * 0.62
    n = max(3, int(style.tail_len / (w * 1.3)))
    for k in reversed(range(n)):
        y = start[1] + 0.3 + k * w * 1.3
        x = start[0] + out * (0.08 + 0.1 * k / n) + swing(head, y - start[1])
        c = (x + w * 0.2 * (-1) ** k, y)
        r = w * (1.0 - 0.35 * k / n)
        tones = [Tone(SHADOW, shift=(0.0, -0.5 * r))] if shaded(head) else []
        stage.part(
            head.plane(ellipse(c, r, w * 0.85, 0.5 * (-1) ** k, n=14)), M["hair2"], tones=tones
        )


def _tie(stage: Stage, head: HeadFrame, start: tuple[float, float], out: float) -> None:
    kind = head.design.hair.tie
    if kind == "none":
        return
    k = 0.8 + 0.4 * head.design.hair.tail_w
    c = np.array(start) + [out * 0.03, 0.0]
    if kind == "band":
        stage.part(head.plane(ellipse(c, 0.075 * k, 0.06 * k, 0.4 * out)), M["ribbon"])
        return
    lean = out * 0.35
    for side in (-1, 1):
        drift = head.pose.sway * 0.08
        down = (
            c
            + np.array(
                [
                    (0, 0),
                    (0.10 * side + drift, 0.16),
                    (0.22 * side + 2 * drift, 0.34),
                    (0.08 * side + drift, 0.3),
                ]
            )
            * k
        )
        stage.part(head.plane(down), M["ribbon"])
        loop = [
            (0, 0),
            (0.16 * side, -0.16),
            (0.33 * side, -0.14),
            (0.30 * side, 0.06),
            (0.14 * side, 0.07),
        ]
        pts = spline(np.array(loop) @ np.array([[1, lean * side * 0.3], [0, 1]]) * k + c, True, 4)
        tones = []
        if shaded(head):
            tones.append(
                Tone(
                    SHADOW, polys=(head.plane(ellipse(c + [0.12 * side * k, 0.02], 0.1 * k, 0.05)),)
                )
            )
        patch = stage.part(head.plane(pts), M["ribbon"], tones=tones)
        stage.line(
            head.plane(spline([c, c + [0.1 * side, -0.05], c + [0.18 * side, -0.05]])),
            0.7,
            clip=patch,
        )
    stage.part(head.plane(ellipse(c, 0.05 * k, 0.06 * k, n=12)), M["ribbon"])
