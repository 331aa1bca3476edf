"""Optical flow as a cue."""

import numpy as np
import pytest

from paintassist.engines import flow
from paintassist.engines.flow import SIDE, FlowEngine, shrink
from tests.drawing import cel
from tests.engines.figures import figure, part_ids


def test_a_small_movement_is_followed():
    engine = FlowEngine()
    sheet, frame = figure(), figure(2, 1)
    share = engine.similarity(engine.encode(frame), engine.encode(sheet))
    found = share.argmax(axis=1) + 1
    wanted = dict(zip(part_ids(frame, 2, 1), part_ids(sheet), strict=True))
    assert {part: int(found[part - 1]) for part in wanted} == wanted


def test_shares_are_shares():
    engine = FlowEngine()
    share = engine.similarity(engine.encode(figure()), engine.encode(figure(1, 3)))
    assert share.dtype == np.float32
    assert (share >= 0).all()
    assert (share.sum(axis=1) <= 1 + 1e-5).all()


def test_a_pair_is_compared_once(monkeypatch):
    engine = FlowEngine()
    one, other = engine.encode(figure()), engine.encode(figure(3, 0))
    whole = engine.similarity(one, other)
    monkeypatch.setattr(flow, "flow_overlap", None)
    rows = np.array([2, 0])
    assert np.array_equal(engine.similarity(one, other, rows), whole[:, rows])


def test_the_oldest_pairs_are_forgotten(monkeypatch):
    monkeypatch.setattr(flow, "CACHED_PAIRS", 2)
    compared = []

    real = flow.flow_overlap

    def count_pairs(target, reference):
        compared.append(reference.key)
        return real(target, reference)

    monkeypatch.setattr(flow, "flow_overlap", count_pairs)
    engine = FlowEngine()
    pages = [engine.encode(cel("." * width)) for width in (3, 4, 5)]
    for index in (0, 1, 2, 2, 1, 0):
        engine.similarity(pages[0], pages[index])
    assert len(compared) == 4


def test_any_rows_of_a_pair_are_columns_of_the_whole():
    engine = FlowEngine()
    one, other = engine.encode(figure()), engine.encode(figure(2, 2))
    whole = engine.similarity(one, other)
    for rows in ([], [4], [1, 1, 0], list(range(other.count))):
        picked = engine.similarity(one, other, np.array(rows, np.int64))
        assert np.array_equal(picked, whole[:, rows])


@pytest.mark.parametrize("text", ["####", "....", ".", "#", ".#.\n#.#"])
def test_tiny_and_bare_drawings(text):
    drawn = cel(text)
    labels, picture = shrink(drawn)
    assert labels.shape == picture.shape == (SIDE, SIDE)
    assert labels.max(initial=0) <= drawn.count
    engine = FlowEngine()
    features = engine.encode(drawn)
    assert engine.similarity(features, features).shape == (drawn.count, drawn.count)


def test_thin_lines_survive_shrinking():
    labels, picture = shrink(figure(scale=16))
    head, body = part_ids(figure(scale=16), scale=16)[:2]
    assert (labels == head).any()
    assert (labels == body).any()
    assert picture.min() < 80
