"""Adobe colour swatches (.aco): a list without names (version 1), then one with (version 2).

Source: Adobe Photoshop File Formats Specification, "Color Swatches".
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

from paintassist.core.palette import Palette, PaletteEntry
from paintassist.io.palettes.codec import (
    Codec,
    PaletteError,
    Scanner,
    entries_in_order,
    label,
    utf16_name,
)

RGB = 0
SPACES = {1: "HSB", 2: "CMYK", 7: "Lab", 8: "greyscale", 9: "CMYK"}
# 16 bits a channel for our 8: 255 becomes 65535.
STEP = 257
MOST_COLORS = 0xFFFF


def decode(data: bytes) -> tuple[Palette, Sequence[str]]:
    """Read swatches; where both versions are there, the one with names counts."""
    scanner = Scanner(data)
    entries: list[PaletteEntry] = []
    for version in (1, 2):
        if version == 2 and scanner.left < 4:
            break
        found = scanner.number("H")
        if found not in (1, 2):
            raise PaletteError("holds no Adobe swatches; export it from Photoshop again")
        entries = [_entry(scanner, found, number) for number in range(scanner.number("H"))]
        if found == 2:
            break
    return Palette(entries), ()


def _entry(scanner: Scanner, version: int, number: int) -> PaletteEntry:
    space, *channels = scanner.unpack("5H")
    name = utf16_name(scanner.take(2 * scanner.number("L"))) if version == 2 else ""
    if space != RGB:
        words = f"colour {number + 1}" + (f" ('{name}')" if name else "")
        kind = SPACES.get(space, "another colour space")
        raise PaletteError(f"has {words} as {kind}; make all swatches RGB and export it again")
    red, green, blue = ((value + STEP // 2) // STEP for value in channels[:3])
    return PaletteEntry((red, green, blue, 255), name.strip())


def encode(palette: Palette) -> bytes:
    """Write both versions, as Photoshop does; alpha is left out."""
    entries = entries_in_order(palette)
    if len(entries) > MOST_COLORS:
        raise PaletteError(f"can hold {MOST_COLORS:,} colours only; write a .csv file instead")
    plain, named = [struct.pack(">HH", 1, len(entries))], [struct.pack(">HH", 2, len(entries))]
    for entry in entries:
        color = struct.pack(">5H", RGB, *(STEP * value for value in entry.color[:3]), 0)
        name = label(entry).encode("utf-16-be", "replace") + b"\0\0"
        plain.append(color)
        named.append(color + struct.pack(">L", len(name) // 2) + name)
    return b"".join([*plain, *named])


ACO = Codec(".aco", "Photoshop", decode, encode)
