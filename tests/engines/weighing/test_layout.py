"""Who borders on whom, and how much."""

import numpy as np

from paintassist.core.lines import Ink
from paintassist.core.segments import segment
from paintassist.engines.weighing.layout import layout_of
from tests.engines.figures import figure


def test_shares_of_a_border_sum_to_one():
    layout = layout_of(figure())
    shares = layout.borders(np.arange(len(layout.place)))
    assert np.allclose(shares.sum(axis=1), 1)


def test_borders_are_the_rows_asked_for():
    layout = layout_of(figure())
    rows = np.array([2, 0, 2])
    everything = layout.borders(np.arange(len(layout.place)))
    assert np.array_equal(layout.borders(rows), everything[rows])
    assert layout.borders(rows[:0]).shape == (0, len(layout.place))


def test_a_drawing_of_one_segment_has_no_neighbours():
    layout = layout_of(segment(np.full((8, 8), int(Ink.NONE), np.uint8)))
    assert layout.borders(np.array([0])).tolist() == [[0]]
    assert layout.background == 0
