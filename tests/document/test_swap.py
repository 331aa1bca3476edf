"""Swapping a colour: decisions too, one undo item over all frames."""

from __future__ import annotations

from paintassist.core.matching import NO_COLOR
from paintassist.document.frame import DecisionState
from tests.document.drawings import make_document, proposals

CORRECTED = DecisionState.CORRECTED


def test_a_swap_takes_decisions_and_proposals_of_the_frames_asked_for() -> None:
    document = make_document()
    for name in ("f0", "f1", "f2"):
        document.apply_proposals(proposals(name, [0, 1, 1, NO_COLOR, 2]))
    document.accept(1, [2])
    document.paint(1, [5], 1)
    document.history.clear()
    assert document.swap_color(1, 3, range(1, 3)) == 5
    assert [frame.color[1:].tolist() for frame in document.frames] == [
        [0, 1, 1, NO_COLOR, 2],
        [0, 3, 3, NO_COLOR, 3],
        [0, 3, 3, NO_COLOR, 2],
    ]
    assert document.frames[1].decided.tolist() == [0, 0, CORRECTED, CORRECTED, 0, CORRECTED]
    assert document.undo() == "Swap colour of 5 segments"
    assert document.frames[1].decided.tolist() == [0, 0, DecisionState.ACCEPTED, 0, 0, CORRECTED]
    assert document.frames[1].color[1:].tolist() == [0, 1, 1, NO_COLOR, 1]
    assert document.undo() == ""


def test_a_swap_that_changes_nothing_is_no_undo_item() -> None:
    document = make_document()
    document.apply_proposals(proposals("f0", [0, 0, 0, NO_COLOR, 0]))
    assert document.swap_color(0, 0, [0]) == 0
    assert document.swap_color(NO_COLOR, 0, [0]) == 0
    assert document.swap_color(2, 0, [0, 1, 2]) == 0
    assert document.history.undo_name == ""
