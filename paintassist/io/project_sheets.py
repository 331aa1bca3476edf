"""Sheets as rows of a project file."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Mapping
from pathlib import Path

from paintassist.document.edits import (
    SheetAtom,
)
from paintassist.document.sheet import Sheet
from paintassist.document.sources import SheetPlace
from paintassist.io.project_figures import figure_to_json
from paintassist.io.project_maps import drop_unused_maps, insert_label_map
from paintassist.io.project_paths import checked_name, store_path


def write_sheet(connection: sqlite3.Connection, atom: SheetAtom, folder: Path) -> None:
    """Write the new side of a sheet: it came, went, or is used otherwise."""
    if atom.old is not None:
        _delete_sheet(connection, atom.old.name)
    if atom.new is not None:
        _insert_sheet(connection, atom.new, folder)
    _place_sheet(connection, atom)


def write_sheet_places(
    connection: sqlite3.Connection, places: Mapping[str, SheetPlace], folder: Path
) -> None:
    """Write where the files of sheets lie."""
    connection.executemany(
        "UPDATE sheets SET painting = ?, line = ? WHERE name = ?",
        [
            (store_path(painting, folder), store_path(line, folder), name)
            for name, (painting, line) in places.items()
        ],
    )


def _insert_sheet(connection: sqlite3.Connection, sheet: Sheet, folder: Path) -> None:
    connection.execute(
        "INSERT INTO sheets"
        " (position, name, painting, line, content_hash, label_map, colors, figure)"
        " VALUES (-1, ?, ?, ?, ?, ?, ?, ?)",
        (
            checked_name(sheet.name),
            store_path(sheet.painting, folder),
            store_path(sheet.line, folder),
            sheet.content_hash,
            insert_label_map(connection, sheet.packed),
            zlib.compress(sheet.colors.astype("<i4").tobytes()),
            None if sheet.figure is None else figure_to_json(sheet.figure),
        ),
    )


def _delete_sheet(connection: sqlite3.Connection, name: str) -> None:
    row = connection.execute("SELECT label_map FROM sheets WHERE name = ?", (name,)).fetchone()
    connection.execute("DELETE FROM sheets WHERE name = ?", (name,))
    if row is not None:
        drop_unused_maps(connection, row)


def _place_sheet(connection: sqlite3.Connection, atom: SheetAtom) -> None:
    """Close the gap of the sheet that went, or make one for the sheet that came."""
    if atom.old is None:
        connection.execute(
            "UPDATE sheets SET position = position + 1 WHERE position >= ?", (atom.position,)
        )
    if atom.new is not None:
        connection.execute(
            "UPDATE sheets SET position = ? WHERE name = ?", (atom.position, atom.new.name)
        )
    else:
        connection.execute(
            "UPDATE sheets SET position = position - 1 WHERE position > ?", (atom.position,)
        )
