"""The proposer alone, request by request."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

from paintassist.core.lines import LineSettings
from paintassist.document.packing import pack_segments
from paintassist.document.pipeline import Cancelled, Proposer
from paintassist.document.proposals import FrameProposals
from paintassist.document.requests import (
    LoadFrame,
    PassOn,
    Progress,
    Refresh,
    SetReference,
    Warm,
    frame_page,
)
from tests.document.desk import SEGMENTS, read
from tests.fakes import FakeEngine, strip


def test_what_was_cancelled_is_made_good_by_the_next_request() -> None:
    proposer = Proposer(FakeEngine(), read)
    for name in ("f0", "f1", "f2"):
        list(proposer.run(LoadFrame(name, Path(f"{name}.png"), LineSettings())))
    cancel = threading.Event()
    page = SetReference(frame_page("f0"), np.arange(SEGMENTS, dtype=np.int32), order=("f1",))
    answers = proposer.run(page, cancel)
    assert getattr(next(answers), "frame", "") == "f1"
    cancel.set()
    with pytest.raises(Cancelled):
        next(answers)
    answered = [getattr(result, "frame", "") for result in proposer.run(Refresh())]
    assert sorted(answered) == ["f0", "f2"]


def test_warming_compares_no_rows_but_every_pair() -> None:
    engine = FakeEngine()
    proposer = Proposer(engine, read)
    for index in range(6):
        list(proposer.run(LoadFrame(f"f{index}", Path(f"f{index}.png"), LineSettings())))
    engine.calls.clear()
    assert [result.done for result in proposer.run(Warm("f0")) if isinstance(result, Progress)] == [
        4
    ]
    assert list(proposer.run(Warm("f0", 4))) == [Progress("warm", 6, 6)]
    assert [call[-1] for call in engine.calls] == [0] * 6
    assert list(proposer.run(Warm("nobody"))) == []


def test_passing_on_goes_in_pieces_and_ends_with_what_changed() -> None:
    engine = FakeEngine(voting=0.1, relays=True)
    proposer = Proposer(engine, read)
    names = tuple(f"f{index}" for index in range(4))
    colors = np.arange(SEGMENTS, dtype=np.int32)
    for name in names:
        list(proposer.run(LoadFrame(name, Path(f"{name}.png"), LineSettings())))
    list(proposer.run(SetReference(frame_page("f0"), colors)))
    request, pieces = PassOn(names, names), 0
    answers = list(proposer.run(request))
    while len(answers) == 1 and isinstance(answers[0], Progress):
        assert answers[0].done < answers[0].total
        pieces += 1
        answers = list(proposer.run(request))
    # Four frames hear f0 or one another's pages, and five links lead to open neighbours.
    assert pieces == 2
    assert {answer.frame for answer in answers if isinstance(answer, FrameProposals)}
    assert list(proposer.run(request)) == []


def test_a_correction_made_while_its_frame_waits_for_loading_counts() -> None:
    proposer, lines = Proposer(FakeEngine(), read), LineSettings()
    packed = pack_segments(strip(SEGMENTS, seed=0))
    old, new = np.full(SEGMENTS, 0, np.int32), np.full(SEGMENTS, 1, np.int32)
    # The correction is asked for later and answered sooner.
    list(proposer.run(SetReference(frame_page("f0"), new, serial=2)))
    list(proposer.run(LoadFrame("f0", None, lines, packed, old, serial=1)))
    *_, found = proposer.run(LoadFrame("f1", Path("f1.png"), lines, serial=3))
    assert isinstance(found, FrameProposals)
    assert found.color.tolist() == [1] * SEGMENTS
