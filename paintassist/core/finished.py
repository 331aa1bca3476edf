"""A cel as it leaves the house: its segments and the colours they ended up with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.segments import Segments


@dataclass(frozen=True, eq=False)
class FinishedCel:
    """What is exported of one frame; later edits do not change it.

    Attributes
    ----------
    name : str
    source : Path or None
        The line art it was drawn as.
    size : (int, int)
        Width and height in pixels.
    colors : (N + 1, 4) uint8
        Straight-alpha colour per segment id; transparent where unpainted and in row 0.
    index : (N + 1,) int32
        Palette index per segment id, `NO_COLOR` where unpainted and in row 0.
    tones : (N + 1,) uint8
        Values of `core.layers.Tone`.
    load : function
        Returns the segments; may take some ten milliseconds, in any thread.
    key : str
        Equal for cels that give equal pictures on every layer, and else different.
    shape : str
        Equal for cels of equal label maps and lines, and else different.
    """

    name: str
    source: Path | None
    size: tuple[int, int]
    colors: NDArray[np.uint8]
    index: NDArray[np.int32]
    tones: NDArray[np.uint8]
    load: Callable[[], Segments]
    key: str
    shape: str
