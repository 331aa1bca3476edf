"""A reference sheet: a painted drawing whose segments lend their colours."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.segments import Segments
from paintassist.core.sheets.figures import Figure
from paintassist.document.packing import PackedSegments, unpack_segments


@dataclass(frozen=True, eq=False)
class Sheet:
    """A reference sheet of the document.

    Attributes
    ----------
    name : str
        Unique among the sheets.
    painting : Path or None
    line : Path or None
        Its line art; None if the lines were found in the painting.
    packed : PackedSegments
    colors : (N + 1,) int32
        Palette index per segment id; row 0 is `NO_COLOR`, as is what could not be read.
    content_hash : str
        Of the painting file.
    figure : Figure or None
        Which drawing of the painting it is, and how it is used; None is all of it, as it is.
    """

    name: str
    painting: Path | None
    line: Path | None
    packed: PackedSegments
    colors: NDArray[np.int32]
    content_hash: str = ""
    figure: Figure | None = None

    @property
    def use(self) -> Figure:
        """Which rectangle of its painting it is, and how it is used."""
        return self.figure or Figure((0, 0, self.packed.width, self.packed.height))

    def reads_like(self, other: Sheet) -> bool:
        """Tell whether two states of a sheet differ in their places alone."""
        return (
            self.packed is other.packed
            and self.colors is other.colors
            and self.figure is other.figure
        )

    def segments(self) -> Segments:
        """Unpack the label map; costs some ten milliseconds."""
        return unpack_segments(self.packed)


@dataclass(frozen=True, eq=False)
class LoadedSheet:
    """A sheet as the worker read it, before the palette knows its colours.

    Attributes
    ----------
    name, painting, line, packed, content_hash, figure
        See `Sheet`.
    rgba : (N + 1, 4) uint8
        Colour per segment id; row 0 is the line.
    known : (N + 1,) bool or None
        Which of the colours could be read; None if all could.
    """

    name: str
    painting: Path | None
    line: Path | None
    packed: PackedSegments
    rgba: NDArray[np.uint8]
    content_hash: str = ""
    figure: Figure | None = None
    known: NDArray[np.bool_] | None = None
