"""The worker's inbox: ordered by urgency, newer requests replace older ones."""

from __future__ import annotations

import threading

from paintassist.document.requests import Request


class RequestQueue:
    """Thread-safe; two `SetReference` of one page become one, the newer."""

    def __init__(self) -> None:
        self._waiting: list[Request] = []
        self._ready = threading.Condition()
        self._closed = False
        self.cancel = threading.Event()

    def put(self, request: Request) -> None:
        """Add a request; corrections come before loading."""
        raise NotImplementedError

    def take(self, timeout: float | None = None) -> Request | None:
        """Wait for the most urgent request; None after `timeout` seconds or `close`."""
        raise NotImplementedError

    def clear(self) -> None:
        """Forget what is waiting and cancel what is running."""
        raise NotImplementedError

    def close(self) -> None:
        """Cancel, forget, and make `take` return None for good."""
        raise NotImplementedError
