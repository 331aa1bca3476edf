"""Tables (.csv): everything that a palette knows, a row an entry, a column a variant.

``name,part,role,temporary,color day,color night`` with colours as #RRGGBB or #RRGGBBAA. Tables
of others may have columns red, green, blue and alpha instead, and only what they need.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from paintassist.core.palette import (
    Color,
    Palette,
    PaletteEntry,
    Role,
    Variant,
    Variants,
    hex_of,
    to_color,
)
from paintassist.core.parts import role_of
from paintassist.io.palettes.codec import (
    Codec,
    PaletteError,
    decode_text,
    entries_in_order,
    one_line,
)

COLOR_HEADS = ("color", "colour", "hex", "rgb", "色")
CHANNELS = ("red", "green", "blue", "alpha")
SHORT = {"r": "red", "g": "green", "b": "blue", "a": "alpha"}
HEX = re.compile(r"#?([0-9A-Fa-f]{6})([0-9A-Fa-f]{2})?")
YES = ("1", "yes", "true", "x")

Row = dict[str, str]


def decode(data: bytes) -> tuple[Palette, Sequence[str]]:
    """Read a table with a line of heads."""
    text = decode_text(data)
    if "\0" in text:
        raise PaletteError("is no text; save the table as CSV")
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    heads = [head.strip() for head in rows[0]] if rows else []
    columns = [number for number, head in enumerate(heads) if _is_color_head(head)]
    channels = {SHORT.get(head.lower(), head.lower()): at for at, head in enumerate(heads)}
    if not columns and not all(name in channels for name in CHANNELS[:3]):
        raise PaletteError(
            "has no colours: its first line must name a column 'color', or 'red', 'green' and "
            "'blue'"
        )
    entries: list[PaletteEntry] = []
    colors: list[list[Color]] = []
    for number, row in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in row):
            continue
        cells = [*row, *[""] * (len(heads) - len(row))]
        found = (
            [_hex_color(cells[at], number) for at in columns]
            if columns
            else [_channel_color(cells, channels, number)]
        )
        named = {head.lower(): cell for head, cell in zip(heads, cells, strict=False)}
        entries.append(_entry(named, found[0], number))
        colors.append(found)
    if len(columns) < 2:
        name = _variant_name(heads[columns[0]]) if columns else ""
        return Palette(entries, Variants((Variant(name),))), ()
    variants = [
        Variant(_variant_name(heads[at]), tuple(row[place] for row in colors))
        for place, at in enumerate(columns)
    ]
    return Palette(entries, Variants(tuple(variants))), ()


def _is_color_head(head: str) -> bool:
    return head.split(" ", 1)[0].lower() in COLOR_HEADS


def _variant_name(head: str) -> str:
    return head.partition(" ")[2].strip()


def _entry(cells: Row, color: Color, number: int) -> PaletteEntry:
    words = cells.get("role", "").strip()
    role = role_of(words) if words else Role.OTHER
    if role is None:
        raise PaletteError(
            f"says '{words}' in line {number}, which is no role; "
            f"roles are {', '.join(str(role) for role in Role)}"
        )
    name, part = cells.get("name", "").strip(), cells.get("part", "").strip()
    temporary = cells.get("temporary", "").strip().lower() in YES
    return PaletteEntry(color, name, part, role, temporary)


def _hex_color(text: str, number: int) -> Color:
    found = HEX.fullmatch(text.strip())
    if found is None:
        raise PaletteError(
            f"says '{one_line(text)[:20]}' in line {number}, which is no colour; "
            "colours look like #FF8000"
        )
    return to_color(bytes.fromhex(found.group(1) + (found.group(2) or "FF")))


def _channel_color(cells: Sequence[str], channels: dict[str, int], number: int) -> Color:
    values: list[int] = []
    for name in CHANNELS:
        text = cells[channels[name]].strip() if name in channels else "255"
        if not text.isascii() or not text.isdigit() or int(text) > 255:
            raise PaletteError(
                f"says '{one_line(text)[:20]}' for {name} in line {number}; "
                "it must be a number from 0 to 255"
            )
        values.append(int(text))
    return to_color(values)


def encode(palette: Palette) -> bytes:
    """Write a table for spreadsheets; the variant that is shown comes first."""
    variants = palette.variants
    shown = variants.items[variants.active]
    others = [variant for variant in variants.items if variant is not shown]
    items = [shown, *others]
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    heads = [f"color {one_line(variant.name)}".strip() for variant in items]
    writer.writerow(["name", "part", "role", "temporary", *heads])
    for index, entry in zip(palette.order, entries_in_order(palette), strict=True):
        colors = [_hex(variant.colors[index]) for variant in items]
        words = (one_line(entry.name), one_line(entry.part), str(entry.role))
        writer.writerow([*words, "yes" if entry.temporary else "", *colors])
    # With a byte order mark, or spreadsheets take Japanese for something else.
    return stream.getvalue().encode("utf-8-sig")


def _hex(color: Color) -> str:
    return hex_of(color) if color[3] == 255 else f"{hex_of(color)}{color[3]:02X}"


CSV = Codec(".csv", "CSV", decode, encode, has_alpha=True)
