"""The history in a project file: a row for each part of an undo item.

A row's id is its step times `PARTS` plus the part, so that steps that are forgotten or can be
redone no more are ranges of ids. Label maps of edits lie where those of frames lie, each once.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from paintassist.document.edits import (
    Atom,
    DecisionAtom,
    Edit,
    LostAtom,
    OrderAtom,
    PaletteAtom,
    RetouchAtom,
    SheetAtom,
    VariantsAtom,
)
from paintassist.document.history import Step
from paintassist.document.packing import PackedSegments
from paintassist.io.project_codec import Encoded, decode, encode
from paintassist.io.project_maps import drop_unused_maps, insert_label_map
from paintassist.io.project_paths import restore_path, store_path
from paintassist.io.retouch_json import retouch_from_json, retouch_to_json

ATOMS: Mapping[str, type] = {
    "decision": DecisionAtom,
    "palette": PaletteAtom,
    "sheet": SheetAtom,
    "retouch": RetouchAtom,
    "lost": LostAtom,
    "variants": VariantsAtom,
    "order": OrderAtom,
}
"""Every kind of atom by the name that stands for it in files; the name never changes."""

PARTS = 1 << 20
MAX_STEPS = 1 << 40


@dataclass(frozen=True)
class KeptHistory:
    """A history as read, see `Snapshot`; one that was `damaged` is empty."""

    edits: tuple[Edit, ...] = ()
    done: int = 0
    forgotten: int = 0
    damaged: bool = False


def write_step(connection: sqlite3.Connection, step: Step, folder: Path) -> set[int]:
    """Keep a new edit, if there is one, and how many are done; drop what is gone.

    Returns
    -------
    set of int
        Label maps that may be used no more, see `drop_unused_maps`.
    """
    loose: set[int] = set()
    number = step.done - 1
    if step.new is not None:
        start = number * PARTS
        part = 0
        if step.goes_on:
            loose |= _delete(connection, start + PARTS, MAX_STEPS * PARTS)
            newest = "SELECT max(id) FROM edits WHERE id >= ?"
            part = connection.execute(newest, (start,)).fetchone()[0] + 1 - start
        else:
            loose |= _delete(connection, start, MAX_STEPS * PARTS)
        _insert(connection, start + part, step.new, folder)
    loose |= _delete(connection, 0, step.first * PARTS)
    connection.execute("UPDATE history SET done = ? WHERE done != ?", (step.done, step.done))
    return loose


def write_history(
    connection: sqlite3.Connection, edits: Iterable[Edit], done: int, forgotten: int, folder: Path
) -> None:
    """Write a whole history into empty tables."""
    for number, edit in enumerate(edits, start=forgotten):
        _insert(connection, number * PARTS, edit, folder)
    connection.execute("UPDATE history SET done = ?", (forgotten + done,))


def has_history(connection: sqlite3.Connection) -> bool:
    """Tell whether there are edits, whether they can be read or not."""
    return connection.execute("SELECT 1 FROM edits LIMIT 1").fetchone() is not None


def delete_history(connection: sqlite3.Connection) -> None:
    """Keep no edit any more."""
    drop_unused_maps(connection, _delete(connection, 0, MAX_STEPS * PARTS))
    connection.execute("DELETE FROM history")
    connection.execute("INSERT INTO history VALUES (0)")


def read_history(
    connection: sqlite3.Connection, folder: Path, read_map: Callable[[int], PackedSegments]
) -> KeptHistory:
    """Read the history; its edits are decoded when they are asked for.

    Raises
    ------
    ValueError
        If it is damaged.
    """
    rows = connection.execute(
        "SELECT id, name, size, paths, atoms, checksum FROM edits ORDER BY id"
    ).fetchall()
    maps = _read_maps(connection, read_map)
    parts: dict[int, list[tuple[str, int, Encoded]]] = {}
    for key, name, size, paths, atoms, checksum in rows:
        if not isinstance(name, str) or type(size) is not int or size < 0:
            raise ValueError("history")
        if not isinstance(atoms, bytes) or checksum != zlib.crc32(atoms):
            raise ValueError("history")
        encoded = Encoded(atoms, _read_paths(paths, folder), maps.get(key, []))
        parts.setdefault(key // PARTS, []).append((name, size, encoded))
    steps = sorted(parts)
    first = steps[0] if steps else 0
    row = connection.execute("SELECT done FROM history").fetchall()
    if len(row) != 1 or type(row[0][0]) is not int:
        raise ValueError("history")
    done = row[0][0] - first if steps else 0
    if steps != list(range(first, first + len(steps))) or not 0 <= done <= len(steps):
        raise ValueError("history")
    return KeptHistory(tuple(_edit(parts[step]) for step in steps), done, first)


def move_history_paths(connection: sqlite3.Connection, old: Path, new: Path) -> None:
    """Rewrite the paths of a history that was copied from folder `old` to `new`."""
    rows = connection.execute("SELECT id, paths FROM edits WHERE paths != '[]'").fetchall()
    for key, text in rows:
        paths = [store_path(path, new) for path in _read_paths(text, old)]
        connection.execute("UPDATE edits SET paths = ? WHERE id = ?", (json.dumps(paths), key))


def _insert(connection: sqlite3.Connection, key: int, edit: Edit, folder: Path) -> None:
    encoded = encode(edit.atoms, ATOMS)
    paths = json.dumps([store_path(path, folder) for path in encoded.paths], ensure_ascii=False)
    connection.execute(
        "INSERT INTO edits (id, name, size, paths, atoms, checksum) VALUES (?, ?, ?, ?, ?, ?)",
        (key, edit.name, edit.nbytes, paths, encoded.data, zlib.crc32(encoded.data)),
    )
    connection.executemany(
        "INSERT INTO edit_maps VALUES (?, ?, ?)",
        [
            (key, slot, insert_label_map(connection, packed))
            for slot, packed in enumerate(encoded.maps)
        ],
    )


def _delete(connection: sqlite3.Connection, start: int, end: int) -> set[int]:
    """Delete the rows from `start` to before `end`; return the label maps they held."""
    span = (start, end)
    cursor = connection.execute("DELETE FROM edits WHERE id >= ? AND id < ?", span)
    if not cursor.rowcount:
        return set()
    held = connection.execute(
        "SELECT DISTINCT label_map FROM edit_maps WHERE edit >= ? AND edit < ?", span
    )
    loose = {int(key) for (key,) in held}
    connection.execute("DELETE FROM edit_maps WHERE edit >= ? AND edit < ?", span)
    return loose


def _read_maps(
    connection: sqlite3.Connection, read_map: Callable[[int], PackedSegments]
) -> dict[int, list[PackedSegments]]:
    maps: dict[int, list[PackedSegments]] = {}
    rows = connection.execute("SELECT edit, slot, label_map FROM edit_maps ORDER BY edit, slot")
    for key, slot, label_map in rows.fetchall():
        found = maps.setdefault(key, [])
        if slot != len(found):
            raise ValueError("history")
        found.append(read_map(label_map))
    return maps


def _read_paths(text: object, folder: Path) -> list[Path | None]:
    if text == "[]":
        return []
    if not isinstance(text, str):
        raise ValueError("history")
    try:
        paths = json.loads(text)
    except RecursionError as error:
        raise ValueError("history") from error
    if not isinstance(paths, list):
        raise ValueError("history")
    if not all(path is None or isinstance(path, str) for path in paths):
        raise ValueError("history")
    return [restore_path(path, folder) for path in paths]


def _edit(parts: list[tuple[str, int, Encoded]]) -> Edit:
    encoded = [part for _, _, part in parts]
    return Edit(parts[0][0], partial(_decode, encoded), sum(size for _, size, _ in parts))


def _decode(parts: list[Encoded]) -> tuple[Atom, ...]:
    atoms = tuple(atom for part in parts for atom in decode(part, ATOMS))
    for atom in atoms:
        if isinstance(atom, RetouchAtom):
            for side in (atom.old, atom.new):
                retouch_from_json(retouch_to_json(side.retouch))
    return atoms
