"""`colorbook.yml`: the colours of a character, part by part, as PaintBucket-Character has them.

A mapping of "description on category" to four tones: highlight, normal, shadow 1, shadow 2;
each is `[red, green, blue]`, with or without alpha, or null.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from paintassist.core.errors import InputError
from paintassist.core.palette import PaletteEntry, Role, to_color
from paintassist.io.atomic import write_atomic

ROLES = (Role.HIGHLIGHT, Role.NORMAL, Role.SHADOW_1, Role.SHADOW_2)
# A palette has hundreds of parts at the most; YAML of that size is some tens of kilobytes.
MOST_BYTES = 4 * 2**20
MOST_PARTS = 10_000


def read_colorbook(path: Path) -> list[PaletteEntry]:
    """Read the colours in the book's order; a part is called by the whole of its line.

    Raises
    ------
    InputError
        If it cannot be read or is no such book.
    """
    import yaml

    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputError(f"{path} is too large for a colour book; check that it is one")
        book = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise InputError(f"{path} cannot be read ({reason}); export it again") from error
    if not isinstance(book, dict) or len(book) > MOST_PARTS:
        raise InputError(
            f"{path} is no colour book; it must list parts with their highlight, normal, "
            "shadow 1 and shadow 2"
        )
    return [entry for part, tones in book.items() for entry in _row(path, str(part), tones)]


def _row(path: Path, part: str, tones: Any) -> list[PaletteEntry]:
    if not isinstance(tones, list) or not 1 <= len(tones) <= len(ROLES):
        raise InputError(
            f"{path}: the part '{part}' needs one to four colours: highlight, normal, shadow 1, "
            "shadow 2"
        )
    entries = []
    for role, tone in zip(ROLES, tones, strict=False):
        if isinstance(tone, list) and len(tone) == 1 and isinstance(tone[0], list):
            tone = tone[0]
        if tone is None or tone == [] or tone == [None]:
            continue
        if not _is_color(tone):
            raise InputError(
                f"{path}: the {role} of '{part}' is no colour; write it as [red, green, blue] "
                "with 0 to 255 each"
            )
        entries.append(PaletteEntry(to_color((*tone, 255)[:4]), part, part, role))
    return entries


def _is_color(tone: Any) -> bool:
    return (
        isinstance(tone, list)
        and len(tone) in (3, 4)
        and all(type(value) is int and 0 <= value <= 255 for value in tone)
    )


def write_colorbook(path: Path, entries: Iterable[PaletteEntry]) -> None:
    """Write the entries that belong to a part and have one of the four roles.

    Raises
    ------
    InputError
        If it cannot be written.
    """
    import yaml

    rows: dict[str, list[list[int] | None]] = {}
    for entry in entries:
        if entry.part and entry.role in ROLES:
            row = rows.setdefault(entry.part, [None] * len(ROLES))
            alpha = [] if entry.color[3] == 255 else [entry.color[3]]
            row[ROLES.index(entry.role)] = [*entry.color[:3], *alpha]
    text = yaml.dump(rows, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
    write_atomic(path, text.encode())
