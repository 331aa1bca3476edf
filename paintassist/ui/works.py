"""Work beside the proposing, such as an export: handed to the worker and followed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from paintassist.ui.worker import Job, Worker


class Work(Protocol):
    """Something to do beside the proposing."""

    def steps(self) -> Iterator[tuple[int, int]]:
        """Do it in the worker; yields (done, total); raises `InputError` for the painter."""
        ...


class Works(QObject):
    """What the worker has to do beside the proposing, until it is through with it.

    Signals
    -------
    progressed : name for the progress bar, done, total.
    work_progressed : Work, done, total.
    work_ended : Work, sentence of the problem or "".
    """

    progressed = Signal(str, int, int)
    work_progressed = Signal(object, int, int)
    work_ended = Signal(object, str)

    def __init__(self, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._jobs: dict[int, tuple[Job, Work]] = {}
        worker.job_progressed.connect(self._on_job_progressed)
        worker.job_ended.connect(self._on_job_ended)

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._jobs)

    def hand_over(self, name: str, work: Work) -> None:
        """Put work where the worker finds it when it is woken."""
        job = Job(name, work.steps, threading.Event())
        self._jobs[id(job)] = (job, work)
        self._worker.jobs.append(job)

    def cancel(self, work: Work | None = None) -> None:
        """Give up one work, or all; what is done stays."""
        for job, under_way in self._jobs.values():
            if work is None or under_way is work:
                job.cancel.set()

    @Slot(object, int, int)
    def _on_job_progressed(self, job: Job, done: int, total: int) -> None:
        self.progressed.emit(job.name, done, total)
        if id(job) in self._jobs:
            self.work_progressed.emit(self._jobs[id(job)][1], done, total)

    @Slot(object, str)
    def _on_job_ended(self, job: Job, problem: str) -> None:
        _, work = self._jobs.pop(id(job))
        self.work_ended.emit(work, problem)
