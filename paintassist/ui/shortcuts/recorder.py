"""A button that waits for one key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

MODIFIERS = frozenset({
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_unknown,
})  # fmt: skip


def key_of(event: QKeyEvent) -> str:
    """Return the key of an event as files spell it; empty for a modifier alone."""
    key, modifiers = Qt.Key(event.key()), event.modifiers()
    if key in MODIFIERS:
        return ""
    modifiers &= ~Qt.KeyboardModifier.KeypadModifier
    if key == Qt.Key.Key_Backtab:
        key = Qt.Key.Key_Tab
    elif Qt.Key.Key_Space < key < Qt.Key.Key_Escape and not chr(key).isalnum():
        # Where + needs Shift, the painter means +.
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    portable = QKeySequence.SequenceFormat.PortableText
    return QKeySequence(QKeyCombination(modifiers, key)).toString(portable)


class KeyRecorder(QPushButton):
    """After a click, takes the next key, whichever it is; Escape or leaving takes none.

    Signals
    -------
    recorded : str, the key.
    """

    recorded = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self._listening = False
        self.clicked.connect(lambda: self._listen(True))
        self._listen(False)

    def _listen(self, listening: bool) -> None:
        self._listening = listening
        self.setText(self.tr("Press a key...") if listening else self.tr("&Record Key"))

    def event(self, event: QEvent) -> bool:
        """Let no shortcut and no change of focus take the key away."""
        if self._listening and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
            event.accept()
            return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        key = key_of(event)
        if key:
            self._listen(False)
        if key and key != "Esc":
            self.recorded.emit(key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop waiting."""
        self._listen(False)
        super().focusOutEvent(event)
