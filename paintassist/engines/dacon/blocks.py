"""Reading a label map by blocks: most have one owner, only the others are looked at closely."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

# Pixels looked at in one go, which bounds the memory.
BAND = 2**19


@dataclass(frozen=True, eq=False)
class Axis:
    """One side of a map, cut into blocks that follow each other without gaps.

    Attributes
    ----------
    starts : (n,) int64
        First pixel of each block, ascending from 0.
    end : int
        One after the last block's last pixel; pixels from there on are not looked at.
    """

    starts: NDArray[np.int64]
    end: int

    @cached_property
    def ends(self) -> NDArray[np.int64]:
        """(n,) int64: one after the last pixel of each block."""
        return np.append(self.starts[1:], self.end)

    @cached_property
    def begins(self) -> NDArray[np.bool_]:
        """(end,) bool: which pixels are the first of a block."""
        first = np.zeros(self.end, np.bool_)
        first[self.starts] = True
        return first

    @cached_property
    def block(self) -> NDArray[np.int64]:
        """(end,) int64: the block of each pixel."""
        return np.repeat(np.arange(len(self.starts)), self.ends - self.starts)


@dataclass(frozen=True, eq=False)
class Band:
    """Some rows of blocks, from left to right.

    Attributes
    ----------
    first : int
        Number of the first row of blocks.
    owner : (m, n) int32
        Label of blocks that have one label throughout, 0 elsewhere.
    mixed : (m, n) bool
        Which blocks have several labels.
    row, start, end : (P,) int64
        The pieces of mixed blocks: pixels start to end (exclusive) of one row ...
    label : (P,) int64
        ... that lie in one block and have one label, which is never 0.
    """

    first: int
    owner: NDArray[np.int32]
    mixed: NDArray[np.bool_]
    row: NDArray[np.int64]
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    label: NDArray[np.int64]


def read_bands(labels: NDArray[np.int32], rows: Axis, columns: Axis) -> Iterator[Band]:
    """Read a (H, W) label map from top to bottom."""
    several = max(1, BAND // (columns.end * int((rows.ends - rows.starts).max())))
    for first in range(0, len(rows.starts), several):
        yield _read(labels, rows, columns, first, min(first + several, len(rows.starts)))


def _read(labels: NDArray[np.int32], rows: Axis, columns: Axis, first: int, last: int) -> Band:
    top, width = int(rows.starts[first]), columns.end
    part = labels[top : rows.ends[last - 1], :width]
    starts = rows.starts[first:last] - top
    block = rows.block[top : top + len(part)] - first
    mixed = np.zeros((last - first, len(columns.starts)), np.bool_)
    down = part[1:] != part[:-1]
    down[starts[1:] - 1] = False
    at = np.flatnonzero(down)
    mixed[block[at // width + 1], columns.block[at % width]] = True
    across = np.zeros(part.shape, np.bool_)
    np.not_equal(part[:, 1:], part[:, :-1], out=across[:, 1:])
    changes = np.flatnonzero(across)
    changes = changes[~columns.begins[changes % width]]
    mixed[block[changes // width], columns.block[changes % width]] = True
    owner = part[starts[:, None], columns.starts]
    owner[mixed] = 0
    y, x = np.nonzero(mixed)
    tall = np.diff(starts, append=len(part))[y]
    down_to = np.cumsum(tall)
    y = np.arange(down_to[-1] if len(tall) else 0) + np.repeat(starts[y] - down_to + tall, tall)
    begin = np.concatenate([y * width + np.repeat(columns.starts[x], tall), changes])
    begin.sort()
    row, start = begin // width, begin % width
    follower = np.append(begin[1:], part.size) - row * width
    end = np.minimum(columns.ends[columns.block[start]], follower)
    label = part[row, start].astype(np.int64)
    kept = label > 0
    return Band(first, owner, mixed, row[kept] + top, start[kept], end[kept], label[kept])
