from __future__ import annotations

import numpy as np

from paintassist.ui.canvas.thumbnail import make_thumbnail
from tests.fakes import strip


def test_thumbnail_follows_the_paint():
    segments = strip(8)
    thumbnail = make_thumbnail(segments, (24, 24))
    height, width = thumbnail.labels.shape
    assert max(height, width) == 24
    rgba = np.zeros((9, 4), np.uint8)
    rgba[4] = (255, 0, 0, 255)
    opened = np.ones(9, bool)
    opened[4] = False
    picture = thumbnail.paint(rgba, opened)
    assert ((picture >> 24) == 255).all()
    inside = (thumbnail.labels == 4) & (thumbnail.coverage < 0.2)
    assert (((picture[inside] >> 16) & 255) > 200).all()
    assert ((picture[inside] & 255) == 0).all()
