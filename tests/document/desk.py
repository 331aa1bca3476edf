"""A window without a window: a document and a worker that reads made-up drawings."""

from __future__ import annotations

import queue as queues
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.lines import Ink, inks_to_rgba
from paintassist.core.painting import composite
from paintassist.document.document import Document
from paintassist.document.frame import Frame
from paintassist.document.pipeline import Proposer
from paintassist.document.queue import RequestQueue, answer
from paintassist.document.requests import (
    Failed,
    Result,
)
from paintassist.document.session import Session
from tests.fakes import FakeEngine, boxes, strip

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
        self.thread = threading.Thread(target=self.serve)
        self.thread.start()

    def serve(self) -> None:
        proposer = Proposer(self.engine, read)
        while (request := self.inbox.take()) is not None:
            answer(proposer, self.inbox, request, self.results.put)

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
