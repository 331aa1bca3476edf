"""Which old segment a new one is, after a drawing was segmented anew."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from paintassist.core.label_maps import find_overlap
from paintassist.core.segments import Segments

# Share of common pixels from which on two segments are the same one; above a half, so that
# every segment has one partner at most.
SAME = 0.5


def match_by_overlap(old: Segments, new: Segments) -> NDArray[np.int64]:
    """Return the old id that each new segment continues.

    Returns
    -------
    (new.count + 1,) int64
        0 where there is none; all 0 if the sizes differ.
    """
    partner = np.zeros(new.count + 1, np.int64)
    if old.size != new.size:
        return partner
    one, other, common = find_overlap(old.labels, new.labels)
    union = old.area[one] + new.area[other] - common
    same = (one > 0) & (other > 0) & (common > SAME * union)
    partner[other[same]] = one[same]
    return partner
