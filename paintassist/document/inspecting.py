"""Looks through the cels that a document would export, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.finished import FinishedCel
from paintassist.core.flicker import find_jumps
from paintassist.core.inspection import (
    SPECK_AREA,
    Finding,
    FindingKind,
    find_changed_lines,
    find_odd_sizes,
    in_order,
    inspect_colors,
    inspect_specks,
    place_in,
)
from paintassist.core.segments import Segments
from paintassist.document.finishing import Finished, read_inks
from paintassist.document.loading import ReadImage
from paintassist.document.neighbours import Neighbours


@dataclass(frozen=True, eq=False)
class _Look:
    """What was seen of one cel."""

    cel: FinishedCel
    found: list[Finding]
    lines: list[Finding]
    area: NDArray[np.int64]
    places: NDArray[np.int64]


class Inspection:
    """Looks through all cels, one a step; touches nothing.

    Parameters
    ----------
    finished : Finished
    read : ReadImage
        Reads the drawings again, to see whether their lines changed.
    speck_area : int
        Pixels of the largest dot that is dust; 0 looks for none.
    before : Inspection, optional
        An inspection that has ended: only cels that changed since are looked at again, and
        drawings are not read again.

    Attributes
    ----------
    findings : list of Finding
        Complete and in order when `steps` has ended.
    """

    def __init__(
        self,
        finished: Finished,
        read: ReadImage,
        speck_area: int = SPECK_AREA,
        before: Inspection | None = None,
    ) -> None:
        self.findings: list[Finding] = []
        self._finished = finished
        self._read = read
        self._speck_area = speck_area
        self._before = before
        self._looks: dict[str, _Look] = {}
        self._partners: dict[tuple[str, str], NDArray[np.int64]] = {}

    def steps(self) -> Iterator[tuple[int, int]]:
        """Inspect; yields (done, total)."""
        cels = self._finished.cels
        found = find_odd_sizes([(cel.name, cel.size) for cel in cels])
        found += [
            Finding(FindingKind.LINES, name, note=problem or "it has no segments yet")
            for name, problem in self._finished.missing
        ]
        neighbours = Neighbours()
        partners: list[NDArray[np.int64]] = []
        before: _Unpacked | None = None
        for done, cel in enumerate(cels, start=1):
            now = _Unpacked(cel)
            look = self._looks[cel.name] = self._look_at(now)
            found += look.found + look.lines
            if before is not None:
                partners.append(self._partners_of(neighbours, before, now))
            before = now
            yield done, len(cels)
        self._before = None
        looks = [self._looks[cel.name] for cel in cels]
        for jump in find_jumps(
            [cel.index for cel in cels], [look.area for look in looks], partners
        ):
            x, y = looks[jump.frame].places[jump.segment].tolist()
            found.append(
                Finding(
                    FindingKind.FLICKER,
                    cels[jump.frame].name,
                    jump.segment,
                    (x, y),
                    jump.area,
                    "flash" if jump.returns else "",
                )
            )
        self.findings = in_order(found, [cel.name for cel in cels])

    def _look_at(self, now: _Unpacked) -> _Look:
        cel, old = now.cel, self._before._looks.get(now.cel.name) if self._before else None
        if old is None or old.cel.shape != cel.shape or old.cel.source != cel.source:
            segments = now.segments
            found, lines = self._find(cel, segments), self._compare_lines(cel, segments)
            return _Look(cel, found, lines, segments.area, _places(segments))
        if self._is_known(old.cel, cel):
            return _Look(cel, old.found, old.lines, old.area, old.places)
        return _Look(cel, self._find(cel, now.segments), old.lines, old.area, old.places)

    def _is_known(self, old: FinishedCel, new: FinishedCel) -> bool:
        before = self._before._finished if self._before else None
        return (
            before is not None
            and old.key == new.key
            and np.array_equal(old.index, new.index)
            and before.temporary == self._finished.temporary
            and before.unlisted == self._finished.unlisted
        )

    def _partners_of(
        self, neighbours: Neighbours, before: _Unpacked, now: _Unpacked
    ) -> NDArray[np.int64]:
        shapes = before.cel.shape, now.cel.shape
        partners = self._before._partners.get(shapes) if self._before else None
        if partners is None:
            partners = _partners(neighbours, before.segments, now.segments)
        self._partners[shapes] = partners
        return partners

    def _find(self, cel: FinishedCel, segments: Segments) -> list[Finding]:
        found = inspect_colors(
            segments,
            cel.name,
            cel.index,
            cel.colors,
            self._finished.temporary,
            self._finished.unlisted,
        )
        if self._speck_area:
            found += inspect_specks(segments, cel.name, cel.colors, self._speck_area)
        return found

    def _compare_lines(self, cel: FinishedCel, segments: Segments) -> list[Finding]:
        if cel.source is None:
            return []
        try:
            inks = read_inks(cel.source, self._finished.lines, self._read)
        except InputError as error:
            return [Finding(FindingKind.LINES, cel.name, note=str(error))]
        return find_changed_lines(segments, cel.name, inks)


class _Unpacked:
    """A cel whose segments are loaded when first asked for."""

    def __init__(self, cel: FinishedCel) -> None:
        self.cel = cel

    @cached_property
    def segments(self) -> Segments:
        return self.cel.load()


def _partners(neighbours: Neighbours, before: Segments, after: Segments) -> NDArray[np.int64]:
    if before.size != after.size:
        return np.zeros(after.count + 1, np.int64)
    return neighbours.partners(before, after)


def _places(segments: Segments) -> NDArray[np.int64]:
    """Return (N + 1, 2) int64: x, y of a pixel of each segment."""
    return np.array(
        [(0, 0), *(place_in(segments, index) for index in range(1, segments.count + 1))], np.int64
    )
