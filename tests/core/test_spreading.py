"""Segments grown over lines, and who is beside whom: by the definition, pixel by pixel."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintassist.core import label_maps
from paintassist.core.label_maps import find_adjacency, spread_over_lines
from paintassist.core.segments import segment
from tests.drawing import ink_maps


def nearest_labels(labels, reach):
    """Look at all pixels, and at each by itself."""
    line = (labels == 0).astype(np.uint8)
    if not line.any() or line.all():
        return labels
    distance, nearest = cv2.distanceTransformWithLabels(
        line, cv2.DIST_L2, cv2.DIST_MASK_3, labelType=cv2.DIST_LABEL_PIXEL
    )
    owner = {int(nearest[at]): int(labels[at]) for at in np.ndindex(*labels.shape) if labels[at]}
    spread = np.zeros_like(labels)
    for at in np.ndindex(*labels.shape):
        if distance[at] <= reach:
            spread[at] = owner[int(nearest[at])]
    return spread


@given(
    ink_maps(max_side=14),
    st.integers(0, 5),
    st.sampled_from([1.0, 2.5, 6.0]),
    st.sampled_from([1, 40, 2**20]),
)
def test_lines_go_to_the_nearest_segment(inks, margin, reach, band):
    labels = segment(np.pad(inks, margin)).labels
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(label_maps, "BAND", band)
        found = spread_over_lines(labels, reach)
    np.testing.assert_array_equal(found, nearest_labels(labels, reach))


@given(ink_maps(max_side=14), st.sampled_from([1, 40, 2**20]))
def test_borders_are_counted_once(inks, band):
    labels = segment(inks).labels
    spread = nearest_labels(labels, 6.0)
    borders: dict[tuple[int, int], int] = {}
    for y, x in np.ndindex(*spread.shape):
        for v, u in ((y + 1, x), (y, x + 1)):
            if v < spread.shape[0] and u < spread.shape[1]:
                one, other = sorted((int(spread[y, x]), int(spread[v, u])))
                if 0 < one < other:
                    borders[one, other] = borders.get((one, other), 0) + 1
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(label_maps, "BAND", band)
        edges = find_adjacency(labels).tolist()
    found = {(a, b): border for a, b, border in edges}
    assert len(found) == len(edges)
    assert found == borders
