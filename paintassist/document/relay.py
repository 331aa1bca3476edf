"""What open frames pass on to their neighbours: belief propagation along a clip.

References may show a segment from afar; the next drawing shows it nearly as it is. So every
open frame counts for its two neighbours as if it were a reference, whose colours are its shares
of certainty, and passes on what it was told from the other side (the forward-backward
recursion on a chain; Pearl, Probabilistic Reasoning in Intelligent Systems, 1988). What is told
goes one way only: nothing comes back to the frame that it started from.

A settled frame, in which nearly everything is decided, needs nobody to speak for it: it counts
as a reference, and the chain ends there. What a painter decides in a frame in work counts
directly for the others, and is relayed only once the frame is settled: through its neighbours it
would come back as if they had found it by themselves.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from paintassist.core.matching import NO_COLOR
from paintassist.document.pages import Page, rows_of_colors
from paintassist.engines.base import Features

# Of a frame's segments, so many are decided in a settled one.
SETTLED = 0.95
# Segments of a neighbour that a segment listens to, the most similar ones.
LINKS = 16
# Drawings of more segments would keep the worker for seconds; they neither tell nor are told.
MOST_SEGMENTS = 3000
# Pairs of segments that are heard at once.
AT_ONCE = 1 << 22
# Pairs of frames whose links are kept: some 40 kilobytes each.
KEPT_PAIRS = 2000

NO_COLORS: NDArray[np.int32] = np.empty(0, np.int32)

Masses = NDArray[np.float64]
Hold = Callable[[Masses], Masses]
"""Holds (N, C) masses of a frame to what else is known of its segments."""


@dataclass(frozen=True, eq=False)
class Link:
    """How N segments listen to those of a neighbour.

    Attributes
    ----------
    row : (N, K) int32
        Rows of the neighbour.
    loudness : (N, K) float32
        exp(similarity / voting).
    """

    row: NDArray[np.int32]
    loudness: NDArray[np.float32]

    def carry(self, belief: NDArray[np.float32]) -> Masses:
        """Return the (N, C) masses that a neighbour's (M, C) shares of certainty amount to."""
        told = np.einsum("nk,nkc->nc", self.loudness, belief[self.row])
        return np.asarray(told, np.float64)


def link_of(similarity: NDArray[np.float32], voting: float) -> Link:
    """Return the loudest links of (N, M) similarities."""
    count, others = similarity.shape
    if others > LINKS:
        row = np.argpartition(-similarity, LINKS, axis=1)[:, :LINKS]
    else:
        row = np.tile(np.arange(others), (count, 1))
    near = np.take_along_axis(similarity, row, 1)
    return Link(row.astype(np.int32), np.exp(near / np.float32(voting)).astype(np.float32))


