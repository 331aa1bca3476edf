"""Rows of a project file to the values of a document and back, with everything checked."""

from __future__ import annotations

import json
import logging
import sqlite3
import zlib
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from paintassist.core.matching import NO_COLOR
from paintassist.core.retouch import UNTOUCHED, Retouch
from paintassist.document.edits import Lost
from paintassist.document.frame import DECIDED_STATES, Frame
from paintassist.document.packing import PackedSegments
from paintassist.document.sheet import Sheet
from paintassist.document.store import JsonValue, Settings, Snapshot
from paintassist.io.lines_json import lines_from_json, lines_to_json
from paintassist.io.project_figures import figure_from_json
from paintassist.io.project_history import KeptHistory, read_history
from paintassist.io.project_maps import checksum
from paintassist.io.project_palette import read_palette
from paintassist.io.project_paths import is_name, restore_path
from paintassist.io.project_values import MAX_PIXELS, MAX_ROWS, MAX_SIDE, DamagedError, require
from paintassist.io.retouch_json import retouch_from_json

log = logging.getLogger(__name__)

ReadMap = Callable[[int], PackedSegments]


def read_snapshot(connection: sqlite3.Connection, folder: Path) -> Snapshot:
    """Read a whole project.

    Raises
    ------
    DamagedError
        If anything is not what it must be.
    """
    palette = read_palette(connection)
    read_map = cache(partial(_read_label_map, connection))
    frames = _read_frames(connection, folder, len(palette), read_map)
    sheets = _read_sheets(connection, folder, len(palette), read_map)
    history = _read_history(connection, folder, read_map)
    return Snapshot(
        frames,
        sheets,
        palette,
        settings_from_json(_read_json(connection, "settings")),
        _read_json(connection, "view"),
        history.edits,
        history.done,
        history.forgotten,
    )


def _read_history(connection: sqlite3.Connection, folder: Path, read_map: ReadMap) -> KeptHistory:
    """Read the history; one that is damaged is none, for the painter's work is whole."""
    try:
        return read_history(connection, folder, read_map)
    except ValueError:
        log.warning("the history of a project is damaged and is forgotten")
        return KeptHistory(damaged=True)


def settings_to_json(settings: Settings) -> dict[str, JsonValue]:
    """Return settings as values for the table."""
    lines = cast(JsonValue, lines_to_json(settings.lines))
    return {"lines": lines, "engine": settings.engine, "model": settings.model}


def settings_from_json(values: Mapping[str, JsonValue]) -> Settings:
    """Undo `settings_to_json`; missing keys take their defaults."""
    engine, model = values.get("engine", ""), values.get("model", "")
    lines = values.get("lines", {})
    require(isinstance(engine, str) and isinstance(model, str), "engine")
    require(isinstance(lines, dict), "line settings")
    try:
        read = lines_from_json(cast(dict[str, object], lines))
    except ValueError as error:
        raise DamagedError(str(error)) from error
    return Settings(read, str(engine), str(model))


def _read_json(connection: sqlite3.Connection, table: str) -> dict[str, JsonValue]:
    values: dict[str, JsonValue] = {}
    for key, value in connection.execute(f"SELECT key, value FROM {table} LIMIT {MAX_ROWS}"):
        try:
            values[str(key)] = json.loads(value)
        except (ValueError, TypeError, RecursionError) as error:
            raise DamagedError(f"{table} {key}") from error
    return values


def _read_frames(
    connection: sqlite3.Connection, folder: Path, colors: int, read_map: ReadMap
) -> list[Frame]:
    frames: list[Frame] = []
    rows = connection.execute(
        "SELECT id, name, path, content_hash, size, modified, label_map FROM frames"
        " ORDER BY position, id"
    )
    for key, name, path, content_hash, *stamp, label_map in rows.fetchmany(MAX_ROWS):
        require(isinstance(name, str) and is_name(name), "frame name")
        require(all(type(value) is int for value in stamp), "frame stamp")
        require(path is None or isinstance(path, str), "frame path")
        require(isinstance(content_hash, str), "frame hash")
        packed = None if label_map is None else read_map(label_map)
        frame = Frame(name, restore_path(path, folder), content_hash, packed=packed)
        if path is not None and frame.path is None:
            frame.problem = f"the path of frame '{name}' leads out of its folder; add it again"
        frame.retouch = _read_retouch(connection, key)
        frame.stamp = stamp[0], stamp[1]
        frame.lost = _read_lost(connection, key, colors)
        _read_decisions(connection, key, frame, colors)
        frames.append(frame)
    return frames


