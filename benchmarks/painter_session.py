"""How many clicks and seconds a clip costs: a painter at the real window, counted.

``python -m benchmarks.painter_session CLIP`` opens a clip with ground truth (``line/`` and
``gt/``, or ``ref/`` as well), whose first painted frame is the sheet, and works through it by
mouse and keys until every segment of every frame has its true colour: looks at a frame, corrects
what is wrong with the fewest acts, accepts the frame, goes to the next. Compared with plain
bucket filling, which is one click a segment. ``--walk`` works by keys through the doubtful
segments first, as a painter does who does not trust an eye. ``--model`` and ``--engine`` name
others.

The painter of the script sees at once what is wrong, and never errs; a human looks first. Seconds
are therefore an estimate by the keystroke-level model (`tests/e2e/hand.py`) plus the waits that
were measured.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt

from paintassist.document.review import doubtful_ids
from paintassist.engines.base import Engine
from paintassist.engines.registry import EngineRequest, make_engine
from paintassist.ui.app import make_application
from tests.e2e.hand import CTRL, SHIFT, Hand, open_window
from tests.e2e.truth import UNKNOWN, Truth

CHOICE_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)


@dataclass(frozen=True)
class Gesture:
    """One way to set something right: segments, their colour, what it costs, how it is done."""

    segments: tuple[int, ...]
    color: int
    cost: int
    choice: int = -1
    alike: bool = False
    stops: tuple[int, ...] = ()

    @property
    def worth(self) -> float:
        """Return how many segments an act sets right."""
        return len(self.segments) / self.cost


@dataclass
class FrameCost:
    """What one frame took."""

    name: str
    segments: int
    wrong: int
    acts: int = 0
    seconds: float = 0.0


@dataclass
class Session:
    """A painter who knows the truth, and what the work took."""

    hand: Hand
    clip: Path
    walk: bool = False
    costs: list[FrameCost] = field(default_factory=list)
    missing: int = 0

    def __post_init__(self) -> None:
        self._truth = Truth(self.clip)

    def run(self) -> None:
        """Work until every frame is right.

        Raises
        ------
        AssertionError
            If a frame is not right when it should be.
        """
        hand = self.hand
        hand.answers.frames = self.clip
        hand.key(Qt.Key.Key_O, CTRL)
        hand.settle()
        for index in range(len(hand.document.frames)):
            begin, seconds = hand.effort.acts, hand.effort.seconds
            truth = self.truth()
            cost = FrameCost(hand.frame.name, hand.frame.count, len(self.wrong(truth)))
            if self.walk:
                self._walk(truth)
            while len(self.wrong(truth)):
                self._correct(self._best(truth))
            assert hand.window.desk.frame_index == index
            hand.key(Qt.Key.Key_Return, CTRL, SHIFT)
            hand.settle()
            done = hand.document.frames[index]
            assert done.decided[1:].all(), f"{done.name} is not decided"
            known = truth != UNKNOWN
            assert (done.color[known] == truth[known]).all(), f"{done.name} is not right"
            cost.acts, cost.seconds = hand.effort.acts - begin, hand.effort.seconds - seconds
            self.costs.append(cost)

    def truth(self) -> NDArray[np.int32]:
        """Return the palette index that every segment (count + 1,) shall have."""
        truth = self._truth.colors(self.hand.document, self.hand.window.desk.frame_index)
        self.missing += int((truth[1:] == UNKNOWN).sum())
        return truth

    def wrong(self, truth: NDArray[np.int32]) -> NDArray[np.int64]:
        """Return the segments that show another colour than they shall."""
        return np.flatnonzero((truth != UNKNOWN) & (self.hand.frame.color != truth))

    # What a painter would do next

    def _best(self, truth: NDArray[np.int32]) -> Gesture:
        # Of equals the least certain one: it teaches most.
        sure = self.hand.frame.confidence
        return max(
            self._gestures(truth),
            key=lambda gesture: (gesture.worth, -float(sure[gesture.segments[0]])),
        )

    def _gestures(self, truth: NDArray[np.int32]) -> Iterator[Gesture]:
        frame, taken = self.hand.frame, self.hand.window.desk.color_index
        wrong = self.wrong(truth)
        for color in np.unique(truth[wrong]).tolist():
            fetch = int(color != taken)
            of_color = [int(segment) for segment in wrong if truth[segment] == color]
            for segment in of_color:
                offered = self.hand.window.chooser.offered(segment)
                if color in offered:
                    yield Gesture((segment,), color, 1, choice=offered.index(color))
                alike = np.flatnonzero(frame.color == frame.color[segment])
                if segment and (truth[alike] == color).all():
                    yield Gesture(tuple(alike.tolist()), color, 1 + fetch, alike=True)
            for stops in self._strokes(of_color, truth, color):
                filled = tuple(segment for segment in stops if segment in of_color)
                carried = frame.color[stops[0]] == color
                yield Gesture(filled, color, 1 if carried else 1 + fetch, stops=tuple(stops))

    def _strokes(
        self, wrong: list[int], truth: NDArray[np.int32], color: int
    ) -> Iterator[list[int]]:
        """Yield strokes over segments of one true colour that set all of some wrong ones right.

        A stroke goes straight from one segment to another where nothing but that colour lies
        between; over segments that are right already, too.
        """
        hand, canvas = self.hand, self.hand.window.canvas
        spots = {
            int(segment): hand.pos_widget(hand.inside(int(segment)))
            for segment in np.flatnonzero(truth == color)
            if hand.hits(int(segment))
        }
        pixels = {
            segment: canvas.view.to_image((spot.x(), spot.y())) for segment, spot in spots.items()
        }

        def clear(one: int, other: int) -> bool:
            crossed = canvas.segments_along(pixels[one], pixels[other])
            return other in crossed and bool((truth[crossed] == color).all())

        left = {segment for segment in wrong if segment in spots}
        yield from ([segment] for segment in wrong if segment not in spots)
        while left:
            start = min(left)
            # The colour comes along if the stroke begins where it is right.
            right = [segment for segment in spots if segment not in wrong and clear(segment, start)]
            stops = [*sorted(right, key=lambda other: self._far(start, other))[:1], start]
            left.discard(start)
            while way := self._way(stops[-1], left, spots, clear):
                stops += way
                left.difference_update(way)
            yield stops

    def _way(
        self, start: int, goals: set[int], nodes: Iterable[int], clear: Callable[[int, int], bool]
    ) -> list[int]:
        """Return the stops after `start` to the nearest goal, none where none is in reach."""
        came = {start: 0}
        waiting = deque([start])
        while waiting:
            here = waiting.popleft()
            for node in sorted(nodes, key=lambda other: self._far(here, other)):
                if node not in came and clear(here, node):
                    came[node] = here
                    if node in goals:
                        way = [node]
                        while came[way[-1]] != start:
                            way.append(came[way[-1]])
                        return way[::-1]
                    waiting.append(node)
        return []

    def _far(self, one: int, other: int) -> float:
        here, there = self.hand.inside(one), self.hand.inside(other)
        return float(np.hypot(here[0] - there[0], here[1] - there[1]))

    def _correct(self, gesture: Gesture) -> None:
        hand = self.hand
        hand.effort.decisions += 1
        if gesture.choice >= 0:
            hand.point(gesture.segments[0])
            hand.key(CHOICE_KEYS[gesture.choice])
        elif len(gesture.stops) > 1 and hand.frame.color[gesture.stops[0]] == gesture.color:
            hand.drag([hand.inside(segment) for segment in gesture.stops], CTRL)
        else:
            hand.take(gesture.color)
            if gesture.alike:
                hand.click(gesture.segments[0], SHIFT)
            elif len(gesture.stops) > 1:
                hand.drag([hand.inside(segment) for segment in gesture.stops])
            else:
                hand.click(gesture.segments[0])
        done = hand.frame.color[list(gesture.segments)]
        assert (done == gesture.color).all(), f"{gesture} did not do it"
        hand.settle()

    def _walk(self, truth: NDArray[np.int32]) -> None:
        """Go through the doubtful of this frame by keys alone."""
        hand, window = self.hand, self.hand.window
        here = window.desk.frame_index
        while len(doubtful_ids(hand.frame)):
            segment = window.canvas.current_segment
            if segment not in doubtful_ids(hand.frame):
                window.canvas.setFocus()
                hand.key(Qt.Key.Key_N)
                segment = window.canvas.current_segment
            if window.desk.frame_index == here:
                self._judge(segment, truth)
            while window.desk.frame_index != here:
                # The walk goes on to frames that this painter has not come to yet.
                ahead = window.desk.frame_index > here
                hand.key(Qt.Key.Key_F if ahead else Qt.Key.Key_G)
                hand.settle()

    def _judge(self, segment: int, truth: NDArray[np.int32]) -> None:
        """Decide on a segment of the walk: accept it, choose another colour, or fill it."""
        hand = self.hand
        hand.effort.decisions += 1
        offered = hand.window.chooser.offered(segment)
        if truth[segment] in (UNKNOWN, hand.frame.color[segment]):
            hand.key(Qt.Key.Key_Return)
        elif truth[segment] in offered:
            hand.key(CHOICE_KEYS[offered.index(int(truth[segment]))])
        else:
            hand.take(int(truth[segment]))
            hand.click(segment)
        hand.settle()


def table(session: Session) -> Iterator[str]:
    """Yield the lines of the report."""
    yield "| frame | segments | wrong at first | clicks and keys | seconds |"
    yield "| --- | --- | --- | --- | --- |"
    for cost in session.costs:
        yield (
            f"| {cost.name} | {cost.segments} | {cost.wrong} | {cost.acts} | {cost.seconds:.0f} |"
        )
    effort = session.hand.effort
    segments = sum(cost.segments for cost in session.costs)
    yield (
        f"| all | {segments} | {sum(cost.wrong for cost in session.costs)} | {effort.acts} "
        f"| {effort.seconds:.0f} |"
    )
    yield ""
    yield (
        f"{effort.acts} acts ({effort.clicks} clicks, {effort.drags} strokes, {effort.keys} keys), "
        f"{effort.notches} notches of the wheel, against {segments} clicks of plain bucket "
        f"filling: {effort.acts / segments:.1%}. {effort.decisions} decisions; "
        f"{effort.waited:.1f} s of the {effort.seconds:.0f} s are waits."
    )
    if session.missing:
        yield f"{session.missing} segments have colours that the sheet lacks; they were left out."


def main() -> None:
    """Print what a clip costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clip", type=Path)
    parser.add_argument("--engine")
    parser.add_argument("--model")
    parser.add_argument("--walk", action="store_true", help="by keys through the doubtful first")
    options = parser.parse_args()

    def build() -> Engine:
        return make_engine(options.engine, EngineRequest(model=options.model))

    make_application()
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as home:
        # Nothing that the painter of this machine remembers may change what is measured.
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = str(Path(home) / name.lower())
        with open_window(lambda settings: build()) as hand:
            # Other programs may keep the worker waiting; the waits are counted apart.
            hand.patience = 600.0
            session = Session(hand, options.clip, options.walk)
            session.run()
            print("\n".join(table(session)))
    print(f"The script itself took {time.monotonic() - begin:.0f} s.")


if __name__ == "__main__":
    main()
