"""The walk through the doubtful, and which segments are accepted together."""

from __future__ import annotations

import numpy as np

from paintassist.core.matching import NO_COLOR, RUNNERS_UP
from paintassist.document.accepting import (
    accept_edit,
    select_certain,
    select_color,
    select_part,
    select_until_doubtful,
)
from paintassist.document.document import Document
from paintassist.document.proposals import FrameProposals
from paintassist.document.review import CHOICES, Facts, Walk, choices_of, disagreeing, doubtful_ids
from tests.document.drawings import FOLDER, make_document


def proposed(document: Document, frame: int, rows: list[tuple[int, float, int]]) -> None:
    """Propose per segment: colour, confidence, segment of the sheet it comes from."""
    color, confidence, source = (np.array(column) for column in zip(*rows, strict=True))
    document.apply_proposals(
        FrameProposals(
            f"f{frame}",
            color.astype(np.int32),
            confidence.astype(np.float32),
            np.full((len(rows), RUNNERS_UP), NO_COLOR, np.int32),
            np.where(source > 0, 0, -1).astype(np.int32),
            source.astype(np.int32),
            ("sheet:s",),
        )
    )


def document_of_doubt() -> Document:
    document = make_document(frames=3, segments=5)
    proposed(document, 0, [(0, 0.9, 1), (1, 0.62, 2), (2, 0.2, 3), (NO_COLOR, 0, 0), (1, 0.66, 2)])
    proposed(document, 1, [(0, 0.95, 1), (1, 0.99, 2), (2, 0.8, 3), (3, 0.9, 4), (1, 0.9, 2)])
    proposed(document, 2, [(0, 0.95, 1), (2, 0.3, 2), (2, 0.8, 3), (3, 0.9, 4), (1, 0.5, 2)])
    return document


def facts(disagrees: tuple[int, ...] = (), area: tuple[int, ...] = (0, 5, 5, 5, 5, 9)):
    table = np.zeros(6, np.bool_)
    table[list(disagrees)] = True
    return lambda index: Facts(np.array(area), table)


def walked(document: Document, walk: Walk, get, steps: int, step: int = 1) -> list:
    places, frame = [], 0
    for _ in range(steps):
        place = walk.step(document.frames, get, frame, step)
        assert place is not None
        frame = place[0]
        places.append(place)
    return places


def test_the_most_doubtful_of_a_frame_comes_first_and_the_end_is_the_beginning():
    document = document_of_doubt()
    # No colour, then low confidence; of two alike the larger; then the next frame.
    expected = [(0, 4), (0, 3), (0, 5), (0, 2), (2, 2), (2, 5)]
    assert walked(document, Walk(), facts(), 7) == [*expected, (0, 4)]
    assert walked(document, Walk(), facts(), 7, -1) == [*expected[3::-1], *expected[:3:-1], (0, 2)]


def test_of_two_alike_the_one_that_disagrees_with_its_neighbours_comes_first():
    document = document_of_doubt()
    assert walked(document, Walk(), facts(disagrees=(2,)), 4)[2:] == [(0, 2), (0, 5)]


def test_what_is_decided_drops_out_and_the_walk_goes_on_from_its_place():
    document, walk = document_of_doubt(), Walk()
    assert walked(document, walk, facts(), 2)[-1] == (0, 3)
    document.paint(0, [3], 1)
    proposed(document, 0, [(0, 0.9, 1), (1, 0.62, 2), (1, 1, 3), (NO_COLOR, 0, 0), (1, 0.66, 2)])
    assert walk.step(document.frames, facts(), 0, 1) == (0, 5)


def test_what_is_put_off_comes_last():
    document, walk = document_of_doubt(), Walk()
    walk.put_off(document.frames[0], 4)
    assert walked(document, walk, facts(), 5)[-1] == (2, 5)
    document.accept(0, [2, 3, 5])
    document.accept(2)
    assert walk.step(document.frames, facts(), 2, 1) == (0, 4)
    document.paint(0, [4], 0)
    assert walk.step(document.frames, facts(), 0, 1) is None


