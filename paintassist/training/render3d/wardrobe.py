"""Collects the surfaces that dress a model, each bound to one joint."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from paintassist.training.render3d.bones import INDEX
from paintassist.training.render3d.model import Model3D, head_vertices
from paintassist.training.render3d.shapes import Mesh

Floats = NDArray[np.float64]


@dataclass
class Wardrobe:
    """Collects meshes that are bound to one joint each."""

    model: Model3D
    rng: np.random.Generator
    pieces: list[tuple[Mesh, int, int]] = field(default_factory=list)
    fresh: int = 0

    def new_colour(self) -> int:
        """Reserve a palette entry."""
        self.fresh += 1
        return len(self.model.palette) + self.fresh - 1

    def bind(self, mesh: Mesh, place: Floats, bone: str, colour: int) -> None:
        """Add a mesh at a rest position; rigs without the bone go without."""
        joints = np.flatnonzero(self.model.skeleton.bones == INDEX[bone])
        if len(joints):
            self.pieces.append(((mesh[0] + place, mesh[1]), int(joints[0]), colour))

    def head(self) -> tuple[Floats, Floats]:
        """Middle and half sizes of the head."""
        points = self.model.vertices[head_vertices(self.model)]
        low, high = np.percentile(points, 3, axis=0), np.percentile(points, 97, axis=0)
        return (low + high) / 2, np.maximum((high - low) / 2, 0.01)

    def hair(self) -> int:
        """Palette entry of the top of the head, most likely hair."""
        model = self.model
        rows = np.flatnonzero(head_vertices(model)[model.triangles[:, 0]] & (model.colours >= 0))
        if not len(rows):
            return self.new_colour()
        heights = model.vertices[model.triangles[rows, 0], 1]
        return int(model.colours[rows[int(heights.argmax())]])
