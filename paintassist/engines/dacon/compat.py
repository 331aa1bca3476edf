"""A published model used as the published program uses it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from paintassist.core.calibration import Calibration
from paintassist.core.errors import InputError
from paintassist.core.segments import Segments
from paintassist.engines.base import Features, VectorFeatures
from paintassist.engines.dacon.engine import DaconEngine, load_engine


class PublishedEngine:
    """Plain cosines of a published model; the nearest reference segment alone decides.

    Parameters
    ----------
    learned : DaconEngine
        Of a published model.

    Raises
    ------
    InputError
        If the model is none of the published architecture.
    """

    name = "dacon-published"
    voting: float | None = None
    relays = False

    def __init__(self, learned: DaconEngine) -> None:
        if learned.config.is_compact:
            raise InputError(
                f"--compat published needs a model of the published architecture, and "
                f"'{learned.model}' is not; import one by `paintassist models import --dacon "
                "FILE` and name it by --model"
            )
        self.learned = learned
        self.model = learned.model
        self.temperature = learned.temperature
        self.unknown = learned.unknown

    @property
    def calibration(self) -> Calibration:
        """See `Engine.calibration`."""
        return self.learned.calibration

    def encode(self, segments: Segments) -> Features:
        """See `Engine.encode`; `PublishedSegments` are seen as they were drawn."""
        return self.learned.encode(segments)

    def similarity(
        self, target: Features, reference: Features, rows: NDArray[np.int64] | None = None
    ) -> NDArray[np.float32]:
        """Return the cosine of every pair, equal for equal vectors wherever they stand."""
        assert isinstance(target, VectorFeatures)
        assert isinstance(reference, VectorFeatures)
        others = reference.vectors if rows is None else reference.vectors[rows]
        # Summed in 64 bits and rounded, the order of summation does not show.
        exact = target.vectors.astype(np.float64) @ others.T.astype(np.float64)
        return exact.astype(np.float32)


def load_published(model: str | None, device: str) -> PublishedEngine:
    """Open a published model; on the CPU unless "cuda" is asked for, which computes in 16 bits."""
    return PublishedEngine(load_engine(model, "cpu" if device == "auto" else device))
