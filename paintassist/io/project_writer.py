"""The values of a document to rows of a project file; the caller owns the transaction."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.retouch import UNTOUCHED, Retouch
from paintassist.document.edits import (
    Atom,
    DecisionAtom,
    FrameMap,
    Lost,
    LostAtom,
    OrderAtom,
    PaletteAtom,
    RetouchAtom,
    SheetAtom,
    VariantsAtom,
)
from paintassist.document.frame import Frame
from paintassist.document.sheet import Sheet
from paintassist.document.sources import SheetPlace, SourceFile
from paintassist.document.store import JsonValue, Settings, Snapshot
from paintassist.io.project_figures import figure_to_json
from paintassist.io.project_history import move_history_paths, write_history
from paintassist.io.project_maps import drop_unused_maps, insert_label_map
from paintassist.io.project_palette import (
    write_entry,
    write_order,
    write_palette,
    write_variants,
)
from paintassist.io.project_paths import is_name, restore_path, store_path
from paintassist.io.project_reader import settings_to_json
from paintassist.io.project_values import DamagedError
from paintassist.io.project_versions import move_version_paths
from paintassist.io.retouch_json import retouch_to_json


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
        key, _ = _find_frame(connection, atom.frame)
        _write_decisions(connection, key, atom.ids, atom.new_state, atom.new_color)
    elif isinstance(atom, PaletteAtom):
        write_entry(connection, atom.index, atom.new)
    elif isinstance(atom, VariantsAtom):
        write_variants(connection, atom.new)
    elif isinstance(atom, OrderAtom):
        write_order(connection, atom.new)
    elif isinstance(atom, LostAtom):
        _write_lost(connection, _find_frame(connection, atom.frame)[0], atom.new)
    elif isinstance(atom, RetouchAtom):
        key, old = _find_frame(connection, atom.frame)
        _replace_map(connection, key, old, atom.new)
    else:
        if atom.old is not None:
            _delete_sheet(connection, atom.old.name)
        if atom.new is not None:
            _insert_sheet(connection, atom.new, folder)
        _place_sheet(connection, atom)


def write_frames(connection: sqlite3.Connection, frames: Sequence[Frame], folder: Path) -> None:
    """Make the table hold exactly these frames in this order."""
    known: dict[str, int] = dict(connection.execute("SELECT name, id FROM frames").fetchall())
    for name in known.keys() - {frame.name for frame in frames}:
        _delete_frame(connection, known[name])
    for position, frame in enumerate(frames):
        if frame.name in known:
            connection.execute(
                "UPDATE frames SET position = ? WHERE id = ?", (position, known[frame.name])
            )
        else:
            _insert_frame(connection, position, frame, folder)


def write_label_map(connection: sqlite3.Connection, frame: Frame) -> None:
    """Replace a frame's label map, hash and decisions."""
    key, old = _find_frame(connection, frame.name)
    connection.execute("UPDATE frames SET content_hash = ? WHERE id = ?", (frame.content_hash, key))
    _replace_map(connection, key, old, frame.map_now())


def _replace_map(connection: sqlite3.Connection, key: int, old: int | None, new: FrameMap) -> None:
    """Replace a frame's label map, its retouch, and its decisions."""
    connection.execute(
        "UPDATE frames SET label_map = ? WHERE id = ?",
        (insert_label_map(connection, new.packed), key),
    )
    drop_unused_maps(connection, [old])
    connection.execute("DELETE FROM decisions WHERE frame = ?", (key,))
    ids = np.flatnonzero(new.state)
    _write_decisions(connection, key, ids, new.state[ids], new.color[ids])
    _write_retouch(connection, key, new.retouch)
    if new.content_hash:
        connection.execute(
            "UPDATE frames SET content_hash = ?1, size = -1, modified = -1"
            " WHERE id = ?2 AND content_hash != ?1",
            (new.content_hash, key),
        )


