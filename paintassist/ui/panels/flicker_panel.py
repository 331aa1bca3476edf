"""The list of parts whose colour jumps between neighbouring frames."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from paintassist.core.flicker import Jump
from paintassist.core.palette import Color

JUMP_ROLE = int(Qt.ItemDataRole.UserRole)
SWATCH = QSize(40, 18)


class FlickerPanel(QWidget):
    """Jumps as a list; a click goes to one.

    Signals
    -------
    asked : look for jumps now.
    stopped : look no more.
    chosen : frame, segment.
    """

    asked = Signal()
    stopped = Signal()
    chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check = QPushButton()
        self._check.setAutoDefault(False)
        self._check.clicked.connect(self._on_clicked)
        self._progress = (0, 0)
        self._shown: tuple[list[Jump], list[str], list[Color]] | None = None
        self.list = QListWidget()
        self.list.setIconSize(SWATCH)
        self.list.itemClicked.connect(self._on_item)
        self.list.itemActivated.connect(self._on_item)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._check)
        layout.addWidget(self.list, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.show_progress(*self._progress)
        self.list.setAccessibleName(self.tr("Colours that jump"))
        if self._shown is not None:
            self.show_jumps(*self._shown)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many frames of how many are compared; a total of 0 says that none are."""
        self._progress = done, total
        text = self.tr("Check for Flicker")
        if total:
            text = self.tr("Stop (%1 of %2 frames compared)")
            text = text.replace("%1", str(done)).replace("%2", str(total))
        self._check.setText(text)

    def _on_clicked(self) -> None:
        if self._progress[1]:
            self.stopped.emit()
        else:
            self.asked.emit()

    def clear(self) -> None:
        """Show nothing, as nothing is known."""
        self._shown = None
        self.list.clear()

    def show_jumps(self, jumps: list[Jump], names: list[str], colors: list[Color]) -> None:
        """Show jumps; frame names and palette colours by index."""
        self._shown = jumps, names, colors
        self.list.clear()
        for jump in jumps:
            text = self.tr("%1, segment %2").replace("%1", names[jump.frame])
            text = text.replace("%2", str(jump.segment))
            if jump.returns:
                text += "  " + self.tr("(flash)")
            item = QListWidgetItem(_swatches(colors[jump.before], colors[jump.color]), text)
            item.setData(JUMP_ROLE, (jump.frame, jump.segment))
            self.list.addItem(item)
        if not jumps:
            item = QListWidgetItem(self.tr("No colour jumps"))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)

    def _on_item(self, item: QListWidgetItem) -> None:
        place = item.data(JUMP_ROLE)
        if place:
            self.chosen.emit(*place)


def _swatches(before: Color, now: Color) -> QIcon:
    """Return both colours side by side."""
    picture = QPixmap(SWATCH * 2)
    picture.fill(QColor(*before))
    right = QPixmap(SWATCH.width(), SWATCH.height() * 2)
    right.fill(QColor(*now))
    painter = QPainter(picture)
    painter.drawPixmap(SWATCH.width(), 0, right)
    painter.end()
    return QIcon(picture)
