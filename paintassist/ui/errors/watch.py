"""Puts log, trail, catcher and dialog together for one window."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from shiboken6 import isValid

from paintassist.document.changes import Change, ChangeKind
from paintassist.ui.errors.catcher import Catcher
from paintassist.ui.errors.dialog import ErrorDialog
from paintassist.ui.errors.log import LogFile, log_folder
from paintassist.ui.errors.report import Trouble, make_report
from paintassist.ui.errors.trail import Trail

if TYPE_CHECKING:
    from paintassist.ui.main_window import MainWindow

log = logging.getLogger(__name__)


class ErrorWatch(QObject):
    """Watches over a window: what is our fault is logged and shown, and nothing stops.

    The same mistake at the same place is shown once and then told in the message bar: one in
    a repaint would come sixty times a second.

    Attributes
    ----------
    trail : Trail
    catcher : Catcher
    dialog : ErrorDialog or None
        The one that is open.
    """

    def __init__(self, window: MainWindow) -> None:
        # Without a parent: it outlives the window until the worker thread has ended.
        super().__init__()
        self._window = window
        self._device = ""
        self._seen: set[tuple[str, str]] = set()
        self.trail = Trail()
        self.log = LogFile(log_folder())
        self.dialog: ErrorDialog | None = None
        self.catcher = Catcher(self)
        self.catcher.caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)
        self.catcher.install()
        for action_id, action in window.actions_by_id.actions.items():
            action.triggered.connect(partial(self._on_action, action_id))
        window.workspace.document_changed.connect(self._on_changed)
        window.workspace.document_opened.connect(partial(self.trail.note, "document opened"))
        window.workspace.device_found.connect(self._on_device)

    def close(self) -> None:
        """Leave errors to whoever caught them before."""
        self.catcher.remove()
        self.log.close()

    def facts(self) -> dict[str, str]:
        """Return what the window is at, for reports."""
        workspace = self._window.workspace
        document = workspace.document
        frames = document.frames
        return {
            "engine": document.settings.engine or "default",
            "model": document.settings.model or "default",
            "provider": self._device or "none yet",
            "frames": f"{len(frames)}, {sum(frame.ready for frame in frames)} of them read",
            "segments": str(sum(frame.count for frame in frames)),
            "sheets": str(len(document.sheets)),
            "palette entries": str(len(document.palette)),
            "worker": "busy" if workspace.busy else "idle",
            "kept in a file": "yes" if workspace.is_kept else "no",
        }

    def _on_action(self, action_id: str) -> None:
        self.trail.note(f"action {action_id}")

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if change.kind is ChangeKind.HISTORY:
            history = self._window.workspace.document.history
            # The first word says what was done; the others may name characters.
            what = history.undo_name.partition(" ")[0] or "none"
            self.trail.note(f"edit {len(history.done)} {what}, {len(history.undone)} undone")

    @Slot(str, str)
    def _on_device(self, device: str, reason: str) -> None:
        self._device = f"{device} ({reason})" if reason else device

    @Slot(object)
    def _on_caught(self, trouble: Trouble) -> None:
        if not isValid(self._window):
            return
        try:
            self._tell(trouble)
        except Exception:
            # Telling must not become the next thing to tell.
            log.warning("an error could not be shown", exc_info=True)

    def _tell(self, trouble: Trouble) -> None:
        known = (trouble.kind, trouble.place)
        if known in self._seen or self.dialog is not None:
            text = self.tr("PaintAssist made a mistake (%1); the log has the details")
            self._window.messages.show_message(text.replace("%1", trouble.kind))
        else:
            self._show(make_report(trouble, self.facts(), self.trail.lines()))
        self._seen.add(known)

    def _show(self, report: str) -> None:
        workspace = self._window.workspace
        store = workspace.document.store if workspace.is_kept else None
        dialog = self.dialog = ErrorDialog(self.log.path, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_finished)
        dialog.save_wanted.connect(self._on_save_wanted)
        dialog.show_report(report, store.path.name if store else "", workspace.is_unsaved)

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None

    @Slot()
    def _on_save_wanted(self) -> None:
        if self._window.files.save_as() and self.dialog is not None:
            self.dialog.accept()
