"""A document as it leaves the house: its cels, frozen."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.finished import FinishedCel
from paintassist.core.layers import segment_tones
from paintassist.core.lines import LineSettings, binarize
from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import Palette
from paintassist.core.segments import Segments
from paintassist.document.document import Document
from paintassist.document.frame import Frame
from paintassist.document.loading import ReadImage
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


def read_inks(source: Path, lines: LineSettings, read: ReadImage) -> NDArray[np.uint8]:
    """Read a drawing's (H, W) uint8 inks as they are now; raises like `read`."""
    return binarize(read(source), lines.threshold)
