"""What a painter sets once and expects to find again: language, keys, commands and layout."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject

from paintassist.ui.command_list import CommandList
from paintassist.ui.language import LANGUAGES, LanguageSwitch, system_language
from paintassist.ui.preferences import open_preferences
from paintassist.ui.shortcuts.editor import ShortcutEditor
from paintassist.ui.shortcuts.store import load_keys, load_preset

if TYPE_CHECKING:
    from paintassist.ui.main_window import MainWindow


LANGUAGE, GEOMETRY, DOCKS = "language", "layout/geometry", "layout/docks"
# Raised whenever docks get other names; a layout of other docks would leave holes.
LAYOUT_VERSION = 3


class Comfort(QObject):
    """Applies a painter's preferences to the window, and shows the dialogs that change them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.preferences = open_preferences()
        self.languages = LanguageSwitch(self)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of this object do."""
        return {
            "commands": self.show_commands,
            "shortcuts": self.edit_shortcuts,
            **{f"language_{language}": self._speaker(language) for language in LANGUAGES},
        }

    def _speaker(self, language: str) -> Callable[[], None]:
        return lambda: self.speak(language)

    def apply(self) -> None:
        """Dress a new window as the painter left the last one."""
        keys = load_keys(self.preferences, load_preset(self.preferences))
        self._window.actions_by_id.set_keys(keys)
        stored = str(self.preferences.value(LANGUAGE, ""))
        language = stored if stored in LANGUAGES else system_language()
        self.languages.switch(language)
        self._window.actions_by_id[f"language_{language}"].setChecked(True)
        geometry, docks = self.preferences.value(GEOMETRY), self.preferences.value(DOCKS)
        if isinstance(geometry, QByteArray) and isinstance(docks, QByteArray):
            self._window.restoreGeometry(geometry)
            self._window.restoreState(docks, LAYOUT_VERSION)

    def keep_layout(self) -> None:
        """Remember where window and docks are."""
        self.preferences.setValue(GEOMETRY, self._window.saveGeometry())
        self.preferences.setValue(DOCKS, self._window.saveState(LAYOUT_VERSION))
        self.preferences.sync()

    def speak(self, language: str) -> None:
        """Speak another language from now on, in the next windows too."""
        self.languages.switch(language)
        self.preferences.setValue(LANGUAGE, language)

    def show_commands(self) -> None:
        """Open the list of commands."""
        self._open(CommandList(self._window.actions_by_id, self.preferences, self._window))

    def edit_shortcuts(self) -> None:
        """Open the editor of shortcuts."""
        self._open(ShortcutEditor(self._window.actions_by_id, self.preferences, self._window))

    def _open(self, dialog: CommandList | ShortcutEditor) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
