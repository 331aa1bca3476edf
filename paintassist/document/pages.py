"""Reference pages as the matcher holds them: which rows have which colour, and what is new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintassist.core.matching import NO_COLOR
from paintassist.engines.base import Features

NO_ROWS: NDArray[np.int64] = np.empty(0, np.int64)


@dataclass
class Page:
    """One reference drawing: which of its segments have which colour.

    `colors` is (N,) int32, `NO_COLOR` for segments that say nothing (yet), replaced as a
    whole and never written to; `first_row` is the bank row of its first segment.
    """

    features: Features
    colors: NDArray[np.int32]
    first_row: int
    # From where it is seen; "" if nobody told.
    view: str = ""
    # What the last target that caught up had seen, and what is new to it: the others have
    # mostly seen the same.
    _known: tuple[NDArray[np.int32] | None, NDArray[np.int32], News] | None = None

    def news(self, seen: NDArray[np.int32] | None) -> News:
        """Return what is new to someone who has seen these colours (None: nothing yet)."""
        known = self._known
        if known is None or known[0] is not seen or known[1] is not self.colors:
            known = self._known = seen, self.colors, _news(seen, self.colors)
        return known[2]


@dataclass(frozen=True)
class News:
    """What changed of a page.

    Attributes
    ----------
    lost, fresh : (K,) int64
        Rows (segment id - 1) that lost a colour, and that have a new one.
    lost_colors : (K,) int32
        What those of `lost` had.
    """

    lost: NDArray[np.int64]
    lost_colors: NDArray[np.int32]
    fresh: NDArray[np.int64]


def _news(before: NDArray[np.int32] | None, now: NDArray[np.int32]) -> News:
    if before is None:
        return News(NO_ROWS, now[:0], np.flatnonzero(now != NO_COLOR))
    differs = now != before
    lost = np.flatnonzero(differs & (before != NO_COLOR))
    return News(lost, before[lost], np.flatnonzero(differs & (now != NO_COLOR)))


def rows_of_colors(page_colors: NDArray[np.int32], colors: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return (K,) int64: the rows of a page, by its (N,) colours, that carry one of these."""
    if len(colors) == 1:
        return np.flatnonzero(page_colors == colors[0])
    return np.flatnonzero(np.isin(page_colors, colors))


def group_rows(
    fresh: Sequence[tuple[Page, NDArray[np.int64]]], enough: int
) -> Iterator[list[tuple[Page, NDArray[np.int64]]]]:
    """Group pages and their (K,) fresh rows so that a group has `enough` rows, or a page more."""
    block: list[tuple[Page, NDArray[np.int64]]] = []
    count = 0
    for page, rows in fresh:
        block.append((page, rows))
        count += len(rows)
        if count >= enough:
            yield block
            block, count = [], 0
    if block:
        yield block