def _write_lost(connection: sqlite3.Connection, key: int, lost: Sequence[Lost]) -> None:
    connection.execute("DELETE FROM lost_decisions WHERE frame = ?", (key,))
    connection.executemany(
        "INSERT INTO lost_decisions VALUES (?, ?, ?, ?, ?)",
        [(key, item.x, item.y, item.state, item.color) for item in lost],
    )


def write_sources(
    connection: sqlite3.Connection, files: Sequence[SourceFile], folder: Path
) -> None:
    """Write where the line art of frames lies, and its stamps."""
    connection.executemany(
        "UPDATE frames SET path = ?, size = ?, modified = ? WHERE name = ?",
        [(store_path(file.path, folder), *file.stamp, file.name) for file in files],
    )


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


def _write_retouch(connection: sqlite3.Connection, key: int, retouch: Retouch) -> None:
    connection.execute("DELETE FROM retouches WHERE frame = ?", (key,))
    if retouch != UNTOUCHED:
        text = json.dumps(retouch_to_json(retouch), separators=(",", ":"))
        connection.execute("INSERT INTO retouches VALUES (?, ?)", (key, text))


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


def _find_frame(connection: sqlite3.Connection, name: str) -> tuple[int, int | None]:
    row = connection.execute("SELECT id, label_map FROM frames WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise DamagedError(f"no frame {name}")
    return row[0], row[1]


def _insert_frame(
    connection: sqlite3.Connection, position: int, frame: Frame, folder: Path
) -> None:
    label_map = None if frame.packed is None else insert_label_map(connection, frame.packed)
    cursor = connection.execute(
        "INSERT INTO frames (position, name, path, content_hash, label_map, size, modified)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            position,
            _checked_name(frame.name),
            store_path(frame.path, folder),
            frame.content_hash,
            label_map,
            *frame.stamp,
        ),
    )
    assert cursor.lastrowid is not None
    _write_lost(connection, cursor.lastrowid, frame.lost)
    _write_retouch(connection, cursor.lastrowid, frame.retouch)
    _write_all_decisions(connection, cursor.lastrowid, frame)


def _delete_frame(connection: sqlite3.Connection, key: int) -> None:
    for table in ("decisions", "retouches", "lost_decisions"):
        connection.execute(f"DELETE FROM {table} WHERE frame = ?", (key,))
    row = connection.execute("SELECT label_map FROM frames WHERE id = ?", (key,)).fetchone()
    connection.execute("DELETE FROM frames WHERE id = ?", (key,))
    drop_unused_maps(connection, row)


def _write_all_decisions(connection: sqlite3.Connection, key: int, frame: Frame) -> None:
    ids = np.flatnonzero(frame.decided)
    _write_decisions(connection, key, ids, frame.decided[ids], frame.decided_color[ids])


def _write_decisions(
    connection: sqlite3.Connection,
    key: int,
    ids: NDArray[np.int64],
    state: NDArray[np.uint8],
    color: NDArray[np.int32],
) -> None:
    is_open = state == 0
    connection.executemany(
        "DELETE FROM decisions WHERE frame = ? AND segment = ?",
        [(key, segment) for segment in ids[is_open].tolist()],
    )
    made = ~is_open
    connection.executemany(
        "INSERT OR REPLACE INTO decisions VALUES (?, ?, ?, ?)",
        [
            (key, *row)
            for row in zip(
                ids[made].tolist(), state[made].tolist(), color[made].tolist(), strict=True
            )
        ],
    )


def _insert_sheet(connection: sqlite3.Connection, sheet: Sheet, folder: Path) -> None:
    connection.execute(
        "INSERT INTO sheets"
        " (position, name, painting, line, content_hash, label_map, colors, figure)"
        " VALUES (-1, ?, ?, ?, ?, ?, ?, ?)",
        (
            _checked_name(sheet.name),
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


def _checked_name(name: str) -> str:
    if not is_name(name):
        raise InputError(f"'{name}' cannot be the name of a frame or sheet; rename the file")
    return name
