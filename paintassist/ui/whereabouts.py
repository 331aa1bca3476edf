"""Where the open document is kept: in the painter's file, in a draft, or in memory alone."""

from __future__ import annotations

from pathlib import Path

from paintassist.core.errors import InputError
from paintassist.document.document import Document
from paintassist.document.edits import SheetAtom
from paintassist.io.drafts import delete_draft, new_draft
from paintassist.io.project_file import save_as


class Whereabouts:
    """One document's place, and whether anything would be lost with the window.

    Parameters
    ----------
    document : Document
    draft : Path, optional
        The draft that it was opened from: all of it is unsaved work.
    """

    def __init__(self, document: Document, draft: Path | None = None) -> None:
        self._document = document
        self._draft = draft
        self._is_adrift = draft is not None
        self._keeps_draft = True

    @property
    def is_kept(self) -> bool:
        """Whether every edit is kept at once in a file that the painter named."""
        return self._document.store is not None and self._draft is None

    @property
    def is_unsaved(self) -> bool:
        """Whether the painter did something that is in no project file."""
        if self.is_kept:
            return False
        if self._is_adrift:
            return True
        # A sheet that was opened can be opened again; everything else was work, also what the
        # painter said of a sheet's figures.
        history = self._document.history
        return history.forgotten > 0 or any(
            not any(isinstance(atom, SheetAtom) and _is_opened(atom) for atom in edit.atoms)
            for edit in history.done
        )

    @property
    def is_only_opened(self) -> bool:
        """Whether all that was done is opening sheets: nothing that undo is for."""
        history = self._document.history
        if self.is_kept or self.is_unsaved:
            return False
        return bool(history.done) and not history.undone

    def save_as(self, path: Path) -> bool:
        """Keep the document in a new project file; says whether a draft went for it.

        Raises
        ------
        InputError
            If it cannot be written.
        """
        save_as(self._document, path)
        self._is_adrift = False
        return self._delete_draft()

    def keep_draft(self, title: str) -> None:
        """Keep what has no project file yet in a draft, from now on every edit at once.

        Raises
        ------
        InputError
            If it cannot be written.
        """
        if self._document.store is None and self.is_unsaved:
            self._draft = new_draft(title)
            try:
                save_as(self._document, self._draft)
            except InputError:
                self._draft = None
                raise

    def let_go_of_file(self) -> None:
        """Go on in memory: the file cannot be written. Everything is unsaved work then."""
        self._is_adrift = True
        self._draft = None
        self._document.attach(None)

    def discard(self) -> None:
        """Note that the painter does not want what is unsaved."""
        self._keeps_draft = False

    def go_on_with(self, document: Document) -> None:
        """Note that another document is in the same place, as after going back to a version."""
        self._document = document
        self._is_adrift = False

    def end(self) -> None:
        """Close the file; a draft goes unless it holds what the painter may want back."""
        wanted = self._keeps_draft and self.is_unsaved
        if self._document.store is not None:
            self._document.store.close()
        if not wanted:
            self._delete_draft()
        self._draft, self._keeps_draft = None, True

    def _delete_draft(self) -> bool:
        if self._draft is None:
            return False
        delete_draft(self._draft)
        self._draft = None
        return True


def _is_opened(atom: SheetAtom) -> bool:
    """Tell a sheet that was opened as it is from one whose figures the painter chose."""
    return atom.new is None or atom.new.figure is None
