"""The project file: what goes in comes out, whatever happens in between."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paintassist.core.errors import InputError
from paintassist.core.lines import Ink, LineSettings, TraceMeaning, TraceRule, TraceSetting
from paintassist.core.palette import PaletteEntry, Role
from paintassist.document.document import Document
from paintassist.document.packing import pack_segments
from paintassist.document.requests import LoadedFrame
from paintassist.document.store import Settings
from paintassist.io.project_file import open_project, save_as, save_copy
from paintassist.io.project_paths import is_name, restore_path, store_path
from paintassist.io.project_schema import APPLICATION_ID, MIGRATIONS, VERSION, expected_schema
from tests.document.drawings import make_document, make_sheet, proposals, remove_sheet
from tests.fakes import strip
from tests.io.projects import assert_intact, change, picture, reopened
from tests.io.scribble import scribble


def test_every_edit_is_kept_at_once(tmp_path: Path) -> None:
    document = make_document()
    document.paint(0, [1], 0)
    save_as(document, tmp_path / "a.paintassist")
    edits: list[Callable[[], object]] = [
        lambda: document.paint(1, [2, 3], 1),
        lambda: document.clear(1, [3]),
        lambda: document.apply_proposals(proposals("f2", [0, 1, 2, 3, 0])),
        lambda: document.accept(2),
        document.undo,
        document.redo,
        lambda: document.paints.find_or_add((7, 7, 7, 255), "リボン"),
        lambda: document.paints.update(0, PaletteEntry((8, 8, 8, 255), "hair")),
        lambda: document.paints.add([PaletteEntry((8, 8, 8, 255), "", "髪", Role.SHADOW_1, True)]),
        lambda: document.paints.set_order([2, 0, 5]),
        lambda: document.paints.add_variant("夜", [(1, 2, 3, 255)], "昼"),
        lambda: document.paints.update(1, PaletteEntry((9, 8, 7, 255), "skin", "肌")),
        lambda: document.paints.show_variant(0),
        document.undo,
        document.undo,
        document.redo,
        document.redo,
        lambda: document.paints.recolor_variant(1, {0: (5, 5, 5, 255)}),
        lambda: document.paints.add([PaletteEntry((4, 4, 4, 255)), PaletteEntry((4, 4, 4, 255))]),
        lambda: document.paints.add_variant("夕"),
        lambda: document.paints.rename_variant(2, "夕方"),
        lambda: document.paints.remove_variant(0),
        lambda: document.add_sheet(make_sheet("s", [(9, 9, 9, 255)])),
        lambda: document.add_sheet(make_sheet("t", [(9, 9, 9, 255)])),
        lambda: document.add_sheet(make_sheet("s", [(4, 4, 4, 255), (5, 5, 5, 0)])),
        lambda: remove_sheet(document, 0),
        document.undo,
        lambda: document.set_view("tool", "bucket"),
        lambda: document.set_view("tool", None),
        lambda: document.add_frames([("f9", tmp_path / "線画 9.png")]),
        lambda: document.land_frame(LoadedFrame("f9", pack_segments(strip(3)), None, "abc")),
        lambda: document.paint(3, [3], 1),
        lambda: document.land_frame(LoadedFrame("f9", pack_segments(strip(4, seed=3)))),
        lambda: document.set_settings(
            Settings(
                LineSettings(90, {Ink.RED: TraceSetting(TraceMeaning.SHADOW, TraceRule.OWN)}),
                "shape",
                "compact",
            )
        ),
    ]
    for edit in edits:
        edit()
        assert picture(reopened(document)) == picture(document)
    assert document.store is not None
    document.store.close()
    assert_intact(tmp_path / "a.paintassist")
    assert [path.name for path in tmp_path.iterdir()] == ["a.paintassist"]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32 - 1), edits=st.integers(0, 12), saved=st.integers(0, 12))
def test_round_trip(tmp_path: Path, seed: int, edits: int, saved: int) -> None:
    random = np.random.default_rng(seed)
    document = make_document(frames=2, segments=4)
    for number in range(edits):
        if number == saved:
            save_as(document, tmp_path / "first.paintassist")
        scribble(document, random)
    save_as(document, tmp_path / "second.paintassist")
    assert picture(reopened(document)) == picture(document)
    assert document.store is not None
    document.store.close()


def test_save_as_leaves_the_old_file_as_it_is(project: Path, tmp_path: Path) -> None:
    document = open_project(project)
    before = project.read_bytes()
    (tmp_path / "elsewhere").mkdir()
    other = tmp_path / "elsewhere" / "b.paintassist"
    save_as(document, other)
    document.paint(0, [1], 2)
    assert project.read_bytes() == before
    assert document.store is not None
    assert document.store.path == other
    assert picture(reopened(document)) == picture(document)
    document.store.close()


def test_save_as_over_itself_and_over_another(project: Path, tmp_path: Path) -> None:
    document = open_project(project)
    save_as(document, project)
    document.paint(0, [1], 2)
    other = tmp_path / "other.paintassist"
    other.write_bytes(b"something else")
    Path(f"{other}-journal").write_bytes(b"left behind by a crash")
    save_copy(document, other)
    assert document.store is not None
    assert document.store.path == project
    copy = open_project(other)
    assert picture(copy)[0] == picture(document)[0]
    for open_document in (document, copy):
        assert open_document.store is not None
        open_document.store.close()
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".paintassist"] * 2


def test_save_into_a_folder_that_is_not_there(tmp_path: Path) -> None:
    document = make_document()
    with pytest.raises(InputError, match=r"a\.paintassist"):
        save_as(document, tmp_path / "gone" / "a.paintassist")
    assert document.store is None


def test_a_failed_save_leaves_the_old_file(project: Path) -> None:
    before = project.read_bytes()
    document = make_document()
    document.add_frames([("a/b", Path("b.png"))])
    with pytest.raises(InputError, match="'a/b' cannot be the name"):
        save_as(document, project)
    assert project.read_bytes() == before
    assert len(list(project.parent.iterdir())) == 1


def test_paths_are_relative_where_possible(tmp_path: Path) -> None:
    cut, elsewhere = tmp_path / "cut", tmp_path / "elsewhere"
    cut.mkdir()
    elsewhere.mkdir()
    document = Document()
    document.add_frames([("a", cut / "A" / "a.png"), ("b", elsewhere / "b.png")])
    save_as(document, cut / "x.paintassist")
    assert document.store is not None
    document.store.close()
    with closing(sqlite3.connect(cut / "x.paintassist")) as connection:
        stored = connection.execute("SELECT path FROM frames ORDER BY position").fetchall()
    assert stored == [("A/a.png",), (str(elsewhere / "b.png"),)]
    moved = tmp_path / "moved"
    cut.rename(moved)
    again = open_project(moved / "x.paintassist")
    assert [frame.path for frame in again.frames] == [moved / "A" / "a.png", elsewhere / "b.png"]
    save_as(again, elsewhere / "y.paintassist")
    assert [frame.path for frame in reopened(again).frames] == [
        frame.path for frame in again.frames
    ]
    assert again.store is not None
    again.store.close()


def test_paths_cannot_leave_their_folder(tmp_path: Path) -> None:
    folder = tmp_path / "cut"
    folder.mkdir()
    (tmp_path / "secret").mkdir()
    (folder / "link").symlink_to(tmp_path / "secret")
    for text in ("../a.png", "A/../../a.png", "C:a.png", "C:\\a.png", "\\\\host\\a", "link/a.png"):
        assert restore_path(text, folder) is None, text
    assert restore_path("a\0.png", folder) is None
    assert restore_path(None, folder) is None
    assert restore_path("A/a.png", folder) == folder / "A" / "a.png"
    assert store_path(folder / "link" / "a.png", folder) == str(folder / "link" / "a.png")
    assert [is_name(name) for name in ("A0001", "カット 1", "..", "a/b", "", "a\n")] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]


def test_a_frame_whose_path_leads_out_says_so(project: Path) -> None:
    change(project, "UPDATE frames SET path = '../../etc/passwd' WHERE name = 'f1'")
    document = open_project(project)
    assert document.frames[1].path is None
    assert "leads out of its folder" in document.frames[1].problem
    assert document.frames[1].decided.any()
    assert document.store is not None
    document.store.close()


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("PRAGMA application_id = 7", "is not a PaintAssist project"),
        ("PRAGMA user_version = 0", "is not a PaintAssist project"),
        (f"PRAGMA user_version = {VERSION + 1}", "newer PaintAssist"),
        ("CREATE TRIGGER t AFTER INSERT ON decisions BEGIN DELETE FROM frames; END", "is damaged"),
        ("CREATE VIEW v AS SELECT 1", "is damaged"),
        ("DROP TABLE view", "is damaged"),
        ("UPDATE palette SET red = 256 WHERE position = 0", "is damaged"),
        ("DELETE FROM palette WHERE position = 0", "is damaged"),
        ("UPDATE palette SET role = 'shade' WHERE position = 0", "is damaged"),
        ("UPDATE palette SET temporary = 2 WHERE position = 0", "is damaged"),
        ("DELETE FROM variants", "is damaged"),
        ("INSERT INTO variants VALUES (1, 'night', 0, x'00')", "is damaged"),
        ("INSERT INTO variants VALUES (1, 'night', 1, x'')", "is damaged"),
        ("UPDATE decisions SET color = 99", "is damaged"),
        ("UPDATE decisions SET state = 1", "is damaged"),
        ("UPDATE decisions SET segment = segment + 1000", "is damaged"),
        ("UPDATE label_maps SET labels = x'00'", "is damaged"),
        ("UPDATE label_maps SET width = 1000000, height = 1000000", "is damaged"),
        ("UPDATE label_maps SET width = -1", "is damaged"),
        ("DELETE FROM label_maps", "is damaged"),
        ("UPDATE sheets SET colors = x'00'", "is damaged"),
        ("UPDATE frames SET name = '../' || name", "is damaged"),
        ("UPDATE view SET value = '{'", "is damaged"),
        ("UPDATE settings SET value = '7'", "is damaged"),
        ("UPDATE settings SET value = '{\"threshold\": 0}' WHERE key = 'lines'", "is damaged"),
        (
            "UPDATE settings SET value = '{\"traces\": {\"x\": 1}}' WHERE key = 'lines'",
            "is damaged",
        ),
    ],
)
def test_wrong_files_are_refused_in_one_sentence(
    project: Path, statement: str, sentence: str
) -> None:
    change(project, statement)
    before = project.read_bytes()
    with pytest.raises(InputError, match=sentence) as caught:
        open_project(project)
    assert project.name in str(caught.value)
    assert project.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is not a PaintAssist project"),
        (b"\x89PNG\r\n\x1a\n and so on", "is not a PaintAssist project"),
        (b"SQLite format 3\0", "is damaged|is not a PaintAssist project"),
        (None, "does not exist"),
    ],
)
def test_files_of_another_kind(tmp_path: Path, content: bytes | None, sentence: str) -> None:
    path = tmp_path / "x.paintassist"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=sentence):
        open_project(path)
    with pytest.raises(InputError, match="is a folder"):
        open_project(tmp_path)


def test_a_label_map_with_a_right_checksum_but_wrong_content(project: Path) -> None:
    with closing(sqlite3.connect(project, isolation_level=None)) as connection:
        labels, inks = zlib.compress(b"\xff" * 10**6), zlib.compress(b"\xff" * 10**6)
        connection.execute(
            "UPDATE label_maps SET labels = ?, inks = ?, checksum = ?",
            (labels, inks, zlib.crc32(inks, zlib.crc32(labels))),
        )
    document = open_project(project)
    assert document.segments(0) is None
    assert "cannot be shown" in document.frames[0].problem
    assert document.store is not None
    document.store.close()


def test_a_full_disk_refuses_the_edit_and_keeps_the_file(project: Path) -> None:
    document = open_project(project)
    store: Any = document.store
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    before = picture(document)
    with pytest.raises(InputError, match="does not fit on the disk"):
        document.set_view("notes", "long " * 10**5)
    with pytest.raises(InputError, match="does not fit on the disk"):
        document.add_sheet(make_sheet("big", [(1, 2, 3, 255)] * 3000))
    assert picture(document) == before
    assert picture(reopened(document)) == picture(document)
    store.close()


def test_a_file_in_use_is_said_to_be(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("paintassist.io.project_database.PATIENCE", 0.01)
    document = open_project(project)
    with closing(sqlite3.connect(project, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        with pytest.raises(InputError, match="in use by another program"):
            document.paint(0, [1], 0)
        with pytest.raises(InputError, match="in use by another program"):
            open_project(project)
    document.paint(0, [1], 0)
    assert document.store is not None
    document.store.close()


def test_every_version_has_its_way_to_the_newest() -> None:
    assert sorted(MIGRATIONS) == list(range(VERSION))
    names = {name for _, name, _ in expected_schema(VERSION)}
    assert {"frames", "sheets", "palette", "decisions", "label_maps", "settings", "view"} <= names
    assert int.from_bytes(b"PAst", "big") == APPLICATION_ID
