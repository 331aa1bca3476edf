"""`report.json`: what was proposed for every segment, and from where."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.segments import Segments
from paintassist.io.atomic import write_atomic

REPORT_NAME = "report.json"
REMEDY = "choose another --out or give --overwrite"


@dataclass(frozen=True)
class Origin:
    """The reference segment that a colour was taken from."""

    name: str
    segment: int


def frame_entry(
    name: str,
    file: str,
    segments: Segments,
    colors: NDArray[np.uint8],
    confidence: NDArray[np.float32],
    origins: Iterable[Origin | None],
) -> dict[str, Any]:
    """Return the report's entry of one frame.

    Parameters
    ----------
    name, file : str
        Of the frame, and of its composite beside the report.
    segments : Segments
    colors : (N, 4) uint8
    confidence : (N,) float32
    origins : N of Origin or None
    """
    rows = zip(
        segments.bbox[1:].tolist(),
        segments.area[1:].tolist(),
        colors.tolist(),
        np.round(confidence.astype(np.float64), 4).tolist(),
        origins,
        strict=True,
    )
    return {
        "name": name,
        "file": file,
        "size": list(segments.size),
        "segments": [
            {
                "id": index,
                "bbox": bbox,
                "area": area,
                "color": color,
                "confidence": sure,
                "reference": origin and {"name": origin.name, "segment": origin.segment},
            }
            for index, (bbox, area, color, sure, origin) in enumerate(rows, start=1)
        ],
    }


@dataclass
class Report:
    """The report of one output folder, kept frame by frame so that a run can be resumed.

    Attributes
    ----------
    path : Path
    engine, model : str
    frames : dict of str to dict
        Entries by frame name.
    """

    path: Path
    engine: str
    model: str
    frames: dict[str, dict[str, Any]] = field(default_factory=dict)
    # JSON text of each entry, so that saving after every frame stays cheap.
    _text: dict[str, str] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def resume(cls, folder: Path, engine: str, model: str, overwrite: bool) -> Report:
        """Go on with the report of a folder, or start one.

        Raises
        ------
        InputError
            If there is one that is no report or comes from another engine or model, and
            it must not be overwritten.
        """
        report = cls(folder / REPORT_NAME, engine, model)
        if not report.path.exists():
            return report
        try:
            found = json.loads(report.path.read_text("utf-8"))
            before = (found["engine"], found["model"])
            entries = {entry["name"]: entry for entry in found["frames"]}
        except (OSError, ValueError, KeyError, TypeError) as error:
            if overwrite:
                return report
            raise InputError(f"{report.path} is not a report of ours; {REMEDY}") from error
        if before == (engine, model):
            report.frames = entries
        elif entries and not overwrite:
            made = f"engine {before[0]}" + (f", model {before[1]}" if before[1] else "")
            raise InputError(f"{report.path} was made with {made}; {REMEDY}")
        return report

    def add(self, entry: dict[str, Any]) -> None:
        """Add or replace the entry of a frame."""
        self.frames[entry["name"]] = entry
        self._text.pop(entry["name"], None)

    def remove(self, name: str) -> None:
        """Forget the entry of a frame."""
        self.frames.pop(name, None)
        self._text.pop(name, None)

    def sort(self, names: Iterable[str]) -> None:
        """Bring entries into the order of the clip; those of other frames come last."""
        rank = {name: index for index, name in enumerate(names)}
        ordered = sorted(self.frames, key=lambda name: rank.get(name, len(rank)))
        self.frames = {name: self.frames[name] for name in ordered}

    def as_json(self) -> dict[str, Any]:
        """Return the JSON object of the contract."""
        return {"engine": self.engine, "model": self.model, "frames": list(self.frames.values())}

    def save(self) -> None:
        """Write the file atomically.

        Raises
        ------
        InputError
            If it cannot be written.
        """
        for name, entry in self.frames.items():
            if name not in self._text:
                self._text[name] = json.dumps(entry, ensure_ascii=False)
        head = json.dumps({"engine": self.engine, "model": self.model}, ensure_ascii=False)
        frames = ",\n".join(self._text[name] for name in self.frames)
        text = f'{head[:-1]}, "frames": [\n{frames}\n]}}\n'
        # A name that is no UTF-8 becomes a JSON escape.
        write_atomic(self.path, text.encode("utf-8", "backslashreplace"))
