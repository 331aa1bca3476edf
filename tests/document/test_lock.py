"""Locked segments: no tool changes them, and a file keeps the lock."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from paintassist.document.deciding import lock_edit
from paintassist.document.document import Document
from paintassist.document.frame import DecisionState
from paintassist.io.project_file import open_project, save_as
from tests.document.drawings import make_document, proposals


def lock(document: Document, ids: list[int]) -> str:
    edit = lock_edit(document.frames[0], np.array(ids))
    assert edit is not None
    document.do(edit)
    return edit.name


def test_nothing_changes_what_is_locked_but_unlocking() -> None:
    document = make_document(frames=1, segments=4)
    document.apply_proposals(proposals("f0", [0, 1, 2, -1]))
    assert lock(document, [1, 2, 3, 4]) == "Lock 3 segments"
    frame = document.frames[0]
    assert frame.decided.tolist() == [0, 4, 4, 4, 0]
    assert frame.reference_colors().tolist() == [0, 1, 2, -1]
    assert not document.paint(0, [1, 2], 3)
    assert not document.clear(0, [1])
    assert document.swap_color(0, 3, [0]) == 0
    document.apply_proposals(proposals("f0", [3, 3, 3, 3]))
    assert frame.color[1:].tolist() == [0, 1, 2, 3]
    # Of a stroke over both, only the open one is painted.
    assert document.paint(0, [3, 4], 1)
    assert frame.color[1:].tolist() == [0, 1, 2, 1]
    assert lock(document, [1]) == "Unlock segment"
    assert frame.decided[1] == DecisionState.ACCEPTED
    assert document.paint(0, [1], 3)
    for _ in range(4):
        document.undo()
    assert not frame.decided.any()
    assert lock_edit(frame, np.array([], np.int64)) is None


def test_a_lock_is_kept(tmp_path: Path) -> None:
    document = make_document(frames=1, segments=4)
    save_as(document, tmp_path / "a.paintassist")
    document.paint(0, [1, 2], 1)
    lock(document, [2])
    assert document.store is not None
    document.store.close()
    again = open_project(tmp_path / "a.paintassist")
    assert again.frames[0].decided.tolist() == [0, 3, 4, 0, 0]
    assert not again.paint(0, [2], 0)
    assert again.undo() == "Lock segment"
    assert again.frames[0].decided[2] == DecisionState.CORRECTED
    assert again.store is not None
    again.store.close()
