"""Frames are read in other threads while one is encoded."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

from paintassist.core.errors import InputError
from paintassist.core.lines import LineSettings, inks_to_rgba
from paintassist.document.pipeline import Proposer
from paintassist.document.queue import RequestQueue
from paintassist.document.requests import LoadedFrame, LoadFrame
from tests.drawing import inks
from tests.fakes import FakeEngine


class Reader:
    """Reads a drawing of two segments, and remembers who asked."""

    def __init__(self) -> None:
        self.threads: list[str] = []
        self.read = threading.Event()

    def __call__(self, path: Path) -> np.ndarray:
        self.threads.append(threading.current_thread().name)
        self.read.set()
        if "bad" in path.name:
            raise InputError(f"{path} is broken")
        return inks_to_rgba(inks(".#.\n.#."))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a", "b", "c", "bad"):
        (tmp_path / f"{name}.png").write_bytes(b"")
    return tmp_path


def load(folder: Path, name: str, urgent: bool = False) -> LoadFrame:
    return LoadFrame(name, folder / f"{name}.png", LineSettings(), urgent=urgent)


def test_what_was_read_ahead_is_not_read_again(folder: Path) -> None:
    reader = Reader()
    proposer = Proposer(FakeEngine(), reader)
    request = load(folder, "a")
    proposer.read_ahead([request])
    assert reader.read.wait(10)

    loaded, _ = proposer.run(request)

    assert isinstance(loaded, LoadedFrame)
    assert loaded.segments is not None
    assert loaded.segments.count == 2
    assert [name.startswith("read-ahead") for name in reader.threads] == [True]
    proposer.close()


def test_a_newer_request_for_the_same_frame_reads_the_file_anew(folder: Path) -> None:
    reader = Reader()
    proposer = Proposer(FakeEngine(), reader)
    proposer.read_ahead([load(folder, "a")])
    assert reader.read.wait(10)

    list(proposer.run(load(folder, "a")))

    assert len(reader.threads) == 2
    proposer.close()


def test_a_bad_file_is_told_when_its_turn_comes(folder: Path) -> None:
    proposer = Proposer(FakeEngine(), Reader())
    request = load(folder, "bad")
    proposer.read_ahead([request])

    (loaded,) = proposer.run(request)

    assert isinstance(loaded, LoadedFrame)
    assert "bad.png is broken" in loaded.problem
    proposer.close()


def test_the_queue_names_the_frames_that_come_next(folder: Path) -> None:
    queue = RequestQueue()
    requests = [load(folder, "a"), load(folder, "b"), load(folder, "c", urgent=True)]
    for request in requests:
        queue.put(request)

    assert queue.coming_frames() == [requests[2], requests[0]]
    assert len(queue) == 3


def test_closing_ends_the_threads(folder: Path) -> None:
    proposer = Proposer(FakeEngine(), Reader())
    proposer.read_ahead([load(folder, "a")])
    proposer.close()
    proposer.read_ahead([load(folder, "b")])

    for thread in threading.enumerate():
        if thread.name.startswith("read-ahead"):
            thread.join(10)
            assert not thread.is_alive()


def test_frames_that_were_read_go_to_the_network_together(folder: Path) -> None:
    class Batching(FakeEngine):
        """Takes four frames at once."""

        batch = 4

        def encode_many(self, frames):
            self.calls.append(("encode_many", len(frames)))
            return [self.encode(frame) for frame in frames]

    engine, reader = Batching(), Reader()
    proposer = Proposer(engine, reader)
    first, second, bad = load(folder, "a"), load(folder, "b"), load(folder, "bad")
    proposer.read_ahead([first, second, bad])
    for _, future in list(proposer._coming.values()):
        future.result(10)

    list(proposer.run(first))

    assert engine.calls[0] == ("encode_many", 2)
    proposer.close()
