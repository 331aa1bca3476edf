"""Matching: from similarities to colours, merged by colour and updated incrementally."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RUNNERS_UP = 3
Hold = Callable[[NDArray[np.float32]], tuple[NDArray[np.float32], NDArray[np.int64]]]
"""Holds (K, C) votes to what else is known: new (K, D) votes, and whose vote each is."""
NO_COLOR = -1
NO_SOURCE = -1
# Up to this many bank rows are compared one by one, which is faster than as a set.
FEW_ROWS = 4
ALL_ROWS = slice(None)
# A row is proposed anew when its votes moved by this share of all of them, or its winner changed.
SETTLED = 0.005


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
    """How much every colour has in favour of it at every target segment.

    Reference segments of one colour are merged on arrival, so memory grows with the number
    of colours, not of references, and a new reference costs its own columns only.

    Without voting the result is exactly that of one argmax over all references, in whatever
    order they came: of equal similarities the smallest bank row wins, of equal colours the
    smallest index. With voting the references of a colour add up, softly: many that are
    nearly as similar outvote a single one that is a little more so.

    Parameters
    ----------
    count : int
        N, the target's segments.
    voting : float, optional
        Scale of the similarities at which references of one colour add up.

    Attributes
    ----------
    best : (C, N) float32
        Similarity of the most similar reference segment of that colour; -inf if none. One
        colour's numbers lie side by side, because a correction touches one colour.
    source : (C, N) int64
        Row of that reference segment in the bank.
    mass : (C, N) float64
        Sum of exp(similarity / voting) over the colour's references; unused without voting.
    relayed : (C, N) float64
        What open frames add to it, see `set_relayed`.
    """

    def __init__(self, count: int, voting: float | None = None) -> None:
        self.voting = voting
        self.count = count
        self.best = np.empty((0, count), np.float32)
        self.source = np.empty((0, count), np.int64)
        self.mass = np.empty((0, count), np.float64)
        self.relayed = np.empty((0, count), np.float64)
        # Of each segment, as last read by `votes`: its leading colour and how much mass may
        # come before it is told as changed; then how much has come, and what the leader has.
        self._leader = np.zeros(count, np.int64)
        self._slack = np.zeros(count, np.float64)
        self._gained = np.zeros(count, np.float64)
        self._leading = np.zeros(count, np.float64)

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
            Which target segments saw a score change that `votes` has not told yet; with
            voting, one that could be seen.
        """
        changed = np.zeros(self.count, np.bool_)
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
            part = similarity.take(columns, axis=1)
            changed |= self._add_color(color, part, rows[columns])
        return changed

    def _add_color(
        self, color: int, similarity: NDArray[np.float32], rows: NDArray[np.int64]
    ) -> NDArray[np.bool_]:
        """Merge references of one colour; see `add`."""
        best, source = self.best[color], self.source[color]
        if len(rows) == 1:
            value = similarity[:, 0]
            row = rows[0]
            better: NDArray[np.bool_] = (value > best) | ((value == best) & (row < source))
        else:
            pick = similarity.argmax(axis=1)
            value, row = similarity[np.arange(len(pick)), pick], rows[pick]
            better = (value > best) | ((value == best) & (row < source))
        np.copyto(best, value, where=better)
        np.copyto(source, row, where=better)
        if self.voting is None:
            return better
        gain = np.exp(similarity / self.voting, dtype=np.float64)
        added = gain[:, 0] if len(rows) == 1 else gain.sum(axis=1)
        mass = self.mass[color]
        mass += added
        self._gained += added
        total = mass + self.relayed[color]
        leads = self._leader == color
        np.copyto(self._leading, total, where=leads)
        leads &= better
        leads |= total > self._leading
        leads |= self._gained > self._slack
        return leads

    def set_relayed(self, relayed: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Replace what open frames say of the colours; only with voting.

        Parameters
        ----------
        relayed : (C, N) float64
            Masses, on the scale of those of references.

        Returns
        -------
        (N,) bool
            As for `add`.
        """
        self._widen(len(relayed))
        before, self.relayed = self.relayed, np.zeros_like(self.mass)
        self.relayed[: len(relayed)] = relayed
        self._gained += np.abs(self.relayed - before).sum(axis=0)
        return self._seen()

    def _seen(self) -> NDArray[np.bool_]:
        """Tell where another colour leads now, or too much came and went unseen."""
        total = self.mass + self.relayed
        if not len(total):
            return np.zeros(self.count, np.bool_)
        self._leading = total[self._leader, np.arange(self.count)]
        return (self._leading < total.max(axis=0)) | (self._gained > self._slack)

    def votes(self, rows: NDArray[np.int64] | slice = ALL_ROWS) -> NDArray[np.float32]:
        """Return what the colours have in favour of them, on the scale of similarities.

        Parameters
        ----------
        rows : (K,) int64, optional
            Target segments; all by default.

        Returns
        -------
        (K, C) float32
            The best similarity, or with voting the soft sum of all; -inf if there is none.
        """
        if self.voting is None:
            return np.ascontiguousarray(self.best[:, rows].T)
        mass = np.ascontiguousarray((self.mass[:, rows] + self.relayed[:, rows]).T)
        if mass.shape[1]:
            leader = mass.argmax(axis=1)
            self._leader[rows] = leader
            self._leading[rows] = mass[np.arange(len(mass)), leader]
            self._slack[rows] = SETTLED * mass.sum(axis=1)
            self._gained[rows] = 0
        with np.errstate(divide="ignore"):
            return (self.voting * np.log(mass)).astype(np.float32)

    def colors_won_by(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return (K,) int64: the colours for which one of these (M,) bank rows wins anywhere."""
        if len(rows) <= FEW_ROWS:
            won = (self.source[..., None] == rows).any(axis=(1, 2))
        else:
            won = np.isin(self.source, rows).any(axis=1)
        return np.flatnonzero(won)

    def redo(self, colors: NDArray[np.int64], merge: Callable[[], None]) -> NDArray[np.bool_]:
        """Empty the columns of some colours and have them merged anew.

        Parameters
        ----------
        colors : (K,) int64
        merge : callable
            Adds every reference of these colours again.

        Returns
        -------
        (N,) bool
            As for `add`.
        """
        best, source = self.best[colors], self.source[colors]
        self.best[colors] = -np.inf
        self.source[colors] = NO_SOURCE
        if self.voting is None:
            merge()
            differs = (best != self.best[colors]) | (source != self.source[colors])
            return differs.any(axis=0)
        mass, gained = self.mass[colors], self._gained.copy()
        self.mass[colors] = 0
        merge()
        self._gained = gained + np.abs(self.mass[colors] - mass).sum(axis=0)
        shown = (source != self.source[colors]) & (colors[:, None] == self._leader)
        return shown.any(axis=0) | self._seen()

    def _widen(self, colors: int) -> None:
        more = colors - len(self.best)
        if more > 0:
            shape = more, self.count
            self.best = np.concatenate([self.best, np.full(shape, -np.inf, np.float32)])
            self.source = np.concatenate([self.source, np.full(shape, NO_SOURCE, np.int64)])
            if self.voting is not None:
                self.mass = np.concatenate([self.mass, np.zeros(shape)])
                self.relayed = np.concatenate([self.relayed, np.zeros(shape)])

    def proposals(
        self,
        temperature: float,
        unknown: float = -np.inf,
        rows: NDArray[np.int64] | slice = ALL_ROWS,
        hold: Hold | None = None,
    ) -> Proposals:
        """Turn scores into proposals.

        Parameters
        ----------
        temperature : float
            Scale of the similarities when they are turned into shares of certainty.
        unknown : float
            Similarity at which a segment is as likely as not something no reference shows.
        rows : (K,) int64, optional
            Target segments; all by default.
        hold : Hold, optional
            What else is known of the segments.
        """
        votes = self.votes(rows)
        where = np.arange(self.count)[rows]
        origin = None
        if hold is not None:
            votes, origin = hold(votes)

        def source(color: NDArray[np.int64], of: NDArray[np.int64]) -> NDArray[np.int64]:
            voted = color if origin is None else origin[of, color]
            found = np.full(len(of), NO_SOURCE, np.int64)
            shown = voted < len(self.source)
            found[shown] = self.source[voted[shown], where[of[shown]]]
            return found

        return _propose(votes, source, temperature, unknown)


def propose(
    best: NDArray[np.float32],
    source: NDArray[np.int64],
    temperature: float,
    unknown: float = -np.inf,
) -> Proposals:
    """Choose the best colour per row of (N, C) votes; see `ColorScores.proposals`."""
    return _propose(best, lambda color, of: source[of, color], temperature, unknown)


def _propose(
    best: NDArray[np.float32],
    source: Callable[[NDArray[np.int64], NDArray[np.int64]], NDArray[np.int64]],
    temperature: float,
    unknown: float,
) -> Proposals:
    """Choose the best colours; `source` gives the bank row behind colours of rows."""
    count = len(best)
    order, ranked = _best_colors(best)
    known = np.isfinite(ranked)
    ids = np.where(known, order, NO_COLOR).astype(np.int32)
    has = known[:, 0]
    top = np.where(has, ranked[:, 0], 0)
    with np.errstate(over="ignore", under="ignore"):
        # What no reference shows is -inf, so that its share is 0.
        shares = np.exp((best - top[:, None]) / temperature)
        other = np.exp(np.minimum((unknown - top) / temperature, 80.0))
        second = np.exp((ranked[:, 1] - top) / temperature)
    total = np.maximum(shares.sum(axis=1) + other, 1e-30)
    confidence = np.where(has, np.clip((1 - np.maximum(second, other)) / total, 0, 1), 0)
    winner = np.full(count, NO_SOURCE, np.int64)
    shown = np.flatnonzero(has)
    winner[shown] = source(order[shown, 0], shown)
    return Proposals(ids[:, 0], confidence.astype(np.float32), winner, ids[:, 1:])


def _best_colors(best: NDArray[np.float32]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return the first colours of every row, best first, of equals the smallest index.

    Returns
    -------
    order : (N, RUNNERS_UP + 1) int64
    ranked : (N, RUNNERS_UP + 1) float32
        Their votes; -inf where there are no more colours.
    """
    count, colors = best.shape
    order = np.zeros((count, RUNNERS_UP + 1), np.int64)
    ranked = np.full((count, RUNNERS_UP + 1), -np.inf, np.float32)
    left = best.copy()
    rows = np.arange(count)
    for rank in range(min(RUNNERS_UP + 1, colors)):
        order[:, rank] = pick = left.argmax(axis=1)
        ranked[:, rank] = left[rows, pick]
        left[rows, pick] = -np.inf
    return order, ranked
