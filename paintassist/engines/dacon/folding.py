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
# So many entries are kept before those of the same label and place are added up.
MANY = 2**17


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
    label : (E,) int64
    place : (E,) int64
        Row-major place of the map. The same label and place may come several times.
    weight : (E,) float64
        Over 0.
    """
    return _summed(cells, shared, shape).entries()


@dataclass(frozen=True, eq=False)
class Apart:
    """What `fold` gives, but for the segment that most places are of: that has the rest.

    Attributes
    ----------
    label, place, weight : (E,)
        Like those of `fold`, without the segment `most`. Label 0 has, in weights of either
        sign, what must be taken from the rest besides.
    most : int
        The segment that has the rest; 0 if none has most places, then `fold` is all here.
    tall, wide : (rows,), (columns,) float64
        Their outer product is the weight of each place of which all others' are taken.
    """

    label: NDArray[np.int64]
    place: Places
    weight: Weights
    most: int
    tall: Weights
    wide: Weights


def fold_apart(
    cells: NDArray[np.int32], shared: NDArray[np.int64], shape: tuple[int, int]
) -> Apart:
    """Do what `fold` does, with few entries where one segment, the background, has most places.

    Parameters
    ----------
    cells, shared, shape
        Like those of `fold`.
    """
    return _summed(cells, shared, shape).apart()


def _summed(cells: NDArray[np.int32], shared: NDArray[np.int64], shape: tuple[int, int]) -> _Sums:
    down, across = _Side.of(shape[0], cells.shape[0]), _Side.of(shape[1], cells.shape[1])
    sums = _Sums(cells[down.middle[:, None], across.middle], down, across)
    for band in read_bands(cells, down.axis, across.axis):
        sums.correct(band.owner, band.first)
        sums.add_pieces(band.label, band.row, band.start, band.end)
        sums.merge()
    sums.add_pieces(shared[2], shared[0], shared[1], shared[1] + 1)
    sums.merge()
    return sums


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
        """Add up what one label has added to one place, if there is much of it."""
        if sum(len(key) for key, _ in self._others) > MANY:
            self._others = [_added_up(self._others)]

    def entries(self) -> tuple[NDArray[np.int64], Places, Weights]:
        """Return label, place and weight; see `fold`."""
        return self._with_others(self.main.ravel() > 0)

    def apart(self) -> Apart:
        """See `Apart`."""
        main = self.main.ravel()
        places = np.bincount(main)
        places[0] = 0
        most = int(places.argmax())
        if 2 * places[most] <= main.size:
            label, place, weight = self._with_others(main > 0)
            return Apart(label, place, weight, 0, self.down.totals, self.across.totals)
        label, place, weight = self._with_others((main > 0) & (main != most))
        # What all segments together have of each place, against what it is taken to be.
        surplus = np.outer(self.down.totals, self.across.totals).ravel()
        np.subtract(surplus, self._weight, out=surplus, where=main > 0)
        for key, more in self._others:
            np.subtract.at(surplus, key % main.size, more)
        off = np.flatnonzero(np.abs(surplus) > LEAST_WEIGHT)
        kept = label != most
        return Apart(
            np.concatenate([label[kept], np.zeros(len(off), np.int64)]),
            np.concatenate([place[kept], off]),
            np.concatenate([weight[kept], surplus[off]]),
            most,
            self.down.totals,
            self.across.totals,
        )

    def _with_others(self, counted: NDArray[np.bool_]) -> tuple[NDArray[np.int64], Places, Weights]:
        """Return label, place and weight of some places' middles, then of all others."""
        main = self.main.ravel()
        place = np.flatnonzero(counted & (self._weight > LEAST_WEIGHT))
        label, weight = main[place].astype(np.int64), self._weight[place]
        key = np.concatenate([key for key, _ in self._others])
        return (
            np.concatenate([label, key // main.size]),
            np.concatenate([place, key % main.size]),
            np.concatenate([weight, *(more for _, more in self._others)]),
        )


def _added_up(
    parts: list[tuple[NDArray[np.int64], Weights]],
) -> tuple[NDArray[np.int64], Weights]:
    """Join lists of keys and weights so that each key comes once."""
    keys, weights = (np.concatenate(part) for part in zip(*parts, strict=True))
    key, inverse = np.unique(keys, return_inverse=True)
    return key, np.bincount(inverse, weights).astype(np.float64, copy=False)
