"""Letting engines that run in batches see several frames at once."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any, Protocol, runtime_checkable

from paintassist.core.segments import Segments
from paintassist.engines.base import Engine


@runtime_checkable
class Batching(Protocol):
    """An engine that describes several frames at once faster than one after the other."""

    @property
    def batch(self) -> int:
        """How many frames at once; 1 where it brings nothing."""
        ...

    def encode_many(self, frames: Sequence[Segments]) -> Sequence[Any]:
        """Describe several frames and remember them for `Engine.encode`."""
        ...


def learned_part(engine: Engine) -> Engine:
    """Return the engine inside another one that runs a network, or the engine itself."""
    inner = getattr(engine, "learned", None)
    if inner is not None:
        return learned_part(inner)
    for part in getattr(engine, "parts", ()):
        if isinstance(learned_part(part), Batching):
            return learned_part(part)
    return engine


def batch_of(engine: Engine) -> int:
    """Return how many frames `encode_ahead` should be given at once."""
    part = learned_part(engine)
    return part.batch if isinstance(part, Batching) else 1


def encode_ahead(engine: Engine, frames: Sequence[Segments]) -> None:
    """Run the network on several frames at once, so that `encode` of each is a look-up."""
    part = learned_part(engine)
    if len(frames) > 1 and isinstance(part, Batching) and part.batch > 1:
        part.encode_many(frames)


def device_of(engine: Engine) -> tuple[str, str]:
    """Return what an engine's network runs on and why it is not the GPU; empty without one."""
    runtime = getattr(learned_part(engine), "runtime", None)
    if runtime is None:
        return "", ""
    return str(runtime.device), runtime.device.reason


class NetworkClock:
    """Counts the seconds that an engine spends in its network, as a context manager.

    Attributes
    ----------
    seconds : float
    """

    def __init__(self, engine: Engine) -> None:
        self._way: Any = getattr(learned_part(engine), "way", None)
        self.seconds = 0.0

    @property
    def has_network(self) -> bool:
        """Whether there is anything to count."""
        return self._way is not None

    def __enter__(self) -> NetworkClock:
        if self._way is not None:
            self._runtime = self._way.runtime
            self._way.runtime = self
        return self

    def __exit__(self, *error: object) -> None:
        if self._way is not None:
            self._way.runtime = self._runtime

    def run(self, graph: str, inputs: Any) -> Any:
        """Run a graph and count."""
        start = time.perf_counter()
        try:
            return self._runtime.run(graph, inputs)
        finally:
            self.seconds += time.perf_counter() - start
