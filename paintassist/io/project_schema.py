"""The tables of a project file, and how every older version becomes the newest."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

# "PAst" in the file header: `file` and we tell a project from any other SQLite database.
APPLICATION_ID = 0x50417374

_VERSION_1 = (
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    "CREATE TABLE view (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TABLE palette (
        position INTEGER PRIMARY KEY,
        red INTEGER NOT NULL, green INTEGER NOT NULL, blue INTEGER NOT NULL,
        alpha INTEGER NOT NULL, name TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE label_maps (
        id INTEGER PRIMARY KEY,
        width INTEGER NOT NULL, height INTEGER NOT NULL, count INTEGER NOT NULL,
        labels BLOB NOT NULL, inks BLOB NOT NULL, checksum INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE frames (
        id INTEGER PRIMARY KEY,
        position INTEGER NOT NULL, name TEXT NOT NULL UNIQUE,
        path TEXT, content_hash TEXT NOT NULL,
        label_map INTEGER REFERENCES label_maps (id)
    ) STRICT""",
    """CREATE TABLE decisions (
        frame INTEGER NOT NULL REFERENCES frames (id), segment INTEGER NOT NULL,
        state INTEGER NOT NULL, color INTEGER NOT NULL,
        PRIMARY KEY (frame, segment)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE sheets (
        id INTEGER PRIMARY KEY,
        position INTEGER NOT NULL, name TEXT NOT NULL UNIQUE,
        painting TEXT, line TEXT, content_hash TEXT NOT NULL,
        label_map INTEGER NOT NULL REFERENCES label_maps (id), colors BLOB NOT NULL
    ) STRICT""",
)


def _create_version_1(connection: sqlite3.Connection) -> None:
    for statement in _VERSION_1:
        connection.execute(statement)


# How the gaps of a frame are closed; a frame without a row has none closed.
_GAPS = """CREATE TABLE gaps (
    frame INTEGER PRIMARY KEY REFERENCES frames (id),
    radius INTEGER NOT NULL, strokes TEXT NOT NULL
) STRICT"""


def _add_gaps(connection: sqlite3.Connection) -> None:
    connection.execute(_GAPS)


# The history (see io.project_history), named versions (io.versions), what tells quickly that a
# source file is the same, and decisions that found no segment in a drawing that was changed.
_KEEPING = (
    "CREATE INDEX label_maps_by_checksum ON label_maps (checksum)",
    """CREATE TABLE edits (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL, size INTEGER NOT NULL, paths TEXT NOT NULL,
        atoms BLOB NOT NULL, checksum INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE edit_maps (
        edit INTEGER NOT NULL REFERENCES edits (id), slot INTEGER NOT NULL,
        label_map INTEGER NOT NULL REFERENCES label_maps (id),
        PRIMARY KEY (edit, slot)
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE history (done INTEGER NOT NULL) STRICT",
    "INSERT INTO history VALUES (0)",
    """CREATE TABLE versions (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL, made INTEGER NOT NULL, format INTEGER NOT NULL,
        summary TEXT NOT NULL, tables BLOB NOT NULL, checksum INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE version_maps (
        version INTEGER NOT NULL REFERENCES versions (id),
        label_map INTEGER NOT NULL REFERENCES label_maps (id),
        PRIMARY KEY (version, label_map)
    ) STRICT, WITHOUT ROWID""",
    "ALTER TABLE frames ADD COLUMN size INTEGER NOT NULL DEFAULT -1",
    "ALTER TABLE frames ADD COLUMN modified INTEGER NOT NULL DEFAULT -1",
    """CREATE TABLE lost_decisions (
        frame INTEGER NOT NULL REFERENCES frames (id),
        x INTEGER NOT NULL, y INTEGER NOT NULL,
        state INTEGER NOT NULL, color INTEGER NOT NULL,
        PRIMARY KEY (frame, x, y)
    ) STRICT, WITHOUT ROWID""",
)

# What an entry is of which part, its place in the sheet, and its colours in other scenes. A
# variant's colours are RGBA, four bytes an entry; those of the active one are in `palette`.
# What the painter changed of a frame's drawing is JSON; a frame without a row is untouched. Which
# drawing of its painting a sheet is, and how it is used, is JSON; none is all of it, as it is.
_VERSION_3 = (
    "ALTER TABLE palette ADD COLUMN part TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE palette ADD COLUMN role TEXT NOT NULL DEFAULT 'other'",
    "ALTER TABLE palette ADD COLUMN temporary INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE palette ADD COLUMN rank INTEGER NOT NULL DEFAULT 0",
    "UPDATE palette SET rank = position",
    """CREATE TABLE variants (
        position INTEGER PRIMARY KEY,
        name TEXT NOT NULL, active INTEGER NOT NULL, colors BLOB NOT NULL
    ) STRICT""",
    "INSERT INTO variants VALUES (0, '', 1, x'')",
    """CREATE TABLE retouches (
        frame INTEGER PRIMARY KEY REFERENCES frames (id), value TEXT NOT NULL
    ) STRICT""",
    """INSERT INTO retouches
        SELECT frame, json_object('radius', radius, 'barriers', json(strokes)) FROM gaps""",
    "DROP TABLE gaps",
    "ALTER TABLE sheets ADD COLUMN figure TEXT",
    *_KEEPING,
)


def _to_version_3(connection: sqlite3.Connection) -> None:
    for statement in _VERSION_3:
        connection.execute(statement)


# Key v brings a file of version v to version v + 1; version 0 is the empty file.
MIGRATIONS: Mapping[int, Callable[[sqlite3.Connection], None]] = {
    0: _create_version_1,
    1: _add_gaps,
    2: _to_version_3,
}
VERSION = len(MIGRATIONS)


def migrate(connection: sqlite3.Connection, start: int, end: int = VERSION) -> None:
    """Run the migrations from version `start` to version `end`, inside a transaction."""
    for version in range(start, end):
        MIGRATIONS[version](connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {end}")


def read_schema(connection: sqlite3.Connection) -> set[tuple[str, str, str | None]]:
    """Return (type, name, SQL) of everything a database defines."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema")
    return {(str(kind), str(name), sql) for kind, name, sql in rows}


def expected_schema(version: int) -> set[tuple[str, str, str | None]]:
    """Return what `read_schema` must say of a file of this version.

    Comparing it keeps out triggers, views and whatever else a stranger could put into a
    file to be run by our own statements.
    """
    connection = sqlite3.connect(":memory:")
    try:
        migrate(connection, 0, version)
        return read_schema(connection)
    finally:
        connection.close()
