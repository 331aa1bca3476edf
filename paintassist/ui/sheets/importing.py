"""What the import of a sheet does, beside the window. Knows no Qt; works on frozen values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.palette import Color, Palette
from paintassist.core.segments import check_count
from paintassist.core.sheets.figures import Figure
from paintassist.core.sheets.reading import (
    ReadFigure,
    Reading,
    SheetPlan,
    plan_sheet,
    read_figure,
    report,
)
from paintassist.core.variants import PaintedSheet, match_variant
from paintassist.document.loading import file_hash
from paintassist.document.packing import PackedSegments, pack_segments, unpack_segments
from paintassist.document.sheet import LoadedSheet, Sheet
from paintassist.document.sheet_editor import ImportedSheet
from paintassist.io.sheet_files import SheetFile, read_sheet, swatch_entries
from paintassist.ui.opening import own_name

Check = Callable[[], None]
"""Raises where nobody waits any more."""


@dataclass(frozen=True, eq=False)
class KnownSheet:
    """A sheet that is open, to be compared with.

    Attributes
    ----------
    name : str
    packed : PackedSegments
    colors : (N + 1,) int32
        Palette index per segment id.
    rgba : (N + 1, 4) uint8
    """

    name: str
    packed: PackedSegments
    colors: NDArray[np.int32]
    rgba: NDArray[np.uint8]


@dataclass(frozen=True)
class Twin:
    """A sheet that is open and differs in colour only.

    Attributes
    ----------
    name : str
    colors : tuple of (palette index, Color)
    conflicts : int
        Entries of which two figures say different things.
    """

    name: str
    colors: tuple[tuple[int, Color], ...]
    conflicts: int = 0

    def variant_colors(self, palette: Palette) -> list[Color]:
        """Return the colours of the variant, one an entry."""
        told = dict(self.colors)
        return [told.get(index, entry.color) for index, entry in enumerate(palette)]


@dataclass(frozen=True, eq=False)
class Opened:
    """A sheet as read and looked at.

    Attributes
    ----------
    file : SheetFile
    plan : SheetPlan
    twin : Twin or None
    """

    file: SheetFile
    plan: SheetPlan
    twin: Twin | None = None

    @property
    def is_plain(self) -> bool:
        """Whether nothing has to be asked: one drawing, nothing beside it, no twin."""
        return self.plan.is_plain and self.file.lines is None and self.twin is None


@dataclass(frozen=True, eq=False)
class Outcome:
    """A sheet as it will be taken over.

    Attributes
    ----------
    imported : ImportedSheet
    said : tuple of str
        What could not be read.
    figures : tuple of ReadFigure
        Those that are on, in order.
    """

    imported: ImportedSheet
    said: tuple[str, ...] = ()
    figures: tuple[ReadFigure, ...] = field(default=())


def known_sheets(sheets: Sequence[Sheet], palette: Palette) -> tuple[KnownSheet, ...]:
    """Return what an import needs to know of the sheets that are open."""
    table = np.concatenate([palette.colors(), np.zeros((1, 4), np.uint8)])
    return tuple(
        KnownSheet(sheet.name, sheet.packed, sheet.colors, table[sheet.colors]) for sheet in sheets
    )


def open_sheet_file(
    path: Path,
    known: Sequence[KnownSheet],
    check: Check,
    lines: Sequence[int] | None = None,
    paint: Sequence[int] | None = None,
) -> Opened:
    """Read a sheet, find what lies on it, and look for a twin among the open ones.

    Raises
    ------
    InputError
        If it cannot be read.
    """
    file = read_sheet(path, lines, paint)
    check()
    plan = plan_sheet(file.rgba)
    check()
    return Opened(file, plan, _find_twin(file, plan, known, check))


def preview_figure(opened: Opened, plan: SheetPlan, figure: Figure, reading: Reading) -> ReadFigure:
    """Read one figure as it is adjusted now."""
    return read_figure(opened.file.painted, plan, figure, reading, opened.file.lines)


def read_all(opened: Opened, plan: SheetPlan, reading: Reading, check: Check) -> Outcome:
    """Read every figure that is on, and say what could not be read.

    Raises
    ------
    InputError
        If a figure falls into too many segments.
    """
    path = opened.file.path
    figures: list[ReadFigure] = []
    loaded: list[LoadedSheet] = []
    digest = file_hash(path)
    for number, figure in enumerate(plan.figures, start=1):
        check()
        if not figure.on:
            continue
        read = preview_figure(opened, plan, figure, reading)
        check_count(read.segments, path)
        figures.append(read)
        if read.segments.count > 1:
            name = path.stem if len(plan.figures) == 1 else f"{path.stem} {number}"
            colors = read.colors
            packed = pack_segments(read.segments)
            loaded.append(
                LoadedSheet(name, path, None, packed, colors.rgba, digest, figure, colors.known)
            )
    imported = ImportedSheet(path.stem, swatch_entries(plan.swatches), tuple(loaded))
    said = (*opened.file.notes, *report(plan, figures))
    return Outcome(imported, said, tuple(figures))


def renamed(imported: ImportedSheet, taken: dict[str, Path | None]) -> ImportedSheet:
    """Return figures whose names are their own, numbered where another painting has them."""
    figures: list[LoadedSheet] = []
    names = dict(taken)
    for figure in imported.figures:
        name = own_name(figure.name, figure.painting, names)
        names[name] = figure.painting
        figures.append(replace(figure, name=name))
    return replace(imported, figures=tuple(figures))


def _find_twin(
    file: SheetFile, plan: SheetPlan, known: Sequence[KnownSheet], check: Check
) -> Twin | None:
    """Compare every figure with every open sheet of its size, position by position."""
    found: dict[int, Color] = {}
    conflicts: set[int] = set()
    name = ""
    differs = False
    for figure in plan.figures if known else ():
        check()
        read = read_figure(file.painted, plan, figure, None, file.lines)
        other = PaintedSheet(read.segments.labels, read.colors.rgba)
        for sheet in known:
            segments = unpack_segments(sheet.packed)
            mine = PaintedSheet(segments.labels, sheet.rgba)
            match = match_variant(mine, sheet.colors, other)
            if not match.is_same_drawing:
                continue
            name = name or sheet.name
            for index, color in match.colors.items():
                if found.setdefault(index, color) != color:
                    conflicts.add(index)
                row = np.flatnonzero(sheet.colors == index)
                differs |= bool(len(row)) and tuple(sheet.rgba[row[0]].tolist()) != color
            break
    if not name or not differs:
        return None
    return Twin(name, tuple(sorted(found.items())), len(conflicts))
