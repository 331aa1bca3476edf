"""Named versions inside a project file: what it held at some moments, to go back to.

A version keeps the rows of all tables that make up the project, as they are, with the format
they are in; label maps it shares with the frames and the history. An old version goes through
the same migrations as an old file.
"""

from __future__ import annotations

import base64
import json
import sqlite3
import time
import zlib
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from paintassist.io.project_maps import drop_unused_maps
from paintassist.io.project_paths import restore_path, store_path
from paintassist.io.project_schema import VERSION, migrate
from paintassist.io.project_values import require

# Tables that are no part of a version; all others are, also those that come later.
APART = frozenset(
    {"label_maps", "view", "edits", "edit_maps", "history", "versions", "version_maps"}
)
# What tells of files rather than of work; equal work is one version.
STAMPS = frozenset({"size", "modified"})
PATHS = {"frames": ("path",), "sheets": ("painting", "line")}
MOST_BYTES = 256 * 1024 * 1024
LEVEL = 6

Table = dict[str, Any]
"""`columns`: list of str, `rows`: list of lists of JSON values."""


@dataclass(frozen=True)
class Version:
    """A named version of a project.

    Attributes
    ----------
    id : int
    name : str
    made : float
        Seconds since 1970.
    frames, segments, decided : int
        What it holds.
    """

    id: int
    name: str
    made: float
    frames: int = 0
    segments: int = 0
    decided: int = 0


def list_versions(connection: sqlite3.Connection) -> list[Version]:
    """Return all versions, newest first.

    Raises
    ------
    DamagedError
        If a row is not what it must be.
    """
    rows = connection.execute("SELECT id, name, made, summary FROM versions ORDER BY id DESC")
    return [_version(*row) for row in rows.fetchall()]


def make_version(
    connection: sqlite3.Connection, name: Callable[[int], str]
) -> tuple[Version, bool]:
    """Keep what the project holds now.

    Parameters
    ----------
    connection : sqlite3.Connection
        In a transaction.
    name : function of int
        Gets the number of the new version and returns its name.

    Returns
    -------
    (Version, bool)
        Whether it is new: if a version holds just this, that one is returned.
    """
    tables = {table: _read(connection, table) for table in _content(connection)}
    data = zlib.compress(_to_text(tables).encode(), LEVEL)
    checksum = zlib.crc32(data)
    same = connection.execute(
        "SELECT id, name, made, summary FROM versions"
        " WHERE checksum = ? AND format = ? AND tables = ? ORDER BY id DESC",
        (checksum, VERSION, data),
    ).fetchone()
    if same is not None:
        return _version(*same), False
    key = 1 + connection.execute("SELECT coalesce(max(id), 0) FROM versions").fetchone()[0]
    summary = json.dumps(count_work(connection))
    made = int(time.time())
    connection.execute(
        "INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?)",
        (key, name(key), made, VERSION, summary, data, checksum),
    )
    for table in ("frames", "sheets"):
        connection.execute(
            "INSERT OR IGNORE INTO version_maps"
            f" SELECT ?, label_map FROM {table} WHERE label_map IS NOT NULL",
            (key,),
        )
    return _version(key, name(key), made, summary), True


def rename_version(connection: sqlite3.Connection, key: int, name: str) -> None:
    """Give a version another name."""
    connection.execute("UPDATE versions SET name = ? WHERE id = ?", (name, key))


def delete_version(connection: sqlite3.Connection, key: int) -> None:
    """Keep a version no more."""
    held = connection.execute("SELECT label_map FROM version_maps WHERE version = ?", (key,))
    loose = [row[0] for row in held.fetchall()]
    connection.execute("DELETE FROM version_maps WHERE version = ?", (key,))
    connection.execute("DELETE FROM versions WHERE id = ?", (key,))
    drop_unused_maps(connection, loose)


def put_back_version(connection: sqlite3.Connection, key: int) -> None:
    """Make the project hold what a version holds; the history, which is of now, must go apart.

    Raises
    ------
    ValueError
        If the version is damaged; the caller takes the transaction back.
    """
    row = connection.execute(
        "SELECT format, tables, checksum FROM versions WHERE id = ?", (key,)
    ).fetchone()
    require(row is not None, "version")
    made_with, data, checksum = row
    require(isinstance(data, bytes) and checksum == zlib.crc32(data), "version")
    require(type(made_with) is int and 1 <= made_with <= VERSION, "version")
    tables = _from_text(_inflate(data))
    if made_with < VERSION:
        tables = _brought_up_to_date(tables, made_with)
    old = connection.execute(
        "SELECT label_map FROM frames UNION SELECT label_map FROM sheets"
    ).fetchall()
    require(tables.keys() == set(_content(connection)), "version")
    _fill(connection, tables)
    drop_unused_maps(connection, [key for (key,) in old])


