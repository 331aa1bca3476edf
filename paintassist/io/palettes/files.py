"""Palette files by name: which format it is, and what is wrong with it in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from paintassist.core.errors import InputError, reason
from paintassist.core.palette import Palette, PaletteEntry
from paintassist.io.atomic import write_atomic
from paintassist.io.palettes.aco import ACO
from paintassist.io.palettes.ase import ASE
from paintassist.io.palettes.codec import Codec, PaletteError, decode_text
from paintassist.io.palettes.gpl import GPL
from paintassist.io.palettes.table import CSV
from paintassist.io.palettes.tpl import TPL

CODECS: dict[str, Codec] = {codec.suffix: codec for codec in (GPL, ACO, ASE, TPL, CSV)}
PALETTE_SUFFIXES = tuple(CODECS)
# So much is read in a moment; a design sheet has a hundred colours.
MOST_BYTES = 2 * 2**20
MOST_COLORS = 5_000
# Letters of a sentence; damaged files have names of any length.
MOST_WORDS = 400

# What files that are no palettes begin with.
STRANGERS = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"8BPS", "a Photoshop drawing"),
    (b"PK\x03\x04", "a packed file"),
    (b"%PDF", "a PDF"),
    (b"SQLite format 3", "a database or project"),
)
ASEPRITE_MARK = b"\xe0\xa5"


@dataclass(frozen=True)
class PaletteFile:
    """What a palette file says.

    Attributes
    ----------
    palette : Palette
        Entries in the file's order; parts, roles and variants as far as the format has them.
    notes : tuple of str
        Sentences on what could not be read.
    """

    palette: Palette
    notes: tuple[str, ...] = ()


def read_palette(path: Path) -> PaletteFile:
    """Read a palette in whichever format it is, told by its bytes.

    Raises
    ------
    InputError
        If the file cannot be read, is cut off or damaged, holds no colours, or holds others
        than RGB; one sentence.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        why = error.strerror or str(error)
        raise InputError(f"{path.name} cannot be read ({why}); check the path") from error
    try:
        if len(data) > MOST_BYTES:
            raise PaletteError("is too big for a palette; choose a palette file")
        codec = _codec_of(path, data)
        palette, notes = codec.decode(data)
        if not len(palette):
            raise PaletteError("holds no colours; choose another palette file")
        if len(palette) > MOST_COLORS:
            raise PaletteError(f"holds more than {MOST_COLORS:,} colours; choose a smaller one")
    except PaletteError as error:
        raise InputError(f"{path.name} {reason(error, MOST_WORDS)}") from error
    return PaletteFile(palette, tuple(f"{path.name}: {note}" for note in notes))


def write_palette(path: Path, palette: Palette) -> tuple[str, ...]:
    """Write a palette in the format that the name's ending says, atomically.

    Formats without opacity get no fully transparent entries; they are "no paint".

    Returns
    -------
    tuple of str
        Sentences on what the format cannot hold.

    Raises
    ------
    InputError
        If there is no such format, the palette does not fit into it, or the file cannot be
        written.
    """
    codec = CODECS.get(path.suffix.lower())
    if codec is None:
        endings = ", ".join(PALETTE_SUFFIXES)
        raise InputError(f"{path.name} is no palette file; give it one of the endings {endings}")
    try:
        kept = palette if codec.has_alpha else _opaque(palette, codec)
        if not len(kept):
            raise PaletteError("would be empty; add colours to the palette first")
        data = codec.encode(kept)
    except PaletteError as error:
        raise InputError(f"{path.name} {error}") from error
    write_atomic(path, data)
    return tuple(_losses(path, palette, codec))


def _codec_of(path: Path, data: bytes) -> Codec:
    """Tell the format by the first bytes, and tables by the name."""
    for mark, words in STRANGERS:
        if data.startswith(mark):
            raise PaletteError(f"is {words}, not a palette; choose a palette file")
    if data[4:6] == ASEPRITE_MARK:
        raise PaletteError("is a drawing of Aseprite; save its palette as .gpl there")
    if data.startswith(b"ASEF"):
        return ASE
    head = decode_text(data[:256]).lstrip()
    if head.startswith("GIMP Palette"):
        return GPL
    if head.startswith("<palette"):
        return TPL
    suffix = path.suffix.lower()
    if suffix == ".aco" or data[:2] in (b"\0\1", b"\0\2"):
        return ACO
    if suffix in (".csv", ".txt", ".tsv"):
        return CSV
    if suffix in CODECS:
        return CODECS[suffix]
    raise PaletteError(f"is no palette; choose one of {', '.join(PALETTE_SUFFIXES)}")


def _opaque(palette: Palette, codec: Codec) -> Palette:
    """Return the palette without its fully transparent entries."""
    entries: list[PaletteEntry] = []
    for entry in (palette.entries[index] for index in palette.order):
        if 0 < entry.color[3] < 255:
            name = entry.name or "#" + bytes(entry.color).hex().upper()
            raise PaletteError(
                f"cannot hold the half transparent colour '{name}' ({codec.title} knows opaque "
                f"ones only); write a {TPL.suffix} or {CSV.suffix} file instead"
            )
        if entry.color[3]:
            entries.append(entry)
    return Palette(entries)


def _losses(path: Path, palette: Palette, codec: Codec) -> list[str]:
    if codec is CSV:
        return []
    variants = palette.variants
    if len(variants.items) < 2:
        return []
    shown = variants.items[variants.active].name
    return [f"{path.name} holds the variant '{shown}' only; a {CSV.suffix} file holds all"]
