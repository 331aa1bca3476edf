"""What every generator hands out: characters that can be posed and drawn as cels.

Two families of generators (`rig2d`, `render3d`) implement :class:`Character`;
training, the sample and `paintassist synth` know nothing else about them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from paintassist.core.palette import PaletteEntry

# Ink classes, the same numbers as `paintassist.core.lines.Ink`.
NO_INK, BLACK, RED, BLUE, GREEN = 0, 1, 2, 3, 4


@dataclass(frozen=True)
class Cel:
    """One drawn and painted frame.

    Attributes
    ----------
    inks : (H, W) uint8
        0 = no line, 1 = black main line, 2 = red, 3 = blue, 4 = green trace line.
    paint : (H, W, 4) uint8
        Exact flat RGBA. Black line pixels are (0, 0, 0, 255); a trace-line pixel carries
        the colour of the shade it bounds; background is (255, 255, 255, 0).
    """

    inks: NDArray[np.uint8]
    paint: NDArray[np.uint8]


class Pose(Protocol):
    """Opaque to callers; whatever a character needs to draw itself once."""


class Character(Protocol):
    """A character whose identity (parts, proportions, palette) is fixed."""

    @property
    def family(self) -> str:
        """Name of the family, so that whole families can be held out."""
        ...

    def book(self) -> list[PaletteEntry]:
        """Every colour it can be painted in, with part and role."""
        ...

    def clip(self, rng: np.random.Generator, frames: int) -> list[Pose]:
        """Neighbouring poses of one movement under one (slowly moving) camera."""
        ...

    def poses(self, rng: np.random.Generator, count: int) -> list[Pose]:
        """Poses and cameras far apart."""
        ...

    def sheet(self) -> list[Pose]:
        """Front, three-quarter, side or back view, full body, neutral."""
        ...

    def draw(self, pose: Pose, size: int) -> Cel:
        """Draw `pose` on a square canvas of `size` pixels; deterministic."""
        ...
