"""A learned engine guided by flow, shape and neighbourhood.

Flow and position say a lot about two frames of one movement and nothing about a sheet and
a pose. Whether two drawings are neighbours is read off the drawings themselves: if most
segments land, by flow, on a segment that the learned features take for the same part,
they are. How much each clue then counts is trained (`weighing.trained`), or, for a model
that comes without such weights, set by hand.
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
from paintassist.engines.weighing.evidence import Clues, Pair, compare, evidence, rough
from paintassist.engines.weighing.layout import Layout, layout_of
from paintassist.engines.weighing.trained import TrainedWeights

# Agreement from which on drawings begin to count as neighbours, and at which they fully do.
STRANGERS, NEIGHBOURS = 0.2, 0.7
# How much worse than the best match, in cosine, a flow's landing may be and still agree.
SLACK = 0.1
# Fitted on held-out families of generated drawings, see docs/model.md.
TEMPERATURE, UNKNOWN = 0.12, 0.4
# Without trained weights.
VOTING = 0.05
# Similarities of pairs of drawings are kept up to this many bytes.
CACHED_BYTES = 256 << 20
# Pairs of segments that are weighed at once.
AT_ONCE = 1 << 19
# Drawings with more pairs of segments than this are compared by learned features alone.
MOST_PAIRS = 1 << 23


@dataclass(frozen=True, eq=False)
class GuidedFeatures(Features):
    """The features of all three engines, and how the segments lie."""

    learned: Features
    flow: Features
    shape: Features
    layout: Layout


class GuidedEngine:
    """Weighs learned similarities together with what flow, shape and neighbours say.

    Parameters
    ----------
    learned : Engine
        Its similarities are cosines.
    calibration : Calibration
        Fitted for this engine with these weights.
    weights : TrainedWeights, optional
        Trained for this learned engine; by default clues count by hand-set weights.
    """

    def __init__(
        self,
        learned: Engine,
        calibration: Calibration = IDENTITY,
        weights: TrainedWeights | None = None,
    ) -> None:
        self.learned = learned
        self.calibration = calibration
        self.weights = weights
        self.unknown = UNKNOWN if calibration.unknown is None else calibration.unknown
        # Weights are trained as shares of votes, so their scale is that of certainty, too.
        self.temperature = TEMPERATURE if weights is None else weights.voting
        self.voting: float | None = VOTING if weights is None else weights.voting
        self.relays = True
        self.flow = FlowEngine()
        self.shape = ShapeEngine()
        self._known: OrderedDict[tuple[str, str], NDArray[np.float16]] = OrderedDict()
        self._held = 0

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
        # First what needs much memory for a moment: a network keeps what it once took.
        flow, shape = self.flow.encode(segments), self.shape.encode(segments)
        learned = self.learned.encode(segments)
        return GuidedFeatures(learned.key, learned.count, learned, flow, shape, layout_of(segments))

    def similarity(
        self,
        target: Features,
        reference: Features,
        rows: NDArray[np.int64] | None = None,
    ) -> NDArray[np.float32]:
        """Return the weighed similarity of every pair.

        Two drawings are compared as a whole, once: what a segment is worth as a reference
        depends on all others. Corrections then cost a look-up each.
        """
        assert isinstance(target, GuidedFeatures)
        assert isinstance(reference, GuidedFeatures)
        if target.count * reference.count > MOST_PAIRS or 0 in (target.count, reference.count):
            return self.learned.similarity(target.learned, reference.learned, rows)
        key = (target.key, reference.key)
        known = self._known.get(key)
        if known is None:
            # A reference's similarities lie side by side: corrections ask for single ones.
            known = np.ascontiguousarray(self._compared(target, reference).T, np.float16)
            self._known[key] = known
            self._held += known.nbytes
            while self._held > CACHED_BYTES and len(self._known) > 1:
                self._held -= self._known.popitem(last=False)[1].nbytes
        else:
            self._known.move_to_end(key)
        return (known if rows is None else known[rows]).astype(np.float32).T

    def _compared(self, target: GuidedFeatures, reference: GuidedFeatures) -> NDArray[np.float32]:
        clues = self.clues(target, reference)
        pair = self.pair(target, reference, clues)
        if self.weights is None:
            return rough(clues, pair.nearness)
        result = np.empty((target.count, reference.count), np.float32)
        step = max(1, AT_ONCE // target.count)
        for start in range(0, reference.count, step):
            rows = np.arange(start, min(start + step, reference.count))
            found = evidence(target.layout, reference.layout, rows, pair, clues.of(rows))
            result[:, rows] = self.weights.similarity(found)
        return result

    def clues(self, target: GuidedFeatures, reference: GuidedFeatures) -> Clues:
        """Return what the three engines say of target and reference segments."""
        cosine = self.learned.similarity(target.learned, reference.learned)
        shape = np.exp(self.shape.similarity(target.shape, reference.shape))
        if target.key == reference.key:
            return Clues(cosine, np.zeros_like(cosine), shape)
        return Clues(cosine, self.flow.similarity(target.flow, reference.flow), shape)

    def pair(self, target: GuidedFeatures, reference: GuidedFeatures, clues: Clues) -> Pair:
        """Return what is known of two drawings as a whole."""
        same = target.key == reference.key
        near = 0.0 if same else nearness(agreement(clues.cosine, clues.flow))
        return compare(target.layout, reference.layout, clues, near, same)


def nearness(share: float) -> float:
    """Turn an agreement into how far two drawings are neighbours in a movement, 0..1."""
    return float(np.clip((share - STRANGERS) / (NEIGHBOURS - STRANGERS), 0, 1))


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
