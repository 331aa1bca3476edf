"""Thumbnails that follow the paint: small labels and line coverage, coloured on demand."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.label_maps import spread_over_lines
from paintassist.core.segments import Segments
from paintassist.ui.canvas.renderer import to_argb

OPEN_COLOR = np.array([255, 255, 255], np.float32)
PAPER_COLOR = np.array([222, 222, 226], np.float32)


@dataclass(frozen=True, eq=False)
class Thumbnail:
    """A frame at thumbnail size, before it has colours.

    Attributes
    ----------
    labels : (h, w) int32
        The segment that a pixel shows.
    coverage : (h, w) float32
        Share of each pixel that is main line, 0..1.
    """

    labels: NDArray[np.int32]
    coverage: NDArray[np.float32]

    def paint(self, rgba: NDArray[np.uint8], unpainted: NDArray[np.bool_]) -> NDArray[np.uint32]:
        """Colour it like the canvas; tables as `FrameRenderer.set_colors` takes them.

        Returns
        -------
        (h, w) uint32
            0xAARRGGBB, opaque.
        """
        alpha = (rgba[:, 3:] / 255).astype(np.float32)
        table: NDArray[np.float32] = rgba[:, :3] * alpha + PAPER_COLOR * (1 - alpha)
        table[unpainted] = OPEN_COLOR
        table[0] = 0
        picture = table[self.labels] * (1 - self.coverage[..., None])
        opaque = np.full((*self.labels.shape, 1), 255, np.float32)
        return to_argb(np.concatenate([picture, opaque], axis=2).astype(np.uint8))


def make_thumbnail(segments: Segments, size: tuple[int, int]) -> Thumbnail:
    """Shrink a frame to fit into (width, height) pixels."""
    width, height = segments.size
    scale = min(size[0] / width, size[1] / height, 1.0)
    small = max(int(width * scale), 1), max(int(height * scale), 1)
    line = (segments.labels == 0).astype(np.float32)
    shrunk = cv2.resize(line, small, interpolation=cv2.INTER_AREA)
    spread = spread_over_lines(segments.labels, 1e9)
    rows = ((np.arange(small[1]) + 0.5) * height / small[1]).astype(np.int64)
    cols = ((np.arange(small[0]) + 0.5) * width / small[0]).astype(np.int64)
    # Thin lines would fade away: let half a pixel of line already look drawn.
    coverage = np.minimum(shrunk * 1.6, 1.0).astype(np.float32)
    return Thumbnail(spread[rows][:, cols], coverage)