def move_version_paths(connection: sqlite3.Connection, old: Path, new: Path) -> None:
    """Rewrite the paths in the versions of a project that was copied from `old` to `new`."""
    for key, data in connection.execute("SELECT id, tables FROM versions").fetchall():
        tables = _from_text(_inflate(data))
        for table, columns in PATHS.items():
            content = tables.get(table, {"columns": [], "rows": []})
            for column in columns:
                at = content["columns"].index(column)
                for row in content["rows"]:
                    path = restore_path(row[at], old)
                    if path is not None:
                        row[at] = store_path(path, new)
        moved = zlib.compress(_to_text(tables).encode(), LEVEL)
        connection.execute(
            "UPDATE versions SET tables = ?, checksum = ? WHERE id = ?",
            (moved, zlib.crc32(moved), key),
        )


def count_work(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many frames, segments and decisions a project file holds."""
    one = (
        "SELECT (SELECT count(*) FROM frames), (SELECT count(*) FROM decisions),"
        " (SELECT coalesce(sum(count), 0) FROM frames JOIN label_maps"
        " ON label_map = label_maps.id)"
    )
    frames, decided, segments = connection.execute(one).fetchone()
    return {"frames": frames, "decided": decided, "segments": segments}


def _version(key: object, name: object, made: object, summary: object) -> Version:
    if not (type(key) is int and isinstance(name, str) and type(made) is int):
        raise ValueError("version")
    if not (isinstance(summary, str) and len(summary) < 1000):
        raise ValueError("version")
    try:
        counts = json.loads(summary)
    except RecursionError as error:
        raise ValueError("version") from error
    known = {"frames", "segments", "decided"}
    require(isinstance(counts, dict) and counts.keys() == known, "version")
    require(all(type(value) is int for value in counts.values()), "version")
    return Version(key, name, made, **counts)


def _content(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return [name for (name,) in rows if name not in APART]


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")]


def _read(connection: sqlite3.Connection, table: str) -> Table:
    columns = _columns(connection, table)
    # In the order of the columns, so that equal content is equal bytes.
    order = ", ".join(str(number + 1) for number in range(len(columns)))
    values = ", ".join("-1" if column in STAMPS else column for column in columns)
    rows = connection.execute(f"SELECT {values} FROM {table} ORDER BY {order}")
    return {"columns": columns, "rows": [list(row) for row in rows]}


def _fill(connection: sqlite3.Connection, tables: dict[str, Table]) -> None:
    for table, content in tables.items():
        columns = _columns(connection, table)
        require(content["columns"] == columns, "version")
        connection.execute(f"DELETE FROM {table}")
        places = ", ".join("?" * len(columns))
        require(all(len(row) == len(columns) for row in content["rows"]), "version")
        connection.executemany(f"INSERT INTO {table} VALUES ({places})", content["rows"])


def _brought_up_to_date(tables: dict[str, Table], made_with: int) -> dict[str, Table]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, 0, made_with)
        require(tables.keys() == set(_content(connection)), "version")
        _fill(connection, tables)
        migrate(connection, made_with)
        return {table: _read(connection, table) for table in _content(connection)}


def _to_text(tables: dict[str, Table]) -> str:
    def plain(value: object) -> object:
        assert isinstance(value, bytes)
        return {"base64": base64.b64encode(value).decode()}

    return json.dumps(tables, default=plain, ensure_ascii=False, separators=(",", ":"))


def _from_text(data: bytes) -> dict[str, Table]:
    def value(found: dict[str, Any]) -> Any:
        if found.keys() == {"base64"}:
            return base64.b64decode(found["base64"], validate=True)
        return found

    try:
        tables = json.loads(data, object_hook=value)
    except (RecursionError, TypeError) as error:
        raise ValueError("version") from error
    require(isinstance(tables, dict), "version")
    for content in tables.values():
        require(isinstance(content, dict) and content.keys() == {"columns", "rows"}, "version")
        lists: Sequence[object] = (content["columns"], content["rows"], *content["rows"])
        require(all(isinstance(item, list) for item in lists), "version")
    return tables


def _inflate(data: bytes) -> bytes:
    inflater = zlib.decompressobj()
    try:
        plain = inflater.decompress(data, MOST_BYTES)
    except zlib.error as error:
        raise ValueError("version") from error
    require(inflater.eof, "version")
    return plain
