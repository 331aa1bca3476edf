"""Watches the paintings of sheets: moved ones are found, changed ones can be read again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject

from paintassist.core.errors import InputError
from paintassist.document.document import Document
from paintassist.document.sheet import Sheet
from paintassist.document.sources import (
    NO_STAMP,
    SourceFile,
    Stamp,
    find_sources,
    moved_along,
)
from paintassist.ui.helper import Cancel
from paintassist.ui.source_look import Look, Offer
from paintassist.ui.words import counted, translate
from paintassist.ui.workspace import Workspace


class SheetWatch(QObject):
    """Looks at the files of sheets, once those of the frames are looked at.

    Parameters
    ----------
    workspace : Workspace
    offer : Offer
    folders : function that returns a list of Path
        Where files may be, most likely first.
    look_again : function
        Looks at everything anew.
    """

    def __init__(
        self,
        workspace: Workspace,
        offer: Offer,
        folders: Callable[[], list[Path]],
        look_again: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._offer, self._folders, self._look_again = offer, folders, look_again
        # Content that the painter does not want.
        self._declined: set[tuple[str, str]] = set()
        # When the painting of a sheet was seen to have its content, by name and content.
        self._stamps: dict[tuple[str, str], Stamp] = {}

    @property
    def _document(self) -> Document:
        return self._workspace.document

    def forget(self) -> None:
        """Begin anew, as with another document."""
        self._declined.clear()
        self._stamps.clear()

    def check(self) -> None:
        """Look whether paintings were moved or changed; sheets need no file otherwise."""
        sheets = {
            sheet.name: sheet for sheet in self._document.sheets if sheet.painting is not None
        }
        known = [
            SourceFile(
                sheet.name,
                sheet.painting,
                sheet.content_hash,
                self._stamps.get((sheet.name, sheet.content_hash), NO_STAMP),
            )
            for sheet in sheets.values()
        ]
        folders = self._folders()
        self._workspace.helper.ask(
            "sources",
            lambda cancel: _look(known, folders, cancel),
            lambda found: self._land(found, sheets),
            urgent=False,
        )

    def _land(self, found: Look, sheets: Mapping[str, Sheet]) -> None:
        """Take note of what was found of sheets, by name, as they were when it was asked."""
        places = {
            file.name: (file.path, moved_along(sheet.line, sheet.painting, file.path))
            for file in found.same
            for sheet in [sheets[file.name]]
            if file.path is not None and file.path != sheet.painting
        }
        with suppress(InputError):
            self._document.relocate_sheets(places)
        for file in found.same:
            self._stamps[file.name, file.content_hash] = file.stamp
        new = [
            file for file in found.changed if (file.name, file.content_hash) not in self._declined
        ]
        if new:
            self._offer_changed(new)

    def _offer_changed(self, files: list[SourceFile]) -> None:
        one = translate("SourceWatch", "sheet %2 was changed since it was read").replace(
            "%2", files[0].name
        )
        text = counted(
            len(files), one, translate("SourceWatch", "%1 sheets were changed since they were read")
        )
        ways: list[tuple[str, Callable[[], object]]] = [
            (translate("SourceWatch", "&Read Again"), lambda: self.read_again(files)),
            (translate("SourceWatch", "&Not Now"), lambda: self._decline(files)),
        ]
        self._offer(text, ways)

    def read_again(self, files: Sequence[SourceFile]) -> None:
        """Read paintings again; each replaces its sheet, as one undo item."""
        self._offer("", ())
        # Should undo bring the old one back, it is not offered again.
        self._declined |= {(file.name, file.content_hash) for file in files}
        lines = {sheet.name: sheet.line for sheet in self._document.sheets}
        self._workspace.session.open_sheets(
            [(file.name, file.path, lines.get(file.name)) for file in files if file.path]
        )

    def _decline(self, files: Sequence[SourceFile]) -> None:
        self._declined |= {(file.name, file.content_hash) for file in files}
        self._offer("", ())
        self._look_again()


def _look(known: Sequence[SourceFile], folders: Sequence[Path], cancel: Cancel) -> Look:
    """Look for files; called in the helper."""
    found = Look()
    for file in known:
        cancel.check()
        found.add(file)
    # Where a sheet that is missing lies now is found or not: nothing waits for its file.
    if found.missing:
        found.same += find_sources(found.missing, folders, cancel.is_set).values()
    return found
