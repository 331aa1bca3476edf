"""Frames as rows of a project file, with their label maps and decisions."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.retouch import UNTOUCHED, Retouch
from paintassist.document.edits import (
    DecisionAtom,
    FrameMap,
    Lost,
    LostAtom,
    RetouchAtom,
)
from paintassist.document.frame import Frame
from paintassist.document.sources import SourceFile
from paintassist.io.project_maps import drop_unused_maps, insert_label_map
from paintassist.io.project_paths import checked_name, store_path
from paintassist.io.project_values import DamagedError
from paintassist.io.retouch_json import retouch_to_json


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


def write_decisions(connection: sqlite3.Connection, atom: DecisionAtom) -> None:
    """Write the new side of decisions."""
    key, _ = _find_frame(connection, atom.frame)
    _write_decisions(connection, key, atom.ids, atom.new_state, atom.new_color)


def write_retouch(connection: sqlite3.Connection, atom: RetouchAtom) -> None:
    """Write the new side of a retouch: another label map with its decisions."""
    key, old = _find_frame(connection, atom.frame)
    _replace_map(connection, key, old, atom.new)


def write_lost(connection: sqlite3.Connection, atom: LostAtom) -> None:
    """Write the new side of a frame's lost decisions."""
    _write_lost(connection, _find_frame(connection, atom.frame)[0], atom.new)


def write_sources(
    connection: sqlite3.Connection, files: Sequence[SourceFile], folder: Path
) -> None:
    """Write where the line art of frames lies, and its stamps."""
    connection.executemany(
        "UPDATE frames SET path = ?, size = ?, modified = ? WHERE name = ?",
        [(store_path(file.path, folder), *file.stamp, file.name) for file in files],
    )


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
            checked_name(frame.name),
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
            "UPDATE frames SET content_hash = :hash, size = -1, modified = -1"
            " WHERE id = :id AND content_hash != :hash",
            {"hash": new.content_hash, "id": key},
        )


def _write_lost(connection: sqlite3.Connection, key: int, lost: Sequence[Lost]) -> None:
    connection.execute("DELETE FROM lost_decisions WHERE frame = ?", (key,))
    connection.executemany(
        "INSERT INTO lost_decisions VALUES (?, ?, ?, ?, ?)",
        [(key, item.x, item.y, item.state, item.color) for item in lost],
    )


def _write_retouch(connection: sqlite3.Connection, key: int, retouch: Retouch) -> None:
    connection.execute("DELETE FROM retouches WHERE frame = ?", (key,))
    if retouch != UNTOUCHED:
        text = json.dumps(retouch_to_json(retouch), separators=(",", ":"))
        connection.execute("INSERT INTO retouches VALUES (?, ?)", (key, text))


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
