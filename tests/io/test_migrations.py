"""Files that older PaintAssists wrote: real ones, kept in `old/`, open and go on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from paintassist.core.retouch import Retouch
from paintassist.document.document import Document
from paintassist.io.project_file import open_project
from paintassist.io.project_schema import VERSION, expected_schema, read_schema
from tests.document.drawings import retouch
from tests.io.projects import OLD, assert_intact, old_project, picture, reopened

GAPS = Retouch(2, (((2, 1), (2, 9)),))


def close(document: Document) -> None:
    assert document.store is not None
    document.store.close()


def test_every_older_version_has_its_file() -> None:
    kept = {int(path.name[len("version")]) for path in OLD.iterdir()}
    assert kept == set(range(1, VERSION))


@pytest.mark.parametrize("version", range(1, VERSION))
def test_an_old_file_holds_what_it_held_and_goes_on(version: int, tmp_path: Path) -> None:
    path = old_project(version, tmp_path / "cut.paintassist")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (version,)
    document = open_project(path)
    first, second, third = document.frames
    assert [frame.name for frame in document.frames] == ["A1", "A2", "A3"]
    assert first.path is not None
    assert first.path.name == "A1.png"
    assert first.decided_color.tolist() == [-1, 2, -1, 2, -1]
    assert second.decided_color[2] == 1
    assert (second.count, third.count) == (4, 0)
    assert second.retouch == (GAPS if version > 1 else Retouch())
    assert [entry.name for entry in document.palette][:3] == ["色 0", "色 1", "色 2"]
    assert [sheet.name for sheet in document.sheets] == ["design"]
    assert document.view == {"zoom": 2.5}
    assert document.history.count == 0
    document.paint(0, [2], 0)
    retouch(document, 1, Retouch(3))
    assert picture(reopened(document)) == picture(document)
    close(document)
    assert_intact(path)
    with closing(sqlite3.connect(path)) as connection:
        assert read_schema(connection) == expected_schema(VERSION)
