"""The frame in which things held in a hand are drawn."""

from __future__ import annotations

import numpy as np

from paintassist.training.rig2d.design import Design
from paintassist.training.rig2d.geometry import FloatArray, turn
from paintassist.training.rig2d.ink import Tone
from paintassist.training.rig2d.paints import LIGHT, SHADOW


class Grip:
    """Prop-local frame: y up along the handle, one unit a hand length."""

    def __init__(
        self, design: Design, at: FloatArray, angle: float, size: float, side: int
    ) -> None:
        self.design, self.origin, self.size = design, at, size
        self.angle = angle + np.pi / 2 * (1 if np.cos(angle) >= 0 else -1) + np.pi / 2 + 0.25 * side
        up = turn(np.array([[0.0, -1.0]]), self.angle)[0]
        if up[1] > 0.3:
            self.angle += np.pi

    def at(self, pts: FloatArray | list[tuple[float, float]]) -> FloatArray:
        """World (N, 2) of local points."""
        return (
            turn(np.asarray(pts, np.float64).reshape(-1, 2) * self.size, self.angle) + self.origin
        )

    def shade(self, dx: float) -> list[Tone]:
        """A crescent shadow `dx` hand lengths wide."""
        s = self.design.shading
        if s.kind == "none":
            return []
        return [Tone(SHADOW, shift=(dx * s.light * self.size, -dx * self.size))]

    def glint(self, poly: FloatArray | list[tuple[float, float]]) -> list[Tone]:
        """A highlight with the given local outline."""
        if not self.design.shading.lights:
            return []
        return [Tone(LIGHT, polys=(self.at(poly),))]
