"""Files of line art that were moved, renamed, changed or copied, and how fast they are found."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from paintassist.document import sources
from paintassist.document.loading import file_hash
from paintassist.document.sources import (
    NO_STAMP,
    Fate,
    SourceFile,
    check_source,
    find_by_name,
    find_sources,
    moved_along,
    stamp_of,
)


def put(path: Path, text: str) -> SourceFile:
    """Write a file and return what a frame knows of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return SourceFile(path.stem, path, file_hash(path), stamp_of(path))


def test_what_became_of_a_file(tmp_path: Path) -> None:
    known = put(tmp_path / "A1.png", "one")
    assert check_source(known) == (Fate.SAME, known)
    os.utime(tmp_path / "A1.png", (1, 1))
    fate, now = check_source(known)
    assert (fate, now.content_hash) == (Fate.SAME, known.content_hash)
    assert now.stamp == stamp_of(tmp_path / "A1.png") != known.stamp
    put(tmp_path / "A1.png", "two")
    fate, now = check_source(known)
    assert fate is Fate.CHANGED
    assert now.content_hash == file_hash(tmp_path / "A1.png") != known.content_hash
    (tmp_path / "A1.png").unlink()
    assert check_source(known) == (Fate.MISSING, known)
    assert check_source(replace(known, path=None))[0] is Fate.MISSING


def test_a_file_with_the_stamp_it_had_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = put(tmp_path / "A1.png", "one")
    monkeypatch.setattr(sources, "file_hash", lambda path: pytest.fail("it was read"))
    assert check_source(known)[0] is Fate.SAME


def test_moved_and_renamed_files_are_found_by_content(tmp_path: Path) -> None:
    one, two, three = (put(tmp_path / f"A{n}.png", f"drawing {n}") for n in (1, 2, 3))
    deep = tmp_path / "moved" / "deep"
    deep.mkdir(parents=True)
    (tmp_path / "A1.png").rename(deep / "A1.png")
    (tmp_path / "A2.png").rename(tmp_path / "moved" / "カット.png")
    (tmp_path / "A3.png").unlink()
    put(tmp_path / "moved" / "A3.png", "another drawing")
    (tmp_path / ".hidden").mkdir()
    put(tmp_path / ".hidden" / "A3.png", "drawing 3")
    found = find_sources([one, two, three], [tmp_path])
    assert {name: file.path for name, file in found.items()} == {
        "A1": deep / "A1.png",
        "A2": tmp_path / "moved" / "カット.png",
    }
    assert found["A1"].stamp == stamp_of(deep / "A1.png")
    assert find_by_name([three], tmp_path / "moved") == {"A3": tmp_path / "moved" / "A3.png"}


def test_frames_of_equal_content_share_a_file(tmp_path: Path) -> None:
    one, two = put(tmp_path / "A1.png", "same"), put(tmp_path / "A2.png", "same")
    (tmp_path / "A2.png").unlink()
    (tmp_path / "A1.png").rename(tmp_path / "x.png")
    found = find_sources([one, two], [tmp_path])
    assert {file.path for file in found.values()} == {tmp_path / "x.png"}
    assert set(found) == {"A1", "A2"}


def test_the_old_name_is_looked_at_first_and_then_the_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = put(tmp_path / "old" / "A1.png", "x" * 50)
    for number in range(30):
        put(tmp_path / "new" / f"B{number}.png", "y" * number)
    read: list[str] = []

    def hashed(path: Path) -> str:
        read.append(path.name)
        return file_hash(path)

    monkeypatch.setattr(sources, "file_hash", hashed)
    (tmp_path / "old" / "A1.png").rename(tmp_path / "new" / "zz.png")
    assert find_sources([known], [tmp_path / "new"])["A1"].path == tmp_path / "new" / "zz.png"
    assert read == ["zz.png"]
    (tmp_path / "new" / "zz.png").rename(tmp_path / "new" / "A1.png")
    assert find_sources([replace(known, stamp=NO_STAMP)], [tmp_path / "new"])
    assert read == ["zz.png", "A1.png"]


def test_searches_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = put(tmp_path / "A1.png", "one")
    assert find_sources([known], [tmp_path], lambda: True) == {}
    assert find_sources([known], [tmp_path / "nowhere"]) == {}
    assert find_sources([replace(known, content_hash="")], [tmp_path]) == {}
    (tmp_path / "loop").symlink_to(tmp_path)
    assert find_sources([known], [tmp_path, tmp_path])["A1"].path == tmp_path / "A1.png"
    monkeypatch.setattr(sources, "MOST_FILES", 0)
    assert find_sources([known], [tmp_path]) == {}


def test_line_art_of_a_sheet_moves_along(tmp_path: Path) -> None:
    old, line = tmp_path / "ref/gt/a.png", tmp_path / "ref/line/a.png"
    new = tmp_path / "far/gt/b.png"
    assert moved_along(None, old, new) is None
    assert moved_along(line, old, new) == line
    put(tmp_path / "far/line/b.png", "renamed with its painting")
    assert moved_along(line, old, new) == tmp_path / "far/line/b.png"
    put(tmp_path / "far/line/a.png", "the old name")
    assert moved_along(line, old, new) == tmp_path / "far/line/a.png"
    put(line, "where it was")
    assert moved_along(line, old, new) == line
