"""One card of the tour, and the ring around what it points at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

WIDTH, GAP = 340, 14
RING = QColor("#2f6fe0")


class TourRing(QWidget):
    """A ring over the window that lets every click through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rect = QRect()

    def surround(self, rect: QRect) -> None:
        """Lie around another rectangle of the window."""
        self._rect = rect
        self.setGeometry(self._window.rect())
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for color, width in ((QColor(255, 255, 255), 6.0), (RING, 3.5)):
            painter.setPen(QPen(color, width))
            painter.drawRoundedRect(self._rect.adjusted(3, 3, -3, -3), 6, 6)
        painter.end()


class TourCard(QFrame):
    """A few words with a way on, back and out; Escape is out.

    Signals
    -------
    went : 1 on, -1 back.
    left : the painter has seen enough.
    """

    went = Signal(int)
    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setFixedWidth(WIDTH)
        self.title, self.text, self._count = QLabel(), QLabel(), QLabel()
        font = self.title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self.title.setFont(font)
        for label in (self.title, self.text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.back, self.on, self.out = QPushButton(), QPushButton(), QPushButton()
        self.back.clicked.connect(lambda: self.went.emit(-1))
        self.on.clicked.connect(lambda: self.went.emit(1))
        self.out.clicked.connect(self.left)
        row = QHBoxLayout()
        row.addWidget(self.out)
        row.addStretch(1)
        row.addWidget(self._count)
        row.addWidget(self.back)
        row.addWidget(self.on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.title)
        layout.addWidget(self.text)
        layout.addLayout(row)

    def say(self, title: str, text: str, step: int, steps: int) -> None:
        """Show the words of a step, counted from 0."""
        self.title.setText(title)
        self.text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._count.setText(f"{step} / {steps - 1}" if step else "")
        last = step == steps - 1
        self.back.setVisible(step > 1)
        self.back.setText(self.tr("Back"))
        self.out.setVisible(not last)
        self.out.setText(self.tr("Skip") if step else self.tr("Not Now"))
        self.on.setText(
            self.tr("Done") if last else self.tr("Next") if step else self.tr("Show Me")
        )
        layout = self.layout()
        assert layout is not None
        # With the frame around the card, which the layout does not know of by itself.
        self.resize(WIDTH, layout.totalHeightForWidth(WIDTH))

    def place(self, target: QRect) -> None:
        """Lie beside a rectangle of the window where there is room, else inside it."""
        room, size = self._window.rect().adjusted(GAP, GAP, -GAP, -GAP), self.size()
        middle_y = target.center().y() - size.height() // 2
        middle_x = target.center().x() - size.width() // 2
        spots = (
            (target.left() - GAP - size.width(), middle_y),
            (target.right() + GAP, middle_y),
            (middle_x, target.top() - GAP - size.height()),
            (middle_x, target.bottom() + GAP),
        )
        large = 3 * target.height() > 2 * room.height() or 3 * target.width() > 2 * room.width()
        inside = large and target.height() > 2 * size.height()
        for x, y in spots if not inside else ():
            if room.contains(QRect(x, room.top(), size.width(), 1)) and room.contains(
                QRect(room.left(), y, 1, size.height())
            ):
                self.move(x, y)
                break
        else:
            x = min(max(middle_x, room.left()), room.right() - size.width())
            low = target.bottom() - GAP - size.height()
            self.move(x, min(max(low, room.top()), room.bottom() - size.height()))
        self.raise_()

    def event(self, event: QEvent) -> bool:
        """Keep Escape: in the window it is a shortcut."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
