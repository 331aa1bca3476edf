"""A document as it leaves the house: its cels, frozen, and what is wrong with them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
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
from paintassist.core.layers import tones_of
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
    colors, tones = table[index], tones_of([entry.role for entry in palette], index)
    digest = hashlib.blake2b(digest_size=16)
    for part in (packed.labels, packed.inks, colors.tobytes(), tones.tobytes()):
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


class Inspection:
    """Looks through all cels, one a step; touches nothing.

    Parameters
    ----------
    finished : Finished
    read : ReadImage
        Reads the drawings again, to see whether their lines changed.
    speck_area : int
        Pixels of the largest dot that is dust; 0 looks for none.

    Attributes
    ----------
    findings : list of Finding
        Complete and in order when `steps` has ended.
    """

    def __init__(self, finished: Finished, read: ReadImage, speck_area: int = SPECK_AREA) -> None:
        self.findings: list[Finding] = []
        self._finished = finished
        self._read = read
        self._speck_area = speck_area

    def steps(self) -> Iterator[tuple[int, int]]:
        """Inspect; yields (done, total)."""
        cels = self._finished.cels
        found = find_odd_sizes([(cel.name, cel.size) for cel in cels])
        found += [
            Finding(FindingKind.LINES, name, note=problem or "it has no segments yet")
            for name, problem in self._finished.missing
        ]
        neighbours = Neighbours()
        areas: list[NDArray[np.int64]] = []
        partners: list[NDArray[np.int64]] = []
        boxes: list[Callable[[int], tuple[int, int]]] = []
        before: Segments | None = None
        for done, cel in enumerate(cels, start=1):
            segments = cel.load()
            found += self._look_at(cel, segments)
            if before is not None:
                partners.append(_partners(neighbours, before, segments))
            areas.append(segments.area)
            boxes.append(_places(segments))
            before = segments
            yield done, len(cels)
        for jump in find_jumps([cel.index for cel in cels], areas, partners):
            found.append(
                Finding(
                    FindingKind.FLICKER,
                    cels[jump.frame].name,
                    jump.segment,
                    boxes[jump.frame](jump.segment),
                    jump.area,
                    "flash" if jump.returns else "",
                )
            )
        self.findings = in_order(found, [cel.name for cel in cels])

    def _look_at(self, cel: FinishedCel, segments: Segments) -> list[Finding]:
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
        return found + self._compare_lines(cel, segments)

    def _compare_lines(self, cel: FinishedCel, segments: Segments) -> list[Finding]:
        if cel.source is None:
            return []
        try:
            inks = read_inks(cel.source, self._finished.lines, self._read)
        except InputError as error:
            return [Finding(FindingKind.LINES, cel.name, note=str(error))]
        return find_changed_lines(segments, cel.name, inks)


def read_inks(source: Path, lines: LineSettings, read: ReadImage) -> NDArray[np.uint8]:
    """Read a drawing's inks as they are now; raises like `read`."""
    return binarize(read(source), lines.threshold)


def _partners(neighbours: Neighbours, before: Segments, after: Segments) -> NDArray[np.int64]:
    if before.size != after.size:
        return np.zeros(after.count + 1, np.int64)
    return neighbours.partners(before, after)


def _places(segments: Segments) -> Callable[[int], tuple[int, int]]:
    """Return what finds a pixel of a segment once the label map is gone."""
    places = np.array(
        [(0, 0), *(place_in(segments, index) for index in range(1, segments.count + 1))]
    )
    return lambda index: (int(places[index, 0]), int(places[index, 1]))
