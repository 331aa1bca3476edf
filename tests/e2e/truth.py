"""What a clip with ground truth says of the segments of an open document."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.palette import to_color
from paintassist.core.references import segment_colors
from paintassist.document.document import Document
from paintassist.io.images import read_image
from paintassist.io.layouts import find_clip

UNKNOWN = -2


class Truth:
    """The palette index that every segment shall have, read from the clip's paintings."""

    def __init__(self, clip: Path) -> None:
        self._paintings = {frame.name: frame.painting for frame in find_clip(clip).frames}

    def colors(self, document: Document, index: int) -> NDArray[np.int32]:
        """Return (count + 1,) int32; `UNKNOWN` where the clip or the palette does not say."""
        frame, segments = document.frames[index], document.segments(index)
        truth = np.full(frame.count + 1, UNKNOWN, np.int32)
        painting = self._paintings.get(frame.name)
        if painting is None or segments is None:
            return truth
        known = {entry.color: number for number, entry in enumerate(document.palette)}
        rgba = segment_colors(segments, read_image(painting))
        truth[1:] = [known.get(to_color(color), UNKNOWN) for color in rgba[1:]]
        return truth
