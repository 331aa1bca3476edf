"""The history in the project file: undo goes on after closing, killing, and saving elsewhere."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paintassist.core.errors import InputError
from paintassist.core.retouch import Retouch
from paintassist.document.document import Document
from paintassist.document.edits import DecisionAtom, PaletteAtom
from paintassist.document.packing import pack_segments
from paintassist.document.requests import LoadedFrame
from paintassist.io.project_codec import encode
from paintassist.io.project_file import open_project, save_as, save_copy
from paintassist.io.project_history import ATOMS
from tests.document.drawings import make_document, make_sheet, open_box, remove_sheet, retouch
from tests.fakes import strip
from tests.io.projects import assert_intact, count, picture, reopened
from tests.io.scribble import scribble


def close(document: Document) -> None:
    assert document.store is not None
    document.store.close()


def again(document: Document) -> Document:
    """The document, closed and opened again."""
    assert document.store is not None
    path = document.store.path
    document.store.close()
    return open_project(path)


def content(document: Document) -> Any:
    """What undo changes; histories are compared by what they do."""
    return picture(document)[:3]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    seed=st.integers(0, 2**32 - 1),
    moves=st.lists(
        st.sampled_from(["edit", "undo", "redo", "gesture", "open", "save"]), max_size=25
    ),
)
def test_undo_goes_on_in_another_session(tmp_path: Path, seed: int, moves: list[str]) -> None:
    random = np.random.default_rng(seed)
    document = make_document(frames=2, segments=4)
    save_as(document, tmp_path / "a.paintassist")
    past, here = [content(document)], 0
    for number, move in enumerate(moves):
        before = len(document.history.done)
        if move == "edit":
            scribble(document, random)
        elif move == "gesture":
            with document.gesture("Stroke"):
                document.paint(0, [1], 0)
                document.paint(1, [2, 3], 1)
        elif move == "open":
            document = again(document)
        elif move == "save":
            save_as(document, tmp_path / f"{number}.paintassist")
        elif move == "undo":
            document.undo()
        else:
            document.redo()
        here = len(document.history.done)
        if here > before and move in ("edit", "gesture"):
            past[here:] = [content(document)]
        assert content(document) == past[here]
    document = again(document)
    while document.history.done:
        document.undo()
        assert content(document) == past[len(document.history.done)]
    while document.history.undone:
        document.redo()
        assert content(document) == past[len(document.history.done)]
    close(document)


def test_gaps_and_sheets_come_back_across_frames_and_sessions(tmp_path: Path) -> None:
    document = open_box()
    save_as(document, tmp_path / "a.paintassist")
    steps = [content(document)]
    for edit in (
        lambda: retouch(document, 0, Retouch(2, (((9, 3), (9, 5)),))),
        lambda: document.paint(0, [4], 2),
        lambda: document.add_sheet(make_sheet("s", [(9, 9, 9, 255)])),
        lambda: retouch(document, 0, Retouch()),
        lambda: remove_sheet(document, 0),
    ):
        edit()
        steps.append(content(document))
    for expected in reversed(steps[:-1]):
        document = again(document)
        assert document.undo()
        assert content(document) == expected
    for expected in steps[1:]:
        document = again(document)
        assert document.redo()
        assert content(document) == expected
    close(document)
    assert_intact(tmp_path / "a.paintassist")


def test_a_label_map_is_kept_once_and_goes_with_its_last_user(tmp_path: Path) -> None:
    path = tmp_path / "a.paintassist"
    document = open_box()
    save_as(document, path)
    assert count(path, "label_maps") == 1
    retouch(document, 0, Retouch(2))
    assert count(path, "label_maps") == 2
    retouch(document, 0, Retouch())
    retouch(document, 0, Retouch(3))
    assert (count(path, "label_maps"), count(path, "edits")) == (2, 3)
    document.undo()
    document.undo()
    document.undo()
    document.paint(0, [1], 0)
    assert (count(path, "label_maps"), count(path, "edits"), count(path, "edit_maps")) == (1, 1, 0)
    assert document.store is not None
    document.store.forget_history()
    assert (count(path, "label_maps"), count(path, "edits")) == (1, 0)
    close(document)


def test_the_file_forgets_with_the_budget(tmp_path: Path) -> None:
    path = tmp_path / "a.paintassist"
    document = make_document()
    save_as(document, path)
    document.paint(0, [1], 0)
    document.history.budget = 3 * document.history.done[0].nbytes
    for color in (1, 2, 3, 0):
        document.paint(0, [1], color)
    assert (count(path, "edits"), document.history.forgotten) == (3, 2)
    document = again(document)
    assert (document.history.count, document.history.forgotten) == (3, 2)
    while document.undo():
        pass
    assert document.frames[0].decided_color[1] == 1
    document.paint(0, [2], 0)
    document = again(document)
    assert (document.history.count, document.history.forgotten) == (1, 2)
    close(document)


def test_a_gesture_is_one_step_in_the_file_though_each_part_is_durable(tmp_path: Path) -> None:
    document = make_document()
    save_as(document, tmp_path / "a.paintassist")
    with document.gesture("Fill along the stroke"):
        for segment in (1, 2, 3):
            document.paint(0, [segment], 0)
            kept = reopened(document)
            assert kept.frames[0].decided_color[segment] == 0
            assert kept.history.undo_name == "Fill along the stroke"
    document = again(document)
    assert document.undo() == "Fill along the stroke"
    assert not document.frames[0].decided.any()
    assert document.history.count == 1
    close(document)


def test_a_drawing_that_was_segmented_anew_begins_the_history_anew(tmp_path: Path) -> None:
    document = make_document()
    save_as(document, tmp_path / "a.paintassist")
    document.paint(0, [1], 0)
    document.land_frame(LoadedFrame("f0", pack_segments(strip(4, seed=9)), None, "other"))
    document = again(document)
    assert document.history.count == 0
    assert count(tmp_path / "a.paintassist", "label_maps") == len(document.frames)
    close(document)


def test_paths_of_edits_follow_a_copy(tmp_path: Path) -> None:
    (tmp_path / "cut").mkdir()
    document = make_document()
    save_as(document, tmp_path / "cut" / "a.paintassist")
    sheet = make_sheet("s", [(9, 9, 9, 255)])
    object.__setattr__(sheet, "painting", tmp_path / "cut" / "s.png")
    document.add_sheet(sheet)
    document.undo()
    save_copy(document, tmp_path / "b.paintassist")
    close(document)
    (tmp_path / "cut").rename(tmp_path / "moved")
    for path, painting in (("moved/a", "moved/s.png"), ("b", "cut/s.png")):
        document = open_project(tmp_path / f"{path}.paintassist")
        document.redo()
        assert document.sheets[0].painting == tmp_path / painting
        close(document)


def spoil(path: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement, values)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE edits SET atoms = x'00'",
        "UPDATE edits SET checksum = checksum + 1",
        "UPDATE edits SET paths = '{'",
        "UPDATE edits SET paths = '[1]'",
        "UPDATE edits SET size = -1",
        "UPDATE history SET done = 9",
        "DELETE FROM history",
        "DELETE FROM edits WHERE id = 1048576",
        "UPDATE edit_maps SET label_map = 99",
        "UPDATE edit_maps SET slot = slot + 5",
    ],
)
def test_a_damaged_history_costs_the_history_only(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "a.paintassist"
    document = open_box()
    save_as(document, path)
    document.paint(0, [1], 0)
    retouch(document, 0, Retouch(2))
    document.paint(0, [1], 1)
    expected = content(document)
    close(document)
    spoil(path, statement)
    document = open_project(path)
    assert document.history.count == 0
    assert content(document) == expected
    document.paint(0, [2], 0)
    document = again(document)
    assert document.history.count == 1
    close(document)
    assert_intact(path)


@pytest.mark.parametrize(
    ("frame", "ids", "state", "color"),
    [
        ("f9", [1], 3, 0),
        ("f0", [99], 3, 0),
        ("f0", [1], 3, 99),
        ("f0", [1], 1, 0),
        ("f0", [2, 1], 3, 0),
    ],
)
def test_an_edit_that_does_not_fit_is_refused_before_anything_is_done(
    tmp_path: Path, frame: str, ids: list[int], state: int, color: int
) -> None:
    path = tmp_path / "a.paintassist"
    document = make_document()
    save_as(document, path)
    document.paint(0, [1], 0)
    expected = content(document)
    close(document)
    states, colors = np.full(len(ids), state, np.uint8), np.full(len(ids), color, np.int32)
    atom = DecisionAtom(frame, np.array(ids), states, colors, states, colors)
    encoded = encode((atom,), ATOMS)
    spoil(path, "UPDATE edits SET atoms = ?, checksum = ?", encoded.data, zlib.crc32(encoded.data))
    document = open_project(path)
    with pytest.raises(InputError, match="'Paint segment' is damaged"):
        document.undo()
    assert document.history.count == 0
    assert content(document) == expected
    document = again(document)
    assert document.history.count == 0
    close(document)


def test_a_colour_that_is_in_use_cannot_be_undone_by_a_forged_edit(tmp_path: Path) -> None:
    path = tmp_path / "a.paintassist"
    document = make_document()
    save_as(document, path)
    document.paints.find_or_add((9, 9, 9, 255), "new")
    document.paint(0, [1], 3)
    entry = document.palette.entries[3]
    close(document)
    # Undone, it would take away entry 4, and then one that a segment has.
    atoms = (PaletteAtom(3, None, entry), PaletteAtom(4, None, entry))
    encoded = encode(atoms, ATOMS)
    spoil(
        path,
        "UPDATE edits SET atoms = ?, checksum = ? WHERE id = 0",
        encoded.data,
        zlib.crc32(encoded.data),
    )
    document = open_project(path)
    with document.gesture("Paint"):
        document.paint(0, [2], 3)
    document.undo()
    spoil_free = content(document)
    document.history.done.pop()
    with pytest.raises(InputError, match="is damaged"):
        document.undo()
    assert content(document) == spoil_free
    close(again(document))
