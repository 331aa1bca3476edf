"""The open document and its worker: opens, saves, exports, and lets nothing late through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from paintassist.core.errors import InputError
from paintassist.core.palette import Palette
from paintassist.document.changes import Change, ChangeKind
from paintassist.document.document import Document
from paintassist.document.pipeline import Proposer
from paintassist.document.queue import RequestQueue
from paintassist.document.requests import Failed, LoadFrame, Progress, Request, Result
from paintassist.document.session import Session
from paintassist.document.store import Settings
from paintassist.engines.base import Engine
from paintassist.io.colorbook import read_colorbook
from paintassist.io.drafts import Draft
from paintassist.io.images import read_image
from paintassist.io.project_file import open_project, same_file, save_copy
from paintassist.ui.helper import Helper
from paintassist.ui.opening import SheetFiles, is_project, odd_sizes, plan_opening, with_own_names
from paintassist.ui.whereabouts import Whereabouts
from paintassist.ui.worker import Inbox, Worker, WorkerThread
from paintassist.ui.works import Work, Works

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
        self._thread = WorkerThread()
        self._thread.setObjectName("worker")
        self._worker = Worker()
        self._worker.moveToThread(self._thread)
        self._woken.connect(self._worker.work)
        self._inbox_opened.connect(self._worker.open_inbox)
        self._worker.answered.connect(self._on_answered)
        self._worker.thumbnail_made.connect(self._on_thumbnail_made)
        self._worker.worked.connect(self._on_worked)
        self._worker.device_found.connect(self.device_found)
        self._works = Works(self._worker, self)
        self._works.progressed.connect(self.progressed)
        self._works.work_progressed.connect(self.work_progressed)
        self._works.work_ended.connect(self._on_work_ended)
        self._thread.start()
        self.helper = Helper(self)
        self.helper.failed.connect(self.problem_raised)
        self.helper.rested.connect(self._on_rested)
        self._begin(Document(), "")

    # Documents

    def _begin(self, document: Document, title: str, draft: Path | None = None) -> None:
        """Take another document into the hand, in a place of its own."""
        self._place = Whereabouts(document, draft)
        self._show(document, title)

    def _show(self, document: Document, title: str) -> None:
        self.document, self.title = document, title
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
        self.session.close()
        self.queue.close()
        self._place.end()

    def take(self, document: Document) -> None:
        """Go on with another document in the same file, as after going back to a version."""
        self.session.close()
        self.queue.close()
        self._place.go_on_with(document)
        self._show(document, self.title)

    def let_go_of_file(self) -> None:
        """Go on in memory: the file cannot be written. Everything is unsaved work then."""
        self._place.let_go_of_file()

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
        document = Document()
        document.paints.take_in(Palette(book))
        # Undo is for what the painter did; what was opened stays open.
        document.history.clear()
        self._end()
        self._begin(document, opening.title)
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
        return self._place.is_unsaved

    @property
    def is_kept(self) -> bool:
        """Whether every edit is kept at once in a file that the painter named."""
        return self._place.is_kept

    def save_as(self, path: Path) -> None:
        """Write the document to a new project file and keep every later edit there.

        Raises
        ------
        InputError
            If it cannot be written.
        """
        draft_went = self._place.save_as(path)
        self.title = path.stem
        if draft_went:
            self.document_changed.emit(Change(ChangeKind.STORE))

    def keep_draft(self) -> None:
        """Keep what has no project file yet in a draft, from now on every edit at once.

        Raises
        ------
        InputError
            If it cannot be written.
        """
        self._place.keep_draft(self.title)

    def open_draft(self, draft: Draft) -> None:
        """Open what a window left that is no more; it is unsaved work.

        Raises
        ------
        InputError
            If it cannot be opened.
        """
        document = open_project(draft.path)
        self._end()
        self._begin(document, draft.title, draft.path)

    def discard(self) -> None:
        """Note that the painter does not want what is unsaved."""
        self._place.discard()

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
        self._works.cancel()

    def cancel_work(self, work: Work) -> None:
        """Give up one work beside the proposing; what it has done stays."""
        self._works.cancel(work)

    def do(self, name: str, work: Work) -> None:
        """Let the worker do something; `name` is for the progress bar."""
        self._works.hand_over(name, work)
        self._woken.emit()

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return self._worked < self._posted or self._works.busy or self.helper.busy

    @property
    def is_running(self) -> bool:
        """Whether the worker thread lives."""
        return self._thread.isRunning()

    def close(self) -> None:
        """Stop the worker and wait for it; safe to call twice."""
        if not self.is_running:
            return
        self._end()
        self._works.cancel()
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
        if change.kind is ChangeKind.HISTORY and self._place.is_only_opened:
            # Undo is for what the painter did; what was opened stays open.
            self.document.history.clear()
        self.document_changed.emit(change)
        if change.kind is ChangeKind.SETTINGS and self._engine != engine_of(self.document.settings):
            self._change_engine()

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

    @Slot(object, str)
    def _on_work_ended(self, work: Work, problem: str) -> None:
        self.work_ended.emit(work, problem)
        self._on_rested()


def engine_of(settings: Settings) -> tuple[str, str]:
    """Return what settings say of the engine: its name and its model's."""
    return settings.engine, settings.model
