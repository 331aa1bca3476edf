"""Adobe Swatch Exchange (.ase): colours with names in groups, which are our parts.

Blocks, big-endian: type (2 bytes), length (4 bytes), content. Not to be mixed up with the
drawings of Aseprite, which end in .ase, too.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import groupby

from paintassist.core.palette import Palette, PaletteEntry
from paintassist.io.palettes.codec import (
    Codec,
    PaletteError,
    Scanner,
    entries_in_order,
    label,
    one_line,
    utf16_name,
)

HEAD = b"ASEF"
VERSION = (1, 0)
COLOR, GROUP_START, GROUP_END = 0x0001, 0xC001, 0xC002
RGB = b"RGB "
# How a colour behaves in print: this one says "nothing special".
NORMAL = 2


def decode(data: bytes) -> tuple[Palette, Sequence[str]]:
    """Read swatches and their groups."""
    scanner = Scanner(data)
    if scanner.take(len(HEAD)) != HEAD:
        raise PaletteError("holds no Adobe swatches; export it from the Adobe program again")
    scanner.unpack("HH")
    entries: list[PaletteEntry] = []
    part = ""
    for _ in range(scanner.number("L")):
        kind, length = scanner.unpack("HL")
        block = Scanner(scanner.take(length))
        if kind == GROUP_START:
            part = _name(block)
        elif kind == GROUP_END:
            part = ""
        elif kind == COLOR:
            entries.append(_entry(block, part))
    return Palette(entries), ()


def _name(block: Scanner) -> str:
    return utf16_name(block.take(2 * block.number("H"))).strip()


def _entry(block: Scanner, part: str) -> PaletteEntry:
    name = _name(block)
    model = block.take(4)
    if model != RGB:
        kind = model.decode("latin-1").strip()
        raise PaletteError(f"has '{name}' as {kind}; make all swatches RGB and export it again")
    channels = struct.unpack(">3f", block.take(12))
    if not all(0 <= value <= 1 for value in channels):
        raise PaletteError(f"is damaged at '{name}'; export it again")
    red, green, blue = (round(value * 255) for value in channels)
    return PaletteEntry((red, green, blue, 255), name, part)


def encode(palette: Palette) -> bytes:
    """Write swatches, neighbours of one part as a group; alpha is left out."""
    blocks: list[bytes] = []
    for part, entries in groupby(entries_in_order(palette), lambda entry: one_line(entry.part)):
        if part:
            blocks.append(_block(GROUP_START, _text(part)))
        for entry in entries:
            color = struct.pack(">3fH", *(value / 255 for value in entry.color[:3]), NORMAL)
            blocks.append(_block(COLOR, _text(label(entry)) + RGB + color))
        if part:
            blocks.append(_block(GROUP_END, b""))
    return b"".join([HEAD, struct.pack(">HHL", *VERSION, len(blocks)), *blocks])


def _block(kind: int, content: bytes) -> bytes:
    return struct.pack(">HL", kind, len(content)) + content


def _text(name: str) -> bytes:
    data = name.encode("utf-16-be", "replace")[: 2 * 0xFFFE] + b"\0\0"
    return struct.pack(">H", len(data) // 2) + data


ASE = Codec(".ase", "Adobe Swatch Exchange", decode, encode)
