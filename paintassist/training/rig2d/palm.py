"""Where a hand is: its frame in the picture, which side it shows, how near it is."""

from __future__ import annotations

import numpy as np

from paintassist.training.rig2d.design import Design
from paintassist.training.rig2d.geometry import FloatArray, turn
from paintassist.training.rig2d.ink import Tone
from paintassist.training.rig2d.paints import LIGHT, SHADOW
from paintassist.training.rig2d.pose import Limb, RigPose


class Palm:
    """Hand-local frame: x towards the fingers, y towards the thumb, one unit a hand length.

    Attributes
    ----------
    inner : whether the viewer sees the palm. toward : cosine of the forearm to the viewer.
    """

    def __init__(self, design: Design, pose: RigPose, arm: Limb, side: int) -> None:
        d = arm.end - arm.mid
        n = float(np.linalg.norm(d[:2]))
        self.angle = float(np.arctan2(d[1], d[0])) if n > 0.02 else np.pi / 2
        self.angle += pose.wrist_l if side < 0 else pose.wrist_r
        self.toward = float(d[2]) / max(float(np.linalg.norm(d)), 1e-6)
        self.inner = pose.palm_l if side < 0 else pose.palm_r
        front = np.cos(pose.yaw) >= 0
        self.thumb = (-1 if side > 0 else 1) * (1 if front else -1) * (-1)
        if self.inner:
            self.thumb = -self.thumb
        self.size = design.build.hand * arm.near[1]
        self.origin = arm.end[:2]
        self.shading = design.shading

    def at(self, pts: FloatArray) -> FloatArray:
        """World (N, 2) of local points."""
        p = np.asarray(pts, np.float64).reshape(-1, 2) * [1.0, self.thumb] * self.size
        return turn(p, self.angle) + self.origin

    def spot(self, x: float, y: float) -> FloatArray:
        """World (2,) of one local point."""
        return self.at(np.array([(x, y)]))[0]

    def tones(self, width: float) -> list[Tone]:
        """The shade of a piece of the hand; `width` in hand lengths."""
        s = self.shading
        if s.kind == "none" or s.fingers == "none":
            return []
        drop = width * (0.5 + s.amount) * self.size
        if s.fingers == "under":
            return [Tone(SHADOW, shift=(0.25 * drop * s.light, -drop))]
        return [Tone(SHADOW, shift=(drop * s.light, -0.35 * drop))]

    def beyond(self, x: float) -> list[Tone]:
        """Shade of everything past `x` (the bent ends of fingers)."""
        if self.shading.kind == "none" or self.shading.fingers != "tips":
            return self.tones(0.09)
        far = self.at(np.array([(x, -2.0), (x + 0.03, 0.0), (x, 2.0), (4.0, 2.0), (4.0, -2.0)]))
        return [Tone(SHADOW, polys=(far,))]

    def gleam(self, poly: FloatArray) -> list[Tone]:
        """A highlight that touches no outline, for hands that have them."""
        if not self.shading.spots or self.shading.kind == "none":
            return []
        return [Tone(LIGHT, polys=(self.at(poly),))]
