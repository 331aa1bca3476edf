"""Sheets on disk: pixels with lines and paint apart where layers allow, and names of colours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.palette import Color, PaletteEntry, Role
from paintassist.core.sheets.swatches import Swatch
from paintassist.io.colorbook import read_colorbook
from paintassist.io.images import list_layers, load_image, load_layers
from paintassist.io.layered.choosing import suggest_lines, suggest_paint
from paintassist.io.layered.file import LayerInfo
from paintassist.io.palettes import PALETTE_SUFFIXES, read_palette

BOOK_SUFFIXES = (".yml", ".yaml")
# What `read_names` reads.
NAME_SUFFIXES = (*BOOK_SUFFIXES, *PALETTE_SUFFIXES)


@dataclass(frozen=True, eq=False)
class SheetFile:
    """A sheet as read.

    Attributes
    ----------
    path : Path
    rgba : (H, W, 4) uint8
        Lines and paint together: what figures and swatches are found in.
    paint, lines : (H, W, 4) uint8 or None
        Each alone, if the file has layers that say so.
    layers : tuple of LayerInfo
        Empty for flat files.
    chosen_lines, chosen_paint : tuple of int
        The layers that were read; empty for flat files and for what the file shows as a whole.
    notes : tuple of str
        Sentences that the painter should see.
    """

    path: Path
    rgba: NDArray[np.uint8]
    paint: NDArray[np.uint8] | None = None
    lines: NDArray[np.uint8] | None = None
    layers: tuple[LayerInfo, ...] = ()
    chosen_lines: tuple[int, ...] = ()
    chosen_paint: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def painted(self) -> NDArray[np.uint8]:
        """(H, W, 4) uint8: the paint alone; where the file has no such layers, all of it."""
        return self.rgba if self.paint is None else self.paint


def read_sheet(
    path: Path, lines: Sequence[int] | None = None, paint: Sequence[int] | None = None
) -> SheetFile:
    """Read a sheet.

    Parameters
    ----------
    path : Path
    lines, paint : sequence of int or None
        Layers to read as line art and as paint; None goes by their names, and takes the file as
        it shows itself where no layer is called line art.

    Raises
    ------
    InputError
        If it cannot be read.
    """
    layers = list_layers(path)
    if not layers:
        loaded = load_image(path)
        return SheetFile(path, loaded.rgba, notes=loaded.notes)
    chosen_lines = suggest_lines(layers) if lines is None else tuple(lines)
    chosen_paint = suggest_paint(layers) if paint is None else tuple(paint)
    if not chosen_paint or (not chosen_lines and paint is None):
        loaded = load_image(path)
        return SheetFile(path, loaded.rgba, layers=layers, notes=loaded.notes)
    whole = load_layers(path, {*chosen_lines, *chosen_paint})
    if not chosen_lines:
        return SheetFile(path, whole.rgba, None, None, layers, (), chosen_paint, whole.notes)
    return SheetFile(
        path,
        whole.rgba,
        load_layers(path, chosen_paint).rgba,
        load_layers(path, chosen_lines).rgba,
        layers,
        chosen_lines,
        chosen_paint,
        whole.notes,
    )


def read_names(path: Path) -> list[PaletteEntry]:
    """Read what colours are called, from `colorbook.yml`, a table or a palette file.

    Raises
    ------
    InputError
        If it cannot be read.
    """
    if path.suffix.lower() in BOOK_SUFFIXES:
        return read_colorbook(path)
    return list(read_palette(path).palette)


def name_swatches(swatches: Iterable[Swatch], names: Sequence[PaletteEntry]) -> list[Swatch]:
    """Give swatches the names of equal colours; of the same places where no colour is equal."""
    swatches = list(swatches)
    by_color: dict[tuple[int, int, int], PaletteEntry] = {}
    for entry in names:
        by_color.setdefault(entry.color[:3], entry)
    found = [by_color.get(swatch.color[:3]) for swatch in swatches]
    if not any(found) and len(names) == len(swatches):
        found = list(names)
    return [
        swatch if entry is None else _named(swatch, entry)
        for swatch, entry in zip(swatches, found, strict=True)
    ]


def swatch_entries(swatches: Iterable[Swatch]) -> tuple[PaletteEntry, ...]:
    """Return the palette entries that swatches stand for, each colour once in every part."""
    entries: dict[tuple[Color, str], PaletteEntry] = {}
    for swatch in swatches:
        entry = PaletteEntry(swatch.color, swatch.label, swatch.name, swatch.tone)
        entries.setdefault((swatch.color, swatch.name), entry)
    named = {color for color, part in entries if part}
    return tuple(entry for entry in entries.values() if entry.part or entry.color not in named)


def _named(swatch: Swatch, entry: PaletteEntry) -> Swatch:
    tone = swatch.tone if entry.role is Role.OTHER else entry.role
    label = entry.name if entry.part else ""
    return replace(swatch, name=entry.part or entry.name, label=label, tone=tone)
