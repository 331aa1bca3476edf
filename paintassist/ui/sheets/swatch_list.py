"""The swatches of a sheet: part, tone and exact colour; parts are named here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from paintassist.core.palette import Role, hex_of
from paintassist.core.sheets.swatches import Swatch
from paintassist.ui.color_words import role_words
from paintassist.ui.sheets.choice_box import choice_box

PART, TONE, COLOR = range(3)
ROLES = (Role.HIGHLIGHT, Role.NORMAL, Role.SHADOW_1, Role.SHADOW_2, Role.OTHER)
CHIP = 16


class SwatchList(QTreeWidget):
    """One row a swatch; naming one names its group. Delete removes the chosen.

    Signals
    -------
    changed : the painter named, assigned or removed something; see `swatches`.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.swatches: list[Swatch] = []
        self._filling = False
        self.setRootIsDecorated(False)
        self.setColumnCount(3)
        self.setHeaderLabels([self.tr("Part"), self.tr("Tone"), self.tr("Colour")])
        self.setAccessibleName(self.tr("Swatches"))
        self.setEditTriggers(QTreeWidget.EditTrigger.NoEditTriggers)
        self.itemDoubleClicked.connect(self._on_double_clicked)
        self.itemChanged.connect(self._on_item_changed)

    def show_swatches(self, swatches: Sequence[Swatch]) -> None:
        """List swatches; nothing is emitted."""
        self._filling = True
        self.swatches = list(swatches)
        words = [role_words(role) for role in ROLES]
        self.clear()
        for number, swatch in enumerate(self.swatches):
            part = swatch.name or self.tr("part %1").replace("%1", str(swatch.group + 1))
            item = QTreeWidgetItem([part, "", hex_of(swatch.color)])
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            chip = QPixmap(CHIP, CHIP)
            chip.fill(QColor(*swatch.color))
            item.setIcon(COLOR, QIcon(chip))
            if not swatch.name:
                item.setForeground(PART, self.palette().placeholderText())
            self.addTopLevelItem(item)
            choose_tone = partial(self._on_tone, number)
            tone = ROLES.index(swatch.tone)
            self.setItemWidget(item, TONE, choice_box(words, tone, self.tr("Tone"), choose_tone))
        self.resizeColumnToContents(TONE)
        self._filling = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes the chosen swatch, F2 names its part."""
        item = self.currentItem()
        if item is not None and event.key() == Qt.Key.Key_Delete:
            del self.swatches[self.indexOfTopLevelItem(item)]
            self.show_swatches(self.swatches)
            self.changed.emit()
        elif item is not None and event.key() == Qt.Key.Key_F2:
            self.editItem(item, PART)
        else:
            super().keyPressEvent(event)

    @Slot(QTreeWidgetItem)
    def _on_double_clicked(self, item: QTreeWidgetItem) -> None:
        self.editItem(item, PART)

    def _on_item_changed(self, item: QTreeWidgetItem, column: int) -> None:
        if self._filling or column != PART:
            return
        row = self.indexOfTopLevelItem(item)
        group = self.swatches[row].group
        name = item.text(PART).strip()
        self.show_swatches(
            [
                replace(swatch, name=name) if swatch.group == group else swatch
                for swatch in self.swatches
            ]
        )
        again = self.topLevelItem(row)
        if again is not None:
            self.setCurrentItem(again)
        self.changed.emit()

    def _on_tone(self, number: int, place: int) -> None:
        if not self._filling:
            self.swatches[number] = replace(self.swatches[number], tone=ROLES[place])
            self.changed.emit()
