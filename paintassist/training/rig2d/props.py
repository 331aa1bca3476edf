"""Things held in a hand."""

from __future__ import annotations

import numpy as np

from paintassist.training.rig2d.design import Design
from paintassist.training.rig2d.geometry import FloatArray, capsule, ellipse, spline
from paintassist.training.rig2d.grip import Grip
from paintassist.training.rig2d.ink import Stage, Tone
from paintassist.training.rig2d.more_props import HEAD_ON, MORE
from paintassist.training.rig2d.paints import SHADOW
from paintassist.training.rig2d.palette import INDEX as M


def draw_prop(
    stage: Stage,
    design: Design,
    name: str,
    at: FloatArray,
    angle: float,
    size: float,
    side: int,
    toward: float = 0.0,
) -> None:
    """Draw a prop with its handle at `at`.

    Parameters
    ----------
    name : which prop. angle, toward : the forearm's, in the picture and to the viewer (cosine).
    size : hand length.
    """
    routine = {
        "mic": _mic,
        "sword": _sword,
        "book": _book,
        "gun": _gun,
        "ball": _ball,
        "staff": _staff,
        "phone": _phone,
        "sweet": _sweet,
        **MORE,
    }
    if toward > 0.72 and name in HEAD_ON:
        routine = HEAD_ON
    routine[name](stage, Grip(design, at, angle, size, side))


def _mic(stage: Stage, g: Grip) -> None:
    stage.part(g.at(capsule((0, 1.1), (0, -0.7), 0.17, 0.24)), M["prop2"], tones=g.shade(0.2))
    stage.part(g.at([(-0.32, -0.62), (0.32, -0.62), (0.34, -0.85), (-0.34, -0.85)]), M["prop3"])
    c, r = np.array([0.0, -1.35]), 0.68
    ball = stage.part(
        g.at(ellipse(c, r, r, n=28)),
        M["prop"],
        tones=[*g.shade(0.4), *g.glint(ellipse(c + [-0.25, -0.2], 0.16, 0.3, 0.4))],
    )
    for k in (-0.6, -0.2, 0.2, 0.6):
        t = np.linspace(-np.pi / 2, np.pi / 2, 9)
        stage.line(g.at(np.stack([np.cos(t) * r * k, np.sin(t) * r], 1) + c), 0.8, clip=ball)
        w = np.sqrt(1 - k * k) * r
        stage.line(
            g.at(spline([c + [-w, k * r], c + [0, k * r + 0.1], c + [w, k * r]])), 0.8, clip=ball
        )


def _sword(stage: Stage, g: Grip) -> None:
    blade = [(-0.2, -0.6), (-0.17, -4.4), (0.0, -5.0), (0.17, -4.4), (0.2, -0.6)]
    stage.part(
        g.at(blade),
        M["prop"],
        tones=[Tone(SHADOW, polys=(g.at([(0.0, 0.0), (0.0, -5.0), (0.6, -5), (0.6, 0)]),))],
    )
    stage.part(
        g.at([(-0.75, -0.72), (0.75, -0.72), (0.62, -0.45), (-0.62, -0.45)]),
        M["prop3"],
        tones=g.shade(0.12),
    )
    stage.part(g.at(capsule((0, -0.45), (0, 0.8), 0.15, 0.13)), M["prop2"])
    stage.part(g.at(ellipse((0, 0.95), 0.2, 0.2, n=12)), M["prop3"])


def _book(stage: Stage, g: Grip) -> None:
    stage.part(
        g.at([(-1.1, 0.3), (-1.1, -1.9), (0.6, -1.9), (0.6, 0.3)]), M["prop"], tones=g.shade(0.2)
    )
    stage.part(
        g.at([(0.6, 0.3), (0.6, -1.9), (0.85, -1.75), (0.85, 0.4)]), M["white"], tones=g.shade(0.1)
    )
    stage.part(
        g.at([(-0.9, -1.6), (0.4, -1.6), (0.4, -1.0), (-0.9, -1.0)]), M["prop3"], outline=0.8
    )
    stage.line(g.at([(-0.95, 0.3), (-0.95, -1.9)]), 0.8)


