"""What the painter does with colours: edits of entries, and where one is used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from paintassist.core.errors import InputError
from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import Palette, PaletteEntry, Role, hex_of
from paintassist.core.parts import TONES, loud_color
from paintassist.document.changes import Change, ChangeKind
from paintassist.ui.dialogs import Dialogs
from paintassist.ui.docks import raise_dock
from paintassist.ui.panels.palette.panel import PalettePanel
from paintassist.ui.panels.palette.rows import order_after_move

if TYPE_CHECKING:
    from paintassist.ui.desk import Desk


class PaletteDesk(QObject):
    """Turns wishes of the palette dock and its menu into edits, each one undo item."""

    def __init__(
        self, desk: Desk, panel: PalettePanel, dialogs: Callable[[], Dialogs], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._panel, self._dialogs = desk, panel, dialogs
        model, view, card = panel.model, panel.view, panel.card
        panel.chosen.connect(desk.take_color)
        model.renamed.connect(desk.rename_color)
        model.part_renamed.connect(self._on_part_renamed)
        model.ordered.connect(self._on_ordered)
        model.assigned.connect(self._on_assigned)
        view.missing.connect(self._on_missing)
        view.usage_asked.connect(lambda: card.show_usage.setChecked(True))
        card.edited.connect(self._on_edited)
        card.pick_asked.connect(self.edit_color)
        card.refused.connect(desk.noted)
        card.usage_toggled.connect(self._on_usage_toggled)
        desk.color_taken.connect(self._renew_usage)
        desk.frame_shown.connect(self._renew_usage)
        desk.workspace.document_changed.connect(self._on_document_changed)

    def handlers(self) -> dict[str, Callable[..., object]]:
        """Return what the actions of the Palette menu do, by their ids."""
        return {
            "search_color": self.search,
            "add_color": self.add_color,
            "add_temporary": self.add_temporary,
            "edit_color": self.edit_color,
            "rename_color": self.rename_color,
            "copy_hex": self.copy_hex,
            "toggle_temporary": self.toggle_temporary,
            "color_up": lambda: self.move_row(-1),
            "color_down": lambda: self.move_row(1),
            "show_usage": self._panel.card.show_usage.toggle,
            "next_use": self.show_next_use,
        }

    @property
    def _palette(self) -> Palette:
        return self._desk.document.palette

    @property
    def _entry(self) -> PaletteEntry | None:
        return self._desk.entry(self._desk.color_index)

    def _try(self, edit: Callable[[], object]) -> bool:
        try:
            edit()
        except InputError as error:
            self._desk.workspace.problem_raised.emit(str(error))
            return False
        return True

    # Entries

    def search(self) -> None:
        """Let words be typed that colours are found by, even while the dock is hidden."""
        raise_dock(self._panel)
        self._panel.search.setFocus()
        self._panel.search.selectAll()

    def add_color(self) -> None:
        """Ask for a colour, append it, and take it into the hand."""
        entry = self._entry
        color = self._dialogs().ask_color(entry.color if entry else (255, 255, 255, 255))
        if color:
            self._add(PaletteEntry(color, "", entry.part if entry else ""))

    def add_temporary(self) -> None:
        """Append a loud colour for a part that has none yet, and take it into the hand."""
        self._add(PaletteEntry(loud_color(self._palette), temporary=True))

    def _add(self, entry: PaletteEntry) -> None:
        paints = self._desk.document.paints
        if self._try(lambda: paints.add([entry])):
            self._desk.take_color(len(self._palette) - 1)

    def edit_color(self) -> None:
        """Ask for another colour of the entry in the hand; all frames follow."""
        entry = self._entry
        if entry is None:
            self._desk.noted.emit(self.tr("Choose a colour first: click one in the palette"))
            return
        color = self._dialogs().ask_color(entry.color)
        if color:
            self._on_edited(replace(entry, color=color, temporary=False))

    def rename_color(self) -> None:
        """Let the name of the entry in the hand be typed."""
        self._panel.card.name.setFocus()
        self._panel.card.name.selectAll()

    def copy_hex(self) -> None:
        """Put the value of the entry in the hand into the clipboard."""
        entry = self._entry
        if entry:
            words = hex_of(entry.color)
            QGuiApplication.clipboard().setText(words)
            self._desk.noted.emit(self.tr("%1 copied").replace("%1", words))

    def toggle_temporary(self) -> None:
        """Say that the colour in the hand is not known yet, or that it is."""
        entry = self._entry
        if entry:
            self._on_edited(replace(entry, temporary=not entry.temporary))

    def move_row(self, step: int) -> None:
        """Move the row of the entry in the hand up or down in the sheet order."""
        rows, row = self._panel.model.rows, self._panel.current_row
        if row is None or self._panel.search.text():
            return
        place = rows.index(row) + (step if step < 0 else step + 1)
        if 0 <= place <= len(rows):
            target = rows[place] if place < len(rows) else None
            self._on_ordered(order_after_move(self._palette, row, target))

    @Slot(object)
    def _on_edited(self, entry: PaletteEntry) -> None:
        index = self._desk.color_index
        self._try(lambda: self._desk.document.paints.update(index, entry))

    @Slot(str, str)
    def _on_part_renamed(self, old: str, new: str) -> None:
        self._try(lambda: self._desk.document.paints.rename_part(old, new))

    @Slot(list)
    def _on_ordered(self, order: Sequence[int]) -> None:
        self._try(lambda: self._desk.document.paints.set_order(order))

    @Slot(int, str, object)
    def _on_assigned(self, index: int, part: str, role: Role) -> None:
        entry = replace(self._palette.entries[index], part=part, role=role)
        self._try(lambda: self._desk.document.paints.update(index, entry))

    @Slot(str, int)
    def _on_missing(self, part: str, tone: int) -> None:
        color = loud_color(self._palette)
        self._add(PaletteEntry(color, part=part, role=TONES[tone], temporary=True))

    # Where a colour is used

    @Slot(bool)
    def _on_usage_toggled(self, shown: bool) -> None:
        self._renew_usage()

    @Slot()
    def _renew_usage(self) -> None:
        frame, index = self._desk.frame, self._desk.color_index
        wanted = None
        if self._panel.card.show_usage.isChecked() and frame and index != NO_COLOR:
            wanted = frame.color == index
        self._desk.canvas.set_emphasis(wanted)

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if self._panel.card.show_usage.isChecked() and (
            change.frame == self._desk.frame_index or change.kind is ChangeKind.PALETTE
        ):
            self._renew_usage()

    def show_next_use(self) -> None:
        """Go to the next frame that uses the colour in the hand, and mark where."""
        frames, index = self._desk.document.frames, self._desk.color_index
        here = self._desk.frame_index
        around = [*range(here + 1, len(frames)), *range(here + 1)]
        found = [each for each in around if (frames[each].color == index).any()]
        if index == NO_COLOR or not found:
            self._desk.noted.emit(self.tr("No frame uses this colour"))
            return
        self._desk.show_frame(found[0])
        self._panel.card.show_usage.setChecked(True)
        ids = np.flatnonzero(frames[found[0]].color == index)
        self._desk.canvas.centre_on(int(ids[0]))
