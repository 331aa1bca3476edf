"""Trace lines: which pixels are one line, and to which region each line belongs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from paintassist.core.lines import Ink, TraceRule, TraceSetting
from paintassist.core.runs import Runs, beside, components, find_runs

TRACES = (Ink.RED, Ink.GREEN, Ink.BLUE)


def assign_trace_lines(
    labels: NDArray[np.int32],
    inks: NDArray[np.uint8],
    traces: Mapping[Ink, TraceSetting],
) -> None:
    """Write the region of every trace-line pixel into `labels`, in place.

    Each 8-connected trace line of one colour goes as a whole to one region among those it
    touches. A line without any region beside it becomes a segment of its own.

    Parameters
    ----------
    labels : (H, W) int32
        Regions of non-line pixels, 0 elsewhere; changed in place at trace pixels only.
    inks : (H, W) uint8
    traces : mapping of Ink to TraceSetting
    """
    if inks.max(initial=0) <= Ink.BLACK:
        return
    # Lines have no region, so that runs of both together differ in one of them.
    both = find_runs(labels * np.int64(len(Ink)) + inks)
    runs = Runs(both.row, both.start, both.length, both.label % len(Ink))
    region = regions_with_traces(runs, both.label // len(Ink), labels.shape, traces)
    traced = runs.label > Ink.BLACK
    values = np.repeat(region[traced], runs.length[traced])
    labels[inks > Ink.BLACK] = values


def regions_with_traces(
    runs: Runs,
    region: NDArray[np.int64],
    shape: tuple[int, ...],
    traces: Mapping[Ink, TraceSetting],
) -> NDArray[np.int64]:
    """Return the region of each run, those of trace lines included; see `assign_trace_lines`.

    Parameters
    ----------
    runs : Runs
        Of inks; their labels are values of `Ink`.
    region : (R,) int64
        Above 0 on open runs, 0 on lines.
    shape : (H, W)
    traces : mapping of Ink to TraceSetting
    """
    # Lines go to regions, not to other lines, so all of them look at `region`.
    result = region.copy()
    area = np.bincount(region, runs.length).astype(np.int64)
    fresh = len(area)
    for ink in TRACES:
        chosen = runs.label == ink
        if not chosen.any():
            continue
        setting = traces.get(ink)
        rule = setting.rule if setting else TraceRule.SMALLEST
        line = components(runs, chosen, shape, corners=True)
        if rule is TraceRule.OWN:
            winner = np.zeros(int(line.max()) + 1, np.int64)
        elif rule is TraceRule.TOUCHING:
            winner = _most_touched(runs, region, line, shape)
        else:
            winner = _by_size(runs, region, line, area, rule, shape[1])
        alone = np.flatnonzero(winner[1:] == 0) + 1
        winner[alone] = np.arange(fresh, fresh + len(alone))
        fresh += len(alone)
        result[chosen] = winner[line[chosen]]
    return result


def _by_size(
    runs: Runs,
    region: NDArray[np.int64],
    line: NDArray[np.int64],
    area: NDArray[np.int64],
    rule: TraceRule,
    width: int,
) -> NDArray[np.int64]:
    """Choose the smallest or largest region that each line touches, 0 where there is none."""
    by_size = np.argsort(area if rule is TraceRule.SMALLEST else -area, kind="stable")
    by_size = np.append(by_size[by_size > 0], 0)
    rank = np.empty(len(area), np.int64)
    rank[by_size] = np.arange(len(area))
    winner = np.full(int(line.max()) + 1, len(area) - 1)
    traced, bare = np.flatnonzero(line), np.flatnonzero(region)
    for rows in (-1, 0, 1):
        one, other = beside(runs, traced, bare, width, 1, rows)
        np.minimum.at(winner, line[traced[one]], rank[region[bare[other]]])
    return by_size[winner]


def _most_touched(
    runs: Runs, region: NDArray[np.int64], line: NDArray[np.int64], shape: tuple[int, ...]
) -> NDArray[np.int64]:
    """Choose the region of which each line touches most pixels, 0 where there is none."""
    labels = np.repeat(region, runs.length)
    traced = np.flatnonzero(line)
    length = runs.length[traced]
    number = np.repeat(line[traced], length)
    flat = runs.row[traced] * shape[1] + runs.start[traced]
    pixels = np.repeat(flat - np.cumsum(length) + length, length) + np.arange(len(number))
    touched = []
    for near in _around(pixels, shape):
        keep = labels[near] > 0
        # One vote per line and region pixel, however many line pixels touch it.
        touched.append(number[keep] * labels.size + near[keep])
    pairs = np.unique(np.concatenate(touched))
    regions = int(labels.max()) + 1
    key, votes = np.unique(
        pairs // labels.size * regions + labels[pairs % labels.size], return_counts=True
    )
    voter, chosen = key // regions, key % regions
    order = np.lexsort((chosen, -votes, voter))
    voter, chosen = voter[order], chosen[order]
    leads = np.flatnonzero(np.diff(voter, prepend=-1))
    winner = np.zeros(int(line.max()) + 1, np.int64)
    winner[voter[leads]] = chosen[leads]
    return winner


def _around(pixels: NDArray[np.int64], shape: tuple[int, ...]) -> Iterator[NDArray[np.int64]]:
    """Yield the pixels of the 3 x 3 square around each pixel, one place after the other.

    Beyond the border the nearest pixel of the square stands in.
    """
    height, width = shape
    row, column = np.divmod(pixels, width)
    sides = [np.maximum(column - 1, 0), column, np.minimum(column + 1, width - 1)]
    for near in (np.maximum(row - 1, 0), row, np.minimum(row + 1, height - 1)):
        for side in sides:
            yield near * width + side
