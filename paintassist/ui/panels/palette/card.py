"""The entry in the hand: everything about it, to read and to edit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from paintassist.core.palette import Color, PaletteEntry, Role, color_from_text
from paintassist.ui.color_words import role_words, value_words
from paintassist.ui.panels.choices import paint_swatch
from paintassist.ui.panels.palette.view import mark_temporary

ROLES = tuple(Role)


class Swatch(QWidget):
    """One large colour; a click asks for another."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entry: PaletteEntry | None = None
        self.setFixedWidth(46)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_entry(self, entry: PaletteEntry | None) -> None:
        """Show a colour, or none."""
        self._entry = entry
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the colour."""
        if self._entry:
            painter = QPainter(self)
            box = QRectF(self.rect())
            paint_swatch(painter, box, self._entry.color)
            if self._entry.temporary:
                mark_temporary(painter, box)
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for another colour."""
        self.clicked.emit()


class EntryCard(QWidget):
    """Name, value, part and tone of the entry in the hand.

    Signals
    -------
    edited : PaletteEntry; as it shall be.
    pick_asked : a colour dialog is wanted.
    usage_toggled : bool; mark the segments that use it, or no longer.
    refused : str; a sentence on what was typed and means no colour.
    """

    edited = Signal(object)
    pick_asked = Signal()
    usage_toggled = Signal(bool)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._entry: PaletteEntry | None = None
        self.swatch = Swatch()
        self.name, self.value = QLineEdit(), QLineEdit()
        self.part, self.role = QComboBox(), QComboBox()
        self._part_line = QLineEdit()
        self.part.setEditable(True)
        self.part.setLineEdit(self._part_line)
        self.part.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.part.setMinimumContentsLength(6)
        self.role.setMinimumContentsLength(6)
        for box in (self.part, self.role):
            policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            box.setSizeAdjustPolicy(policy)
        for role in ROLES:
            self.role.addItem("", role)
        self.usage = QLabel()
        self.show_usage = QToolButton()
        self.show_usage.setCheckable(True)
        self.pick = QPushButton()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_entry(None, ())

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(6, 4, 6, 6)
        grid.setSpacing(4)
        grid.addWidget(self.swatch, 0, 0, 2, 1)
        grid.addWidget(self.name, 0, 1, 1, 2)
        grid.addWidget(self.value, 1, 1)
        grid.addWidget(self.pick, 1, 2)
        row = QHBoxLayout()
        row.addWidget(self.part, 3)
        row.addWidget(self.role, 2)
        grid.addLayout(row, 2, 0, 1, 3)
        last = QHBoxLayout()
        last.addWidget(self.usage, 1)
        last.addWidget(self.show_usage)
        grid.addLayout(last, 3, 0, 1, 3)

    def _connect(self) -> None:
        self.swatch.clicked.connect(self.pick_asked)
        self.pick.clicked.connect(self.pick_asked)
        self.name.editingFinished.connect(self._on_edited)
        self.value.editingFinished.connect(self._on_edited)
        self._part_line.editingFinished.connect(self._on_edited)
        self.part.activated.connect(self._on_edited)
        self.role.activated.connect(self._on_edited)
        self.show_usage.toggled.connect(self.usage_toggled)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        for widget, words in (
            (self.swatch, self.tr("Colour of the entry")),
            (self.name, self.tr("Name of the colour")),
            (self.value, self.tr("Value: #RRGGBB, or red, green and blue")),
            (self.part, self.tr("Part that the colour paints")),
            (self._part_line, self.tr("Part that the colour paints")),
            (self.role, self.tr("Tone of the part")),
            (self.show_usage, self.tr("Mark the segments that use this colour")),
        ):
            widget.setAccessibleName(words)
            widget.setToolTip(words)
        self.name.setPlaceholderText(self.tr("Name"))
        self._part_line.setPlaceholderText(self.tr("Part"))
        self.pick.setText(self.tr("Edit..."))
        self.show_usage.setText(self.tr("Show"))
        for number, role in enumerate(ROLES):
            self.role.setItemText(number, role_words(role))

    def sizeHint(self) -> QSize:
        """Return room for four lines."""
        return QSize(230, 128)

    def show_entry(self, entry: PaletteEntry | None, parts: Sequence[str]) -> None:
        """Show an entry, and the parts that there are."""
        self._entry = entry
        self.setEnabled(entry is not None)
        self.swatch.show_entry(entry)
        blockers = [QSignalBlocker(widget) for widget in (self.name, self.part, self.role)]
        self.name.setText(entry.name if entry else "")
        self.value.setText(value_words(entry.color) if entry else "")
        if [self.part.itemText(row) for row in range(self.part.count())] != ["", *parts]:
            self.part.clear()
            self.part.addItems(["", *parts])
        self.part.setEditText(entry.part if entry else "")
        self.role.setCurrentIndex(ROLES.index(entry.role if entry else Role.OTHER))
        del blockers

    def show_use(self, here: int, everywhere: int) -> None:
        """Show how many segments use the entry."""
        text = self.tr("%1 here, %2 in all frames") if self._entry else ""
        self.usage.setText(text.replace("%1", f"{here:,}").replace("%2", f"{everywhere:,}"))

    def _on_edited(self) -> None:
        if self._entry is None:
            return
        color: Color | None = self._entry.color
        if self.value.text() != value_words(self._entry.color):
            color = color_from_text(self.value.text())
        if color is None:
            text = self.tr("%1 is no colour; write #FF8000, or 255 128 0")
            self.refused.emit(text.replace("%1", self.value.text()))
            self.value.setText(value_words(self._entry.color))
            return
        part = self.part.currentText().strip()
        role: Role = self.role.currentData()
        known = self._entry
        temporary = known.temporary and color == known.color
        new = PaletteEntry(color, self.name.text().strip(), part, role, temporary)
        if new != known:
            self.edited.emit(new)
