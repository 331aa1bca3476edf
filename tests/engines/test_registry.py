"""Engines by name."""

import pytest

from paintassist.core.errors import InputError
from paintassist.engines.registry import (
    DEFAULT_ENGINE,
    FACTORIES,
    LAST_RESORT,
    VOTING,
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


def test_without_its_model_the_default_gives_way_to_the_classical_engine(monkeypatch, caplog):
    def broken(request):
        raise InputError("the model is gone")

    monkeypatch.setitem(FACTORIES, DEFAULT_ENGINE, broken)
    assert make_engine().name == LAST_RESORT
    assert "the model is gone" in caplog.text


def test_a_model_that_was_asked_for_is_never_replaced():
    with pytest.raises(InputError, match="no model 'mine'"):
        make_engine(None, EngineRequest(model="mine"))


def test_a_device_that_was_asked_for_is_never_replaced(monkeypatch):
    def broken(request):
        raise InputError(f"there is no {request.device}")

    monkeypatch.setitem(FACTORIES, DEFAULT_ENGINE, broken)
    with pytest.raises(InputError, match="there is no cuda"):
        make_engine(None, EngineRequest(device="cuda"))


def test_the_request_reaches_the_factory(monkeypatch):
    seen = []
    monkeypatch.setitem(FACTORIES, "shape", seen.append)
    request = EngineRequest(model="mine", device="cpu")
    make_engine("shape", request)
    assert seen == [request]


def test_voting_is_the_engines_own_unless_asked_for():
    assert make_engine("shape").voting is None
    assert make_engine("shape", EngineRequest(voting="sum")).voting == VOTING
    default = make_engine("dacon+shape+flow", EngineRequest(cached=False))
    assert default.voting is not None
    assert make_engine("dacon+shape+flow", EngineRequest(voting="nearest")).voting is None
    assert make_engine("dacon+shape+flow", EngineRequest(voting="sum")).voting == default.voting


def test_the_default_engine_relays_unless_told_not_to():
    assert make_engine("dacon+shape+flow", EngineRequest(cached=False)).relays
    assert not make_engine("dacon+shape+flow", EngineRequest(cached=False, relay=False)).relays
    assert not make_engine("shape").relays


def test_weights_set_by_hand_can_be_asked_for():
    assert make_engine("dacon+shape+flow", EngineRequest(weighing="hand")).weights is None
