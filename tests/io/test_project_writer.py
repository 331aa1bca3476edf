"""Frames and sheets as rows of a project file: what goes leaves nothing behind."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from paintassist.core.errors import InputError
from paintassist.core.retouch import Retouch
from paintassist.document.edits import Edit, Lost, LostAtom
from paintassist.io.project_file import open_project, save_as, save_copy
from tests.document.drawings import make_document, make_sheet, open_box, remove_sheet, retouch
from tests.io.projects import assert_intact, count, reopened


def test_frames_that_go_take_along_what_is_said_of_them(tmp_path: Path) -> None:
    path = tmp_path / "a.paintassist"
    save_as(document := make_document(), path)
    document.paint(1, [1], 0)
    retouch(document, 1, Retouch(barriers=(((2, 3), (9, 8)),)))
    document.do(Edit("Lose", (LostAtom("f1", (), (Lost(1, 1, 3, 0),)),)))
    assert document.store is not None
    document.store.forget_history()
    document.store.write_frames([document.frames[2], document.frames[0]])
    assert [frame.name for frame in reopened(document).frames] == ["f2", "f0"]
    left = {name: count(path, name) for name in ("label_maps", "decisions", "retouches")}
    assert left == {"label_maps": 2, "decisions": 0, "retouches": 0}
    assert count(path, "lost_decisions") == 0
    document.store.close()
    assert_intact(path)


def test_what_was_in_memory_is_saved_with_retouches_and_lost_decisions(tmp_path: Path) -> None:
    document, lost = open_box(), (Lost(1, 1, 3, 0),)
    retouch(document, 0, Retouch(2))
    document.do(Edit("Lose", (LostAtom("f0", (), lost),)))
    save_as(document, tmp_path / "a.paintassist")
    assert document.store is not None
    frame = reopened(document).frames[0]
    assert (frame.retouch, frame.lost) == (Retouch(2), lost)
    document.store.close()


def test_sheets_are_numbered_without_gaps(tmp_path: Path) -> None:
    path = tmp_path / "a.paintassist"
    save_as(document := make_document(), path)
    for name in ("r", "s", "t"):
        document.add_sheet(make_sheet(name, [(9, 9, 9, 255)]))
    remove_sheet(document, 0)
    assert document.store is not None
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, position FROM sheets ORDER BY position").fetchall()
    assert rows == [("s", 0), ("t", 1)]
    document.store.close()


def test_what_fails_halfway_leaves_nothing_and_the_next_edit_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.paintassist"
    save_as(document := make_document(frames=1), path)
    new = [("f1", tmp_path / "f1.png"), ("no:name", tmp_path / "f2.png")]
    with pytest.raises(InputError, match="'no:name' cannot be the name of a frame"):
        document.add_frames(new)
    assert [frame.name for frame in document.frames] == ["f0"]
    document.paint(0, [1], 0)
    again = reopened(document)
    assert [(frame.name, frame.decided_color[1]) for frame in again.frames] == [("f0", 0)]
    assert document.store is not None
    document.store.close()


def test_both_files_of_a_sheet_are_found_from_a_copy(tmp_path: Path) -> None:
    (tmp_path / "cut").mkdir()
    (tmp_path / "copies").mkdir()
    painting, line = tmp_path / "cut" / "paint.png", tmp_path / "cut" / "line.png"
    document = make_document()
    document.add_sheet(replace(make_sheet("s", [(9, 9, 9, 255)]), painting=painting, line=line))
    save_as(document, tmp_path / "cut" / "a.paintassist")
    save_copy(document, tmp_path / "copies" / "b.paintassist")
    assert document.store is not None
    document.store.close()
    copied = open_project(tmp_path / "copies" / "b.paintassist")
    assert [(sheet.painting, sheet.line) for sheet in copied.sheets] == [(painting, line)]
    assert copied.store is not None
    copied.store.close()
