"""Document, session, queue and worker together, with a scriptable engine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from paintassist.core.errors import InputError
from paintassist.core.lines import LineSettings
from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import BACKGROUND
from paintassist.core.retouch import Retouch
from paintassist.document.document import Document
from paintassist.document.frame import DecisionState
from paintassist.document.requests import (
    LoadFrame,
    Request,
    frame_page,
    page_name,
)
from paintassist.document.session import Session
from paintassist.document.store import Settings
from paintassist.engines.keys import content_key
from tests.document.desk import Desk, is_proposed
from tests.document.drawings import make_document, proposals, remove_sheet, retouch
from tests.fakes import FakeEngine, FakeFailure


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.close()


def open_sheet(desk: Desk) -> None:
    desk.session.start()
    desk.session.open_sheets([("design", Path("painting.png"), Path("f0.png"))])
    desk.wait_for_proposals()


def test_open_propose_correct_repropose_undo(desk: Desk) -> None:
    open_sheet(desk)
    frames = desk.document.frames
    assert frames[1].color.tolist() == [NO_COLOR, 0, 1, 2, 3, 4, 5]
    assert desk.progress[-1] == (3, 3)
    remove_sheet(desk.document, 0)
    desk.wait(lambda: not frames[2].state.any())
    desk.document.paint(0, [2], 5)
    desk.wait(lambda: frames[2].color.tolist() == [NO_COLOR, 5, 5, 5, 5, 5, 5])
    source = frames[2].source(4)
    assert source is not None
    assert (source.reference, source.segment) == (frame_page("f0"), 2)
    assert page_name(source.reference) == "f0"
    assert frames[0].state.tolist() == [0, 1, DecisionState.CORRECTED, 1, 1, 1, 1]
    desk.document.paint(1, [6], 1)
    desk.wait(lambda: frames[2].color.tolist() == [NO_COLOR, 5, 5, 5, 1, 1, 1])
    desk.document.undo()
    desk.wait(lambda: frames[2].color.tolist() == [NO_COLOR, 5, 5, 5, 5, 5, 5])
    desk.document.undo()
    desk.wait(lambda: not frames[2].state.any())


def test_the_engine_runs_in_the_worker_only(desk: Desk) -> None:
    open_sheet(desk)
    assert desk.engine.threads == {desk.thread.ident}


def test_a_drawing_is_encoded_once(desk: Desk) -> None:
    open_sheet(desk)
    desk.session.start()
    desk.wait_for_proposals()
    desk.document.accept(1)
    encoded = [call[1] for call in desk.engine.calls if call[0] == "encode"]
    assert len(encoded) == len(set(encoded)) == 3


def test_undo_of_a_sheet_takes_its_proposals_back(desk: Desk) -> None:
    open_sheet(desk)
    generation = desk.session.generation
    desk.document.undo()
    assert desk.session.generation > generation
    late = proposals("f0", [0, 0, 0, 0, 0, 0], generation)
    assert not desk.session.land(late)
    assert not desk.document.frames[0].state.any()
    desk.document.redo()
    desk.wait_for_proposals()


def test_frames_and_sheets_that_cannot_be_read(desk: Desk) -> None:
    names = ["missing", "blank", "black"]
    desk.document.add_frames([(name, Path(f"{name}.png")) for name in names])
    desk.session.start()
    desk.session.open_sheets(
        [
            ("lost", Path("missing.png"), None),
            ("unlike", Path("painting.png"), Path("small.png")),
            ("design", Path("painting.png"), Path("f0.png")),
        ]
    )
    desk.wait(lambda: desk.progress[-1:] == [(6, 6)] and len(desk.document.sheets) == 1)
    assert [frame.problem != "" for frame in desk.document.frames] == [False] * 3 + [True] * 3
    assert "blank.png is blank" in desk.document.frames[4].problem
    assert "black.png has no closed segment" in desk.document.frames[5].problem
    assert any("small.png is" in problem for problem in desk.problems)
    assert not desk.failures
    desk.wait(lambda: is_proposed(desk.document.frames[0]))


def test_an_engine_that_fails_leaves_the_rest_alone(desk: Desk) -> None:
    desk.engine.fail_encode = {"*"}
    desk.session.start()
    desk.session.open_sheets([("design", Path("painting.png"), Path("f0.png"))])
    desk.wait(lambda: len(desk.failures) >= 4)
    assert all(isinstance(failed.error, FakeFailure) for failed in desk.failures)
    assert all(frame.ready for frame in desk.document.frames)
    assert desk.progress[-1] == (3, 3)
    desk.document.paint(0, [1], 0)
    desk.engine.fail_encode = set()
    desk.session.start()
    desk.wait_for_proposals()


def test_an_engine_that_lacks_something_says_so_in_a_sentence(desk: Desk) -> None:
    def lack(what: str) -> None:
        raise InputError("the model is damaged; download it again")

    desk.engine.on_call = lack
    desk.session.start()
    desk.wait(lambda: desk.progress[-1:] == [(3, 3)])
    assert set(desk.problems) == {"the model is damaged; download it again"}
    assert not desk.failures


def test_a_restart_knows_label_maps_and_decisions(desk: Desk) -> None:
    open_sheet(desk)
    desk.document.paint(2, [1, 2, 3], 5)
    again = Session(desk.document, desk.inbox.put)
    desk.session.close()
    desk.session, again.generation = again, desk.session.generation
    for frame in desk.document.frames:
        frame.forget_proposals()
    again.start()
    desk.wait_for_proposals()
    assert desk.document.frames[2].decided[1:].tolist() == [3, 3, 3, 0, 0, 0]


def test_line_settings_start_anew(desk: Desk) -> None:
    open_sheet(desk)
    desk.document.paint(0, [1], 3)
    desk.document.set_settings(Settings(LineSettings(threshold=10)))
    desk.wait(lambda: not any(frame.outdated for frame in desk.document.frames))
    assert desk.document.frames[0].decided[1] == DecisionState.CORRECTED


def test_corrections_do_not_wait_for_loading() -> None:
    gate = threading.Event()
    held = threading.Event()

    def hold(what: str) -> None:
        if what == "encode":
            held.set()
            gate.wait(5)

    desk = Desk(FakeEngine(on_call=hold), frames=8)
    try:
        desk.session.start()
        desk.wait(held.is_set)
        desk.wait(lambda: desk.document.frames[0].ready)
        red = desk.document.paints.find_or_add((255, 0, 0, 255))
        desk.document.paint(0, [1], red)
        gate.set()
        desk.wait(lambda: is_proposed(desk.document.frames[0]))
        loaded = sum(frame.ready for frame in desk.document.frames)
        assert loaded < 8
        desk.wait_for_proposals()
    finally:
        gate.set()
        desk.close()


def test_closing_in_the_middle_is_clean() -> None:
    desk = Desk(FakeEngine(encode_delay=0.05, similarity_delay=0.01), frames=20)
    desk.session.start()
    desk.wait(lambda: desk.document.frames[1].ready)
    desk.close()
    left = desk.results.qsize()
    while left:
        assert not desk.session.land(desk.results.get())
        left -= 1


def test_the_frame_in_view_is_loaded_first_and_warmed() -> None:
    desk = Desk(frames=7)
    try:
        desk.session.current = "f5"
        loaded: list[int] = []
        desk.document.changed.connect(
            lambda change: loaded.append(change.frame) if change.kind == "segments" else None
        )
        desk.session.start()
        desk.wait(lambda: len(loaded) == 7)
        assert loaded == [5, 4, 6, 3, 2, 1, 0]
        desk.wait(lambda: warmed(desk.engine, desk.document, "f5") == 7)
        desk.session.current = "f0"
        desk.wait(lambda: warmed(desk.engine, desk.document, "f0") == 7)
    finally:
        desk.close()


def warmed(engine: FakeEngine, document: Document, name: str) -> int:
    segments = document.frames[document.frame_index(name)].segments
    assert segments is not None
    key = content_key(segments)
    return len(
        {call[1] for call in list(engine.calls) if call[0] == "similarity" and call[2] == key}
    )


def test_paper_becomes_background(desk: Desk) -> None:
    desk.session.start()
    desk.session.open_sheets([("paper", Path("paper.png"), None)])
    desk.wait(lambda: len(desk.document.sheets) == 1)
    sheet = desk.document.sheets[0]
    assert [entry.color for entry in desk.document.palette] == [
        BACKGROUND,
        (9, 9, 200, 255),
        (255, 255, 255, 255),
    ]
    assert sheet.colors.tolist() == [NO_COLOR, 0, 1, 2]


def test_a_sheet_that_went_when_all_was_cancelled_is_forgotten_all_the_same(desk: Desk) -> None:
    open_sheet(desk)
    held, go_on = threading.Event(), threading.Event()

    def hold(what: str) -> None:
        held.set()
        go_on.wait(5)

    desk.engine.on_call = hold
    desk.document.paint(0, [1], 0)
    desk.wait(held.is_set)
    remove_sheet(desk.document, 0)
    desk.inbox.clear()
    desk.engine.on_call = None
    go_on.set()
    desk.document.paint(0, [2], 5)
    desk.wait(lambda: desk.document.frames[2].color.tolist() == [NO_COLOR, 0, 5, 5, 5, 5, 5])


def test_proposals_for_segments_that_are_no_more_do_not_land() -> None:
    document = make_document(frames=1)
    asked: list[Request] = []
    session = Session(document, asked.append)
    session.start()
    before = [request.serial for request in asked if isinstance(request, LoadFrame)]
    retouch(document, 0, Retouch(0, (((2, 3), (9, 8)),)))
    assert isinstance(asked[-2], LoadFrame)
    again = document.frames[0].count
    late = proposals("f0", [0] * again, session.generation)
    assert not session.land(replace(late, serial=before[0]))
    assert session.land(replace(late, serial=asked[-2].serial))
