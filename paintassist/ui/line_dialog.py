"""How line art is read: what the trace colours and filled-in guides mean."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Slot
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from paintassist.core.guides import DEFAULT_GUIDES, MOST_GUIDES, GuideColor
from paintassist.core.lines import (
    INK_RGB,
    TRACE_INKS,
    Ink,
    LineSettings,
    TraceMeaning,
    TraceRule,
    TraceSetting,
)
from paintassist.core.shade import Shade
from paintassist.ui.actions.action_set import plain
from paintassist.ui.actions.spec import QT_TRANSLATE_NOOP

SWATCH = QSize(28, 16)
MEANINGS = {
    TraceMeaning.HIGHLIGHT: QT_TRANSLATE_NOOP("LineDialog", "Highlight"),
    TraceMeaning.SHADOW: QT_TRANSLATE_NOOP("LineDialog", "Shadow 1"),
    TraceMeaning.SHADOW_2: QT_TRANSLATE_NOOP("LineDialog", "Shadow 2"),
    TraceMeaning.OTHER: QT_TRANSLATE_NOOP("LineDialog", "Something else"),
}
RULES = {
    TraceRule.SMALLEST: QT_TRANSLATE_NOOP("LineDialog", "belongs to its smallest neighbour"),
    TraceRule.LARGEST: QT_TRANSLATE_NOOP("LineDialog", "belongs to its largest neighbour"),
    TraceRule.TOUCHING: QT_TRANSLATE_NOOP("LineDialog", "belongs to whom it touches most"),
    TraceRule.OWN: QT_TRANSLATE_NOOP("LineDialog", "is a segment of its own"),
}
SHADES = {
    Shade.HIGHLIGHT: QT_TRANSLATE_NOOP("LineDialog", "Highlight"),
    Shade.NORMAL: QT_TRANSLATE_NOOP("LineDialog", "Normal"),
    Shade.SHADOW: QT_TRANSLATE_NOOP("LineDialog", "Either shadow"),
    Shade.SHADOW_1: QT_TRANSLATE_NOOP("LineDialog", "Shadow 1"),
    Shade.SHADOW_2: QT_TRANSLATE_NOOP("LineDialog", "Shadow 2"),
    Shade.UNSAID: QT_TRANSLATE_NOOP("LineDialog", "Only the part"),
}
INKS = {
    Ink.RED: QT_TRANSLATE_NOOP("LineDialog", "&Red lines"),
    Ink.BLUE: QT_TRANSLATE_NOOP("LineDialog", "&Blue lines"),
    Ink.GREEN: QT_TRANSLATE_NOOP("LineDialog", "&Green lines"),
}
COLOR, SHADE, PART = range(3)


def _say(source: str) -> str:
    return QCoreApplication.translate("LineDialog", source)


class LineDialog(QDialog):
    """Edits line settings; `settings` gives what was chosen."""

    def __init__(self, settings: LineSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How Line Art Is Read"))
        self.threshold = QSpinBox()
        self.threshold.setRange(0, 255)
        self.threshold.setSpecialValueText(self.tr("Automatic"))
        self.threshold.setAccessibleName(self.tr("Line threshold"))
        self.threshold.setValue(settings.threshold or 0)
        self._meanings: dict[Ink, QComboBox] = {}
        self._rules: dict[Ink, QComboBox] = {}
        form = QFormLayout()
        form.addRow(self.tr("&Darkness of a line:"), self.threshold)
        for ink in TRACE_INKS:
            label = self.tr("%1:").replace("%1", _say(INKS[ink]))
            form.addRow(label, self._trace_row(ink, settings))
        self.trace_shades = QCheckBox(self.tr("Areas take the &tone that their trace line means"))
        self.trace_shades.setChecked(settings.trace_shades)
        form.addRow("", self.trace_shades)
        self.guides = self._table()
        for guide in settings.guides:
            self._add(guide)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._guide_box(), 1)
        layout.addWidget(self.buttons)
        self.resize(620, 560)

    def settings(self) -> LineSettings:
        """Return what the painter chose."""
        traces = {
            ink: TraceSetting(
                TraceMeaning(self._meanings[ink].currentData()),
                TraceRule(self._rules[ink].currentData()),
            )
            for ink in TRACE_INKS
        }
        guides = tuple(self._guide(row) for row in range(self.guides.rowCount()))
        shades = self.trace_shades.isChecked()
        return LineSettings(self.threshold.value() or None, traces, guides, shades)

    def _trace_row(self, ink: Ink, settings: LineSettings) -> QWidget:
        setting = settings.traces.get(ink, TraceSetting(TraceMeaning.OTHER))
        meaning, rule = QComboBox(), QComboBox()
        for value, text in MEANINGS.items():
            meaning.addItem(_say(text), value.value)
        for kind, text in RULES.items():
            rule.addItem(_say(text), kind.value)
        meaning.setCurrentIndex(list(MEANINGS).index(setting.meaning))
        rule.setCurrentIndex(list(RULES).index(setting.rule))
        name = plain(_say(INKS[ink]))
        meaning.setAccessibleName(self.tr("What %1 bound").replace("%1", name))
        rule.setAccessibleName(self.tr("Where %1 belong").replace("%1", name))
        self._meanings[ink], self._rules[ink] = meaning, rule
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        swatch = QLabel()
        swatch.setPixmap(_swatch(QColor(*INK_RGB[ink])))
        layout.addWidget(swatch)
        for widget in (meaning, rule):
            layout.addWidget(widget, 1)
        return row

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, 3)
        table.setHorizontalHeaderLabels(
            [self.tr("Filled with"), self.tr("means"), self.tr("of the part")]
        )
        table.horizontalHeader().setStretchLastSection(True)
        table.setColumnWidth(COLOR, 130)
        table.setColumnWidth(SHADE, 150)
        table.verticalHeader().hide()
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setAccessibleName(self.tr("Guide colours"))
        return table

    def _guide_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Areas filled in by the animator"))
        add, remove = QPushButton(self.tr("&Add...")), QPushButton(self.tr("Re&move"))
        usual = QPushButton(self.tr("&Usual Colours"))
        add.clicked.connect(self._on_add)
        remove.clicked.connect(self._on_remove)
        usual.clicked.connect(self._on_usual)
        row = QHBoxLayout()
        for button in (add, remove, usual):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(box)
        layout.addWidget(self.guides, 1)
        layout.addLayout(row)
        return box

    def _add(self, guide: GuideColor) -> None:
        row = self.guides.rowCount()
        if row >= MOST_GUIDES:
            return
        self.guides.insertRow(row)
        button = QPushButton()
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("Guide colour"))
        _show_color(button, QColor(*guide.rgb))
        button.clicked.connect(lambda: self._choose(button))
        shade = QComboBox()
        for value, text in SHADES.items():
            shade.addItem(_say(text), value.value)
        shade.setCurrentIndex(list(SHADES).index(guide.shade))
        shade.setAccessibleName(self.tr("Meaning of the guide colour"))
        part = QLineEdit(guide.part)
        part.setPlaceholderText(self.tr("any"))
        part.setAccessibleName(self.tr("Part that the guide colour speaks of"))
        for column, widget in ((COLOR, button), (SHADE, shade), (PART, part)):
            self.guides.setCellWidget(row, column, widget)

    def _guide(self, row: int) -> GuideColor:
        button = self.guides.cellWidget(row, COLOR)
        shade = self.guides.cellWidget(row, SHADE)
        part = self.guides.cellWidget(row, PART)
        assert isinstance(shade, QComboBox)
        assert isinstance(part, QLineEdit)
        color = QColor(button.property("color"))
        rgb = color.red(), color.green(), color.blue()
        return GuideColor(rgb, Shade(shade.currentData()), part.text().strip())

    def _choose(self, button: QPushButton) -> None:
        color = QColorDialog.getColor(QColor(button.property("color")), self)
        if color.isValid():
            _show_color(button, color)

    @Slot()
    def _on_add(self) -> None:
        color = QColorDialog.getColor(QColor(200, 220, 255), self)
        if color.isValid():
            rgb = color.red(), color.green(), color.blue()
            self._add(GuideColor(rgb, Shade.SHADOW))
            self.guides.selectRow(self.guides.rowCount() - 1)

    @Slot()
    def _on_remove(self) -> None:
        row = self.guides.currentRow()
        if row >= 0:
            self.guides.removeRow(row)

    @Slot()
    def _on_usual(self) -> None:
        self.guides.setRowCount(0)
        for guide in DEFAULT_GUIDES:
            self._add(guide)


def _show_color(button: QPushButton, color: QColor) -> None:
    button.setProperty("color", color.name())
    button.setIcon(QIcon(_swatch(color)))
    button.setIconSize(SWATCH)
    button.setText(color.name())


def _swatch(color: QColor) -> QPixmap:
    pixmap = QPixmap(SWATCH)
    pixmap.fill(color)
    return pixmap
