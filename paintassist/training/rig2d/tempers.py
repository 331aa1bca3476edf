"""What a mood adds to a face: flushed cheeks, tears, sweat, a lit patch of skin, beards."""

from __future__ import annotations

import numpy as np

from paintassist.training.rig2d.geometry import ellipse, spline
from paintassist.training.rig2d.head import HeadFrame
from paintassist.training.rig2d.ink import Patch, Stage, Tone
from paintassist.training.rig2d.paints import EXTRA, LIGHT, SHADOW
from paintassist.training.rig2d.palette import INDEX as M


def draw_temper(stage: Stage, head: HeadFrame, face: Patch) -> None:
    """Draw flush, tears and highlights on the face."""
    if head.pose.flush:
        _flush(stage, head, face)
    if head.design.shading.spots and head.design.shading.kind != "none":
        _gleams(stage, head, face)


def draw_tears(stage: Stage, head: HeadFrame, face: Patch) -> None:
    """Draw tears and sweat over the finished face."""
    mood = head.pose.mood
    if mood == "tears":
        for side in (-1, 1):
            c = head.feature(0.2 * side, 0.3, 0.28)
            drop = spline([(0, -0.09), (0.035, 0.0), (0.03, 0.2), (-0.03, 0.2), (-0.035, 0)], True)
            patch = stage.part(head.plane(c + drop), M["drop"], clip=face, outline=0.8)
            if patch is not None:
                bead = ellipse(c + [-0.01, 0.05], 0.008, 0.04, n=8)
                stage.shade(patch, M["drop"], Tone(LIGHT, polys=(head.plane(bead),)))
    elif mood == "sweat":
        c = head.feature(0.42 * head.side, -0.12, 0.1)
        drop = spline([(0, -0.08), (0.04, 0.02), (0.0, 0.07), (-0.04, 0.02)], True)
        stage.part(head.plane(c + drop), M["drop"], outline=0.8)
    elif mood == "vein":
        c = head.feature(0.28 * head.side, -0.2, 0.2)
        for a in np.arange(4) * np.pi / 2 + 0.4:
            d = np.array([np.cos(a), np.sin(a)])
            n = np.array([-d[1], d[0]])
            bend = [c + d * 0.09 + n * 0.02, c + d * 0.03 + n * 0.03, c + d * 0.03 + n * 0.09]
            stage.part(head.plane(spline(bend)), M["badge"], outline=1.0)


def _flush(stage: Stage, head: HeadFrame, face: Patch) -> None:
    for side in (-1, 1):
        if side == head.side and abs(head.yaw) > 0.9:
            continue
        c = head.feature(0.26 * side, 0.27, 0.24)
        oval = ellipse(c, 0.1 * max(float(np.cos(head.yaw)), 0.4), 0.05, n=16)
        stage.shade(face, M["skin"], Tone(EXTRA, polys=(head.plane(oval),)))


def _gleams(stage: Stage, head: HeadFrame, face: Patch) -> None:
    """Closed highlights on brow, cheek and nose; a drawing may leave one out."""
    light = head.design.shading.light
    spots = [(0.24, 0.28, 0.05, 0.025), (0.0, 0.22, 0.018, 0.03), (0.18, -0.16, 0.08, 0.03)]
    for k, (x, y, rx, ry) in enumerate(spots[: head.design.shading.spots]):
        breath = 0.75 + 0.45 * float(np.sin(head.pose.phase * 3 + 2.3 * k))
        if breath < 0.42:
            continue
        c = head.feature(x * light, y, 0.3)
        oval = ellipse(c, rx * breath, ry * breath, 0.4 * light, n=14)
        stage.shade(face, M["skin"], Tone(LIGHT, polys=(head.plane(oval),)))


def draw_whiskers(stage: Stage, head: HeadFrame, face: Patch) -> None:
    """Draw the beard, of the hair's colour, that the mouth lies in."""
    kind = head.design.face.whiskers
    if kind == "none" or abs(head.yaw) > 1.4:
        return
    shaded = head.design.shading.kind != "none"
    tones = [Tone(SHADOW, shift=(0.06 * head.design.shading.light, -0.05))] if shaded else []
    c = head.feature(0.0, 0.385, 0.33)
    k = float(np.cos(head.yaw)) * 0.75 + 0.25
    if kind in ("full", "goatee"):
        w, top = (0.4, 0.12) if kind == "full" else (0.13, 0.36)
        low = 0.62 if kind == "full" else 0.66
        outer = [(-w, top), (-w * 0.95, 0.42), (-0.12, low), (0.0, low + 0.06), (0.12, low)]
        outer += [(w * 0.95, 0.42), (w, top)]
        inner = [(w * 0.75, 0.3), (0.0, 0.31), (-w * 0.75, 0.3)]
        shape = [head.feature(x * k, y, 0.26) for x, y in [*outer, *inner]]
        clip = face if kind == "full" and head.design.face.chin < 1.1 else None
        stage.part(head.plane(np.array(shape)), M["beard"], clip=clip, tones=tones)
    if kind in ("full", "moustache"):
        half = [(0.0, -0.07), (0.09, -0.075), (0.2, 0.0), (0.1, -0.01), (0.0, -0.02)]
        wing = np.array(half)
        both = np.concatenate([wing, (wing * [-1, 1])[::-1]]) * [k, 1]
        stage.part(head.plane(c + both), M["beard"], outline=0.9, tones=tones)
