"""The figures of a sheet: on or off, from where seen, mirrored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from paintassist.core.sheets.figures import Figure, View
from paintassist.ui.sheets.choice_box import choice_box

ON, VIEW, MIRRORED = range(3)
VIEWS = (View.UNTOLD, View.FRONT, View.SIDE, View.BACK, View.FACE)


def view_words(view: View) -> str:
    """Return what a view is called."""
    translate = QCoreApplication.translate
    return {
        View.UNTOLD: translate("Views", "any view"),
        View.FRONT: translate("Views", "front"),
        View.SIDE: translate("Views", "side"),
        View.BACK: translate("Views", "back"),
        View.FACE: translate("Views", "face"),
    }[view]


class FigureList(QTreeWidget):
    """One row a figure.

    Signals
    -------
    chosen : number of the figure, -1 for none.
    changed : number of the figure, the Figure as it is now.
    """

    chosen = Signal(int)
    changed = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: list[Figure] = []
        self._filling = False
        self.setRootIsDecorated(False)
        self.setColumnCount(3)
        self.setHeaderLabels([self.tr("Figure"), self.tr("View"), self.tr("Mirrored too")])
        self.setAccessibleName(self.tr("Figures"))
        self.itemChanged.connect(self._on_item_changed)
        self.currentItemChanged.connect(self._on_current_changed)

    def show_figures(self, figures: Sequence[Figure], current: int) -> None:
        """List figures; nothing is emitted."""
        self._filling = True
        self._figures = list(figures)
        words = [view_words(view) for view in VIEWS]
        self.clear()
        for number, figure in enumerate(figures):
            item = QTreeWidgetItem([self.tr("Figure %1").replace("%1", str(number + 1)), "", ""])
            item.setCheckState(ON, _state(figure.on))
            item.setCheckState(MIRRORED, _state(figure.mirrored))
            self.addTopLevelItem(item)
            choose_view = partial(self._on_view, number)
            view = VIEWS.index(figure.view)
            self.setItemWidget(item, VIEW, choice_box(words, view, self.tr("View"), choose_view))
        self.choose(current)
        for column in (ON, VIEW):
            self.resizeColumnToContents(column)
        self._filling = False

    def choose(self, number: int) -> None:
        """Make a row the current one; -1 for none."""
        item = self.topLevelItem(number)
        if item is not None:
            self.setCurrentItem(item)
        else:
            self.setCurrentIndex(QModelIndex())

    def _on_view(self, number: int, place: int) -> None:
        self._change(number, replace(self._figures[number], view=VIEWS[place]))

    def _on_item_changed(self, item: QTreeWidgetItem) -> None:
        if self._filling:
            return
        number = self.indexOfTopLevelItem(item)
        checked = Qt.CheckState.Checked
        figure = replace(
            self._figures[number],
            on=item.checkState(ON) is checked,
            mirrored=item.checkState(MIRRORED) is checked,
        )
        self._change(number, figure)

    def _change(self, number: int, figure: Figure) -> None:
        if figure != self._figures[number]:
            self._figures[number] = figure
            self.changed.emit(number, figure)

    def _on_current_changed(self, item: QTreeWidgetItem | None) -> None:
        if not self._filling:
            self.chosen.emit(-1 if item is None else self.indexOfTopLevelItem(item))


def _state(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
