"""Undo and redo: two stacks of edits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from paintassist.document.edits import Edit


class History:
    """What can be undone and redone, newest last; unlimited."""

    def __init__(self) -> None:
        self.done: list[Edit] = []
        self.undone: list[Edit] = []

    @property
    def undo_name(self) -> str:
        """Name of the edit that undo would take back; empty if there is none."""
        return self.done[-1].name if self.done else ""

    @property
    def redo_name(self) -> str:
        """Name of the edit that redo would repeat; empty if there is none."""
        return self.undone[-1].name if self.undone else ""

    def push(self, edit: Edit) -> None:
        """Remember a new edit; what was undone before cannot be redone any more."""
        self.done.append(edit)
        self.undone.clear()

    def clear(self) -> None:
        """Forget everything, as after opening."""
        self.done.clear()
        self.undone.clear()

    @contextmanager
    def gesture(self, name: str) -> Iterator[None]:
        """Make one undo item of all edits pushed inside; gestures do not nest."""
        start = len(self.done)
        try:
            yield
        finally:
            parts = self.done[start:]
            if parts:
                atoms = tuple(atom for part in parts for atom in part.atoms)
                self.done[start:] = [Edit(name, atoms)]
