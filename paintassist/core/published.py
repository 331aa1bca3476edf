"""Segments, colours and paint exactly as the published program makes them (docs/compat.md)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.label_maps import renumber
from paintassist.core.lines import Ink, LineSettings
from paintassist.core.references import most_frequent
from paintassist.core.segments import Segments, segments_from_labels

NEIGHBOURS = ((-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1))


@dataclass(frozen=True)
class PublishedLines(LineSettings):
    """Asks for drawings to be read as the published program reads them."""


@dataclass(frozen=True, eq=False)
class PublishedSegments(Segments):
    """Segments in the published program's numbering, with the drawing as it was.

    Attributes
    ----------
    pixels : (H, W, 4) uint8
        Straight alpha.
    """

    pixels: NDArray[np.uint8]

    @cached_property
    def key(self) -> str:
        """See `Segments.key`; drawings that differ in any pixel differ."""
        digest = hashlib.blake2b(b"published", digest_size=16)
        digest.update(str(self.labels.shape).encode())
        digest.update(np.ascontiguousarray(self.labels).data)
        digest.update(np.ascontiguousarray(self.pixels).data)
        return digest.hexdigest()


def published_segments(pixels: NDArray[np.uint8], has_alpha: bool) -> PublishedSegments:
    """Segment a drawing.

    Parameters
    ----------
    pixels : (H, W, 4) uint8
        Straight alpha.
    has_alpha : bool
        Whether the file has an alpha channel: then every pixel that is not fully transparent
        is line, else every pixel that is not pure white.
    """
    line: NDArray[np.bool_] = np.asarray(
        pixels[..., 3] > 0 if has_alpha else (pixels[..., :3] < 255).any(axis=2)
    )
    wide = pixels[..., :3].astype(np.int32)
    color = np.where(line, (wide[..., 0] << 16) | (wide[..., 1] << 8) | wide[..., 2], 0)
    del wide
    _, found = cv2.connectedComponents((~line).astype(np.uint8), connectivity=4, ltype=cv2.CV_32S)
    labels = renumber(found.astype(np.int32, copy=False))
    if color.any():
        _merge_trace_lines(labels, _trace_lines(color))
    inks = np.where(line, np.uint8(Ink.BLACK), np.uint8(Ink.NONE))
    inks[color > 0] = Ink.RED
    facts = segments_from_labels(labels, inks)
    return PublishedSegments(labels, inks, facts.area, facts.bbox, facts.centroid, pixels)


def published_colors(segments: Segments, painting: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the most frequent RGBA of each segment, the smallest on a tie.

    Every pixel counts, and transparent colours are told apart by their RGB.

    Parameters
    ----------
    segments : Segments
    painting : (H, W, 4) uint8
        Of the same size.

    Returns
    -------
    (count, 4) uint8
    """
    packed = np.ascontiguousarray(painting).view(">u4")[..., 0].astype(np.uint32)
    _, colors = most_frequent(segments.labels, packed)
    return np.ascontiguousarray(colors.astype(">u4")).view(np.uint8).reshape(-1, 4)


def published_composite(
    segments: PublishedSegments, colors: NDArray[np.uint8]
) -> NDArray[np.uint8]:
    """Paint the segments, keep pure black line pixels as they were, clear everything else.

    Parameters
    ----------
    segments : PublishedSegments
    colors : (count + 1, 4) uint8
        Row 0 is ignored.

    Returns
    -------
    (H, W, 4) uint8
    """
    table = colors.copy()
    table[0] = 0
    painted: NDArray[np.uint8] = table[segments.labels]
    black = segments.inks == Ink.BLACK
    painted[black] = segments.pixels[black]
    return painted


