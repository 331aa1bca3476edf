"""Whatever a painter draws: the map stays whole, the file's drawing is had back, all is kept."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from paintassist.core.lines import Ink
from paintassist.core.retouch import Retouch, TraceStroke, apply_retouch, continued
from paintassist.document.packing import pack_segments, unpack_segments
from paintassist.io.retouch_json import retouch_from_json, retouch_to_json
from tests.core.rooms import ROOMS

places = st.tuples(st.integers(-3, 24), st.integers(-3, 10))
strokes = st.lists(places, min_size=1, max_size=4).map(tuple)
several = st.lists(strokes, max_size=3).map(tuple)
traces = st.builds(
    TraceStroke,
    st.sampled_from((Ink.NONE, Ink.RED, Ink.BLUE, Ink.GREEN)),
    st.integers(1, 4),
    strokes,
)
retouches = st.builds(
    Retouch,
    st.integers(0, 5),
    several,
    several,
    several,
    st.lists(traces, max_size=3).map(tuple),
    several,
)


@given(retouches)
@settings(deadline=None, max_examples=60)
def test_a_retouch_survives_its_file(retouch: Retouch) -> None:
    assert retouch_from_json(retouch_to_json(retouch)) == retouch


@given(retouches, retouches)
@settings(deadline=None, max_examples=60)
def test_every_retouch_can_follow_every_other(first: Retouch, second: Retouch) -> None:
    one = apply_retouch(ROOMS, first)
    two = apply_retouch(one, second)
    assert np.array_equal(two.drawn_inks, ROOMS.inks)
    # Main lines belong to nobody, everything else to somebody, and no number is left out.
    assert np.array_equal(two.labels == 0, two.inks == Ink.BLACK)
    assert set(np.unique(two.labels)) - {0} == set(range(1, two.count + 1))
    partner = continued(one, two.labels)
    assert len(partner) == two.count + 1
    real = partner[partner > 0]
    assert len(np.unique(real)) == len(real)
    packed = unpack_segments(pack_segments(two))
    assert np.array_equal(packed.labels, two.labels)
    assert np.array_equal(packed.inks, two.inks)
    assert np.array_equal(packed.drawn_inks, two.drawn_inks)
    # What was drawn on the way does not matter, only what is drawn in the end.
    direct = apply_retouch(ROOMS, second)
    assert direct.count == two.count
    assert np.array_equal(direct.inks, two.inks)
