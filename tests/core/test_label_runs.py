"""Runs, found some rows at a time."""

from __future__ import annotations

from itertools import groupby

import numpy as np
import pytest

from paintassist.core import bands as bands_module
from paintassist.core import runs as runs_module
from paintassist.core.bands import bands
from paintassist.core.runs import find_runs, runs_of_all


@pytest.fixture(params=[1, 3, 7, 1000])
def pixels(request, monkeypatch) -> int:
    monkeypatch.setattr(runs_module, "PIXELS", request.param)
    monkeypatch.setattr(bands_module.bands, "__defaults__", (request.param,))
    return request.param


@pytest.mark.parametrize("shape", [(1, 1), (5, 1), (1, 9), (6, 7)])
def test_bands_cover_every_row_once(pixels: int, shape: tuple[int, int]) -> None:
    rows = [row for part in bands(*shape) for row in range(part.start, part.stop)]
    assert rows == list(range(shape[0]))


@pytest.mark.parametrize("shape", [(1, 1), (5, 1), (1, 9), (6, 7)])
def test_runs_are_those_of_the_whole(pixels: int, shape: tuple[int, int]) -> None:
    rng = np.random.default_rng(1)
    labels = rng.integers(0, 3, shape).astype(np.int32)
    other = rng.integers(0, 2, shape).astype(np.uint8)
    wanted = [
        (row, label, len(list(run)))
        for row, line in enumerate(labels.tolist())
        for label, run in groupby(line)
    ]
    runs = find_runs(labels)
    found = zip(runs.row.tolist(), runs.label.tolist(), runs.length.tolist(), strict=True)
    assert list(found) == wanted
    assert [int(labels[r, c]) for r, c in zip(runs.row, runs.start, strict=True)] == [
        label for _, label, _ in wanted
    ]
    both = list(zip(labels.ravel().tolist(), other.ravel().tolist(), strict=True))
    start, length = runs_of_all(labels, other)
    assert [(both[first], size) for first, size in zip(start, length, strict=True)] == [
        (pair, len(list(run))) for pair, run in groupby(both)
    ]
