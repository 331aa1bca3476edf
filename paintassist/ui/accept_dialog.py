"""Choose from which confidence on proposals are accepted, and see how many that are."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QSlider,
    QWidget,
)

from paintassist.ui.tool_dialog import ToolDialog, side_by_side
from paintassist.ui.words import counted

PERCENT = (50, 100)


class AcceptDialog(ToolDialog):
    """A confidence and whether all frames are meant; stays open beside the window.

    Signals
    -------
    asked : least confidence, all frames; show how many segments that are.
    applied : least confidence, all frames.
    """

    asked = Signal(float, bool)
    applied = Signal(float, bool)

    def __init__(self, parent: QWidget, least: float) -> None:
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(*PERCENT)
        self.slider.setValue(round(least * 100))
        self.slider.setMinimumWidth(220)
        self._label, self._value, self.found = QLabel(), QLabel(), QLabel()
        self.every = QCheckBox()
        self._count: int | None = None
        self.apply.clicked.connect(self._on_applied)
        self.slider.valueChanged.connect(self.ask)
        self.every.toggled.connect(self.ask)
        self.lay_out(side_by_side(self._label, self.slider, self._value), self.every, self.found)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setWindowTitle(self.tr("Accept Above"))
        self.slider.setAccessibleName(self.tr("Least confidence"))
        self.every.setText(self.tr("In all frames"))
        self.apply.setText(self.tr("Accept"))
        self._label.setText(self.tr("Confidence at least:"))
        if self._count is not None:
            self.show_count(self._count)

    @property
    def least(self) -> float:
        """The least confidence, 0..1."""
        return self.slider.value() / 100

    @Slot()
    def ask(self) -> None:
        """Ask how many segments the choice means."""
        self._value.setText(f"{self.slider.value()} %")
        self.asked.emit(self.least, self.every.isChecked())

    def show_count(self, count: int) -> None:
        """Tell how many segments would be accepted."""
        self._count = count
        one = self.tr("1 segment would be accepted")
        self.found.setText(counted(count, one, self.tr("%1 segments would be accepted")))
        self.apply.setEnabled(count > 0)

    @Slot()
    def _on_applied(self) -> None:
        self.applied.emit(self.least, self.every.isChecked())
        self.ask()
