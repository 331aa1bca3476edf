"""Named versions: going back brings back what was, and loses nothing of what is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from paintassist.core.errors import InputError
from paintassist.core.retouch import Retouch
from paintassist.document.document import Document
from paintassist.document.sources import SourceFile
from paintassist.io.project_file import open_project, save_as, save_copy
from paintassist.io.project_schema import VERSION, expected_schema, migrate
from paintassist.io.project_store import ProjectFile
from paintassist.io.project_versions import list_versions, make_version
from tests.document.drawings import make_document, make_sheet, open_box, remove_sheet, retouch
from tests.io.projects import assert_intact, picture, reopened

VERSION_TABLES = [
    str(sql)
    for _, table, sql in sorted(expected_schema(VERSION), key=str)
    if table in ("versions", "version_maps")
]


def name(number: int) -> str:
    return f"Version {number}"


def store(document: Document) -> ProjectFile:
    assert isinstance(document.store, ProjectFile)
    return document.store


def content(document: Document) -> Any:
    return picture(document)[:4]


def names(document: Document) -> list[str]:
    return [version.name for version in store(document).list_versions()]


def test_going_back_brings_all_back_and_keeps_the_present(tmp_path: Path) -> None:
    path = tmp_path / "a.paintassist"
    save_as(document := open_box(), path)
    document.add_sheet(make_sheet("s", [(9, 9, 9, 255)]))
    first, (version, is_new) = content(document), store(document).make_version(name)
    assert is_new
    assert (version.frames, version.segments, version.decided) == (1, 3, 1)
    retouch(document, 0, Retouch(2))
    document.paint(0, [4], 2)
    document.paints.add_variant("night", [(1, 2, 3, 255)])
    remove_sheet(document, 0)
    second = content(document)
    document = store(document).go_back_to(version.id, name)
    assert content(document) == first
    assert content(reopened(document)) == first
    assert (document.history.count, names(document)) == (0, ["Version 2", "Version 1"])
    document = store(document).go_back_to(2, name)
    assert content(document) == second
    assert names(document) == ["Version 2", "Version 1"]
    store(document).close()
    assert_intact(path)


def test_nothing_changed_makes_no_version(tmp_path: Path) -> None:
    save_as(document := make_document(), tmp_path / "a.paintassist")
    assert store(document).make_version(name)[1]
    document.set_view("zoom", 3)
    document.relocate([SourceFile("f0", document.frames[0].path, "hash", (5, 6))])
    again, is_new = store(document).make_version(name)
    assert (again.name, is_new) == ("Version 1", False)
    document.paint(0, [1], 0)
    document.undo()
    assert not store(document).make_version(name)[1]
    document.paint(0, [1], 0)
    assert store(document).make_version(name)[1]
    store(document).rename_version(1, "線画")
    assert names(document) == ["Version 2", "線画"]
    store(document).close()


def maps(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM label_maps").fetchone()[0])


def test_a_version_holds_its_label_maps_and_lets_them_go(tmp_path: Path) -> None:
    path = tmp_path / "a.paintassist"
    save_as(document := open_box(), path)
    store(document).make_version(name)
    retouch(document, 0, Retouch(2))
    store(document).forget_history()
    assert maps(path) == 2
    store(document).delete_version(1)
    assert (maps(path), names(document)) == (1, [])
    store(document).close()


def test_versions_go_along_with_a_copy_and_find_its_files(tmp_path: Path) -> None:
    (tmp_path / "cut").mkdir()
    document = Document()
    document.add_frames([("a", tmp_path / "cut" / "a.png")])
    save_as(document, tmp_path / "cut" / "x.paintassist")
    store(document).make_version(name)
    document.add_frames([("b", tmp_path / "cut" / "b.png")])
    save_copy(document, tmp_path / "y.paintassist")
    store(document).close()
    copy = open_project(tmp_path / "y.paintassist")
    copy = store(copy).go_back_to(1, name)
    assert [frame.path for frame in copy.frames] == [tmp_path / "cut" / "a.png"]
    store(copy).close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE versions SET tables = x'00'",
        "UPDATE versions SET checksum = 0",
        "UPDATE versions SET format = 99",
        "UPDATE versions SET format = 1",
    ],
)
def test_a_damaged_version_is_refused_and_nothing_changes(tmp_path: Path, statement: str) -> None:
    save_as(document := make_document(), tmp_path / "a.paintassist")
    store(document).make_version(name)
    document.paint(0, [1], 0)
    before, past = content(document), names(document)
    store(document)._connection.execute(statement)
    with pytest.raises(InputError, match="damaged"):
        store(document).go_back_to(1, name)
    assert (content(reopened(document)), names(document)) == (before, past)
    document.paint(0, [2], 0)
    store(document).close()


@pytest.mark.parametrize("old", range(1, VERSION))
def test_versions_of_older_formats_go_the_way_of_older_files(tmp_path: Path, old: int) -> None:
    """What a version of format 1 or 2 would hold, put where a version lies now."""
    save_as(document := make_document(), tmp_path / "a.paintassist")
    expected = content(document)
    store(document).make_version(name)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as former:
        migrate(former, 0, old)
        now = store(document)._connection
        for table in ("frames", "palette", "decisions", "settings", "sheets"):
            columns = [row[1] for row in former.execute(f"PRAGMA table_info({table})")]
            rows = now.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()
            former.executemany(
                f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})", rows
            )
        # A version needs the tables that keep versions; they are not part of it.
        for statement in VERSION_TABLES:
            former.execute(statement)
        make_version(former, name)
        data = former.execute("SELECT tables, checksum FROM versions").fetchone()
    now.execute("UPDATE versions SET tables = ?, checksum = ?, format = ?", (*data, old))
    document.paint(0, [1], 0)
    document = store(document).go_back_to(1, name)
    assert content(document) == expected
    assert len(list_versions(store(document)._connection)) == 2
    store(document).close()