def _read_retouch(connection: sqlite3.Connection, key: int) -> Retouch:
    row = connection.execute("SELECT value FROM retouches WHERE frame = ?", (key,)).fetchone()
    if row is None:
        return UNTOUCHED
    try:
        return retouch_from_json(json.loads(row[0]))
    except (ValueError, TypeError, RecursionError) as error:
        raise DamagedError("retouch") from error


def _read_lost(connection: sqlite3.Connection, key: int, colors: int) -> tuple[Lost, ...]:
    rows = connection.execute(
        "SELECT x, y, state, color FROM lost_decisions WHERE frame = ? ORDER BY x, y", (key,)
    ).fetchmany(MAX_ROWS)
    for x, y, state, color in rows:
        require(all(type(value) is int for value in (x, y, state, color)), "lost decisions")
        require(abs(x) < MAX_PIXELS and abs(y) < MAX_PIXELS, "lost decisions")
        require(state in DECIDED_STATES, "lost decisions")
        require(0 <= color < colors, "lost decisions")
    return tuple(Lost(*row) for row in rows)


def _read_decisions(connection: sqlite3.Connection, key: int, frame: Frame, colors: int) -> None:
    cursor = connection.execute(
        "SELECT segment, state, color FROM decisions WHERE frame = ? ORDER BY segment", (key,)
    )
    found = cursor.fetchmany(frame.count + 1)
    if not found:
        return
    table = np.array(found)
    require(table.dtype == np.int64 and len(table) <= frame.count, "decisions")
    ids, state, color = table.T
    require(ids[0] >= 1 and ids[-1] <= frame.count, "decisions")
    require(np.isin(state, DECIDED_STATES).all(), "decisions")
    require(color.min() >= 0 and color.max() < colors, "decisions")
    frame.set_decisions(ids, state.astype(np.uint8), color.astype(np.int32))


def _read_sheets(
    connection: sqlite3.Connection, folder: Path, colors: int, read_map: ReadMap
) -> list[Sheet]:
    sheets: list[Sheet] = []
    rows = connection.execute(
        "SELECT name, painting, line, content_hash, label_map, colors, figure FROM sheets"
        " ORDER BY position, id"
    )
    for name, painting, line, content_hash, label_map, blob, figure in rows.fetchmany(MAX_ROWS):
        require(isinstance(name, str) and is_name(name), "sheet name")
        require(painting is None or isinstance(painting, str), "sheet path")
        require(line is None or isinstance(line, str), "sheet path")
        require(isinstance(content_hash, str) and isinstance(blob, bytes), "sheet")
        packed = read_map(label_map)
        sheets.append(
            Sheet(
                name,
                restore_path(painting, folder),
                restore_path(line, folder),
                packed,
                _read_sheet_colors(blob, packed.count, colors),
                content_hash,
                figure_from_json(figure),
            )
        )
    return sheets


def _read_sheet_colors(blob: bytes, count: int, colors: int) -> NDArray[np.int32]:
    size = 4 * (count + 1)
    try:
        plain = zlib.decompressobj().decompress(blob, size + 1)
    except zlib.error as error:
        raise DamagedError("sheet colours") from error
    require(len(plain) == size, "sheet colours")
    indices = np.frombuffer(plain, "<i4").astype(np.int32)
    require(indices[0] == NO_COLOR and indices.max() < colors, "sheet colours")
    require(indices.min() >= NO_COLOR, "sheet colours")
    return indices


def _read_label_map(connection: sqlite3.Connection, key: int) -> PackedSegments:
    row = connection.execute(
        "SELECT width, height, count, labels, inks, checksum FROM label_maps WHERE id = ?", (key,)
    ).fetchone()
    require(row is not None, "label map")
    width, height, count, labels, inks, stored_checksum = row
    require(isinstance(labels, bytes) and isinstance(inks, bytes), "label map")
    require(all(type(value) is int for value in (width, height, count)), "label map")
    require(0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE, "label map")
    require(width * height <= MAX_PIXELS and 0 <= count <= width * height, "label map")
    packed = PackedSegments(width, height, count, labels, inks)
    require(stored_checksum == checksum(packed), "label map")
    return packed
