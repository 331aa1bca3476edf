"""The proof of the whole: two drawings, matched by the default engine."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from paintassist.core.lines import Ink
from paintassist.core.segments import Segments, segment
from paintassist.engines.ahead import device_of
from paintassist.engines.dacon.providers import has_nvidia_card
from paintassist.engines.registry import DEFAULT_ENGINE, EngineRequest, make_engine
from paintassist.installed import remedy_for_broken
from paintassist.jobs.doctor.finding import Finding, State
from paintassist.jobs.doctor.gpu import cuda_remedy

SIZE = (120, 160)


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.words: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.words.append(record.getMessage())


def drawing() -> Segments:
    """Return boxes of different shapes, apart from each other.

    Returns
    -------
    Segments
        The background and three boxes.
    """
    inks: NDArray[np.uint8] = np.zeros(SIZE, np.uint8)
    for top, left, bottom, right in ((10, 10, 40, 60), (60, 20, 110, 45), (25, 90, 95, 150)):
        inks[[top, bottom], left : right + 1] = Ink.BLACK
        inks[top : bottom + 1, [left, right]] = Ink.BLACK
    return segment(inks)


def examine_proposing() -> Sequence[Finding]:
    """Load the default engine, run its network, and see whether like is matched with like."""
    heard, log = _Warnings(), logging.getLogger("paintassist.engines")
    log.addHandler(heard)
    propagate, log.propagate = log.propagate, False
    try:
        engine = make_engine(None, EngineRequest(cached=False))
        features = engine.encode(drawing())
        best = engine.similarity(features, features).argmax(axis=1)
    finally:
        log.removeHandler(heard)
        log.propagate = propagate
    device, reason = device_of(engine)
    facts = {"engine": engine.name, "model": engine.model, "runs_on": device, "reason": reason}
    if engine.name != DEFAULT_ENGINE:
        words = f"{engine.name} proposes instead of {DEFAULT_ENGINE}: {'; '.join(heard.words)}"
        return [Finding("proposing", State.BROKEN, words, remedy_for_broken(), facts)]
    if (best != np.arange(len(best))).any():
        words = f"{engine.name} on {device} does not find a drawing's segments in itself"
        return [Finding("proposing", State.BROKEN, words, remedy_for_broken(), facts)]
    words = f"{engine.name} with model {engine.model} on {device}"
    if heard.words or (has_nvidia_card() and reason):
        return [Finding("proposing", State.NOTICE, f"{words} ({reason})", cuda_remedy(), facts)]
    return [Finding("proposing", State.OK, words, facts=facts)]
