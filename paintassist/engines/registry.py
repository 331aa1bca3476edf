"""Which engines there are, and how each is made."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paintassist.core.calibration import IDENTITY
from paintassist.core.errors import InputError
from paintassist.engines.base import Engine
from paintassist.engines.flow import FlowEngine
from paintassist.engines.fused import FusedEngine
from paintassist.engines.shape import ShapeEngine

if TYPE_CHECKING:
    from paintassist.engines.dacon.engine import DaconEngine

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class EngineRequest:
    """Everything a factory needs.

    Attributes
    ----------
    model : str or None
        Name or path of a model; None for the bundled one.
    device : str
        "auto", "cpu" or "cuda".
    threads : int or None
        Of the CPU; None for all cores.
    cached : bool
        Whether learned features are kept on disk.
    voting : {"nearest", "sum"} or None
        Whether the nearest reference alone decides, or those of a colour add up; None leaves
        it to the engine.
    weighing : {"trained", "hand"}
        How clues are weighed against each other, where a model brings trained weights.
    relay : bool
        Whether open frames of a clip may tell their neighbours what they would be coloured,
        where the engine's references add up.
    """

    model: str | None = None
    device: str = "auto"
    threads: int | None = None
    cached: bool = True
    voting: str | None = None
    weighing: str = "trained"
    relay: bool = True


def _make_dacon(request: EngineRequest) -> DaconEngine:
    from paintassist.engines.dacon.engine import load_engine

    return load_engine(
        request.model, request.device, threads=request.threads, cached=request.cached
    )


def _make_shape_and_flow(request: EngineRequest) -> Engine:
    return FusedEngine((ShapeEngine(), FlowEngine()), (1.0, 1.0), temperature=0.2, unknown=-1.0)


def _make_guided(request: EngineRequest) -> Engine:
    from paintassist.engines.guided import GuidedEngine

    learned = _make_dacon(request)
    weights = learned.weights if request.weighing == "trained" else None
    return GuidedEngine(learned, learned.calibrations.get(GUIDED, IDENTITY), weights)


GUIDED = "dacon+shape+flow"
FACTORIES: Mapping[str, Callable[[EngineRequest], Engine]] = {
    "shape": lambda request: ShapeEngine(),
    "flow": lambda request: FlowEngine(),
    "shape+flow": _make_shape_and_flow,
    "dacon": _make_dacon,
    GUIDED: _make_guided,
}
DEFAULT_ENGINE = GUIDED
LAST_RESORT = "shape+flow"
# Scale of the votes of engines that do not vote by themselves, when they are told to.
VOTING = 0.05


def engine_names() -> list[str]:
    """Return the names that `make_engine` knows."""
    return list(FACTORIES)


def make_engine(name: str | None = None, request: EngineRequest | None = None) -> Engine:
    """Build an engine by name.

    Without a name, a model or "cuda" it builds the default engine, and if that one's model
    cannot be loaded, the classical one with a warning in the log: a painter is never left
    without.

    Raises
    ------
    InputError
        If there is no such engine, or the model or device asked for cannot be had.
    """
    request = request or EngineRequest()
    engine = _built(name, request)
    if request.voting == "nearest":
        engine.voting = None
    elif request.voting == "sum" and engine.voting is None:
        engine.voting = VOTING
    if not request.relay:
        engine.relays = False
    return engine


def make_or_default(name: str | None = None, model: str | None = None) -> Engine:
    """Build what a project names; where that cannot be had, the default and a warning.

    A project comes to machines that lack its model; its painter goes on all the same.
    """
    try:
        return make_engine(name, EngineRequest(model=model))
    except InputError as error:
        if name is None and model is None:
            raise
        log.warning("%s; proposing with the bundled model instead", error)
        return make_engine()


def _built(name: str | None, request: EngineRequest) -> Engine:
    if name is None and request.model is None and request.device != "cuda":
        try:
            return FACTORIES[DEFAULT_ENGINE](request)
        except InputError as error:
            log.warning("%s; proposing with %s instead", error, LAST_RESORT)
            return FACTORIES[LAST_RESORT](request)
    name = name or DEFAULT_ENGINE
    if name not in FACTORIES:
        raise InputError(f"there is no engine '{name}'; choose one of {', '.join(engine_names())}")
    return FACTORIES[name](request)
