"""A character that the tests can draw: moving discs, one colour each."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from paintassist.core.palette import PaletteEntry, Role
from paintassist.training.cel import Cel
from paintassist.training.scenes import Scene, make_scene

COLORS = [(200, 30, 30, 255), (30, 200, 30, 255), (30, 30, 200, 255), (200, 200, 30, 255)]


@dataclass(frozen=True)
class Shift:
    """A pose: how far the discs have moved."""

    x: int
    y: int


class Discs:
    """Six discs in a row, the last one with a trace line across it."""

    family = "test:discs"

    def book(self) -> list[PaletteEntry]:
        """Four parts of one tone."""
        return [
            PaletteEntry(c, f"disc {n}", f"disc {n}", Role.NORMAL) for n, c in enumerate(COLORS)
        ]

    def clip(self, rng: np.random.Generator, frames: int) -> list[Shift]:
        """Move by a pixel a frame."""
        return [Shift(step, step) for step in range(frames)]

    def poses(self, rng: np.random.Generator, count: int) -> list[Shift]:
        """Move anywhere."""
        return [Shift(*map(int, rng.integers(-8, 8, 2))) for _ in range(count)]

    def sheet(self) -> list[Shift]:
        """Stand still."""
        return [Shift(0, 0)]

    def draw(self, pose: Shift, size: int) -> Cel:
        """Draw the discs."""
        inks = np.zeros((size, size), np.uint8)
        paint = np.zeros((size, size, 4), np.uint8)
        paint[..., :3] = 255
        for index in range(6):
            middle = (size // 8 * (index + 1) + pose.x, size // 2 + 9 * (index % 2) + pose.y)
            radius = size // 20 + index % 3
            image = np.ascontiguousarray(paint)
            cv2.circle(image, middle, radius, COLORS[index % 4], -1)
            paint = image
            cv2.circle(inks, middle, radius, 1, 1)
        paint[inks == 1] = (0, 0, 0, 255)
        return Cel(inks, paint)


def discs_scene(size: int = 96, near: int = 3, far: int = 2) -> Scene:
    """A scene of the discs."""
    return make_scene(Discs(), np.random.default_rng(4), near, far, size)


class DiscsSource:
    """Always the same scene."""

    def scene(self, rng: np.random.Generator) -> Scene:
        """See `SceneSource.scene`."""
        return discs_scene()
