"""A drawing that was changed: decisions stay where segments do; the rest is listed."""

from __future__ import annotations

import numpy as np

from paintassist.core.matching import NO_COLOR
from paintassist.document.changes import Change, ChangeKind
from paintassist.document.edits import Edit, Lost
from paintassist.document.packing import pack_segments
from paintassist.document.redrawing import redraw
from paintassist.document.requests import LoadedFrame
from tests.document.redrawn import AFTER, BEFORE, LEFT, MIDDLE, RIGHT, painted, redrawn
from tests.drawing import cel


def test_decisions_stay_with_their_segments_and_the_rest_is_listed() -> None:
    document, seen = painted(), list[Change]()
    document.changed.connect(seen.append)
    new = redrawn(document)
    assert (new.kept, new.lost) == (2, 1)
    document.do(Edit("Take over changed drawing A1", new.atoms))
    frame = document.frames[0]
    assert frame.decided_color.tolist() == [NO_COLOR, NO_COLOR, 1, 2]
    assert frame.content_hash == "second"
    (lost,) = frame.lost
    assert (lost.state, lost.color) == (3, 1)
    assert BEFORE.labels[lost.y, lost.x] == MIDDLE
    assert {ChangeKind.LOST, ChangeKind.RETOUCH, ChangeKind.SEGMENTS} <= {c.kind for c in seen}
    document.paint(0, [2], 0)
    for _ in range(2):
        document.undo()
    frame = document.frames[0]
    assert (frame.content_hash, frame.lost) == ("first", ())
    assert frame.decided_color.tolist() == [NO_COLOR, NO_COLOR, 1, 1, 2]
    document.undo()
    assert document.frames[0].decided_color[RIGHT] == NO_COLOR
    for _ in range(3):
        document.redo()
    assert document.frames[0].lost == (lost,)


def test_what_was_lost_before_stays_listed() -> None:
    document = painted()
    frame = document.frames[0]
    older = Lost(1, 1, 2, 0)
    new = redraw("A1", frame.map_now(), (older,), LoadedFrame("A1", pack_segments(AFTER), AFTER))
    document.do(Edit("x", new.atoms))
    assert len(document.frames[0].lost) == 2
    assert older in document.frames[0].lost


def test_what_changed_meanwhile_does_not_fit() -> None:
    document = painted()
    new = redrawn(document)
    assert new.fits(document.frames[0])
    document.paint(0, [LEFT], 0)
    assert not new.fits(document.frames[0])


def test_another_size_keeps_nothing_and_loses_nothing() -> None:
    document = painted()
    larger = cel("....\n....\n" * 5)
    frame = document.frames[0]
    new = redraw("A1", frame.map_now(), (), LoadedFrame("A1", pack_segments(larger), larger, "x"))
    assert (new.kept, new.lost) == (0, 3)
    document.do(Edit("x", new.atoms))
    colors = sorted(item.color for item in document.frames[0].lost)
    assert colors == [1, 1, 2]
    assert not np.any(document.frames[0].decided)
