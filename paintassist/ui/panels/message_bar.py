"""Sentences for the painter, above the canvas, in nobody's way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from paintassist.ui.told import told_first

BACK, TEXT = "#f6d98a", "#2a2210"
SHOWN_AT_ONCE = 3
FIRST_CJK = "\u2e80"


class MessageBar(QFrame):
    """Shows what went wrong; several sentences share it, and closing forgets them.

    Beside a sentence it may offer ways on, as buttons.
    """

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
        self._offers: list[QPushButton] = []
        self._offered = ""
        self._layout = layout = QHBoxLayout(self)
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
        self._renew()

    @property
    def messages(self) -> list[str]:
        """All sentences shown or waiting, oldest first."""
        return list(self._messages)

    @Slot(str)
    def show_message(self, sentence: str) -> None:
        """Add a sentence; one that is there already is not repeated."""
        if sentence not in self._messages:
            self._messages.append(sentence)
            self._renew()

    def _renew(self) -> None:
        shown = [_as_sentence(message) for message in self._messages[:SHOWN_AT_ONCE]]
        more = len(self._messages) - len(shown)
        if more:
            shown.append(self.tr("... and %1 more").replace("%1", str(more)))
        self._label.setText("\n".join(shown))
        self._label.setToolTip("\n".join(_as_sentence(message) for message in self._messages))
        self.setVisible(bool(self._messages))

    @property
    def offers(self) -> list[QPushButton]:
        """The buttons of the offer that stands, if one does."""
        return list(self._offers)

    def offer(self, sentence: str, ways: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Add a sentence and buttons for ways on; a newer offer takes the older one's place."""
        self.withdraw()
        self.show_message(sentence)
        self._offered = sentence
        for number, (text, way) in enumerate(ways):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(way)
            self._offers.append(button)
            self._layout.insertWidget(1 + number, button, 0, Qt.AlignmentFlag.AlignTop)

    def withdraw(self) -> None:
        """Take the offer that stands back, and its sentence."""
        if self._offered in self._messages:
            self._messages.remove(self._offered)
            self._renew()
        self._take_offers_back()

    def _take_offers_back(self) -> None:
        self._offered = ""
        for button in self._offers:
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._offers = []

    @Slot()
    def clear(self) -> None:
        """Forget all sentences and offers."""
        self._messages = []
        self._take_offers_back()
        self.hide()


def _as_sentence(message: str) -> str:
    words = told_first(message)
    if words.endswith((".", "!", "?", "。", "！", "？")):
        stop = ""
    else:
        # Chinese and Japanese have a full stop of their own, also behind a Latin name.
        translated = words[1:] != message[1:] and any(sign >= FIRST_CJK for sign in words)
        stop = "。" if translated or words[-1:] >= FIRST_CJK else "."
    return words + stop
