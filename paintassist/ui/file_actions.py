"""Opening, saving and exporting: asks, does, and tells in the message bar what went wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from paintassist.core.errors import InputError
from paintassist.io.backups import list_backups
from paintassist.io.drafts import Draft, delete_draft, list_drafts
from paintassist.resources import sample_folder
from paintassist.ui.dialogs import Answer
from paintassist.ui.exporting.opening import ExportOpener
from paintassist.ui.opening import (
    check_paths,
    is_clip_folder,
    is_palette,
    is_project,
    plan_frames,
    plan_opening,
    plan_sheets,
)
from paintassist.ui.past_dialog import PastDialog
from paintassist.ui.sheets.importer import SheetImporter

if TYPE_CHECKING:
    from paintassist.ui.main_window import MainWindow


class FileActions(QObject):
    """What the File menu does, and what happens to dropped files."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._exporting = ExportOpener(window)
        self._importer = SheetImporter(window)

    def open_frames(self) -> None:
        """Ask for a folder and open it."""
        path = self._window.dialogs.ask_frames_folder()
        if path:
            self.open_path(path)

    def open_sheet(self) -> None:
        """Ask for painted images and add them as sheets."""
        self._ask_sheets(always_ask=False)

    def import_sheet(self) -> None:
        """Ask for painted images and let the painter adjust how they are read."""
        self._ask_sheets(always_ask=True)

    def _ask_sheets(self, always_ask: bool) -> None:
        paths = self._window.dialogs.ask_sheets()
        if paths:
            self._try(lambda: self._importer.add(plan_sheets(paths), always_ask))

    def open_project(self) -> None:
        """Ask for a project and open it."""
        path = self._window.dialogs.ask_project()
        if path:
            self.open_path(path)

    def open_sample(self) -> None:
        """Open the clip that comes with the program."""
        self.open_path(sample_folder())

    def open_path(self, path: Path) -> None:
        """Open a folder, an image or a project in place of what is open."""
        if not self.may_let_go():
            return
        self._window.messages.clear()
        try:
            self._workspace.open_path(path)
        except InputError as error:
            if is_project(path) and list_backups(path):
                ways = [(self.tr("&Backups..."), lambda: self._show_past_of(path))]
                self._window.messages.offer(str(error), ways)
            else:
                self._workspace.problem_raised.emit(str(error))

    def open_dropped(self, paths: Sequence[Path]) -> None:
        """Open a project or a clip; ask what single images and plain folders are."""
        if not paths or not self._try(lambda: check_paths(paths)):
            return
        if len(paths) == 1 and (is_project(paths[0]) or self._is_clip(paths[0])):
            self.open_path(paths[0])
            return
        palettes = [path for path in paths if is_palette(path)]
        for path in palettes:
            self._try(partial(self._window.scenes.open_palette, path))
        paths = [path for path in paths if path not in palettes]
        if not paths:
            return
        match self._window.dialogs.ask_role(list(paths)):
            case Answer.SHEET:
                self._try(lambda: self._importer.add(plan_sheets(paths)))
            case Answer.FRAMES:
                self._try(lambda: self._add_frames(paths))

    def _is_clip(self, path: Path) -> bool:
        return path.is_dir() and is_clip_folder(path)

    def _add_frames(self, paths: Sequence[Path]) -> None:
        frames = plan_frames([path for path in paths if path.is_file()])
        for folder in (path for path in paths if path.is_dir()):
            frames += plan_opening(folder).frames
        if not self._workspace.title:
            self._workspace.title = paths[0].parent.name if paths[0].is_file() else paths[0].name
        self._workspace.add_frames(frames)

    def save(self) -> bool:
        """Keep a version; every edit is in the file anyway, if there is one. False if not saved."""
        store = self._window.keeper.store
        if store is None:
            return self.save_as()
        if store.refusal:
            self.offer_ways_on(store.refusal)
            return False
        return self._try(self._window.keeper.save_version)

    def save_copy(self) -> None:
        """Ask for a place and write a copy there; the painter goes on in the same file."""
        title = self._workspace.title or self.tr("untitled")
        path = self._window.dialogs.ask_save_path(self.tr("%1 copy").replace("%1", title))
        if path is not None:
            self._try(lambda: self._window.keeper.save_copy(path))

    def show_past(self) -> None:
        """Show versions and backups of the open project, or all backups without one."""
        store = self._window.keeper.store
        self._show_past_of(store.path if store else None)

    def _show_past_of(self, project: Path | None) -> None:
        keeper = self._window.keeper
        dialog = PastDialog(keeper, self._window.dialogs, project, self._window)
        dialog.failed.connect(self._workspace.problem_raised)
        dialog.open()

    def offer_ways_on(self, refusal: str) -> None:
        """Tell why the file keeps nothing, and what can be done about it."""
        ways: list[tuple[str, Callable[[], object]]] = [
            (self.tr("Save &Elsewhere..."), self.save_as),
            (self.tr("Go On in &Memory"), self._go_on_in_memory),
        ]
        self._window.messages.offer(refusal, ways)

    def _go_on_in_memory(self) -> None:
        self._window.messages.clear()
        self._window.keeper.go_on_in_memory()

    def save_as(self) -> bool:
        """Ask for a place and keep the document there. False if not saved."""
        title = self._workspace.title or self.tr("untitled")
        path = self._window.dialogs.ask_save_path(title)
        if path is None or not self._try(lambda: self._workspace.save_as(path)):
            return False
        if self._window.messages.offers:
            self._window.messages.clear()
        text = self.tr("Saved; from now on every edit is kept in %1 at once")
        self._window.status.note(text.replace("%1", path.name))
        return True

    def export(self) -> None:
        """Show the dialog that inspects the frames and writes them."""
        if not any(frame.ready for frame in self._workspace.document.frames):
            self._workspace.problem_raised.emit(
                self.tr("there is nothing to export yet; open frames first")
            )
            return
        self._exporting.open()

    def step_finding(self, step: int) -> None:
        """Go to the next or previous finding; without an inspection, inspect."""
        if not self._exporting.step(step):
            self.export()

    def may_let_go(self) -> bool:
        """Tell whether the document may be closed, asking about unsaved work."""
        if not self._workspace.is_unsaved:
            return True
        answer = self._window.dialogs.ask_unsaved(self._workspace.title or self.tr("untitled"))
        if answer is Answer.DISCARD:
            self._workspace.discard()
        return answer is Answer.DISCARD or (answer is Answer.SAVE and self.save())

    def offer_drafts(self) -> None:
        """Offer the newest work that a window left which ended without being asked to."""
        drafts = list_drafts()
        if not drafts:
            return
        draft = drafts[0]
        text = self.tr("%1 was painted on until %2 and never saved")
        text = text.replace("%1", draft.title or self.tr("untitled"))
        ways: list[tuple[str, Callable[[], object]]] = [
            (self.tr("&Open"), lambda: self._open_draft(draft)),
            (self.tr("&Delete"), lambda: self._delete_draft(draft)),
        ]
        self._window.messages.offer(text.replace("%2", f"{draft.changed:%Y-%m-%d %H:%M}"), ways)

    def _open_draft(self, draft: Draft) -> None:
        if self.may_let_go():
            self._window.messages.clear()
            self._try(lambda: self._workspace.open_draft(draft))

    def _delete_draft(self, draft: Draft) -> None:
        question = self.tr("Delete %1 for good?").replace("%1", draft.title)
        if self._window.dialogs.ask_sure(question):
            delete_draft(draft.path)
            self._window.messages.withdraw()
            self.offer_drafts()

    def _try(self, action: Callable[[], object]) -> bool:
        try:
            action()
        except InputError as error:
            self._workspace.problem_raised.emit(str(error))
            return False
        return True
