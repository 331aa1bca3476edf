"""From segment to segment in a direction, for hands that do not point."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# A segment aside counts as so much farther than one straight ahead.
ASIDE = 2.0


def next_segment(centroid: NDArray[np.float64], here: int, direction: tuple[float, float]) -> int:
    """Return the nearest segment in a direction, within 45 degrees to either side.

    Parameters
    ----------
    centroid : (N + 1, 2) float64
        x and y in image pixels; row 0 is the line.
    here : int
        Where to start; 0 starts in the middle of all.
    direction : (float, float)
        x and y; any length but zero.

    Returns
    -------
    int
        `here` if nothing lies that way.
    """
    if len(centroid) < 2:
        return here
    start = centroid[here] if here else centroid[1:].mean(axis=0)
    away = centroid - start
    ahead = np.array(direction) / np.hypot(*direction)
    along = away @ ahead
    aside = np.abs(away @ np.array([-ahead[1], ahead[0]]))
    cost = along + ASIDE * aside
    cost[(along <= 0) | (aside > along)] = np.inf
    cost[[0, here]] = np.inf
    nearest = int(cost.argmin())
    return nearest if np.isfinite(cost[nearest]) else here
