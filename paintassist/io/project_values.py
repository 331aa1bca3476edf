"""What the readers of a project file check with."""

from __future__ import annotations

MAX_SIDE = 100_000
MAX_PIXELS = 100_000_000
MAX_ROWS = 100_000


class DamagedError(ValueError):
    """A row that no PaintAssist wrote."""


def require(condition: object, what: str) -> None:
    """Raise `DamagedError` unless something is as it must be."""
    if not condition:
        raise DamagedError(what)
