"""Which engines there are, and how each is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from paintassist.core.errors import InputError
from paintassist.engines.base import Engine
from paintassist.engines.flow import FlowEngine
from paintassist.engines.fused import FusedEngine
from paintassist.engines.shape import ShapeEngine


@dataclass(frozen=True)
class EngineRequest:
    """Everything a factory needs.

    Attributes
    ----------
    model : str or None
        Name or path of a model; None for the bundled one.
    device : str
        "auto", "cpu" or "cuda".
    """

    model: str | None = None
    device: str = "auto"


def _make_dacon(request: EngineRequest) -> Engine:
    from paintassist.engines.dacon.engine import load_engine

    return load_engine(request.model, request.device)


FACTORIES: Mapping[str, Callable[[EngineRequest], Engine]] = {
    "shape": lambda request: ShapeEngine(),
    "flow": lambda request: FlowEngine(),
    "dacon": _make_dacon,
}


@dataclass(frozen=True)
class Blend:
    """Weights of a sum of engines, in the order of its name, and the scale of the sum."""

    weights: tuple[float, ...]
    temperature: float
    unknown: float


# Fitted on generated drawings only, see docs/model.md.
BLENDS: Mapping[str, Blend] = {
    "shape+flow": Blend((1.0, 1.0), 0.2, -1.0),
    "dacon+shape+flow": Blend((1.0, 0.3, 0.5), 0.1, 0.0),
}
DEFAULT_ENGINE = "shape+flow"


def engine_names() -> list[str]:
    """Return the names that `make_engine` knows."""
    return [*FACTORIES, *BLENDS]


def make_engine(name: str | None = None, request: EngineRequest | None = None) -> Engine:
    """Build an engine by name; None builds the default one.

    Raises
    ------
    InputError
        If there is no such engine, or its model cannot be loaded.
    """
    name = name or DEFAULT_ENGINE
    request = request or EngineRequest()
    if name in FACTORIES:
        return FACTORIES[name](request)
    blend = BLENDS.get(name)
    if blend is None:
        raise InputError(f"there is no engine '{name}'; choose one of {', '.join(engine_names())}")
    parts = [FACTORIES[part](request) for part in name.split("+")]
    return FusedEngine(parts, blend.weights, blend.temperature, blend.unknown)
