"""Undo and redo: two stacks of edits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from paintassist.document.edits import Edit

BUDGET = 256 * 1024 * 1024


class History:
    """What can be undone and redone, newest last; unlimited within a budget of bytes.

    Attributes
    ----------
    done, undone : list of Edit
    budget : int
        Bytes of all edits together; beyond it the oldest are forgotten, the newest never.
    forgotten : int
        How many edits were.
    """

    def __init__(self, budget: int = BUDGET) -> None:
        self.done: list[Edit] = []
        self.undone: list[Edit] = []
        self.budget = budget
        self.forgotten = 0
        self._in_gesture = False

    @property
    def undo_name(self) -> str:
        """Name of the edit that undo would take back; empty if there is none."""
        return self.done[-1].name if self.done else ""

    @property
    def redo_name(self) -> str:
        """Name of the edit that redo would repeat; empty if there is none."""
        return self.undone[-1].name if self.undone else ""

    @property
    def count(self) -> int:
        """How many edits can be undone or redone."""
        return len(self.done) + len(self.undone)

    def name(self, step: int) -> str:
        """Return the name of an edit, 0 = oldest, counting what is undone, too."""
        undone = step - len(self.done)
        return self.done[step].name if undone < 0 else self.undone[-1 - undone].name

    def push(self, edit: Edit) -> None:
        """Remember a new edit; what was undone before cannot be redone any more."""
        self.done.append(edit)
        self.undone.clear()
        self._keep_budget()

    def clear(self) -> None:
        """Forget everything, as after opening."""
        self.done.clear()
        self.undone.clear()
        self.forgotten = 0

    @contextmanager
    def gesture(self, name: str) -> Iterator[None]:
        """Make one undo item of all edits pushed inside; gestures do not nest."""
        start = len(self.done)
        self._in_gesture = True
        try:
            yield
        finally:
            self._in_gesture = False
            parts = self.done[start:]
            if parts:
                atoms = tuple(atom for part in parts for atom in part.atoms)
                self.done[start:] = [Edit(name, atoms)]
            self._keep_budget()

    def _keep_budget(self) -> None:
        if self._in_gesture:
            return
        left, kept = self.budget, 0
        for edit in reversed(self.done):
            left -= edit.nbytes
            if left < 0 and kept:
                break
            kept += 1
        extra = len(self.done) - kept
        del self.done[:extra]
        self.forgotten += extra
