"""How long the rest takes, from the painter's own pace. Knows no Qt."""

from __future__ import annotations

from collections import deque

# A longer silence is a break and no work.
LONGEST_PAUSE = 60.0
# The pace is that of the last so many steps; fewer than `FEWEST` tell nothing.
STEPS, FEWEST = 40, 5


class Pace:
    """Watches how many segments are left, and when.

    Work given back (undo) takes no time of its own; a step that decides many segments counts
    with all of them.
    """

    def __init__(self) -> None:
        self._left: int | None = None
        self._time = 0.0
        self._steps: deque[tuple[int, float]] = deque(maxlen=STEPS)

    def restart(self) -> None:
        """Forget everything: other work begins."""
        self._left = None
        self._steps.clear()

    def note(self, left: int, now: float) -> None:
        """Take down how many segments are left at a time in seconds."""
        if self._left is not None and left < self._left:
            self._steps.append((self._left - left, min(now - self._time, LONGEST_PAUSE)))
        if left != self._left:
            self._left, self._time = left, now

    def minutes_left(self) -> int | None:
        """Return the minutes that the rest takes, at least 1; None as long as nobody knows."""
        if len(self._steps) < FEWEST or not self._left:
            return None
        decided = sum(count for count, _ in self._steps)
        seconds = sum(duration for _, duration in self._steps)
        return max(round(self._left * seconds / decided / 60), 1)
