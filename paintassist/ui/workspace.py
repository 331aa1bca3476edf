"""The open document and its worker: opens, saves, exports, and lets nothing late through."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from paintassist.core.errors import InputError
from paintassist.core.palette import Palette
from paintassist.document.changes import Change, ChangeKind
from paintassist.document.document import Document
from paintassist.document.edits import SheetAtom
from paintassist.document.pipeline import Proposer
from paintassist.document.queue import RequestQueue
from paintassist.document.requests import Failed, LoadFrame, Progress, Request, Result
from paintassist.document.session import Session
from paintassist.document.store import Settings
from paintassist.engines.base import Engine
from paintassist.io.colorbook import read_colorbook
from paintassist.io.drafts import Draft, delete_draft, new_draft
from paintassist.io.images import read_image
from paintassist.io.project_file import open_project, same_file, save_as, save_copy
from paintassist.ui.helper import Helper
from paintassist.ui.opening import SheetFiles, is_project, odd_sizes, plan_opening, with_own_names
from paintassist.ui.worker import Inbox, Job, Worker, WorkerThread


class Work(Protocol):
    """Something to do beside the proposing."""

    def steps(self) -> Iterator[tuple[int, int]]:
        """Do it in the worker; yields (done, total); raises `InputError` for the painter."""
        ...


MakeEngine = Callable[[Settings], Engine]


class Workspace(QObject):
    """One document at a time, the worker and helper threads, and the way between them.

    Signals
    -------
    document_opened : another document is in the hand.
    document_closing : the one in the hand is about to be let go.
    document_changed : Change.
    thumbnail_made : frame name, Thumbnail.
    problem_raised : sentence for the painter.
    progressed : what, done, total.
    settled : nothing is under way any more.
    device_found : what the network runs on, and why it is not the GPU.
    work_progressed : Work, done, total.
    work_ended : Work, sentence of the problem or "".
    """

    document_opened = Signal()
    document_closing = Signal()
    document_changed = Signal(object)
    thumbnail_made = Signal(str, object)
    problem_raised = Signal(str)
    progressed = Signal(str, int, int)
    settled = Signal()
    device_found = Signal(str, str)
    work_progressed = Signal(object, int, int)
    work_ended = Signal(object, str)

    _woken = Signal()
    _inbox_opened = Signal(object)

    def __init__(self, make_engine: MakeEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_engine = make_engine
        self._number = 0
        self._posted = self._worked = 0
        self._jobs: dict[int, tuple[Job, Work]] = {}
        self._thread = WorkerThread()
        self._thread.setObjectName("worker")
        self._worker = Worker()
        self._worker.moveToThread(self._thread)
        self._woken.connect(self._worker.work)
        self._inbox_opened.connect(self._worker.open_inbox)
        self._worker.answered.connect(self._on_answered)
        self._worker.thumbnail_made.connect(self._on_thumbnail_made)
        self._worker.worked.connect(self._on_worked)
        self._worker.failed.connect(self.problem_raised)
        self._worker.device_found.connect(self.device_found)
        self._worker.job_progressed.connect(self._on_job_progressed)
        self._worker.job_ended.connect(self._on_job_ended)
        self._thread.start()
        self.helper = Helper(self)
        self.helper.failed.connect(self.problem_raised)
        self.helper.rested.connect(self._on_rested)
        self.title = ""
        self._is_adrift = False
        self._draft: Path | None = None
        self._keeps_draft = True
        self.document = Document()
        self._begin(self.document, "")

    # Documents

    def _begin(self, document: Document, title: str) -> None:
        """Take another document into the hand; the one before is let go."""
        self.document, self.title = document, title
        self._is_adrift = False
        self.helper.drop_all()
        self._number += 1
        self._posted = self._worked = 0
        self.queue = RequestQueue()
        self.session = Session(document, self._post)
        self.session.problems.connect(self.problem_raised.emit)
        self.session.failures.connect(self._on_failure)
        self.session.progress.connect(self._on_session_progress)
        document.changed.connect(self._on_document_changed)
        self._open_inbox()
        self.document_opened.emit()
        self.session.start()

    def _open_inbox(self) -> None:
        """Let the worker serve the queue of now, with the engine that the project names."""
        self._engine = engine_of(self.document.settings)
        settings, make = self.document.settings, self._make_engine
        self._inbox_opened.emit(
            Inbox(self._number, self.queue, lambda: Proposer(make(settings), read_image))
        )

    def _change_engine(self) -> None:
        """Propose everything anew with another engine; decisions stay."""
        self.queue.close()
        self.queue = RequestQueue()
        self._open_inbox()
        self.session.start()

    def _end(self) -> None:
        """Let go of the document; its store is closed, its work given up."""
        self.document_closing.emit()
        self._keeps_draft = self._keeps_draft and self.is_unsaved
        self.session.close()
        self.queue.close()
        if self.document.store:
            self.document.store.close()
        if self._draft is not None and not self._keeps_draft:
            delete_draft(self._draft)
        self._draft, self._keeps_draft = None, True

    def take(self, document: Document) -> None:
        """Go on with another document in the same file, as after going back to a version."""
        self.session.close()
        self.queue.close()
        self._begin(document, self.title)

    def let_go_of_file(self) -> None:
        """Go on in memory: the file cannot be written. Everything is unsaved work then."""
        self._is_adrift = True
        self._draft = None
        self.document.attach(None)

    def new(self, title: str = "") -> None:
        """Start with an empty document."""
        self._end()
        self._begin(Document(), title)

    def open_path(self, path: Path) -> None:
        """Open a project, a folder of frames or an image, in place of what is open.

        Raises
        ------
        InputError
            If it cannot be opened; then nothing changed.
        """
        if is_project(path):
            document = self._open_project(path)
            self._end()
            self._begin(document, path.stem)
            return
        opening = plan_opening(path)
        book = read_colorbook(opening.book) if opening.book is not None else []
        self.new(opening.title)
        if opening.book is not None:
            with self.document.gesture(f"Import palette {opening.book.name}"):
                self.document.paints.take_in(Palette(book))
        self.add_frames(opening.frames)
        self.add_sheets(opening.sheets)
        for note in opening.notes:
            self.problem_raised.emit(note)

    def _open_project(self, path: Path) -> Document:
        """Open a project; one that is open here is closed first, else it would be in our way."""
        store = self.document.store
        if store is not None and same_file(store.path, path):
            self.document_closing.emit()
            store.close()
            try:
                return open_project(path)
            except InputError:
                self.let_go_of_file()
                raise
        return open_project(path)

    def add_frames(self, frames: Sequence[tuple[str, Path]]) -> None:
        """Append frames by name and path.

        Raises
        ------
        InputError
            If a name is taken.
        """
        self.document.add_frames(frames)
        every = [(item.name, item.path) for item in self.document.frames if item.path is not None]

        def tell(sentence: str) -> None:
            if sentence:
                self.problem_raised.emit(sentence)

        self.helper.ask(
            "frame sizes", lambda cancel: odd_sizes(every, cancel.check), tell, urgent=False
        )

    def add_sheets(self, sheets: Sequence[SheetFiles]) -> None:
        """Read sheets in the worker; they land one by one."""
        taken = {sheet.name: sheet.painting or Path() for sheet in self.document.sheets}
        self.session.open_sheets(with_own_names(sheets, taken))

    @property
    def is_unsaved(self) -> bool:
        """Whether the painter did something that is in no project file."""
        if self.is_kept:
            return False
        if self._is_adrift:
            return True
        # A sheet that was opened can be opened again; everything else was work, also what the
        # painter said of a sheet's figures.
        history = self.document.history
        return history.forgotten > 0 or any(
            not any(isinstance(atom, SheetAtom) and _is_opened(atom) for atom in edit.atoms)
            for edit in history.done
        )

    @property
    def is_kept(self) -> bool:
        """Whether every edit is kept at once in a file that the painter named."""
        return self.document.store is not None and self._draft is None

    def save_as(self, path: Path) -> None:
        """Write the document to a new project file and keep every later edit there.

        Raises
        ------
        InputError
            If it cannot be written.
        """
        save_as(self.document, path)
        self._is_adrift = False
        self.title = path.stem
        if self._draft is not None:
            delete_draft(self._draft)
            self._draft = None
            self.document_changed.emit(Change(ChangeKind.STORE))

    def keep_draft(self) -> None:
        """Keep what has no project file yet in a draft, from now on every edit at once.

        Raises
        ------
        InputError
            If it cannot be written.
        """
        if self.document.store is None and self.is_unsaved:
            self._draft = new_draft(self.title)
            try:
                save_as(self.document, self._draft)
            except InputError:
                self._draft = None
                raise

    def open_draft(self, draft: Draft) -> None:
        """Open what a window left that is no more; it is unsaved work.

        Raises
        ------
        InputError
            If it cannot be opened.
        """
        document = open_project(draft.path)
        self._end()
        self._begin(document, draft.title)
        self._draft, self._is_adrift = draft.path, True
        self.document_changed.emit(Change(ChangeKind.STORE))

    def discard(self) -> None:
        """Note that the painter does not want what is unsaved."""
        self._keeps_draft = False

    def save_copy(self, path: Path) -> None:
        """Write the document to another file and go on as before.

        Raises
        ------
        InputError
            If it cannot be written.
        """
        save_copy(self.document, path)

    # Work

    def propose_again(self) -> None:
        """Ask for everything that is not known yet, as after a cancel."""
        self.session.start()

    def cancel(self) -> None:
        """Give up what is under way and what waits; what has landed stays."""
        self.queue.clear()
        self.helper.drop_all()
        for job, _ in self._jobs.values():
            job.cancel.set()

    def cancel_work(self, work: Work) -> None:
        """Give up one work beside the proposing; what it has done stays."""
        for job, under_way in self._jobs.values():
            if under_way is work:
                job.cancel.set()

    def do(self, name: str, work: Work) -> None:
        """Let the worker do something; `name` is for the progress bar."""
        job = Job(name, work.steps, threading.Event())
        self._jobs[id(job)] = (job, work)
        self._worker.jobs.append(job)
        self._woken.emit()

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return self._worked < self._posted or bool(self._jobs) or self.helper.busy

    @property
    def is_running(self) -> bool:
        """Whether the worker thread lives."""
        return self._thread.isRunning()

    def close(self) -> None:
        """Stop the worker and wait for it; safe to call twice."""
        if not self.is_running:
            return
        self._end()
        for job, _ in self._jobs.values():
            job.cancel.set()
        self._thread.finish()
        self.helper.close()
        self._worker.close()
        # What the worker still had posted to us must find nobody home.
        self._number += 1
        self._worker.deleteLater()

    def _post(self, request: Request) -> None:
        self.queue.put(request)
        self._posted += 1
        self._woken.emit()
        if isinstance(request, LoadFrame):
            self.progressed.emit(self.tr("Reading frames"), 0, 0)

    # What comes back

    def _on_document_changed(self, change: Change) -> None:
        if change.kind is ChangeKind.HISTORY and self._is_only_opened:
            # Undo is for what the painter did; what was opened stays open.
            self.document.history.clear()
        self.document_changed.emit(change)
        if change.kind is ChangeKind.SETTINGS and self._engine != engine_of(self.document.settings):
            self._change_engine()

    @property
    def _is_only_opened(self) -> bool:
        history = self.document.history
        if self.is_kept or self.is_unsaved:
            return False
        return bool(history.done) and not history.undone

    @Slot(int, object)
    def _on_answered(self, number: int, result: object) -> None:
        if number != self._number:
            return
        if isinstance(result, Result):
            self.session.land(result)

    def _on_failure(self, failure: Failed) -> None:
        kind = type(failure.error).__name__
        sentence = self.tr("Proposing met an error of ours (%1); the log has the details")
        self.problem_raised.emit(sentence.replace("%1", kind))

    def _on_session_progress(self, progress: Progress) -> None:
        if progress.what == "frames":
            self.progressed.emit(self.tr("Frames"), progress.done, progress.total)

    @Slot(int, str, object)
    def _on_thumbnail_made(self, number: int, frame: str, thumbnail: object) -> None:
        if number == self._number:
            self.thumbnail_made.emit(frame, thumbnail)

    @Slot(int)
    def _on_worked(self, number: int) -> None:
        if number != self._number:
            return
        self._worked += 1
        if not self.busy:
            self._settle()

    @Slot()
    def _on_rested(self) -> None:
        if not self.busy:
            self._settle()

    def _settle(self) -> None:
        self._posted = self._worked = 0
        self.settled.emit()

    @Slot(object, int, int)
    def _on_job_progressed(self, job: Job, done: int, total: int) -> None:
        self.progressed.emit(job.name, done, total)
        if id(job) in self._jobs:
            self.work_progressed.emit(self._jobs[id(job)][1], done, total)

    @Slot(object, str)
    def _on_job_ended(self, job: Job, problem: str) -> None:
        _, work = self._jobs.pop(id(job))
        self.work_ended.emit(work, problem)
        if not self.busy:
            self._settle()


def engine_of(settings: Settings) -> tuple[str, str]:
    """Return what settings say of the engine: its name and its model's."""
    return settings.engine, settings.model


def _is_opened(atom: SheetAtom) -> bool:
    """Tell a sheet that was opened as it is from one whose figures the painter chose."""
    return atom.new is None or atom.new.figure is None
