"""An observer of twenty lines, so that the document can tell Qt without knowing it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Signal(Generic[T]):
    """Calls every connected function with one value, in order of connection.

    Not thread-safe: connect and emit in the thread that owns the document.
    """

    def __init__(self) -> None:
        self._slots: list[Callable[[T], None]] = []

    def connect(self, slot: Callable[[T], None]) -> Callable[[], None]:
        """Call `slot` from now on; the returned function disconnects it again."""
        self._slots.append(slot)
        return lambda: self.disconnect(slot)

    def disconnect(self, slot: Callable[[T], None]) -> None:
        """Stop calling `slot`; unknown ones are ignored."""
        if slot in self._slots:
            self._slots.remove(slot)

    def emit(self, value: T) -> None:
        """Call every slot that is connected now."""
        for slot in tuple(self._slots):
            slot(value)
