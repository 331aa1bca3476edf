"""A drawing retouched in the document: undo, decisions, what the worker is asked."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.retouch import Retouch
from paintassist.document.changes import Change, ChangeKind
from paintassist.document.document import Document
from paintassist.document.loading import load_frame
from paintassist.document.requests import LoadedFrame, LoadFrame, Request
from paintassist.document.retouching import retouch_atom, retouch_segments
from paintassist.document.session import Session
from tests.document.drawings import OPEN_BOX, open_box, proposals, retouch


def labels_of(document: Document) -> NDArray[np.int32]:
    segments = document.segments(0)
    assert segments is not None
    return segments.labels


def test_closing_is_one_undo_and_decisions_stay() -> None:
    document = open_box()
    assert retouch(document, 0, Retouch(2))
    frame = document.frames[0]
    assert (frame.count, frame.retouch) == (4, Retouch(2))
    inside = int(labels_of(document)[4, 14])
    assert frame.decided_color.tolist()[2] == 1
    document.paint(0, [inside], 2)
    assert not retouch(document, 0, Retouch(2))
    document.undo()
    assert document.undo() == "Close gaps"
    frame = document.frames[0]
    assert (frame.count, frame.retouch) == (3, Retouch())
    assert frame.decided_color[1:].tolist() == [-1, 1, -1]
    assert np.array_equal(labels_of(document), OPEN_BOX.labels)
    document.redo()
    document.redo()
    assert document.frames[0].decided_color[inside] == 2


def test_a_retouch_of_another_map_is_late() -> None:
    document = open_box()
    segments, packed = document.segments(0), document.frames[0].packed
    assert segments is not None
    assert packed is not None
    late = retouch_segments(packed, segments, Retouch(2), document.settings.lines)
    assert retouch(document, 0, Retouch(barriers=(((12, 3), (12, 7)),)))
    assert retouch_atom(document.frames[0], late) is None
    assert document.undo()
    atom = retouch_atom(document.frames[0], late)
    assert atom is not None
    assert atom.new.retouch == Retouch(2)


def test_what_is_joined_keeps_the_decision_of_its_largest_part() -> None:
    document = open_box()
    document.paint(0, [3], 2)
    retouch(document, 0, Retouch(joins=(((2, 4), (5, 4)),)), "Merge segments")
    frame, segments = document.frames[0], document.segments(0)
    assert segments is not None
    joined = int(segments.labels[4, 2])
    assert joined == int(segments.labels[4, 5])
    assert frame.decided_color[joined] in (1, 2)
    assert document.undo() == "Merge segments"
    assert document.frames[0].decided_color[1:].tolist() == [-1, 1, 2]


def test_proposals_show_until_the_worker_answers() -> None:
    document = open_box()
    document.apply_proposals(proposals("f0", [0, 1, 2]))
    retouch(document, 0, Retouch(0, (((9, 3), (9, 5)),)))
    assert document.frames[0].count == 4
    assert document.frames[0].proposed[[2, 3]].tolist() == [1, 2]


def test_the_worker_is_asked_anew_and_late_answers_are_dropped() -> None:
    document, posted, seen = open_box(), list[Request](), list[Change]()
    session = Session(document, posted.append)
    session.start()
    document.changed.connect(seen.append)
    late = document.frames[0].packed
    retouch(document, 0, Retouch(2))
    assert [change.kind for change in seen] == [
        ChangeKind.SEGMENTS, ChangeKind.RETOUCH, ChangeKind.HISTORY
    ]  # fmt: skip
    asked = [request for request in posted if isinstance(request, LoadFrame)][-1]
    assert asked.packed is document.frames[0].packed
    assert asked.retouch == Retouch(2)
    assert asked.colors is not None
    assert len(asked.colors) == 4
    session.land(LoadedFrame("f0", late, OPEN_BOX, generation=session.generation))
    assert document.frames[0].count == 4
    session.land(LoadedFrame("f0", asked.packed, generation=session.generation))
    assert document.frames[0].count == 4


def test_a_drawing_that_is_read_anew_has_its_gaps_closed(tmp_path: Path) -> None:
    path = tmp_path / "f0.png"
    path.write_bytes(b"x")
    rgba = np.full((*OPEN_BOX.inks.shape, 4), 255, np.uint8)
    rgba[OPEN_BOX.inks > 0, :3] = 0
    document = open_box()
    lines = document.settings.lines
    loaded = load_frame(LoadFrame("f0", path, lines, retouch=Retouch(2)), lambda _: rgba)
    assert loaded.segments is not None
    assert loaded.segments.count == 4
