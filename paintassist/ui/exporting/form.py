"""The questions of an export: preset, formats, layers, names, frames and folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from paintassist.core.errors import InputError
from paintassist.core.layers import STACK, Layer
from paintassist.io.export.formats import TRUE_WHITE, ImageFormat
from paintassist.io.export.plan import ExportRequest
from paintassist.io.export.presets import BUILT_IN, Preset, PresetStore
from paintassist.ui.exporting.words import format_words, layer_words, preset_words

PATTERNS = (
    "{name}",
    "{cel}/{cel}{frame:04d}",
    "{cut}/{cel}/{cel}{frame:04d}",
    "{cel}/{cel}.{frame:04d}",
    "{layer}/{name}",
    "{name}_{layer}",
)
ROWS = ("preset", "folder", "format", "layers", "names", "frames", "cut")
COLUMNS = 2


class ExportForm(QWidget):
    """Everything that makes an `ExportRequest`, filled in from a preset.

    Signals
    -------
    changed : something is asked for otherwise.
    failed : sentence for the painter.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, start: ExportRequest, store: PresetStore, parent: QWidget | None = None):
        super().__init__(parent)
        self._store = store
        self._timesheet = start.timesheet
        self._true_white = TRUE_WHITE
        self.presets = QComboBox()
        self.save_button, self.remove_button = (
            self._button(self._on_save),
            self._button(self._on_remove),
        )
        self.folder = QLineEdit(str(start.folder))
        self.browse_button = self._button(self._on_browse)
        self.formats = {item: QCheckBox() for item in ImageFormat}
        self.layers = {item: QCheckBox() for item in (*STACK[::-1], Layer.COMPOSITE)}
        self.pattern = QComboBox()
        self.pattern.setEditable(True)
        self.pattern.addItems(PATTERNS)
        self.example = QLabel()
        self.example.setWordWrap(True)
        wide, high = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred
        self.pattern.setSizePolicy(wide, high)
        self.example.setSizePolicy(wide, high)
        self.frames, self.cut = QLineEdit(start.frames), QLineEdit(start.cut)
        self.cel = QLineEdit(start.cel)
        self.compress, self.overwrite, self.timesheet = QCheckBox(), QCheckBox(), QCheckBox()
        self.timesheet.setVisible(start.timesheet is not None)
        self.timesheet.setChecked(True)
        self._labels = {name: QLabel() for name in ROWS}
        self._lay_out()
        self.retranslate()
        self._list_presets(start.preset.name)
        self.show_preset(start.preset)
        self.presets.activated.connect(self._on_preset)
        for box in (*self.formats.values(), *self.layers.values()):
            box.toggled.connect(self.changed)
        for box in (self.compress, self.overwrite, self.timesheet):
            box.toggled.connect(self.changed)
        for field in (self.folder, self.frames, self.cut, self.cel):
            field.textChanged.connect(self.changed)
        self.pattern.editTextChanged.connect(self.changed)

    def _button(self, pressed: Callable[[], object]) -> QPushButton:
        button = QPushButton()
        button.setAutoDefault(False)
        button.clicked.connect(pressed)
        return button

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(
            self._labels["preset"], _row(self.presets, self.save_button, self.remove_button)
        )
        form.addRow(self._labels["format"], _grid(list(self.formats.values())))
        form.addRow("", self.compress)
        form.addRow(self._labels["layers"], _grid(list(self.layers.values())))
        form.addRow(self._labels["names"], self.pattern)
        form.addRow("", self.example)
        form.addRow(self._labels["cut"], _row(self.cut, self.cel))
        form.addRow(self._labels["frames"], self.frames)
        form.addRow(self._labels["folder"], _row(self.folder, self.browse_button))
        form.addRow("", self.overwrite)
        form.addRow("", self.timesheet)
        buddies = {
            "preset": self.presets, "names": self.pattern, "cut": self.cut,
            "frames": self.frames, "folder": self.folder,
        }  # fmt: skip
        for name, widget in buddies.items():
            self._labels[name].setBuddy(widget)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        texts = {
            "preset": self.tr("&Preset"),
            "format": self.tr("Formats"),
            "layers": self.tr("Layers"),
            "names": self.tr("File &names"),
            "cut": self.tr("&Cut and cel"),
            "frames": self.tr("F&rames"),
            "folder": self.tr("&Folder"),
        }
        for name, text in texts.items():
            self._labels[name].setText(text)
        self.save_button.setText(self.tr("&Save As..."))
        self.remove_button.setText(self.tr("Remo&ve"))
        self.browse_button.setText(self.tr("&Browse..."))
        self.compress.setText(self.tr("Co&mpress without loss"))
        self.overwrite.setText(self.tr("Replace files that e&xist"))
        self.timesheet.setText(self.tr("Write the &timesheet along"))
        self.frames.setPlaceholderText(self.tr("all, or numbers such as 1-12, 20"))
        self.cel.setPlaceholderText(self.tr("cel: from the names"))
        self.pattern.setToolTip(
            self.tr("{cut}, {cel}, {name}, {layer}, {frame:04d} and {index:04d} are filled in")
        )
        for image_format, box in self.formats.items():
            box.setText(format_words(image_format))
        for layer, box in self.layers.items():
            box.setText(layer_words(layer))
        for index in range(self.presets.count()):
            self.presets.setItemText(index, preset_words(self.presets.itemData(index)))

    def request(self) -> ExportRequest:
        """Return what is asked for now; it may make no sense yet."""
        return ExportRequest(
            Path(self.folder.text()).expanduser(),
            self.preset(),
            self.cut.text().strip(),
            self.cel.text().strip(),
            self.frames.text(),
            self.overwrite.isChecked(),
            self._timesheet if self.timesheet.isChecked() else None,
        )

    def preset(self) -> Preset:
        """Return formats, layers and names as they are ticked now."""
        return Preset(
            str(self.presets.currentData() or ""),
            tuple(item for item, box in self.formats.items() if box.isChecked()),
            tuple(item for item in Layer if self.layers[item].isChecked()),
            self.pattern.currentText(),
            self.compress.isChecked(),
            self._true_white,
        )

    def show_preset(self, preset: Preset) -> None:
        """Tick what a preset says."""
        blockers = [QSignalBlocker(box) for box in (*self.formats.values(), *self.layers.values())]
        for image_format, box in self.formats.items():
            box.setChecked(image_format in preset.formats)
        for layer, box in self.layers.items():
            box.setChecked(layer in preset.layers)
        for blocker in blockers:
            blocker.unblock()
        self._true_white = preset.true_white
        self.compress.setChecked(preset.compress)
        self.pattern.setEditText(preset.pattern)
        self.changed.emit()

    def _list_presets(self, current: str) -> None:
        blocker = QSignalBlocker(self.presets)
        self.presets.clear()
        try:
            known: Sequence[Preset] = self._store.all()
        except InputError as error:
            self.failed.emit(str(error))
            known = BUILT_IN
        for preset in known:
            self.presets.addItem(preset_words(preset.name), preset.name)
        self.presets.setCurrentIndex(max(self.presets.findData(current), 0))
        blocker.unblock()
        self._renew_remove()

    def _renew_remove(self) -> None:
        try:
            own = {preset.name for preset in self._store.own()}
        except InputError:
            own = set()
        self.remove_button.setEnabled(self.presets.currentData() in own)

    @Slot(int)
    def _on_preset(self, index: int) -> None:
        try:
            self.show_preset(self._store.find(self.presets.itemData(index)))
        except InputError as error:
            self.failed.emit(str(error))
        self._renew_remove()

    @Slot()
    def _on_save(self) -> None:
        name, given = QInputDialog.getText(
            self, self.tr("Save Preset"), self.tr("Name"), text=self.presets.currentText()
        )
        if given:
            self.save_preset(name.strip())

    def save_preset(self, name: str) -> None:
        """Keep what is ticked now under a name."""
        try:
            self._store.keep(replace(self.preset(), name=name))
        except InputError as error:
            self.failed.emit(str(error))
            return
        self._list_presets(name)

    @Slot()
    def _on_remove(self) -> None:
        try:
            self._store.remove(str(self.presets.currentData()))
        except InputError as error:
            self.failed.emit(str(error))
            return
        self._list_presets(BUILT_IN[0].name)
        self._on_preset(self.presets.currentIndex())

    @Slot()
    def _on_browse(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Export"), self.folder.text())
        if name:
            self.folder.setText(name)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget, 0 if isinstance(widget, QPushButton) else 1)
    return row


def _grid(widgets: Sequence[QWidget]) -> QGridLayout:
    grid = QGridLayout()
    for index, widget in enumerate(widgets):
        grid.addWidget(widget, index // COLUMNS, index % COLUMNS)
    return grid
