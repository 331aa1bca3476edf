"""Closed gaps in the project file, and files from before there were any."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from paintassist.core.barriers import Gaps
from paintassist.core.errors import InputError
from paintassist.document.document import Document
from paintassist.io.project_file import open_project, save_as
from tests.document.test_gaps import open_box

GAPS = Gaps(2, (((9, 3), (9, 5)), ((1, 0), (1, 8), (2, 8))))


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
    document.close_gaps(0, GAPS)
    document.paint(0, [4], 2)
    frame, again = document.frames[0], kept(path).frames[0]
    assert again.gaps == GAPS
    assert again.packed == frame.packed
    assert again.decided.tolist() == frame.decided.tolist()
    document.undo()
    document.undo()
    again = kept(path).frames[0]
    assert (again.gaps, again.packed) == (Gaps(), before.packed)
    assert again.decided_color.tolist() == before.decided_color.tolist()
    document.redo()
    save_as(document, tmp_path / "b.paintassist")
    assert kept(tmp_path / "b.paintassist").frames[0].gaps == GAPS
    closed(document)


def test_a_file_of_version_1_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.paintassist"
    save_as(document := open_box(), path)
    closed(document)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE gaps")
        connection.execute("PRAGMA user_version = 1")
    document = open_project(path)
    assert document.frames[0].decided_color[1:].tolist() == [-1, 1, -1]
    document.close_gaps(0, GAPS)
    closed(document)
    assert kept(path).frames[0].gaps == GAPS


@pytest.mark.parametrize(
    ("radius", "strokes"),
    [(21, "[]"), (-1, "[]"), (1, "{"), (1, "[[]]"), (1, "[[[1]]]"), (1, "[[[1, 2.5]]]"), (1, "3")],
)
def test_damaged_gaps_are_told(tmp_path: Path, radius: int, strokes: str) -> None:
    path = tmp_path / "a.paintassist"
    save_as(document := open_box(), path)
    closed(document)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO gaps VALUES (1, ?, ?)", (radius, strokes))
    with pytest.raises(InputError, match=r"a\.paintassist is damaged"):
        open_project(path)
