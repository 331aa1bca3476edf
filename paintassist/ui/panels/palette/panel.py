"""The palette dock, put together."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import Palette
from paintassist.ui.actions.mnemonics import keep_apart
from paintassist.ui.panels.palette.card import EntryCard
from paintassist.ui.panels.palette.model import PaletteModel
from paintassist.ui.panels.palette.rows import Row
from paintassist.ui.panels.palette.view import PaletteView


class PalettePanel(QWidget):
    """Scenes on top, then parts and colours, below the colour in the hand.

    Signals
    -------
    chosen : int, a palette index.
    scene_chosen : int, number of a variant.
    """

    chosen = Signal(int)
    scene_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = Palette()
        self._current = NO_COLOR
        self.model = PaletteModel(self)
        self.view = PaletteView(self.model, self)
        self.card = EntryCard()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.scenes = QTabBar()
        self.scenes.setExpanding(False)
        self.scenes.setDrawBase(False)
        self.scenes.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.menu_button = QToolButton()
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setText("≡")
        self._menu = QMenu(self)
        keep_apart(self._menu)
        self.menu_button.setMenu(self._menu)
        self._lay_out()
        self.setFocusProxy(self.view)
        self.search.textChanged.connect(self._on_searched)
        self.scenes.currentChanged.connect(self.scene_chosen)
        self.view.chosen.connect(self.chosen)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._on_menu_asked)
        self.retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(6, 4, 6, 0)
        top.addWidget(self.search, 1)
        top.addWidget(self.menu_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(top)
        layout.addWidget(self.scenes)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.card)

    def set_menu(self, actions: list[QAction | None]) -> None:
        """Offer actions by a button and on right clicks; None is a line between them."""
        for action in actions:
            if action is None:
                self._menu.addSeparator()
            else:
                self._menu.addAction(action)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(self.tr("Palette"))
        self.view.setAccessibleName(self.tr("Palette"))
        self.search.setPlaceholderText(self.tr("Search colours"))
        self.search.setAccessibleName(self.tr("Search colours"))
        self.scenes.setAccessibleName(self.tr("Scenes"))
        self.scenes.setToolTip(self.tr("Show the colours of a scene; every frame follows"))
        self.menu_button.setAccessibleName(self.tr("What can be done with colours"))
        self.menu_button.setToolTip(self.tr("What can be done with colours"))
        self._show_scenes()
        self.view.horizontalHeader().viewport().update()

    def sizeHint(self) -> QSize:
        """Return a width for a name and four tones."""
        return QSize(300, 470)

    # What is shown

    def show_palette(self, palette: Palette) -> None:
        """Show a palette as it is now."""
        self._palette = palette
        self.model.show_palette(palette)
        self._show_scenes()
        self.set_current(self._current)

    def _show_scenes(self) -> None:
        blocker = QSignalBlocker(self.scenes)
        variants = self._palette.variants
        names = [variant.name or self.tr("Standard") for variant in variants.items]
        while self.scenes.count() > len(names):
            self.scenes.removeTab(self.scenes.count() - 1)
        for number, name in enumerate(names):
            if number == self.scenes.count():
                self.scenes.addTab(name)
            self.scenes.setTabText(number, name.replace("&", "&&"))
        self.scenes.setCurrentIndex(variants.active)
        self.scenes.setVisible(len(names) > 1)
        del blocker

    def set_usage(self, here: NDArray[np.int64], everywhere: NDArray[np.int64]) -> None:
        """Show how many segments use each entry, in the frame in view and in all."""
        self.model.set_usage(here, everywhere)
        self.card.show_use(*self.model.usage(self._current))

    def set_current(self, entry: int) -> None:
        """Show which entry is in the hand."""
        self._current = entry if 0 <= entry < len(self._palette) else NO_COLOR
        self.view.set_current(self._current)
        entries = self._palette.entries
        parts = dict.fromkeys(each.part for each in entries if each.part)
        shown = entries[self._current] if self._current != NO_COLOR else None
        self.card.show_entry(shown, list(parts))
        self.card.show_use(*self.model.usage(self._current))

    @property
    def current_row(self) -> Row | None:
        """The row of the entry in the hand, None while it is not shown."""
        place = self.model.place_of(self._current)
        return self.model.rows[place.row()] if place.isValid() else None

    def _on_searched(self, words: str) -> None:
        self.model.set_wanted(words)
        self.view.set_current(self._current)

    def _on_menu_asked(self, pos: QPoint) -> None:
        index = self.view.indexAt(pos)
        row = self.model.rows[index.row()] if index.isValid() else None
        entry = row.entry_at(index.column()) if row else NO_COLOR
        if entry != NO_COLOR:
            self.chosen.emit(entry)
        self._menu.popup(self.view.viewport().mapToGlobal(pos))
