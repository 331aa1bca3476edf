"""Where edits go: kept in the file first, then done, then told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.document.changes import EMPTY_IDS, Change, ChangeKind, merge_changes
from paintassist.document.contents import Contents
from paintassist.document.edits import Atom, Edit
from paintassist.document.fitting import check_atoms
from paintassist.document.history import History, Step
from paintassist.document.signal import Signal
from paintassist.document.store import Snapshot, Store


class Ledger:
    """Does edits, takes them back, and lets nothing happen that the store did not keep.

    Attributes
    ----------
    changed : Signal of Change
    refused : Signal of str
        The store could not keep something, and why; it did not happen.
    history : History
    store : Store or None
    """

    def __init__(self, contents: Contents, snapshot: Snapshot, store: Store | None) -> None:
        self.changed: Signal[Change] = Signal()
        self.refused: Signal[str] = Signal()
        self.history = History()
        self.history.restore(snapshot.edits, snapshot.done, snapshot.forgotten)
        self.store = store
        self._contents = contents

    def do(self, edit: Edit) -> None:
        """Do a new edit; one undo item."""
        self._apply(edit.atoms, self.history.step_of(edit))
        self.history.push(edit)
        self.tell(ChangeKind.HISTORY)

    @contextmanager
    def gesture(self, name: str) -> Iterator[None]:
        """Make one undo item of all edits inside."""
        with self.history.gesture(name):
            yield
        self.tell(ChangeKind.HISTORY)

    def undo(self) -> str:
        """Take the newest edit back; returns its name, "" if there is none."""
        return self._step(self.history.done, self.history.undone, back=True)

    def redo(self) -> str:
        """Do the edit again that was undone last; returns its name, "" if there is none."""
        return self._step(self.history.undone, self.history.done, back=False)

    def forget_history(self) -> None:
        """Begin the history anew, in the file too."""
        self.keep(lambda store: store.forget_history())
        self.history.clear()
        self.tell(ChangeKind.HISTORY)

    def attach(self, store: Store | None) -> None:
        """Keep everything in `store` from now on, closing the one before."""
        if self.store is not None and self.store is not store:
            self.store.close()
        self.store = store
        self.tell(ChangeKind.STORE)

    def keep(self, write: Callable[[Store], None]) -> None:
        """Let the store keep something, if there is one; tell if it refuses, and raise."""
        if self.store is None:
            return
        try:
            write(self.store)
        except InputError as error:
            self.refused.emit(str(error))
            raise

    def tell(self, kind: ChangeKind, frame: int = -1, ids: NDArray[np.int64] = EMPTY_IDS) -> None:
        """Tell who listens that something changed; see `Change`."""
        self.changed.emit(Change(kind, frame, ids))

    def _step(self, source: list[Edit], target: list[Edit], back: bool) -> str:
        """Do the newest edit of one stack, or its inverse, and move it to the other."""
        if not source:
            return ""
        edit = source[-1]
        done = len(self.history.done) + (-1 if back else 1)
        self._apply(self._atoms_of(edit, back), self.history.step_to(done))
        target.append(source.pop())
        self.tell(ChangeKind.HISTORY)
        return edit.name

    def _atoms_of(self, edit: Edit, back: bool) -> tuple[Atom, ...]:
        """Return what undoes (`back`) or redoes an edit; one from a file is checked first.

        Raises
        ------
        InputError
            If it does not fit what is there; then the history cannot be trusted any more
            and is forgotten.
        """
        contents = self._contents
        try:
            atoms = edit.inverse().atoms if back else edit.atoms
            if edit.is_from_file:
                check_atoms(atoms, Snapshot(contents.frames, contents.sheets, contents.palette))
        except ValueError as error:
            self.forget_history()
            raise InputError(
                f"the step '{edit.name}' is damaged in the project file and cannot be done; "
                "the history begins anew here, your decisions are as they were"
            ) from error
        return atoms

    def _apply(self, atoms: tuple[Atom, ...], step: Step) -> None:
        """Store, then do, then tell: what could not be stored did not happen."""
        self.keep(lambda store: store.write_atoms(atoms, step))
        for change in merge_changes(self._contents.apply(atoms)):
            if change.kind is ChangeKind.RETOUCH:
                self.tell(ChangeKind.SEGMENTS, change.frame)
            self.changed.emit(change)
