"""Document, session, queue and worker together, with a scriptable engine."""

from __future__ import annotations

import queue as queues
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.lines import Ink, LineSettings, inks_to_rgba
from paintassist.core.matching import NO_COLOR
from paintassist.core.painting import composite
from paintassist.core.palette import BACKGROUND
from paintassist.core.retouch import Retouch
from paintassist.document.document import Document
from paintassist.document.frame import DecisionState, Frame
from paintassist.document.packing import pack_segments
from paintassist.document.pipeline import Cancelled, Proposer
from paintassist.document.proposals import FrameProposals
from paintassist.document.queue import RequestQueue, rank, serve
from paintassist.document.requests import (
    Failed,
    LoadFrame,
    LoadSheet,
    Progress,
    Refresh,
    Request,
    Reset,
    Result,
    SetReference,
    Warm,
    frame_page,
    page_name,
)
from paintassist.document.session import Session
from paintassist.document.store import Settings
from paintassist.engines.keys import content_key
from tests.document.drawings import make_document, proposals
from tests.fakes import FakeEngine, FakeFailure, boxes, strip

SEGMENTS = 6
SHEET_COLORS = np.array([(0, 0, 0, 0), *[(50 + index, 0, 0, 255) for index in range(SEGMENTS)]])


def read(path: Path) -> NDArray[np.uint8]:
    """Draw what the file's name says instead of reading it."""
    if path.stem == "missing":
        raise InputError("missing.png does not exist; check the path")
    if path.stem == "blank":
        return inks_to_rgba(np.zeros((9, 9), np.uint8))
    if path.stem == "black":
        return inks_to_rgba(np.full((9, 9), Ink.BLACK, np.uint8))
    if path.stem.startswith("painting"):
        return composite(strip(SEGMENTS), SHEET_COLORS.astype(np.uint8))
    if path.stem == "paper":
        painting = np.full((40, 40, 4), 255, np.uint8)
        painting[10:30, 10:30, :3] = 0
        painting[11:29, 11:29, :3] = (9, 9, 200)
        painting[15:20, 15:20, :3] = 0
        painting[16:19, 16:19, :3] = 255
        return painting
    if path.stem == "small":
        return inks_to_rgba(boxes(2))
    return inks_to_rgba(boxes(SEGMENTS, seed=int(path.stem[1:])))


def is_proposed(frame: Frame) -> bool:
    return frame.ready and bool(frame.state[1:].all())


class Desk:
    """A window without a window: one document and one worker thread."""

    def __init__(self, engine: FakeEngine | None = None, frames: int = 3) -> None:
        self.engine = engine or FakeEngine()
        self.document = Document()
        self.inbox = RequestQueue()
        self.results: queues.Queue[Result] = queues.Queue()
        self.session = Session(self.document, self.inbox.put)
        self.problems: list[str] = []
        self.failures: list[Failed] = []
        self.progress: list[tuple[int, int]] = []
        self.session.problems.connect(self.problems.append)
        self.session.failures.connect(self.failures.append)
        self.session.progress.connect(lambda step: self.progress.append((step.done, step.total)))
        names = [f"f{index}" for index in range(frames)]
        self.document.add_frames([(name, Path(f"{name}.png")) for name in names])
        self.thread = threading.Thread(
            target=serve, args=(Proposer(self.engine, read), self.inbox, self.results.put)
        )
        self.thread.start()

    def wait(self, until: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 10
        while not until():
            assert time.monotonic() < deadline, "waited in vain"
            try:
                self.session.land(self.results.get(timeout=0.01))
            except queues.Empty:
                continue

    def wait_for_proposals(self) -> None:
        self.wait(lambda: all(is_proposed(frame) for frame in self.document.frames))

    def close(self) -> None:
        self.session.close()
        self.inbox.close()
        self.thread.join(10)
        assert not self.thread.is_alive()


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
    desk.document.remove_sheet(0)
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
        red = desk.document.add_palette_entry((255, 0, 0, 255))
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


def test_the_queue_orders_by_urgency_and_replaces() -> None:
    queue = RequestQueue()
    colors = np.zeros(3, np.int32)
    lines = LineSettings()
    requests: list[Request] = [
        Warm("a"),
        Refresh(),
        LoadFrame("a", None, lines),
        LoadFrame("b", None, lines, urgent=True),
        LoadSheet("s", Path("s"), None, lines),
        SetReference("frame:a", colors),
        SetReference("frame:a", colors + 1),
    ]
    for request in requests:
        queue.put(request)
    assert len(queue) == 6
    taken = [queue.take(0) for _ in range(6)]
    assert [rank(request) for request in taken if request] == [1, 2, 3, 4, 5, 6]
    assert isinstance(taken[0], SetReference)
    assert taken[0].colors is not None
    assert taken[0].colors.tolist() == [1, 1, 1]
    assert queue.take(0) is None


def test_a_reset_forgets_what_waits_and_cancels_what_runs() -> None:
    queue = RequestQueue()
    queue.put(Refresh())
    queue.put(Reset(1))
    assert queue.cancel.is_set()
    assert queue.take_urgent() is None
    assert queue.take(0) == Reset(1)
    assert not queue.cancel.is_set()
    assert queue.take(0) is None
    queue.put(Refresh())
    queue.clear()
    assert len(queue) == 0
    queue.close()
    queue.put(Refresh())
    assert queue.take() is None


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
    desk.document.remove_sheet(0)
    desk.inbox.clear()
    desk.engine.on_call = None
    go_on.set()
    desk.document.paint(0, [2], 5)
    desk.wait(lambda: desk.document.frames[2].color.tolist() == [NO_COLOR, 0, 5, 5, 5, 5, 5])


def test_a_reset_outlives_a_cancel() -> None:
    queue = RequestQueue()
    for request in (Reset(1), Refresh(), SetReference("frame:a", None, generation=1)):
        queue.put(request)
    queue.clear()
    assert queue.take(0) == Reset(1)
    kept = queue.take(0)
    assert isinstance(kept, SetReference)
    assert kept.quiet
    assert queue.take(0) is None


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


def test_proposals_for_segments_that_are_no_more_do_not_land() -> None:
    document = make_document(frames=1)
    asked: list[Request] = []
    session = Session(document, asked.append)
    session.start()
    before = [request.serial for request in asked if isinstance(request, LoadFrame)]
    document.retouch(0, Retouch(0, (((2, 3), (9, 8)),)))
    assert isinstance(asked[-2], LoadFrame)
    again = document.frames[0].count
    late = proposals("f0", [0] * again, session.generation)
    assert not session.land(replace(late, serial=before[0]))
    assert session.land(replace(late, serial=asked[-2].serial))
