"""Seeing something else than the frame: while a key is held, or until the next touch."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence


class Compare(StrEnum):
    """What is shown instead of the frame."""

    LINE = "line"
    PROPOSAL = "proposal"
    PREVIOUS = "previous"
    REFERENCE = "reference"


class Comparing(QObject):
    """Knows which keys show what, and what is shown now.

    Signals
    -------
    wanted : Compare or None; show this, or the frame again.
    """

    wanted = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._keys: Mapping[str, Compare] = {}
        self._shown: Compare | None = None
        self._key: int | None = None

    def set_keys(self, keys: Mapping[str, Compare]) -> None:
        """Let other keys count, spelled as in `actions.keys`."""
        self._keys = keys

    def pressed(self, event: QKeyEvent) -> bool:
        """Show what a key stands for; False if it stands for nothing here."""
        if event.isAutoRepeat():
            return event.key() == self._key
        text = QKeySequence(event.keyCombination()).toString(
            QKeySequence.SequenceFormat.PortableText
        )
        wanted = self._keys.get(text.replace("Num+", ""))
        if wanted is None:
            self.end()
            return False
        self._key = event.key()
        self._show(wanted)
        return True

    def released(self, event: QKeyEvent) -> None:
        """Show the frame again when the key goes up."""
        if event.key() == self._key and not event.isAutoRepeat():
            self.end()

    def toggle(self, wanted: Compare) -> None:
        """Show something until the next key or touch; shown already, show the frame again."""
        if wanted is self._shown:
            self.end()
        else:
            self._show(wanted)

    def end(self) -> None:
        """Show the frame again."""
        self._key = None
        if self._shown is not None:
            self._shown = None
            self.wanted.emit(None)

    def forget(self) -> None:
        """Note that the frame is shown again without having been asked for."""
        self._shown = self._key = None

    def _show(self, wanted: Compare) -> None:
        self._shown = wanted
        self.wanted.emit(wanted)


HELD_ACTIONS: Mapping[str, Compare] = {f"compare_{what.value}": what for what in Compare}
"""Actions whose keys are held, not tapped."""

# Keys that only say how another is meant say nothing here.
MODIFIERS = frozenset({
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr,
})  # fmt: skip
