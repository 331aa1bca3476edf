"""The palette as rows of a project file, with everything checked."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import numpy as np

from paintassist.core.palette import Color, Palette, PaletteEntry, Role, Variant, Variants, to_color
from paintassist.io.project_values import MAX_ROWS, require

Rows = sqlite3.Connection


def read_palette(connection: Rows) -> Palette:
    """Read entries, variants and sheet order.

    Raises
    ------
    DamagedError
        If a row is not what it must be.
    """
    entries: list[PaletteEntry] = []
    ranks: list[int] = []
    rows = connection.execute(
        "SELECT position, rank, temporary, name, part, role, red, green, blue, alpha"
        " FROM palette ORDER BY position"
    )
    for position, rank, temporary, name, part, role, *channels in rows:
        require(position == len(entries) and len(entries) < MAX_ROWS, "palette")
        require(all(isinstance(text, str) for text in (name, part)), "palette")
        require(type(rank) is int and temporary in (0, 1) and role in set(Role), "palette")
        require(all(type(value) is int and 0 <= value <= 255 for value in channels), "palette")
        entries.append(PaletteEntry(to_color(channels), name, part, Role(role), bool(temporary)))
        ranks.append(rank)
    order = sorted(range(len(entries)), key=lambda index: (ranks[index], index))
    return Palette(entries, _read_variants(connection, entries), order)


def _read_variants(connection: Rows, entries: Sequence[PaletteEntry]) -> Variants:
    items: list[Variant] = []
    shown: list[int] = []
    rows = connection.execute("SELECT position, name, active, colors FROM variants ORDER BY 1")
    for position, name, active, blob in rows:
        require(position == len(items) and len(items) < MAX_ROWS, "variants")
        require(isinstance(name, str) and isinstance(blob, bytes), "variants")
        if active:
            shown.append(position)
            items.append(Variant(name, tuple(entry.color for entry in entries)))
        else:
            require(len(blob) == 4 * len(entries), "variants")
            items.append(Variant(name, _colors(blob)))
    require(len(shown) == 1, "variants")
    return Variants(tuple(items), shown[0])


def write_palette(connection: Rows, palette: Palette) -> None:
    """Write a whole palette into empty tables."""
    for index, entry in enumerate(palette):
        write_entry(connection, index, entry)
    write_variants(connection, palette.variants)
    write_order(connection, palette.order)


def write_entry(connection: Rows, index: int, entry: PaletteEntry | None) -> None:
    """Write an entry, or remove the last one; a new one has its colour in all variants."""
    if entry is None:
        connection.execute("DELETE FROM palette WHERE position = ?", (index,))
        _end_variants(connection, index, b"")
        return
    found = connection.execute("SELECT 1 FROM palette WHERE position = ?", (index,)).fetchone()
    connection.execute(
        "INSERT INTO palette (position, rank, red, green, blue, alpha, name, part, role, temporary)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (position) DO UPDATE SET"
        " red = excluded.red, green = excluded.green, blue = excluded.blue,"
        " alpha = excluded.alpha, name = excluded.name, part = excluded.part,"
        " role = excluded.role, temporary = excluded.temporary",
        (
            index,
            index,
            *entry.color,
            entry.name,
            entry.part,
            str(entry.role),
            int(entry.temporary),
        ),
    )
    if found is None:
        _end_variants(connection, index, bytes(entry.color))


def write_variants(connection: Rows, variants: Variants) -> None:
    """Replace all variants; the entries take the colours of the active one."""
    connection.execute("DELETE FROM variants")
    for position, variant in enumerate(variants.items):
        active = position == variants.active
        blob = b"" if active else b"".join(bytes(color) for color in variant.colors)
        connection.execute(
            "INSERT INTO variants VALUES (?, ?, ?, ?)", (position, variant.name, int(active), blob)
        )
    connection.executemany(
        "UPDATE palette SET red = ?, green = ?, blue = ?, alpha = ? WHERE position = ?",
        [(*color, index) for index, color in enumerate(variants.items[variants.active].colors)],
    )


def write_order(connection: Rows, order: Sequence[int]) -> None:
    """Replace the sheet order."""
    connection.executemany("UPDATE palette SET rank = ? WHERE position = ?", enumerate(order))


def _end_variants(connection: Rows, index: int, end: bytes) -> None:
    """Cut the colours of the inactive variants to `index` entries and put `end` behind them."""
    rows = connection.execute("SELECT position, colors FROM variants WHERE active = 0").fetchall()
    for position, blob in rows:
        connection.execute(
            "UPDATE variants SET colors = ? WHERE position = ?",
            (blob[: 4 * index] + end, position),
        )


def _colors(blob: bytes) -> tuple[Color, ...]:
    return tuple(to_color(row) for row in np.frombuffer(blob, np.uint8).reshape(-1, 4))
