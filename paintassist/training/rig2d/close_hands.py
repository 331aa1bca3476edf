"""Hands as close-ups show them: every finger shaded, from the back, the palm or head-on."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from paintassist.training.rig2d.geometry import FloatArray, capsule, ellipse, spline
from paintassist.training.rig2d.ink import Patch, Stage
from paintassist.training.rig2d.palette import INDEX as M
from paintassist.training.rig2d.palm import Palm

Gap = tuple[FloatArray, float]
Held = Callable[[], None] | None
_BACK = spline(
    [(-0.1, -0.25), (0.25, -0.42), (0.56, -0.38), (0.6, 0.28), (0.3, 0.38), (-0.1, 0.25)],
    closed=True,
)


def draw_close_hand(
    stage: Stage, palm: Palm, material: int, grip: str, fingers: int, wrist: Gap, held: Held
) -> None:
    """Draw a hand and, in it, whatever `held` draws.

    Parameters
    ----------
    grip : fist, open, point, peace or relaxed. wrist : where the outline stays open.
    held : draws the prop at the moment when the fingers have yet to close over it.
    """
    hand = _Hand(stage, palm, material, fingers, wrist)
    if grip == "fist" or held is not None:
        hand.head_on(held) if palm.toward > 0.8 else hand.fist(held)
    elif palm.toward > 0.8 and grip == "open":
        hand.reaching()
    elif palm.inner:
        hand.palm_side(grip)
    else:
        hand.back_side(grip)


class _Hand:
    def __init__(self, stage: Stage, palm: Palm, material: int, fingers: int, wrist: Gap) -> None:
        self.stage, self.palm, self.material = stage, palm, material
        self.fingers, self.wrist = fingers, wrist

    def _part(
        self, shape: FloatArray, shade: float, gaps: list[Gap] | None = None, line: float = 0.9
    ) -> Patch | None:
        return self.stage.part(
            self.palm.at(shape),
            self.material,
            tones=self.palm.tones(shade),
            gaps=gaps or (),
            outline=line,
        )

    def _gap(self, x: float, y: float, r: float) -> Gap:
        return self.palm.spot(x, y), r * self.palm.size

    def _crease(self, points: list[tuple[float, float]], clip: Patch | None) -> None:
        self.stage.line(self.palm.at(spline(points)), 0.7, clip=clip)

    def fist(self, held: Held) -> None:
        """A closed hand: knuckles from the back, or curled fingers from the palm's side."""
        n, palm = self.fingers, self.palm
        shape = spline(
            [(-0.1, -0.25), (0.25, -0.42), (0.66, -0.42), (0.76, 0.0), (0.66, 0.38), (-0.1, 0.25)],
            closed=True,
        )
        if held is not None and not palm.inner:
            held()
        self.stage.part(
            palm.at(shape),
            self.material,
            tones=[*palm.tones(0.2), *palm.gleam(ellipse((0.25, -0.12), 0.1, 0.06, 0.5))],
            gaps=[self.wrist],
        )
        if held is not None and palm.inner:
            held()
        width = 0.86 / n
        lo, hi = (0.16, 0.6) if palm.inner else (0.48, 0.86)
        for k in range(n):
            y, reach = -0.43 + width * (k + 0.5), hi - 0.05 * abs(k - 1)
            finger = capsule((lo + 0.03 * k, y), (reach, y * 0.94), width * 0.55, width * 0.58)
            self.stage.part(
                palm.at(finger),
                self.material,
                tones=palm.beyond(0.66 if not palm.inner else 0.42),
                outline=0.9,
            )
        thumb = (
            capsule((0.1, 0.4), (0.5, 0.12), 0.15, 0.12)
            if palm.inner
            else capsule((0.18, 0.36), (0.62, 0.26), 0.14, 0.115)
        )
        self._part(thumb, 0.08, [self._gap(0.13, 0.38, 0.17)])

    def head_on(self, held: Held) -> None:
        """A fist pushed at the viewer: a round of knuckles with the thumb across."""
        palm, n = self.palm, self.fingers
        if held is not None and not palm.inner:
            held()
        self._part(ellipse((0.15, 0.0), 0.5, 0.5), 0.18, [self.wrist], line=1.0)
        if held is not None and palm.inner:
            held()
        width = 0.92 / n
        for k in range(n):
            y = -0.46 + width * (k + 0.5)
            bow = 0.1 * (1 - (2 * k / max(n - 1, 1) - 1) ** 2)
            self._part(ellipse((0.42 + bow, y), 0.2, width * 0.56, n=14), 0.08)
            self._part(ellipse((0.14 + bow * 0.5, y), 0.2, width * 0.52, n=14), 0.08)
        self._part(capsule((-0.1, 0.36), (0.02, -0.12), 0.16, 0.14), 0.07)

    def reaching(self) -> None:
        """An open hand pushed at the viewer: fingers short, thick and spread like a star."""
        palm, n = self.palm, self.fingers
        spread = np.radians(np.linspace(-38, 34, n))
        for a in spread:
            d = np.array([np.cos(a), np.sin(a)])
            finger = capsule(d * 0.3, d * 0.95 + [0.02, 0], 0.15, 0.19)
            self.stage.part(palm.at(finger), self.material, tones=palm.tones(0.09))
            tip = ellipse(d * 1.0, 0.1, 0.12, float(a), n=12)
            self._part(tip, 0.0, line=0.6)
        self._part(capsule((0.1, 0.3), (0.42, 0.72), 0.16, 0.17), 0.09)
        joints = [self._gap(0.47 * np.cos(a), 0.47 * np.sin(a), 0.11) for a in spread]
        shape = self._part(
            ellipse((0.12, 0.0), 0.44, 0.42), 0.14, [self.wrist, *joints, self._gap(0.2, 0.4, 0.13)]
        )
        self._lines_of_life(shape)

    def _lines_of_life(self, shape: Patch | None) -> None:
        self._crease([(0.42, 0.2), (0.22, 0.08), (0.0, 0.14)], shape)
        self._crease([(0.46, -0.3), (0.34, -0.05), (0.4, 0.2)], shape)
        self._crease([(0.26, -0.32), (0.24, -0.1), (0.3, 0.12)], shape)

    def _reach(self, k: int, grip: str) -> tuple[float, bool]:
        """Length of finger `k` (last = index) and whether it is stretched."""
        n = self.fingers
        raised = grip in ("open", "relaxed") or k >= n - (1 if grip == "point" else 2)
        long = 1.06 - 0.1 * abs(k - n / 2 + 0.3)
        return (long if grip != "relaxed" else long * 0.93), raised

    def palm_side(self, grip: str) -> None:
        """The palm to the viewer, creases in it, bent fingers lying over it."""
        palm, n = self.palm, self.fingers
        shape = self.stage.part(
            palm.at(_BACK), self.material, tones=palm.tones(0.16), gaps=[self.wrist]
        )
        self._lines_of_life(shape)
        fan = 0.3 if grip == "relaxed" else 0.75
        for k, y in enumerate(np.linspace(-0.31, 0.24, n)):
            reach, raised = self._reach(k, grip)
            root = (0.5, float(y))
            if raised:
                end = (reach, float(y) * (1 + fan))
                finger = self._part(
                    capsule(root, end, 0.105, 0.09), 0.07, [self._gap(0.5, float(y), 0.12)]
                )
                for t in (0.35, 0.68):
                    x, yy = root[0] + (end[0] - root[0]) * t, root[1] + (end[1] - root[1]) * t
                    self._crease([(x, yy - 0.06), (x + 0.02, yy), (x, yy + 0.06)], finger)
            else:
                bent = capsule((0.58, float(y)), (0.3, float(y) * 0.9), 0.1, 0.105)
                self.stage.part(palm.at(bent), self.material, tones=palm.tones(0.07), outline=0.9)
        self._part(
            capsule((0.12, 0.26), (0.5, 0.5 if grip != "peace" else 0.12), 0.13, 0.09),
            0.08,
            [self._gap(0.12, 0.24, 0.16)],
        )

    def back_side(self, grip: str) -> None:
        """The back of the hand: knuckles and nails."""
        palm, n = self.palm, self.fingers
        self._part(capsule((0.12, 0.24), (0.5, 0.52), 0.115, 0.09), 0.07)
        roots = np.linspace(-0.31, 0.24, n)
        for k, y in enumerate(roots):
            reach, raised = self._reach(k, grip)
            end = (reach if raised else 0.66, float(y) * (1.6 if grip == "open" else 1.1))
            finger = self._part(capsule((0.45, float(y)), end, 0.108, 0.09), 0.07)
            if raised:
                nail = ellipse((end[0] + 0.02, end[1]), 0.05, 0.045, n=10)
                self.stage.part(palm.at(nail), M["nail"], clip=finger, outline=0.5)
        gaps = [self._gap(0.58, float(y), 0.1) for y in roots]
        shape = self.stage.part(
            palm.at(_BACK),
            self.material,
            tones=[*palm.tones(0.14), *palm.gleam(ellipse((0.3, 0.0), 0.08, 0.05))],
            gaps=[self.wrist, *gaps, self._gap(0.18, 0.3, 0.13)],
        )
        for y in roots[1:]:
            self._crease([(0.52, float(y) - 0.05), (0.5, float(y)), (0.52, float(y) + 0.03)], shape)
