"""Keeps colour scores of open frames up to date while references come and go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from paintassist.core.marks import Marks, no_marks
from paintassist.core.matching import NO_SOURCE, Proposals
from paintassist.core.tones import Tones, tones_of
from paintassist.document.pages import Page
from paintassist.document.proposals import Source
from paintassist.document.relay import (
    MOST_SEGMENTS,
    Links,
    Station,
    Stop,
    is_settled,
    pairs_of,
    relay,
)
from paintassist.document.target import Target
from paintassist.engines.base import Engine, Features


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
        self._targets: dict[str, Target] = {}
        # Every page there ever was, so that a bank row keeps its meaning.
        self._first_rows: list[int] = []
        self._page_names: list[str] = []
        self._next_row = 0
        self._changes = 0
        self._tones = tones_of(())
        self._links = Links(engine.similarity, engine.voting) if engine.voting else None
        # By what the last relay went, and so what it would say again.
        self._said: list[tuple[Station, int, bool]] = []

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
        self._targets[name] = Target(self.engine, features, marks or no_marks(features.count))

    def set_marks(self, name: str, marks: Marks) -> None:
        """Say other things of a target's segments; unknown names are ignored."""
        target = self._targets.get(name)
        if target is not None and target.features.count == len(marks.shade):
            target.stale |= target.marks.said | marks.said
            target.marks = marks
            target.station.version += 1

    def set_tones(self, tones: Tones) -> None:
        """Say which colours of the palette are tones of one part."""
        self._tones = tones
        for target in self._targets.values():
            target.stale |= target.marks.said
            target.station.version += int(target.marks.any)

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
        changed = target.catch_up(self._pages.values(), self._changes) | target.stale
        if behind and target.marks.any:
            # What leads may be out of bounds, so any vote can matter.
            changed |= target.marks.said
        target.stale[:] = False
        if target.proposals is None:
            target.proposals = target.propose(self._tones)
            return np.ones(target.features.count, np.bool_)
        rows = np.flatnonzero(changed)
        if len(rows):
            part = target.propose(self._tones, rows)
            target.proposals = _replace_rows(target.proposals, rows, part)
        return changed

    def forget_proposals(self) -> None:
        """Propose anew for all segments when next asked, as after other scales of the engine."""
        for target in self._targets.values():
            target.proposals = None

    def relay(self, chain: Sequence[tuple[str, str]]) -> Iterator[tuple[int, int]]:
        """Let the frames of a clip tell their neighbours what they would be coloured.

        What they are told counts in proposals from the end of this on, until it is called
        again. Engines of which the nearest reference decides alone do not relay.

        Parameters
        ----------
        chain : sequence of (target, page)
            The clip's frames in order, by their names as target and as reference. Those
            that are no target, or too large, are passed over.

        Yields
        ------
        done, total : int
            After every piece of work but the last, the pass over all frames.
        """
        if self._links is None or not self.engine.relays:
            return
        found = [(self._targets[one], other) for one, other in chain if one in self._targets]
        frames = [frame for frame in found if frame[0].features.count <= MOST_SEGMENTS]
        working = {
            name
            for _, name in frames
            if name in self._pages and not is_settled(self._pages[name].colors)
        }
        speaking = {name: page for name, page in self._pages.items() if name not in working}
        heard = [[page for other, page in speaking.items() if other != name] for _, name in frames]
        stops = [
            Stop(target.station, name not in speaking, target.hold_masses(self._tones))
            for target, name in frames
        ]
        pairs = [pair for pair in pairs_of(stops) if pair not in self._links]
        total = len(frames) + len(pairs) + 1
        for done, ((target, _), pages) in enumerate(zip(frames, heard, strict=True), 1):
            # Which view speaks loudest is settled first.
            target.stale |= target.catch_up(self._pages.values(), self._changes)
            if target.station.news(pages):
                target.listen(pages)
                yield done, total
        for done, (listener, speaker) in enumerate(pairs, len(frames) + 1):
            self._links.between(listener, speaker)
            yield done, total
        said = [(stop.station, stop.station.version, stop.speaks) for stop in stops]
        if said == self._said:
            return
        self._said = said
        for (target, _), told in zip(frames, relay(stops, self._links), strict=True):
            target.be_told(told)

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


def _replace_rows(whole: Proposals, rows: NDArray[np.int64], part: Proposals) -> Proposals:
    """Return `whole` with some rows replaced; the old arrays may be in other hands."""
    color, confidence = whole.color.copy(), whole.confidence.copy()
    source, runners_up = whole.source.copy(), whole.runners_up.copy()
    color[rows], confidence[rows] = part.color, part.confidence
    source[rows], runners_up[rows] = part.source, part.runners_up
    return Proposals(color, confidence, source, runners_up)
