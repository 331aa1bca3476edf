from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintassist.core.errors import InputError
from paintassist.io.xdts import (
    FIRST_LINE,
    Exposure,
    Timesheet,
    Track,
    decode_timesheet,
    encode_timesheet,
    find_timesheet,
    missing_drawings,
    read_timesheet,
)

NAMES = st.text("ABab1あ_", min_size=1, max_size=3)
DRAWINGS = st.one_of(st.just(""), st.integers(1, 99).map(str), st.just("SYMBOL_TICK_1"))
TRACKS = st.builds(
    lambda name, items: Track(
        name, tuple(Exposure(frame, drawing) for frame, drawing in sorted(items.items()))
    ),
    NAMES,
    st.dictionaries(st.integers(0, 99), DRAWINGS, max_size=5),
)
SHEETS = st.builds(
    Timesheet, NAMES, st.integers(0, 99), st.lists(TRACKS, max_size=4).map(tuple), NAMES, NAMES
)


def made_by_others(**table: Any) -> bytes:
    """A file with dialogue and camera, as other programs write it: by the spec, not by us."""
    content = {
        "header": {"cut": "12", "scene": "3"},
        "version": 5,
        "timeTables": [
            {
                "name": "timeline",
                "duration": 24,
                "timeTableHeaders": [
                    {"fieldId": 3, "names": ["S1"]},
                    {"fieldId": 0, "names": ["A", "B"]},
                ],
                "fields": [
                    {"fieldId": 5, "tracks": [{"trackNo": 0, "frames": []}]},
                    {
                        "fieldId": 0,
                        "tracks": [
                            {
                                "trackNo": 0,
                                "frames": [
                                    {"frame": 0, "data": [{"id": 0, "values": ["1"]}]},
                                    {"frame": 1, "data": [{"id": 0, "values": ["SYMBOL_HYPHEN"]}]},
                                    {"frame": 4, "data": [{"id": 0, "values": ["2"]}]},
                                    {"frame": 6, "data": [{"id": 0, "values": ["SYMBOL_TICK_1"]}]},
                                    {
                                        "frame": 9,
                                        "data": [{"id": 0, "values": ["SYMBOL_NULL_CELL"]}],
                                    },
                                ],
                            }
                        ],
                    },
                ],
                **table,
            }
        ],
    }
    return f"{FIRST_LINE}\n{json.dumps(content)}".encode()


@given(sheet=SHEETS)
def test_what_is_written_is_read(sheet: Timesheet) -> None:
    assert decode_timesheet(encode_timesheet(sheet), "x.xdts") == sheet


def test_sheets_of_other_programs_are_read() -> None:
    sheet = decode_timesheet(b"\xef\xbb\xbf" + made_by_others().replace(b"\n", b"\r\n"), "x")
    assert (sheet.name, sheet.duration, sheet.cut, sheet.scene) == ("timeline", 24, "12", "3")
    cel = Track(
        "A", (Exposure(0, "1"), Exposure(4, "2"), Exposure(6, "SYMBOL_TICK_1"), Exposure(9, ""))
    )
    assert sheet.tracks == (cel, Track("B"))
    assert cel.drawings == ("1", "2")


def test_dialogue_and_camera_stay_when_the_cels_change() -> None:
    sheet = decode_timesheet(made_by_others(), "x")
    data = encode_timesheet(replace(sheet, tracks=sheet.tracks[:1]))
    (table,) = json.loads(data.decode().partition("\n")[2])["timeTables"]
    assert [item["fieldId"] for item in table["fields"]] == [5, 0]
    assert {"fieldId": 3, "names": ["S1"]} in table["timeTableHeaders"]
    assert {"fieldId": 0, "names": ["A"]} in table["timeTableHeaders"]


def test_drawings_that_the_sheet_shows_and_nobody_drew_are_told() -> None:
    sheet = Timesheet(
        tracks=(
            Track("A", (Exposure(0, "1"), Exposure(2, "3"), Exposure(4, "1"), Exposure(5, "x"))),
            Track("C", (Exposure(0, "1"),)),
        )
    )
    assert missing_drawings(sheet, [("a", 1), ("a", 2)]) == ["A 3", "A x"]


def test_the_only_sheet_of_a_cut_is_found(tmp_path: Path) -> None:
    (tmp_path / "line").mkdir()
    assert find_timesheet(tmp_path / "line") is None
    assert find_timesheet(tmp_path / "nowhere" / "else") is None
    one = tmp_path / "c12.XDTS"
    one.write_bytes(made_by_others())
    assert find_timesheet(tmp_path / "line") == one
    (tmp_path / "other.xdts").write_bytes(made_by_others())
    assert find_timesheet(tmp_path / "line") is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG",
        b"toeiDigitalTimeSheet Save Data\n{}",
        f"{FIRST_LINE}\n".encode(),
        f"{FIRST_LINE}\n{{}}".encode(),
        f"{FIRST_LINE}\n[]".encode(),
        made_by_others()[:300],
        made_by_others(duration=-1),
        made_by_others(duration="24"),
        made_by_others(fields=[{"fieldId": 0, "tracks": [{"trackNo": -1, "frames": []}]}]),
        made_by_others(timeTableHeaders=[{"fieldId": 0, "names": None}]),
    ],
)
def test_what_is_no_timesheet_is_told_by_name(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bad.xdts"
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"bad\.xdts is"):
        read_timesheet(path)


def test_a_sheet_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_timesheet(tmp_path / "none.xdts")
