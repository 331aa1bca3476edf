"""The dialog in which keys are looked up, recorded, moved and reset."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSettings, Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from paintassist.ui.actions import ACTIONS, MENUS, ActionSet
from paintassist.ui.actions.action_set import plain
from paintassist.ui.actions.keys import KeyMap, shown
from paintassist.ui.searching import match
from paintassist.ui.shortcuts.presets import PRESETS, Preset
from paintassist.ui.shortcuts.recorder import KeyRecorder
from paintassist.ui.shortcuts.store import load_keys, load_preset, save_keys

SIZE = (640, 560)
ID_ROLE = int(Qt.ItemDataRole.UserRole)


class ShortcutEditor(QDialog):
    """Edits a copy of the keys; `accept` keeps it and lets it count."""

    def __init__(self, actions: ActionSet, preferences: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions, self._preferences = actions, preferences
        self._drafts: dict[str, KeyMap] = {}
        self._wanted = ""
        self.setWindowTitle(self.tr("Shortcuts"))
        self.resize(*SIZE)
        self.preset = QComboBox()
        for preset in PRESETS.values():
            self.preset.addItem(preset.name, preset.id)
        self.preset.setCurrentIndex(self.preset.findData(load_preset(preferences).id))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Words of an action, or a key"))
        self.search.setClearButtonEnabled(True)
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Actions and their keys"))
        self.list.setRootIsDecorated(False)
        self.list.setHeaderLabels([self.tr("Action"), self.tr("Menu"), self.tr("Keys")])
        self.recorder = KeyRecorder()
        self.remove = self._button(self.tr("Re&move Keys"), self._on_remove)
        self.reset = self._button(self.tr("Rese&t"), self._on_reset)
        self.reset_all = self._button(self.tr("Reset &All"), self._on_reset_all)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.move_here = self._button(self.tr("Mo&ve Here"), self._on_move_here)
        self._lay_out()
        self._fill()
        self.preset.currentIndexChanged.connect(self._renew)
        self.search.textChanged.connect(self._filter)
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.recorder.recorded.connect(self.record)
        self._renew()
        self.select(ACTIONS[0].id)
        self.search.setFocus()

    def _button(self, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Preset"), self.preset)
        form.addRow(self.tr("&Search"), self.search)
        row = QHBoxLayout()
        row.addWidget(self.recorder)
        row.addWidget(self.remove)
        row.addWidget(self.reset)
        row.addStretch(1)
        row.addWidget(self.reset_all)
        conflict = QHBoxLayout()
        conflict.addWidget(self.message, 1)
        conflict.addWidget(self.move_here)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        layout.addLayout(conflict)
        layout.addWidget(buttons)

    def _fill(self) -> None:
        menus = {menu: plain(self._actions.translated(title)) for menu, title in MENUS}
        for spec in ACTIONS:
            item = QTreeWidgetItem([self._actions.name(spec), menus.get(spec.menu, ""), ""])
            item.setData(0, ID_ROLE, spec.id)
            item.setToolTip(0, self._actions.translated(spec.tip))
            self.list.addTopLevelItem(item)
        self.list.setColumnWidth(0, 280)

    # What is shown

    @property
    def _preset(self) -> Preset:
        return PRESETS[self.preset.currentData()]

    @property
    def keys(self) -> KeyMap:
        """The keys as the dialog has them now, of the preset in view."""
        preset = self._preset
        if preset.id not in self._drafts:
            self._drafts[preset.id] = load_keys(self._preferences, preset)
        return self._drafts[preset.id]

    @property
    def _current(self) -> str:
        item = self.list.currentItem()
        return str(item.data(0, ID_ROLE)) if item is not None else ""

    def select(self, action_id: str) -> None:
        """Make an action the one that is edited."""
        self.list.setCurrentItem(self._item(action_id))

    def _item(self, action_id: str) -> QTreeWidgetItem:
        return next(item for item in self._items() if item.data(0, ID_ROLE) == action_id)

    def _items(self) -> list[QTreeWidgetItem]:
        items = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return [item for item in items if item is not None]

    @Slot()
    def _renew(self) -> None:
        for item in self._items():
            action_id = item.data(0, ID_ROLE)
            font = item.font(2)
            font.setBold(action_id in self.keys.own)
            item.setFont(2, font)
            item.setText(2, shown(self.keys[action_id]))
        self._filter()
        self._tell("")

    @Slot()
    def _filter(self) -> None:
        query = self.search.text()
        for item in self._items():
            text = " ".join(item.text(column) for column in range(3))
            item.setHidden(match(query, text) is None)

    def _tell(self, sentence: str, wanted: str = "") -> None:
        self._wanted = wanted
        self.message.setText(sentence)
        self.move_here.setVisible(bool(wanted))
        current = self._current
        self.remove.setEnabled(bool(current and self.keys[current]))
        self.reset.setEnabled(current in self.keys.own)
        self.reset_all.setEnabled(bool(self.keys.own))
        self.recorder.setEnabled(bool(current))

    def _on_current_changed(self) -> None:
        self._tell("")

    # What is done

    @Slot(str)
    def record(self, key: str) -> None:
        """Give the current action one more key, unless another action has it."""
        owner = self.keys.owner(key)
        if owner == self._current:
            self._tell(self.tr("%1 stands for this already.").replace("%1", shown((key,))))
        elif owner:
            text = self.tr("%1 belongs to %2.").replace("%1", shown((key,)))
            self._tell(text.replace("%2", self._item(owner).text(0)), wanted=key)
        else:
            self._add(key)

    def _add(self, key: str) -> None:
        self.keys.assign(self._current, (*self.keys[self._current], key))
        self._renew()

    def _on_move_here(self) -> None:
        self._add(self._wanted)

    def _on_remove(self) -> None:
        self.keys.assign(self._current, ())
        self._renew()

    def _on_reset(self) -> None:
        self.keys.reset(self._current)
        self._renew()

    def _on_reset_all(self) -> None:
        self.keys.reset_all()
        self._renew()

    def accept(self) -> None:
        """Keep the keys of every preset that was in view; the one in view counts."""
        chosen = self._preset
        for preset_id, keys in self._drafts.items():
            if preset_id != chosen.id:
                save_keys(self._preferences, PRESETS[preset_id], keys)
        save_keys(self._preferences, chosen, self.keys)
        self._actions.set_keys(self.keys)
        super().accept()
