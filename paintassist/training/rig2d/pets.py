"""Small companions on a shoulder, at the feet or in the air."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from paintassist.training.rig2d.design import Design
from paintassist.training.rig2d.geometry import FloatArray, ellipse, ribbon, spline
from paintassist.training.rig2d.ink import Stage, Tone
from paintassist.training.rig2d.paints import LIGHT, SHADOW
from paintassist.training.rig2d.palette import INDEX as M
from paintassist.training.rig2d.pose import RigPose, Skeleton


def pet_layer(
    stage: Stage, design: Design, bones: Skeleton, pose: RigPose
) -> tuple[float, Callable[[], object]]:
    """(depth, routine) of the pet: a bird sits on a shoulder, a ghost floats, others stand."""
    kind, side = design.outfit.pet, design.outfit.prop_side
    hop = 0.08 * abs(float(np.sin(pose.phase * 2)))
    shoulder = bones.arms[0 if side < 0 else 1].root[:2]
    ground = np.array([1.25 * side, max(leg.end[1] for leg in bones.legs)])
    at = {
        "bird": shoulder + [0.1 * side, -0.42],
        "ghost": bones.neck[:2] + [1.35 * side, -0.7 - 2 * hop],
    }.get(kind, ground + [0.0, -0.15 - hop])
    pet = _Pet(stage, design, at, side if np.cos(pose.yaw) > 0 else -side, pose)
    draw = {"cat": pet.cat, "bird": pet.bird, "ghost": pet.ghost}.get(kind, pet.slime)
    return (6.5 if kind == "bird" else 0.3, draw)


class _Pet:
    """Pet-local frame: x ahead, y down, one unit half a head."""

    def __init__(
        self, stage: Stage, design: Design, at: FloatArray, facing: int, pose: RigPose
    ) -> None:
        self.stage, self.pose, self.at, self.facing = stage, pose, at, -facing
        self.size = 0.5
        self.shading = design.shading

    def _part(self, shape: FloatArray, name: str, shade: float = 0.0, line: float = 1.0) -> None:
        tones: list[Tone] = []
        if shade and self.shading.kind != "none":
            tones.append(Tone(SHADOW, shift=(shade * 0.4 * self.shading.light, -shade)))
            if self.shading.lights:
                gleam = ellipse(shape.mean(0) + [0.0, -0.15], 0.08, 0.05, n=10)
                tones.append(Tone(LIGHT, polys=(self._place(gleam),)))
        self.stage.part(self._place(shape), M[name], tones=tones, outline=line)

    def _place(self, shape: FloatArray) -> FloatArray:
        return np.asarray(shape * [self.facing * self.size, self.size] + self.at)

    def _eyes(self, x: float, y: float, apart: float, r: float) -> None:
        for k in (0, 1):
            c = (x + apart * k, y)
            if np.sin(self.pose.phase * 5) > 0.85:
                low = spline([(c[0] - r, y), (c[0], y + r * 0.5), (c[0] + r, y)])
                self.stage.line(self._place(low), 0.9)
                continue
            self._part(ellipse(c, r, r * 1.2, n=14), "white", line=0.7)
            self._part(ellipse((c[0] + 0.3 * r, y), r * 0.5, r * 0.7, n=10), "dark", line=0.5)

    def cat(self) -> None:
        """Draw a cat that sits."""
        wag = 0.3 * float(np.sin(self.pose.phase))
        tail = ribbon([(-0.6, 0.2), (-1.1, 0.0), (-1.2 + wag, -0.7)], (0.12, 0.13, 0.05))
        self._part(tail, "pet", 0.04)
        body = [(-0.7, 0.3), (-0.5, -0.5), (0.1, -0.8), (0.5, -0.2), (0.55, 0.3)]
        self._part(spline(body, True), "pet", 0.12)
        self._part(ellipse((0.25, -0.1), 0.2, 0.3), "fur", line=0.8)
        for x in (0.1, 0.45):
            self._part(ellipse((x, 0.26), 0.15, 0.1), "fur", line=0.9)
        for x in (-0.12, 0.6):
            ear = np.array([(x - 0.2, -1.3), (x + 0.02, -1.85), (x + 0.22, -1.3)])
            self._part(ear, "pet")
            self._part(ear * 0.5 + ear.mean(0) * 0.5 + [0, 0.06], "fur", line=0.7)
        self._part(ellipse((0.25, -1.05), 0.58, 0.48), "pet", 0.1)
        self._part(ellipse((0.4, -0.86), 0.24, 0.17), "fur", line=0.7)
        self._eyes(0.08, -1.12, 0.5, 0.12)
        self._part(ellipse((0.42, -0.95), 0.06, 0.04, n=8), "dark", line=0.5)

    def bird(self) -> None:
        """Draw a bird with a beak and a wing that lifts."""
        self._part(np.array([(-0.5, 0.1), (-1.2, 0.4), (-1.1, 0.1), (-0.5, -0.2)]), "fur", 0.03)
        self._part(spline([(-0.6, 0.2), (-0.3, -0.5), (0.3, -0.5), (0.4, 0.3)], True), "pet", 0.1)
        self._part(ellipse((0.25, -0.6), 0.4, 0.38), "pet", 0.07)
        self._part(np.array([(0.55, -0.7), (1.0, -0.5), (0.55, -0.42)]), "spark")
        self._eyes(0.2, -0.7, 0.22, 0.1)
        lift = 0.5 * float(np.sin(self.pose.phase))
        wing = [(-0.1, -0.25), (0.1, 0.1), (-0.4, 0.2 - lift), (-0.9, 0.1 - lift)]
        self._part(spline(wing, True), "fur", 0.05)

    def slime(self) -> None:
        """Draw a drop of slime with a mouth."""
        w = 0.8 + 0.15 * float(np.sin(self.pose.phase * 2))
        h = 1.0 / w
        body = [(-w, 0.3), (-0.7 * w, -0.5 * h), (0.0, -1.1 * h), (0.7 * w, -0.5 * h), (w, 0.3)]
        self._part(spline(body, True), "pet", 0.16)
        self._eyes(-0.1, -0.25, 0.4, 0.13)
        mouth = [(-0.05, 0.0), (0.15, 0.02), (0.35, 0.0), (0.15, 0.22)]
        self._part(spline(mouth, True), "mouth", line=0.8)

    def ghost(self) -> None:
        """Draw a ghost with a torn hem."""
        x = np.linspace(0.6, -0.6, 7)
        y = 0.6 + 0.16 * np.where(np.arange(7) % 2 == 0, 1.0, -1.0)
        y += 0.08 * np.sin(self.pose.phase + x * 4)
        top = spline([(-0.6, 0.5), (-0.55, -0.5), (0.0, -0.9), (0.55, -0.5), (0.6, 0.5)])
        self._part(np.concatenate([top, np.stack([x, y], 1)]), "pet", 0.14)
        self._eyes(-0.05, -0.35, 0.35, 0.13)
        self._part(ellipse((0.12, 0.0), 0.12, 0.09, n=12), "mouth", line=0.8)
        for s in (-1, 1):
            self._part(ellipse((0.62 * s, 0.05), 0.2, 0.12, 0.4 * s), "pet", 0.04)
