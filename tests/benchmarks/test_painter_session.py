"""The painter who is counted, on a clip drawn here."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.painter_session import Session, table
from paintassist.engines.registry import make_engine
from paintassist.ui.app import make_application
from tests.e2e.hand import open_window
from tests.ui.clip import BLUE, GREEN, RED, SHIFTS, centres, draw, make_clip, paint, write

SHAPES = {"square": RED, "disc": GREEN, "bar": BLUE, "star": BLUE}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("walk", [False, True])
def test_acts_are_counted_until_every_frame_is_right(tmp_path: Path, walk: bool):
    clip = make_clip(tmp_path / "clip")
    for number, shift in enumerate(SHIFTS, start=1):
        at = centres(shift)
        truth = paint(draw(shift), {at[name]: color for name, color in SHAPES.items()})
        write(clip / "gt" / f"A{number}.png", truth)
    make_application()
    with open_window(lambda settings: make_engine("shape"), (900, 600)) as hand:
        session = Session(hand, clip, walk)
        session.run()
        colors = [hand.document.palette.entries[int(color)].color for color in hand.frame.color[1:]]
        effort = hand.effort
    assert set(colors) == {(0, 0, 0, 0), RED, GREEN, BLUE}
    assert [cost.segments for cost in session.costs] == [5, 5, 5, 5]
    # The sheet lacks the star: whoever is told once of it must not be told four times.
    assert session.costs[0].wrong == 1
    assert sum(cost.wrong for cost in session.costs) < 4
    assert effort.acts == effort.clicks + effort.drags + effort.keys
    if not walk:
        assert effort.acts <= 1 + len(SHIFTS) + 2 * sum(cost.wrong for cost in session.costs)
    lines = list(table(session))
    assert f"| all | 20 | {sum(cost.wrong for cost in session.costs)} | {effort.acts} |" in lines[6]
