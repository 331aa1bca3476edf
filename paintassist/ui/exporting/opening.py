"""Opens the export dialog with what was asked for the last time, and shows its findings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from paintassist.core.errors import InputError
from paintassist.core.inspection import Finding
from paintassist.document.document import Document
from paintassist.document.store import JsonValue
from paintassist.io.export.plan import ExportRequest
from paintassist.io.export.presets import BUILT_IN, Preset, PresetStore
from paintassist.io.xdts import find_timesheet
from paintassist.resources import sample_folder
from paintassist.ui.exporting.dialog import ExportDialog

if TYPE_CHECKING:
    from paintassist.ui.main_window import MainWindow

VIEW_KEY = "export"


class ExportOpener(QObject):
    """One export dialog a window, beside which the painter goes on painting."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def open(self) -> None:
        """Show the dialog."""
        dialog = self._window.findChild(ExportDialog) or self._make()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def step(self, step: int) -> bool:
        """Go to the next or previous finding of the dialog; False if none is open."""
        dialog = self._window.findChild(ExportDialog)
        if dialog is None:
            return False
        dialog.list.step(step)
        return True

    def _make(self) -> ExportDialog:
        store = PresetStore()
        workspace = self._window.workspace
        start = first_request(workspace.document, workspace.title, store)
        dialog = ExportDialog(workspace, start, store, self._window)
        dialog.chosen.connect(self._on_chosen)
        dialog.exported.connect(self._on_exported)
        return dialog

    @Slot(object)
    def _on_chosen(self, finding: Finding) -> None:
        desk, canvas = self._window.desk, self._window.canvas
        index = desk.document.frame_index(finding.frame)
        if index < 0:
            return
        desk.show_frame(index)
        segment = finding.segment
        if segment and finding.place is not None and canvas.renderer is not None:
            # The segment may have another number since it was split or its drawing read anew.
            x, y = finding.place
            segment = canvas.renderer.segment_at((x + 0.5, y + 0.5)) or segment
        if 0 < segment <= desk.document.frames[index].count:
            canvas.centre_on(segment)
            canvas.set_current_segment(segment)
        elif finding.place is not None:
            canvas.look_at((finding.place[0] + 0.5, finding.place[1] + 0.5))

    @Slot(object)
    def _on_exported(self, request: ExportRequest) -> None:
        workspace = self._window.workspace
        try:
            workspace.document.set_view(VIEW_KEY, request_as_json(request))
        except InputError as error:
            workspace.problem_raised.emit(str(error))


def first_request(document: Document, title: str, store: PresetStore) -> ExportRequest:
    """Return what the dialog offers: what was asked the last time, else the plain preset."""
    sources = [frame.path for frame in document.frames if frame.path is not None]
    sheet = find_timesheet(sources[0].parent) if sources else None
    found = document.view.get(VIEW_KEY)
    kept = found if isinstance(found, dict) else {}

    def text(key: str, default: str) -> str:
        value = kept.get(key, default)
        return value if isinstance(value, str) else default

    folder = Path(text("folder", "") or default_folder(sources))
    preset = _find(store, text("preset", ""))
    return ExportRequest(folder, preset, text("cut", title), text("cel", ""), timesheet=sheet)


def request_as_json(request: ExportRequest) -> JsonValue:
    """Return what is remembered of a request in the project."""
    return {
        "folder": str(request.folder),
        "preset": request.preset.name,
        "cut": request.cut,
        "cel": request.cel,
    }


def default_folder(sources: list[Path]) -> Path:
    """Return a folder beside the drawings, but none beside our own sample."""
    if not sources or sources[0].is_relative_to(sample_folder()):
        return Path.home() / "painted"
    return sources[0].parent.parent / "painted"


def _find(store: PresetStore, name: str) -> Preset:
    try:
        return store.find(name)
    except InputError:
        return BUILT_IN[0]
