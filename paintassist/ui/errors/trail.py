"""What was done last, for reports. Knows no Qt."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

MOST = 40


class Trail:
    """Names of the last actions with the seconds since; nothing of what they were done to.

    Parameters
    ----------
    now : function
        Returns seconds; a clock that only goes on.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._steps: deque[tuple[float, str]] = deque(maxlen=MOST)

    def note(self, what: str) -> None:
        """Remember that something was done."""
        self._steps.append((self._now(), what))

    def lines(self) -> list[str]:
        """Return one line an action, the newest last."""
        now = self._now()
        return [f"{now - then:8.1f} s before  {what}" for then, what in self._steps]
