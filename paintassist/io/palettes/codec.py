"""What every palette format has in common."""

from __future__ import annotations

import codecs
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from paintassist.core.palette import Palette, PaletteEntry

# Text as studios write it; the last one takes any bytes.
ENCODINGS = ("utf-8-sig", "cp932", "latin-1")


class PaletteError(ValueError):
    """What is wrong with a file, to be put behind its name, and the remedy."""


@dataclass(frozen=True)
class Codec:
    """One format.

    Attributes
    ----------
    suffix : str
        With the dot.
    title : str
        What painters call it.
    decode : function of bytes
        Returns the palette and sentences on what was left out; raises `PaletteError`.
    encode : function of Palette
        Returns bytes; raises `PaletteError`.
    has_alpha : bool
        Whether it can tell how opaque a colour is.
    """

    suffix: str
    title: str
    decode: Callable[[bytes], tuple[Palette, Sequence[str]]]
    encode: Callable[[Palette], bytes]
    has_alpha: bool = False


def entries_in_order(palette: Palette) -> list[PaletteEntry]:
    """Return the entries in sheet order."""
    return [palette.entries[index] for index in palette.order]


def label(entry: PaletteEntry) -> str:
    """Return the name in one line; for an entry without one, its part and role if it has both."""
    name = one_line(entry.name)
    if name or not entry.part:
        return name
    return one_line(f"{entry.part} {entry.role}")


def one_line(text: str) -> str:
    """Return a text without line breaks, control characters and blanks at its ends."""
    return "".join(" " if not char.isprintable() else char for char in text).strip()


def decode_text(data: bytes) -> str:
    """Decode text of unknown encoding, without a byte order mark."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    for encoding in ENCODINGS[:-1]:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode(ENCODINGS[-1])


def utf16_name(data: bytes) -> str:
    """Return the big-endian UTF-16 text in `data` up to its end mark."""
    return data.decode("utf-16-be", "replace").split("\0", 1)[0]


class Scanner:
    """Reads big-endian values one after the other and says so when a file ends too early."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.position = 0

    @property
    def left(self) -> int:
        """How many bytes are left."""
        return len(self.data) - self.position

    def take(self, count: int) -> bytes:
        """Return the next bytes."""
        if count > self.left:
            raise PaletteError("ends too early, it was cut off; export it again")
        start = self.position
        self.position += count
        return self.data[start : self.position]

    def unpack(self, layout: str) -> tuple[int, ...]:
        """Return the next values of a `struct` layout."""
        return struct.unpack(f">{layout}", self.take(struct.calcsize(f">{layout}")))

    def number(self, layout: str) -> int:
        """Return the next single value of a `struct` layout."""
        return self.unpack(layout)[0]
