"""The list of decisions that found no segment when a drawing was changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from paintassist.core.palette import Color

PLACE_ROLE = int(Qt.ItemDataRole.UserRole)
SWATCH = QSize(28, 18)


@dataclass(frozen=True)
class LostPlace:
    """One line of the list.

    Attributes
    ----------
    frame : int
    name : str
        Of the frame.
    pos_image : (x, y)
    color : Color
    color_name : str
    """

    frame: int
    name: str
    pos_image: tuple[int, int]
    color: Color
    color_name: str


class LostPanel(QWidget):
    """Lost decisions; a click goes to where the segment was.

    Signals
    -------
    chosen : frame, x, y.
    cleared : the painter has seen to them.
    """

    chosen = Signal(int, int, int)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setIconSize(SWATCH)
        self.list.itemClicked.connect(self._on_item)
        self.list.itemActivated.connect(self._on_item)
        self.clear_button = QPushButton()
        self.clear_button.setAutoDefault(False)
        self.clear_button.clicked.connect(self.cleared)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.clear_button)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.clear_button.setText(self.tr("Clear List"))
        self.list.setAccessibleName(self.tr("Decisions without a segment"))

    def show_places(self, places: Sequence[LostPlace]) -> None:
        """Show these and no others."""
        row = self.list.currentRow()
        self.list.clear()
        for place in places:
            text = f"{place.name}: {place.color_name}"
            item = QListWidgetItem(_swatch(place.color), text)
            item.setData(PLACE_ROLE, (place.frame, *place.pos_image))
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(places) - 1))
        self.clear_button.setEnabled(bool(places))

    def _on_item(self, item: QListWidgetItem) -> None:
        self.chosen.emit(*item.data(PLACE_ROLE))


def _swatch(color: Color) -> QIcon:
    picture = QPixmap(SWATCH * 2)
    picture.fill(QColor(*color))
    return QIcon(picture)
