"""What an engine is: it describes segments, and compares descriptions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from paintassist.core.calibration import Calibration
from paintassist.core.segments import Segments


@dataclass(frozen=True, eq=False)
class Features:
    """Description of all segments of one frame; computed once, then kept.

    Attributes
    ----------
    key : str
        Content hash of the label map and inks; equal keys mean equal features.
    count : int
        N, the number of segments.
    """

    key: str
    count: int


@dataclass(frozen=True, eq=False)
class VectorFeatures(Features):
    """Features that are one vector a segment.

    Attributes
    ----------
    vectors : (N, D) float32
        Row i describes segment i + 1.
    """

    vectors: NDArray[np.float32]


class Engine(Protocol):
    """A way of telling which segments of two drawings are the same part.

    An engine is used from one thread at a time. Its similarities are context-free: they
    depend on the two drawings compared and on nothing else, so that references can be
    added and removed without comparing the others again.

    Attributes
    ----------
    voting : float or None
        Scale at which references of one colour add up; None: the nearest alone decides.
    relays : bool
        Whether open frames tell their neighbours what they would be coloured; with voting
        only.
    """

    voting: float | None
    relays: bool

    @property
    def name(self) -> str:
        """The word for it on the command line."""
        ...

    @property
    def model(self) -> str:
        """Name of the model, or an empty string for engines without one."""
        ...

    @property
    def temperature(self) -> float:
        """Scale of the similarities for `core.matching.propose`."""
        ...

    @property
    def unknown(self) -> float:
        """Similarity below which two segments are rather not the same part."""
        ...

    @property
    def calibration(self) -> Calibration:
        """What makes probabilities of its raw confidences; the identity where none was fitted."""
        ...

    def encode(self, segments: Segments) -> Features:
        """Describe the segments of one frame; the expensive step."""
        ...

    def similarity(
        self,
        target: Features,
        reference: Features,
        rows: NDArray[np.int64] | None = None,
    ) -> NDArray[np.float32]:
        """Compare every target segment with reference segments; cheap.

        Parameters
        ----------
        target, reference : Features
            From this engine's `encode`.
        rows : (M,) int64, optional
            Rows (segment id - 1) of the reference; all of them by default.

        Returns
        -------
        (N, M) float32
            Higher is more alike.
        """
        ...
