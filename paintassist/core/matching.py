"""Matching: from similarities to colours, merged by colour and updated incrementally."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RUNNERS_UP = 3
NO_COLOR = -1
NO_SOURCE = -1
# Up to this many bank rows are compared one by one, which is faster than as a set.
FEW_ROWS = 4


@dataclass(frozen=True)
class Proposals:
    """What is proposed for the N segments of one frame; row i is segment i + 1.

    Attributes
    ----------
    color : (N,) int32
        Palette index, `NO_COLOR` where there is no reference yet.
    confidence : (N,) float32
        Raw: the margin between the best and the second-best colour, 0..1. As the matcher
        hands it over, a probability (`core.calibration`).
    source : (N,) int64
        Row of the winning reference segment in the bank, `NO_SOURCE` without one.
    runners_up : (N, RUNNERS_UP) int32
        Palette indices of the next best colours, best first, padded with `NO_COLOR`.
    """

    color: NDArray[np.int32]
    confidence: NDArray[np.float32]
    source: NDArray[np.int64]
    runners_up: NDArray[np.int32]


class ColorScores:
    """The best similarity of every target segment with every colour.

    Reference segments of one colour are merged on arrival, so memory grows with the number
    of colours, not of references, and a new reference costs its own columns only. The
    result is exactly that of one argmax over all references, in whatever order they came:
    of equal similarities the smallest bank row wins, of equal colours the smallest index.

    Attributes
    ----------
    best : (N, C) float32
        Similarity of the most similar reference segment of that colour; -inf if none.
    source : (N, C) int64
        Row of that reference segment in the bank.
    """

    def __init__(self, count: int) -> None:
        self.best = np.empty((count, 0), np.float32)
        self.source = np.empty((count, 0), np.int64)

    def add(
        self,
        similarity: NDArray[np.float32],
        colors: NDArray[np.int32],
        rows: NDArray[np.int64],
    ) -> NDArray[np.bool_]:
        """Merge M more reference segments.

        Parameters
        ----------
        similarity : (N, M) float32
        colors : (M,) int32
            Palette index of each reference segment.
        rows : (M,) int64
            Their rows in the bank, ascending.

        Returns
        -------
        (N,) bool
            Which target segments saw any score change.
        """
        changed = np.zeros(len(self.best), np.bool_)
        if len(colors) == 0:
            return changed
        highest = int(colors.max())
        self._widen(highest + 1)
        if highest == int(colors.min()):
            return self._add_color(highest, similarity, rows)
        order = np.argsort(colors, kind="stable")
        starts = np.flatnonzero(np.diff(colors[order], prepend=-1))
        for columns in np.split(order, starts[1:]):
            color = int(colors[columns[0]])
            changed |= self._add_color(color, similarity[:, columns], rows[columns])
        return changed

    def _add_color(
        self, color: int, similarity: NDArray[np.float32], rows: NDArray[np.int64]
    ) -> NDArray[np.bool_]:
        """Merge references of one colour; see `add`."""
        best, source = self.best[:, color], self.source[:, color]
        if len(rows) == 1:
            value, row = similarity[:, 0], np.full(len(best), rows[0])
        else:
            pick = similarity.argmax(axis=1)
            value, row = similarity[np.arange(len(pick)), pick], rows[pick]
        better: NDArray[np.bool_] = (value > best) | ((value == best) & (row < source))
        best[better] = value[better]
        source[better] = row[better]
        return better

    def colors_won_by(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the colours for which a reference of these bank rows wins anywhere."""
        if len(rows) <= FEW_ROWS:
            won = (self.source[..., None] == rows).any(axis=(0, 2))
        else:
            won = np.isin(self.source, rows).any(axis=0)
        return np.flatnonzero(won)

    def forget(self, colors: NDArray[np.int64]) -> None:
        """Empty the columns of some colours, to be merged anew."""
        self.best[:, colors] = -np.inf
        self.source[:, colors] = NO_SOURCE

    def _widen(self, colors: int) -> None:
        count, have = self.best.shape
        if colors > have:
            more = np.full((count, colors - have), -np.inf, np.float32)
            self.best = np.concatenate([self.best, more], axis=1)
            none = np.full((count, colors - have), NO_SOURCE, np.int64)
            self.source = np.concatenate([self.source, none], axis=1)

    def proposals(self, temperature: float, unknown: float = -np.inf) -> Proposals:
        """Turn scores into proposals.

        Parameters
        ----------
        temperature : float
            Scale of the similarities when they are turned into shares of certainty.
        unknown : float
            Similarity at which a segment is as likely as not something no reference shows.
        """
        return propose(self.best, self.source, temperature, unknown)


def propose(
    best: NDArray[np.float32],
    source: NDArray[np.int64],
    temperature: float,
    unknown: float = -np.inf,
) -> Proposals:
    """Choose the best colour per row of (N, C) scores; see `ColorScores.proposals`."""
    count, colors = best.shape
    width = max(colors, RUNNERS_UP + 1)
    padded = np.full((count, width), -np.inf, np.float32)
    padded[:, :colors] = best
    order = np.argsort(-padded, axis=1, kind="stable")[:, : RUNNERS_UP + 1]
    ranked = np.take_along_axis(padded, order, axis=1)
    known = np.isfinite(ranked)
    ids = np.where(known, order, NO_COLOR).astype(np.int32)
    top = ranked[:, :1]
    safe_top = np.where(np.isfinite(top), top, 0)
    with np.errstate(over="ignore", under="ignore"):
        mass = np.where(np.isfinite(padded), np.exp((padded - safe_top) / temperature), 0)
        other = np.exp(np.minimum((unknown - safe_top[:, 0]) / temperature, 80.0))
    total = np.maximum(mass.sum(axis=1) + other, 1e-30)
    second = np.where(known[:, 1], np.exp((ranked[:, 1] - safe_top[:, 0]) / temperature), 0)
    rival = np.maximum(second, other)
    confidence = np.where(known[:, 0], np.clip((1 - rival) / total, 0, 1), 0)
    winner = np.full(count, NO_SOURCE, np.int64)
    has = known[:, 0]
    winner[has] = source[has, order[has, 0]]
    return Proposals(ids[:, 0], confidence.astype(np.float32), winner, ids[:, 1:])
