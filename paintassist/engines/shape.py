"""The classical baseline: position, size and shape of segments, no network.

Area, box, Hu moments, elongation and neighbours are the cues of paint-bucket colouring
before learned features; they stay as yardstick, as last resort, and as one part of
the fused engine.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from paintassist.core.calibration import IDENTITY
from paintassist.core.runs import find_runs
from paintassist.core.segments import Segments
from paintassist.engines.base import Features, VectorFeatures
from paintassist.engines.keys import content_key

NAME = "shape"
# Weight of each group of cues: how far apart two segments are when the group says
# "unlike". Set by hand.
CUES = ("position", "box", "area", "elongation", "hu", "rim", "neighbours")
WEIGHTS = {
    "position": 3.0,
    "box": 2.0,
    "area": 0.35,
    "elongation": 0.4,
    "hu": 0.12,
    "rim": 1.5,
    "neighbours": 0.5,
}


class ShapeEngine:
    """Compares segments by classical descriptors."""

    name = NAME
    model = ""
    temperature = 0.15
    unknown = -1.2
    voting: float | None = None
    relays = False
    calibration = IDENTITY

    def encode(self, segments: Segments) -> VectorFeatures:
        """See `Engine.encode`."""
        return VectorFeatures(content_key(segments), segments.count, describe(segments))

    def similarity(
        self,
        target: Features,
        reference: Features,
        rows: NDArray[np.int64] | None = None,
    ) -> NDArray[np.float32]:
        """Return minus the Euclidean distance of the weighted descriptors."""
        assert isinstance(target, VectorFeatures)
        assert isinstance(reference, VectorFeatures)
        others = reference.vectors if rows is None else reference.vectors[rows]
        return -distances(target.vectors, others)


def distances(one: NDArray[np.float32], other: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the (N, M) Euclidean distances of (N, D) and (M, D) rows."""
    squared = (
        (one * one).sum(axis=1)[:, None] + (other * other).sum(axis=1)[None] - 2 * one @ other.T
    )
    return np.sqrt(np.maximum(squared, 0))


def figure_box(segments: Segments) -> tuple[float, float, float]:
    """Return the middle x, y and the longer side of the drawing's box, in pixels."""
    drawn = segments.inks > 0
    rows, cols = np.flatnonzero(drawn.any(axis=1)), np.flatnonzero(drawn.any(axis=0))
    width, height = segments.size
    if len(rows) == 0:
        return width / 2, height / 2, float(max(width, height))
    side = max(rows[-1] - rows[0], cols[-1] - cols[0]) + 1
    return (cols[0] + cols[-1]) / 2, (rows[0] + rows[-1]) / 2, float(side)


def describe(segments: Segments) -> NDArray[np.float32]:
    """Return the weighted descriptor of every segment.

    Parameters
    ----------
    segments : Segments

    Returns
    -------
    (N, D) float32
        Euclidean distance between rows is the dissimilarity.
    """
    middle_x, middle_y, side = figure_box(segments)
    area = segments.area[1:].astype(np.float64)
    box = segments.bbox[1:].astype(np.float64)
    position = (segments.centroid[1:] - (middle_x, middle_y)) / side
    extent = box[:, 2:] / side
    log_area = np.log(np.maximum(area, 1) / side**2)[:, None]
    elongation = np.log((box[:, 2:3] + 1) / (box[:, 3:4] + 1))
    background = (np.arange(1, segments.count + 1) == segments.background)[:, None]
    groups = {
        "position": position,
        "box": extent,
        "area": log_area,
        "elongation": elongation,
        "hu": hu_moments(segments),
        "rim": background.astype(np.float64),
        "neighbours": neighbour_cues(segments, position, log_area[:, 0]),
    }
    return np.concatenate([groups[cue] * WEIGHTS[cue] for cue in CUES], axis=1, dtype=np.float32)


def hu_moments(segments: Segments) -> NDArray[np.float64]:
    """Return the first four Hu moments per segment, (N, 4), signed log scale, 0..~3.

    Central moments are summed over runs in closed form, so that strands whose boxes cover
    the whole cel cost no more than others.
    """
    runs = find_runs(segments.labels)
    label, length = runs.label, runs.length.astype(np.float64)
    x = runs.start + (length - 1) / 2 - segments.centroid[label, 0]
    y = runs.row - segments.centroid[label, 1]
    spread = (length**2 - 1) / 12
    # Sums of x^0..x^3 over each run, from its middle and its spread.
    powers = [length, length * x, length * (x**2 + spread), length * (x**3 + 3 * x * spread)]
    area = np.maximum(segments.area, 1).astype(np.float64)

    def moment(p: int, q: int) -> NDArray[np.float64]:
        total = np.bincount(label, powers[p] * y**q, segments.count + 1)
        return np.asarray(total / area ** ((p + q) / 2 + 1), np.float64)[1:]

    n20, n11, n02 = moment(2, 0), moment(1, 1), moment(0, 2)
    n30, n21, n12, n03 = moment(3, 0), moment(2, 1), moment(1, 2), moment(0, 3)
    hu = np.stack(
        [
            n20 + n02,
            (n20 - n02) ** 2 + 4 * n11**2,
            (n30 - 3 * n12) ** 2 + (3 * n21 - n03) ** 2,
            (n30 + n12) ** 2 + (n21 + n03) ** 2,
        ],
        axis=1,
    )
    return np.maximum(np.log10(hu + 1e-7) + 7, 0) / 2


def neighbour_cues(
    segments: Segments,
    position: NDArray[np.float64],
    log_area: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return (N, 4): border-weighted mean offset, log size and number of neighbours."""
    count = segments.count
    one, other, border = segments.borders()
    total = np.maximum(np.bincount(one, border, count), 1)
    offset = [
        np.bincount(one, border * (position[other, axis] - position[one, axis]), count) / total
        for axis in (0, 1)
    ]
    size = np.bincount(one, border * (log_area[other] - log_area[one]), count) / total
    degree = np.log1p(np.bincount(one, minlength=count))
    return np.stack([offset[0] * 2, offset[1] * 2, size * 0.1, degree * 0.5], axis=1)
