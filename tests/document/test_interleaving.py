"""Painter and worker at the same time, in any order."""

from __future__ import annotations

import numpy as np
import pytest

from tests.document.painters import Interleaved


@pytest.mark.parametrize(
    ("rounds", "steps"), [(60, 25), pytest.param(500, 20, marks=pytest.mark.slow)]
)
def test_whatever_the_painter_does_meanwhile(rounds: int, steps: int) -> None:
    done, story = 0, set[str]()
    for seed in range(rounds // 5):
        desk = Interleaved(np.random.default_rng(seed))
        for _ in range(5):
            desk.round(steps)
        done += desk.steps
        story |= set(desk.story)
    assert done >= rounds * steps
    assert {"correct", "accept", "undo", "redo", "retouch", "remove sheet"} <= story
    assert {"cancel", "propose again", "switch frame", "quit and open", "land"} <= story