def test_parts_that_change_colour_disagree_on_both_sides():
    document = document_of_doubt()
    same = np.arange(6)
    found = disagreeing(document.frames, 1, lambda index: same)
    assert np.flatnonzero(found).tolist() == [2]
    assert not disagreeing(document.frames, 1, lambda index: None).any()


def accepted(document: Document) -> list[list[int]]:
    return [np.flatnonzero(frame.decided).tolist() for frame in document.frames]


def do(document: Document, selection) -> None:
    edit = accept_edit(document.frames, selection)
    assert edit is not None
    document.do(edit)


def test_accepting_above_a_threshold_in_all_frames_is_one_undo():
    document = document_of_doubt()
    do(document, select_certain(document.frames, range(3), 0.9))
    assert accepted(document) == [[1], [1, 2, 4, 5], [1, 4]]
    assert document.undo() == "Accept 7 segments"
    assert accepted(document) == [[], [], []]
    assert not document.history.done
    assert accept_edit(document.frames, select_certain(document.frames, range(3), 1.0)) is None


def test_accepting_a_colour_leaves_decisions_alone():
    document = document_of_doubt()
    document.paint(0, [2], 3)
    do(document, select_color(document.frames, range(2), 1))
    assert accepted(document) == [[2, 5], [2, 5], []]
    assert document.frames[0].decided_color[2] == 3


def test_a_part_is_followed_by_flow_and_by_its_source_where_the_colour_stays():
    document = document_of_doubt()
    shifted = np.array([0, 2, 1, 0, 0, 0])
    do(document, select_part(document.frames, 0, 2, lambda index: shifted))
    # Flow leads to 1 of frame 1, which has another colour, and on to 2 of frame 2, likewise.
    assert accepted(document) == [[2], [], []]
    document.undo()
    for index in range(3):
        rows = [(1, 0.9, number) for number in range(1, 6)]
        proposed(document, index, rows)
    do(document, select_part(document.frames, 1, 2, lambda index: np.array([0, 0, 1, 2, 0, 0])))
    assert accepted(document) == [[1], [2], [3]]
    document.undo()
    do(document, select_part(document.frames, 1, 4, lambda index: None))
    assert accepted(document) == [[4], [4], [4]]
    document.undo()
    proposed(document, 2, [(1, 0.9, 4)] * 5)
    do(document, select_part(document.frames, 1, 4, lambda index: None))
    assert accepted(document) == [[4], [4], [1, 2, 3, 4, 5]]


def test_carrying_on_stops_at_the_first_doubt():
    document = document_of_doubt()
    selection, stop = select_until_doubtful(document.frames, 0)
    assert (stop, {index: ids.tolist() for index, ids in selection.items()}) == (0, {0: [1]})
    document.paint(0, doubtful_ids(document.frames[0])[:-1], 1)
    # The last doubtful one is what the painter looks at.
    selection, stop = select_until_doubtful(document.frames, 0, seen=5)
    do(document, selection)
    assert stop == 2
    assert accepted(document) == [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5], [1, 3, 4]]
    assert select_until_doubtful(document.frames[:2], 0)[1] == -1
    document.add_frames([("f3", FOLDER / "f3.png")])
    assert select_until_doubtful([*document.frames[:2], document.frames[3]], 0)[1] == 2


def test_choices_are_what_is_likely_then_what_was_used_last():
    frame = document_of_doubt().frames[0]
    frame.runners_up[1, :2] = 3, 2
    assert choices_of(frame, 1) == [0, 3, 2]
    assert choices_of(frame, 1, recent=[3, 7, 0, 5]) == [0, 3, 2, 7, 5]
    assert choices_of(frame, 1, recent=[9, 8, 7, 6]) == [0, 3, 2, 9, 8]
    assert len(choices_of(frame, 1, recent=range(4, 20))) == CHOICES
    # Nothing is proposed for this one, and nothing is segment 0 or beyond the last.
    assert choices_of(frame, 4, recent=[2]) == [2]
    assert choices_of(frame, 0, recent=[2]) == choices_of(frame, 6, recent=[2]) == []
