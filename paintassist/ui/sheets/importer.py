"""Adding sheets: a plain one at once, any other through the dialog."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from paintassist.core.errors import InputError
from paintassist.core.palette import PaletteEntry
from paintassist.core.sheets.swatches import Swatch, name_groups
from paintassist.io.sheet_files import swatch_entries
from paintassist.ui.sheets.importing import (
    KnownSheet,
    Opened,
    Outcome,
    known_sheets,
    open_sheet_file,
    renamed,
)

if TYPE_CHECKING:
    from paintassist.ui.main_window import MainWindow
    from paintassist.ui.opening import SheetFiles
    from paintassist.ui.sheets.dialog import SheetDialog


class SheetImporter(QObject):
    """Looks at sheets in the helper's thread and asks where something has to be asked.

    One painted drawing is added as it is; so is one with its line art beside. A sheet with
    several figures, swatches or layers, and one that shows an open sheet in other colours,
    opens the dialog; of several, one after the other.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._waiting: deque[Opened] = deque()
        self._dialog: SheetDialog | None = None
        self._workspace.document_opened.connect(self._on_document_opened)

    def add(self, sheets: Sequence[SheetFiles], always_ask: bool = False) -> None:
        """Add sheets; `always_ask` opens the dialog for plain ones, too."""
        self._workspace.add_sheets([sheet for sheet in sheets if sheet[2] is not None])
        document = self._workspace.document
        known = known_sheets(document.sheets, document.palette)
        for sheet in sheets:
            if sheet[2] is None:
                self._look_at(sheet, known, always_ask)

    def _look_at(self, sheet: SheetFiles, known: Sequence[KnownSheet], always_ask: bool) -> None:
        _, path, _ = sheet

        def look(opened: Opened) -> None:
            if opened.is_plain and not always_ask:
                self._workspace.add_sheets([sheet])
            else:
                self._waiting.append(opened)
                self._show_next()

        self._window.status.note(self.tr("Looking at %1...").replace("%1", path.name))
        self._workspace.helper.ask(
            f"sheet {path}", lambda cancel: open_sheet_file(path, known, cancel.check), look
        )

    def _show_next(self) -> None:
        if self._dialog is not None or not self._waiting:
            return
        # Not at the start of the program: few sheets need it.
        from paintassist.ui.sheets.dialog import SheetDialog

        document = self._workspace.document
        known = known_sheets(document.sheets, document.palette)
        opened = self._waiting.popleft()
        self._dialog = SheetDialog(opened, known, self._workspace.helper, self._window)
        self._dialog.imported.connect(self._on_imported)
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()

    @Slot(object, str)
    def _on_imported(self, outcome: Outcome, variant: str) -> None:
        assert self._dialog is not None
        document, twin = self._workspace.document, self._dialog.opened.twin
        try:
            if variant and twin is not None:
                colors = twin.variant_colors(document.palette)
                document.paints.add_variant(variant, colors, twin.name)
            else:
                taken = {sheet.name: sheet.painting for sheet in document.sheets}
                entries = self._named_entries(self._dialog.plan.swatches)
                imported = replace(outcome.imported, entries=entries)
                document.figures.add(renamed(imported, taken))
        except InputError as error:
            self._workspace.problem_raised.emit(str(error))

    def _named_entries(self, swatches: Sequence[Swatch]) -> tuple[PaletteEntry, ...]:
        """Return entries of which every one belongs to a part: tones mean nothing without."""
        palette = self._workspace.document.palette
        places = palette.find_all([swatch.color for swatch in swatches])
        parts = {color: palette.entries[index].part for color, index in places.items()}
        taken = {entry.part for entry in palette if entry.part}
        return swatch_entries(name_groups(swatches, parts, taken, self.tr("part %1")))

    @Slot()
    def _on_finished(self) -> None:
        self._dialog = None
        self._show_next()

    @Slot()
    def _on_document_opened(self) -> None:
        self._waiting.clear()
        if self._dialog is not None:
            self._dialog.reject()
