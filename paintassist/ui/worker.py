"""The one worker thread: segments, encodes, matches and exports; touches no widget."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QThread, Signal, Slot

from paintassist.core.errors import InputError
from paintassist.document.packing import unpack_segments
from paintassist.document.pipeline import READERS, Proposer
from paintassist.document.queue import RequestQueue, answer
from paintassist.document.requests import Failed, LoadedFrame, Request, Result
from paintassist.engines.ahead import batch_of, device_of
from paintassist.ui.canvas.thumbnail import make_thumbnail
from paintassist.ui.panels.strip import THUMBNAIL

log = logging.getLogger(__name__)

# Thumbnails are made for screens with two device pixels a unit.
THUMBNAIL_DEVICE = THUMBNAIL[0] * 2, THUMBNAIL[1] * 2


@dataclass(frozen=True, eq=False)
class Inbox:
    """Where one document's requests wait, and how to get what answers them.

    Attributes
    ----------
    number : int
        Results carry it, so that those for a document that was closed can be dropped.
    queue : RequestQueue
    make_proposer : function
        Called in the worker; loading a model takes seconds.
    """

    number: int
    queue: RequestQueue
    make_proposer: Callable[[], Proposer]


@dataclass(frozen=True, eq=False)
class Job:
    """Work beside the requests, such as an export; it goes first.

    Attributes
    ----------
    name : str
        For the progress bar.
    steps : function
        Does the work step by step and yields (done, total).
    cancel : threading.Event
    """

    name: str
    steps: Callable[[], Iterator[tuple[int, int]]]
    cancel: threading.Event


class Worker(QObject):
    """Lives in the worker thread; every signal arrives queued.

    Signals
    -------
    answered : inbox number, Result.
    device_found : what the network runs on, and why it is not the GPU.
    thumbnail_made : inbox number, frame name, Thumbnail.
    worked : inbox number; one request is over, whatever came of it.
    job_progressed : Job, done, total.
    job_ended : Job, sentence of the problem or "".
    """

    answered = Signal(int, object)
    device_found = Signal(str, str)
    thumbnail_made = Signal(int, str, object)
    worked = Signal(int)
    job_progressed = Signal(object, int, int)
    job_ended = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.jobs: deque[Job] = deque()
        self._inbox: Inbox | None = None
        self._proposer: Proposer | None = None
        self._device: tuple[str, str] | None = None

    @Slot(object)
    def open_inbox(self, inbox: Inbox) -> None:
        """Serve another document from now on."""
        self.close()
        self._inbox = inbox

    def close(self) -> None:
        """Let go of the document; called in this thread, or once it has ended."""
        if self._proposer is not None:
            self._proposer.close()
        self._inbox = self._proposer = None

    @Slot()
    def work(self) -> None:
        """Do one job or answer one request, if there is one."""
        if QThread.currentThread().isInterruptionRequested():
            return
        if self.jobs:
            self._do_job(self.jobs.popleft())
            return
        inbox = self._inbox
        if inbox is None:
            return
        request = inbox.queue.take(0)
        if request is not None:
            self._answer(inbox, request)
            if self._proposer is not None:
                # A device that failed was left for another.
                self._tell_device()
        self.worked.emit(inbox.number)

    def _answer(self, inbox: Inbox, request: Request) -> None:
        """Answer a request; the first of a document makes the engine."""
        hand_over = partial(self._hand_over, inbox.number)
        try:
            if self._proposer is None:
                self._proposer = inbox.make_proposer()
                self._tell_device()
            most = max(READERS, batch_of(self._proposer.engine))
            self._proposer.read_ahead(inbox.queue.coming_frames(most))
        except Exception as error:
            hand_over(Failed(request, error, request.generation))
        else:
            answer(self._proposer, inbox.queue, request, hand_over)

    def _answer_urgent(self) -> None:
        """Answer what cannot wait for the end of a job: a correction spreads at once."""
        inbox = self._inbox
        if inbox is None or self._proposer is None:
            return
        while (urgent := inbox.queue.take_urgent()) is not None:
            self._answer(inbox, urgent)

    def _tell_device(self) -> None:
        """Say what the network runs on, if it is not what was said before."""
        assert self._proposer is not None
        device = device_of(self._proposer.engine)
        if device != self._device:
            self._device = device
            self.device_found.emit(*device)

    def _hand_over(self, number: int, result: Result) -> None:
        if isinstance(result, Failed) and not isinstance(result.error, InputError):
            name = type(result.request).__name__
            log.error("the worker failed on %s", name, exc_info=result.error)
        self.answered.emit(number, result)
        if isinstance(result, LoadedFrame) and result.packed is not None:
            segments = result.segments or unpack_segments(result.packed)
            thumbnail = make_thumbnail(segments, THUMBNAIL_DEVICE)
            self.thumbnail_made.emit(number, result.frame, thumbnail)

    def _do_job(self, job: Job) -> None:
        problem = ""
        try:
            for done, total in job.steps():
                self.job_progressed.emit(job, done, total)
                if job.cancel.is_set():
                    break
                self._answer_urgent()
        except InputError as error:
            problem = str(error)
        except Exception:
            log.exception("%s failed", job.name)
            problem = self.tr("%1 failed; the log has the details").replace("%1", job.name)
        self.job_ended.emit(job, problem)


class WorkerThread(QThread):
    """A QThread that knows how to end."""

    def finish(self) -> None:
        """Ask to stop, and wait until what is under way has stopped."""
        self.requestInterruption()
        self.quit()
        self.wait()