def _trace_lines(color: NDArray[np.int32]) -> NDArray[np.int32]:
    """Number the 8-connected lines of one colour by colour, then in scan order; 0 = none.

    Row-wise runs are joined, so the work grows with the lines and not with their pixels.
    """
    height, width = color.shape
    start = np.ones((height, width), np.bool_)
    np.not_equal(color[:, 1:], color[:, :-1], out=start[:, 1:])
    flat = np.flatnonzero(start)
    run_color = color.ravel()[flat]
    numbers = np.arange(len(flat), dtype=np.int32)
    run = np.repeat(numbers, np.diff(flat, append=color.size)).reshape(height, width)
    one, other = [], []
    for left in (-1, 0, 1):
        upper = np.s_[:-1, max(0, left) : width + min(0, left)]
        lower = np.s_[1:, max(0, -left) : width + min(0, -left)]
        touching = (color[upper] == color[lower]) & (color[upper] > 0)
        # Two runs need to be joined once: where the later of them begins.
        begins = start[upper] | start[lower]
        begins[:, :1] = True
        touching &= begins
        one.append(run[upper][touching])
        other.append(run[lower][touching])
    first = _joined(len(flat), np.concatenate(one), np.concatenate(other))
    firsts = np.flatnonzero((first == np.arange(len(flat))) & (run_color > 0))
    number = np.zeros(len(flat), np.int32)
    number[firsts[np.argsort(run_color[firsts], kind="stable")]] = np.arange(1, len(firsts) + 1)
    return number[first][run]


def _joined(count: int, one: NDArray[np.int32], other: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return the smallest member of each item's group; `one` and `other` are joined pairs."""
    first = np.arange(count)
    while True:
        here, there = first[one], first[other]
        if np.array_equal(here, there):
            return first
        np.minimum.at(first, np.maximum(here, there), np.minimum(here, there))
        while not np.array_equal(first, first[first]):
            first = first[first]


def _merge_trace_lines(labels: NDArray[np.int32], lines: NDArray[np.int32]) -> None:
    """Give each trace line, in turn, to the label that most pixels around it have, in place.

    Lines given away before count with the label they got; of labels with equally many
    pixels the lowest wins, and a line without any becomes a label of its own.
    """
    regions, count = int(labels.max()), int(lines.max())
    line, target = _touched(labels, lines, regions)
    key, votes = np.unique(line * (regions + count + 1) + target, return_counts=True)
    line, target = key // (regions + count + 1), key % (regions + count + 1)
    # The label of each region, then of each line.
    label = np.arange(regions + count + 1)
    label[regions + 1 :] = 0
    alone = np.ones(count + 1, np.bool_)
    alone[line] = False
    alone[0] = False
    label[regions + np.flatnonzero(alone)] = np.arange(regions + 1, regions + 1 + alone.sum())
    order = np.lexsort((target, -votes, line))
    by_votes = order[np.diff(line[order], prepend=0) > 0]
    label[regions + line[by_votes]] = target[by_votes]
    # What touches a line that was given away before has to wait for its label.
    waiting = np.unique(line[target > regions])
    begin, end = np.searchsorted(line, waiting), np.searchsorted(line, waiting, side="right")
    for at, first, last in zip(waiting.tolist(), begin.tolist(), end.tolist(), strict=True):
        seen: dict[int, int] = {}
        for near, pixels in zip(
            label[target[first:last]].tolist(), votes[first:last].tolist(), strict=True
        ):
            seen[near] = seen.get(near, 0) + pixels
        label[regions + at] = min(seen, key=lambda near: (-seen[near], near))
    traced = lines > 0
    labels[traced] = label[regions + lines[traced]]


def _touched(
    labels: NDArray[np.int32], lines: NDArray[np.int32], regions: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """List, for each line, the pixels around it that have a label by its turn.

    Returns
    -------
    line : (K,) int64
    target : (K,) int64
        The pixel's region, or `regions` + the number of its line.
    """
    height, width = lines.shape
    target = np.where(lines > 0, regions + lines, labels)
    keys = []
    for down, right in NEIGHBOURS:
        here = np.s_[max(0, -down) : height - max(0, down), max(0, -right) : width - max(0, right)]
        there = np.s_[max(0, down) : height + min(0, down), max(0, right) : width + min(0, right)]
        line, near = lines[here], target[there]
        row, column = np.nonzero((line > 0) & (near > 0) & (near < regions + line))
        pixel = (row + max(0, down)) * width + column + max(0, right)
        keys.append(line[row, column].astype(np.int64) * target.size + pixel)
    key = np.unique(np.concatenate(keys))
    return key // target.size, target.ravel()[key % target.size].astype(np.int64)
