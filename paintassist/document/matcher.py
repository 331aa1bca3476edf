"""Keeps colour scores of open frames up to date while references come and go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from paintassist.core.calibration import calibrated
from paintassist.core.marks import Marks, Tones, constrain, no_marks, tones_of
from paintassist.core.matching import (
    ALL_ROWS,
    NO_COLOR,
    NO_SOURCE,
    ColorScores,
    Hold,
    Proposals,
)
from paintassist.document.pages import Page, group_rows, rows_of_colors
from paintassist.document.proposals import Source
from paintassist.document.views import fit_of, offsets_of
from paintassist.engines.base import Engine, Features

# So many reference segments are merged at once: the table of similarities stays small.
AT_ONCE = 4096
# And so many pairs with a target's segments, which is fewer rows for a target of ten thousand.
MOST_PAIRS = 1 << 24


@dataclass
class _Target:
    """One frame: its scores, and per page (by first row) the colours they already hold."""

    features: Features
    scores: ColorScores
    marks: Marks
    seen: dict[int, NDArray[np.int32]] = field(default_factory=dict)
    # The matcher's count of changes up to which it has caught up.
    caught_up: int = -1
    proposals: Proposals | None = None
    # Of pages, by first row: how well they fit, and what that adds to their similarities.
    fits: dict[int, float] = field(default_factory=dict)
    offsets: dict[int, float] = field(default_factory=dict)
    # Segments to propose for anew, whatever their votes.
    stale: NDArray[np.bool_] = field(init=False)

    def __post_init__(self) -> None:
        self.stale = np.zeros(self.features.count, np.bool_)


class Matcher:
    """Proposals for any number of targets from any number of references.

    References are *pages*: sheet figures, painted frames, and frames that are being
    painted, whose decided segments count and whose open ones do not. Telling it about a
    page is free; a target catches up when it is asked for, at the cost of the comparison
    with the new rows only. Taking a colour back recomputes the colours it counted for.
    Not thread-safe: it lives in the worker.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._pages: dict[str, Page] = {}
        self._targets: dict[str, _Target] = {}
        # Every page there ever was, so that a bank row keeps its meaning.
        self._first_rows: list[int] = []
        self._page_names: list[str] = []
        self._next_row = 0
        self._changes = 0
        self._tones = tones_of(())

    @property
    def references(self) -> list[str]:
        """Names of the reference pages, oldest first."""
        return list(self._pages)

    @property
    def targets(self) -> list[str]:
        """Names of the targets."""
        return list(self._targets)

    @property
    def page_names(self) -> tuple[str, ...]:
        """Name of every page there ever was, by the numbers of `locate`."""
        return tuple(self._page_names)

    def add_target(self, name: str, features: Features, marks: Marks | None = None) -> None:
        """Start proposing for a frame; replaces a target of the same name.

        Parameters
        ----------
        marks : Marks, optional
            Of its segments; nothing is said of any by default.
        """
        scores = ColorScores(features.count, self.engine.voting)
        self._targets[name] = _Target(features, scores, marks or no_marks(features.count))

    def set_marks(self, name: str, marks: Marks) -> None:
        """Say other things of a target's segments; unknown names are ignored."""
        target = self._targets.get(name)
        if target is not None and target.features.count == len(marks.shade):
            target.stale |= target.marks.said | marks.said
            target.marks = marks

    def set_tones(self, tones: Tones) -> None:
        """Say which colours of the palette are tones of one part."""
        self._tones = tones
        for target in self._targets.values():
            target.stale |= target.marks.said

    def remove_target(self, name: str) -> None:
        """Stop proposing for a frame; unknown names are ignored."""
        self._targets.pop(name, None)

    def set_reference(
        self, name: str, features: Features, colors: NDArray[np.int32], view: str = ""
    ) -> None:
        """Say which segments of a drawing have which colour, now.

        Parameters
        ----------
        name : str
        features : Features
        colors : (N,) int32
            Palette index of segment i + 1, `NO_COLOR` where nothing is known.
        view : str
            From where it is seen; "" if nobody told, see `document.views`.
        """
        page = self._pages.get(name)
        if page is None or page.features.key != features.key:
            page = Page(features, colors, self._next_row)
            self._pages[name] = page
            self._first_rows.append(page.first_row)
            self._page_names.append(name)
            self._next_row += features.count
        elif page.view == view and np.array_equal(page.colors, colors):
            return
        page.view = view
        page.colors = colors.astype(np.int32, copy=True)
        self._changes += 1

    def remove_reference(self, name: str) -> None:
        """Forget a reference page; unknown names are ignored."""
        if self._pages.pop(name, None) is not None:
            self._changes += 1

    def proposals(self, name: str) -> Proposals:
        """Return what is proposed for a target now.

        Raises
        ------
        KeyError
            If there is no such target.
        """
        self.update(name)
        proposals = self._targets[name].proposals
        assert proposals is not None
        return proposals

    def update(self, name: str) -> NDArray[np.bool_]:
        """Catch up with the references.

        Returns
        -------
        (N,) bool
            The segments of the target whose scores changed since the last call.
        """
        target = self._targets[name]
        behind = target.caught_up != self._changes
        changed = self._catch_up(target) | target.stale
        if behind and target.marks.any:
            # What leads may be out of bounds, so any vote can matter.
            changed |= target.marks.said
        target.stale[:] = False
        if target.proposals is None:
            target.proposals = self._propose(target, ALL_ROWS)
            return np.ones(target.features.count, np.bool_)
        rows = np.flatnonzero(changed)
        if len(rows):
            part = self._propose(target, rows)
            target.proposals = _replace_rows(target.proposals, rows, part)
        return changed

    def _propose(self, target: _Target, rows: NDArray[np.int64] | slice) -> Proposals:
        """Choose colours from scores, with confidences that are probabilities."""
        engine, marks = self.engine, target.marks
        hold: Hold | None = None
        if marks.any:
            some = Marks(marks.shade[rows], marks.part[rows], marks.parts)

            def hold(votes: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
                return constrain(votes, self._tones, some, engine.unknown)

        raw = target.scores.proposals(engine.temperature, engine.unknown, rows, hold)
        return calibrated(raw, engine.calibration)

    def source(self, row: int) -> Source | None:
        """Return the reference segment behind a bank row, None for `NO_SOURCE`."""
        page, segment = self.locate(np.array([row], np.int64))
        return Source(self._page_names[page[0]], int(segment[0])) if page[0] >= 0 else None

    def locate(self, rows: NDArray[np.int64]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Return the page number and the segment id behind bank rows.

        Returns
        -------
        page : (K,) int32
            Index into `page_names`; -1 for `NO_SOURCE`.
        segment : (K,) int32
            Segment id; 0 for `NO_SOURCE`.
        """
        first = np.array([*self._first_rows, self._next_row], np.int64)
        # Pages without segments share their first row with the next page; "right" skips them.
        page = np.searchsorted(first[:-1], rows, side="right") - 1
        page[rows == NO_SOURCE] = -1
        segment = np.where(page >= 0, rows - first[page] + 1, 0)
        return page.astype(np.int32), segment.astype(np.int32)

    def _catch_up(self, target: _Target) -> NDArray[np.bool_]:
        """Merge what is new and take back what is gone; tell which rows changed."""
        changed = np.zeros(target.features.count, np.bool_)
        if target.caught_up == self._changes:
            return changed
        changed |= self._weigh_views(target)
        lost: list[tuple[NDArray[np.int64], NDArray[np.int32]]] = []
        fresh: list[tuple[Page, NDArray[np.int64]]] = []
        pages = {page.first_row: page for page in self._pages.values()}
        for first_row in [row for row in target.seen if row not in pages]:
            gone = target.seen.pop(first_row)
            rows = np.flatnonzero(gone != NO_COLOR)
            lost.append((rows + first_row, gone[rows]))
        for first_row, page in pages.items():
            before = target.seen.get(first_row)
            if before is page.colors:
                continue
            news = page.news(before)
            if len(news.lost):
                lost.append((news.lost + first_row, news.lost_colors))
            if len(news.fresh):
                fresh.append((page, news.fresh))
            target.seen[first_row] = page.colors
        if not changed.size:
            return changed
        if lost:
            touched = _touched(target.scores, lost)
            changed |= self._redo(target, touched)
            fresh = [(page, rows[~np.isin(page.colors[rows], touched)]) for page, rows in fresh]
        changed |= self._merge(target, fresh)
        target.caught_up = self._changes
        return changed

    def _weigh_views(self, target: _Target) -> bool:
        """Let the view that fits best speak loudest; tell whether all begins anew for that."""
        if not target.features.count:
            return False
        told = {page.first_row: page for page in self._pages.values() if page.view}
        for first_row, page in told.items() if len(told) > 1 else ():
            if first_row not in target.fits:
                every = np.arange(page.features.count)
                target.fits[first_row] = fit_of(
                    self.engine.similarity(target.features, page.features, every)
                )
        views = {first_row: page.view for first_row, page in told.items()}
        offsets = offsets_of(target.fits, views) if len(told) > 1 else {}
        if offsets == target.offsets:
            return False
        target.offsets = offsets
        target.scores = ColorScores(target.features.count, self.engine.voting)
        target.seen.clear()
        return True

    def _similarity(
        self, target: _Target, page: Page, rows: NDArray[np.int64]
    ) -> NDArray[np.float32]:
        """Return the similarities with rows of a page, as loud as its view is."""
        similarity = self.engine.similarity(target.features, page.features, rows)
        offset = target.offsets.get(page.first_row)
        return similarity if offset is None else similarity + np.float32(offset)

    def _redo(self, target: _Target, colors: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Merge some colours anew from all pages; tell which rows changed."""
        if len(colors) == 0:
            return np.zeros(target.features.count, np.bool_)

        def merge() -> None:
            pages = self._pages.values()
            self._merge(target, [(page, rows_of_colors(page.colors, colors)) for page in pages])

        return target.scores.redo(colors, merge)

    def _merge(
        self, target: _Target, fresh: Iterable[tuple[Page, NDArray[np.int64]]]
    ) -> NDArray[np.bool_]:
        """Add rows of pages to a target's scores, many pages at once; tell what changed."""
        changed = np.zeros(target.features.count, np.bool_)
        # Of equal similarities the smallest bank row wins, so rows have to ascend.
        waiting = sorted(
            ((page, rows) for page, rows in fresh if len(rows)), key=lambda item: item[0].first_row
        )
        most = max(1, MOST_PAIRS // target.features.count)
        pieces = [
            (page, rows[start : start + most])
            for page, rows in waiting
            for start in range(0, len(rows), most)
        ]
        for block in group_rows(pieces, min(AT_ONCE, most)):
            if len(block) == 1:
                page, rows = block[0]
                similarity = self._similarity(target, page, rows)
                changed |= target.scores.add(similarity, page.colors[rows], rows + page.first_row)
                continue
            total = sum(len(rows) for _, rows in block)
            together = np.empty((target.features.count, total), np.float32)
            end = 0
            for page, rows in block:
                start, end = end, end + len(rows)
                together[:, start:end] = self._similarity(target, page, rows)
            changed |= target.scores.add(
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


def _replace_rows(whole: Proposals, rows: NDArray[np.int64], part: Proposals) -> Proposals:
    """Return `whole` with some rows replaced; the old arrays may be in other hands."""
    color, confidence = whole.color.copy(), whole.confidence.copy()
    source, runners_up = whole.source.copy(), whole.runners_up.copy()
    color[rows], confidence[rows] = part.color, part.confidence
    source[rows], runners_up[rows] = part.source, part.runners_up
    return Proposals(color, confidence, source, runners_up)
