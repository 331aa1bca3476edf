"""How much a correction costs, against matching everything anew.

``python -m pytest benchmarks/test_rematch.py --benchmark-enable`` for the table,
``python -m benchmarks.test_rematch`` for one line with the ratio of processor times.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from paintassist.core.lines import Ink, LineSettings
from paintassist.core.matching import NO_COLOR
from paintassist.core.segments import Segments, segment
from paintassist.document.matcher import Matcher
from paintassist.document.packing import pack_segments
from paintassist.document.pipeline import WARM_PAIRS, Proposer
from paintassist.document.requests import (
    LoadFrame,
    PassOn,
    Progress,
    SetReference,
    Warm,
    frame_page,
    sheet_page,
)
from paintassist.engines.base import Engine
from paintassist.engines.registry import make_engine

FRAMES, COLUMNS, ROWS, COLORS = 60, 20, 15, 40
SEGMENTS = COLUMNS * ROWS


def grid(seed: int) -> Segments:
    """Return a frame of 300 boxes of uneven size."""
    random = np.random.default_rng(seed)
    x = np.cumsum(np.concatenate([[0], random.integers(9, 24, COLUMNS)]))
    y = np.cumsum(np.concatenate([[0], random.integers(9, 24, ROWS)]))
    inks = np.zeros((y[-1] + 1, x[-1] + 1), np.uint8)
    inks[y] = Ink.BLACK
    inks[:, x] = Ink.BLACK
    return segment(inks)


class Cut:
    """60 open frames of 300 segments, a sheet, three painted frames, one begun."""

    def __init__(self, engine: Engine) -> None:
        self.proposer = Proposer(engine, lambda path: np.zeros((1, 1, 4), np.uint8))
        random = np.random.default_rng(0)
        self.colors: dict[str, NDArray[np.int32]] = {}
        for index in range(FRAMES):
            packed = pack_segments(grid(index))
            request = LoadFrame(f"f{index}", None, LineSettings(), packed)
            for _ in self.proposer.run(request):
                pass
        for page in (sheet_page("design"), *[frame_page(f"f{index}") for index in range(4)]):
            colors = random.integers(0, COLORS, SEGMENTS).astype(np.int32)
            packed = pack_segments(grid(1000)) if page.startswith("sheet") else None
            self.colors[page] = colors
            for _ in self.proposer.run(SetReference(page, colors, packed)):
                pass
        self.page = frame_page("f30")
        self.now = np.full(SEGMENTS, NO_COLOR, np.int32)
        self.count = 0
        # The first page of a frame may make an engine compare the drawings (see `Warm`).
        self.correct()

    def correct(self) -> int:
        """Correct one more segment; return how many frames changed."""
        self.count += 1
        self.now = self.now.copy()
        self.now[(self.count * 7) % SEGMENTS] = self.count % COLORS
        return self._tell()

    def take_back(self) -> int:
        """Undo the last correction."""
        self.now = self.now.copy()
        self.now[(self.count * 7) % SEGMENTS] = NO_COLOR
        self.count -= 1
        return self._tell()

    def warm(self, frame: str) -> None:
        """Compare a frame with all others, as the worker does once the painter looks at it."""
        for start in range(0, FRAMES, WARM_PAIRS):
            for _ in self.proposer.run(Warm(frame, start)):
                pass

    def settle(self, frame: str) -> None:
        """Decide a whole frame and let it be heard along the clip."""
        self.count += 1
        colors = np.random.default_rng(self.count).integers(0, COLORS, SEGMENTS).astype(np.int32)
        for _ in self.proposer.run(SetReference(frame_page(frame), colors)):
            pass
        self.pass_on()

    def pass_on(self) -> None:
        """Let the frames relay until all of it is done."""
        names = tuple(f"f{index}" for index in range(FRAMES))
        answers: list[Any] = [Progress("relay", 0, 1)]
        while len(answers) == 1 and isinstance(answers[0], Progress):
            answers = list(self.proposer.run(PassOn(names, names)))

    def match_all(self) -> None:
        """Propose for all frames from all references, from nothing."""
        old: Any = self.proposer._matcher
        matcher = Matcher(old.engine)
        for name, target in old._targets.items():
            matcher.add_target(name, target.features)
        for name, page in old._pages.items():
            matcher.set_reference(name, page.features, page.colors)
        for name in matcher.targets:
            matcher.proposals(name)

    def _tell(self) -> int:
        return sum(1 for _ in self.proposer.run(SetReference(self.page, self.now)))


@pytest.fixture(scope="module", params=["shape", "shape+flow", "dacon+shape+flow"])
def cut(request: pytest.FixtureRequest) -> Cut:
    return Cut(make_engine(request.param))


@pytest.mark.benchmark(group="a correction, 60 frames of 300 segments")
def test_correct(cut: Cut, benchmark: Any) -> None:
    assert benchmark(cut.correct) <= FRAMES


@pytest.mark.benchmark(group="a correction, 60 frames of 300 segments")
def test_undo(cut: Cut, benchmark: Any) -> None:
    benchmark.pedantic(cut.take_back, setup=lambda: cut.correct() and None, rounds=10)


@pytest.mark.benchmark(group="a correction, 60 frames of 300 segments")
def test_match_everything_anew(cut: Cut, benchmark: Any) -> None:
    benchmark.pedantic(cut.match_all, rounds=3)


def seconds(work: Callable[[], object], rounds: int) -> float:
    """Return the median processor time of one call: others may be using the machine."""
    times: list[float] = []
    for _ in range(rounds):
        start = time.thread_time()
        work()
        times.append(time.thread_time() - start)
    return statistics.median(times)


def main() -> None:
    for name in ("shape", "flow", "shape+flow", "dacon", "dacon+shape+flow"):
        cut = Cut(make_engine(name))
        full = seconds(cut.match_all, 3)
        corrections = [seconds(cut.correct, 1) for _ in range(40)]
        undos = [seconds(cut.take_back, 1) for _ in range(20)]
        correction, undo = 1000 * statistics.median(corrections), 1000 * statistics.median(undos)
        print(
            f"{name}: correction {correction:.1f} ms (slowest {1000 * max(corrections):.1f}), "
            f"undo {undo:.1f} ms (slowest {1000 * max(undos):.1f}), "
            f"everything anew {1000 * full:.0f} ms, ratio {1000 * full / correction:.0f}"
        )
        if cut.proposer.engine.relays:
            begin = seconds(cut.pass_on, 1)
            settled = []
            for frame in (f"f{index}" for index in range(40, 45)):
                cut.warm(frame)
                settled.append(seconds(partial(cut.settle, frame), 1))
            print(
                f"{name}: relaying for the first time {1000 * begin:.0f} ms, a whole frame decided "
                f"and relayed {1000 * statistics.median(settled):.0f} ms"
            )


if __name__ == "__main__":
    main()
