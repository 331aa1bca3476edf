"""How jobs tell what they are doing, without knowing who listens."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int, str], None]
"""Called with frames done, frames in all, and the name of the frame at work."""

Notify = Callable[[str], None]
"""Called with one sentence for the painter."""


def no_progress(done: int, total: int, name: str) -> None:
    """Ignore progress."""


def no_notice(sentence: str) -> None:
    """Ignore a sentence."""
