"""A second thread for questions that the window asks about pictures: it never waits for one."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

from paintassist.core.errors import InputError
from paintassist.document.pipeline import Cancelled

log = logging.getLogger(__name__)


class Cancel:
    """Tells a question under way that nobody waits for its answer any more."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def set(self) -> None:
        """Ask to stop."""
        self._event.set()

    def is_set(self) -> bool:
        """Return whether to stop."""
        return self._event.is_set()

    def check(self) -> None:
        """Stop here if that was asked for.

        Raises
        ------
        Cancelled
        """
        if self._event.is_set():
            raise Cancelled


@dataclass(frozen=True, eq=False)
class Question:
    """What is asked.

    Attributes
    ----------
    subject : str
        A newer question about the same subject replaces the older one.
    work : function of Cancel
        Called in the helper's thread; works on frozen values only.
    done : function of what `work` returned
        Called in the window's thread, unless the answer is late.
    urgent : bool
        The painter waits for it.
    cancel : Cancel
    """

    subject: str
    work: Callable[[Cancel], Any]
    done: Callable[[Any], object]
    urgent: bool
    cancel: Cancel


class HelperThread(QThread):
    """Answers questions one after the other until it is finished."""

    answered = Signal(object, object, object)

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[Question] = []
        self._changed = threading.Condition()
        self._finished = False

    def put(self, question: Question) -> None:
        """Let a question wait, before all that are not urgent if it is."""
        with self._changed:
            self._waiting.append(question)
            self._changed.notify()

    def finish(self) -> None:
        """Ask to stop, and wait until what is under way has stopped."""
        with self._changed:
            self._finished = True
            self._waiting.clear()
            self._changed.notify()
        self.wait()

    def run(self) -> None:
        """Answer; called by Qt in the new thread."""
        while (question := self._take()) is not None:
            answer: object = None
            problem: Exception | None = None
            try:
                question.cancel.check()
                answer = question.work(question.cancel)
            except Cancelled:
                continue
            except InputError as error:
                problem = error
            except Exception as error:
                log.exception("the helper failed on %s", question.subject)
                problem = error
            self.answered.emit(question, answer, problem)

    def _take(self) -> Question | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._finished)
            if self._finished:
                return None
            best = next((one for one in self._waiting if one.urgent), self._waiting[0])
            self._waiting.remove(best)
            return best


class Helper(QObject):
    """The window's way to the helper thread; answers that nobody waits for are dropped.

    Signals
    -------
    failed : sentence for the painter.
    rested : the painter waits for no answer any more.
    """

    failed = Signal(str)
    rested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: dict[str, Question] = {}
        self._thread = HelperThread()
        self._thread.setObjectName("helper")
        self._thread.answered.connect(self._on_answered)
        self._thread.start(QThread.Priority.LowPriority)

    @property
    def busy(self) -> bool:
        """Whether the painter waits for an answer."""
        return any(question.urgent for question in self._open.values())

    def is_asked(self, subject: str) -> bool:
        """Tell whether a question about a subject is open."""
        return subject in self._open

    def ask(
        self,
        subject: str,
        work: Callable[[Cancel], Any],
        done: Callable[[Any], object],
        urgent: bool = True,
    ) -> None:
        """Have some work done, and be called with what it returned.

        Parameters
        ----------
        subject, work, done
            See `Question`.
        urgent : bool
            The painter waits for it: it goes before what waits already.
        """
        if not self._thread.isRunning():
            return
        self._forget(subject)
        question = self._open[subject] = Question(subject, work, done, urgent, Cancel())
        self._thread.put(question)

    def drop(self, subject: str) -> None:
        """Wait for the answer about a subject no more."""
        if self._forget(subject) and not self.busy:
            self.rested.emit()

    def drop_all(self) -> None:
        """Wait for no answer any more."""
        for subject in list(self._open):
            self.drop(subject)

    def close(self) -> None:
        """Stop the thread and wait for it; safe to call twice."""
        for subject in list(self._open):
            self._forget(subject)
        if self._thread.isRunning():
            self._thread.finish()

    def _forget(self, subject: str) -> bool:
        question = self._open.pop(subject, None)
        if question is not None:
            question.cancel.set()
        return question is not None

    @Slot(object, object, object)
    def _on_answered(self, question: Question, answer: object, problem: Exception | None) -> None:
        if self._open.get(question.subject) is not question:
            return
        del self._open[question.subject]
        if problem is None:
            question.done(answer)
        elif isinstance(problem, InputError):
            self.failed.emit(str(problem))
        else:
            sentence = self.tr("This met an error of ours (%1); the log has the details")
            self.failed.emit(sentence.replace("%1", type(problem).__name__))
        if question.urgent and not self.busy:
            self.rested.emit()
