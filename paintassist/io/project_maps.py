"""Label maps in a project file: each one once, however many frames and edits hold it."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable

from paintassist.document.packing import PackedSegments

# Where label maps are referred to.
HOLDERS = ("frames", "sheets", "edit_maps", "version_maps")


def checksum(packed: PackedSegments) -> int:
    """Return the CRC-32 of a label map as it is stored."""
    return zlib.crc32(packed.inks, zlib.crc32(packed.labels))


def insert_label_map(connection: sqlite3.Connection, packed: PackedSegments) -> int:
    """Return the id of a label map, which is written if it is new."""
    crc = checksum(packed)
    row = connection.execute(
        "SELECT id FROM label_maps WHERE checksum = ? AND width = ? AND height = ? AND count = ?"
        " AND labels = ? AND inks = ?",
        (crc, packed.width, packed.height, packed.count, packed.labels, packed.inks),
    ).fetchone()
    if row is not None:
        return int(row[0])
    cursor = connection.execute(
        "INSERT INTO label_maps (width, height, count, labels, inks, checksum)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (packed.width, packed.height, packed.count, packed.labels, packed.inks, crc),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def drop_unused_maps(connection: sqlite3.Connection, keys: Iterable[int | None]) -> None:
    """Delete those of some label maps that nothing holds any more."""
    unused = " AND ".join(
        f"NOT EXISTS (SELECT 1 FROM {table} WHERE label_map = :key)" for table in HOLDERS
    )
    for key in keys:
        if key is not None:
            connection.execute(f"DELETE FROM label_maps WHERE id = :key AND {unused}", {"key": key})
