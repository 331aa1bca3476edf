"""What the worker does, without threads: read, segment, encode, match."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from paintassist.document.requests import Request, Result
from paintassist.engines.base import Engine

ReadImage = Callable[[Path], NDArray[np.uint8]]
"""Reads a file to (H, W, 4) uint8, straight alpha; raises InputError."""


class Cancelled(Exception):
    """The work was given up because nobody waits for it any more."""


class CancelToken(Protocol):
    """What `threading.Event` is."""

    def is_set(self) -> bool:
        """Return whether to stop."""
        ...


class Proposer:
    """Answers requests one after the other; owns the engine, the features and the scores.

    Not thread-safe: it lives in the worker. Bad input becomes a `problem` in the result.

    Parameters
    ----------
    engine : Engine
    read : ReadImage
    """

    def __init__(self, engine: Engine, read: ReadImage) -> None:
        self.engine = engine
        self.read = read

    def run(self, request: Request, cancel: CancelToken | None = None) -> Iterator[Result]:
        """Answer one request, piece by piece.

        Raises
        ------
        Cancelled
            Between two pieces, once `cancel` is set. What was not handed over is made
            good by the next request.
        """
        raise NotImplementedError
