from __future__ import annotations

import numpy as np

from paintassist.core.segments import Segments, segment
from paintassist.document.neighbours import Neighbours
from tests.ui.clip import centres, draw


def drawn(shift: int, star: bool = True) -> Segments:
    return segment((draw(shift, star)[..., 0] < 128).astype(np.uint8))


def at(segments: Segments, name: str, shift: int) -> int:
    x, y = centres(shift)[name]
    return int(segments.labels[y, x])


def test_shapes_that_move_are_followed():
    before, after = drawn(0), drawn(6)
    partner = Neighbours().partners(before, after)
    assert partner[0] == 0
    for name in ("square", "disc", "bar", "star"):
        assert partner[at(after, name, 6)] == at(before, name, 0)


def test_what_was_not_there_has_no_partner():
    before, after = drawn(0, star=False), drawn(0)
    partner = Neighbours().partners(before, after)
    assert partner[at(after, "star", 0)] == 0
    assert partner[at(after, "square", 0)] == at(before, "square", 0)
    found = partner[partner > 0]
    assert len(found) == len(set(found.tolist()))


def test_nothing_has_no_partners():
    solid = segment(np.ones((4, 4), np.uint8))
    assert Neighbours().partners(solid, drawn(0))[1:].sum() == 0
