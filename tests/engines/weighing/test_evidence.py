"""What neighbours say about a pair of segments that look alike."""

import numpy as np
import pytest

from paintassist.engines.weighing.evidence import EVIDENCE, Clues, compare, evidence
from paintassist.engines.weighing.layout import Layout

COLUMN = {name: index for index, name in enumerate(EVIDENCE)}


def row_of(places, borders):
    """Segments in a row, bordering on those named."""
    place = np.zeros((len(places), 4), np.float32)
    place[:, 0] = places
    starts = np.cumsum([0, *(len(others) for others in borders)])
    neighbour = np.array([other for others in borders for other in others], np.int64)
    share = np.concatenate([np.full(len(others), 1 / len(others)) for others in borders])
    return Layout(place, starts, neighbour, share.astype(np.float32), -1)


@pytest.fixture
def twins():
    """Two pairs of neighbours: segments 0 and 2 look alike; 1 and 3 tell them apart."""
    layout = row_of([0.0, 0.05, 0.6, 0.65], [[1], [0], [3], [2]])
    cosine = np.eye(4, dtype=np.float32)
    cosine[0, 2] = cosine[2, 0] = 1
    none = np.zeros_like(cosine)
    return layout, Clues(cosine, none, none)


def collect(layout, clues, rows=None, nearness=0.0, same=False):
    rows = np.arange(len(layout.place)) if rows is None else rows
    pair = compare(layout, layout, clues, nearness, same)
    return np.moveaxis(evidence(layout, layout, rows, pair, clues.of(rows)), 0, 2)


def test_neighbours_support_the_right_twin(twins):
    found = collect(*twins)
    support = found[..., COLUMN["support"]]
    assert support[0, 0] > 2 * support[0, 2]
    assert support[2, 2] > 2 * support[2, 0]


def test_twins_are_no_mutual_match_of_certainty(twins):
    mutual = collect(*twins)[..., COLUMN["mutual"]]
    assert mutual[1, 1] > 0.9
    assert mutual[0, 0] == pytest.approx(mutual[0, 2])
    assert mutual[0, 0] < 0.3


def test_columns_are_those_of_the_whole(twins):
    layout, clues = twins
    whole = collect(layout, clues)
    for rows in ([2], [3, 1]):
        assert np.allclose(collect(layout, clues, np.array(rows)), whole[:, rows], atol=1e-6)


def test_a_drawing_is_not_matched_with_itself(twins):
    layout, clues = twins
    found = collect(layout, clues, same=True)
    assert (found[..., COLUMN["same drawing"]] == 1).all()
    # Each twin is the other's match; support is what borders on it.
    mutual = found[..., COLUMN["mutual"]]
    assert mutual[0, 2] > 0.9
    assert found[0, 1, COLUMN["support"]] == pytest.approx(1)


def test_flow_and_nearness_are_handed_through(twins):
    layout, clues = twins
    flow = np.zeros_like(clues.flow)
    flow[1, 3] = 0.75
    found = collect(layout, Clues(clues.cosine, flow, clues.shape), nearness=0.5)
    assert found[1, 3, COLUMN["flow"]] == 0.75
    assert found[1, :, COLUMN["flow's landing"]].tolist() == [0, 0, 0, 1]
    assert found[:, 0, COLUMN["flow known"]].tolist() == [0, 1, 0, 0]
    assert (found[..., COLUMN["nearness"]] == 0.5).all()
