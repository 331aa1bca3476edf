"""Where line art lies, what it was, and lost decisions, in the project file."""

from __future__ import annotations

from pathlib import Path

import pytest

from paintassist.core.errors import InputError
from paintassist.document.document import Document
from paintassist.document.edits import Edit
from paintassist.document.sources import NO_STAMP, SourceFile
from paintassist.io.project_file import open_project, save_as
from tests.document.redrawn import painted, redrawn
from tests.io.projects import change


def kept(document: Document) -> Document:
    assert document.store is not None
    document.store.close()
    return open_project(document.store.path)


def test_places_and_stamps_are_kept(tmp_path: Path) -> None:
    document = painted()
    save_as(document, tmp_path / "a.paintassist")
    place = tmp_path / "line" / "B1.png"
    document.relocate([SourceFile("A1", place, "first", (12, 34)), SourceFile("gone", place, "")])
    frame = kept(document).frames[0]
    assert (frame.path, frame.stamp, frame.content_hash) == (place, (12, 34), "first")


def test_a_changed_drawing_is_taken_over_and_back_in_the_file(tmp_path: Path) -> None:
    document = painted()
    save_as(document, tmp_path / "a.paintassist")
    document.relocate([SourceFile("A1", tmp_path / "A1.png", "first", (12, 34))])
    document.do(Edit("Take over changed drawing A1", redrawn(document).atoms))
    lost = document.frames[0].lost
    document = kept(document)
    frame = document.frames[0]
    assert (frame.lost, frame.content_hash, frame.stamp) == (lost, "second", NO_STAMP)
    save_as(document, tmp_path / "b.paintassist")
    document.undo()
    document = kept(document)
    assert (document.frames[0].lost, document.frames[0].content_hash) == ((), "first")
    document.redo()
    assert kept(document).frames[0].lost == lost


@pytest.mark.parametrize("values", ["1, 1, 1, 0", "1, 1, 3, 99", "999999999999, 1, 3, 0"])
def test_damaged_lost_decisions_are_told(tmp_path: Path, values: str) -> None:
    save_as(document := painted(), tmp_path / "a.paintassist")
    assert document.store is not None
    document.store.close()
    change(tmp_path / "a.paintassist", f"INSERT INTO lost_decisions VALUES (1, {values})")
    with pytest.raises(InputError, match="is damaged"):
        open_project(tmp_path / "a.paintassist")
