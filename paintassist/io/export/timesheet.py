"""The timesheet that goes with an export: checked against the drawings, and written along."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from paintassist.core.finished import FinishedCel
from paintassist.core.inspection import Finding, FindingKind
from paintassist.io.export.pattern import name_cel
from paintassist.io.xdts import Timesheet, encode_timesheet, missing_drawings, read_timesheet


def timesheet_findings(
    path: Path | None, cels: Sequence[FinishedCel], cut: str = "", cel: str = ""
) -> list[Finding]:
    """Return the drawings that a timesheet shows and that are not there.

    Parameters
    ----------
    path : Path or None
    cels : sequence of FinishedCel
    cut, cel : str
        As in `ExportRequest`.

    Raises
    ------
    InputError
        If the file is no timesheet.
    """
    if path is None:
        return []
    names = [name_cel(one.name, index, cut, one.source, cel) for index, one in enumerate(cels, 1)]
    missing = missing_drawings(read_timesheet(path), [(name.cel, name.frame) for name in names])
    return [Finding(FindingKind.TIMESHEET, "", note=drawing) for drawing in missing]


def encoded_sheet(path: Path, cut: str) -> bytes:
    """Return the file to write: the sheet as it is, with the cut's name where it had none.

    Raises
    ------
    InputError
        If the file is no timesheet.
    """
    sheet = read_timesheet(path)
    if cut and not sheet.cut:
        sheet = Timesheet(
            sheet.name, sheet.duration, sheet.tracks, cut, sheet.scene or "1", sheet.rest
        )
    return encode_timesheet(sheet)
