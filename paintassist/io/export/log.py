"""`report.json` beside exported files: what was written, from what, and what was wrong with it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from paintassist.core.errors import InputError
from paintassist.core.inspection import Finding
from paintassist.io.atomic import write_atomic
from paintassist.io.report import REPORT_NAME

KEY, VERSION = "export", 1
# Inspections that are remembered.
MOST_INSPECTIONS = 20


@dataclass(frozen=True)
class Entry:
    """What is known of one file.

    Attributes
    ----------
    frame, layer, image_format, preset : str
    made_from : str
        Equal for files that would be written with equal pixels.
    sha256 : str
    proof : dict
    """

    frame: str
    layer: str
    image_format: str
    preset: str
    made_from: str
    sha256: str
    proof: dict[str, object]

    def as_json(self) -> dict[str, Any]:
        """Return the entry for the report."""
        return {
            "frame": self.frame,
            "layer": self.layer,
            "format": self.image_format,
            "preset": self.preset,
            "from": self.made_from,
            "sha256": self.sha256,
            "proof": self.proof,
        }


@dataclass
class ExportLog:
    """The part of a folder's `report.json` that exports write; the rest of it stays.

    Attributes
    ----------
    path : Path
    files : dict of str to dict
        Entries by the file's path inside the folder.
    inspections : list of dict
        The last ones, oldest first.
    """

    path: Path
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    inspections: list[dict[str, Any]] = field(default_factory=list)
    _rest: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def open(cls, folder: Path) -> ExportLog:
        """Read the report of a folder, or begin one.

        Raises
        ------
        InputError
            If there is a file of that name which is no report.
        """
        path = folder / REPORT_NAME
        try:
            found = json.loads(path.read_text("utf-8"))
            ours = found.get(KEY, {})
            files, inspections = ours.get("files", {}), ours.get("inspections", [])
            right = isinstance(files, dict) and isinstance(inspections, list)
            if not right or not all(isinstance(entry, dict) for entry in files.values()):
                raise TypeError
        except (FileNotFoundError, NotADirectoryError):
            return cls(path)
        except (OSError, ValueError, TypeError, AttributeError, RecursionError) as error:
            raise InputError(
                f"{path} is not a report of ours; choose another folder or move it away"
            ) from error
        rest = {key: value for key, value in found.items() if key != KEY}
        return cls(path, files, inspections, rest)

    def note_inspection(self, preset: str, findings: Sequence[Finding]) -> None:
        """Remember what was found before an export that went on."""
        self.inspections.append(
            {
                "time": datetime.now(UTC).isoformat(timespec="seconds"),
                "preset": preset,
                "exported_anyway": bool(findings),
                "findings": [finding_as_json(finding) for finding in findings],
            }
        )
        del self.inspections[:-MOST_INSPECTIONS]

    def is_done(self, name: str, made_from: str) -> bool:
        """Tell whether a file is there, untouched since we wrote it from the same cel."""
        entry = self.files.get(name)
        if entry is None or entry.get("from") != made_from:
            return False
        return _hash_of(self.path.parent / name) == entry.get("sha256")

    def save(self) -> None:
        """Write the report atomically.

        Raises
        ------
        InputError
            If it cannot be written.
        """
        ours = {"version": VERSION, "inspections": self.inspections, "files": self.files}
        text = json.dumps({**self._rest, KEY: ours}, ensure_ascii=False, indent=1)
        write_atomic(self.path, (text + "\n").encode("utf-8", "backslashreplace"))


def finding_as_json(finding: Finding) -> dict[str, Any]:
    """Return a finding for a report."""
    found: dict[str, Any] = {"kind": finding.kind.value, "frame": finding.frame}
    if finding.segment:
        found["segment"] = finding.segment
    if finding.place is not None:
        found["place"] = list(finding.place)
    if finding.area:
        found["area"] = finding.area
    if finding.note:
        found["note"] = finding.note
    return found


def _hash_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
