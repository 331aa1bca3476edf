"""Annotated sheets as references of a run: every figure a page, read without a window."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.palette import PaletteEntry
from paintassist.core.segments import Segments, check_count, mirror
from paintassist.core.sheets.reading import Reading, plan_sheet, read_figure, report
from paintassist.core.sheets.swatches import name_groups
from paintassist.io.sheet_files import read_sheet, swatch_entries
from paintassist.jobs.progress import Notify, no_notice


@dataclass(frozen=True, eq=False)
class SheetPage:
    """One figure of a sheet.

    Attributes
    ----------
    name : str
        The sheet's stem and the figure's number.
    path : Path
    segments : Segments
    rgba : (N, 4) uint8
        Colour of segment i + 1.
    known : (N,) bool
        Which of them could be read.
    entries : tuple of PaletteEntry
        What the sheet's swatches say: the tones of its parts.
    """

    name: str
    path: Path
    segments: Segments
    rgba: NDArray[np.uint8]
    known: NDArray[np.bool_]
    entries: tuple[PaletteEntry, ...] = ()

    def mirrored(self) -> SheetPage:
        """Return its mirror image."""
        return replace(self, name=f"{self.name} mirrored", segments=mirror(self.segments))


def read_sheet_pages(
    paths: Iterable[Path], reading: Reading | None = None, notify: Notify = no_notice
) -> tuple[SheetPage, ...]:
    """Read the figures of sheets.

    Raises
    ------
    InputError
        If a file cannot be read, or has nothing painted.
    """
    return tuple(page for path in paths for page in _pages_of(path, reading, notify))


def _pages_of(path: Path, reading: Reading | None, notify: Notify) -> list[SheetPage]:
    file = read_sheet(path)
    for note in file.notes:
        notify(note)
    plan = plan_sheet(file.rgba)
    read = [read_figure(file.painted, plan, figure, reading, file.lines) for figure in plan.figures]
    for sentence in report(plan, read):
        notify(f"{path.name}: {sentence}")
    entries = swatch_entries(name_groups(plan.swatches, {}))
    pages: list[SheetPage] = []
    for number, item in enumerate(read, start=1):
        if item.segments.count > 1:
            check_count(item.segments, path)
            name = path.stem if len(read) == 1 else f"{path.stem} {number}"
            colors = item.colors
            rgba, known = colors.rgba[1:], colors.known[1:]
            pages.append(SheetPage(name, path, item.segments, rgba, known, entries))
    if not pages:
        raise InputError(f"{path} shows no painted drawing; check that it is a colour design sheet")
    return pages
