"""How drawings of a sheet are read: line colour, threshold, tolerance, and what to show of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QWidget,
)

from paintassist.core.palette import hex_of
from paintassist.core.sheets.reading import Reading
from paintassist.core.sheets.relining import LineReading

THRESHOLDS = (5, 95)
MOST_TOLERANCE = 32
CHIP = 16


class ReadingForm(QGroupBox):
    """Controls of a `Reading`; of the two things to show, one at most is on.

    Signals
    -------
    changed : drawings are to be read otherwise; see `reading`.
    shown : something else is to be shown.
    """

    changed = Signal()
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._color = LineReading().color
        self.line_color = QPushButton()
        self.threshold = QSlider(Qt.Orientation.Horizontal)
        self.threshold.setRange(*THRESHOLDS)
        self.threshold.setValue(LineReading().threshold)
        self.tolerance = QSlider(Qt.Orientation.Horizontal)
        self.tolerance.setRange(0, MOST_TOLERANCE)
        self.tolerance.setValue(Reading().tolerance)
        self.show_areas, self.show_lines = QCheckBox(), QCheckBox()
        self._threshold_value, self._tolerance_value = QLabel(), QLabel()
        self._labels = [QLabel(), QLabel(), QLabel()]
        form = QFormLayout(self)
        form.addRow(self._labels[0], self.line_color)
        for label, slider, value in (
            (self._labels[1], self.threshold, self._threshold_value),
            (self._labels[2], self.tolerance, self._tolerance_value),
        ):
            row = QHBoxLayout()
            row.addWidget(slider, 1)
            row.addWidget(value)
            label.setBuddy(slider)
            form.addRow(label, row)
        form.addRow(self.show_areas)
        form.addRow(self.show_lines)
        self.line_color.clicked.connect(self._on_line_color)
        for slider in (self.threshold, self.tolerance):
            slider.valueChanged.connect(self._on_changed)
        self.show_areas.toggled.connect(self._on_areas_toggled)
        self.show_lines.toggled.connect(self._on_lines_toggled)
        self.retranslate()
        self._show_values()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setTitle(self.tr("Reading the drawing"))
        texts = (self.tr("Line colour"), self.tr("Line &threshold"), self.tr("&Colour tolerance"))
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        self.show_areas.setText(self.tr("Show the &areas found"))
        self.show_lines.setText(self.tr("Show the &lines found"))
        self.line_color.setAccessibleName(self.tr("Line colour"))

    @property
    def reading(self) -> Reading:
        """How drawings are read now."""
        return Reading(LineReading(self._color, self.threshold.value()), self.tolerance.value())

    def set_lines_known(self, known: bool) -> None:
        """Lines that have a layer of their own are not looked for in the paint."""
        for widget in (self.line_color, self.threshold):
            widget.setEnabled(not known)

    def _show_values(self) -> None:
        self._threshold_value.setText(f"{self.threshold.value()} %")
        self._tolerance_value.setText(f"± {self.tolerance.value()}")
        chip = QPixmap(CHIP, CHIP)
        chip.fill(QColor(*self._color))
        self.line_color.setIcon(QIcon(chip))
        self.line_color.setText(hex_of(self._color))

    @Slot()
    def _on_changed(self) -> None:
        self._show_values()
        self.changed.emit()

    @Slot()
    def _on_line_color(self) -> None:
        color = QColorDialog.getColor(QColor(*self._color), self, self.tr("Line colour"))
        if color.isValid():
            self._color = (color.red(), color.green(), color.blue())
            self._on_changed()

    @Slot(bool)
    def _on_areas_toggled(self, on: bool) -> None:
        if on:
            self.show_lines.setChecked(False)
        self.shown.emit()

    @Slot(bool)
    def _on_lines_toggled(self, on: bool) -> None:
        if on:
            self.show_areas.setChecked(False)
        self.shown.emit()
