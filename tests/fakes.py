"""An engine that does what a test tells it to, and drawings to go with it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from paintassist.core.calibration import IDENTITY, Calibration
from paintassist.core.lines import Ink
from paintassist.core.segments import Segments, segment
from paintassist.engines.base import Features
from paintassist.engines.keys import content_key


class FakeFailure(RuntimeError):
    """What a scripted failure raises."""


def same_place(targets: int, references: int) -> NDArray[np.float32]:
    """Segments of one id are alike; the further the ids are apart, the less."""
    rows, cols = np.arange(targets)[:, None], np.arange(references)[None]
    return -np.abs(rows - cols).astype(np.float32)


@dataclass
class FakeEngine:
    """A scriptable `Engine`.

    Attributes
    ----------
    tables : mapping of (target key, reference key) to (N, M) float32
        Similarities by content key; pairs that are not in it get `same_place`.
    encode_delay, similarity_delay : float
        Seconds that each call takes.
    fail_encode : set of str
        Content keys whose encoding raises `FakeFailure`; "*" means all.
    on_call : function of str or None
        Called with "encode" or "similarity" at the start of each call; may block or raise.
    calls : list of tuples
        ("encode", key) and ("similarity", target key, reference key, number of rows).
    """

    name: str = "fake"
    model: str = ""
    temperature: float = 0.1
    unknown: float = -5.0
    voting: float | None = None
    relays: bool = False
    calibration: Calibration = IDENTITY
    tables: Mapping[tuple[str, str], NDArray[np.float32]] = field(default_factory=dict)
    encode_delay: float = 0.0
    similarity_delay: float = 0.0
    fail_encode: set[str] = field(default_factory=set)
    on_call: Callable[[str], None] | None = None
    calls: list[tuple[str | int, ...]] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)

    def encode(self, segments: Segments) -> Features:
        key = content_key(segments)
        self._called("encode", self.encode_delay, key)
        if key in self.fail_encode or "*" in self.fail_encode:
            raise FakeFailure(f"told to fail on {key}")
        return Features(key, segments.count)

    def similarity(
        self, target: Features, reference: Features, rows: NDArray[np.int64] | None = None
    ) -> NDArray[np.float32]:
        count = reference.count if rows is None else len(rows)
        self._called("similarity", self.similarity_delay, target.key, reference.key, count)
        table = self.tables.get((target.key, reference.key))
        if table is None:
            table = same_place(target.count, reference.count)
        return table if rows is None else table[:, rows]

    def _called(self, what: str, delay: float, *details: str | int) -> None:
        self.calls.append((what, *details))
        self.threads.add(threading.get_ident())
        if self.on_call is not None:
            self.on_call(what)
        if delay:
            time.sleep(delay)


def boxes(count: int, seed: int = 0, height: int = 12) -> NDArray[np.uint8]:
    """Return inks of a strip of `count` boxes; ids run 1..count from left to right.

    `seed` changes the widths, so that unlike seeds have unlike content.
    """
    widths = 4 + np.random.default_rng(seed).integers(0, 4, count)
    inks = np.full((height, int(widths.sum()) + 1), Ink.NONE, np.uint8)
    inks[[0, -1]] = Ink.BLACK
    inks[:, np.concatenate([[0], np.cumsum(widths)])] = Ink.BLACK
    return inks


def strip(count: int, seed: int = 0) -> Segments:
    """Return the segments of `boxes`."""
    return segment(boxes(count, seed))
