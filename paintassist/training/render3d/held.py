"""What a hand holds: rods, microphones, guns, boards, bags, balls."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from paintassist.training.render3d.bones import INDEX
from paintassist.training.render3d.shapes import Mesh, box, ellipsoid, frustum, tilt
from paintassist.training.render3d.wardrobe import Wardrobe

Floats = NDArray[np.float64]


def hold(wardrobe: Wardrobe) -> None:
    """Put something in one hand; rigs without hands go without."""
    side = str(wardrobe.rng.choice(["l", "r"]))
    hand = wardrobe.model.skeleton.rest_of(INDEX[f"hand_{side}"])
    if hand is None:
        return
    outward = np.array([1.0 if side == "l" else -1.0, 0, 0])
    grip = _Grip(wardrobe, hand + outward * 0.035 + (0, -0.015, 0), f"hand_{side}")
    _THINGS[int(wardrobe.rng.integers(len(_THINGS)))](grip)


class _Grip:
    """The hand at rest; z runs out of the fist to the front, one unit a body height."""

    def __init__(self, wardrobe: Wardrobe, place: Floats, bone: str) -> None:
        self.wardrobe, self.place, self.bone = wardrobe, place, bone
        self.rng = wardrobe.rng
        self.size = float(wardrobe.rng.uniform(0.8, 1.9))

    def put(self, mesh: Mesh, at: tuple[float, float, float], colour: int) -> None:
        """Add a mesh whose place and size scale with the thing."""
        scaled = (mesh[0] * self.size, mesh[1])
        self.wardrobe.bind(scaled, self.place + np.array(at) * self.size, self.bone, colour)

    def colours(self, count: int) -> list[int]:
        """Reserve palette entries."""
        return [self.wardrobe.new_colour() for _ in range(count)]


def _along(mesh: Mesh) -> Mesh:
    """Lay what stands upright along the fist's z axis."""
    return tilt(mesh, 0, 90)


def _rod(g: _Grip) -> None:
    rng = g.rng
    g.size = 1.0
    handle, top = g.colours(2)
    length, thick = float(rng.uniform(0.12, 0.7)), float(rng.uniform(0.008, 0.022))
    below = length * float(rng.uniform(0.1, 0.5))
    rod = frustum(thick, thick, length)
    g.put(_along((rod[0] - (0, below, 0), rod[1])), (0, 0, 0), handle)
    end = (0.0, 0.0, length - below)
    kind = int(rng.integers(4))
    if kind == 0:
        g.put(ellipsoid(thick * rng.uniform(1.5, 4) * np.array([1, 1, 1.2])), end, top)
    elif kind == 1:
        g.put(box(np.array([0.02, rng.uniform(0.03, 0.09), rng.uniform(0.02, 0.05)])), end, top)
    elif kind == 2:
        blade = frustum(thick * 2.4, 0.0, float(rng.uniform(0.1, 0.4)))
        g.put(_along((blade[0] * (0.4, 1, 1), blade[1])), end, top)


def _microphone(g: _Grip) -> None:
    handle, ring, ball = g.colours(3)
    g.put(_along(frustum(0.012, 0.018, 0.14)), (0, 0, -0.06), handle)
    g.put(_along(frustum(0.024, 0.026, 0.016)), (0, 0, 0.078), ring)
    g.put(ellipsoid(np.array([0.042, 0.042, 0.042])), (0, 0, 0.125), ball)
    g.put(ellipsoid(np.array([0.044, 0.044, 0.007])), (0, 0, 0.125), ring)
    g.put(ellipsoid(np.array([0.007, 0.044, 0.044])), (0, 0, 0.125), ring)


def _gun(g: _Grip) -> None:
    body, grip, sight, muzzle = g.colours(4)
    g.put(box(np.array([0.014, 0.04, 0.02])), (0, -0.01, 0), grip)
    g.put(box(np.array([0.02, 0.026, 0.09])), (0, 0.04, 0.05), body)
    g.put(_along(frustum(0.014, 0.014, 0.05)), (0, 0.045, 0.14), grip)
    g.put(_along(frustum(0.009, 0.009, 0.053)), (0, 0.045, 0.14), muzzle)
    g.put(box(np.array([0.006, 0.012, 0.014])), (0, 0.075, 0.0), sight)


def _board(g: _Grip) -> None:
    """A sign, a book, a phone: a flat box with a panel on both sides."""
    edge, panel, mark = g.colours(3)
    w, h = g.rng.uniform((0.03, 0.04), (0.12, 0.11))
    up = float(h) * float(g.rng.uniform(0.2, 1.0))
    g.put(box(np.array([w, h, 0.008])), (0, up, 0.02), edge)
    g.put(box(np.array([w * 0.86, h * 0.86, 0.011])), (0, up, 0.02), panel)
    g.put(box(np.array([w * 0.5, h * 0.14, 0.013])), (0, up + h * 0.4, 0.02), mark)
    g.put(box(np.array([w * 0.3, h * 0.25, 0.013])), (w * 0.3, up - h * 0.3, 0.02), mark)


def _bag(g: _Grip) -> None:
    cloth, flap, buckle = g.colours(3)
    g.put(box(np.array([0.006, 0.05, 0.03])), (0, -0.03, 0), flap)
    g.put(box(np.array([0.03, 0.055, 0.075])), (0, -0.12, 0), cloth)
    g.put(box(np.array([0.033, 0.022, 0.078])), (0, -0.085, 0), flap)
    g.put(box(np.array([0.036, 0.01, 0.01])), (0, -0.105, 0), buckle)


def _ball(g: _Grip) -> None:
    ball, band, cap = g.colours(3)
    r = 0.07
    g.put(ellipsoid(r * np.ones(3)), (0, 0, 0.07), ball)
    g.put(ellipsoid(r * np.array([1.02, 0.18, 1.02])), (0, 0, 0.07), band)
    g.put(ellipsoid(r * np.array([0.4, 0.25, 0.4])), (0, r * 0.84, 0.07), cap)


def _shield(g: _Grip) -> None:
    rim, face, boss = g.colours(3)
    g.put(ellipsoid(np.array([0.11, 0.13, 0.012])), (0, 0, 0.035), rim)
    g.put(ellipsoid(np.array([0.092, 0.11, 0.02])), (0, 0, 0.035), face)
    g.put(ellipsoid(np.array([0.03, 0.03, 0.035])), (0, 0, 0.04), boss)


_THINGS: tuple[Callable[[_Grip], None], ...] = (
    _rod, _microphone, _microphone, _gun, _board, _board, _bag, _ball, _shield
)  # fmt: skip