@dataclass(eq=False)
class Station:
    """What one frame knows from pages that speak in relays.

    Attributes
    ----------
    features : Features
    mass : (N, C) float64
        As `ColorScores.mass`, turned.
    heard : dict of int to (M,) int32
        By the first row of a page, the colours that `mass` holds of it.
    version : int
        Grows when it would say something else.
    """

    features: Features
    mass: Masses = field(init=False)
    heard: dict[int, NDArray[np.int32]] = field(default_factory=dict)
    version: int = 0

    def __post_init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Begin anew."""
        self.mass = np.zeros((self.features.count, 0))
        self.heard.clear()
        self.version += 1

    def news(self, pages: Collection[Page]) -> bool:
        """Tell whether any page says something else than what was heard."""
        now = {page.first_row: page.colors for page in pages}
        if now.keys() != self.heard.keys():
            return True
        return any(self.heard[row] is not colors for row, colors in now.items())

    def hear(
        self,
        pages: Collection[Page],
        similarity: Callable[[Page, NDArray[np.int64]], NDArray[np.float32]],
        voting: float,
    ) -> None:
        """Catch up with what pages say now.

        Colours that a page lost are counted anew: taking away what was added would leave
        its rounding behind.

        Parameters
        ----------
        similarity : function of a page and (K,) int64 rows of it
            Returns (N, K) float32.
        """
        now = {page.first_row: page for page in pages}
        lost = [NO_COLORS, *(old for row, old in self.heard.items() if row not in now)]
        fresh: list[tuple[Page, NDArray[np.int64]]] = []
        for row, page in now.items():
            news = page.news(self.heard.get(row))
            lost.append(news.lost_colors)
            fresh.append((page, news.fresh))
        again = np.unique(np.concatenate(lost))
        again = again[again != NO_COLOR].astype(np.int64)
        self.mass[:, again[again < self.mass.shape[1]]] = 0
        for page, rows in fresh:
            added = rows[~np.isin(page.colors[rows], again)] if len(again) else rows
            if len(again):
                added = np.concatenate([added, rows_of_colors(page.colors, again)])
            self._add(page, added, similarity, voting)
        self.heard = {row: page.colors for row, page in now.items()}
        self.version += 1

    def _add(
        self,
        page: Page,
        rows: NDArray[np.int64],
        similarity: Callable[[Page, NDArray[np.int64]], NDArray[np.float32]],
        voting: float,
    ) -> None:
        self.mass = widened(self.mass, int(page.colors[rows].max(initial=-1)) + 1)
        if not self.features.count:
            return
        step = max(1, AT_ONCE // self.features.count)
        for start in range(0, len(rows), step):
            some = rows[start : start + step]
            loud = np.exp(similarity(page, some) / np.float32(voting), dtype=np.float64)
            shown, index = np.unique(page.colors[some], return_inverse=True)
            self.mass[:, shown] += loud @ np.eye(len(shown))[index]


@dataclass(frozen=True, eq=False)
class Stop:
    """A frame of the chain.

    Attributes
    ----------
    station : Station
    speaks : bool
        Whether it relays; a settled frame only listens.
    hold : Hold, optional
        What else is known of its segments.
    """

    station: Station
    speaks: bool
    hold: Hold | None = None


class Links:
    """The links between neighbours, remembered.

    Parameters
    ----------
    similarity : function of two Features
        All (N, M) similarities of the first with the second.
    voting : float
    """

    def __init__(
        self, similarity: Callable[[Features, Features], NDArray[np.float32]], voting: float
    ) -> None:
        self._similarity, self._voting = similarity, voting
        self._known: OrderedDict[tuple[str, str], Link] = OrderedDict()

    def __contains__(self, pair: tuple[Features, Features]) -> bool:
        return (pair[0].key, pair[1].key) in self._known

    def between(self, listener: Features, speaker: Features) -> Link:
        """Return how one frame listens to another."""
        key = (listener.key, speaker.key)
        link = self._known.get(key)
        if link is None:
            link = link_of(self._similarity(listener, speaker), self._voting)
            self._known[key] = link
            if len(self._known) > KEPT_PAIRS:
                self._known.popitem(last=False)
        else:
            self._known.move_to_end(key)
        return link


def is_settled(colors: NDArray[np.int32]) -> bool:
    """Return whether nearly everything of a frame is decided.

    Parameters
    ----------
    colors : (N,) int32
        `NO_COLOR` where nothing is.
    """
    return bool(np.count_nonzero(colors != NO_COLOR) >= SETTLED * len(colors))


def pairs_of(chain: Sequence[Stop]) -> list[tuple[Features, Features]]:
    """Return who listens to whom: (listener, speaker)."""
    found = []
    for one, other in pairwise(chain):
        for listener, speaker in ((other, one), (one, other)):
            pair = listener.station.features, speaker.station.features
            if speaker.speaks and pair[0].count and pair[1].count:
                found.append(pair)
    return found


def relay(chain: Sequence[Stop], links: Links) -> list[Masses]:
    """Return what every frame of a chain is told by its neighbours, (N, C) masses each."""
    told: list[Masses] = [np.zeros((stop.station.features.count, 0)) for stop in chain]
    for order in (range(len(chain)), range(len(chain) - 1, -1, -1)):
        before: Stop | None = None
        belief: NDArray[np.float32] | None = None
        for index in order:
            stop = chain[index]
            features = stop.station.features
            mass = stop.station.mass
            if before is not None and belief is not None and features.count:
                incoming = links.between(features, before.station.features).carry(belief)
                told[index] = _added(told[index], incoming)
                mass = _added(mass, incoming)
            before, belief = stop, None
            if stop.speaks and features.count and mass.shape[1]:
                belief = _shares(mass if stop.hold is None else stop.hold(mass))
    return told


def widened(masses: Masses, colors: int) -> Masses:
    """Return (N, C) masses with columns for at least `colors` colours."""
    missing = colors - masses.shape[1]
    return np.pad(masses, ((0, 0), (0, missing))) if missing > 0 else masses


def _added(one: Masses, other: Masses) -> Masses:
    colors = max(one.shape[1], other.shape[1])
    return widened(one, colors) + widened(other, colors)


def _shares(mass: Masses) -> NDArray[np.float32]:
    total = mass.sum(axis=1, keepdims=True)
    return (mass / np.where(total > 0, total, 1)).astype(np.float32)
