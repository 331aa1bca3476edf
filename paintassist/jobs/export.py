"""Exporting a project without a window: propose what is open, inspect, write, prove."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from paintassist.core.inspection import Finding, in_order
from paintassist.core.palette import Palette
from paintassist.document.document import Document
from paintassist.document.finishing import Finished, finish, read_inks
from paintassist.document.inspecting import Inspection
from paintassist.document.pipeline import Proposer
from paintassist.document.queue import RequestQueue
from paintassist.document.session import Session
from paintassist.document.store import Settings
from paintassist.engines.base import Engine
from paintassist.io.export.log import finding_as_json
from paintassist.io.export.plan import ExportRequest
from paintassist.io.export.proof import Proof
from paintassist.io.export.timesheet import timesheet_findings
from paintassist.io.export.writer import Exporter
from paintassist.io.images import read_image
from paintassist.io.project_file import open_project
from paintassist.io.xdts import find_timesheet
from paintassist.jobs.progress import Notify, Progress, no_notice, no_progress

MakeEngine = Callable[[Settings], Engine]


@dataclass
class ExportOutcome:
    """What became of an export.

    Attributes
    ----------
    findings : list of Finding
    written, kept : list of Path
        Files written now, and those that were there with the same content.
    unproved : list of (str, Proof)
        Files that were written although something is wrong with them.
    refused : bool
        Whether nothing was written because of the findings.
    """

    findings: list[Finding]
    written: list[Path] = field(default_factory=list)
    kept: list[Path] = field(default_factory=list)
    unproved: list[tuple[str, Proof]] = field(default_factory=list)
    refused: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the outcome for `--json`."""
        return {
            "refused": self.refused,
            "findings": [finding_as_json(finding) for finding in self.findings],
            "written": [str(path) for path in self.written],
            "kept": [str(path) for path in self.kept],
            "unproved": {name: proof.as_json() for name, proof in self.unproved},
        }


def export_project(
    path: Path,
    request: ExportRequest,
    make_engine: MakeEngine | None,
    *,
    anyway: bool = False,
    palette: Palette | None = None,
    progress: Progress = no_progress,
    notify: Notify = no_notice,
) -> ExportOutcome:
    """Export a project; what the painter left open gets the engine's proposals.

    Parameters
    ----------
    path : Path
    request : ExportRequest
        Without a cut it is named after the project; without a timesheet that of the cut is
        taken, if it has one.
    make_engine : function or None
        None leaves open segments unpainted.
    anyway : bool
        Whether to write although the inspection found something; it is logged in the report.

    palette : Palette, optional
        The colours that are laid down; others are found by the inspection.

    Raises
    ------
    InputError
        If the project cannot be opened, or as in `Exporter.steps`.
    """
    document = open_project(path, writes=False)
    try:
        if make_engine is not None and any(len(frame.open_ids) for frame in document.frames):
            propose_open(document, make_engine(document.settings), progress, notify)
        finished = finish(document, palette)
        sheets = [sheet.painting for sheet in document.sheets if sheet.painting is not None]
    finally:
        if document.store is not None:
            document.store.close()
    request = with_defaults(request, finished, path.stem)
    findings = inspect(finished, request, progress)
    if findings and not anyway:
        return ExportOutcome(findings, refused=True)
    exporter = Exporter(
        finished.cels,
        request,
        finished.colors,
        lambda source: read_inks(source, finished.lines, read_image),
        findings,
        [*sheets, path],
    )
    _run(exporter.steps(), progress, "export")
    return ExportOutcome(findings, exporter.written, exporter.kept, exporter.unproved)


def with_defaults(request: ExportRequest, finished: Finished, title: str) -> ExportRequest:
    """Name the cut, and take its timesheet along."""
    sources = [cel.source for cel in finished.cels if cel.source is not None]
    sheet = request.timesheet or (find_timesheet(sources[0].parent) if sources else None)
    return replace(request, cut=request.cut or title, timesheet=sheet)


def inspect(
    finished: Finished, request: ExportRequest, progress: Progress = no_progress
) -> list[Finding]:
    """Return what is wrong with a document that is about to be exported."""
    inspection = Inspection(finished, read_image)
    _run(inspection.steps(), progress, "inspection")
    found = [
        *inspection.findings,
        *timesheet_findings(request.timesheet, finished.cels, request.cut, request.cel),
    ]
    return in_order(found, [cel.name for cel in finished.cels])


def propose_open(
    document: Document,
    engine: Engine,
    progress: Progress = no_progress,
    notify: Notify = no_notice,
) -> None:
    """Let the engine propose colours for everything that is open, as the window would."""
    queue = RequestQueue()
    session = Session(document, queue.put)
    session.problems.connect(notify)
    session.progress.connect(lambda now: progress(now.done, now.total, "proposals"))
    failures: list[BaseException] = []
    session.failures.connect(lambda failed: failures.append(failed.error))
    proposer = Proposer(engine, read_image)
    try:
        session.start()
        while (request := queue.take(0)) is not None:
            for result in proposer.run(request, queue.cancel):
                session.land(result)
    finally:
        session.close()
        proposer.close()
    if failures:
        raise failures[0]


def sentence(finding: Finding) -> str:
    """Say in words what was found."""
    words = {
        "size": "has another size than most",
        "lines": "has other lines than its drawing",
        "timesheet": "the timesheet shows a drawing that is not there",
        "unpainted": "is unpainted",
        "trace": "is a trace line that would show",
        "temporary": "has a temporary colour",
        "off palette": "has a colour that no sheet shows and nobody named",
        "half transparent": "has a half transparent colour",
        "flicker": "has another colour than one frame before",
        "speck": "is a speck",
    }[finding.kind.value]
    where = finding.frame
    if finding.segment:
        where += f" segment {finding.segment}"
    if finding.place is not None:
        where += f" at {finding.place[0]},{finding.place[1]}"
    note = f" ({finding.note})" if finding.note else ""
    return f"{where}: {words}{note}" if where else f"{words}{note}"


def summary(findings: Sequence[Finding]) -> str:
    """Count findings by kind, in one line."""
    kinds = list(dict.fromkeys(finding.kind for finding in findings))
    counts = (sum(finding.kind is kind for finding in findings) for kind in kinds)
    return ", ".join(f"{count} {kind.value}" for kind, count in zip(kinds, counts, strict=True))


def _run(steps: Iterator[tuple[int, int]], progress: Progress, name: str) -> None:
    for done, total in steps:
        progress(done, total, name)
