"""Palettes of other programs: GIMP, Adobe, OpenToonz and tables, told by their bytes."""

from __future__ import annotations

from paintassist.io.palettes.files import (
    PALETTE_SUFFIXES,
    PaletteFile,
    read_palette,
    write_palette,
)

__all__ = ["PALETTE_SUFFIXES", "PaletteFile", "read_palette", "write_palette"]
