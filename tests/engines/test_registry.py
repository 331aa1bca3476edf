"""Engines by name."""

import pytest

from paintassist.core.errors import InputError
from paintassist.engines.registry import (
    BLENDS,
    DEFAULT_ENGINE,
    FACTORIES,
    EngineRequest,
    engine_names,
    make_engine,
)


@pytest.mark.parametrize("name", ["shape", "flow", "shape+flow"])
def test_engines_are_made_by_name(name):
    engine = make_engine(name)
    assert engine.name == name
    assert engine.temperature > 0


def test_without_a_name_there_is_a_default():
    assert DEFAULT_ENGINE in engine_names()


def test_an_unknown_name_is_answered_with_the_known_ones():
    with pytest.raises(InputError, match="no engine 'shap'; choose one of shape, flow"):
        make_engine("shap")


def test_blends_name_their_parts():
    for name, blend in BLENDS.items():
        parts = name.split("+")
        assert set(parts) <= set(FACTORIES)
        assert len(blend.weights) == len(parts)
        assert blend.temperature > 0


def test_the_request_reaches_the_factory(monkeypatch):
    seen = []
    monkeypatch.setitem(FACTORIES, "shape", seen.append)
    request = EngineRequest(model="mine", device="cpu")
    make_engine("shape", request)
    assert seen == [request]
