"""Several engines as one: a weighted sum of their similarities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintassist.core.calibration import IDENTITY
from paintassist.core.segments import Segments
from paintassist.engines.base import Engine, Features


@dataclass(frozen=True, eq=False)
class FusedFeatures(Features):
    """The features of every part, in the engine's order."""

    parts: tuple[Features, ...]


class FusedEngine:
    """Adds up what its parts say.

    Parameters
    ----------
    parts : sequence of Engine
    weights : sequence of float
        One per part.
    temperature, unknown : float
        Of the sum; see `Engine`.
    """

    calibration = IDENTITY
    voting: float | None = None
    relays = False

    def __init__(
        self,
        parts: Sequence[Engine],
        weights: Sequence[float],
        temperature: float,
        unknown: float,
    ) -> None:
        self.parts = tuple(parts)
        self.weights = tuple(weights)
        self.temperature = temperature
        self.unknown = unknown

    @property
    def name(self) -> str:
        """See `Engine.name`."""
        return "+".join(part.name for part in self.parts)

    @property
    def model(self) -> str:
        """See `Engine.model`."""
        return "+".join(part.model for part in self.parts if part.model)

    def encode(self, segments: Segments) -> FusedFeatures:
        """See `Engine.encode`."""
        parts = tuple(part.encode(segments) for part in self.parts)
        return FusedFeatures(parts[0].key, segments.count, parts)

    def similarity(
        self,
        target: Features,
        reference: Features,
        rows: NDArray[np.int64] | None = None,
    ) -> NDArray[np.float32]:
        """Return the weighted sum of the parts' similarities."""
        assert isinstance(target, FusedFeatures)
        assert isinstance(reference, FusedFeatures)
        total: NDArray[np.float32] | None = None
        for part, weight, one, other in zip(
            self.parts, self.weights, target.parts, reference.parts, strict=True
        ):
            term = np.float32(weight) * part.similarity(one, other, rows)
            total = term if total is None else total + term
        assert total is not None
        return total
