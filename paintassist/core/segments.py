"""Segments: the label map of a cel and what is known of each segment."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.label_maps import find_adjacency
from paintassist.core.lines import Ink, LineSettings
from paintassist.core.runs import Runs, components, find_runs, scan_order
from paintassist.core.trace_lines import regions_with_traces

# A crowded cel has some 3,000 segments, a page of 8192 x 8192 perhaps ten times as many. Noise has
# hundreds of thousands, and describing them would fill the memory.
MOST_SEGMENTS = 30_000


@dataclass(frozen=True)
class Segments:
    """The label map of one cel with one row of facts per segment.

    Every table has a row 0 for the line pixels, so that a label indexes it directly.

    Attributes
    ----------
    labels : (H, W) int32
        0 = line; 1..count = segments, numbered in scan order of their first pixel.
    inks : (H, W) uint8
        The line art the map came from (values of `Ink`).
    area : (count + 1,) int64
        Pixels, trace-line pixels that belong to the segment included.
    bbox : (count + 1, 4) int32
        x, y, width, height in image pixels.
    centroid : (count + 1, 2) float64
        x, y of the mean pixel.
    drawn : (H, W) uint8 or None
        The inks as the file has them, where a retouch changed some; None if none did.
    guides : (H, W) uint8 or None
        Number of the guide colour + 1 where the drawing is filled with one; None if nowhere.
    """

    labels: NDArray[np.int32]
    inks: NDArray[np.uint8]
    area: NDArray[np.int64]
    bbox: NDArray[np.int32]
    centroid: NDArray[np.float64]
    drawn: NDArray[np.uint8] | None = field(default=None, kw_only=True)
    guides: NDArray[np.uint8] | None = field(default=None, kw_only=True)

    @property
    def drawn_inks(self) -> NDArray[np.uint8]:
        """(H, W) uint8: the inks as the file has them."""
        return self.inks if self.drawn is None else self.drawn

    @property
    def count(self) -> int:
        """Number of segments, the line not counted."""
        return len(self.area) - 1

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.labels.shape[1], self.labels.shape[0]

    @cached_property
    def key(self) -> str:
        """Hash that is equal for equal label maps and inks, and else differs."""
        digest = hashlib.blake2b(digest_size=16)
        digest.update(str(self.labels.shape).encode())
        digest.update(np.ascontiguousarray(self.labels).data)
        digest.update(np.ascontiguousarray(self.inks).data)
        return digest.hexdigest()

    @cached_property
    def adjacency(self) -> NDArray[np.int64]:
        """(E, 3) int64: pairs of neighbouring ids a < b and their border in pixels."""
        return find_adjacency(self.labels)

    def borders(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        """Return every pair of neighbours from both sides.

        Returns
        -------
        one, other : (2E,) int64
            Rows (id - 1); each pair of `adjacency` comes twice, the other way round the
            second time.
        length : (2E,) float64
            Their border in pixels.
        """
        edges = self.adjacency
        one = np.concatenate([edges[:, 0], edges[:, 1]]) - 1
        other = np.concatenate([edges[:, 1], edges[:, 0]]) - 1
        return one, other, np.concatenate([edges[:, 2], edges[:, 2]]).astype(np.float64)

    @cached_property
    def background(self) -> int:
        """Id of the segment that covers most of the image border; 0 if there is none."""
        border = np.concatenate(
            [self.labels[0], self.labels[-1], self.labels[:, 0], self.labels[:, -1]]
        )
        counts = np.bincount(border, minlength=2)
        counts[0] = 0
        return int(counts.argmax())


def segments_from_labels(
    labels: NDArray[np.int32],
    inks: NDArray[np.uint8],
    drawn: NDArray[np.uint8] | None = None,
    guides: NDArray[np.uint8] | None = None,
) -> Segments:
    """Count areas, boxes and centroids of a label map in one pass.

    Parameters
    ----------
    labels : (H, W) int32, 0 = line
    inks : (H, W) uint8
    drawn, guides : (H, W) uint8, optional
        See `Segments`.
    """
    return _count(labels, inks, find_runs(labels), drawn, guides)


def _count(
    labels: NDArray[np.int32],
    inks: NDArray[np.uint8],
    runs: Runs,
    drawn: NDArray[np.uint8] | None = None,
    guides: NDArray[np.uint8] | None = None,
) -> Segments:
    """Count what `segments_from_labels` does from the runs of the label map."""
    count = int(runs.label.max(initial=0)) + 1
    area = np.bincount(runs.label, runs.length, count).astype(np.int64)
    end = runs.start + runs.length - 1
    middle = (runs.start + end) / 2
    safe = np.maximum(area, 1)
    centroid = np.stack(
        [
            np.bincount(runs.label, runs.length * middle, count) / safe,
            np.bincount(runs.label, runs.length * runs.row, count) / safe,
        ],
        axis=1,
    )
    low = np.full((count, 2), np.iinfo(np.int64).max)
    high = np.full((count, 2), -1)
    np.minimum.at(low[:, 0], runs.label, runs.start)
    np.minimum.at(low[:, 1], runs.label, runs.row)
    np.maximum.at(high[:, 0], runs.label, end)
    np.maximum.at(high[:, 1], runs.label, runs.row)
    low[high[:, 0] < 0] = 0
    bbox = np.concatenate([low, high - low + 1], axis=1).astype(np.int32)
    return Segments(labels, inks, area, bbox, centroid, drawn=drawn, guides=guides)


def segment(
    inks: NDArray[np.uint8],
    settings: LineSettings | None = None,
    guides: NDArray[np.uint8] | None = None,
) -> Segments:
    """Find the segments of a cel.

    Segments are the 4-connected components of non-line pixels; the pixels of a trace line
    are given to a neighbouring region by the rule of their colour.

    Parameters
    ----------
    inks : (H, W) uint8
        Values of `Ink`.
    settings : LineSettings, optional
        The rule per trace colour.
    guides : (H, W) uint8, optional
        See `Segments`; they part no segments, lines do.
    """
    settings = settings or LineSettings()
    drawn = find_runs(inks)
    region = components(drawn, drawn.label == Ink.NONE, inks.shape, corners=False)
    region = regions_with_traces(drawn, region, inks.shape, settings.traces)
    runs = drawn.relabelled(region)
    table = scan_order(runs)
    labels = drawn.spread(table[region], inks.shape)
    runs = Runs(runs.row, runs.start, runs.length, table[runs.label].astype(np.int64))
    return _count(labels, inks, runs, guides=guides)


def check_count(segments: Segments, path: Path) -> None:
    """Refuse drawings that are noise: no cel has that many segments.

    Raises
    ------
    InputError
        If there are more than `MOST_SEGMENTS`.
    """
    if segments.count > MOST_SEGMENTS:
        raise InputError(
            f"{path} has {segments.count:,} segments, more than the limit of {MOST_SEGMENTS:,}; "
            "check that it is clean line art or a flat painting"
        )


def mirror(segments: Segments) -> Segments:
    """Return a drawing seen in a mirror; every segment keeps its id."""
    return segments_from_labels(
        np.ascontiguousarray(segments.labels[:, ::-1]),
        np.ascontiguousarray(segments.inks[:, ::-1]),
    )
