"""Copies of projects: made while the painter works, forgotten in order, brought back safely."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from paintassist.core.errors import InputError
from paintassist.document.document import Document
from paintassist.io import backups, project_copy
from paintassist.io.backups import (
    describe_backup,
    folder_of,
    list_backups,
    make_backup,
    restore_backup,
    too_many,
)
from paintassist.io.project_file import open_project
from paintassist.resources import user_backups_folder
from tests.io.projects import assert_intact, old_project, picture


def close(document: Document) -> None:
    assert document.store is not None
    document.store.close()


def test_a_copy_is_made_while_the_project_is_open_and_only_when_it_changed(project: Path) -> None:
    document = open_project(project)
    first = make_backup(project)
    assert first is not None
    assert make_backup(project) is None
    document.paint(0, [1], 0)
    second = make_backup(project)
    assert second is not None
    assert list_backups(project) == [second, first]
    assert list_backups() == [second, first]
    assert (first.project, first.size) == (project, project.stat().st_size)
    counts = [describe_backup(backup)["decided"] for backup in (first, second)]
    assert counts[1] == counts[0] + 1
    close(document)
    assert [path.name for path in project.parent.iterdir()] == [project.name]


def test_restoring_keeps_the_present(project: Path) -> None:
    document = open_project(project)
    past = picture(document)
    backup = make_backup(project)
    assert backup is not None
    document.paint(0, [1], 0)
    present = picture(document)
    with pytest.raises(InputError, match="is open in another window; close it"):
        restore_backup(backup, project)
    close(document)
    restore_backup(backup, project)
    document = open_project(project)
    assert picture(document) == past
    close(document)
    restore_backup(list_backups(project)[0], project)
    document = open_project(project)
    assert picture(document) == present
    close(document)
    assert_intact(project)


@pytest.mark.parametrize("spoil", [lambda data: data[:9000], lambda data: b"x" * 3, None])
def test_what_is_damaged_or_gone_comes_back(project: Path, spoil: object) -> None:
    document = open_project(project)
    past = picture(document)
    close(document)
    make_backup(project)
    spoiled = spoil(project.read_bytes()) if callable(spoil) else b""
    project.write_bytes(spoiled)
    if spoil is None:
        project.unlink()
    restore_backup(list_backups(project)[-1], project)
    document = open_project(project)
    assert picture(document) == past
    close(document)
    kept = [path.read_bytes() for path in folder_of(project).glob("*.paintassist")]
    assert spoil is None or spoiled in kept


def test_a_damaged_copy_is_not_restored(project: Path) -> None:
    backup = make_backup(project)
    assert backup is not None
    backup.path.write_bytes(backup.path.read_bytes()[:5000])
    before = project.read_bytes()
    with pytest.raises(InputError, match="damaged"):
        restore_backup(backup, project)
    assert project.read_bytes() == before
    assert describe_backup(backup) == {}


def test_copies_thin_out_with_age() -> None:
    now = datetime(2026, 11, 21, 12)
    times = [now - timedelta(hours=hours) for hours in range(24 * 100)]
    gone = set(too_many(times, now))
    left = [made for made in times if made not in gone]
    assert left[:12] == times[:12]
    assert {made.date() for made in left} >= {
        (now - timedelta(days=day)).date() for day in range(14)
    }
    assert 12 + 13 + 6 <= len(left) <= 12 + 14 + 9
    assert too_many(left, now) == []


def test_the_newest_stays_though_it_is_too_large(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "MOST_BYTES", 10)
    document = open_project(project)
    for color in (0, 1, 2):
        document.paint(0, [1], color)
        make_backup(project)
    assert len(list_backups(project)) == 1
    assert describe_backup(list_backups(project)[0])["decided"] > 0
    close(document)


def test_a_cancelled_copy_leaves_nothing(project: Path) -> None:
    assert make_backup(project, lambda: True) is None
    assert list_backups(project) == []
    assert {path.name for path in folder_of(project).iterdir()} == {"project.txt"}


def test_a_painter_who_never_rests_is_copied_all_the_same(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(project_copy, "PAGES", 1)
    document = open_project(project)
    edits = 0

    def paint() -> bool:
        nonlocal edits
        edits += 1
        document.paint(0, [1 + edits % 2], edits % 4)
        return False

    backup = make_backup(project, paint)
    assert backup is not None
    assert edits > project_copy.PATIENCE
    with sqlite3.connect(backup.path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    close(document)


def test_an_old_file_is_kept_before_it_is_brought_up_to_date(tmp_path: Path) -> None:
    path = old_project(1, tmp_path / "old.paintassist")
    close(open_project(path))
    (backup,) = list_backups(path)
    with sqlite3.connect(backup.path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    connection.close()


def test_strange_files_in_the_folder_are_no_backups(project: Path) -> None:
    assert list_backups(project) == []
    assert list_backups() == []
    make_backup(project)
    folder = folder_of(project)
    (folder / "notes.paintassist").write_bytes(b"")
    (folder / "2026-99-99 00-00-00.paintassist").write_bytes(b"")
    (user_backups_folder() / "other").mkdir()
    assert len(list_backups()) == 1


def test_two_projects_of_one_name_have_folders_of_their_own(tmp_path: Path) -> None:
    one, other = tmp_path / "a" / "x.paintassist", tmp_path / "b" / "x.paintassist"
    assert folder_of(one) != folder_of(other)
    assert folder_of(one) == folder_of(tmp_path / "a" / "x.paintassist")
    assert folder_of(one).name.startswith("x-")
