from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from paintassist.core.errors import InputError
from paintassist.engines.keys import content_key
from paintassist.jobs.simulate import simulate
from tests.clipfiles import BOXES, PAINTED_BOXES, boxes_clip, make_clip, save_painting
from tests.drawing import cel
from tests.fakes import FakeEngine

# Segment 1 is above the line, 2 to 6 are five cells below it.
CELLS = """
    .........
    #########
    .#.#.#.#.
"""
PAINTED_CELLS = """
    .........
    #########
    R#R#G#G#B
"""
SWAPPED = PAINTED_BOXES.replace("R", "x").replace("G", "R").replace("x", "G")


def test_an_engine_that_is_right_needs_no_correction(tmp_path: Path) -> None:
    boxes_clip(tmp_path / "boxes", 3, 3)
    assert simulate(tmp_path / "boxes", FakeEngine()).as_json() == {
        "clip": "boxes",
        "engine": "fake",
        "model": "",
        "segments": 6,
        "corrections": 0,
        "corrections_per_segment": 0.0,
        "accepted_unseen": 6,
        "wrong_unseen": 0,
    }


def test_wrong_proposals_are_corrected_one_by_one(tmp_path: Path) -> None:
    boxes_clip(tmp_path, 2, 2)
    save_painting(tmp_path / "gt/0001.png", SWAPPED)
    result = simulate(tmp_path, FakeEngine())
    assert (result.corrections, result.segments, result.wrong_unseen) == (2, 3, 2)


def test_a_finished_frame_is_a_reference_for_the_next(tmp_path: Path) -> None:
    # The second and third drawings differ from the first; they show the same.
    other = BOXES.replace("#...#", "#..##")
    painted = SWAPPED.replace("#GGG#", "#GGG#", 1).replace("#RRR#", "#RR##", 1)
    make_clip(
        tmp_path,
        {"1": BOXES, "2": other, "3": other + "\n..........."},
        {"1": PAINTED_BOXES, "2": painted, "3": painted + "\n..........."},
    )
    first, second = (content_key(cel(text)) for text in (BOXES, other))
    third = content_key(cel(other + "\n..........."))
    near, far = -np.abs(np.subtract.outer(range(3), range(3))), np.full((3, 3), -9.0)
    tables = {(third, second): near.astype(np.float32), (third, first): far.astype(np.float32)}
    result = simulate(tmp_path, FakeEngine(tables=tables))
    # Two for the second frame, whose colours are swapped; none for the third.
    assert result.corrections == 2


def test_a_correction_helps_the_open_segments_of_its_frame(tmp_path: Path) -> None:
    make_clip(tmp_path, {"1": BOXES, "2": CELLS}, {"1": PAINTED_BOXES, "2": PAINTED_CELLS})
    first, second = content_key(cel(BOXES)), content_key(cel(CELLS))
    # All segments but the sky look like the red box, the fourth least so. Within the frame
    # the third and fourth (both green) look alike, and nothing like the rest.
    count = cel(CELLS).count
    assert count == 6
    from_first = np.tile(np.array([-2, 0, -3], np.float32), (count, 1))
    from_first[0] = (0, -3, -3)
    from_first[4] = (-0.2, 0, -3)
    within = np.full((count, count), -9, np.float32)
    np.fill_diagonal(within, 1)
    within[3, 4] = within[4, 3] = 0.9
    tables = {(second, first): from_first, (second, second): within}
    result = simulate(tmp_path, FakeEngine(tables=tables))
    # Wrong at first: both green cells and the blue one. The doubtful green one is corrected,
    # the other follows, the blue one needs its own correction.
    assert (result.corrections, result.wrong_unseen) == (2, 2)
    assert result.accepted_unseen == 5


def test_a_right_segment_that_turns_wrong_counts(tmp_path: Path) -> None:
    make_clip(tmp_path, {"1": BOXES, "2": CELLS}, {"1": PAINTED_BOXES, "2": PAINTED_CELLS})
    first, second = content_key(cel(BOXES)), content_key(cel(CELLS))
    count = cel(CELLS).count
    truth = [0, 1, 1, 2, 2]
    from_first = np.full((count, 3), -1, np.float32)
    for row, column in enumerate(truth):
        from_first[row, column] = 0
    from_first[5] = (-1, 0, -1)
    within = np.full((count, count), -9, np.float32)
    within[1, 5] = 0.5  # Once the last cell is blue, the first one looks like it.
    np.fill_diagonal(within, 1)
    tables = {(second, first): from_first, (second, second): within}
    result = simulate(tmp_path, FakeEngine(tables=tables))
    assert result.corrections == 2


def test_the_threshold_decides_what_is_accepted_unseen(tmp_path: Path) -> None:
    boxes_clip(tmp_path, 2, 2)
    engine = FakeEngine(temperature=100.0)
    assert simulate(tmp_path, engine, threshold=0.9).accepted_unseen == 0
    assert simulate(tmp_path, engine, threshold=0.0).accepted_unseen == 3


def test_a_sheet_leaves_every_frame_to_be_painted(tmp_path: Path) -> None:
    boxes_clip(tmp_path, 2, 2)
    boxes_clip(tmp_path / "ref", 1, 1)
    assert simulate(tmp_path, FakeEngine()).segments == 6


def test_a_bad_first_frame_hands_its_part_to_the_second(tmp_path: Path) -> None:
    boxes_clip(tmp_path, 3, 3)
    (tmp_path / "line/0000.png").write_bytes(b"")
    notes: list[str] = []
    assert simulate(tmp_path, FakeEngine(), notify=notes.append).segments == 3
    assert len(notes) == 1


@pytest.mark.parametrize("painted", [0, 1])
def test_too_few_painted_frames(tmp_path: Path, painted: int) -> None:
    boxes_clip(tmp_path, 2, painted)
    with pytest.raises(InputError, match="no frame to paint"):
        simulate(tmp_path, FakeEngine())
