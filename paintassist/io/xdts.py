"""XDTS timesheets: a first line of text, then JSON (exchangeDigitalTimeSheet, version 5)."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from paintassist.core.errors import InputError

SUFFIX = ".xdts"
FIRST_LINE = "exchangeDigitalTimeSheet Save Data"
VERSION = 5
CELS = 0
"""Field of the cels; 3 is dialogue, 5 the camera."""
EMPTY, HELD = "SYMBOL_NULL_CELL", "SYMBOL_HYPHEN"
TICKS = ("SYMBOL_TICK_1", "SYMBOL_TICK_2")
MOST_BYTES = 64 * 2**20
MOST_FRAMES = 1_000_000


@dataclass(frozen=True)
class Exposure:
    """From which frame of the cut on a drawing is seen.

    Attributes
    ----------
    frame : int
        Counted from 0.
    drawing : str
        What the sheet calls it, mostly its number; empty for none, `TICKS` for a mark.
    """

    frame: int
    drawing: str


@dataclass(frozen=True)
class Track:
    """One cel of the sheet.

    Attributes
    ----------
    name : str
        The cel's letter.
    exposures : tuple of Exposure
        By rising frame.
    """

    name: str
    exposures: tuple[Exposure, ...] = ()

    @property
    def drawings(self) -> tuple[str, ...]:
        """The drawings that are seen, each once, in the order in which they first are."""
        seen = (item.drawing for item in self.exposures)
        return tuple(dict.fromkeys(one for one in seen if one and one not in TICKS))


@dataclass(frozen=True)
class Timesheet:
    """The cels of a cut over time.

    Attributes
    ----------
    name : str
    duration : int
        Frames of the cut.
    tracks : tuple of Track
    cut, scene : str
    rest : dict
        The file as it was read, so that dialogue, camera and further sheets are kept.
    """

    name: str = "sheet1"
    duration: int = 0
    tracks: tuple[Track, ...] = ()
    cut: str = ""
    scene: str = ""
    rest: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)


def read_timesheet(path: Path) -> Timesheet:
    """Read the first sheet of a file.

    Raises
    ------
    InputError
        If the file cannot be read, is no XDTS or damaged.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"{path} cannot be read ({reason}); check the path") from error
    if len(data) > MOST_BYTES:
        raise InputError(f"{path} is too large for a timesheet; choose another file")
    return decode_timesheet(data, str(path))


def decode_timesheet(data: bytes, name: str) -> Timesheet:
    """Read the bytes of a file; `name` is for the sentence, see `read_timesheet`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is not an XDTS timesheet; export it again") from error
    head, _, body = text.partition("\n")
    if head.strip() != FIRST_LINE:
        raise InputError(f"{name} is not an XDTS timesheet; export it as .xdts")
    try:
        found = json.loads(body)
        return _sheet(found)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise InputError(f"{name} is a damaged timesheet; export it again") from error


def encode_timesheet(sheet: Timesheet) -> bytes:
    """Return the bytes of a file; what `sheet.rest` says besides the cels is kept."""
    found: dict[str, Any] = copy.deepcopy(sheet.rest)
    found["version"] = found.get("version", VERSION)
    if sheet.cut or sheet.scene:
        header = found.setdefault("header", {})
        header["cut"], header["scene"] = sheet.cut, sheet.scene
    tables = found.setdefault("timeTables", [])
    if not tables:
        tables.append({})
    table = tables[0]
    table["name"], table["duration"] = sheet.name, sheet.duration
    names = {"fieldId": CELS, "names": [track.name for track in sheet.tracks]}
    tracks = [_track_as_json(number, track) for number, track in enumerate(sheet.tracks)]
    _put(table.setdefault("timeTableHeaders", []), names)
    _put(table.setdefault("fields", []), {"fieldId": CELS, "tracks": tracks})
    return f"{FIRST_LINE}\n{json.dumps(found, ensure_ascii=False)}\n".encode()


def find_timesheet(folder: Path) -> Path | None:
    """Return the timesheet of a cut: the only one in its folder, or in the one above."""
    for place in (folder, folder.parent):
        try:
            found = [
                path
                for path in place.iterdir()
                if path.suffix.lower() == SUFFIX and not path.name.startswith(".")
            ]
        except OSError:
            continue
        if found:
            return found[0] if len(found) == 1 else None
    return None


def missing_drawings(sheet: Timesheet, drawings: Sequence[tuple[str, int]]) -> list[str]:
    """Return what the sheet shows of the cels at hand but is not among the drawings: `A 12`.

    Parameters
    ----------
    sheet : Timesheet
    drawings : sequence of (cel, number)
    """
    cels = {cel.casefold() for cel, _ in drawings}
    present = {(cel.casefold(), number) for cel, number in drawings}
    return [
        f"{track.name} {drawing}"
        for track in sheet.tracks
        if track.name.casefold() in cels
        for drawing in track.drawings
        if not drawing.isdecimal() or (track.name.casefold(), int(drawing)) not in present
    ]


def _sheet(found: dict[str, Any]) -> Timesheet:
    table = found["timeTables"][0]
    headers = {item["fieldId"]: item["names"] for item in table.get("timeTableHeaders", [])}
    names = headers.get(CELS, [])
    tracks: dict[int, Track] = {}
    for one in table.get("fields", []):
        if one["fieldId"] == CELS:
            for track in one["tracks"]:
                number = _count(track["trackNo"])
                name = str(names[number]) if number < len(names) else str(number + 1)
                tracks[number] = Track(name, _exposures(track["frames"]))
    for number, name in enumerate(names):
        tracks.setdefault(number, Track(str(name)))
    header = found.get("header", {})
    return Timesheet(
        str(table.get("name", "")),
        _count(table["duration"]),
        tuple(track for _, track in sorted(tracks.items())),
        str(header.get("cut", "")),
        str(header.get("scene", "")),
        found,
    )


def _exposures(frames: list[dict[str, Any]]) -> tuple[Exposure, ...]:
    found: dict[int, str] = {}
    for item in frames:
        values = [value for data in item["data"] for value in data["values"]]
        if values and values[0] != HELD:
            found[_count(item["frame"])] = "" if values[0] == EMPTY else str(values[0])
    return tuple(Exposure(frame, drawing) for frame, drawing in sorted(found.items()))


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MOST_FRAMES:
        raise ValueError("no count")
    return value


def _track_as_json(number: int, track: Track) -> dict[str, Any]:
    frames = [
        {"frame": item.frame, "data": [{"id": 0, "values": [item.drawing or EMPTY]}]}
        for item in track.exposures
    ]
    return {"trackNo": number, "frames": frames}


def _put(items: list[dict[str, Any]], new: dict[str, Any]) -> None:
    """Replace the item of the same field, or add it."""
    for index, item in enumerate(items):
        if item.get("fieldId") == new["fieldId"]:
            items[index] = {**item, **new}
            return
    items.append(new)
