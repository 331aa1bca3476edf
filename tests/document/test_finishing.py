from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.finished import FinishedCel
from paintassist.core.inspection import FindingKind
from paintassist.core.layers import Tone
from paintassist.core.lines import Ink, inks_to_rgba
from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import Palette, PaletteEntry, Role
from paintassist.core.segments import Segments
from paintassist.document.document import Document
from paintassist.document.finishing import finish
from paintassist.document.inspecting import Inspection
from paintassist.document.packing import pack_segments
from paintassist.document.requests import LoadedFrame
from tests.document.drawings import make_document, make_sheet, proposals
from tests.drawing import cel

# A large and a small box that stay where they are: 2 and 3.
BOXES = """
    ................
    .#######..#####.
    .#.....#..#...#.
    .#.....#..#...#.
    .#.....#..#...#.
    .#######..#####.
    ................
"""


@pytest.fixture
def boxes() -> Document:
    """Three frames of boxes, all painted alike: 2 in colour 0, 3 in colour 1."""
    document = Document()
    document.add_frames([(f"A{index}", Path(f"/x/A{index}.png")) for index in range(3)])
    for index in range(3):
        drawn = cel(BOXES)
        document.land_frame(LoadedFrame(f"A{index}", pack_segments(drawn), drawn, "hash"))
    for color in range(3):
        document.paints.find_or_add((color, 99, 99, 255), f"colour {color}")
    for index in range(3):
        document.paint(index, [2], 0)
        document.paint(index, [3], 1)
    return document


def unchanged(path: Path) -> NDArray[np.uint8]:
    return inks_to_rgba(cel(BOXES).inks)


def inspect(
    document: Document, read: Callable[[Path], NDArray[np.uint8]] = unchanged
) -> list[tuple[FindingKind, str, int]]:
    inspection = Inspection(finish(document), read)
    steps = list(inspection.steps())
    total = sum(frame.ready for frame in document.frames)
    assert steps == [(done, total) for done in range(1, total + 1)]
    return [(item.kind, item.frame, item.segment) for item in inspection.findings]


def test_a_finished_clip_is_clean(boxes: Document) -> None:
    assert inspect(boxes) == []


def test_later_edits_do_not_change_what_is_exported(boxes: Document) -> None:
    finished = finish(boxes)
    key = finished.cels[0].key
    boxes.paint(0, [2], 2)
    assert finished.cels[0].colors[2].tolist() == [0, 99, 99, 255]
    assert finish(boxes).cels[0].key != key
    boxes.undo()
    assert finish(boxes).cels[0].key == key


def test_proposals_are_exported_like_decisions() -> None:
    document = make_document(frames=1, segments=3)
    document.apply_proposals(proposals("f0", [1, NO_COLOR, 2]))
    (finished,) = finish(document).cels
    assert finished.index.tolist() == [NO_COLOR, 1, NO_COLOR, 2]
    assert finished.colors[1:, 0].tolist() == [1, 0, 2]
    assert finished.colors[2, 3] == 0


def test_roles_of_the_palette_become_tones(boxes: Document) -> None:
    entry = boxes.palette.entries[1]
    boxes.paints.update(1, replace(entry, part="hair", role=Role.SHADOW_1))
    assert finish(boxes).cels[0].tones.tolist() == [0, 0, Tone.NORMAL, Tone.SHADOW]


def test_what_is_open_or_in_a_placeholder_is_found(boxes: Document) -> None:
    boxes.clear(1, [2])
    entry = boxes.palette.entries[2]
    boxes.paints.update(2, replace(entry, temporary=True))
    for frame in range(3):
        boxes.paint(frame, [3], 2)
    assert inspect(boxes) == [
        (FindingKind.UNPAINTED, "A1", 2),
        (FindingKind.TEMPORARY, "A0", 3),
        (FindingKind.TEMPORARY, "A1", 3),
        (FindingKind.TEMPORARY, "A2", 3),
    ]


def test_a_colour_that_no_sheet_shows_and_nobody_named_is_found(boxes: Document) -> None:
    boxes.add_sheet(make_sheet("s", [(0, 99, 99, 255), (1, 99, 99, 255)]))
    stray = boxes.paints.find_or_add((9, 9, 9, 255))
    for frame in range(3):
        boxes.paint(frame, [3], stray)
    assert inspect(boxes) == [(FindingKind.OFF_PALETTE, f"A{index}", 3) for index in range(3)]
    boxes.paints.update(stray, replace(boxes.palette.entries[stray], name="badge"))
    assert inspect(boxes) == []


def test_with_a_palette_of_its_own_only_that_counts(boxes: Document) -> None:
    listed = Palette([PaletteEntry((0, 99, 99, 255))])
    assert finish(boxes, listed).unlisted == {1, 2}
    assert finish(boxes).unlisted == frozenset()


def test_a_colour_that_jumps_and_comes_back_is_found_once(boxes: Document) -> None:
    boxes.paint(1, [2], 2)
    assert inspect(boxes) == [(FindingKind.FLICKER, "A1", 2)]


def test_lines_that_changed_and_drawings_that_are_gone_are_found(boxes: Document) -> None:
    def read(path: Path) -> NDArray[np.uint8]:
        if path.stem == "A0":
            raise InputError(f"{path} does not exist; check the name")
        inks = cel(BOXES).inks.copy()
        if path.stem == "A2":
            inks[3, 3:5] = Ink.BLACK
        return inks_to_rgba(inks)

    assert inspect(boxes, read) == [(FindingKind.LINES, "A0", 0), (FindingKind.LINES, "A2", 0)]


def test_odd_sizes_and_frames_without_segments_are_found(boxes: Document) -> None:
    boxes.add_frames([("A3", Path("/x/A3.png")), ("A4", Path("/x/A4.png"))])
    small = cel(".#.\n###\n...")
    boxes.land_frame(LoadedFrame("A3", pack_segments(small), small, "hash"))
    found = inspect(boxes)
    assert (FindingKind.SIZE, "A3", 0) in found
    assert (FindingKind.LINES, "A4", 0) in found
    assert [name for name, _ in finish(boxes).missing] == ["A4"]


def test_it_can_be_given_up_between_two_frames(boxes: Document) -> None:
    steps = Inspection(finish(boxes), unchanged).steps()
    assert next(steps) == (1, 3)
    steps.close()


def test_only_cels_that_changed_are_looked_at_again(boxes: Document) -> None:
    reads: list[Path] = []

    def read(path: Path) -> NDArray[np.uint8]:
        reads.append(path)
        return unchanged(path)

    first = Inspection(finish(boxes), read)
    assert len(list(first.steps())) == 3
    assert (first.findings, len(reads)) == ([], 3)
    boxes.paint(1, [3], 2)
    finished = finish(boxes)
    loaded: list[str] = []

    def told(cel: FinishedCel) -> FinishedCel:
        def load() -> Segments:
            loaded.append(cel.name)
            return cel.load()

        return replace(cel, load=load)

    watched = replace(finished, cels=tuple(told(item) for item in finished.cels))
    second = Inspection(watched, read, before=first)
    list(second.steps())
    whole = Inspection(finished, unchanged)
    list(whole.steps())
    assert second.findings == whole.findings != []
    assert (loaded, len(reads)) == (["A1"], 3)
