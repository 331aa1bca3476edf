"""Watches the files of the line art: moved ones are found, changed ones can be taken over."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from paintassist.core.errors import InputError
from paintassist.document.document import Document
from paintassist.document.edits import Edit
from paintassist.document.loading import file_hash, load_frame
from paintassist.document.redrawing import Redrawn, redraw
from paintassist.document.requests import LoadFrame
from paintassist.document.sources import (
    NO_STAMP,
    SourceFile,
    find_by_name,
    find_sources,
    stamp_of,
)
from paintassist.io.images import read_image
from paintassist.ui.helper import Cancel
from paintassist.ui.sheet_watch import SheetWatch
from paintassist.ui.source_look import Look, Offer
from paintassist.ui.words import counted

if TYPE_CHECKING:
    from paintassist.ui.desk import Desk

FOLDERS = "source_folders"
# So long the helper looks at files before somebody else has a turn, in seconds.
TURN = 0.15
# A window that becomes active again looks at its files, but not all the time.
PAUSE = 10.0


class SourceWatch(QObject):
    """Looks at the files when a project is opened and whenever the window becomes active.

    Signals
    -------
    noted : a sentence for the status bar.
    taken_over : how many decisions found no segment.
    """

    noted = Signal(str)
    taken_over = Signal(int)

    def __init__(self, desk: Desk, offer: Offer, ask_folder: Callable[[Path], Path | None]) -> None:
        super().__init__(desk)
        self._desk, self._workspace = desk, desk.workspace
        self._offer, self._ask_folder = offer, ask_folder
        self._last = 0.0
        # Content that the painter does not want, and folders that shall not be asked for.
        self._declined: set[tuple[str, str]] = set()
        self._left: set[Path] = set()
        self.sheets = SheetWatch(
            self._workspace, offer, self._known_folders, self.check, parent=self
        )
        self._workspace.document_opened.connect(self._on_document_opened)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.applicationStateChanged.connect(self._on_state_changed)

    @property
    def _document(self) -> Document:
        return self._workspace.document

    @Slot()
    def _on_document_opened(self) -> None:
        self._declined.clear()
        self._left.clear()
        self.sheets.forget()
        if self._document.store is not None:
            self.check()

    @Slot(Qt.ApplicationState)
    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        active = state == Qt.ApplicationState.ApplicationActive
        if active and time.monotonic() - self._last > PAUSE:
            self.check()

    # Looking

    def check(self) -> None:
        """Look at all files, a few at a time, in the background."""
        self._last = time.monotonic()
        store = self._document.store
        if store is not None and store.refusal:
            return
        waiting = [
            SourceFile(frame.name, frame.path, frame.content_hash, frame.stamp)
            for frame in self._document.frames
            if frame.path is not None or frame.ready
        ]
        self._look(waiting, Look())

    def _look(self, waiting: list[SourceFile], found: Look) -> None:
        def work(cancel: Cancel) -> None:
            end = time.monotonic() + TURN
            while waiting and time.monotonic() < end:
                cancel.check()
                found.add(waiting.pop())

        def done(_: object) -> None:
            if waiting:
                self._look(waiting, found)
            elif found.missing:
                self._search(found)
            else:
                self._report(found)

        self._workspace.helper.ask("sources", work, done, urgent=False)

    def _search(self, found: Look) -> None:
        """Look for missing files in the folders that we know."""
        folders = self._known_folders()
        missing = list(found.missing)

        def work(cancel: Cancel) -> dict[str, SourceFile]:
            return find_sources(missing, folders, cancel.is_set)

        def done(elsewhere: dict[str, SourceFile]) -> None:
            found.same += elsewhere.values()
            found.missing = [file for file in missing if file.name not in elsewhere]
            self._report(found)
            if elsewhere:
                one = self.tr("1 drawing was found in another place")
                text = counted(len(elsewhere), one, self.tr("%1 drawings were found elsewhere"))
                self.noted.emit(text)

        self._workspace.helper.ask("sources", work, done, urgent=False)

    def _known_folders(self) -> list[Path]:
        """Return where files may be, most likely first."""
        document = self._document
        folders = [frame.path.parent for frame in document.frames if frame.path]
        if document.store is not None:
            folders.insert(0, document.store.path.parent)
        chosen = document.view.get(FOLDERS)
        if isinstance(chosen, list):
            folders += [Path(folder) for folder in chosen if isinstance(folder, str)]
        return [folder for folder in dict.fromkeys(folders) if folder.is_dir()]

    def _report(self, found: Look) -> None:
        """Write down what is known now; ask about the rest, one thing at a time."""
        self._relocate(found.same)
        changed = [
            file for file in found.changed if (file.name, file.content_hash) not in self._declined
        ]
        lost = [file for file in found.missing if _folder(file) not in self._left]
        if changed:
            self._offer_changed(changed)
        elif lost:
            self._offer_missing(lost)
        else:
            self.sheets.check()

    def _relocate(self, files: Iterable[SourceFile]) -> None:
        files = list(files)
        frames = {frame.name: frame for frame in self._document.frames}
        unread = [file for file in files if file.name in frames and not frames[file.name].ready]
        with suppress(InputError):
            self._document.relocate(files)
            if unread:
                self._workspace.propose_again()

    # Changed drawings

    def _offer_changed(self, files: list[SourceFile]) -> None:
        one = self.tr("%2 was changed since it was read").replace("%2", files[0].name)
        text = counted(len(files), one, self.tr("%1 drawings were changed since they were read"))
        ways: list[tuple[str, Callable[[], object]]] = [
            (self.tr("&Take Over"), lambda: self.take_over(files)),
            (self.tr("&Not Now"), lambda: self._decline(files)),
        ]
        self._offer(text, ways)

    def _decline(self, files: list[SourceFile]) -> None:
        self._declined |= {(file.name, file.content_hash) for file in files}
        self._offer("", ())
        self.check()

    def take_over(self, files: Sequence[SourceFile]) -> None:
        """Read changed drawings again; decisions stay with the segments that go on."""
        self._offer("", ())
        document = self._document
        lines = document.settings.lines
        asked = []
        for file in files:
            index = document.frame_index(file.name)
            frame = document.frames[index] if index >= 0 else None
            if frame is not None and frame.ready:
                request = LoadFrame(file.name, file.path, lines, retouch=frame.retouch)
                asked.append((request, frame.map_now(), frame.lost))

        def work(cancel: Cancel) -> tuple[list[Redrawn], list[str]]:
            made, problems = [], []
            for request, old, lost in asked:
                cancel.check()
                loaded = load_frame(request, read_image)
                if loaded.packed is None:
                    problems.append(loaded.problem)
                else:
                    made.append(redraw(request.frame, old, lost, loaded))
            return made, problems

        def done(answer: tuple[list[Redrawn], list[str]]) -> None:
            self._land(answer[0], files)
            for problem in answer[1]:
                self._workspace.problem_raised.emit(problem)

        self._workspace.helper.ask("redraw", work, done)

    def _land(self, made: Sequence[Redrawn], files: Sequence[SourceFile]) -> None:
        document = self._document
        fitting = [
            new for new in made if new.fits(document.frames[document.frame_index(new.frame)])
        ]
        if fitting:
            name = f"Take over changed drawing {fitting[0].frame}"
            if len(fitting) > 1:
                name = f"Take over {len(fitting)} changed drawings"
            atoms = tuple(atom for new in fitting for atom in new.atoms)
            self._desk.edit(lambda: document.do(Edit(name, atoms)))
            kept, lost = sum(new.kept for new in fitting), sum(new.lost for new in fitting)
            text = counted(kept, self.tr("1 decision kept"), self.tr("%1 decisions kept"))
            if lost:
                one = self.tr("1 found no segment")
                text += ", " + counted(lost, one, self.tr("%1 found no segment"))
            self.noted.emit(text)
            self.taken_over.emit(lost)
        hashes = {frame.name: frame.content_hash for frame in document.frames}
        self._relocate(file for file in files if hashes.get(file.name) == file.content_hash)
        # What was painted on meanwhile is worked out anew, and what else there is comes next.
        self.check()

    # Missing files

    def _offer_missing(self, files: list[SourceFile]) -> None:
        folder = _folder(files[0])
        group = [file for file in files if _folder(file) == folder]
        one = self.tr("%3 is not in %2 any more; you can paint on without it")
        many = self.tr("%1 drawings are not in %2 any more; you can paint on without them")
        text = counted(len(group), one, many).replace("%2", str(folder))
        text = text.replace("%3", group[0].path.name if group[0].path else group[0].name)
        ways: list[tuple[str, Callable[[], object]]] = [
            (self.tr("&Find Folder..."), lambda: self.find_in_folder(files, folder)),
            (self.tr("&Not Now"), lambda: self._leave(folder)),
        ]
        self._offer(text, ways)

    def _leave(self, folder: Path) -> None:
        self._left.add(folder)
        self._offer("", ())
        self.check()

    def find_in_folder(self, files: Sequence[SourceFile], old: Path) -> None:
        """Ask where the files of a folder are now, and look for all missing ones there."""
        chosen = self._ask_folder(old)
        if chosen is None:
            return
        self._offer("", ())

        def work(cancel: Cancel) -> tuple[dict[str, SourceFile], dict[str, SourceFile]]:
            found = find_sources(files, [chosen], cancel.is_set)
            rest = [file for file in files if file.name not in found]
            named = {
                name: SourceFile(name, path, file_hash(path), stamp_of(path))
                for name, path in find_by_name(rest, chosen).items()
            }
            return found, named

        def done(answer: tuple[dict[str, SourceFile], dict[str, SourceFile]]) -> None:
            self._land_found(chosen, files, *answer)

        self._workspace.helper.ask("sources", work, done)

    def _land_found(
        self,
        chosen: Path,
        files: Sequence[SourceFile],
        found: dict[str, SourceFile],
        named: dict[str, SourceFile],
    ) -> None:
        if not found and not named:
            text = self.tr("none of the drawings is in %1; choose another folder")
            self._workspace.problem_raised.emit(text.replace("%1", str(chosen)))
            self._offer_missing(list(files))
            return
        with suppress(InputError):
            before = self._document.view.get(FOLDERS)
            folders = [*(before if isinstance(before, list) else []), str(chosen)][-8:]
            self._document.set_view(FOLDERS, folders)
        # What has the name but another content lies there, too; taking it over is offered.
        known = {file.name: file.content_hash for file in files}
        moved = [
            SourceFile(file.name, file.path, known[file.name], NO_STAMP) for file in named.values()
        ]
        self._relocate([*found.values(), *moved])
        self.check()


def _folder(file: SourceFile) -> Path:
    return file.path.parent if file.path else Path()
