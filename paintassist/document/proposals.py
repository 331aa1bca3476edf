"""What the engine proposes for one frame, as the worker hands it over."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Source:
    """Where a proposal came from: a segment of a reference page.

    Attributes
    ----------
    reference : str
        Name of the page; in a document "frame:NAME" or "sheet:NAME".
    segment : int
        Segment id in that drawing.
    """

    reference: str
    segment: int


@dataclass(frozen=True, eq=False)
class FrameProposals:
    """The proposals for all N segments of one frame; row i is segment i + 1.

    Always the whole frame, so that one that was dropped is made good by the next.

    Attributes
    ----------
    frame : str
        Name of the frame.
    color : (N,) int32
        Palette index, `NO_COLOR` where nothing is proposed.
    confidence : (N,) float32
        0..1.
    runners_up : (N, RUNNERS_UP) int32
        Palette indices, best first, padded with `NO_COLOR`.
    source_page : (N,) int32
        Number of the winning reference page in `pages`; -1 without one.
    source_segment : (N,) int32
        Segment id there; 0 without one.
    pages : tuple of str
        Page keys by number; only ever grows.
    generation : int
        Of the work order this answers; see `Session`.
    serial : int
        Of the `LoadFrame` whose segments these are.
    """

    frame: str
    color: NDArray[np.int32]
    confidence: NDArray[np.float32]
    runners_up: NDArray[np.int32]
    source_page: NDArray[np.int32]
    source_segment: NDArray[np.int32]
    pages: tuple[str, ...]
    generation: int = 0
    serial: int = 0
