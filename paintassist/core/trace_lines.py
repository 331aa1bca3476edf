"""Trace lines: which segment the pixels of a coloured line belong to."""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.label_maps import find_runs
from paintassist.core.lines import Ink, TraceRule, TraceSetting


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
        Components of non-line pixels; changed in place at trace pixels only.
    inks : (H, W) uint8
    traces : mapping of Ink to TraceSetting
    """
    runs = find_runs(labels)
    area = np.bincount(runs.label, runs.length).astype(np.int64)
    fresh = len(area)
    # Written at the end, because lines go to regions, not to other lines.
    found: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []
    for ink in (Ink.RED, Ink.GREEN, Ink.BLUE):
        mask = (inks == ink).view(np.uint8)
        if not mask.any():
            continue
        setting = traces.get(ink)
        rule = setting.rule if setting else TraceRule.SMALLEST
        lines_count, line_of = cv2.connectedComponents(mask, connectivity=8, ltype=cv2.CV_32S)
        pixels = np.flatnonzero(mask)
        line_ids = line_of.ravel()[pixels].astype(np.int64)
        winner = np.zeros(lines_count, np.int64)
        if rule is not TraceRule.OWN:
            rows, cols = np.divmod(pixels, labels.shape[1])
            winner = _winning_regions(labels, area, rule, rows, cols, line_ids, lines_count)
        alone = np.flatnonzero(winner[1:] == 0) + 1
        winner[alone] = np.arange(fresh, fresh + len(alone))
        fresh += len(alone)
        found.append((pixels, winner[line_ids]))
    for pixels, region in found:
        np.put(labels, pixels, region)


def _winning_regions(
    labels: NDArray[np.int32],
    area: NDArray[np.int64],
    rule: TraceRule,
    rows: NDArray[np.int64],
    cols: NDArray[np.int64],
    line_ids: NDArray[np.int64],
    lines_count: int,
) -> NDArray[np.int64]:
    """Choose the region of each trace line; (lines_count,) int64, 0 = touches none."""
    height, width = labels.shape
    touched: list[NDArray[np.int64]] = []
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            y, x = rows + dy, cols + dx
            inside = (y >= 0) & (y < height) & (x >= 0) & (x < width)
            near = labels[y[inside], x[inside]].astype(np.int64)
            pixel = y[inside] * width + x[inside]
            key = line_ids[inside]
            keep = near > 0
            # One vote per (trace line, region pixel), however many line pixels touch it.
            touched.append(key[keep] * (height * width) + pixel[keep])
    pairs = np.unique(np.concatenate(touched))
    line = pairs // (height * width)
    region = labels.ravel()[pairs % (height * width)].astype(np.int64)
    votes_key, votes = np.unique(line * len(area) + region, return_counts=True)
    line, region = votes_key // len(area), votes_key % len(area)
    weight = {
        TraceRule.SMALLEST: area[region],
        TraceRule.LARGEST: -area[region],
        TraceRule.TOUCHING: -votes,
    }[rule]
    order = np.lexsort((region, weight, line))
    line, region = line[order], region[order]
    first = np.flatnonzero(np.diff(line, prepend=-1))
    winner = np.zeros(lines_count, np.int64)
    winner[line[first]] = region[first]
    return winner
