"""The five metrics by which paint-bucket colouring is published (BasicPBC, DACoN)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields

import numpy as np
from numpy.typing import NDArray

# Acc-Thresh counts segments larger than this many pixels.
SMALL_SEGMENT = 10


@dataclass(frozen=True)
class FrameMetrics:
    """Shares in 0..1 for one frame, or their mean over frames.

    Attributes
    ----------
    acc : float
        Segments with the right colour.
    acc_thresh : float
        The same among segments over `SMALL_SEGMENT` pixels.
    pix_acc : float
        Segment pixels with the right colour.
    pix_f_acc : float
        Foreground segment pixels with the right colour.
    pix_b_miou : float
        Intersection over union of the background pixels.
    """

    acc: float
    acc_thresh: float
    pix_acc: float
    pix_f_acc: float
    pix_b_miou: float

    def as_dict(self) -> dict[str, float]:
        """Return the shares under their JSON names."""
        return asdict(self)


def frame_metrics(
    area: NDArray[np.int64],
    truth: NDArray[np.uint32],
    proposed: NDArray[np.uint32],
) -> FrameMetrics:
    """Compare proposed with true colours, segment by segment.

    Parameters
    ----------
    area : (N,) int64
        Pixels of each segment.
    truth, proposed : (N,) uint32
        Packed colours; 0 is background (see `palette.pack_colors`).
    """
    right = truth == proposed
    large = area > SMALL_SEGMENT
    front = truth != 0
    either = ~front | (proposed == 0)
    both = ~front & (proposed == 0)
    return FrameMetrics(
        acc=_share(right, np.ones(len(area))),
        acc_thresh=_share(right[large], np.ones(int(large.sum()))),
        pix_acc=_share(right, area),
        pix_f_acc=_share(right[front], area[front]),
        pix_b_miou=_share(both[either], area[either]),
    )


def _share(hit: NDArray[np.bool_], weight: NDArray[np.generic]) -> float:
    total = float(np.sum(weight))
    return float(np.sum(weight[hit])) / total if total else 1.0


def mean_metrics(frames: Iterable[FrameMetrics]) -> FrameMetrics:
    """Average over frames, as published.

    Raises
    ------
    ValueError
        If there are no frames.
    """
    rows = [list(frame.as_dict().values()) for frame in frames]
    if not rows:
        raise ValueError("no frames to average")
    names = [field.name for field in fields(FrameMetrics)]
    return FrameMetrics(**dict(zip(names, np.mean(rows, axis=0).tolist(), strict=True)))
