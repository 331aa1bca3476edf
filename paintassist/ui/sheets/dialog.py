"""The import of a colour design sheet: what was found, to be looked at and put right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from paintassist.core.errors import InputError
from paintassist.core.sheets.figures import Figure
from paintassist.core.sheets.reading import ReadFigure, SheetPlan
from paintassist.core.sheets.swatches import Box
from paintassist.io.sheet_files import NAME_SUFFIXES, name_swatches, read_names
from paintassist.ui.dialogs import filter_of
from paintassist.ui.helper import Helper
from paintassist.ui.sheets.figure_list import FigureList
from paintassist.ui.sheets.importing import (
    KnownSheet,
    Opened,
    Outcome,
    open_sheet_file,
    preview_figure,
    read_all,
)
from paintassist.ui.sheets.layer_list import LINE, PAINT, LayerList
from paintassist.ui.sheets.look import areas_look, lines_look
from paintassist.ui.sheets.picture import SheetPicture
from paintassist.ui.sheets.reading_form import ReadingForm
from paintassist.ui.sheets.swatch_list import SwatchList
from paintassist.ui.told import told
from paintassist.ui.words import counted

# The preview waits until the hand rests this many milliseconds.
REST = 150
PREVIEW, OUTCOME, LAYERS = "sheet preview", "sheet outcome", "sheet layers"


class SheetDialog(QDialog):
    """Shows a sheet with its figures and swatches; everything can be adjusted.

    The work runs in the helper's thread; closing drops what is under way.

    Parameters
    ----------
    opened : Opened
    known : tuple of KnownSheet
        The sheets that are open.
    helper : Helper
    parent : QWidget

    Signals
    -------
    imported : Outcome, name of the variant ("" to add the figures).
    """

    imported = Signal(object, str)

    def __init__(
        self, opened: Opened, known: tuple[KnownSheet, ...], helper: Helper, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.opened = opened
        self.plan = opened.plan
        self._known, self._helper = known, helper
        self._current = 0
        self._read: ReadFigure | None = None
        self._accepting = False
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST)
        self._resting.timeout.connect(self._on_rested)
        self._build()
        self.retranslate()
        self._connect()
        self._show_opened(opened)

    # Assembly

    def _build(self) -> None:
        self.picture = SheetPicture()
        self.figures, self.swatches, self.layers = FigureList(), SwatchList(), LayerList()
        self.report = QListWidget()
        self.report.setWordWrap(True)
        self.names = QPushButton()
        self.state = QLabel()
        self.as_variant, self.variant_name = QCheckBox(), QLineEdit()
        self.form, self._twin_box = ReadingForm(), QGroupBox()
        twin = QVBoxLayout(self._twin_box)
        twin.addWidget(self.as_variant)
        twin.addWidget(self.variant_name)
        swatch_page = QWidget()
        page = QVBoxLayout(swatch_page)
        page.addWidget(self.swatches, 1)
        page.addWidget(self.names, 0, Qt.AlignmentFlag.AlignLeft)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.figures, "")
        self.tabs.addTab(swatch_page, "")
        self.tabs.addTab(self.layers, "")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.add = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._twin_box)
        column.addWidget(self.tabs, 3)
        column.addWidget(self.form)
        self._report_label = QLabel()
        column.addWidget(self._report_label)
        column.addWidget(self.report, 1)
        splitter = QSplitter()
        splitter.addWidget(self.picture)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([800, 380])
        layout = QVBoxLayout(self)
        layout.addWidget(splitter, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(self.state, 1)
        bottom.addWidget(self.buttons)
        layout.addLayout(bottom)
        self.resize(1220, 760)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setWindowTitle(self.tr("Import Sheet: %1").replace("%1", self.opened.file.path.name))
        for index, text in enumerate((self.tr("Figures"), self.tr("Swatches"), self.tr("Layers"))):
            self.tabs.setTabText(index, text)
        self.names.setText(self.tr("&Names from File..."))
        self._report_label.setText(self.tr("Could not be read for certain:"))
        self.add.setText(self.tr("A&dd"))
        self._twin_box.setTitle(self.tr("Same drawing in other colours"))
        self.variant_name.setAccessibleName(self.tr("Name of the scene"))
        self.picture.setAccessibleName(self.tr("Sheet picture"))
        self.report.setAccessibleName(self._report_label.text())

    def _connect(self) -> None:
        self.picture.chosen.connect(self._choose)
        self.picture.changed.connect(self._on_box_changed)
        self.picture.drawn.connect(self._on_drawn)
        self.picture.deleted.connect(self._on_deleted)
        self.figures.chosen.connect(self._choose)
        self.figures.changed.connect(self._on_figure_changed)
        self.swatches.changed.connect(self._on_swatches_changed)
        self.layers.changed.connect(self._on_layers_changed)
        self.form.changed.connect(self._ask)
        self.form.shown.connect(self._show_overlay)
        self.names.clicked.connect(self._on_names)
        self.as_variant.toggled.connect(self._show_state)
        self.variant_name.textChanged.connect(self._show_state)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        self._helper.failed.connect(self._on_failed)

    # What is shown

    def _show_opened(self, opened: Opened) -> None:
        """Begin with a sheet as it was found."""
        self.opened, self.plan = opened, opened.plan
        self._current = 0 if self.plan.figures else -1
        self.picture.show_picture(opened.file.rgba)
        self.swatches.show_swatches(self.plan.swatches)
        file = opened.file
        with QSignalBlocker(self.layers):
            self.layers.show_layers(file.layers, file.chosen_lines, file.chosen_paint)
        self.tabs.setTabVisible(2, bool(file.layers))
        self.form.set_lines_known(file.lines is not None)
        twin = opened.twin
        self._twin_box.setVisible(twin is not None)
        if twin is not None:
            text = self.tr("Take its colours as a scene of %1, position by position")
            self.as_variant.setText(text.replace("%1", twin.name))
            self.as_variant.setChecked(True)
            self.variant_name.setText(file.path.stem)
        self._show_figures()
        self._ask()

    def _show_figures(self) -> None:
        self.figures.show_figures(self.plan.figures, self._current)
        self._show_boxes()

    def _show_boxes(self) -> None:
        boxes = [(figure.box, figure.on) for figure in self.plan.figures]
        self.picture.show_boxes(boxes, [swatch.box for swatch in self.plan.swatches], self._current)
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        count = sum(figure.on for figure in self.plan.figures)
        variant = self.is_variant
        figures = counted(count, self.tr("1 figure"), self.tr("%1 figures"))
        number = len(self.plan.swatches)
        swatches = counted(number, self.tr("1 swatch"), self.tr("%1 swatches"))
        self.state.setText(f"{figures}, {swatches}")
        named = bool(self.variant_name.text().strip())
        self.add.setEnabled(not self._accepting and (named if variant else count > 0))
        self.variant_name.setEnabled(variant)

    @property
    def is_variant(self) -> bool:
        """Whether the sheet's colours shall become a scene."""
        return self.opened.twin is not None and self.as_variant.isChecked()

    # The work

    @Slot()
    def _ask(self) -> None:
        """Read again, once the hand rests."""
        self._resting.start()

    @Slot()
    def _on_rested(self) -> None:
        opened, plan, reading = self.opened, self.plan, self.form.reading
        if 0 <= self._current < len(plan.figures):
            figure = plan.figures[self._current]
            self._helper.ask(
                PREVIEW,
                lambda cancel: preview_figure(opened, plan, figure, reading),
                self._on_previewed,
            )
        self._ask_outcome(self._on_reported, urgent=False)

    def _ask_outcome(self, done: Callable[[Outcome], object], urgent: bool) -> None:
        opened, plan, reading = self.opened, self.plan, self.form.reading
        self._helper.ask(
            OUTCOME, lambda cancel: read_all(opened, plan, reading, cancel.check), done, urgent
        )

    def _on_previewed(self, read: ReadFigure) -> None:
        self._read = read
        self._show_overlay()

    def _on_reported(self, outcome: Outcome) -> None:
        self.report.clear()
        said = [told(sentence) for sentence in outcome.said]
        self.report.addItems(said or [self.tr("nothing; everything was read")])

    @Slot()
    def _show_overlay(self) -> None:
        read, form = self._read, self.form
        if read is None or not (form.show_areas.isChecked() or form.show_lines.isChecked()):
            self.picture.show_overlay(None)
            return
        look = areas_look(read) if form.show_areas.isChecked() else lines_look(read)
        self.picture.show_overlay(look, read.figure.box)

    # The painter's hand

    def _choose(self, number: int) -> None:
        if number == self._current:
            return
        self._current = number
        self._read = None
        self._show_overlay()
        with QSignalBlocker(self.figures):
            self.figures.choose(number)
        self._show_boxes()
        self._ask()

    def _change(self, plan: SheetPlan, current: int) -> None:
        """Go on with another plan; what was read of the old one shows no more."""
        self.plan, self._current = plan, current
        self._read = None
        self._show_overlay()
        self._show_figures()
        self._ask()

    def _on_box_changed(self, number: int, box: Box) -> None:
        figure = replace(self.plan.figures[number], box=box)
        self._change(self.plan.with_figure(number, figure), number)

    def _on_drawn(self, box: Box) -> None:
        self._change(self.plan.with_new_figure(box), len(self.plan.figures))

    def _on_deleted(self, number: int) -> None:
        plan = self.plan.without_figure(number)
        self._change(plan, min(number, len(plan.figures) - 1))

    def _on_figure_changed(self, number: int, figure: Figure) -> None:
        self.plan = self.plan.with_figure(number, figure)
        self._show_boxes()
        self._ask()

    @Slot()
    def _on_swatches_changed(self) -> None:
        self.plan = replace(self.plan, swatches=tuple(self.swatches.swatches))
        self._show_boxes()
        self._ask()

    @Slot()
    def _on_names(self) -> None:
        title = self.tr("Names from File")
        kinds = filter_of(title, NAME_SUFFIXES)
        name, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if name:
            self.take_names(Path(name))

    def take_names(self, path: Path) -> None:
        """Name the swatches from a file; what is wrong with it is said in the report."""
        try:
            named = name_swatches(self.plan.swatches, read_names(path))
        except InputError as error:
            self.state.setText(told(str(error)))
            return
        self.swatches.show_swatches(named)
        self._on_swatches_changed()

    @Slot()
    def _on_layers_changed(self) -> None:
        lines, paint = self.layers.chosen(LINE), self.layers.chosen(PAINT)
        path, known = self.opened.file.path, self._known
        self.state.setText(self.tr("Reading %1...").replace("%1", path.name))
        self._helper.ask(
            LAYERS,
            lambda cancel: open_sheet_file(path, known, cancel.check, lines, paint),
            self._show_opened,
        )

    # The end

    @Slot()
    def _on_accepted(self) -> None:
        self._accepting = True
        self._show_state()
        self.state.setText(self.tr("Reading %1...").replace("%1", self.opened.file.path.name))
        self._ask_outcome(self._on_read, urgent=True)

    def _on_read(self, outcome: Outcome) -> None:
        name = self.variant_name.text().strip() if self.is_variant else ""
        self.imported.emit(outcome, name)
        self.accept()

    def _on_failed(self, sentence: str) -> None:
        self._accepting = False
        self._show_state()
        self.state.setText(told(sentence))

    def done(self, result: int) -> None:
        """Drop what is under way, then close."""
        self._resting.stop()
        self._helper.failed.disconnect(self._on_failed)
        for subject in (PREVIEW, OUTCOME, LAYERS):
            self._helper.drop(subject)
        super().done(result)
