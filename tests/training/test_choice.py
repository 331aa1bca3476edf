"""Samples have near and far drawings, and one to all of them as references."""

import numpy as np

from paintassist.training.choice import choose_decided, choose_frames, choose_references


def draws(near: int, wanted: int = 4, count: int = 10) -> list[list[int]]:
    rng = np.random.default_rng(0)
    return [choose_frames(count, near, wanted, rng).tolist() for _ in range(300)]


def test_drawings_are_distinct_and_as_many_as_wanted() -> None:
    for near in (0, 1, 3, 5, 10):
        assert all(len(set(chosen)) == len(chosen) == 4 for chosen in draws(near))


def test_few_drawings_give_few() -> None:
    assert all(sorted(chosen) == [0, 1] for chosen in draws(near=2, count=2))


def test_neighbours_far_ones_and_both_all_occur() -> None:
    found = draws(near=5)
    runs = [chosen for chosen in found if np.ptp(chosen) == 3 and max(chosen) < 5]
    apart = [chosen for chosen in found if min(np.diff(sorted(chosen))) > 1]
    mixed = [chosen for chosen in found if chosen[1] == chosen[0] + 1 < 5 and max(chosen) > 6]
    assert min(len(runs), len(apart), len(mixed)) > 10


def test_every_number_of_references_occurs() -> None:
    rng = np.random.default_rng(0)
    group = [0, 0, 0, 0, 1, 1, 2]
    counts = np.array([choose_references(group, rng).sum(axis=1) for _ in range(200)])

    assert set(counts[:, 0]) == {1, 2, 3}
    assert set(counts[:, 4]) == {1}
    assert set(counts[:, 6]) == {0}


def test_references_are_fellows_and_never_oneself() -> None:
    group = np.array([0, 0, 0, 1, 1])
    keep = choose_references(group.tolist(), np.random.default_rng(1))

    assert not keep[group[:, None] != group[None]].any()
    assert not keep.diagonal().any()


def test_some_segments_of_some_frames_are_decided() -> None:
    counts = [40] * 60
    decided = choose_decided(counts, np.random.default_rng(0)).reshape(60, 40)
    shares = decided.mean(axis=1)
    assert (shares == 0).mean() > 0.3
    assert shares.max() < 0.6
    assert 0.05 < shares.mean() < 0.15
