"""Optical flow between line drawings as a cue: where a segment's pixels went.

DIS flow (Kroeger et al. 2016, as OpenCV implements it) on blurred lines and distance
transforms, since bare lines have no texture to follow.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.bands import bands
from paintassist.core.calibration import IDENTITY
from paintassist.core.lines import Ink
from paintassist.core.segments import Segments
from paintassist.engines.base import Features
from paintassist.engines.keys import content_key

NAME = "flow"
SIDE = 320
# A pair of cels keeps some hundred shares, so this many pairs are a few hundred megabytes.
CACHED_PAIRS = 50_000


@dataclass(frozen=True, eq=False)
class FlowFeatures(Features):
    """A small picture to track, and the label map at its size.

    Attributes
    ----------
    picture : (SIDE, SIDE) uint8
        Blurred lines and distance to the nearest line, cropped to the drawing.
    labels : (SIDE, SIDE) uint16 or int32
        0 = line.
    """

    picture: NDArray[np.uint8]
    labels: NDArray[np.integer[Any]]


@dataclass(frozen=True, eq=False)
class FlowOverlap:
    """Where the segments of one drawing went in another; most pairs share nothing.

    Attributes
    ----------
    count : int
        N, segments of the target.
    starts : (M + 1,) int32
        The shares of reference segment j lie at starts[j]:starts[j + 1], of ...
    target : (E,) int32
        ... these rows of the target.
    share : (E,) float32
        Share of the target segment's pixels.
    """

    count: int
    starts: NDArray[np.int32]
    target: NDArray[np.int32]
    share: NDArray[np.float32]

    def dense(self, rows: NDArray[np.int64] | None = None) -> NDArray[np.float32]:
        """Return (N, M) float32, or the columns of some reference rows."""
        if rows is None:
            rows = np.arange(len(self.starts) - 1)
        first, length = self.starts[rows], np.diff(self.starts)[rows]
        column = np.repeat(np.arange(len(rows)), length)
        entry = np.arange(len(column)) - np.repeat(np.cumsum(length) - length, length)
        entry += np.repeat(first, length)
        result = np.zeros((self.count, len(rows)), np.float32)
        result[self.target[entry], column] = self.share[entry]
        return result


class FlowEngine:
    """Compares segments by how many pixels optical flow carries from one to the other."""

    name = NAME
    model = ""
    temperature = 0.1
    unknown = 0.1
    voting: float | None = None
    relays = False
    calibration = IDENTITY

    def __init__(self) -> None:
        self._overlaps: OrderedDict[tuple[str, str], FlowOverlap] = OrderedDict()

    def encode(self, segments: Segments) -> FlowFeatures:
        """See `Engine.encode`."""
        labels, picture = shrink(segments)
        return FlowFeatures(content_key(segments), segments.count, picture, labels)

    def similarity(
        self,
        target: Features,
        reference: Features,
        rows: NDArray[np.int64] | None = None,
    ) -> NDArray[np.float32]:
        """Return the share of each target segment that flow carries into each reference one."""
        assert isinstance(target, FlowFeatures)
        assert isinstance(reference, FlowFeatures)
        pair = (target.key, reference.key)
        overlap = self._overlaps.get(pair)
        if overlap is None:
            overlap = flow_overlap(target, reference)
            self._overlaps[pair] = overlap
            if len(self._overlaps) > CACHED_PAIRS:
                self._overlaps.popitem(last=False)
        return overlap.dense(rows)


def shrink(segments: Segments) -> tuple[NDArray[np.integer[Any]], NDArray[np.uint8]]:
    """Return the label map and the picture to track at SIDE x SIDE, cropped to the drawing."""
    inks, labels = segments.inks, segments.labels
    rows, cols = np.flatnonzero(inks.any(axis=1)), np.flatnonzero(inks.any(axis=0))
    top, bottom = (rows[0], rows[-1] + 1) if len(rows) else (0, inks.shape[0])
    left, right = (cols[0], cols[-1] + 1) if len(cols) else (0, inks.shape[1])
    margin = SIDE // 16
    scale = (SIDE - 2 * margin) / max(bottom - top, right - left)
    warp = np.array(
        [
            [scale, 0, SIDE / 2 - scale * (left + right) / 2],
            [0, scale, SIDE / 2 - scale * (top + bottom) / 2],
        ]
    )
    # Thin lines on a large frame fade when they are shrunk; dilating first keeps them.
    lines = _thickened(inks, max(1, round(1 / scale)))
    line = cv2.warpAffine(lines, warp, (SIDE, SIDE), flags=cv2.INTER_LINEAR)
    del lines
    # Ids as they lie in memory: the nearest one is copied, whatever number it would be.
    background = np.array(segments.background, labels.dtype).view(np.float32)
    small = cv2.warpAffine(
        labels.view(np.float32),
        warp,
        (SIDE, SIDE),
        flags=cv2.INTER_NEAREST,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=float(background),
    ).view(labels.dtype)
    bare = (line < 0.5).astype(np.uint8)
    far = np.minimum(cv2.distanceTransform(bare, cv2.DIST_L2, 3), 24) / 24
    soft = cv2.GaussianBlur(line, (0, 0), 1.5)
    picture = np.clip(255 * (0.6 * far + 0.4 * (1 - np.minimum(soft, 1))), 0, 255)
    kind = np.uint16 if segments.count < 2**16 else np.int32
    return small.astype(kind), picture.astype(np.uint8)


def _thickened(inks: NDArray[np.uint8], width: int) -> NDArray[np.float32]:
    """Return (H, W) float32: 1 where a square of `width` pixels around holds a line, else 0."""
    thick = np.empty(inks.shape, np.float32)
    for rows in bands(*inks.shape):
        first = max(rows.start - width, 0)
        part = (inks[first : rows.stop + width] > Ink.NONE).view(np.uint8)
        part = np.asarray(cv2.dilate(part, np.ones((width, width), np.uint8)), np.uint8)
        thick[rows] = part[rows.start - first : rows.stop - first]
    return thick


def flow_overlap(target: FlowFeatures, reference: FlowFeatures) -> FlowOverlap:
    """Return which share of each target segment lands in which reference segment."""
    dis = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    still = np.zeros((SIDE, SIDE, 2), np.float32)
    flow = dis.calc(target.picture, reference.picture, still)
    rows, cols = np.nonzero(target.labels)
    x = np.clip(np.rint(cols + flow[rows, cols, 0]), 0, SIDE - 1).astype(np.int64)
    y = np.clip(np.rint(rows + flow[rows, cols, 1]), 0, SIDE - 1).astype(np.int64)
    start = target.labels[rows, cols].astype(np.int64)
    end = reference.labels[y, x].astype(np.int64)
    landed = end > 0
    # Sorted by reference segment, so that one reference row is one slice.
    key, votes = np.unique(end[landed] * (target.count + 1) + start[landed], return_counts=True)
    one, other = key % (target.count + 1), key // (target.count + 1)
    total = np.bincount(one, votes, target.count + 1)
    starts = np.searchsorted(other, np.arange(1, reference.count + 2))
    return FlowOverlap(
        target.count,
        starts.astype(np.int32),
        (one - 1).astype(np.int32),
        (votes / total[one]).astype(np.float32),
    )
