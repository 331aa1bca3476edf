"""The bundled sample, from opening to reopening, by mouse and keys at a real window."""

from __future__ import annotations

from pathlib import Path

import pytest

from paintassist.document.frame import DecisionState
from paintassist.engines.registry import make_engine
from paintassist.resources import sample_folder
from paintassist.ui.app import make_application
from tests.e2e.whole_clip import STEPS_BACK, play


@pytest.mark.usefixtures("no_leaks", "qapp")
def test_the_sample_is_worked_through_undone_redone_saved_and_opened_again(tmp_path: Path):
    make_application()
    told: list[str] = []
    project = tmp_path / "全カット.paintassist"
    work = play(sample_folder(), project, lambda settings: make_engine("shape"), told.append)
    assert told[-1] == "reopen: done"
    assert len(work.trail) > STEPS_BACK
    assert work.spread > 0
    states = {state for frames, _ in work.trail for frame in frames for state in frame[2]}
    assert states == {0, DecisionState.ACCEPTED, DecisionState.CORRECTED}
