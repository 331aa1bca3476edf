"""The relay from the document's side: when it is asked for, and that it arrives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from paintassist.core.matching import NO_COLOR
from paintassist.document.requests import PassOn, Request
from paintassist.engines.keys import content_key
from tests.document.desk import SEGMENTS, Desk
from tests.fakes import FakeEngine, strip

RIGHT = [NO_COLOR, *range(SEGMENTS)]


@pytest.fixture
def desk() -> Iterator[Desk]:
    """f1 is like the sheet and like f2; f2 sees the sheet's segments the wrong way round."""
    keys = [content_key(strip(SEGMENTS, seed=seed)) for seed in range(3)]
    alike = np.eye(SEGMENTS, dtype=np.float32)
    tables = {(one, other): alike for one in keys for other in keys}
    tables[keys[2], keys[0]] = 0.5 * alike[::-1]
    # f0 is the drawing of the sheet itself and would show f2 its own way round.
    tables[keys[1], keys[0]] = alike
    desk = Desk(FakeEngine(tables=tables, voting=0.1, relays=True))
    yield desk
    desk.close()


def open_clip(desk: Desk) -> None:
    desk.session.start()
    desk.session.open_sheets([("design", Path("painting.png"), Path("f0.png"))])
    desk.wait(lambda: colors(desk, 2) == RIGHT)


def colors(desk: Desk, index: int) -> list[int]:
    frame = desk.document.frames[index]
    return frame.color.tolist() if frame.ready else []


def test_once_all_frames_are_there_they_tell_each_other(desk: Desk) -> None:
    asked: list[Request] = []
    post = desk.session.post

    def note(request: Request) -> None:
        asked.append(request)
        post(request)

    desk.session.post = note
    open_clip(desk)
    chains = [request.chain for request in asked if isinstance(request, PassOn)]
    assert set(chains) == {("f0", "f1", "f2")}


def test_a_frame_painted_whole_tells_those_after_it(desk: Desk) -> None:
    """f1 is painted in another order than the sheet's: f2 believes f1, and f0 the sheet."""
    open_clip(desk)
    turned = [1, 0, *range(2, SEGMENTS)]
    for segment, color in enumerate(turned, 1):
        desk.document.paint(1, [segment], color)
    desk.wait(lambda: colors(desk, 2) == [NO_COLOR, *turned])
