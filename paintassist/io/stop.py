"""Stopping work from another thread, also while it waits for the network."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Stopped(Exception):  # noqa: N818 - asked for, no error
    """The work was stopped by whoever asked for it."""


class Stop:
    """A wish to stop; set it from any thread."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._wake: Callable[[], object] | None = None

    @property
    def is_set(self) -> bool:
        """Whether the work shall stop."""
        return self._event.is_set()

    def set(self) -> None:
        """Ask the work to stop, and wake it if it waits."""
        with self._lock:
            self._event.set()
            if self._wake is not None:
                self._wake()

    def check(self) -> None:
        """Raise `Stopped` if the work shall stop."""
        if self.is_set:
            raise Stopped

    def sleep(self, seconds: float) -> None:
        """Wait, but not longer than until the work shall stop."""
        if self._event.wait(seconds):
            raise Stopped

    @contextmanager
    def waking(self, wake: Callable[[], object]) -> Iterator[None]:
        """Call `wake` on `set` while the block runs; it must not raise."""
        with self._lock:
            self._wake = wake
        try:
            self.check()
            yield
        finally:
            with self._lock:
                self._wake = None