def _gun(stage: Stage, g: Grip) -> None:
    stage.part(
        g.at([(-0.25, 0.9), (-0.35, -0.4), (0.3, -0.4), (0.3, 0.9)]),
        M["prop2"],
        tones=g.shade(0.15),
    )
    body = g.at([(-1.2, -0.35), (-1.2, -1.5), (1.3, -1.6), (1.3, -0.35)])
    patch = stage.part(
        body,
        M["prop"],
        tones=[*g.shade(0.35), *g.glint([(-1.0, -1.35), (0.9, -1.42), (0.9, -1.28), (-1.0, -1.2)])],
    )
    stage.part(g.at([(-1.0, -1.5), (-1.0, -2.0), (-0.5, -2.0), (-0.5, -1.5)]), M["prop3"])
    stage.part(
        g.at([(1.3, -1.35), (2.3, -1.35), (2.3, -0.75), (1.3, -0.75)]),
        M["prop2"],
        tones=g.shade(0.2),
    )
    for x in (-0.5, 0.0, 0.5):
        stage.part(
            g.at([(x, -1.2), (x + 0.3, -1.2), (x + 0.15, -0.6), (x - 0.15, -0.6)]),
            M["prop3"],
            clip=patch,
            outline=0.8,
        )


def _ball(stage: Stage, g: Grip) -> None:
    c, r = np.array([0.2, -1.0]), 1.0
    ball = stage.part(
        g.at(ellipse(c, r, r, n=30)),
        M["prop"],
        tones=[*g.shade(0.45), *g.glint(ellipse(c + [-0.4, -0.4], 0.18, 0.12, -0.6))],
    )
    stage.part(g.at(ellipse(c, r * 0.4, r * 0.4, n=6)), M["prop3"], clip=ball, outline=0.9)
    for a in np.arange(6) * np.pi / 3:
        d = np.array([np.cos(a), np.sin(a)])
        stage.line(g.at(np.array([c + d * r * 0.4, c + d * r])), 0.8, clip=ball)


def _staff(stage: Stage, g: Grip) -> None:
    stage.part(g.at(capsule((0, 4.2), (0, -3.2), 0.12, 0.14)), M["prop2"], tones=g.shade(0.1))
    ring = spline(
        [(-0.6, -3.2), (-0.75, -4.2), (0.0, -4.9), (0.75, -4.2), (0.6, -3.2), (0, -3.0)], True
    )
    stage.part(g.at(ring), M["prop3"], tones=g.shade(0.2))
    stage.part(
        g.at(ellipse((0, -3.95), 0.45, 0.5)),
        M["prop"],
        tones=[*g.shade(0.3), *g.glint(ellipse((-0.15, -4.15), 0.1, 0.14))],
    )


def _phone(stage: Stage, g: Grip) -> None:
    stage.part(g.at([(-0.5, 0.5), (-0.5, -1.3), (0.5, -1.3), (0.5, 0.5)]), M["prop"])
    stage.part(
        g.at([(-0.4, 0.3), (-0.4, -1.1), (0.4, -1.1), (0.4, 0.3)]),
        M["prop3"],
        outline=0.8,
        tones=g.glint([(-0.4, -0.4), (0.4, -1.1), (0.4, -0.8), (-0.4, -0.1)]),
    )


def _sweet(stage: Stage, g: Grip) -> None:
    stage.part(g.at(capsule((0, 0.8), (0, -0.9), 0.07, 0.07)), M["white"])
    c = np.array([0.0, -1.5])
    top = stage.part(g.at(ellipse(c, 0.75, 0.75, n=24)), M["prop"], tones=g.shade(0.3))
    t = np.linspace(0, 4 * np.pi, 30)[:, None]
    stage.line(g.at(c + np.concatenate([np.cos(t), np.sin(t)], 1) * 0.055 * t), 0.8, clip=top)
