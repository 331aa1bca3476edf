"""How a sheet is used: at all, mirrored too, and from where its figure is seen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from paintassist.core.sheets.figures import Figure
from paintassist.ui.sheets.figure_list import VIEWS, view_words


class FigureUse(QWidget):
    """A row of switches for the sheet in view.

    Signals
    -------
    changed : the Figure as it is now.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: Figure | None = None
        self.on, self.mirrored, self.view = QCheckBox(), QCheckBox(), QComboBox()
        for _ in VIEWS:
            self.view.addItem("")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 2)
        for widget in (self.on, self.mirrored, self.view):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.on.toggled.connect(self._on_changed)
        self.mirrored.toggled.connect(self._on_changed)
        self.view.currentIndexChanged.connect(self._on_changed)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.on.setText(self.tr("In use"))
        self.on.setToolTip(self.tr("Whether this sheet lends its colours"))
        self.mirrored.setText(self.tr("Mirrored too"))
        self.mirrored.setToolTip(self.tr("Whether its mirror image lends colours as well"))
        self.view.setToolTip(self.tr("From where the figure is seen"))
        self.view.setAccessibleName(self.tr("View"))
        for row, view in enumerate(VIEWS):
            self.view.setItemText(row, view_words(view))

    def show_figure(self, figure: Figure | None) -> None:
        """Show how a sheet is used; nothing is emitted."""
        self._figure = None
        self.setVisible(figure is not None)
        if figure is not None:
            with QSignalBlocker(self.view):
                self.on.setChecked(figure.on)
                self.mirrored.setChecked(figure.mirrored)
                self.mirrored.setEnabled(figure.on)
                self.view.setCurrentIndex(VIEWS.index(figure.view))
        self._figure = figure

    @Slot()
    def _on_changed(self) -> None:
        if self._figure is None:
            return
        figure = replace(
            self._figure,
            on=self.on.isChecked(),
            mirrored=self.mirrored.isChecked(),
            view=VIEWS[self.view.currentIndex()],
        )
        if figure != self._figure:
            self.changed.emit(figure)
