"""Undo and redo: two stacks of edits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from paintassist.document.edits import Edit

BUDGET = 128 * 1024 * 1024


@dataclass(frozen=True)
class Step:
    """What one transaction does to a history that is kept; steps count from the first ever.

    Attributes
    ----------
    first : int
        Number of the oldest step that is kept; those before are forgotten.
    done : int
        How many steps are done afterwards, forgotten ones included.
    new : Edit or None
        What happened, if it is new; it is step `done - 1`, and steps after it go.
    goes_on : bool
        Whether `new` is a further part of that step, as in a gesture.
    """

    first: int
    done: int
    new: Edit | None = None
    goes_on: bool = False


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
        self._gesture = ""
        self._gesture_start = -1
        # How many are done, the newest of them, and their bytes.
        self._counted: tuple[int, Edit | None, int] = (0, None, 0)

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

    def restore(self, edits: Sequence[Edit], done: int, forgotten: int) -> None:
        """Take a history that was kept: all edits, oldest first, and how many are done."""
        self.done, self.undone = list(edits[:done]), list(reversed(edits[done:]))
        self.forgotten = forgotten

    def step_of(self, edit: Edit) -> Step:
        """Return what `push` would do, for the store."""
        first, done = self.forgotten + self._extra(edit.nbytes), self.forgotten + len(self.done)
        if self._gesture_start < 0:
            return Step(first, done + 1, edit)
        goes_on = len(self.done) > self._gesture_start
        part = Edit(self._gesture, edit.atoms, edit.nbytes)
        return Step(self.forgotten, done + (not goes_on), part, goes_on)

    def step_to(self, done: int) -> Step:
        """Return what it means that `done` of the edits here are done, for the store."""
        return Step(self.forgotten, self.forgotten + done)

    def push(self, edit: Edit) -> None:
        """Remember a new edit; what was undone before cannot be redone any more."""
        self.undone.clear()
        if self._gesture_start < 0:
            self._forget(self._extra(edit.nbytes))
            self._append(edit)
        elif len(self.done) > self._gesture_start:
            so_far = self.done[-1]
            nbytes = so_far.nbytes + edit.nbytes
            self.done[-1] = Edit(so_far.name, so_far.atoms + edit.atoms, nbytes)
        else:
            self.done.append(Edit(self._gesture, edit.atoms, edit.nbytes))

    def clear(self) -> None:
        """Forget everything, as after opening."""
        self.done.clear()
        self.undone.clear()
        self.forgotten = 0

    @contextmanager
    def gesture(self, name: str) -> Iterator[None]:
        """Make one undo item of all edits pushed inside; gestures do not nest."""
        self._gesture, self._gesture_start = name, len(self.done)
        try:
            yield
        finally:
            self._gesture_start = -1
            if self.done:
                newest = self.done.pop()
                self._forget(self._extra(newest.nbytes))
                self.done.append(newest)

    def _extra(self, nbytes: int) -> int:
        """Return how many of the oldest edits must go for one more of `nbytes`."""
        over = self._count_bytes() + nbytes - self.budget
        extra = 0
        while over > 0 and extra < len(self.done):
            over -= self.done[extra].nbytes
            extra += 1
        return extra

    def _count_bytes(self) -> int:
        """Return the bytes of what is done; ten thousand edits are not added up at each one."""
        newest = self.done[-1] if self.done else None
        if self._counted[:2] != (len(self.done), newest):
            total = sum(edit.nbytes for edit in self.done)
            self._counted = (len(self.done), newest, total)
        return self._counted[2]

    def _append(self, edit: Edit) -> None:
        total = self._count_bytes() + edit.nbytes
        self.done.append(edit)
        self._counted = (len(self.done), edit, total)

    def _forget(self, count: int) -> None:
        total = self._count_bytes() - sum(edit.nbytes for edit in self.done[:count])
        del self.done[:count]
        self.forgotten += count
        self._counted = (len(self.done), self.done[-1] if self.done else None, total)
