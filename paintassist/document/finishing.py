"""A document as it leaves the house: its cels, frozen, and what is wrong with them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

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
from paintassist.core.layers import segment_tones
from paintassist.core.lines import LineSettings, binarize
from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import Palette
from paintassist.core.segments import Segments
from paintassist.document.document import Document
from paintassist.document.frame import Frame
from paintassist.document.loading import ReadImage
from paintassist.document.neighbours import Neighbours
from paintassist.document.packing import PackedSegments, unpack_segments


@dataclass(frozen=True, eq=False)
class Finished:
    """What a document would export, as it was at one moment.

    Attributes
    ----------
    cels : tuple of FinishedCel
        In the order of the frames.
    missing : tuple of (str, str)
        Frames without segments, and why they have none.
    colors : (len, 4) uint8
        Of the palette.
    temporary : frozenset of int
        Palette entries whose colours are temporary.
    unlisted : frozenset of int
        Palette entries that nobody has laid down.
    lines : LineSettings
    """

    cels: tuple[FinishedCel, ...]
    missing: tuple[tuple[str, str], ...]
    colors: NDArray[np.uint8]
    temporary: frozenset[int]
    unlisted: frozenset[int]
    lines: LineSettings


def finish(document: Document, listed: Palette | None = None) -> Finished:
    """Freeze what is shown now, proposals included; costs next to nothing.

    Parameters
    ----------
    document : Document
    listed : Palette, optional
        The colours that are laid down. Without it, where there are sheets, those are: the
        colours that a sheet shows, and those that have a name or a part.
    """
    palette = document.palette
    return Finished(
        tuple(_cel(frame, palette) for frame in document.frames if frame.packed is not None),
        tuple(
            (frame.name, frame.problem) for frame in document.frames if frame.packed is None
        ),
        palette.colors(),
        frozenset(index for index, entry in enumerate(palette) if entry.temporary),
        _unlisted(document, listed),
        document.settings.lines,
    )  # fmt: skip


def _unlisted(document: Document, listed: Palette | None) -> frozenset[int]:
    palette = document.palette
    if listed is not None:
        known = {entry.color for entry in listed}
        return frozenset(index for index, entry in enumerate(palette) if entry.color not in known)
    if not document.sheets:
        return frozenset()
    shown = set(np.unique(np.concatenate([sheet.colors for sheet in document.sheets])).tolist())
    return frozenset(
        index
        for index, entry in enumerate(palette)
        if index not in shown and not entry.name and not entry.part
    )


def _cel(frame: Frame, palette: Palette) -> FinishedCel:
    packed = frame.packed
    assert packed is not None
    index = frame.color.copy()
    index[0] = NO_COLOR
    table = np.concatenate([palette.colors(), np.zeros((1, 4), np.uint8)])
    colors, tones = table[index], segment_tones([entry.role for entry in palette], index)
    digest = hashlib.blake2b(digest_size=16)
    for part in (packed.labels, packed.inks):
        digest.update(hashlib.blake2b(part).digest())
    shape = digest.hexdigest()
    for part in (colors.tobytes(), tones.tobytes()):
        digest.update(hashlib.blake2b(part).digest())
    return FinishedCel(
        frame.name,
        frame.path,
        (packed.width, packed.height),
        colors,
        index,
        tones,
        _loader(frame.name, packed),
        digest.hexdigest(),
        shape,
    )


def _loader(name: str, packed: PackedSegments) -> Callable[[], Segments]:
    def load() -> Segments:
        try:
            return unpack_segments(packed)
        except ValueError as error:
            raise InputError(
                f"frame '{name}' cannot be shown ({error}); open its drawing again"
            ) from error

    return load


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


def read_inks(source: Path, lines: LineSettings, read: ReadImage) -> NDArray[np.uint8]:
    """Read a drawing's (H, W) uint8 inks as they are now; raises like `read`."""
    return binarize(read(source), lines.threshold)


def _partners(neighbours: Neighbours, before: Segments, after: Segments) -> NDArray[np.int64]:
    if before.size != after.size:
        return np.zeros(after.count + 1, np.int64)
    return neighbours.partners(before, after)


def _places(segments: Segments) -> NDArray[np.int64]:
    """Return (N + 1, 2) int64: x, y of a pixel of each segment."""
    return np.array(
        [(0, 0), *(place_in(segments, index) for index in range(1, segments.count + 1))], np.int64
    )
