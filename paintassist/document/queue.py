"""The worker's inbox, and how what waits there is answered."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from paintassist.document.pipeline import Cancelled, Proposer
from paintassist.document.requests import (
    Failed,
    LoadFrame,
    LoadSheet,
    PassOn,
    Refresh,
    Request,
    Reset,
    Result,
    SetReference,
    SetTones,
    Warm,
)

# Requests of at most this rank interrupt others: the painter waits for them.
URGENT = 1
RANKS: dict[type, int] = {
    Reset: 0,
    SetReference: 1,
    SetTones: 1,
    LoadSheet: 3,
    LoadFrame: 4,
    Refresh: 5,
    PassOn: 6,
    Warm: 7,
}


def rank(request: Request) -> int:
    """Return how long a request can wait; smaller is sooner."""
    if isinstance(request, LoadFrame) and request.urgent:
        return 2
    return RANKS[type(request)]


def subject(request: Request) -> tuple[type, str]:
    """Return what a request is about; a newer one about the same replaces it."""
    about = ""
    if isinstance(request, SetReference):
        about = request.page
    elif isinstance(request, LoadFrame):
        about = request.frame
    elif isinstance(request, LoadSheet):
        about = request.name
    return type(request), about


class RequestQueue:
    """Requests ordered by urgency, then age; thread-safe.

    A newer request about the same thing replaces the older one. A `Reset` forgets all that
    is waiting and cancels what is running.

    Attributes
    ----------
    cancel : threading.Event
        For `Proposer.run`; set while the running request is unwanted.
    """

    def __init__(self) -> None:
        self._waiting: dict[tuple[type, str], Request] = {}
        self._ready = threading.Condition()
        self._closed = False
        self.cancel = threading.Event()

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, request: Request) -> None:
        """Add a request; ignored once the queue is closed."""
        with self._ready:
            if self._closed:
                return
            if isinstance(request, Reset):
                self._waiting.clear()
                self.cancel.set()
            self._waiting[subject(request)] = request
            self._ready.notify()

    def take(self, timeout: float | None = None) -> Request | None:
        """Wait for the most urgent request; None after `timeout` seconds or `close`."""
        with self._ready:
            self._ready.wait_for(lambda: self._waiting or self._closed, timeout)
            request = self._pop(rank_limit=max(RANKS.values()))
            if request is not None:
                self.cancel.clear()
            return request

    def take_urgent(self) -> Request | None:
        """Return a request that must not wait for the running one, None if there is none."""
        with self._ready:
            return None if self.cancel.is_set() else self._pop(rank_limit=URGENT)

    def coming_frames(self, most: int = 2) -> list[LoadFrame]:
        """Return the frames that will be loaded next, without taking them."""
        with self._ready:
            frames = [item for item in self._waiting.values() if isinstance(item, LoadFrame)]
            return sorted(frames, key=rank)[:most]

    def clear(self) -> None:
        """Forget what is waiting and cancel what is running.

        What the worker has to know lest its next answer be wrong it is still told, without
        answering: resets, and references that came and went.
        """
        with self._ready:
            kept: dict[tuple[type, str], Request] = {}
            for about, request in self._waiting.items():
                if isinstance(request, SetReference):
                    kept[about] = replace(request, quiet=True)
                elif isinstance(request, Reset):
                    kept[about] = request
            self._waiting = kept
            self.cancel.set()

    def close(self) -> None:
        """Cancel, forget, and make `take` return None for good."""
        with self._ready:
            self._closed = True
            self._waiting.clear()
            self.cancel.set()
            self._ready.notify_all()

    def _pop(self, rank_limit: int) -> Request | None:
        best = min(self._waiting.items(), key=lambda item: rank(item[1]), default=None)
        if best is None or rank(best[1]) > rank_limit:
            return None
        return self._waiting.pop(best[0])


def answer(
    proposer: Proposer,
    queue: RequestQueue,
    request: Request,
    hand_over: Callable[[Result], None],
) -> None:
    """Answer one request; corrections are answered between two of its results.

    An error becomes a `Failed` result: the worker outlives any engine.

    Parameters
    ----------
    hand_over : function of Result
        Called in this thread; passes the result on to the document's thread.
    """
    try:
        for result in proposer.run(request, queue.cancel):
            hand_over(result)
            while (urgent := queue.take_urgent()) is not None:
                answer(proposer, queue, urgent, hand_over)
    except Cancelled:
        pass
    except Exception as error:
        hand_over(Failed(request, error, request.generation))
