"""Label maps: runs, numbers in scan order, who lies beside whom."""

import numpy as np
from hypothesis import given

from paintassist.core.label_maps import renumber
from paintassist.core.runs import find_runs
from paintassist.core.segments import segment
from tests import drawing
from tests.drawing import cel, ink_maps, show


@given(ink_maps())
def test_runs_tile_the_map(inks):
    drawn = segment(inks)
    runs = find_runs(drawn.labels)
    rebuilt = np.repeat(runs.label, runs.length).reshape(drawn.labels.shape)
    assert np.array_equal(rebuilt, drawn.labels)
    assert (runs.start + runs.length <= drawn.labels.shape[1]).all()


def test_renumber_closes_holes_and_keeps_zero():
    assert show(renumber(drawing.labels("##7\n373\n9.9"))) == "..1\n212\n3.3"


class TestAdjacency:
    def test_neighbours_share_a_line(self):
        drawn = cel("""
            ..#..
            ..#..
            ..#..
        """)
        assert drawn.adjacency.tolist() == [[1, 2, 3]]

    def test_border_is_counted_in_pixels(self):
        drawn = cel("""
            ..#....
            ..#####
            ..#....
            ..#....
            ..#....
        """)
        borders = {(a, b): border for a, b, border in drawn.adjacency.tolist()}
        assert set(borders) == {(1, 2), (1, 3), (2, 3)}
        assert borders[1, 3] > borders[1, 2]

    def test_thick_black_is_no_neighbourhood(self):
        wide = cel("." + "#" * 20 + ".")
        assert wide.count == 2
        assert len(wide.adjacency) == 0

    def test_trace_line_does_not_separate(self):
        drawn = cel("""
            ..r....
            ..r....
        """)
        assert drawn.adjacency[:, :2].tolist() == [[1, 2]]

    @given(ink_maps())
    def test_pairs_are_ordered_and_unique(self, inks):
        pairs = segment(inks).adjacency
        assert (pairs[:, 0] < pairs[:, 1]).all()
        assert (pairs[:, 0] > 0).all()
        assert (pairs[:, 2] > 0).all()
        assert len({(a, b) for a, b, _ in pairs.tolist()}) == len(pairs)
