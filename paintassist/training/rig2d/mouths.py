"""Mouths: shut, talking, gritted, crooked, with teeth, tongue and dark inside."""

from __future__ import annotations

import numpy as np

from paintassist.training.rig2d.geometry import FloatArray, ellipse, spline
from paintassist.training.rig2d.head import HeadFrame
from paintassist.training.rig2d.ink import Patch, Stage, Tone
from paintassist.training.rig2d.paints import SHADOW
from paintassist.training.rig2d.palette import INDEX as M

KINDS = ("plain", "grit", "round", "side", "cat", "fang", "lick", "roar")


class _Lips:
    """Upper and lower lip in the head's plane, and the mouth's own frame."""

    def __init__(self, head: HeadFrame) -> None:
        style, pose = head.design.face, head.pose
        a = abs(head.yaw)
        self.head, self.kind = head, pose.mouth_kind
        self.c = head.feature(style.mouth_x, 0.385, 0.33)
        self.w = style.mouth_w * (1 - 0.55 * np.sin(min(a, 1.57)))
        self.gape = pose.mouth * 0.13
        smile = pose.smile * 0.03
        if self.kind == "side":
            self.c = self.c + [0.35 * self.w, 0.0]
        slope = {"side": 0.5, "fang": 0.15}.get(self.kind, 0.0) * smile
        w = self.w * (0.6 if self.kind == "round" else 1.25 if self.kind == "roar" else 1.0)
        wave = 0.45 * smile if self.kind == "cat" else 0.0
        mid = [(0.0, -wave)] if wave else []
        self.up = self._curve(
            [
                (-w, -smile + slope),
                (-w * 0.5, smile * 0.3 + wave),
                *mid,
                (w * 0.5, smile * 0.3 + wave),
                (w, -smile - slope),
            ]
        )
        deep = smile * 0.6 + self.gape * (1.1 if self.kind in ("round", "roar") else 0.85)
        self.low = self._curve(
            [(-w, -smile + slope), (-w * 0.6, deep), (w * 0.6, deep), (w, -smile - slope)]
        )
        if self.kind == "round":
            rim = ellipse((0.0, 0.4 * self.gape), w, 0.55 * self.gape + 0.01, n=21) + self.c
            self.up, self.low = rim[10:], rim[10::-1]

    def _curve(self, points: list[tuple[float, float]]) -> FloatArray:
        return spline(points, steps=5) + self.c

    def at(self, points: FloatArray) -> FloatArray:
        """World points of some in the mouth's frame: half widths, and gapes downwards."""
        p = np.asarray(points, np.float64) * [self.w, max(self.gape, 0.02)] + self.c
        return self.head.plane(p)


def draw_mouth(stage: Stage, head: HeadFrame, face: Patch) -> None:
    """Draw the mouth on the face."""
    lips = _Lips(head)
    pose = head.pose
    if pose.mouth < 0.12 and lips.kind != "grit":
        _shut(stage, head, lips, face)
        return
    hole = stage.part(
        head.plane(np.concatenate([lips.up, lips.low[::-1]])), M["mouth"], clip=face, outline=0.9
    )
    if hole is None:
        return
    if lips.kind == "grit":
        _grit(stage, head, lips, hole)
        return
    _inside(stage, head, lips, hole)
    if lips.kind == "lick":
        _lick(stage, head, lips)
    if lips.kind == "fang":
        for x in (-0.6, 0.6):
            fang = np.array([(x - 0.16, -1.0), (x + 0.16, -1.0), (x, 0.55)])
            stage.part(lips.at(fang), M["teeth"], clip=hole, outline=0.7)


def _shut(stage: Stage, head: HeadFrame, lips: _Lips, face: Patch) -> None:
    stage.line(head.plane(lips.up), 1.0, clip=face)
    if head.design.face.beard:
        stage.line(head.plane(lips.c + [(-0.03, 0.06), (0.03, 0.06)]), 0.8, clip=face)
    if lips.kind == "lick":
        _lick(stage, head, lips)
    elif lips.kind in ("side", "fang"):
        x = lips.up[-1] if lips.kind == "side" else lips.up[len(lips.up) // 3]
        tip = [(-0.02, 0.0), (0.02, 0.0), (0.004, 0.035)]
        if lips.kind == "fang":
            stage.part(head.plane(x + np.array(tip)), M["teeth"], clip=face, outline=0.7)
        else:
            stage.line(head.plane(x + np.array([(0.0, -0.03), (0.015, 0.02)])), 0.8, clip=face)


def _inside(stage: Stage, head: HeadFrame, lips: _Lips, hole: Patch) -> None:
    gape, c, w = lips.gape, lips.c, head.design.face.mouth_w
    if head.design.face.throat and gape * head.scale * stage.scale > 6:
        dark = ellipse(c + [0.0, gape * 0.25], w * 0.9, gape * 0.42)
        stage.shade(hole, M["mouth"], Tone(SHADOW, polys=(head.plane(dark),)))
    if gape * head.scale * stage.scale > 5:
        tongue = ellipse(c + [0.0, gape * 0.85], w * 0.6, gape * 0.42)
        lump = stage.part(head.plane(tongue), M["tongue"], clip=hole, outline=0.7)
        if head.design.face.throat:
            stage.line(lips.at(np.array([(0.0, 0.6), (0.02, 0.8)])), 0.6, clip=lump)
    if head.pose.smile > -0.3:
        edge = c + np.array(
            [(-2 * w, -0.2), (2 * w, -0.2), (2 * w, gape * 0.2), (-2 * w, gape * 0.2)]
        )
        teeth = stage.part(head.plane(edge), M["teeth"], clip=hole, outline=0.7)
        if teeth is not None and head.pose.smile > 0.7 and w > 0.12:
            for k in (-0.5, 0.0, 0.5):
                stage.line(head.plane(c + [(k * w, -0.1), (k * w, gape * 0.2)]), 0.6, clip=teeth)
    if lips.kind == "roar":
        low = np.array([(-1.6, 0.78), (1.6, 0.78), (1.6, 2.0), (-1.6, 2.0)])
        row = stage.part(lips.at(low), M["teeth"], clip=hole, outline=0.7)
        for x in (-0.6, -0.2, 0.2, 0.6):
            stage.line(lips.at(np.array([(x, 0.7), (x, 1.4)])), 0.6, clip=row)


def _grit(stage: Stage, head: HeadFrame, lips: _Lips, hole: Patch) -> None:
    """Clenched teeth: two rows, a tooth a segment."""
    low = lips.up[::-1] + [0.0, 0.04 + 0.5 * lips.gape]
    rows = stage.part(
        head.plane(np.concatenate([lips.up, low])), M["teeth"], clip=None, outline=0.9
    )
    del hole
    stage.line(head.plane(lips.up + [0.0, 0.02 + 0.25 * lips.gape]), 0.7, clip=rows)
    n = 6 if lips.w > 0.08 else 4
    for k in range(1, n):
        x = lips.c[0] + lips.w * (2 * k / n - 1)
        y = lips.c[1]
        stage.line(head.plane([(x, y - 0.1), (x, y + 0.2)]), 0.7, clip=rows)


def _lick(stage: Stage, head: HeadFrame, lips: _Lips) -> None:
    root = lips.up[len(lips.up) * 2 // 3]
    tip = root + np.array([(-0.035, 0.0), (-0.035, 0.06), (0.0, 0.085), (0.035, 0.06), (0.035, 0)])
    stage.part(head.plane(spline(tip, steps=3)), M["tongue"], outline=0.8)
