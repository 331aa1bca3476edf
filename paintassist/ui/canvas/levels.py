"""A picture and its halved copies, painted tile by tile when a tile is looked at. Knows no Qt."""

from __future__ import annotations

import math
from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

LEVELS = 5
# Side of a tile in pixels of the picture.
TILE = 512

Box = tuple[int, int, int, int]
"""x, y, width, height in pixels of an image or of a copy."""


class Levels:
    """Knows which tiles of which copy are out of date.

    A tile of a copy is made of the same tile of the copy below, so wherever one is out of date,
    it is in the smaller copies, too.

    Parameters
    ----------
    shape : (H, W)

    Attributes
    ----------
    images : list of (H / 2**i, W / 2**i) uint32
        The picture and its copies; pixels change in place. Those of a tile that is out of
        date are not to be shown.
    """

    def __init__(self, shape: tuple[int, int]) -> None:
        self.images: list[NDArray[np.uint32]] = []
        self._stale: list[NDArray[np.bool_]] = []
        self._add(shape)

    def _add(self, shape: tuple[int, int]) -> None:
        self.images.append(np.zeros(shape, np.uint32))
        height, width = self.images[0].shape
        self._stale.append(np.ones((-(-height // TILE), -(-width // TILE)), np.bool_))

    def level_for(self, device_scale: float) -> int:
        """Return the copy to draw at this many device pixels per image pixel."""
        wanted = 0
        while wanted + 1 < LEVELS and device_scale * 2**wanted < 0.75:
            height, width = self.images[wanted].shape
            if min(height, width) < 4:
                break
            wanted += 1
            if wanted == len(self.images):
                self._add((height // 2, width // 2))
        return wanted

    def outdate(self, box: Box) -> None:
        """Note that a rectangle of the picture shall look different."""
        for stale in self._stale:
            stale[_tiles(box, 0)] = True

    def waiting(self, level: int, box: Box) -> int:
        """Return how many pixels of the picture have to be painted for a rectangle of a copy."""
        tiles = _tiles(box, level)
        height, width = self.images[0].shape
        down, across = (
            np.diff(np.append(np.arange(0, size, TILE), size)) for size in (height, width)
        )
        pixels = np.outer(down, across)[tiles]
        return int(pixels[self._stale[0][tiles]].sum())

    def renew(
        self, level: int, box: Box, paint: Callable[[Box], None], most: int | None = None
    ) -> bool:
        """Bring a rectangle of a copy up to date.

        Parameters
        ----------
        level : int
        box : Box
            In pixels of the copy.
        paint : function of Box
            Paints a rectangle of the picture.
        most : int, optional
            Stop once so many pixels of the picture are painted.

        Returns
        -------
        bool
            Whether all of it is up to date now.
        """
        rows, columns = _tiles(box, level)
        left = math.inf if most is None else most
        for row, column in np.argwhere(self._stale[level][rows, columns]).tolist():
            if left <= 0:
                return False
            left -= self._renew(level, row + rows.start, column + columns.start, paint)
        return True

    def _renew(self, level: int, row: int, column: int, paint: Callable[[Box], None]) -> int:
        """Renew a tile of a copy and of those below it; return the pixels that this took."""
        height, width = self.images[level].shape
        side = TILE >> level
        x, y = column * side, row * side
        box = x, y, min(side, width - x), min(side, height - y)
        pixels = max(box[2], 0) * max(box[3], 0)
        if level == 0:
            paint(box)
        else:
            if self._stale[level - 1][row, column]:
                pixels += self._renew(level - 1, row, column, paint)
            self._halve(level, box)
        self._stale[level][row, column] = False
        return pixels

    def follow(self, box: Box) -> None:
        """Renew what the copies have of a rectangle of the picture that was painted over."""
        for level in range(1, len(self.images)):
            self._halve(level, _shrunk(box, level))

    def _halve(self, level: int, box: Box) -> None:
        """Renew a rectangle of a copy from the one below it."""
        target, source = self.images[level], self.images[level - 1]
        x, y, width, height = box
        width, height = min(width, target.shape[1] - x), min(height, target.shape[0] - y)
        if width <= 0 or height <= 0:
            return
        part = source[2 * y : 2 * (y + height), 2 * x : 2 * (x + width)]
        bytes_in = part.view(np.uint8).reshape(*part.shape, 4)
        halved = cv2.resize(bytes_in, (width, height), interpolation=cv2.INTER_AREA)
        target[y : y + height, x : x + width] = halved.view(np.uint32)[..., 0]


def _shrunk(box: Box, level: int) -> Box:
    """Return the pixels of a copy that show a rectangle of the picture."""
    x, y, width, height = box
    left, top = x >> level, y >> level
    return left, top, -(-(x + width) >> level) - left, -(-(y + height) >> level) - top


def _tiles(box: Box, level: int) -> tuple[slice, slice]:
    """Return the rows and columns of tiles that a rectangle of a copy touches."""
    x, y, width, height = box
    side = TILE >> level
    return slice(y // side, -(-(y + height) // side)), slice(x // side, -(-(x + width) // side))
