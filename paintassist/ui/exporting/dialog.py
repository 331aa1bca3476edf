"""The export dialog: form and inspection side by side; the window stays usable behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from paintassist.core.errors import InputError
from paintassist.core.inspection import Finding
from paintassist.io.export.plan import ExportRequest
from paintassist.io.export.presets import PresetStore
from paintassist.io.export.writer import Exporter
from paintassist.ui.exporting.finding_list import FindingList
from paintassist.ui.exporting.flow import ExportFlow
from paintassist.ui.exporting.form import ExportForm
from paintassist.ui.told import told, told_first
from paintassist.ui.words import counted
from paintassist.ui.workspace import Workspace

SIZE = (940, 600)
# The example follows the typing hand after so many milliseconds.
PAUSE = 150


class ExportDialog(QDialog):
    """Asks, inspects, exports, and tells what came of it.

    Signals
    -------
    chosen : Finding to show on the canvas.
    exported : ExportRequest that was carried out, so that it can be offered the next time.
    """

    chosen = Signal(object)
    exported = Signal(object)

    def __init__(
        self, workspace: Workspace, start: ExportRequest, store: PresetStore, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self.form = ExportForm(start, store)
        self.flow = ExportFlow(workspace, self)
        self.list = FindingList()
        self.heading, self.message = QLabel(), QLabel()
        for label in (self.heading, self.message):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar()
        self.inspect_button, self.export_button = QPushButton(), QPushButton()
        self.cancel_button, self.close_button = QPushButton(), QPushButton()
        for button in self._buttons:
            button.setAutoDefault(False)
        self.export_button.setDefault(True)
        self._request = start
        self._shown: list[Finding] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._lay_out()
        self._connect(workspace)
        self.retranslate()
        self._show_plan()
        self._inspect()

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.inspect_button, self.export_button, self.cancel_button, self.close_button

    def _lay_out(self) -> None:
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(8, 0, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(self.list, 1)
        left = QWidget()
        asked = QVBoxLayout(left)
        asked.setContentsMargins(0, 0, 8, 0)
        asked.addWidget(self.form)
        asked.addStretch(1)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(found)
        split.setStretchFactor(1, 1)
        row = QHBoxLayout()
        row.addWidget(self.inspect_button)
        row.addWidget(self.progress, 1)
        row.addStretch(0)
        row.addWidget(self.cancel_button)
        row.addWidget(self.export_button)
        row.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.addWidget(split, 1)
        layout.addWidget(self.message)
        layout.addLayout(row)

    def _connect(self, workspace: Workspace) -> None:
        self.form.changed.connect(self._timer.start)
        self.form.failed.connect(self._say)
        self._timer.timeout.connect(self._show_plan)
        self.flow.changed.connect(self._show_state)
        self.flow.progressed.connect(self._on_progressed)
        self.flow.failed.connect(self._say)
        self.flow.ended.connect(self._on_ended)
        self.list.chosen.connect(self.chosen)
        self.inspect_button.clicked.connect(self._inspect)
        self.export_button.clicked.connect(self._export)
        self.cancel_button.clicked.connect(self.flow.cancel)
        self.close_button.clicked.connect(self.close)
        workspace.document_opened.connect(self.close)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setWindowTitle(self.tr("Export"))
        self.inspect_button.setText(self.tr("&Inspect Again"))
        self.cancel_button.setText(self.tr("Stop"))
        self.close_button.setText(self.tr("Close"))
        self._show_state()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give up what is under way; files that are written stay, and it can go on later."""
        self.flow.cancel()
        super().closeEvent(event)

    @Slot()
    def _inspect(self) -> None:
        self.message.clear()
        self.flow.inspect(self.form.request())

    @Slot()
    def _export(self) -> None:
        self.message.clear()
        self._request = self.form.request()
        self.flow.export(self._request)

    @Slot()
    def _show_plan(self) -> None:
        """Show what would be written, or why nothing can be."""
        request = self.form.request()
        try:
            targets = self.flow.exporter(request).targets
        except InputError as error:
            self.form.example.setText(told(str(error)))
            self.export_button.setEnabled(False)
            return
        there = sum((request.folder / target.name).exists() for target in targets)
        text = counted(len(targets), self.tr("1 file: %2"), self.tr("%1 files: %2"))
        text = text.replace("%2", targets[0].name)
        if len(targets) > 1:
            text += f" ... {targets[-1].name}"
        if there:
            exist = counted(there, self.tr("1 is there already"), self.tr("%1 are there already"))
            text += f"; {exist}"
        self.form.example.setText(text)
        self.export_button.setEnabled(not self.flow.is_busy)

    @Slot()
    def _show_state(self) -> None:
        flow, findings = self.flow, self.flow.findings
        self.heading.setText(self._heading())
        if findings is not self._shown:
            # Not at every change: the painter is on the way down the list.
            self._shown = findings
            if flow.is_renewed:
                self.list.renew(findings or [])
            else:
                self.list.show_findings(findings or [])
        busy = flow.is_busy
        self.progress.setVisible(busy)
        self.cancel_button.setVisible(busy)
        self.inspect_button.setEnabled(not busy)
        anyway = bool(findings) and flow.is_fresh
        self.export_button.setText(self.tr("&Export Anyway") if anyway else self.tr("&Export"))
        self.export_button.setEnabled(not busy)
        if busy:
            self.progress.setRange(0, 0)

    def _heading(self) -> str:
        findings = self.flow.findings
        if self.flow.is_exporting:
            return self.tr("Writing, and reading back what was written...")
        if self.flow.is_busy:
            return self.tr("Inspecting...")
        if findings is None:
            return self.tr("Not inspected yet")
        if not findings:
            text = self.tr("Nothing is wrong")
        else:
            text = counted(
                len(findings),
                self.tr("1 thing to look at; click to go there"),
                self.tr("%1 things to look at; click to go there"),
            )
        if not self.flow.is_fresh:
            text += "\n" + self.tr("Something changed since; it is inspected again before export")
        return text

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    @Slot(str)
    def _say(self, sentence: str) -> None:
        self.message.setText(told_first(sentence))

    @Slot(object)
    def _on_ended(self, exporter: Exporter) -> None:
        text = counted(
            len(exporter.written),
            self.tr("1 file written and read back"),
            self.tr("%1 files written and read back"),
        )
        if exporter.kept:
            text += "; " + counted(
                len(exporter.kept),
                self.tr("1 was there with the same content"),
                self.tr("%1 were there with the same content"),
            )
        if len(exporter.written) + len(exporter.kept) < len(exporter.targets):
            text += "; " + self.tr("stopped, export again to go on")
        if exporter.unproved:
            text += "; " + counted(
                len(exporter.unproved),
                self.tr("1 is not as it should be, see report.json"),
                self.tr("%1 are not as they should be, see report.json"),
            )
        self.message.setText(text)
        self._show_plan()
        self.exported.emit(self._request)
