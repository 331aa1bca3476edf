"""Where the document is kept: backups, versions, the lock, the view, and what if it fails."""

from __future__ import annotations

import math
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from paintassist.core.errors import InputError
from paintassist.document.changes import Change, ChangeKind
from paintassist.document.store import JsonValue
from paintassist.io.backups import Backup, check_backup, make_backup, restore_backup
from paintassist.io.project_copy import copy_project
from paintassist.io.project_lock import RENEWAL
from paintassist.io.project_store import ProjectFile
from paintassist.ui.helper import Cancel

if TYPE_CHECKING:
    from paintassist.ui.desk import Desk

HOUR = 3_600_000
# The view is written down once it has rested so long.
REST = 2_000
# A draft that could not be written is tried again after an edit and so long.
NEXT_TRY = 60_000


class Keeper(QObject):
    """Looks after the project file of the open document.

    Signals
    -------
    refused : why the file keeps nothing any more, in one sentence.
    noted : a sentence for the status bar.
    """

    refused = Signal(str)
    noted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._workspace = desk, desk.workspace
        self._renewal = self._timer(round(RENEWAL * 1000), self.renew_lock)
        self._backups = self._timer(HOUR, self.back_up)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.keep_view)
        # Not before the edit is done, and not after the next: it fires when events are taken again.
        self._draft = QTimer(self)
        self._draft.setSingleShot(True)
        self._draft.timeout.connect(self.keep_draft)
        self._workspace.document_changed.connect(self._on_document_changed)
        self._workspace.document_opened.connect(self._on_document_opened)
        self._workspace.document_closing.connect(self._on_document_closing)
        desk.frame_shown.connect(self._on_view_changed)
        desk.canvas.view_changed.connect(self._on_view_changed)

    def _timer(self, milliseconds: int, slot: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        timer.start()
        return timer

    @property
    def store(self) -> ProjectFile | None:
        """The project file, None while the painter gave the work no name."""
        store = self._workspace.document.store
        return store if isinstance(store, ProjectFile) and self._workspace.is_kept else None

    # The file that is open

    @Slot()
    def _on_document_opened(self) -> None:
        self._workspace.document.refused.connect(self.refused.emit)
        if self.store is None:
            return
        if self.store.refusal:
            self.refused.emit(self.store.refusal)
        self._show_view()
        self.back_up()

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        is_edit = change.kind is ChangeKind.HISTORY
        # What is due is not put off: a painter who never rests is kept, too.
        if is_edit and self._workspace.document.store is None and not self._draft.isActive():
            self._draft.start()

    @Slot()
    def keep_draft(self) -> None:
        """Keep work without a name in a draft from its first edit on, whatever the worker does.

        Nobody asked for it: without a place for drafts it is as it always was, but for a try
        now and then.
        """
        try:
            self._workspace.keep_draft()
            self._draft.setInterval(0)
        except InputError:
            self._draft.setInterval(NEXT_TRY)

    @Slot()
    def _on_document_closing(self) -> None:
        self._draft.stop()
        if self._rest.isActive():
            self.keep_view()

    @Slot()
    def renew_lock(self) -> None:
        """Tell other windows that this one lives."""
        store = self.store
        if store is not None and not store.refusal and not store.renew_lock():
            self.refused.emit(store.refusal)

    def save_copy(self, path: Path) -> None:
        """Copy the project while it is painted on; what is in memory only is written at once.

        Raises
        ------
        InputError
            If it cannot be written.
        """
        name, source = path.name, self.store
        text = self.tr("A copy was saved as %1").replace("%1", name)
        if source is None:
            self._workspace.save_copy(path)
            self.noted.emit(text)
            return
        place = source.path
        self._workspace.helper.ask(
            f"copy:{path}",
            lambda cancel: copy_project(place, path, cancel.is_set),
            lambda _: self.noted.emit(text),
        )

    def go_on_in_memory(self) -> None:
        """Let go of a file that cannot be written; the document is unsaved from now on."""
        self._workspace.let_go_of_file()
        self.noted.emit(self.tr("Your work is in memory now; save it somewhere else soon"))

    # Versions

    def version_name(self, number: int) -> str:
        """Return what a version is called until the painter names it."""
        return self.tr("Version %1").replace("%1", str(number))

    def save_version(self) -> None:
        """Keep what the project is now as a named version.

        Raises
        ------
        InputError
            If the file cannot be written.
        """
        if self.store is None:
            return
        version, is_new = self.store.make_version(self.version_name)
        text = self.tr("%1 is kept") if is_new else self.tr("Nothing differs from %1")
        self.noted.emit(text.replace("%1", version.name))

    def go_back_to(self, key: int, name: str) -> None:
        """Make the project what a version was; the present becomes a version.

        Raises
        ------
        InputError
            If the version is damaged or the file cannot be written.
        """
        if self.store is None:
            return
        document = self.store.go_back_to(key, self.version_name)
        self._workspace.take(document)
        text = self.tr("Gone back to %1; what was there before is a version, too")
        self.noted.emit(text.replace("%1", name))

    # Backups

    @Slot()
    def back_up(self) -> None:
        """Copy the project in the background, if it changed since its last copy."""
        store = self.store
        if store is None or store.refusal:
            return
        path = store.path

        def copy(cancel: Cancel) -> Backup | None:
            return make_backup(path, cancel.is_set)

        self._workspace.helper.ask("backup", copy, lambda _: None, urgent=False)

    def restore(self, backup: Backup) -> None:
        """Make a project what a copy of it was, and open it; the present is copied first.

        Raises
        ------
        InputError
            If the copy is damaged or the project cannot be written; the project that was
            open is open again.
        """
        check_backup(backup)
        store = self.store
        own = store is not None and store.path == backup.project
        self._workspace.helper.drop("backup")
        if own and store is not None:
            store.close()
        try:
            restore_backup(backup, backup.project)
        finally:
            if own:
                self._workspace.open_path(backup.project)
        if not own:
            self._workspace.open_path(backup.project)
        when = f"{backup.made:%Y-%m-%d %H:%M}"
        text = self.tr("The backup of %1 is restored; what was there before is a backup, too")
        self.noted.emit(text.replace("%1", when))

    def describe(self, work: Callable[[Cancel], Any], done: Callable[[Any], object]) -> None:
        """Have backups looked into in the background."""
        self._workspace.helper.ask("past", work, done, urgent=False)

    @Slot()
    def drop_description(self) -> None:
        """Wait for what `describe` asked no more."""
        self._workspace.helper.drop("past")

    # View

    @Slot()
    def _on_view_changed(self) -> None:
        if self.store is not None and not self.store.refusal:
            self._rest.start()

    @Slot()
    def keep_view(self) -> None:
        """Write down which frame is shown and how; what cannot be written is forgotten."""
        self._rest.stop()
        document, frame, canvas = self._workspace.document, self._desk.frame, self._desk.canvas
        if frame is None or self.store is None or self.store.refusal:
            return
        middle = canvas.view.to_image((canvas.width() / 2, canvas.height() / 2))
        look: list[JsonValue] = [canvas.view.scale, *middle, canvas.view.angle]
        seen: dict[str, JsonValue] = {"frame": frame.name, "look": look}
        if document.view.get("canvas") != seen:
            # Nobody asked for it: a full disk is told when it is in the way of work.
            with suppress(InputError):
                document.set_view("canvas", seen, quiet=True)

    def _show_view(self) -> None:
        """Show what was shown last; a view that is strange is left out."""
        seen = self._workspace.document.view.get("canvas")
        if not isinstance(seen, dict):
            return
        self._desk.show_frame(self._workspace.document.frame_index(str(seen.get("frame"))))
        look, canvas = seen.get("look"), self._desk.canvas
        if not (isinstance(look, list) and len(look) == 4 and canvas.renderer):
            return
        numbers = [float(value) for value in look if isinstance(value, int | float)]
        if len(numbers) == 4 and all(map(math.isfinite, numbers)) and numbers[0] > 0:
            scale, x, y, angle = numbers
            middle = canvas.width() / 2, canvas.height() / 2
            view = canvas.view.turned(angle - canvas.view.angle, middle)
            view = view.zoomed(scale / view.scale, middle)
            canvas.set_view(view.centred_on((x, y), (canvas.width(), canvas.height())))
