"""More things to hold: boards, bags, instruments, and guns and microphones seen head-on."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from paintassist.training.rig2d.geometry import FloatArray, capsule, ellipse, ribbon, spline
from paintassist.training.rig2d.grip import Grip
from paintassist.training.rig2d.ink import Stage, Tone
from paintassist.training.rig2d.paints import SHADOW
from paintassist.training.rig2d.palette import INDEX as M


def _box(x: float, y: float, w: float, h: float) -> list[tuple[float, float]]:
    return [(x - w, y - h), (x + w, y - h), (x + w, y + h), (x - w, y + h)]


def _gun_head_on(stage: Stage, g: Grip) -> None:
    stage.part(g.at(_box(0.0, 0.5, 0.3, 0.6)), M["prop2"], tones=g.shade(0.15))
    body = spline(
        [(-0.75, -1.3), (0.0, -1.6), (0.75, -1.3), (0.8, -0.2), (0, 0.1), (-0.8, -0.2)], True
    )
    stage.part(
        g.at(body),
        M["prop"],
        tones=[*g.shade(0.35), *g.glint(ellipse((-0.35, -1.2), 0.2, 0.09, -0.5))],
    )
    c = np.array([0.0, -0.75])
    stage.part(g.at(ellipse(c, 0.5, 0.5, n=24)), M["prop3"], tones=g.shade(0.2))
    stage.part(g.at(ellipse(c, 0.36, 0.36, n=20)), M["prop2"], outline=0.8)
    stage.part(g.at(ellipse(c + [0.03, 0.03], 0.2, 0.2, n=16)), M["dark"], outline=0.8)
    stage.part(g.at(_box(0.0, -1.7, 0.1, 0.2)), M["prop3"], outline=0.8)


def _mic_head_on(stage: Stage, g: Grip) -> None:
    stage.part(g.at(capsule((0.2, 0.5), (0.05, -0.2), 0.2, 0.3)), M["prop2"], tones=g.shade(0.2))
    c, r = np.array([0.0, -0.7]), 0.85
    ball = stage.part(
        g.at(ellipse(c, r, r, n=30)),
        M["prop"],
        tones=[*g.shade(0.45), *g.glint(ellipse(c + [-0.35, -0.3], 0.22, 0.14, -0.7))],
    )
    for k in (0.35, 0.68):
        ring = ellipse(c, r * k, r * k, n=20)
        stage.line(g.at(np.concatenate([ring, ring[:1]])), 0.8, clip=ball)
    for a in np.arange(8) * np.pi / 4 + 0.2:
        d = np.array([np.cos(a), np.sin(a)])
        stage.line(g.at(np.array([c + d * r * 0.1, c + d * r])), 0.8, clip=ball)


def _sign(stage: Stage, g: Grip) -> None:
    stage.part(g.at(capsule((0, 1.6), (0, -1.4), 0.1, 0.1)), M["prop2"], tones=g.shade(0.08))
    board = stage.part(g.at(_box(0.0, -2.4, 1.7, 1.05)), M["prop"], tones=g.shade(0.25))
    stage.part(g.at(_box(0.0, -2.4, 1.5, 0.85)), M["white"], clip=board, outline=0.8)
    for k in range(3):
        x = -0.9 + 0.9 * k
        glyph = [(x, -2.9), (x + 0.5, -2.9), (x + 0.35, -2.4), (x + 0.5, -1.95), (x, -1.95)]
        stage.part(g.at(glyph), M["prop3"], outline=0.8)


def _bag(stage: Stage, g: Grip) -> None:
    for dy in (-1, 1):
        strap = spline([(-0.5, 0.9), (-0.4 + 0.1 * dy, 0.05 * dy), (0.4, 0.05 * dy), (0.5, 0.9)])
        stage.part(g.at(ribbon(strap, (0.07,) * len(strap))), M["strap"])
    shape = spline([(-1.1, 0.9), (1.1, 0.9), (1.25, 2.2), (0.0, 2.4), (-1.25, 2.2)], True)
    bag = stage.part(g.at(shape), M["bag"], tones=g.shade(0.3))
    flap = spline([(-1.15, 0.85), (1.15, 0.85), (0.8, 1.45), (0.0, 1.6), (-0.8, 1.45)], True)
    stage.part(g.at(flap), M["prop3"], clip=bag, tones=g.shade(0.12))
    stage.part(g.at(_box(0.0, 1.55, 0.14, 0.14)), M["buckle"], outline=0.8)


def _guitar(stage: Stage, g: Grip) -> None:
    stage.part(g.at(_box(0.0, -1.3, 0.13, 2.1)), M["prop2"], tones=g.shade(0.06))
    for k in range(5):
        stage.line(g.at([(-0.13, -3.0 + 0.5 * k), (0.13, -3.0 + 0.5 * k)]), 0.6)
    stage.part(g.at([(-0.2, -3.3), (0.25, -3.4), (0.2, -4.1), (-0.3, -3.9)]), M["prop3"])
    body = spline(
        [(-0.5, 0.6), (0.5, 0.6), (0.45, 1.3), (0.9, 2.0), (0.5, 2.8), (-0.5, 2.8), (-0.9, 2.0)]
        + [(-0.45, 1.3)],
        True,
    )
    patch = stage.part(
        g.at(body), M["prop"], tones=[*g.shade(0.3), *g.glint(ellipse((-0.5, 2.1), 0.08, 0.3))]
    )
    stage.part(g.at(ellipse((0.0, 1.5), 0.3, 0.3)), M["dark"], clip=patch)
    stage.part(g.at(_box(0.0, 2.2, 0.4, 0.09)), M["prop3"], clip=patch, outline=0.8)
    for x in (-0.06, 0.06):
        stage.line(g.at([(x, -3.2), (x, 2.2)]), 0.5)


def _umbrella(stage: Stage, g: Grip) -> None:
    stage.part(g.at(capsule((0, 1.2), (0, -3.0), 0.07, 0.07)), M["prop2"])
    edge = [(-2.6 + 1.3 * k / 2, -2.6 - 0.25 * (k % 2)) for k in range(9)]
    dome = spline([(2.6, -2.6), (1.9, -3.9), (0.0, -4.6), (-1.9, -3.9), (-2.6, -2.6)])
    patch = stage.part(g.at(np.concatenate([np.array(edge), dome])), M["prop"], tones=g.shade(0.5))
    for x in (-1.3, 0.0, 1.3):
        stage.line(g.at(spline([(x, -2.6), (x * 0.75, -3.7), (0.0, -4.6)])), 0.8, clip=patch)


def _cup(stage: Stage, g: Grip) -> None:
    stage.part(g.at([(-0.4, 0.5), (-0.55, -1.0), (0.55, -1.0), (0.4, 0.5)]), M["white"],
               tones=g.shade(0.2))  # fmt: skip
    stage.part(g.at([(-0.45, 0.2), (-0.52, -0.5), (0.52, -0.5), (0.45, 0.2)]), M["prop3"])
    stage.part(g.at(ellipse((0.0, -1.0), 0.6, 0.16)), M["prop"], outline=0.9)
    stage.part(g.at(capsule((0.1, -1.0), (0.3, -1.9), 0.06, 0.06)), M["prop2"], outline=0.8)


def _camera(stage: Stage, g: Grip) -> None:
    stage.part(g.at(_box(0.0, -1.15, 0.4, 0.25)), M["prop2"])
    stage.part(g.at(_box(0.0, -0.4, 1.1, 0.65)), M["prop"], tones=g.shade(0.2))
    stage.part(g.at(_box(0.0, -0.1, 1.1, 0.18)), M["prop3"], outline=0.8)
    c = (0.15, -0.4)
    stage.part(g.at(ellipse(c, 0.55, 0.55, n=24)), M["prop2"], tones=g.shade(0.15))
    stage.part(g.at(ellipse(c, 0.36, 0.36)), M["lens"], tones=g.shade(0.12), outline=0.8)
    stage.part(g.at(ellipse((0.02, -0.52), 0.1, 0.08)), M["glint"], outline=0.5)


def _megaphone(stage: Stage, g: Grip) -> None:
    stage.part(g.at(_box(0.0, 0.2, 0.14, 0.6)), M["prop2"])
    cone = [(-0.9, -0.75), (1.2, -1.6), (1.2, 0.5), (-0.9, -0.25)]
    stage.part(g.at(cone), M["prop"], tones=g.shade(0.3))
    stage.part(g.at([(0.4, -1.28), (0.65, -1.38), (0.65, 0.28), (0.4, 0.18)]), M["prop3"])
    stage.part(g.at(ellipse((1.2, -0.55), 0.3, 1.1)), M["white"])
    stage.part(g.at(ellipse((1.25, -0.55), 0.2, 0.8)), M["prop2"], outline=0.8)


def _letter(stage: Stage, g: Grip) -> None:
    sheet = g.at([(-1.0, 0.5), (-0.9, -2.0), (0.9, -1.8), (0.8, 0.6)])
    paper = stage.part(sheet, M["white"], tones=g.shade(0.15))
    for k in range(4):
        y = -1.5 + 0.4 * k
        stage.line(g.at([(-0.65, y), (0.55 - 0.2 * (k % 2), y + 0.05)]), 0.8, clip=paper)
    stage.part(g.at(ellipse((0.4, 0.2), 0.2, 0.2)), M["prop3"], outline=0.8)


def _fan(stage: Stage, g: Grip) -> None:
    angles = np.radians(np.linspace(-160, -20, 9))
    rim = np.stack([np.cos(angles), np.sin(angles)], 1)
    for k in range(8):
        leaf = np.concatenate([rim[k : k + 2] * 2.2, rim[k : k + 2][::-1] * 0.5])
        stage.part(g.at(leaf), M["prop"] if k % 2 else M["prop3"], tones=g.shade(0.1))
    hub = np.concatenate([rim * 0.55, [(0.0, 0.3)]])
    stage.part(g.at(hub), M["prop2"])


def _shield(stage: Stage, g: Grip) -> None:
    shape = spline([(-1.3, -1.6), (0, -1.9), (1.3, -1.6), (1.2, 0.2), (0, 1.6), (-1.2, 0.2)], True)
    stage.part(g.at(shape), M["prop3"], tones=g.shade(0.3))
    face = stage.part(
        g.at(shape * 0.82), M["prop"],
        tones=[Tone(SHADOW, polys=(g.at([(0, -3), (2, -3), (2, 3), (0, 3)]),)),
               *g.glint(ellipse((-0.5, -0.9), 0.15, 0.35, 0.4))],
    )  # fmt: skip
    stage.part(g.at(_box(0, -0.2, 0.14, 1.2)), M["prop2"], clip=face)
    stage.part(g.at(_box(0, -0.5, 0.8, 0.14)), M["prop2"], clip=face)


def _plush(stage: Stage, g: Grip) -> None:
    body = ellipse((0.0, 0.5), 0.7, 0.8)
    stage.part(g.at(body), M["prop"], tones=g.shade(0.25))
    for s in (-1, 1):
        stage.part(g.at(ellipse((0.6 * s, -1.4), 0.35, 0.4)), M["prop"], tones=g.shade(0.1))
        stage.part(g.at(ellipse((0.6 * s, -1.4), 0.18, 0.22)), M["prop3"], outline=0.8)
        stage.part(g.at(capsule((0.5 * s, 0.1), (1.0 * s, 0.4), 0.25, 0.25)), M["prop"])
    stage.part(g.at(ellipse((0.0, -0.7), 0.95, 0.8)), M["prop"], tones=g.shade(0.3))
    stage.part(g.at(ellipse((0.0, -0.45), 0.4, 0.3)), M["white"], outline=0.8)
    for s in (-1, 1):
        stage.part(g.at(ellipse((0.4 * s, -0.85), 0.1, 0.13)), M["dark"], outline=0.6)
    stage.part(g.at(ellipse((0.0, -0.55), 0.12, 0.08)), M["dark"], outline=0.6)
    stage.part(g.at(ellipse((0.0, 0.6), 0.4, 0.45)), M["white"], outline=0.8)


def _bouquet(stage: Stage, g: Grip) -> None:
    for x in (-0.6, -0.2, 0.2, 0.6):
        stage.part(g.at(capsule((0.0, 0.4), (x, -1.4), 0.06, 0.06)), M["leaf"], outline=0.8)
    stage.part(g.at([(-0.3, 0.7), (-1.0, -0.9), (1.0, -0.9), (0.3, 0.7)]), M["white"],
               tones=g.shade(0.3))  # fmt: skip
    stage.part(g.at(_box(0.0, 0.35, 0.4, 0.12)), M["ribbon"])
    spots = [(-0.75, -1.2), (0.0, -1.5), (0.75, -1.2), (-0.35, -0.85), (0.4, -0.85)]
    for k, (x, y) in enumerate(spots):
        a = np.arange(10) * np.pi / 5
        r = np.where(np.arange(10) % 2 == 0, 0.42, 0.28)
        bloom: FloatArray = np.stack([x + r * np.cos(a), y + r * np.sin(a)], 1)
        stage.part(g.at(spline(bloom, True, 3)), M["prop"] if k % 2 else M["prop3"],
                   tones=g.shade(0.1))  # fmt: skip
        stage.part(g.at(ellipse((x, y), 0.12, 0.12, n=10)), M["spark"], outline=0.7)


MORE: dict[str, Callable[[Stage, Grip], None]] = {
    "sign": _sign,
    "bag": _bag,
    "guitar": _guitar,
    "umbrella": _umbrella,
    "cup": _cup,
    "camera": _camera,
    "megaphone": _megaphone,
    "letter": _letter,
    "fan": _fan,
    "shield": _shield,
    "plush": _plush,
    "bouquet": _bouquet,
}
HEAD_ON: dict[str, Callable[[Stage, Grip], None]] = {"gun": _gun_head_on, "mic": _mic_head_on}
