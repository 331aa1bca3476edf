"""Dust, listed before anything is done: how large, where, and whether it goes."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QWidget,
)

from paintassist.core.dust import MOST_PIXELS, Speck
from paintassist.ui.tool_dialog import ToolDialog, side_by_side
from paintassist.ui.words import counted

DEFAULT_PIXELS = 6
REST = 250
ROLE = int(Qt.ItemDataRole.UserRole)

Found = list[tuple[str, Speck]]
"""Name of the frame and the speck, in order."""


class DustDialog(ToolDialog):
    """A size, and the specks that are not larger; stays open beside the window.

    Signals
    -------
    asked : pixels, all frames; look for specks.
    chosen : frame name, Speck; go there.
    applied : list of (frame name, Speck) that shall go.
    """

    asked = Signal(int, bool)
    chosen = Signal(str, object)
    applied = Signal(list)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.resize(360, 420)
        self.size_box = QSpinBox()
        self.size_box.setRange(1, MOST_PIXELS)
        self.size_box.setValue(DEFAULT_PIXELS)
        self.every = QCheckBox()
        self.list = QListWidget()
        self.list.itemClicked.connect(self._on_item)
        self.list.itemActivated.connect(self._on_item)
        self.list.itemChanged.connect(self._show_count)
        self._label, self.found = QLabel(), QLabel()
        self._looking = False
        self.apply.clicked.connect(lambda: self.applied.emit(self.checked()))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self.ask)
        self.size_box.valueChanged.connect(self._timer.start)
        self.every.toggled.connect(self._timer.start)
        top = side_by_side(self._label, self.size_box, self.every)
        top.addStretch(1)
        self.lay_out(top, self.list, self.found)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setWindowTitle(self.tr("Remove Dust"))
        self.size_box.setSuffix(self.tr(" px"))
        self.size_box.setAccessibleName(self.tr("Largest speck in pixels"))
        self.every.setText(self.tr("In all frames"))
        self.list.setAccessibleName(self.tr("Specks"))
        self.apply.setText(self.tr("Remove"))
        self._label.setText(self.tr("Specks up to:"))
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setText(self._words(*item.data(ROLE)))
        self.list.blockSignals(False)
        self._show_count()

    def _words(self, name: str, speck: Speck) -> str:
        kind = self.tr("line") if speck.is_line else self.tr("segment")
        return f"{name}   {kind}   {speck.area}{self.tr(' px')}"

    @Slot()
    def ask(self) -> None:
        """Have specks looked for."""
        self.list.clear()
        self._looking = True
        self._show_count()
        self.asked.emit(self.size_box.value(), self.every.isChecked())

    def show_specks(self, specks: Found) -> None:
        """List specks; all of them go unless the painter takes some out."""
        self.list.blockSignals(True)
        self.list.clear()
        for name, speck in specks:
            item = QListWidgetItem(self._words(name, speck))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(ROLE, (name, speck))
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._looking = False
        self._show_count()

    def checked(self) -> Found:
        """Return the specks that shall go."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [item.data(ROLE) for item in items if item.checkState() is Qt.CheckState.Checked]

    @Slot()
    def _show_count(self) -> None:
        count = len(self.checked())
        self.apply.setEnabled(count > 0)
        one = self.tr("1 speck takes the colour around it")
        many = self.tr("%1 specks take the colour around them")
        none = self.tr("Looking for specks...") if self._looking else self.tr("No specks")
        self.found.setText(counted(count, one, many) if count else none)

    @Slot(QListWidgetItem)
    def _on_item(self, item: QListWidgetItem) -> None:
        self.chosen.emit(*item.data(ROLE))
