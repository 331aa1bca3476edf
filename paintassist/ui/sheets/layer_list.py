"""Which layers of a file are line art and which are paint."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QTreeWidget, QTreeWidgetItem, QWidget

from paintassist.io.layered.file import LayerInfo
from paintassist.ui.sheets.choice_box import choice_box

NOTHING, LINE, PAINT = range(3)


class LayerList(QTreeWidget):
    """The layers, topmost first, each with its use.

    Signals
    -------
    changed : the painter chose otherwise.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._uses: list[QComboBox] = []
        self.setRootIsDecorated(False)
        self.setColumnCount(2)
        self.setHeaderLabels([self.tr("Layer"), self.tr("Use")])
        self.setAccessibleName(self.tr("Layers"))

    def show_layers(
        self, layers: Sequence[LayerInfo], lines: Sequence[int], paint: Sequence[int]
    ) -> None:
        """List layers from bottom to top; nothing is emitted."""
        self.clear()
        self._uses = []
        words = (self.tr("not used"), self.tr("line art"), self.tr("paint"))
        rows: list[QTreeWidgetItem] = []
        for index, layer in enumerate(layers):
            item = QTreeWidgetItem([layer.name, ""])
            if not layer.visible:
                item.setForeground(0, self.palette().placeholderText())
            use = LINE if index in lines else PAINT if index in paint else NOTHING
            self._uses.append(choice_box(words, use, layer.name, lambda _: self.changed.emit()))
            rows.append(item)
        for item in reversed(rows):
            self.addTopLevelItem(item)
        for item, box in zip(rows, self._uses, strict=True):
            self.setItemWidget(item, 1, box)
        self.resizeColumnToContents(0)

    def chosen(self, use: int) -> tuple[int, ...]:
        """Return the layers of a use, from bottom to top."""
        return tuple(index for index, box in enumerate(self._uses) if box.currentIndex() == use)
