"""One open frame to the matcher: its scores, which catch up with the pages."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import numpy as np
from numpy.typing import NDArray

from paintassist.core.calibration import calibrated
from paintassist.core.marks import Marks
from paintassist.core.matching import ALL_ROWS, NO_COLOR, ColorScores, Hold, Proposals
from paintassist.core.tones import Tones, constrain
from paintassist.document.pages import Page, group_rows, rows_of_colors
from paintassist.document.relay import Hold as HoldMasses
from paintassist.document.relay import Masses, Station
from paintassist.document.views import fit_of, offsets_of
from paintassist.engines.base import Engine, Features

# So many reference segments are merged at once: the table of similarities stays small.
AT_ONCE = 4096
# And so many pairs with a target's segments, which is fewer rows for a target of ten thousand.
MOST_PAIRS = 1 << 24


class Target:
    """One frame, and what it has heard of the pages.

    Attributes
    ----------
    features : Features
    marks : Marks
    stale : (N,) bool
        Segments to propose for anew, whatever their votes.
    caught_up : int
        The matcher's count of changes up to which it has caught up.
    proposals : Proposals or None
    station : Station
        What it knows for its neighbours.
    """

    def __init__(self, engine: Engine, features: Features, marks: Marks) -> None:
        self.features, self.marks = features, marks
        self.stale = np.zeros(features.count, np.bool_)
        self.caught_up = -1
        self.proposals: Proposals | None = None
        self.station = Station(features)
        self._engine = engine
        self._scores = ColorScores(features.count, engine.voting)
        # Of pages, by first row: the colours that the scores hold; how well they fit, and
        # what that adds to their similarities.
        self._seen: dict[int, NDArray[np.int32]] = {}
        self._fits: dict[int, float] = {}
        self._offsets: dict[int, float] = {}

    def catch_up(self, pages: Collection[Page], changes: int) -> NDArray[np.bool_]:
        """Merge what is new and take back what is gone; tell which rows changed.

        Parameters
        ----------
        pages : collection of Page
            All there are.
        changes : int
            The matcher's count of them.
        """
        changed = np.zeros(self.features.count, np.bool_)
        if self.caught_up == changes:
            return changed
        changed |= self._weigh_views(pages)
        lost: list[tuple[NDArray[np.int64], NDArray[np.int32]]] = []
        fresh: list[tuple[Page, NDArray[np.int64]]] = []
        by_row = {page.first_row: page for page in pages}
        for first_row in [row for row in self._seen if row not in by_row]:
            gone = self._seen.pop(first_row)
            rows = np.flatnonzero(gone != NO_COLOR)
            lost.append((rows + first_row, gone[rows]))
        for first_row, page in by_row.items():
            before = self._seen.get(first_row)
            if before is page.colors:
                continue
            news = page.news(before)
            if len(news.lost):
                lost.append((news.lost + first_row, news.lost_colors))
            if len(news.fresh):
                fresh.append((page, news.fresh))
            self._seen[first_row] = page.colors
        if not changed.size:
            return changed
        if lost:
            touched = _touched(self._scores, lost)
            changed |= self._redo(pages, touched)
            fresh = [(page, rows[~np.isin(page.colors[rows], touched)]) for page, rows in fresh]
        changed |= self._merge(fresh)
        self.caught_up = changes
        return changed

    def listen(self, pages: Collection[Page]) -> None:
        """Catch up, for the neighbours, with the pages that speak in relays."""
        if self._engine.voting is not None:
            self.station.hear(pages, self.similarity, self._engine.voting)

    def be_told(self, masses: Masses) -> None:
        """Count what the neighbours say, (N, C) masses, from now on."""
        self.stale |= self._scores.set_relayed(masses.T)

    def similarity(self, page: Page, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the (N, K) similarities with rows of a page, as loud as its view is."""
        similarity = self._engine.similarity(self.features, page.features, rows)
        offset = self._offsets.get(page.first_row)
        return similarity if offset is None else similarity + np.float32(offset)

    def propose(self, tones: Tones, rows: NDArray[np.int64] | slice = ALL_ROWS) -> Proposals:
        """Choose colours from scores, with confidences that are probabilities."""
        engine, marks = self._engine, self.marks
        hold: Hold | None = None
        if marks.any:
            some = Marks(marks.shade[rows], marks.part[rows], marks.parts)

            def hold(votes: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
                return constrain(votes, tones, some, engine.unknown)

        raw = self._scores.proposals(engine.temperature, engine.unknown, rows, hold)
        return calibrated(raw, engine.calibration)

    def hold_masses(self, tones: Tones) -> HoldMasses | None:
        """Return what holds masses to the frame's marks, None without any."""
        voting, marks, unknown = self._engine.voting, self.marks, self._engine.unknown
        if not marks.any or voting is None:
            return None

        def hold(masses: Masses) -> Masses:
            with np.errstate(divide="ignore"):
                votes = (voting * np.log(masses)).astype(np.float32)
            held = constrain(votes, tones, marks, unknown)[0]
            return np.exp(held / voting, dtype=np.float64)

        return hold

    def _weigh_views(self, pages: Collection[Page]) -> bool:
        """Let the view that fits best speak loudest; tell whether all begins anew for that."""
        if not self.features.count:
            return False
        told = {page.first_row: page for page in pages if page.view}
        for first_row, page in told.items() if len(told) > 1 else ():
            if first_row not in self._fits:
                every = np.arange(page.features.count)
                self._fits[first_row] = fit_of(
                    self._engine.similarity(self.features, page.features, every)
                )
        views = {first_row: page.view for first_row, page in told.items()}
        offsets = offsets_of(self._fits, views) if len(told) > 1 else {}
        if offsets == self._offsets:
            return False
        self._offsets = offsets
        relayed = self._scores.relayed
        self._scores = ColorScores(self.features.count, self._engine.voting)
        self._seen.clear()
        self.station.forget()
        if self._engine.voting is not None:
            self._scores.set_relayed(relayed)
        return True

    def _redo(self, pages: Collection[Page], colors: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Merge some colours anew from all pages; tell which rows changed."""
        if len(colors) == 0:
            return np.zeros(self.features.count, np.bool_)

        def merge() -> None:
            self._merge([(page, rows_of_colors(page.colors, colors)) for page in pages])

        return self._scores.redo(colors, merge)

    def _merge(self, fresh: Iterable[tuple[Page, NDArray[np.int64]]]) -> NDArray[np.bool_]:
        """Add rows of pages to the scores, many pages at once; tell what changed."""
        changed = np.zeros(self.features.count, np.bool_)
        # Of equal similarities the smallest bank row wins, so rows have to ascend.
        waiting = sorted(
            ((page, rows) for page, rows in fresh if len(rows)), key=lambda item: item[0].first_row
        )
        most = max(1, MOST_PAIRS // self.features.count)
        pieces = [
            (page, rows[start : start + most])
            for page, rows in waiting
            for start in range(0, len(rows), most)
        ]
        for block in group_rows(pieces, min(AT_ONCE, most)):
            if len(block) == 1:
                page, rows = block[0]
                similarity = self.similarity(page, rows)
                changed |= self._scores.add(similarity, page.colors[rows], rows + page.first_row)
                continue
            total = sum(len(rows) for _, rows in block)
            together = np.empty((self.features.count, total), np.float32)
            end = 0
            for page, rows in block:
                start, end = end, end + len(rows)
                together[:, start:end] = self.similarity(page, rows)
            changed |= self._scores.add(
                together,
                np.concatenate([page.colors[rows] for page, rows in block]),
                np.concatenate([rows + page.first_row for page, rows in block]),
            )
        return changed


def _touched(
    scores: ColorScores, lost: list[tuple[NDArray[np.int64], NDArray[np.int32]]]
) -> NDArray[np.int64]:
    """Return the colours whose score the loss of bank rows (and their colours) can change."""
    rows = np.concatenate([rows for rows, _ in lost])
    if scores.voting is None:
        return scores.colors_won_by(rows)
    return np.unique(np.concatenate([colors for _, colors in lost])).astype(np.int64)
