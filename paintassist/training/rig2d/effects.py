"""Drifting effects: smoke, sparks, flames, speed lines, bursts, hearts, notes, drops."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from paintassist.training.rig2d.geometry import FloatArray, capsule, ellipse, spline, turn
from paintassist.training.rig2d.ink import Stage, Tone
from paintassist.training.rig2d.paints import LIGHT, SHADOW
from paintassist.training.rig2d.palette import INDEX as M

BEHIND = ("burst", "speed")


def draw_effect(stage: Stage, kind: str, at: FloatArray, phase: float) -> None:
    """Draw an effect near `at` (world); `phase` moves it along."""
    EFFECTS[kind](stage, at, phase)


def _smoke(stage: Stage, at: FloatArray, phase: float) -> None:
    for k in range(4):
        a = phase + 2.1 * k
        c = at + [0.5 * np.cos(a), 0.3 * np.sin(a * 1.3)]
        bumps = [
            ellipse(c + turn([[0.13 + 0.02 * k, 0]], b)[0], 0.13, 0.13, n=10)
            for b in np.arange(5) * 1.257 + a
        ]
        stage.part(
            [ellipse(c, 0.16, 0.16), *bumps],
            M["smoke"],
            tones=[Tone(SHADOW, shift=(0.05, -0.08))],
        )


def _spark(stage: Stage, at: FloatArray, phase: float) -> None:
    for k in range(5):
        a = phase * 1.7 + 1.9 * k
        c = at + [0.8 * np.cos(a), 0.7 * np.sin(a * 1.7)]
        r = np.where(np.arange(8) % 2 == 0, 0.13 + 0.04 * (k % 2), 0.035)
        t = np.arange(8) * np.pi / 4
        stage.part(c + np.stack([r * np.sin(t), r * np.cos(t)], 1), M["spark"], outline=0.8)


def _flame(stage: Stage, at: FloatArray, phase: float) -> None:
    for k in range(3):
        c = at + [0.55 * (k - 1), 0.25 * np.sin(phase + k)]
        tall = 0.75 + 0.25 * np.sin(phase * 2 + 1.7 * k)
        lick = 0.12 * np.sin(phase + 2.0 * k)
        tongue = spline(
            [(0, 0.3), (0.25, 0.1), (0.14, -0.25), (lick, -tall), (-0.1, -0.3), (-0.26, 0.08)],
            True,
        )
        stage.part(c + tongue, M["flame"])
        stage.part(c + tongue * 0.62 + [0, 0.06], M["spark"], outline=0.8)
        stage.part(c + tongue * 0.3 + [0, 0.12], M["white"], outline=0.7)


def _speed(stage: Stage, at: FloatArray, phase: float) -> None:
    """Long wedges that run to a point off the figure."""
    angle = 0.4 * np.sin(phase)
    for k in range(9):
        y = -2.2 + 0.55 * k + 0.2 * np.sin(phase + 2.1 * k)
        near, far = 1.2 + 0.5 * np.sin(3.1 * k + phase), 4.5
        r = 0.05 + 0.05 * ((k * 7) % 3)
        wedge = turn(np.array([(near, y), (far, y - r), (far, y + r)]), angle)
        stage.part(at + wedge, M["smoke"] if k % 3 else M["spark"], outline=0.8)


def _burst(stage: Stage, at: FloatArray, phase: float) -> None:
    """A jagged star behind the figure, in two tones."""
    n = 22
    a = np.arange(n) * 2 * np.pi / n + phase * 0.2
    for scale, name in ((1.0, "flame"), (0.72, "spark")):
        far = 2.1 + 0.5 * np.sin(phase + 2.3 * np.arange(n))
        r = np.where(np.arange(n) % 2 == 0, far, 1.25) * scale
        stage.part(at + np.stack([r * np.cos(a), r * np.sin(a)], 1), M[name])


def _hearts(stage: Stage, at: FloatArray, phase: float) -> None:
    heart = spline(
        [(0, -0.25), (0.3, -0.5), (0.55, -0.2), (0, 0.5), (-0.55, -0.2), (-0.3, -0.5)], True
    )
    for k in range(4):
        a = phase + 1.7 * k
        c = at + [0.8 * np.cos(a), 0.8 * np.sin(1.3 * a)]
        size = 0.22 + 0.14 * (k % 3)
        patch = stage.part(c + turn(heart * size, 0.3 * np.sin(a)), M["badge"])
        if patch is not None:
            gleam = ellipse(c + [-0.25 * size, -0.2 * size], 0.1 * size, 0.14 * size, 0.4)
            stage.shade(patch, M["badge"], Tone(LIGHT, polys=(gleam,)))


def _notes(stage: Stage, at: FloatArray, phase: float) -> None:
    for k in range(3):
        a = phase + 2.2 * k
        c = at + [0.9 * np.cos(a), 0.7 * np.sin(1.4 * a)]
        stage.part(c + capsule((0.13, 0.0), (0.16, -0.55), 0.03, 0.03), M["dark"], outline=0.7)
        flag = np.array([(0.15, -0.58), (0.42, -0.42), (0.4, -0.25), (0.15, -0.4)])
        stage.part(c + flag, M["badge"], outline=0.8)
        stage.part(c + ellipse((0.02, 0.02), 0.16, 0.11, -0.4), M["badge"], outline=0.8)


def _drops(stage: Stage, at: FloatArray, phase: float) -> None:
    drop = spline([(0, -0.3), (0.13, 0.05), (0.0, 0.2), (-0.13, 0.05)], True)
    for k in range(6):
        a = phase + 1.1 * k
        c = at + [1.1 * np.cos(a), 0.5 * np.sin(1.9 * a)]
        tones = [Tone(SHADOW, shift=(0.05, -0.06))]
        stage.part(c + turn(drop * (0.5 + 0.2 * (k % 3)), 0.6 * np.cos(a)), M["drop"], tones=tones)


EFFECTS: dict[str, Callable[[Stage, FloatArray, float], None]] = {
    "smoke": _smoke,
    "spark": _spark,
    "flame": _flame,
    "speed": _speed,
    "burst": _burst,
    "hearts": _hearts,
    "notes": _notes,
    "drops": _drops,
}
