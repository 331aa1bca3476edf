"""The values of a document to rows of a project file; the caller owns the transaction."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from paintassist.document.edits import (
    Atom,
    DecisionAtom,
    LostAtom,
    OrderAtom,
    PaletteAtom,
    RetouchAtom,
    SheetAtom,
    VariantsAtom,
)
from paintassist.document.store import JsonValue, Settings, Snapshot
from paintassist.io.project_frames import write_decisions, write_frames, write_lost, write_retouch
from paintassist.io.project_history import move_history_paths, write_history
from paintassist.io.project_palette import (
    write_entry,
    write_order,
    write_palette,
    write_variants,
)
from paintassist.io.project_paths import restore_path, store_path
from paintassist.io.project_reader import settings_to_json
from paintassist.io.project_sheets import write_sheet
from paintassist.io.project_versions import move_version_paths


def write_snapshot(connection: sqlite3.Connection, snapshot: Snapshot, folder: Path) -> None:
    """Write a whole document into empty tables."""
    write_settings(connection, snapshot.settings)
    for key, value in snapshot.view.items():
        write_json(connection, "view", key, value)
    write_palette(connection, snapshot.palette)
    write_frames(connection, snapshot.frames, folder)
    for position, sheet in enumerate(snapshot.sheets):
        write_atom(connection, SheetAtom(position, None, sheet), folder)
    write_history(connection, snapshot.edits, snapshot.done, snapshot.forgotten, folder)


def write_atom(connection: sqlite3.Connection, atom: Atom, folder: Path) -> None:
    """Write the new side of an atom."""
    if isinstance(atom, DecisionAtom):
        write_decisions(connection, atom)
    elif isinstance(atom, PaletteAtom):
        write_entry(connection, atom.index, atom.new)
    elif isinstance(atom, VariantsAtom):
        write_variants(connection, atom.new)
    elif isinstance(atom, OrderAtom):
        write_order(connection, atom.new)
    elif isinstance(atom, LostAtom):
        write_lost(connection, atom)
    elif isinstance(atom, RetouchAtom):
        write_retouch(connection, atom)
    else:
        write_sheet(connection, atom, folder)


def write_settings(connection: sqlite3.Connection, settings: Settings) -> None:
    """Write all settings."""
    for key, value in settings_to_json(settings).items():
        write_json(connection, "settings", key, value)


def write_json(connection: sqlite3.Connection, table: str, key: str, value: JsonValue) -> None:
    """Write one value of the tables `settings` or `view`."""
    connection.execute(
        f"INSERT OR REPLACE INTO {table} VALUES (?, ?)",
        (key, json.dumps(value, ensure_ascii=False)),
    )


def move_paths(connection: sqlite3.Connection, old: Path, new: Path) -> None:
    """Rewrite every path of a project that was copied from folder `old` to `new`."""
    for table, columns in (("frames", ("path",)), ("sheets", ("painting", "line"))):
        for column in columns:
            rows = connection.execute(
                f"SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL"
            ).fetchall()
            for key, text in rows:
                path = restore_path(text, old)
                if path is not None:
                    connection.execute(
                        f"UPDATE {table} SET {column} = ? WHERE id = ?",
                        (store_path(path, new), key),
                    )
    move_history_paths(connection, old, new)
    move_version_paths(connection, old, new)
