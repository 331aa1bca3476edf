"""Choose how wide the gaps are that close by themselves, and see where."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QLabel,
    QSlider,
    QWidget,
)

from paintassist.core.gaps import MOST_RADIUS
from paintassist.ui.tool_dialog import ToolDialog, side_by_side
from paintassist.ui.words import counted

# The preview waits until the slider rests this many milliseconds.
REST = 120


class GapDialog(ToolDialog):
    """A radius from 0 (nothing closes) to 20 px; stays open beside the window.

    Signals
    -------
    asked : radius; show what it would close.
    applied : radius.
    """

    asked = Signal(int)
    applied = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, MOST_RADIUS)
        self._label, self._value, self._found = QLabel(), QLabel(), QLabel()
        self._bridges: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self._on_rest)
        self.slider.valueChanged.connect(self._on_value_changed)
        self.apply.clicked.connect(lambda: self.applied.emit(self.slider.value()))
        self.lay_out(side_by_side(self._label, self.slider, self._value), self._found)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setWindowTitle(self.tr("Close Gaps"))
        self.slider.setAccessibleName(self.tr("Widest gap in pixels"))
        self._label.setText(self.tr("Widest gap:"))
        self._show_value()
        if self._bridges is not None:
            self.show_found(self._bridges)

    def set_radius(self, radius: int) -> None:
        """Start from what the frame has; asks for its preview at once."""
        self.slider.setValue(radius)
        self._show_value()
        self._on_rest()

    def show_found(self, bridges: int) -> None:
        """Tell how many places would close."""
        self._bridges = bridges
        one = self.tr("1 place would close")
        self._found.setText(counted(bridges, one, self.tr("%1 places would close")))

    def _show_value(self) -> None:
        self._value.setText(self.tr("%1 px").replace("%1", str(self.slider.value())))

    @Slot()
    def _on_value_changed(self) -> None:
        self._show_value()
        self._timer.start()

    @Slot()
    def _on_rest(self) -> None:
        self.asked.emit(self.slider.value())
