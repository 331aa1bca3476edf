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

from paintassist.core.lines import Ink
from paintassist.core.segments import Segments
from paintassist.engines.base import Features
from paintassist.engines.keys import content_key

NAME = "flow"
SIDE = 320
CACHED_PAIRS = 4096


@dataclass(frozen=True, eq=False)
class FlowFeatures(Features):
    """A small picture to track, and the label map at its size.

    Attributes
    ----------
    picture : (SIDE, SIDE) uint8
        Blurred lines and distance to the nearest line, cropped to the drawing.
    labels : (SIDE, SIDE) int32
        0 = line.
    """

    picture: NDArray[np.uint8]
    labels: NDArray[np.int32]


class FlowEngine:
    """Compares segments by how many pixels optical flow carries from one to the other."""

    name = NAME
    model = ""
    temperature = 0.1
    unknown = 0.1

    def __init__(self) -> None:
        self._overlaps: OrderedDict[tuple[str, str], NDArray[np.float32]] = OrderedDict()

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
        return overlap if rows is None else overlap[:, rows]


def shrink(segments: Segments) -> tuple[NDArray[np.int32], NDArray[np.uint8]]:
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
    ink: NDArray[Any] = (inks > Ink.NONE).astype(np.float32)
    if scale < 1:
        # Thin lines on a large frame fade when they are shrunk; dilating first keeps them.
        width = max(1, round(1 / scale))
        ink = cv2.dilate(ink, np.ones((width, width), np.uint8))
    line = cv2.warpAffine(ink, warp, (SIDE, SIDE), flags=cv2.INTER_LINEAR)
    small = cv2.warpAffine(
        labels.astype(np.float32),
        warp,
        (SIDE, SIDE),
        flags=cv2.INTER_NEAREST,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=float(segments.background),
    )
    bare = (line < 0.5).astype(np.uint8)
    far = np.minimum(cv2.distanceTransform(bare, cv2.DIST_L2, 3), 24) / 24
    soft = cv2.GaussianBlur(line, (0, 0), 1.5)
    picture = np.clip(255 * (0.6 * far + 0.4 * (1 - np.minimum(soft, 1))), 0, 255)
    return small.astype(np.int32), picture.astype(np.uint8)


def flow_overlap(target: FlowFeatures, reference: FlowFeatures) -> NDArray[np.float32]:
    """Return (N, M) float32: share of target segment i that lands in reference segment j."""
    dis = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    # OpenCV's stubs forget that the flow to start from may be None.
    flow = dis.calc(target.picture, reference.picture, None)  # type: ignore[call-overload]
    rows, cols = np.nonzero(target.labels)
    x = np.clip(np.rint(cols + flow[rows, cols, 0]), 0, SIDE - 1).astype(np.int64)
    y = np.clip(np.rint(rows + flow[rows, cols, 1]), 0, SIDE - 1).astype(np.int64)
    start = target.labels[rows, cols].astype(np.int64)
    end = reference.labels[y, x].astype(np.int64)
    width = reference.count + 1
    votes = np.bincount(start * width + end, minlength=(target.count + 1) * width)
    table = votes.reshape(target.count + 1, width)[1:, 1:].astype(np.float32)
    return table / np.maximum(table.sum(axis=1, keepdims=True), 1)
