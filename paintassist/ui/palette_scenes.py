"""Scenes of the palette, and palette files in and out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from paintassist.core.errors import InputError
from paintassist.core.palette import Color, Palette
from paintassist.core.parts import with_parts
from paintassist.core.variants import match_palette
from paintassist.document.scene_sheets import scene_colors
from paintassist.io.images import read_image
from paintassist.io.palettes import read_palette, write_palette
from paintassist.ui.dialogs import Answer, Dialogs
from paintassist.ui.panels.palette.panel import PalettePanel
from paintassist.ui.words import counted

if TYPE_CHECKING:
    from paintassist.ui.desk import Desk


class PaletteScenes(QObject):
    """Shows, adds and removes scenes, and takes palettes of other programs in."""

    def __init__(
        self, desk: Desk, panel: PalettePanel, dialogs: Callable[[], Dialogs], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._dialogs = desk, dialogs
        panel.scene_chosen.connect(self._on_scene_chosen)

    def handlers(self) -> dict[str, Callable[..., object]]:
        """Return what the actions of scenes and files do, by their ids."""
        return {
            "next_scene": self.show_next_scene,
            "add_scene": self.add_scene,
            "add_scene_sheet": self.add_scene_sheet,
            "rename_scene": self.rename_scene,
            "remove_scene": self.remove_scene,
            "import_palette": self.import_palette,
            "export_palette": self.export_palette,
        }

    @property
    def _palette(self) -> Palette:
        return self._desk.document.palette

    def _try(self, edit: Callable[[], object]) -> None:
        try:
            edit()
        except InputError as error:
            self._desk.workspace.problem_raised.emit(str(error))

    # Scenes

    @Slot(int)
    def _on_scene_chosen(self, number: int) -> None:
        if 0 <= number < len(self._palette.variants.items):
            self._try(lambda: self._desk.document.paints.show_variant(number))

    def show_next_scene(self) -> None:
        """Show the colours of the next scene."""
        count = len(self._palette.variants.items)
        if count == 1:
            self._desk.noted.emit(self.tr("There is one scene only; add another first"))
            return
        self._on_scene_chosen((self._palette.active + 1) % count)

    def add_scene(self) -> None:
        """Ask for a name and append a scene with the colours of now."""
        name = self._dialogs().ask_text(self.tr("Add Scene"), self.tr("Name, such as night"), "")
        if name:
            self._add_scene(name, self._palette)

    def _add_scene(self, name: str, other: Palette) -> None:
        colors = match_palette(self._palette, other)
        paints, base = self._desk.document.paints, self.tr("Standard")
        self._try(lambda: paints.add_variant(name, colors, base))

    def add_scene_sheet(self) -> None:
        """Ask for a painted sheet that differs in colour only, and show its colours as a scene."""
        path = self._dialogs().ask_scene_sheet()
        if path:
            self.open_scene_sheet(path)

    def open_scene_sheet(self, path: Path) -> None:
        """Match a painting with the sheets by position, beside the window."""
        palette, sheets = self._palette.copy(), list(self._desk.document.sheets)
        self._desk.workspace.helper.ask(
            "scene sheet",
            lambda _: scene_colors(palette, sheets, read_image(path)),
            partial(self._on_scene_read, path, palette),
        )
        self._desk.noted.emit(self.tr("Comparing %1 with the sheets").replace("%1", path.name))

    def _on_scene_read(
        self, path: Path, palette: Palette, colors: tuple[Color, ...] | None
    ) -> None:
        if colors is None:
            text = self.tr(
                "%1 shows none of the sheets in other colours; export it at the size of one, "
                "or add it as a sheet"
            )
            self._desk.workspace.problem_raised.emit(text.replace("%1", path.name))
        elif palette == self._palette:
            paints, base = self._desk.document.paints, self.tr("Standard")
            self._try(lambda: paints.add_variant(path.stem, colors, base))
        else:
            self._desk.noted.emit(self.tr("The palette changed meanwhile; add the scene again"))

    def rename_scene(self) -> None:
        """Ask for another name of the scene that is shown."""
        palette = self._palette
        old = palette.variants.items[palette.active].name
        name = self._dialogs().ask_text(self.tr("Rename Scene"), self.tr("Name"), old)
        if name:
            self._try(lambda: self._desk.document.paints.rename_variant(palette.active, name))

    def remove_scene(self) -> None:
        """Remove the scene that is shown; undo brings it back."""
        if len(self._palette.variants.items) == 1:
            self._desk.noted.emit(self.tr("The last scene stays"))
            return
        self._try(lambda: self._desk.document.paints.remove_variant(self._palette.active))

    # Files

    def import_palette(self) -> None:
        """Ask for a palette file and take its colours in, or show them as a scene."""
        path = self._dialogs().ask_palette()
        if path:
            self._try(lambda: self.open_palette(path))

    def open_palette(self, path: Path) -> None:
        """Take the colours of a file in, or add them as a scene of these.

        Raises
        ------
        InputError
            If it cannot be read.
        """
        found = read_palette(path)
        other = found.palette.with_entries(with_parts(found.palette.entries))
        answer = Answer.COLORS if not len(self._palette) else self._dialogs().ask_import(path)
        if answer is Answer.CANCEL:
            return
        if answer is Answer.SCENE:
            self._add_scene(path.stem, other)
        else:
            with self._desk.document.gesture(f"Import palette {path.name}"):
                self._desk.document.paints.take_in(other)
        for note in found.notes:
            self._desk.workspace.problem_raised.emit(note)
        one, many = self.tr("1 colour read from %2"), self.tr("%1 colours read from %2")
        text = counted(len(other), one, many)
        self._desk.noted.emit(text.replace("%2", path.name))

    def export_palette(self) -> None:
        """Ask for a name and write the palette in the format that its ending says."""
        title = self._desk.workspace.title or self.tr("palette")
        path = self._dialogs().ask_palette_target(title)
        if path:
            self._try(lambda: self._write(path))

    def _write(self, path: Path) -> None:
        notes = write_palette(path, self._palette)
        self._desk.noted.emit(self.tr("Palette written to %1").replace("%1", path.name))
        for note in notes:
            self._desk.workspace.problem_raised.emit(note)
