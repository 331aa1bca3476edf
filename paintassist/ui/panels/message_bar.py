"""Sentences for the painter, above the canvas, in nobody's way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

BACK, TEXT = "#f6d98a", "#2a2210"
SHOWN_AT_ONCE = 3


class MessageBar(QFrame):
    """Shows what went wrong; several sentences share it, and closing forgets them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages: list[str] = []
        self.setAutoFillBackground(True)
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QPushButton()
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        # The label, too: with a style sheet a new theme would give it a text colour of its own.
        for widget in (self, self._label):
            palette = widget.palette()
            palette.setColor(QPalette.ColorRole.Window, QColor(BACK))
            palette.setColor(QPalette.ColorRole.WindowText, QColor(TEXT))
            widget.setPalette(palette)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._close.setText(self.tr("Dismiss"))
        self.setAccessibleName(self.tr("Messages"))

    @property
    def messages(self) -> list[str]:
        """All sentences shown or waiting, oldest first."""
        return list(self._messages)

    @Slot(str)
    def show_message(self, sentence: str) -> None:
        """Add a sentence; one that is there already is not repeated."""
        if sentence in self._messages:
            return
        self._messages.append(sentence)
        shown = [_as_sentence(message) for message in self._messages[:SHOWN_AT_ONCE]]
        more = len(self._messages) - len(shown)
        if more:
            shown.append(self.tr("... and %1 more").replace("%1", str(more)))
        self._label.setText("\n".join(shown))
        self._label.setToolTip("\n".join(_as_sentence(message) for message in self._messages))
        self.show()

    @Slot()
    def clear(self) -> None:
        """Forget all sentences."""
        self._messages = []
        self.hide()


def _as_sentence(message: str) -> str:
    return message[:1].upper() + message[1:] + ("" if message.endswith((".", "!", "?")) else ".")
