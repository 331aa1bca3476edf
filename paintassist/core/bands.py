"""Going through an image some rows at a time, so that what is made on the way stays small."""

from __future__ import annotations

from collections.abc import Iterator

# Pixels at once: what is made of them fits into the processor's cache.
PIXELS = 2**18


def bands(height: int, width: int, pixels: int = PIXELS) -> Iterator[slice]:
    """Yield slices of rows that cover an image from top to bottom."""
    rows = max(1, pixels // max(width, 1))
    for first in range(0, height, rows):
        yield slice(first, min(first + rows, height))
