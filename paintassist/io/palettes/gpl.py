"""GIMP palettes: text, one colour a line, names behind it; no opacity, no groups."""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintassist.core.palette import Palette, PaletteEntry, to_color
from paintassist.io.palettes.codec import (
    Codec,
    PaletteError,
    decode_text,
    entries_in_order,
    label,
)

HEAD = "GIMP Palette"
# What GIMP shows for a colour without a name.
NAMELESS = "Untitled"
PROPERTIES = ("Name:", "Columns:")
COLOR = re.compile(r"\s*(\d{1,3})\s+(\d{1,3})\s+(\d{1,3})(?:\s+(.*))?$")
# An extension of other programs: a fourth number is the alpha.
WITH_ALPHA = "Channels: RGBA"
COLOR_ALPHA = re.compile(r"\s*(\d{1,3})\s+(\d{1,3})\s+(\d{1,3})\s+(\d{1,3})(?:\s+(.*))?$")


def decode(data: bytes) -> tuple[Palette, Sequence[str]]:
    """Read a GIMP palette."""
    first, *lines = decode_text(data).splitlines() or [""]
    if first.strip() != HEAD:
        raise PaletteError("is no GIMP palette; export it from GIMP or Krita again")
    pattern = COLOR
    entries: list[PaletteEntry] = []
    for number, line in enumerate(lines, start=2):
        if line.strip() == WITH_ALPHA:
            pattern = COLOR_ALPHA
        elif line.strip() and not line.lstrip().startswith("#") and not _is_property(line):
            entries.append(_entry(pattern.match(line), number))
    return Palette(entries), ()


def _is_property(line: str) -> bool:
    return line.startswith(PROPERTIES)


def _entry(found: re.Match[str] | None, number: int) -> PaletteEntry:
    values = [int(value) for value in found.groups()[:-1]] if found else []
    if found is None or max(values) > 255:
        raise PaletteError(f"is damaged in line {number}; it should say three numbers up to 255")
    name = (found.groups()[-1] or "").strip()
    color = to_color(values if len(values) == 4 else [*values, 255])
    return PaletteEntry(color, "" if name == NAMELESS else name)


def encode(palette: Palette) -> bytes:
    """Write a GIMP palette; alpha is left out."""
    lines = [HEAD, "Name: PaintAssist", "Columns: 4", "#"]
    for entry in entries_in_order(palette):
        red, green, blue, _ = entry.color
        lines.append(f"{red:3} {green:3} {blue:3}\t{label(entry)}".rstrip())
    return "\n".join([*lines, ""]).encode()


GPL = Codec(".gpl", "GIMP", decode, encode)
