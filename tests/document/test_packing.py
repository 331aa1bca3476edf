"""Label maps squeezed and back."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from paintassist.core.lines import Ink
from paintassist.core.retouch import Retouch, TraceStroke, apply_retouch
from paintassist.core.segments import segment
from paintassist.document.packing import pack_segments, unpack_segments
from tests.drawing import inks

BOX = """
    ........
    .######.
    .#....#.
    .#....#.
    .######.
    ........
"""


@given(arrays(np.uint8, (6, 8), elements={"min_value": 0, "max_value": 190}))
def test_guides_on_paper_are_kept_with_the_inks(guides: NDArray[np.uint8]) -> None:
    drawn = inks(BOX)
    found = unpack_segments(pack_segments(replace(segment(drawn), guides=guides)))
    np.testing.assert_array_equal(found.inks, drawn)
    wanted = np.where(drawn == Ink.NONE, guides, 0)
    if wanted.any():
        np.testing.assert_array_equal(found.guides, wanted)
    else:
        assert found.guides is None


def test_guides_and_a_retouch_live_together() -> None:
    guides = np.zeros((6, 8), np.uint8)
    guides[2:4, 2:6] = 3
    segments = replace(segment(inks(BOX)), guides=guides)
    trace = TraceStroke(Ink.BLUE, 1, ((4, 2), (4, 3)))
    now = apply_retouch(segments, Retouch(traces=(trace,)))
    found = unpack_segments(pack_segments(now))
    np.testing.assert_array_equal(found.inks, now.inks)
    np.testing.assert_array_equal(found.drawn_inks, inks(BOX))
    assert found.guides is not None
    assert found.guides[2].tolist() == [0, 0, 3, 3, 0, 3, 0, 0]
