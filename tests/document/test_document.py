"""Decisions, proposals, palette and sheets: one way to change them, and back."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from paintassist.core.errors import InputError
from paintassist.core.lines import LineSettings
from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import BACKGROUND, PaletteEntry
from paintassist.core.segments import segment
from paintassist.document.changes import Change, ChangeKind
from paintassist.document.frame import DecisionState
from paintassist.document.packing import pack_segments
from paintassist.document.requests import LoadedFrame
from paintassist.document.store import Settings, Store
from tests.document.drawings import make_document, make_sheet, proposals, remove_sheet
from tests.fakes import boxes, strip

UNPAINTED, PROPOSED, ACCEPTED, CORRECTED, _ = DecisionState


def test_the_engine_changes_open_segments_only() -> None:
    document = make_document()
    document.apply_proposals(proposals("f0", [0, 1, 2, NO_COLOR, 3]))
    document.paint(0, [1], 3)
    document.accept(0, [2])
    ids = document.apply_proposals(proposals("f0", [2, 2, 0, 0, 3]))
    assert ids.tolist() == [3, 4]
    frame = document.frames[0]
    assert frame.state.tolist() == [0, CORRECTED, ACCEPTED, PROPOSED, PROPOSED, PROPOSED]
    assert frame.color.tolist() == [NO_COLOR, 3, 1, 0, 0, 3]
    assert frame.reference_colors().tolist() == [3, 1, NO_COLOR, NO_COLOR, NO_COLOR]
    assert frame.open_ids.tolist() == [3, 4, 5]


def test_undo_of_a_correction_shows_the_newest_proposal() -> None:
    document = make_document()
    document.apply_proposals(proposals("f0", [0, 0, 0, 0, 0]))
    document.paint(0, [1], 3)
    document.apply_proposals(proposals("f0", [2, 0, 0, 0, 0]))
    assert document.undo() == "Paint segment"
    assert document.frames[0].state[1] == PROPOSED
    assert document.frames[0].color[1] == 2


def test_proposals_are_no_undo_items() -> None:
    document = make_document()
    document.paint(0, [1], 0)
    document.apply_proposals(proposals("f1", [0, 0, 0, 0, 0]))
    assert document.undo() == "Paint segment"
    assert document.frames[1].state[1] == PROPOSED
    assert document.undo() == ""


def test_accept_takes_proposals_only() -> None:
    document = make_document()
    assert not document.accept(0)
    document.apply_proposals(proposals("f0", [0, NO_COLOR, 1, 1, 1]))
    document.paint(0, [3], 2)
    assert document.accept(0)
    assert document.frames[0].state[1:].tolist() == [ACCEPTED, 0, CORRECTED, ACCEPTED, ACCEPTED]
    assert document.history.undo_name == "Accept 3 segments"


def test_clear_opens_a_segment_again() -> None:
    document = make_document()
    document.paint(0, [1, 2], 0)
    assert document.clear(0, [2, 3])
    assert document.frames[0].state[1:3].tolist() == [CORRECTED, UNPAINTED]
    document.undo()
    assert document.frames[0].state[1:3].tolist() == [CORRECTED, CORRECTED]


def test_what_changes_nothing_is_no_undo_item() -> None:
    document = make_document()
    assert document.paint(0, [1], 0)
    assert not document.paint(0, [1], 0)
    assert not document.paint(0, [], 0)
    assert len(document.history.done) == 1


def test_ids_and_colours_out_of_range() -> None:
    document = make_document()
    with pytest.raises(IndexError):
        document.paint(0, [0], 0)
    with pytest.raises(IndexError):
        document.paint(0, [6], 0)
    with pytest.raises(IndexError):
        document.paint(0, [1], 4)


def test_a_gesture_is_one_undo_item() -> None:
    document = make_document()
    with document.gesture("Fill along the stroke"):
        document.paint(0, [1], 0)
        document.paint(0, [1, 2], 1)
        document.paint(1, [3], 1)
    with document.gesture("Nothing"):
        pass
    assert [edit.name for edit in document.history.done] == ["Fill along the stroke"]
    document.undo()
    assert not any(frame.decided.any() for frame in document.frames)
    document.redo()
    assert document.frames[0].color[1:3].tolist() == [1, 1]
    assert document.frames[1].color[3] == 1


def test_changes_name_frame_and_ids() -> None:
    document = make_document()
    heard: list[Change] = []
    disconnect = document.changed.connect(heard.append)
    document.paint(1, [4, 2], 0)
    assert [(change.kind, change.frame, change.ids.tolist()) for change in heard] == [
        (ChangeKind.DECISIONS, 1, [2, 4]),
        (ChangeKind.HISTORY, -1, []),
    ]
    disconnect()
    disconnect()
    document.paint(1, [4], 1)
    assert len(heard) == 2


def test_palette_entries() -> None:
    document = make_document(colors=0)
    red = document.paints.find_or_add((255, 0, 0, 255), "ribbon")
    assert document.paints.find_or_add((255, 0, 0, 255), "else") == red
    assert len(document.history.done) == 1
    assert document.paints.update(red, PaletteEntry((200, 0, 0, 255), "ribbon"))
    assert not document.paints.update(red, PaletteEntry((200, 0, 0, 255), "ribbon"))
    assert document.history.undo_name == "Change colour ribbon"
    document.undo()
    assert document.palette.entries == [PaletteEntry((255, 0, 0, 255), "ribbon")]
    document.undo()
    assert len(document.palette) == 0


def test_sheet_colours_come_in_scan_order_and_the_background_is_named() -> None:
    document = make_document(colors=0)
    first = [(1, 1, 1, 255), (9, 9, 9, 0), (2, 2, 2, 255), (1, 1, 1, 255)]
    document.add_sheet(make_sheet("front", first))
    document.add_sheet(make_sheet("back", [(2, 2, 2, 255), (3, 3, 3, 255)]))
    assert document.palette.entries == [
        PaletteEntry((1, 1, 1, 255)),
        PaletteEntry(BACKGROUND, "background"),
        PaletteEntry((2, 2, 2, 255)),
        PaletteEntry((3, 3, 3, 255)),
    ]
    assert document.sheets[0].colors.tolist() == [NO_COLOR, 0, 1, 2, 0]
    assert document.sheets[1].colors.tolist() == [NO_COLOR, 2, 3]
    assert document.sheets[0].segments().count == 4


def test_undo_of_a_sheet_leaves_no_proposal_without_a_colour() -> None:
    document = make_document(colors=0)
    document.add_sheet(make_sheet("front", [(1, 1, 1, 255), (2, 2, 2, 255)]))
    document.apply_proposals(proposals("f0", [0, 1, 1, 0, 1]))
    document.undo()
    assert document.frames[0].color.tolist() == [NO_COLOR] * 6
    assert document.frames[0].state.tolist() == [UNPAINTED] * 6
    document.redo()
    assert [sheet.name for sheet in document.sheets] == ["front"]
    assert len(document.palette) == 2


def test_a_sheet_of_the_same_name_replaces_the_old_one() -> None:
    document = make_document(colors=0)
    document.add_sheet(make_sheet("front", [(1, 1, 1, 255)]))
    document.add_sheet(make_sheet("back", [(1, 1, 1, 255)]))
    assert document.add_sheet(make_sheet("front", [(5, 5, 5, 255)])) == 0
    assert [sheet.name for sheet in document.sheets] == ["front", "back"]
    remove_sheet(document, 0)
    assert [sheet.name for sheet in document.sheets] == ["back"]
    document.undo()
    document.undo()
    assert document.sheets[0].colors.tolist() == [NO_COLOR, 0]


def test_two_frames_of_one_name_are_refused() -> None:
    document = make_document()
    with pytest.raises(InputError, match="two frames called 'f1'"):
        document.add_frames([("f9", Path("f9.png")), ("f1", Path("f1.png"))])
    assert len(document.frames) == 3


def test_a_problem_is_kept_with_its_frame() -> None:
    document = make_document()
    document.add_frames([("bad", Path("bad.png"))])
    document.land_frame(LoadedFrame("bad", problem="bad.png is empty; export it again"))
    assert document.frames[3].problem.startswith("bad.png is empty")
    assert document.segments(3) is None
    document.land_frame(LoadedFrame("gone", problem="nobody waits for it"))


def test_line_settings_outdate_label_maps_and_decisions_follow_the_segments() -> None:
    document = make_document()
    document.paint(0, [2, 5], 1)
    document.set_settings(Settings(LineSettings(threshold=80)))
    assert document.frames[0].outdated
    # The same drawing without the line between segments 1 and 2.
    inks = boxes(5, seed=0)
    inks[1:-1, document.frames[0].segments.bbox[2, 0] - 1] = 0
    document.land_frame(LoadedFrame("f0", pack_segments(segment(inks))))
    assert document.frames[0].decided.tolist() == [0, 0, 0, 0, CORRECTED]
    assert not document.frames[0].outdated
    assert document.history.undo_name == ""


def test_landing_the_same_label_map_again_keeps_the_history() -> None:
    document = make_document()
    document.paint(0, [2], 1)
    document.land_frame(LoadedFrame("f0", pack_segments(strip(5, seed=0))))
    assert document.history.undo_name == "Paint segment"


def test_another_engine_forgets_proposals_and_keeps_decisions() -> None:
    document = make_document()
    document.apply_proposals(proposals("f0", [0, 0, 0, 0, 0]))
    document.paint(0, [1], 2)
    document.set_settings(Settings(engine="shape"))
    assert document.frames[0].state[1:].tolist() == [CORRECTED, 0, 0, 0, 0]
    assert not document.frames[0].outdated


def test_sources_are_named() -> None:
    document = make_document()
    document.apply_proposals(proposals("f0", [0, NO_COLOR, 0, 0, 0]))
    source = document.frames[0].source(1)
    assert source is not None
    assert (source.reference, source.segment) == ("sheet:s", 1)
    assert document.frames[0].source(2) is None


def test_only_the_label_maps_used_last_stay_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("paintassist.document.unpacked.MOST_UNPACKED", 2)
    document = make_document(frames=4)
    for frame in (0, 1, 0, 2, 3, 0):
        segments = document.segments(frame)
        assert segments is not None
        assert segments.count == 5
    held = [frame.name for frame in document.frames if frame._segments is not None]
    assert held == ["f0", "f3"]


class FullDisk:
    """A store that refuses everything."""

    path = Path("full.paintassist")
    closed = False

    def write_atoms(self, *_: object, **__: object) -> None:
        raise InputError("full.paintassist does not fit on the disk; free some space")

    def close(self) -> None:
        self.closed = True

    write_frames = write_label_map = write_settings = write_atoms
    write_view = write_atoms


def test_what_cannot_be_stored_does_not_happen() -> None:
    document = make_document()
    document.paint(0, [1], 0)
    store = FullDisk()
    document.attach(cast(Store, store))
    for refused in (
        lambda: document.paint(0, [2], 1),
        document.undo,
        lambda: document.paints.find_or_add((9, 9, 9, 255)),
        lambda: document.add_sheet(make_sheet("s", [(8, 8, 8, 255)])),
        lambda: document.add_frames([("f9", Path("f9.png"))]),
        lambda: document.set_settings(Settings(engine="shape")),
        lambda: document.land_frame(
            LoadedFrame("f0", pack_segments(strip(3, seed=9)), None, "new")
        ),
    ):
        with pytest.raises(InputError):
            refused()
    assert document.frames[0].decided.tolist() == [0, CORRECTED, 0, 0, 0, 0]
    assert len(document.palette) == 4
    assert (len(document.sheets), len(document.frames)) == (0, 3)
    assert document.settings == Settings()
    assert document.history.undo_name == "Paint segment"
    document.attach(None)
    assert store.closed
    assert document.undo() == "Paint segment"


def test_huge_label_maps_do_not_stay_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    document = make_document(frames=3)
    packed = document.frames[0].packed
    assert packed is not None
    monkeypatch.setattr("paintassist.document.unpacked.MOST_PIXELS", packed.width * 12 + 1)
    for frame in (0, 1, 2):
        assert document.segments(frame) is not None
    assert [frame.name for frame in document.frames if frame._segments is not None] == ["f2"]
