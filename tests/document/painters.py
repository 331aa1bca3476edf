"""A painter who does anything at any moment, and the promises that hold all the same."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.matching import NO_COLOR
from paintassist.core.retouch import Retouch
from paintassist.document.document import Document
from paintassist.document.frame import DecisionState
from paintassist.document.pipeline import Proposer
from paintassist.document.queue import RequestQueue, answer
from paintassist.document.requests import Failed, Request, Result
from paintassist.document.session import Session
from paintassist.engines.base import Features
from tests.document.drawings import make_document, make_sheet, remove_sheet, retouch
from tests.fakes import FakeEngine

FRAMES, SEGMENTS = 4, 5


class Unlike(FakeEngine):
    """An engine without ties, so that no order of events can change what is proposed."""

    def similarity(
        self, target: Features, reference: Features, rows: NDArray[np.int64] | None = None
    ) -> NDArray[np.float32]:
        super().similarity(target, reference, rows)
        seed = [*target.key.encode(), 0, *reference.key.encode()]
        table = np.random.default_rng(seed).random((target.count, reference.count), np.float32)
        return table if rows is None else table[:, rows]


def read_nothing(path: Path) -> NDArray[np.uint8]:
    raise AssertionError(f"{path} was read, though its segments are known")


def act(document: Document, random: np.random.Generator) -> str:
    """Do one thing that painters do to a document; returns what."""
    frame = int(random.integers(len(document.frames)))
    count = document.frames[frame].count
    ids = random.integers(1, count + 1, int(random.integers(1, count + 1)))
    color = int(random.integers(len(document.palette)))
    rgba = (*random.integers(0, 256, 3).tolist(), 255)
    name, seed = f"sheet{random.integers(3)}", int(random.integers(20, 40))
    across = ((2, 3), (4 + int(random.integers(8)), 8))
    acts: dict[str, Callable[[], object]] = {
        "correct": lambda: document.paint(frame, ids, color),
        "correct again": lambda: document.paint(frame, ids[:1], color),
        "accept": lambda: document.accept(frame),
        "accept one": lambda: document.accept(frame, ids[:1]),
        "clear": lambda: document.clear(frame, ids),
        "undo": document.undo,
        "undo more": lambda: [document.undo() for _ in range(5)],
        "redo": document.redo,
        "new colour": lambda: document.paints.find_or_add(rgba),
        "add sheet": lambda: document.add_sheet(make_sheet(name, [rgba] * 3, seed)),
        "remove sheet": lambda: document.sheets and remove_sheet(document, 0),
        "swap": lambda: document.swap_color(color, 0, range(len(document.frames))),
        "retouch": lambda: retouch(document, frame, Retouch(0, (across,))),
    }
    what = str(random.choice(list(acts)))
    acts[what]()
    return what


def decisions(document: Document) -> list[tuple[list[int], list[int]]]:
    return [(frame.decided.tolist(), frame.decided_color.tolist()) for frame in document.frames]


def assert_sound(document: Document) -> None:
    """What is shown can be shown: every colour is in the palette, every decision is shown."""
    for frame in document.frames:
        assert frame.packed is not None
        assert frame.count == frame.packed.count
        assert frame.color.max() < len(document.palette)
        assert frame.proposed.max() < len(document.palette)
        assert frame.runners_up.max() < len(document.palette)
        made = frame.decided != DecisionState.UNPAINTED
        assert (frame.color[made] == frame.decided_color[made]).all()


def reopened(document: Document) -> Document:
    """What a project holds of a document: no proposals, nothing to undo."""
    frames = [copy(frame) for frame in document.frames]
    for frame in frames:
        frame.forget_proposals()
    return Document(replace(document.snapshot(), frames=tuple(frames)))


def proposals_from_nothing(document: Document) -> list[list[int]]:
    """What a worker that knows nothing of the past proposes for this document."""
    fresh = reopened(document)
    queue, results = RequestQueue(), list[Result]()
    session, proposer = Session(fresh, queue.put), Proposer(Unlike(), read_nothing)
    session.start()
    while (request := queue.take(0)) is not None:
        answer(proposer, queue, request, results.append)
        for result in results:
            session.land(result)
        results.clear()
    return [frame.proposed.tolist() for frame in fresh.frames]


@dataclass
class Interleaved:
    """Painter and worker in one thread: the painter acts wherever the worker just is.

    Every call of the engine and every result is a place where chance may let the painter do
    something, and where results land or wait.
    """

    random: np.random.Generator
    document: Document = field(default_factory=lambda: make_document(FRAMES, SEGMENTS))
    story: list[str] = field(default_factory=list)
    steps: int = 0
    cancelled: bool = False
    restless: float = 0.3

    def __post_init__(self) -> None:
        self.engine = Unlike(on_call=lambda what: self.meanwhile())
        self.known = decisions(self.document)
        self.begin()

    def begin(self) -> None:
        self.queue = RequestQueue()
        self.results: list[Result] = []
        self.proposer = Proposer(self.engine, read_nothing)
        self.session = Session(self.document, self.queue.put)
        self.session.start()

    def meanwhile(self) -> None:
        """Let the painter act while the worker is in the middle of something."""
        while self.random.random() < self.restless:
            self.act()

    def act(self) -> None:
        assert decisions(self.document) == self.known, f"a decision changed: {self.story[-20:]}"
        self.steps += 1
        dice = self.random.random()
        if dice < 0.35:
            what = self.land(int(self.random.integers(1, 6)))
        elif dice < 0.42:
            what = "cancel"
            self.queue.clear()
            self.cancelled = True
        elif dice < 0.47:
            what = "propose again"
            self.session.start()
            self.cancelled = False
        elif dice < 0.57:
            what = "switch frame"
            self.session.current = f"f{self.random.integers(FRAMES)}"
        elif dice < 0.58:
            what = "quit and open"
            self.quit()
        else:
            what = act(self.document, self.random)
        self.story.append(what)
        self.known = decisions(self.document)
        assert_sound(self.document)

    def land(self, most: int) -> str:
        """Land some results; none may touch a decision, no late one may do anything."""
        for _ in range(min(most, len(self.results))):
            result = self.results.pop(0)
            late = result.generation < self.session.generation
            assert not isinstance(result, Failed), (result, self.story[-20:])
            assert self.session.land(result) <= (not late)
            assert decisions(self.document) == self.known, f"a decision changed: {self.story[-20:]}"
            assert_sound(self.document)
        return "land"

    def quit(self) -> None:
        """Close, with results still on their way, and open the document anew."""
        late, session = self.results, self.session
        self.session.close()
        self.queue.close()
        shown = [frame.color.tolist() for frame in self.document.frames]
        assert not any(session.land(result) for result in late)
        assert shown == [frame.color.tolist() for frame in self.document.frames]
        self.document = reopened(self.document)
        self.cancelled = False
        self.begin()

    def work(self, request: Request) -> None:
        """Answer one request as the worker does."""
        # A painter who quits in the middle leaves the worker with its own queue and list.
        results = self.results

        def hand_over(result: Result) -> None:
            results.append(result)
            self.meanwhile()

        answer(self.proposer, self.queue, request, hand_over)

    def round(self, steps: int) -> None:
        """Paint and propose for some steps; then, left in peace, everything must be right."""
        end = self.steps + steps
        while self.steps < end:
            self.act()
            while self.steps < end and (request := self.queue.take(0)) is not None:
                self.work(request)
        self.restless, before = 0.0, self.restless
        if self.cancelled:
            self.session.start()
            self.cancelled = False
        while (request := self.queue.take(0)) is not None or self.results:
            if request is not None:
                self.work(request)
            self.land(len(self.results))
        self.restless = before
        shown = [frame.proposed.tolist() for frame in self.document.frames]
        assert shown == proposals_from_nothing(self.document), self.story[-60:]
        assert any(color != NO_COLOR for frame in shown for color in frame) or not any(
            frame.decided.any() for frame in self.document.frames
        )
