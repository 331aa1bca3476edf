"""Inspects, then exports, in the worker; knows how fresh the inspection is and no widget."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from paintassist.core.errors import InputError
from paintassist.core.inspection import Finding, in_order
from paintassist.document.changes import Change, ChangeKind
from paintassist.document.finishing import Finished, finish, read_inks
from paintassist.document.inspecting import Inspection
from paintassist.io.export.plan import ExportRequest
from paintassist.io.export.timesheet import timesheet_findings
from paintassist.io.export.writer import Exporter
from paintassist.io.images import read_image
from paintassist.ui.workspace import Workspace

# Changes after which the cels are no longer those that were inspected.
TELLING = {
    ChangeKind.FRAMES, ChangeKind.SEGMENTS, ChangeKind.DECISIONS, ChangeKind.PROPOSALS,
    ChangeKind.PALETTE, ChangeKind.RETOUCH, ChangeKind.SETTINGS,
}  # fmt: skip

# Edits and proposals come in showers; so many quiet milliseconds after one it is inspected.
PAUSE = 300


class Check:
    """An inspection together with that of the timesheet.

    Attributes
    ----------
    request : ExportRequest
    findings : list of Finding or None
        None until it has ended.
    """

    def __init__(
        self, finished: Finished, request: ExportRequest, before: Check | None = None
    ) -> None:
        self.finished = finished
        self.request = request
        self.findings: list[Finding] | None = None
        self._inspection: Inspection = Inspection(
            finished, read_image, before=before._inspection if before else None
        )

    def steps(self) -> Iterator[tuple[int, int]]:
        """Inspect; yields (done, total); raises `InputError` for a timesheet that is none."""
        request, cels = self.request, self.finished.cels
        yield from self._inspection.steps()
        found = self._inspection.findings + timesheet_findings(
            request.timesheet, cels, request.cut, request.cel
        )
        self.findings = in_order(found, [cel.name for cel in cels])


class ExportFlow(QObject):
    """The two steps of an export of the open document.

    Signals
    -------
    changed : what can be done next, or what was found, is another.
    progressed : done, total.
    failed : sentence for the painter.
    ended : Exporter that has written everything.

    Attributes
    ----------
    is_renewed : bool
        The findings are those of before, after what the painter has done since.
    """

    changed = Signal()
    progressed = Signal(int, int)
    failed = Signal(str)
    ended = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._check: Check | None = None
        self._work: Check | Exporter | None = None
        self._then: ExportRequest | None = None
        self._again: Check | None = None
        self.is_renewed = False
        self._stale = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._inspect_again)
        workspace.document_changed.connect(self._on_document_changed)
        workspace.work_progressed.connect(self._on_progressed)
        workspace.work_ended.connect(self._on_ended)

    @property
    def findings(self) -> list[Finding] | None:
        """What the last inspection found; None before one has ended."""
        return None if self._check is None else self._check.findings

    @property
    def is_busy(self) -> bool:
        """Whether an inspection or an export is under way."""
        return self._work is not None

    @property
    def is_exporting(self) -> bool:
        """Whether files are being written."""
        return isinstance(self._work, Exporter)

    @property
    def is_fresh(self) -> bool:
        """Whether nothing changed since the last inspection."""
        return self.findings is not None and not self._stale

    def inspect(self, request: ExportRequest) -> None:
        """Look through the document as it is now."""
        if self.is_busy:
            return
        self._drop_again()
        self._check = Check(finish(self._workspace.document), request)
        self._stale = self.is_renewed = False
        self._start(self.tr("Inspection"), self._check)

    def export(self, request: ExportRequest) -> None:
        """Write the cels; inspects first if need be, and then goes on only if all is well."""
        if self.is_busy:
            return
        if self.is_fresh:
            self._write(request)
            return
        self._then = request
        self.inspect(request)

    def cancel(self) -> None:
        """Give up what is under way; files that are written stay."""
        self._then = None
        self._drop_again()
        if self._work is not None:
            self._workspace.cancel_work(self._work)

    def exporter(self, request: ExportRequest) -> Exporter:
        """Return what would write the document as it was inspected, or as it is.

        Raises
        ------
        InputError
            See `plan_export`.
        """
        document = self._workspace.document
        finished = self._check.finished if self._check and self.is_fresh else finish(document)
        sheets = [sheet.painting for sheet in document.sheets if sheet.painting is not None]
        kept = [document.store.path] if document.store else []
        return Exporter(
            finished.cels,
            request,
            finished.colors,
            lambda source: read_inks(source, finished.lines, read_image),
            self.findings or [],
            [*sheets, *kept],
        )

    def _write(self, request: ExportRequest) -> None:
        try:
            exporter = self.exporter(request)
        except InputError as error:
            self.failed.emit(str(error))
            return
        self._start(self.tr("Export"), exporter)

    def _start(self, name: str, work: Check | Exporter) -> None:
        self._work = work
        self._workspace.do(name, work)
        self.changed.emit()

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.kind not in TELLING:
            return
        self._drop_again()
        self._timer.start()
        if not self._stale:
            self._stale = True
            self.changed.emit()

    @Slot()
    def _inspect_again(self) -> None:
        """Look at what changed since, beside whatever the painter does."""
        if self.is_busy or self._check is None or self._check.findings is None:
            return
        document, check = self._workspace.document, self._check
        self._again = Check(finish(document), check.request, check)
        self._workspace.do(self.tr("Inspection"), self._again)

    def _drop_again(self) -> None:
        self._timer.stop()
        if self._again is not None:
            self._workspace.cancel_work(self._again)
            self._again = None

    @Slot(object, int, int)
    def _on_progressed(self, work: object, done: int, total: int) -> None:
        if work is self._work:
            self.progressed.emit(done, total)

    @Slot(object, str)
    def _on_ended(self, work: object, problem: str) -> None:
        if work is self._again and self._again is not None:
            again, self._again = self._again, None
            if again.findings is not None:
                self._check, self._stale, self.is_renewed = again, False, True
                self.changed.emit()
            return
        if work is not self._work or self._work is None:
            return
        ended, self._work = self._work, None
        then, self._then = self._then, None
        if problem:
            self.failed.emit(problem)
        elif isinstance(ended, Exporter):
            self.ended.emit(ended)
        elif then is not None and self.is_fresh and not self.findings:
            self._write(then)
        if self._stale:
            self._timer.start()
        self.changed.emit()
