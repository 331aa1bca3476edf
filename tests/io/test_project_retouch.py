"""What a painter changed of drawings in the project file, and files from before there was any."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from paintassist.core.errors import InputError
from paintassist.core.lines import Ink
from paintassist.core.retouch import Retouch, TraceStroke
from paintassist.document.document import Document
from paintassist.io.project_file import open_project, save_as
from paintassist.io.project_schema import migrate, read_schema
from tests.document.drawings import open_box, retouch

GAPS = Retouch(2, (((9, 3), (9, 5)), ((1, 0), (1, 8), (2, 8))))
EVERYTHING = Retouch(
    2,
    (((9, 3), (9, 5)),),
    (((20, 1), (20, 2)),),
    (((3, 4), (6, 4)),),
    (TraceStroke(Ink.RED, 1, ((14, 3), (14, 6))), TraceStroke(Ink.NONE, 3, ((1, 1),))),
    (((5, 3), (5, 4)),),
)


def older(path: Path, version: int) -> Path:
    """Write what a project file would be in an older version."""
    old = path.with_name("old.paintassist")
    with closing(sqlite3.connect(old)) as connection, connection:
        migrate(connection, 0, version)
        connection.execute("ATTACH ? AS new", (str(path),))
        tables = {name for kind, name, _ in read_schema(connection) if kind == "table"}
        known = {name for (name,) in connection.execute("SELECT name FROM new.sqlite_schema")}
        for table in sorted(tables & known):
            rows = connection.execute(f"PRAGMA main.table_info({table})")
            columns = ", ".join(row[1] for row in rows)
            connection.execute(
                f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}"
            )
    return old


def closed(document: Document) -> Document:
    assert document.store is not None
    document.store.close()
    return document


def kept(path: Path) -> Document:
    return closed(open_project(path))


def test_gaps_are_kept_with_their_map_and_undo_is_too(tmp_path: Path) -> None:
    path = tmp_path / "a.paintassist"
    document = open_box()
    save_as(document, path)
    before = kept(path).frames[0]
    retouch(document, 0, GAPS)
    document.paint(0, [4], 2)
    frame, again = document.frames[0], kept(path).frames[0]
    assert again.retouch == GAPS
    assert again.packed == frame.packed
    assert again.decided.tolist() == frame.decided.tolist()
    document.undo()
    document.undo()
    again = kept(path).frames[0]
    assert (again.retouch, again.packed) == (Retouch(), before.packed)
    assert again.decided_color.tolist() == before.decided_color.tolist()
    document.redo()
    save_as(document, tmp_path / "b.paintassist")
    assert kept(tmp_path / "b.paintassist").frames[0].retouch == GAPS
    closed(document)


def test_everything_is_kept_and_so_is_what_the_file_drew(tmp_path: Path) -> None:
    path = tmp_path / "a.paintassist"
    save_as(document := open_box(), path)
    retouch(document, 0, EVERYTHING)
    again = kept(path)
    assert again.frames[0].retouch == EVERYTHING
    segments, drawn = again.segments(0), open_box().segments(0)
    assert segments is not None
    assert drawn is not None
    assert np.array_equal(segments.drawn_inks, drawn.inks)
    assert int(segments.inks[4, 14]) == Ink.RED
    closed(document)


@pytest.mark.parametrize("version", [1, 2])
def test_older_files_are_brought_up_to_date(tmp_path: Path, version: int) -> None:
    save_as(document := open_box(), tmp_path / "new.paintassist")
    closed(document)
    path = older(tmp_path / "new.paintassist", version)
    if version == 2:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(
                "INSERT INTO gaps VALUES (1, 2, '[[[9,3],[9,5]],[[1,0],[1,8],[2,8]]]')"
            )
    document = open_project(path)
    assert document.frames[0].decided_color[1:].tolist() == [-1, 1, -1]
    assert document.frames[0].retouch == (GAPS if version == 2 else Retouch())
    retouch(document, 0, EVERYTHING)
    closed(document)
    assert kept(path).frames[0].retouch == EVERYTHING


@pytest.mark.parametrize(
    "value",
    [
        '{"radius": 21}', '{"radius": -1}', "{", '{"barriers": [[]]}', '{"barriers": [[[1]]]}',
        '{"joins": [[[1, 2.5]]]}', '{"dust": 3}', "[]", '{"more": 1}',
        '{"traces": [["black", 1, [[1, 1]]]]}', '{"traces": [["red", 0, [[1, 1]]]]}',
        '{"traces": [["red", 1]]}',
    ],
)  # fmt: skip
def test_a_damaged_retouch_is_told(tmp_path: Path, value: str) -> None:
    path = tmp_path / "a.paintassist"
    save_as(document := open_box(), path)
    closed(document)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO retouches VALUES (1, ?)", (value,))
    with pytest.raises(InputError, match=r"a\.paintassist is damaged"):
        open_project(path)
