"""Keeps colour scores of open frames up to date while references come and go."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintassist.core.matching import NO_COLOR, ColorScores, Proposals
from paintassist.engines.base import Engine, Features


@dataclass
class _Page:
    """One reference drawing: which of its segments have which colour.

    `colors` is (N,) int32, `NO_COLOR` for segments that say nothing (yet); `first_row` is
    the bank row of its first segment.
    """

    features: Features
    colors: NDArray[np.int32]
    first_row: int


@dataclass
class _Target:
    features: Features
    scores: ColorScores
    stale: bool = False


@dataclass(frozen=True)
class Source:
    """Where a proposal came from: a segment of a reference drawing."""

    reference: str
    segment: int


class Matcher:
    """Proposals for any number of targets from any number of references.

    References are *pages*: sheet figures, painted frames, and frames that are being
    painted, whose decided segments count and whose open ones do not. A new colour costs
    the comparison with its own rows only; taking one back recomputes lazily.
    Not thread-safe: it lives in the worker.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._pages: dict[str, _Page] = {}
        self._targets: dict[str, _Target] = {}
        self._row_pages: list[tuple[int, str]] = []
        self._next_row = 0

    @property
    def references(self) -> list[str]:
        """Names of the reference pages, oldest first."""
        return list(self._pages)

    @property
    def targets(self) -> list[str]:
        """Names of the targets."""
        return list(self._targets)

    def add_target(self, name: str, features: Features) -> None:
        """Start proposing for a frame; replaces a target of the same name."""
        self._targets[name] = _Target(features, ColorScores(features.count), stale=True)

    def remove_target(self, name: str) -> None:
        """Stop proposing for a frame; unknown names are ignored."""
        self._targets.pop(name, None)

    def set_reference(
        self, name: str, features: Features, colors: NDArray[np.int32]
    ) -> dict[str, NDArray[np.bool_]]:
        """Say which segments of a drawing have which colour, now.

        Parameters
        ----------
        name : str
        features : Features
        colors : (N,) int32
            Palette index of segment i + 1, `NO_COLOR` where nothing is known.

        Returns
        -------
        dict of str to (count,) bool
            Per target, which segments may have a new proposal.
        """
        page = self._pages.get(name)
        if page is None or page.features.key != features.key:
            if page is not None:
                self.remove_reference(name)
            page = _Page(features, np.full(features.count, NO_COLOR, np.int32), self._next_row)
            self._pages[name] = page
            self._row_pages.append((page.first_row, name))
            self._next_row += features.count
        lost = (page.colors != NO_COLOR) & (page.colors != colors)
        fresh = np.flatnonzero((colors != NO_COLOR) & (page.colors != colors))
        page.colors = colors.astype(np.int32, copy=True)
        if lost.any():
            return self._invalidate()
        return {
            target_name: self._score(target, page, fresh)
            for target_name, target in self._targets.items()
        }

    def remove_reference(self, name: str) -> dict[str, NDArray[np.bool_]]:
        """Forget a reference page; unknown names are ignored."""
        page = self._pages.pop(name, None)
        if page is None or not (page.colors != NO_COLOR).any():
            return {}
        self._row_pages = [(row, owner) for row, owner in self._row_pages if owner != name]
        return self._invalidate()

    def proposals(self, name: str) -> Proposals:
        """Return what is proposed for a target now.

        Raises
        ------
        KeyError
            If there is no such target.
        """
        target = self._targets[name]
        if target.stale:
            self._rescore(target)
        return target.scores.proposals(self.engine.temperature, self.engine.unknown)

    def source(self, row: int) -> Source | None:
        """Return the reference segment behind a bank row, None for `NO_SOURCE`."""
        for first_row, name in reversed(self._row_pages):
            if 0 <= first_row <= row:
                return Source(name, row - first_row + 1)
        return None

    def _invalidate(self) -> dict[str, NDArray[np.bool_]]:
        for target in self._targets.values():
            target.stale = True
        return {
            name: np.ones(target.features.count, np.bool_) for name, target in self._targets.items()
        }

    def _rescore(self, target: _Target) -> None:
        target.scores = ColorScores(target.features.count)
        target.stale = False
        for page in self._pages.values():
            self._score(target, page, np.flatnonzero(page.colors != NO_COLOR))

    def _score(self, target: _Target, page: _Page, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
        if target.stale:
            return np.ones(target.features.count, np.bool_)
        if len(rows) == 0 or target.features.count == 0:
            return np.zeros(target.features.count, np.bool_)
        similarity = self.engine.similarity(target.features, page.features, rows)
        return target.scores.add(similarity, page.colors[rows], rows + page.first_row)
