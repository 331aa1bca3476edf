"""Bilinear resampling along one axis, as PyTorch's `interpolate` does it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def linear_steps(
    source: int, size: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    """Say from which two places of an axis each place of the resized axis is read.

    align_corners=False and no antialiasing. Positions are computed in 32 bits, so that they
    are PyTorch's own to the last bit.

    Parameters
    ----------
    source, size : int
        Length of the axis before and after.

    Returns
    -------
    low, high : (size,) int64
        The two places; equal at the end of the axis.
    weight : (size,) float32
        Share of the second one.
    """
    scale = np.float64(np.float32(source) / np.float32(size))
    # Multiplied and subtracted in one rounding.
    exact = (np.arange(size) + 0.5) * scale - 0.5
    position = np.maximum(exact, 0).astype(np.float32)
    low = np.minimum(position.astype(np.int64), source - 1)
    weight = np.clip(position - low.astype(np.float32), 0, 1)
    return low, np.minimum(low + 1, source - 1), weight
