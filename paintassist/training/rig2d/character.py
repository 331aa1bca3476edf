"""A rigged character: draws itself in any pose, and invents poses, clips and sheets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from paintassist.core.palette import PaletteEntry
from paintassist.training.cel import Cel, Pose
from paintassist.training.rig2d import body_plan as plan
from paintassist.training.rig2d import motion
from paintassist.training.rig2d.design import Design
from paintassist.training.rig2d.geometry import FloatArray
from paintassist.training.rig2d.ink import Stage
from paintassist.training.rig2d.palette import book_of
from paintassist.training.rig2d.pose import RigPose


def camera(pose: RigPose) -> FloatArray:
    """(2, 3) affine from world to the unit canvas."""
    c, s = np.cos(pose.tilt), np.sin(pose.tilt)
    k = np.sqrt(pose.squash)
    scale = np.array([[pose.zoom / k, 0.0], [0.0, pose.zoom * k * (1 - 0.12 * abs(pose.high))]])
    linear = np.array([[c, -s], [s, c]]) @ scale
    shift = np.array([0.5, 0.5]) - linear @ np.array(pose.centre)
    return np.concatenate([linear, shift[:, None]], 1)


@dataclass(frozen=True)
class RigCharacter:
    """A `paintassist.training.cel.Character` made of a `Design`."""

    design: Design

    @property
    def family(self) -> str:
        """Name of the generator and the style group, such as ``rig2d:schoolgirl``."""
        return f"rig2d:{self.design.family}"

    def book(self) -> list[PaletteEntry]:
        """Every colour it can be painted in, with part and role."""
        return book_of(self.design.paints)

    def clip(self, rng: np.random.Generator, frames: int) -> list[Pose]:
        """Neighbouring poses of one movement under one (slowly moving) camera."""
        return list(motion.sample_clip(rng, self.design, frames))

    def poses(self, rng: np.random.Generator, count: int) -> list[Pose]:
        """Poses and cameras far apart."""
        return [motion.sample_pose(rng, self.design) for _ in range(count)]

    def sheet(self) -> list[Pose]:
        """Front, three-quarter, side and back view, full body, neutral."""
        return list(motion.sheet(self.design))

    def draw(self, pose: Pose, size: int) -> Cel:
        """Draw `pose` on a square canvas of `size` pixels; deterministic."""
        assert isinstance(pose, RigPose)
        design = self.design
        amount = design.shading.amount * (1 + 0.16 * float(np.sin(5.0 * pose.phase)))
        broken = design.shading.broken * (0.55 + 0.45 * float(np.sin(3.0 * pose.phase)))
        shading = replace(design.shading, amount=amount, broken=broken)
        design = replace(design, shading=shading)
        paints = design.paints.swapped() if pose.swapped else design.paints
        stage = Stage(size, camera(pose), paints, design.ink, pose.phase)
        layers: list[tuple[float, Callable[[], object]]] = plan.layers(stage, design, pose)
        for _, lay in sorted(layers, key=lambda pair: pair[0]):
            lay()
        return stage.finish()
