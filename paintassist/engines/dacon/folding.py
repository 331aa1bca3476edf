"""Folding a bilinear enlargement into weights of segments over the places of the small map."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from paintassist.engines.dacon.blocks import Axis, read_bands
from paintassist.engines.dacon.resampling import linear_steps

Places = NDArray[np.int64]
Weights = NDArray[np.float64]
# What rounding may leave of a weight that was taken back; a segment's weights sum to 1 or more.
LEAST_WEIGHT = 1e-9


def fold(
    cells: NDArray[np.int32], shared: NDArray[np.int64], shape: tuple[int, int]
) -> tuple[NDArray[np.int64], Places, Weights]:
    """Sum, per segment, what each place of a map adds to the segment's cells.

    The map is enlarged (or shrunk) bilinearly to the cells, as `linear_steps` says.

    Parameters
    ----------
    cells : (rows, columns) int32
        Label of each cell; 0 does not count.
    shared : (3, K) int64
        Row, column and label of cells that have several labels.
    shape : (rows, columns) of the map

    Returns
    -------
    label : (E,) int64, ascending
    place : (E,) int64
        Row-major place of the map; each pair of label and place comes once.
    weight : (E,) float64
        Over 0.
    """
    down, across = _Side.of(shape[0], cells.shape[0]), _Side.of(shape[1], cells.shape[1])
    sums = _Sums(cells[down.middle[:, None], across.middle], down, across)
    for band in read_bands(cells, down.axis, across.axis):
        sums.correct(band.owner, band.first)
        sums.add_pieces(band.label, band.row, band.start, band.end)
        sums.merge()
    sums.add_pieces(shared[2], shared[0], shared[1], shared[1] + 1)
    return sums.entries()


@dataclass(frozen=True, eq=False)
class _Side:
    """One axis of the enlargement.

    Attributes
    ----------
    axis : Axis
        Blocks of cells that are read from the same two places.
    low, high : (n,) int64
        These places.
    second : (cells + 1,) float64
        Sum of the second place's weights over all cells before.
    middle : (places,) int64
        The cell in the middle of each place.
    """

    axis: Axis
    low: Places
    high: Places
    second: Weights
    middle: NDArray[np.int64]

    @classmethod
    def of(cls, places: int, cells: int) -> _Side:
        low, high, weight = linear_steps(places, cells)
        starts = np.flatnonzero(np.diff(low, prepend=-1))
        second = np.concatenate([[0], np.cumsum(weight, dtype=np.float64)])
        middle = (2 * np.arange(places) + 1) * cells // (2 * places)
        return cls(Axis(starts, cells), low[starts], high[starts], second, middle)

    def shares(self, start: NDArray[np.int64], end: NDArray[np.int64]) -> tuple[Weights, Weights]:
        """Return the weight of the first and of the second place over cells of one block."""
        second = self.second[end] - self.second[start]
        return (end - start) - second, second

    @cached_property
    def block_shares(self) -> tuple[Weights, Weights]:
        """Return `shares` of every block."""
        return self.shares(self.axis.starts, self.axis.ends)

    @cached_property
    def totals(self) -> Weights:
        """(places,) float64: what all cells together add to each place."""
        low, high = self.block_shares
        count = len(self.middle)
        total: Weights = np.bincount(self.low, low, count).astype(np.float64, copy=False)
        total += np.bincount(self.high, high, count)
        return total


@dataclass(eq=False)
class _Sums:
    """Adds up weights: those of the segment in a place's middle in a map, the others in lists.

    Nearly all are of the first kind. At first every block counts for the segments in the
    middle of its places; where that is wrong, it is corrected.
    """

    main: NDArray[np.int32]
    down: _Side
    across: _Side
    _weight: Weights = field(init=False)
    # Label and place as one number, and the weight.
    _others: list[tuple[NDArray[np.int64], Weights]] = field(default_factory=list)
    _merged: list[tuple[NDArray[np.int64], Weights]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._weight = np.outer(self.down.totals, self.across.totals).ravel()

    def correct(self, owner: NDArray[np.int32], first: int) -> None:
        """Take blocks from segments that they are not of, and add them to their own.

        Parameters
        ----------
        owner : (m, n) int32
            The label of each block; one of 0 is taken and given to none.
        first : int
            Number of the first row of blocks.
        """
        breadth = self.main.shape[1]
        blocks = slice(first, first + len(owner))
        for side in (0, 1):
            tall = self.down.block_shares[side][blocks]
            rows = (self.down.low, self.down.high)[side][blocks]
            beside = self.main[rows]
            for other_side in (0, 1):
                wide = self.across.block_shares[other_side]
                columns = (self.across.low, self.across.high)[other_side]
                wrong = np.flatnonzero(np.take(beside, columns, axis=1) != owner)
                row, column = np.divmod(wrong, owner.shape[1])
                place, weight = rows[row] * breadth + columns[column], tall[row] * wide[column]
                np.subtract.at(self._weight, place, weight)
                label = owner.ravel()[wrong]
                kept = (label > 0) & (weight > 0)
                key = label[kept] * np.int64(self.main.size) + place[kept]
                self._others.append((key, weight[kept]))

    def add_pieces(
        self,
        label: NDArray[np.int64],
        row: NDArray[np.int64],
        start: NDArray[np.int64],
        end: NDArray[np.int64],
    ) -> None:
        """Add cells start to end (exclusive) of a row, which lie in one block."""
        vertical, horizontal = self.down.axis.block[row], self.across.axis.block[start]
        self.add(
            label,
            (self.down.low[vertical], self.down.high[vertical]),
            (self.across.low[horizontal], self.across.high[horizontal]),
            self.down.shares(row, row + 1),
            self.across.shares(start, end),
        )

    def add(
        self,
        label: NDArray[np.integer],
        rows: tuple[Places, Places],
        columns: tuple[Places, Places],
        tall: tuple[Weights, Weights],
        wide: tuple[Weights, Weights],
    ) -> None:
        """Add one weight to each of four places."""
        if len(label) == 0:
            return
        breadth = self.main.shape[1]
        offset = int(rows[0].min()) * breadth
        span = (int(rows[1].max()) + 1) * breadth - offset
        main, weights = self.main.ravel(), self._weight[offset : offset + span]
        for row, vertical in zip(rows, tall, strict=True):
            for column, horizontal in zip(columns, wide, strict=True):
                place, weight = row * breadth + column, vertical * horizontal
                own = main[place] == label
                weights += np.bincount(place[own] - offset, weight[own], span)
                other = ~own & (weight > 0)
                if other.any():
                    key = label[other] * np.int64(main.size) + place[other]
                    self._others.append((key, weight[other]))

    def merge(self) -> None:
        """Add up what one label has added to one place since the last call."""
        if self._others:
            self._merged.append(_added_up(self._others))
            self._others.clear()

    def entries(self) -> tuple[NDArray[np.int64], Places, Weights]:
        """Return label, place and weight, by label and each pair once."""
        main = self.main.ravel()
        place = np.flatnonzero((self._weight > LEAST_WEIGHT) & (main > 0))
        label, weight = main[place].astype(np.int64), self._weight[place]
        self.merge()
        if self._merged:
            key, more = _added_up(self._merged)
            label = np.concatenate([label, key // main.size])
            place = np.concatenate([place, key % main.size])
            weight = np.concatenate([weight, more])
        # Small numbers are sorted digit by digit.
        small = label.astype(np.uint16) if label.max(initial=0) < 2**16 else label
        order = np.argsort(small, kind="stable")
        return label[order], place[order], weight[order]


def _added_up(
    parts: list[tuple[NDArray[np.int64], Weights]],
) -> tuple[NDArray[np.int64], Weights]:
    """Join lists of keys and weights so that each key comes once."""
    keys, weights = (np.concatenate(part) for part in zip(*parts, strict=True))
    key, inverse = np.unique(keys, return_inverse=True)
    return key, np.bincount(inverse, weights).astype(np.float64, copy=False)
