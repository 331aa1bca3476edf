"""The composition root."""

from __future__ import annotations

import logging

import pytest

from paintassist.core.errors import InputError
from paintassist.document.store import Settings
from paintassist.ui.app import WarningRelay, make_project_engine


def test_a_project_names_its_engine():
    assert make_project_engine(Settings(engine="shape")).name == "shape"
    with pytest.raises(InputError, match="no engine"):
        make_project_engine(Settings(engine="magic"))


def test_engine_warnings_reach_the_painter_and_errors_do_not():
    shown: list[str] = []
    log = logging.getLogger("paintassist.engines.test")
    log.addHandler(relay := WarningRelay(shown.append))
    log.warning("no model %s", "x")
    log.error("broken")
    log.removeHandler(relay)
    assert shown == ["no model x"]
