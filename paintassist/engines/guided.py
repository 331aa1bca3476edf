"""A learned engine guided by optical flow and shape where two drawings are neighbours.

Flow and position say a lot about two frames of one movement and nothing about a sheet and
a pose. Whether two drawings are neighbours is read off the drawings themselves: if most
segments land, by flow, on a segment that the learned features take for the same part,
they are. So flow and shape count in proportion to that agreement.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintassist.core.calibration import IDENTITY, Calibration
from paintassist.core.segments import Segments
from paintassist.engines.base import Engine, Features
from paintassist.engines.flow import FlowEngine
from paintassist.engines.shape import ShapeEngine

# Agreement from which on drawings begin to count as neighbours, and at which they fully do.
STRANGERS, NEIGHBOURS = 0.2, 0.7
# How much worse than the best match, in cosine, a flow's landing may be and still agree.
SLACK = 0.1
FLOW_WEIGHT = 0.4
SHAPE_WEIGHT = 0.3
# Fitted on held-out families of generated drawings, see docs/model.md.
TEMPERATURE, UNKNOWN = 0.12, 0.4
CACHED_PAIRS = 100_000


@dataclass(frozen=True, eq=False)
class GuidedFeatures(Features):
    """The features of all three engines."""

    learned: Features
    flow: Features
    shape: Features


class GuidedEngine:
    """Adds to learned similarities what flow and shape say of neighbouring drawings.

    Parameters
    ----------
    learned : Engine
        Its similarities are cosines.
    calibration : Calibration
        Fitted for this engine with these weights.
    """

    temperature = TEMPERATURE

    def __init__(self, learned: Engine, calibration: Calibration = IDENTITY) -> None:
        self.learned = learned
        self.calibration = calibration
        self.unknown = UNKNOWN if calibration.unknown is None else calibration.unknown
        self.flow = FlowEngine()
        self.shape = ShapeEngine()
        self._nearness: OrderedDict[tuple[str, str], float] = OrderedDict()

    @property
    def name(self) -> str:
        """See `Engine.name`."""
        return f"{self.learned.name}+{self.shape.name}+{self.flow.name}"

    @property
    def model(self) -> str:
        """See `Engine.model`."""
        return self.learned.model

    def encode(self, segments: Segments) -> GuidedFeatures:
        """See `Engine.encode`."""
        learned = self.learned.encode(segments)
        return GuidedFeatures(
            learned.key,
            learned.count,
            learned,
            self.flow.encode(segments),
            self.shape.encode(segments),
        )

    def similarity(
        self,
        target: Features,
        reference: Features,
        rows: NDArray[np.int64] | None = None,
    ) -> NDArray[np.float32]:
        """Return cosines, raised where flow and shape of neighbouring drawings agree."""
        assert isinstance(target, GuidedFeatures)
        assert isinstance(reference, GuidedFeatures)
        cosine = self.learned.similarity(target.learned, reference.learned, rows)
        if target.key == reference.key:
            return cosine
        nearness = self.nearness(target, reference)
        if nearness == 0:
            return cosine
        moved = self.flow.similarity(target.flow, reference.flow, rows)
        alike = np.exp(self.shape.similarity(target.shape, reference.shape, rows))
        guide = FLOW_WEIGHT * moved + SHAPE_WEIGHT * alike
        return np.asarray(cosine + nearness * guide, np.float32)

    def nearness(self, target: GuidedFeatures, reference: GuidedFeatures) -> float:
        """Return how far two drawings are neighbours in a movement, 0..1; computed once."""
        pair = (target.key, reference.key)
        found = self._nearness.get(pair)
        if found is None:
            moved = self.flow.similarity(target.flow, reference.flow)
            cosine = self.learned.similarity(target.learned, reference.learned)
            share = agreement(cosine, moved)
            found = float(np.clip((share - STRANGERS) / (NEIGHBOURS - STRANGERS), 0, 1))
            self._nearness[pair] = found
            if len(self._nearness) > CACHED_PAIRS:
                self._nearness.popitem(last=False)
        return found


def agreement(cosine: NDArray[np.float32], moved: NDArray[np.float32]) -> float:
    """Return how well flow's landings match the best cosines, averaged over segments.

    Parameters
    ----------
    cosine, moved : (N, M) float32

    Returns
    -------
    float
        1 if every segment lands on its best match; towards 0 for unrelated drawings.
    """
    landed = np.flatnonzero(moved.max(axis=1, initial=0) > 0)
    if len(landed) == 0:
        return 0.0
    onto = moved[landed].argmax(axis=1)
    gap = cosine[landed].max(axis=1) - cosine[landed, onto]
    return float(np.exp(-gap / SLACK).mean())
